"""Register documents that come in: what cannot be is refused with its place, what is given twice is given anew."""

import json
from pathlib import Path

import pytest

from riskdesk.desk import health, registers, scales, transfer
from riskdesk.desk.session import Session
from riskdesk.domain import possible
from riskdesk.domain.document import from_document
from riskdesk.domain.label import Label
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.progress import Cancelled
from riskdesk.domain.values import Language
from tests.checkpoints import Shares

DEFAULT = scales.profile(scales.DEFAULT)


def references(session: Session, register: str) -> list[str]:
    return [risk.reference for risk in session.tree(register).risks]


def document(*names: str, **fields: object) -> str:
    risk_records = [{"description": f"Risk {place}", "reference": name} for place, name in enumerate(names)]
    return json.dumps({"title": "In", **fields, "categories": [{"entries": [{"risks": risk_records}]}]})


def test_references_given_twice_are_given_anew_and_told(session: Session) -> None:
    tree, changes = registers.renumbered(from_document(document("R-02", "", "r-02 ", "R-09", "R-02"), DEFAULT))
    assert [risk.reference for risk in tree.risks] == ["R-02", "R-10", "R-11", "R-09", "R-12"]
    assert changes == [("r-02", "R-11"), ("R-02", "R-12")]
    assert tree.register.references == 12
    assert registers.renumbered(tree) == (tree, [])
    session.run(registers.add(from_document(document("R-02", "", "r-02 ", "R-09", "R-02"), DEFAULT)))
    assert references(session, session.registers()[-1].id) == [risk.reference for risk in tree.risks]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (document(id=""), "at /: The identity “”"),
        ('{"categories": [{"id": "c1"}]}', "at /categories/1: The identity “c1”"),
        (document(references=3_000_000_000), "at /: The number 3000000000"),
        (document(references=2**31), "2147483648"),
        (document(references=2**63 - 1), "9223372036854775807"),
        (document(references=2**70), "references"),
        (document(position=-(2**31)), "at /: The number -2147483648"),
        (document(period_start="0027-01-01"), "at /: The date 1.January 0027 .start of period."),
        ('{"categories": [{"entries": [{"mitigations": [{"due_date": "9999-12-31"}]}]}]}', "/mitigations/1: The date"),
        ('{"scale": {"name": "s", "likelihood": [{"name": "a"}], "impact": [], "rule": "sum", "bands": []}}', "/scale"),
        (
            '{"scale": {"name": "s", "likelihood": [{"name": "a"}], "impact": [{"name": "a"}], "rule": "sum", "bands":'
            ' [{"name": "a", "upto": 1}]}}',
            "at /scale: In the scale “s”, the bands",
        ),
        ("{" + '"a": 1, ' * 100_000 + '"a": 1}', "“a” twice"),
    ],
)
def test_a_document_with_what_cannot_be_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(InputProblem, match=message):
        from_document(text, DEFAULT)


def test_a_document_of_more_rows_than_fit_is_refused_with_the_figure() -> None:
    text = '{"categories": [{"entries": [' + "{}, " * 500_000 + "{}]}]}"
    with pytest.raises(InputProblem, match="500,001 values of the kind “entry”"):
        from_document(text, DEFAULT)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('{"categories": [{"entries": [{}, {}, {}]}, {"entries": [{}, {}, {}, {}]}]}', "entry"),
        ('{"categories": [{"entries": [{"risks": ["a", "b"]}, {"risks": ["a", "b", "c", "d", "e"]}]}]}', "risk"),
        ('{"categories": [{"entries": [{"mitigations": ["a"]}, {"mitigations": ["a", "b", "c", "d", "e", "f"]}]}]}',
         "mitigation"),
        ('{"categories": [{}, {}, {}, {}, {}, {}, {}]}', "category"),
        ('{"print_sets": [{}, {}, {}, {}, {}, {}, {}]}', "print settings"),
    ],
)  # fmt: skip
def test_what_is_too_many_is_refused_before_it_is_made(text: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(possible, "MOST_ROWS", 6)
    checkpoints: list[None] = []
    with pytest.raises(InputProblem, match=f"7 values of the kind “{kind}”, and a register file holds 6"):
        from_document(text, DEFAULT, checkpoint=lambda *_: checkpoints.append(None))
    assert len(checkpoints) <= 6


def test_a_document_is_not_read_further_than_is_wanted() -> None:
    class Enough(Exception):
        pass

    def checkpoint(*_: object) -> None:
        checkpoints.append(None)
        if len(checkpoints) == 5:
            raise Enough

    checkpoints: list[None] = []
    with pytest.raises(Enough):
        from_document('{"categories": [{}, {"entries": [{"risks": ["a", "b", 5]}]}]}', DEFAULT, checkpoint=checkpoint)


@pytest.mark.parametrize("side", ["likelihood", "impact", "bands", "table"])
def test_a_scale_that_is_too_long_is_not_read_to_its_end(side: str) -> None:
    """What stands behind the levels that may be would be refused for another reason."""
    level = {"name": "a"}
    scale = {"name": "s", "likelihood": [level], "impact": [level], "rule": "sum", "bands": [level]}
    text = json.dumps({"scale": scale | {side: [level | {"name": str(n)} for n in range(13)] + [None] * 100_000}})
    with pytest.raises(InputProblem, match="not complete" if side == "table" else "1 to 12 levels"):
        from_document(text, DEFAULT)


def test_what_a_sentence_quotes_of_a_document_is_short() -> None:
    for text in (
        '{"version": "' + "9" * 100_000 + '"}',
        '{"language": "' + "9" * 100_000 + '"}',
        '{"format": "' + "9" * 100_000 + '"}',
        '{"date": "' + "9" * 100_000 + '"}',
        '{"references": ' + "9" * 4_000 + "}",
        '{"' + "a" * 100_000 + '": 1, "' + "a" * 100_000 + '": 2}',
        '{"id": "' + "9" * 100_000 + '"}',
        '{"scale": "' + "9" * 100_000 + '"}',
    ):
        with pytest.raises(InputProblem) as problem:
            from_document(text, DEFAULT)
        assert len(str(problem.value)) < 300


def test_a_count_at_its_end_lets_in_what_needs_no_new_reference(session: Session) -> None:
    session.run(registers.add(from_document(document("A", references=2**31 - 1), DEFAULT)))
    with pytest.raises(InputProblem, match=r"2147483648 .references given."):
        session.run(registers.add(from_document(document("", references=2**31 - 1), DEFAULT)))
    assert health.check(session.path) == []


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ('{"language": "fr"}', Language.ENGLISH),
        ('{"language": "en"}', Language.FRENCH),
        ("{}", Language.FRENCH),
        ("{}", Language.ENGLISH),
    ],
)
def test_a_document_without_a_scale_has_the_usual_one(tmp_path: Path, text: str, window: Language) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, "utf-8")
    assert transfer.read(path, window).register.scale.likelihood[0].name == Label("Very low", "Très faible")


def test_each_risk_of_a_register_that_is_read_gets_a_reference_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(document("R-02", "R-02"), "utf-8")
    tree, renumbered = registers.renumbered(transfer.read(path, Language.ENGLISH))
    assert [risk.reference for risk in tree.risks] == ["R-02", "R-03"]
    assert renumbered == [("R-02", "R-03")]


def test_a_register_that_nobody_wants_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"categories": [{}, 5]}', "utf-8")
    with pytest.raises(Cancelled):
        transfer.read(path, Language.ENGLISH, Shares(0))
