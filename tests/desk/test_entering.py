"""What is edited or moved is asked as it comes into a register."""

import json
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from riskdesk.desk import health, items, registers, risks, scales
from riskdesk.desk.action import Action, in_turn
from riskdesk.desk.copies import Copy
from riskdesk.desk.session import Session
from riskdesk.domain.document import from_document, to_document
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.values import Category, Entry, Register, Risk

THREE = scales.profile("eu-action-document-3x3")
YEAR_27 = date(27, 5, 6)


def risk_by_reference(session: Session, reference: str) -> Risk:
    tree = session.tree(session.registers()[0].id)
    return next(risk for risk in tree.risks if risk.reference == reference)


def references(session: Session, register: str) -> list[str]:
    return [risk.reference for risk in session.tree(register).risks]


@pytest.mark.parametrize(
    ("action", "message"),
    [
        (lambda risk: risks.edit(risk.id, reference="r-06\u00a0"), "r-06 is taken by the risk “"),
        (lambda risk: risks.edit(risk.id, likelihood=6), "does not have every level of the risk R-05"),
        (lambda risk: risks.edit(risk.id, likelihood=0), "is not between 1"),
        (lambda risk: risks.edit(risk.id, next_review=YEAR_27), "6.May 0027 .next review."),
        (lambda risk: risks.edit(risk.id, note="\x1b"), "control character"),
    ],
)
def test_an_edit_is_refused_in_a_sentence(
    session: Session, register: str, action: Callable[[Risk], Action], message: str
) -> None:
    before = session.tree(register)
    with pytest.raises(InputProblem, match=message):
        session.run(action(risk_by_reference(session, "R-05")))
    assert session.tree(register) == before


def test_a_scale_without_the_levels_in_use_is_refused(session: Session, register: str) -> None:
    session.run(risks.edit(risk_by_reference(session, "R-05").id, residual_impact=5))
    with pytest.raises(InputProblem, match="does not have every level of the risk R-05"):
        session.run(registers.edit(register, scale=THREE))
    session.run(risks.edit(risk_by_reference(session, "R-05").id, residual_impact=3))
    assert session.run(registers.edit(register, scale=THREE))


LONG = "The licence is not renewed before the end of the year, and the works stop until the next meeting of the council"


def test_a_long_name_of_a_risk_is_shortened_visibly(session: Session, register: str) -> None:
    """In the sentences that refuse a reference, and a level in a document."""
    shortened = "The licence is not renewed before the end of the year, and the works stop until…"
    session.run(risks.edit(risk_by_reference(session, "R-05").id, description=LONG))
    with pytest.raises(InputProblem, match=f"taken by the risk “{shortened}”"):
        session.run(risks.edit(risk_by_reference(session, "R-06").id, reference="R-05"))
    content = json.loads(to_document(session.tree(register)))
    risk = next(risk for risk in content["categories"][0]["entries"][1]["risks"] if risk["reference"] == "R-05")
    for changes, name in (({"likelihood": 6}, "R-05"), ({"reference": ""}, shortened)):
        risk |= changes
        with pytest.raises(InputProblem, match=f"of the risk “{name}” names a level"):
            from_document(json.dumps(content), THREE)


def test_blanks_alone_are_no_owner(session: Session, register: str) -> None:
    session.run(risks.edit(risk_by_reference(session, "R-05").id, owner="M. Ivanova"))
    session.run(risks.edit(risk_by_reference(session, "R-05").id, owner="\u00a0\u200b\u3000"))
    assert risk_by_reference(session, "R-05").owner == ""


def test_a_blank_reference_makes_a_new_one(session: Session, register: str) -> None:
    risk = risk_by_reference(session, "R-05")
    session.run(risks.edit(risk.id, reference="\u2060 "))
    assert risk_by_reference(session, "R-32").id == risk.id


def test_a_reference_that_was_typed_is_never_given_again(session: Session, register: str) -> None:
    risk = risk_by_reference(session, "R-05")
    session.run(risks.edit(risk.id, reference="r-40"))
    session.undo(register)
    session.run(risks.add(risk.entry, ["one"]))
    assert references(session, register).count("R-41") == 1


def test_two_references_change_places_in_one_step(session: Session, register: str) -> None:
    five, six = risk_by_reference(session, "R-05"), risk_by_reference(session, "R-06")
    swap = in_turn([risks.edit(five.id, reference="R-06"), risks.edit(six.id, reference="R-05")])
    assert session.run(swap)
    assert (risk_by_reference(session, "R-06").id, risk_by_reference(session, "R-05").id) == (five.id, six.id)


# Moves between registers.


@pytest.fixture
def second(session: Session, register: str) -> Register:
    session.run(registers.duplicate(register))
    return session.tree(session.registers()[1].id).register


def test_a_risk_that_moves_where_its_reference_is_taken_is_given_a_new_one(
    session: Session, register: str, second: Register
) -> None:
    session.run(risks.edit(risk_by_reference(session, "R-06").id, reference="X-1"))
    moved = [risk_by_reference(session, "R-05"), risk_by_reference(session, "X-1")]
    session.run(items.place([risk.id for risk in moved], next(session.tree(second.id).entries).entry.id, 0))
    new = {risk.id: risk.reference for risk in session.tree(second.id).risks}
    assert [new[risk.id] for risk in moved] == ["R-32", "X-1"]
    session.undo(second.id)
    assert risk_by_reference(session, "R-05") == moved[0]


@pytest.mark.parametrize("kind", [Category, Entry])
def test_references_stay_unique_where_a_category_or_entry_moves(
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
    session.run(risks.edit(risk_by_reference(session, "R-05").id, impact=5))
    entry = next(session.tree(second.id).entries).entry.id
    with pytest.raises(InputProblem, match="does not have every level"):
        session.run(items.place([risk_by_reference(session, "R-05").id], entry, 0))
    with pytest.raises(InputProblem, match="does not have every level"):
        session.run(items.place([session.tree(register).categories[0].category.id], second.id, 0))


def test_within_its_register_a_risk_keeps_its_reference(session: Session, register: str) -> None:
    risk = risk_by_reference(session, "R-05")
    session.run(items.place([risk.id], list(session.tree(register).entries)[-1].entry.id, 0))
    assert risk_by_reference(session, "R-05").id == risk.id


def test_a_reference_that_was_typed_in_both_is_given_anew(session: Session, register: str, tmp_path: Path) -> None:
    session.send(Copy(), tmp_path / "copy.riskdesk")
    with closing(Session.open(tmp_path / "copy.riskdesk", "Marat")) as other:
        other.run(risks.edit(risk_by_reference(other, "R-05").id, reference="X-1", owner=" "))
        other.run(risks.add(risk_by_reference(other, "R-06").entry, ["Theirs"]))
    session.run(risks.edit(risk_by_reference(session, "R-07").id, reference="x-1"))
    session.run(risks.add(risk_by_reference(session, "R-06").entry, ["Mine"]))
    found_both = session.merge(tmp_path / "copy.riskdesk")
    assert found_both.renumbered() == [("R-32", "R-33"), ("X-1", "R-34")]
    session.run(found_both.action())
    names = {risk.reference: risk.description for risk in session.tree(register).risks}
    assert (names["R-32"], names["R-33"]) == ("Mine", "Theirs")
    assert risk_by_reference(session, "R-34").owner == ""
    assert session.tree(register).register.references == 34
    assert health.check(session.path) == []
