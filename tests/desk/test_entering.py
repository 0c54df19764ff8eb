"""What enters a store by any way: asked as it comes in; what an older Riskdesk let in stays and is worked with."""

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskdesk.desk import health, items, registers, risks, scales, transfer
from riskdesk.desk.action import Action
from riskdesk.desk.backups import Backup, Backups
from riskdesk.desk.clip import Clip, copy
from riskdesk.desk.copies import Copy
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.document import from_document, to_document
from riskdesk.domain.gaps import GapKind, gaps
from riskdesk.domain.printing import Print
from riskdesk.domain.problems import InputProblem, Problem
from riskdesk.domain.records import Record
from riskdesk.domain.scale import Scale
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Category, Entry, Language, Register, Risk
from riskdesk.store import copying
from riskdesk.store.store import Store

SCALE = scales.profile("5x5", Language.ENGLISH)
THREE = scales.profile("eu-action-document-3x3", Language.ENGLISH)
YEAR_27 = date(27, 5, 6)
TIME = datetime(2026, 1, 1, tzinfo=UTC)


def default(language: Language) -> Scale:
    return scales.profile(scales.DEFAULT, language)


def found(session: Session, reference: str) -> Risk:
    tree = session.tree(session.registers()[0].id)
    return next(risk for risk in tree.risks if risk.reference == reference)


def references(session: Session, register: str) -> list[str]:
    return [risk.reference for risk in session.tree(register).risks]


def older(path: Path, **fields: object) -> Path:
    """A store as an older Riskdesk let it be: every risk has these fields, and so has its journal."""
    with closing(Store.open(path, read_only=True)) as store:
        steps = store.steps()

    def aged(record: Record | None, kind: str) -> Record | None:
        return record | fields if record is not None and kind == "risk" and "description" in record else record

    new = path.with_name("older.riskdesk")
    told = [
        replace(step, changes=tuple(replace(it, after=aged(it.after, it.kind)) for it in step.changes))
        for step in steps
    ]
    copying.write(new, told)
    return new


# The door: edits.


@pytest.mark.parametrize(
    ("action", "told"),
    [
        (lambda risk: risks.edit(risk.id, reference="r-06\u00a0"), "r-06 is taken by the risk “"),
        (lambda risk: risks.edit(risk.id, likelihood=6), "does not have every level of the risk R-05"),
        (lambda risk: risks.edit(risk.id, likelihood=0), "is not between 1"),
        (lambda risk: risks.edit(risk.id, next_review=YEAR_27), "0027-05-06 .next review."),
        (lambda risk: risks.edit(risk.id, note="\x1b"), "control character"),
    ],
)
def test_an_edit_is_refused_in_a_sentence(
    session: Session, register: str, action: Callable[[Risk], Action], told: str
) -> None:
    before = session.tree(register)
    with pytest.raises(InputProblem, match=told):
        session.run(action(found(session, "R-05")))
    assert session.tree(register) == before


def test_a_scale_without_the_levels_in_use_is_refused(session: Session, register: str) -> None:
    session.run(risks.edit(found(session, "R-05").id, residual_impact=5))
    with pytest.raises(InputProblem, match="does not have every level of the risk R-05"):
        session.run(registers.edit(register, scale=THREE))
    session.run(risks.edit(found(session, "R-05").id, residual_impact=3))
    assert session.run(registers.edit(register, scale=THREE))


def test_blanks_alone_are_no_owner(session: Session, register: str) -> None:
    session.run(risks.edit(found(session, "R-05").id, owner="M. Ivanova"))
    session.run(risks.edit(found(session, "R-05").id, owner="\u00a0\u200b\u3000"))
    assert found(session, "R-05").owner == ""


def test_a_blank_reference_makes_a_new_one(session: Session, register: str) -> None:
    risk = found(session, "R-05")
    session.run(risks.edit(risk.id, reference="\u2060 "))
    assert found(session, "R-32").id == risk.id


def test_a_reference_that_was_typed_is_never_given_again(session: Session, register: str) -> None:
    risk = found(session, "R-05")
    session.run(risks.edit(risk.id, reference="r-40"))
    session.undo()
    session.run(risks.add(risk.entry, ["one"]))
    assert references(session, register).count("R-41") == 1


def test_two_references_change_places_in_one_step(session: Session, register: str) -> None:
    five, six = found(session, "R-05"), found(session, "R-06")
    swap = risks.edit(five.id, reference="R-06").then(risks.edit(six.id, reference="R-05"))
    assert session.run(swap)
    assert (found(session, "R-06").id, found(session, "R-05").id) == (five.id, six.id)


# Moves between registers.


@pytest.fixture
def second(session: Session, register: str) -> Register:
    session.run(registers.duplicate(register))
    return session.registers()[1]


def test_a_risk_that_moves_where_its_reference_is_taken_is_given_a_new_one(
    session: Session, register: str, second: Register
) -> None:
    session.run(risks.edit(found(session, "R-06").id, reference="X-1"))
    moved = [found(session, "R-05"), found(session, "X-1")]
    session.run(items.place([risk.id for risk in moved], next(session.tree(second.id).entries).entry.id, 0))
    new = {risk.id: risk.reference for risk in session.tree(second.id).risks}
    assert [new[risk.id] for risk in moved] == ["R-32", "X-1"]
    session.undo()
    assert found(session, "R-05") == moved[0]


@pytest.mark.parametrize("kind", [Category, Entry])
def test_what_moves_with_its_category_or_entry_is_too(
    session: Session, register: str, second: Register, kind: type[Category] | type[Entry]
) -> None:
    tree = session.tree(register)
    whole = tree.categories[0].category if kind is Category else tree.categories[0].entries[0].entry
    parent = second.id if kind is Category else session.tree(second.id).categories[0].category.id
    session.run(items.place([whole.id], parent, 0))
    new = [name.casefold() for name in references(session, second.id)]
    assert len(set(new)) == len(new) > 31


def test_a_level_that_the_other_scale_has_not_does_not_move(session: Session, register: str, second: Register) -> None:
    session.run(registers.edit(second.id, scale=THREE))
    session.run(risks.edit(found(session, "R-05").id, impact=5))
    entry = next(session.tree(second.id).entries).entry.id
    with pytest.raises(InputProblem, match="does not have every level"):
        session.run(items.place([found(session, "R-05").id], entry, 0))
    with pytest.raises(InputProblem, match="does not have every level"):
        session.run(items.place([session.tree(register).categories[0].category.id], second.id, 0))


def test_within_its_register_a_risk_keeps_its_reference(session: Session, register: str) -> None:
    risk = found(session, "R-05")
    session.run(items.place([risk.id], list(session.tree(register).entries)[-1].entry.id, 0))
    assert found(session, "R-05").id == risk.id


# Registers that come in.


def document(*names: str, **fields: object) -> str:
    told = [{"description": f"Risk {place}", "reference": name} for place, name in enumerate(names)]
    return json.dumps({"title": "In", **fields, "categories": [{"entries": [{"risks": told}]}]})


def test_references_given_twice_are_given_anew_and_told(session: Session) -> None:
    tree, changes = registers.renumbered(from_document(document("R-02", "", "r-02 ", "R-09", "R-02"), default))
    assert [risk.reference for risk in tree.risks] == ["R-02", "R-10", "R-11", "R-09", "R-12"]
    assert changes == [("r-02", "R-11"), ("R-02", "R-12")]
    assert tree.register.references == 12
    assert registers.renumbered(tree) == (tree, [])
    session.run(registers.add(from_document(document("R-02", "", "r-02 ", "R-09", "R-02"), default)))
    assert references(session, session.registers()[-1].id) == [risk.reference for risk in tree.risks]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (document(id=""), "at /: The identity “”"),
        ('{"categories": [{"id": "c1"}]}', "at /categories/1: The identity “c1”"),
        (document(references=3_000_000_000), "at /: The number 3000000000"),
        (document(references=2**31), "2147483648"),
        (document(references=2**63 - 1), "9223372036854775807"),
        (document(references=2**70), "references"),
        (document(position=-1), "at /: The number -1"),
        (document(period_start="0027-01-01"), "at /: The date 0027-01-01 .start of the period."),
        ('{"categories": [{"entries": [{"mitigations": [{"due_date": "9999-12-31"}]}]}]}', "/mitigations/1: The date"),
        ('{"scale": {"name": "s", "likelihood": [{"name": "a"}], "impact": [], "rule": "sum", "bands": []}}', "/scale"),
        (
            '{"scale": {"name": "s", "likelihood": [{"name": "a"}], "impact": [{"name": "a"}], "rule": "sum", "bands":'
            ' [{"name": "a", "upto": 1}]}}',
            "at /scale: In the scale “s”, the bands",
        ),
        ("{" + '"a": 1, ' * 100_000 + '"a": 1}', "duplicate key 'a'"),
    ],
)
def test_a_document_with_what_cannot_be_is_refused_with_its_place(text: str, told: str) -> None:
    with pytest.raises(InputProblem, match=told):
        from_document(text, default)


def test_a_document_of_more_rows_than_fit_is_refused_with_the_figure() -> None:
    text = '{"categories": [{"entries": [' + "{}, " * 200_000 + "{}]}]}"
    with pytest.raises(InputProblem, match="200001 values of the kind “entry”"):
        from_document(text, default)


def test_a_count_at_its_end_lets_in_what_needs_no_new_reference(session: Session) -> None:
    session.run(registers.add(from_document(document("A", references=2**31 - 1), default)))
    with pytest.raises(InputProblem, match=r"2147483648 .count of references."):
        session.run(registers.add(from_document(document("", references=2**31 - 1), default)))
    assert health.check(session.path) == []


@pytest.mark.parametrize(
    ("text", "window", "name"),
    [
        ('{"language": "fr"}', Language.ENGLISH, "Très faible"),
        ('{"language": "en"}', Language.FRENCH, "Very low"),
        ("{}", Language.FRENCH, "Très faible"),
        ("{}", Language.ENGLISH, "Very low"),
    ],
)
def test_a_document_without_a_scale_has_the_one_in_its_language(
    tmp_path: Path, text: str, window: Language, name: str
) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, "utf-8")
    assert transfer.read(path, window).register.scale.likelihood[0].name == name


# Copies that come back.


def test_a_reference_that_was_typed_in_both_is_given_anew(session: Session, register: str, tmp_path: Path) -> None:
    session.send(Copy(), tmp_path / "copy.riskdesk")
    with closing(Session.open(tmp_path / "copy.riskdesk", "Marat")) as other:
        other.run(risks.edit(found(other, "R-05").id, reference="X-1", owner=" "))
        other.run(risks.add(found(other, "R-06").entry, ["Theirs"]))
    session.run(risks.edit(found(session, "R-07").id, reference="x-1"))
    session.run(risks.add(found(session, "R-06").entry, ["Mine"]))
    found_both = session.merge(tmp_path / "copy.riskdesk")
    assert found_both.renumbered() == [("R-32", "R-33"), ("X-1", "R-34")]
    session.run(found_both.action())
    names = {risk.reference: risk.description for risk in session.tree(register).risks}
    assert (names["R-32"], names["R-33"]) == ("Mine", "Theirs")
    assert found(session, "R-34").owner == ""
    assert session.registers()[0].references == 34
    assert health.check(session.path) == []


# What an older Riskdesk let in.


@pytest.fixture
def old(session: Session, register: str) -> Path:
    session.close()
    return older(
        session.path, reference="R-05", owner=" ", next_review="0027-05-06", likelihood=9, note="a" + "\u0301" * 200
    )


def test_an_older_store_opens_and_its_gaps_are_told(old: Path) -> None:
    assert health.check(old) == []
    with closing(Session.open(old, "me")) as session:
        tree = session.tree(session.registers()[0].id)
        kinds = [gap.kind for gap in gaps(tree, date(2026, 1, 1))]
        assert kinds.count(GapKind.REFERENCE_TWICE) == kinds.count(GapKind.NO_OWNER) == len(list(tree.risks))


def test_an_older_store_is_worked_with(old: Path, tmp_path: Path) -> None:
    with closing(Session.open(old, "me")) as session:
        register = session.registers()[0].id
        first, second, *_ = session.tree(register).risks
        session.run(risks.edit(first.id, title="Edited", impact=2))
        session.run(risks.edit(first.id, next_review=date(2027, 5, 6)))
        session.undo()
        assert next(session.tree(register).risks).next_review == YEAR_27
        session.run(items.move([first.id], 1))
        session.run(items.place([second.id], list(session.tree(register).entries)[3].entry.id, 0))
        session.run(items.delete([first.id]))
        session.undo()
        session.run(risks.add(first.entry, ["New"]))
        assert references(session, register).count("R-32") == 1
        session.run(registers.edit(register, title="Edited"))
        with pytest.raises(InputProblem, match="R-05 is taken"):
            session.run(risks.edit(first.id, reference="X-1").then(risks.edit(first.id, reference="R-05 ")))
        session.rescue(tmp_path / "saved.riskdesk")
    assert health.check(old) == health.check(tmp_path / "saved.riskdesk") == []


def test_an_older_store_is_backed_up_restored_and_saved_though_its_file_is_gone(old: Path, tmp_path: Path) -> None:
    backups = Backups(tmp_path / "backups")
    with closing(Session.open(old, "me")) as session:
        made = backups.make(old, session.changed())
        assert isinstance(made, Backup)
        backups.restore(made, tmp_path / "restored.riskdesk")
        tree = session.tree(session.registers()[0].id)
        with closing(Session.open(tmp_path / "restored.riskdesk", "me")) as restored:
            assert restored.tree(tree.register.id) == tree
        old.write_bytes((tmp_path / "restored.riskdesk").read_bytes()[:4096])
        session.rescue(tmp_path / "saved.riskdesk")
    with closing(Session.open(tmp_path / "saved.riskdesk", "me")) as saved:
        assert saved.tree(tree.register.id) == tree


def test_identities_of_an_older_store_are_pasted_with_new_ones(session: Session, register: str) -> None:
    tree = session.tree(register)
    entry = next(tree.entries).entry
    clip = Clip.from_json(copy(tree, [entry.id]).json.replace(entry.id, "e1"))
    session.run(items.paste(clip, register))
    assert health.check(session.path) == []


# All that is accepted opens again.

NUMBERS = st.integers(-3, 40) | st.sampled_from([2**31 - 1, 2**31, 3_000_000_000, 2**63 - 1, 2**70])
SIGNS = st.sampled_from(
    ["a", "É", "é", " ", "\u00a0", "\u200b", "\n", "\r", "\u2028", "\x1b", "\ud800", "\u0301", "R-05", "中"]
)
TEXTS = st.lists(SIGNS, max_size=3).map("".join) | st.just("a" + "\u0301" * 150)
DAYS = st.dates().map(str) | st.sampled_from(["2026-11-28", "20261128", "2026-W01-1", "yesterday", ""])
IDS = st.uuids().map(str) | st.sampled_from(["", "r1", "0" * 36, "00000000-0000-0000-0000-000000000001"])
NAMES = st.sampled_from(["", " ", "R-05", "r-05 ", "R-999999999", "R-9999999999", "X", "\u200bX"])
STEPS = st.lists(st.fixed_dictionaries({"name": TEXTS}, optional={"definition": TEXTS}), min_size=1, max_size=14)
SCALES = st.fixed_dictionaries(
    {
        "name": TEXTS,
        "likelihood": STEPS,
        "impact": STEPS,
        "rule": st.sampled_from(["product", "sum", "table"]),
        "bands": st.lists(st.fixed_dictionaries({"name": TEXTS}, optional={"upto": NUMBERS}), max_size=4),
    },
    optional={"table": st.lists(st.lists(NUMBERS, max_size=3), max_size=3)},
) | st.just({**json.loads(to_document(template("blank", Language.ENGLISH)))["scale"], "name": " Mine "})
RISKS = st.fixed_dictionaries(
    {"description": TEXTS},
    optional={
        "id": IDS,
        "reference": NAMES,
        "likelihood": NUMBERS,
        "impact": NUMBERS,
        "owner": TEXTS,
        "last_review": DAYS,
    },
)
MITIGATIONS = TEXTS | st.fixed_dictionaries({}, optional={"id": IDS, "due_date": DAYS, "action_owner": TEXTS})
ENTRIES = st.fixed_dictionaries(
    {"risks": st.lists(RISKS, max_size=3), "mitigations": st.lists(MITIGATIONS, max_size=2)}
)
DOCUMENTS = st.fixed_dictionaries(
    {
        "categories": st.lists(
            st.fixed_dictionaries({"title": TEXTS, "entries": st.lists(ENTRIES, max_size=2)}), max_size=2
        )
    },
    optional={
        "id": IDS,
        "title": TEXTS,
        "references": NUMBERS,
        "position": NUMBERS,
        "date": DAYS,
        "period_end": DAYS,
        "scale": SCALES,
        "print_sets": st.lists(st.fixed_dictionaries({"name": TEXTS}, optional={"id": IDS}), max_size=1),
    },
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("accepted")


def taken_in(text: str, path: Path) -> RegisterTree | None:
    """The register of a document as a store holds it that was closed and opened again; None where it is refused."""
    path.unlink(missing_ok=True)
    with closing(Session.create(path, "me")) as session:
        try:
            session.run(registers.add(from_document(text, default)))
        except Problem:
            return None
    with closing(Session.open(path, "me")) as session:
        return session.tree(session.registers()[0].id)


@settings(max_examples=150)
@given(content=DOCUMENTS)
def test_what_is_accepted_opens_again_and_goes_out_and_comes_in_as_it_is(folder: Path, content: object) -> None:
    path = folder / "a.riskdesk"
    tree = taken_in(json.dumps(content), path)
    if tree is None:
        return
    assert health.check(path) == []
    transfer.export(tree, folder / "a.json", Print(), TIME)
    again = taken_in((folder / "a.json").read_text("utf-8"), path)
    assert again == tree
