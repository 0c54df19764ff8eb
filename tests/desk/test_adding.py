"""Adding to a register and editing what is in it, one kind of value at a time."""

import datetime

import pytest

from riskdesk.desk import categories, entries, items, mitigations, risks
from riskdesk.desk.action import Action, in_turn
from riskdesk.desk.edits import edit
from riskdesk.desk.session import Session
from riskdesk.domain.problems import NotFound
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Category, Mitigation, Register, Risk, Value
from tests.desk.standing import START, after

A, C = START.split("; B: ; ")


def tree_of(session: Session) -> RegisterTree:
    return session.tree(session.registers()[0].id)


@pytest.mark.parametrize(("position", "place"), [(0, 0), (2, 2), (3, 3), (None, 3), (99, 3)])
def test_bullets_are_added_before_what_is_at_a_place(
    small: Session, ids: dict[str, str], position: int | None, place: int
) -> None:
    bullets = ["r0", "r1", "r2"]
    bullets[place:place] = ["new", "newer"]
    expected = f"A: {' '.join(bullets)} | m0 m1, r3 | ; B: ; {C}"
    assert after(small, risks.add(ids["e0"], ["new", "newer"], position)) == expected
    references = {risk.description: risk.reference for risk in tree_of(small).risks}
    assert (references["new"], references["newer"]) == ("R-08", "R-09")
    assert tree_of(small).register.references == 9


@pytest.mark.parametrize(
    ("position", "expected"),
    [(0, "new m0 m1"), (1, "m0 new m1"), (None, "m0 m1 new"), (2, "m0 m1 new"), (9, "m0 m1 new")],
)
def test_mitigations_are_added_before_what_is_at_a_place(
    small: Session, ids: dict[str, str], position: int | None, expected: str
) -> None:
    assert after(small, mitigations.add(ids["e0"], ["new"], position)) == START.replace("m0 m1", expected)


@pytest.mark.parametrize(
    ("position", "expected"), [(0, f"new: ; {START}"), (1, f"{A}; new: ; B: ; {C}"), (None, f"{START}; new: ")]
)
def test_categories_are_added_before_what_is_at_a_place(
    small: Session, ids: dict[str, str], position: int | None, expected: str
) -> None:
    assert after(small, categories.add(ids["register"], position, "new")) == expected


@pytest.mark.parametrize(
    ("category", "position", "expected"),
    [
        ("A", 0, START.replace("A: ", "A: new | newer, ")),
        ("A", 1, START.replace("m1, ", "m1, new | newer, ")),
        ("A", None, START.replace("r3 | ", "r3 | , new | newer")),
        ("B", None, START.replace("B: ", "B: new | newer")),
    ],
)
def test_entries_are_added_with_what_is_in_them(
    small: Session, ids: dict[str, str], category: str, position: int | None, expected: str
) -> None:
    assert after(small, entries.add(ids[category], position, ["new"], ["newer"])) == expected


def test_an_entry_may_be_added_empty(small: Session, ids: dict[str, str]) -> None:
    assert after(small, entries.add(ids["B"])) == START.replace("B: ", "B:  | ")
    assert after(small, categories.add(ids["register"])).endswith("; : ")


@pytest.mark.parametrize(
    "action",
    [
        risks.add("gone", ["new"]),
        mitigations.add("gone", ["new"]),
        entries.add("gone"),
        categories.add("gone"),
        risks.edit("gone", note="new"),
        mitigations.edit("gone", description="new"),
        categories.edit("gone", "new"),
        items.place(["gone"], "gone", 0),
        # To add nothing to what is not there is no success.
        risks.add("gone", []),
        mitigations.add("gone", []),
    ],
)
def test_what_is_to_be_added_to_or_edited_may_be_gone(small: Session, action: Action) -> None:
    with pytest.raises(NotFound):
        small.run(action)


def test_what_is_deleted_meanwhile_is_not_added_to(small: Session, ids: dict[str, str]) -> None:
    action = risks.add(ids["e0"], ["new"])
    small.run(items.delete([ids["A"]]))
    with pytest.raises(NotFound):
        small.run(action)


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"note": "new"}, "Edit risk"),
        ({"likelihood": 2}, "Assess risk"),
        ({"residual_impact": 2, "note": "new"}, "Assess risk"),
    ],
)
def test_the_label_tells_whether_a_risk_is_assessed(
    small: Session, ids: dict[str, str], fields: dict[str, object], label: str
) -> None:
    step = small.run(risks.edit(ids["r0"], **fields))
    assert step is not None
    assert step.label == label


@pytest.mark.parametrize(
    ("kind", "name", "field", "value"),
    [
        (Register, "register", "title", "New"),
        (Category, "A", "title", "New"),
        (Risk, "r0", "description", "New"),
        (Mitigation, "m0", "due_date", datetime.date(2027, 1, 5)),
    ],
)
def test_edit_changes_a_field_of_any_kind(
    small: Session, ids: dict[str, str], kind: type[Value], name: str, field: str, value: object
) -> None:
    small.run(edit(kind, ids[name], **{field: value}))
    edited = {value.id: value for value in tree_of(small).values}[ids[name]]
    assert getattr(edited, field) == value


def test_an_edit_of_two_is_one_step_and_sweeping_if_one_of_them_is(small: Session, ids: dict[str, str]) -> None:
    many = items.delete([ids[name] for name in ("r1", "r2", "r3", "r4", "r5", "r6", "m0", "m1", "m2", "m3")])
    few = categories.edit(ids["B"], "New")
    assert [action.sweeping for action in map(in_turn, ([few, few], [few, many], [many, few]))] == [False, True, True]
    step = small.run(in_turn([few, many]))
    assert step is not None
    assert step.label == "Rename category"
    small.undo(None)
    assert after(small, Action("Nothing", lambda _tx: None)) == START
