"""Several risks or mitigations changed together: what is told beforehand is what happens, and nothing else."""

from datetime import date
from typing import Any

import pytest

from riskdesk.desk import together
from riskdesk.desk.session import Session
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Mitigation, MitigationStatus, Response, Risk, RiskStatus


def fields(tree: RegisterTree, names: list[str]) -> dict[str, dict[str, Any]]:
    """The fields of each bullet, and the category that it is in."""
    return {
        item.id: {name: getattr(item, name, None) for name in names} | {"category": category.category.id}
        for category in tree.categories
        for entry in category.entries
        for item in (*entry.risks, *entry.mitigations)
    }


CHANGES: list[tuple[type[Risk | Mitigation], dict[str, Any]]] = [
    (Risk, {"owner": "Anna"}),
    (Risk, {"status": RiskStatus.CLOSED, "response": Response.AVOID}),
    (Risk, {"next_review": date(2027, 1, 31), "escalated_to": "Director"}),
    (Risk, {"next_review": None}),
    (Risk, {"category": 4}),
    (Risk, {"category": 0, "owner": "Marat"}),
    (Mitigation, {"due_date": date(2027, 1, 31), "status": MitigationStatus.DONE}),
    (Mitigation, {"action_owner": ""}),
]


@pytest.mark.parametrize(("kind", "values"), CHANGES)
def test_what_is_planned_is_what_happens(
    session: Session, register: str, kind: type[Risk | Mitigation], values: dict[str, Any]
) -> None:
    tree = session.tree(register)
    new_values = values | (
        {"category": tree.categories[values["category"]].category.id} if "category" in values else {}
    )
    items = list(tree.risks if kind is Risk else tree.mitigations)[2:20:3]
    plan = together.planned(tree, items, new_values)
    names = [*together.fields_of(kind)]
    before = fields(tree, names)
    session.run(together.change(items, new_values))
    after = fields(session.tree(register), names)
    planned_values = {planned.item.id: {edit.field: edit.after for edit in planned.edits} for planned in plan}
    for identity in before:
        new_fields = planned_values.get(identity, {})
        moved = new_fields.pop("category", None)
        expected = before[identity] | new_fields | ({"category": moved.id} if moved is not None else {})
        # Mitigations of an entry that went as a whole went with it.
        if identity not in planned_values and before[identity]["category"] != after[identity]["category"]:
            assert isinstance(next(item for item in tree.items if item.id == identity), Mitigation)
            expected["category"] = new_values["category"]
        assert after[identity] == expected


def test_what_is_so_already_is_told_and_no_step(session: Session, register: str) -> None:
    items = list(session.tree(register).risks)[:3]
    session.run(together.change(items, {"owner": "Anna"}))
    items = list(session.tree(register).risks)[:4]
    plan = together.planned(session.tree(register), items, {"owner": "Anna"})
    assert [len(planned.edits) for planned in plan] == [0, 0, 0, 1]
    assert session.run(together.change(items[:3], {"owner": "Anna"})) is None


def test_an_entry_goes_as_a_whole_only_with_all_its_risks(session: Session, register: str) -> None:
    tree = session.tree(register)
    entry = next(entry for entry in tree.entries if len(entry.risks) > 1)
    last = tree.categories[-1].category
    (alone,) = together.planned(tree, [entry.risks[0]], {"category": last.id})
    assert (alone.edits[0].along, alone.edits[0].left) == (0, len(entry.mitigations))
    session.run(together.change([entry.risks[0]], {"category": last.id}))
    after = session.tree(register)
    assert [risk.id for risk in after.categories[-1].entries[-1].risks] == [entry.risks[0].id]
    assert after.categories[-1].entries[-1].mitigations == ()
    rest = next(candidate for candidate in after.entries if candidate.entry.id == entry.entry.id)
    assert rest.mitigations == entry.mitigations
    session.undo(register)
    whole = together.planned(tree, entry.risks, {"category": last.id})
    assert {(planned.edits[0].along, planned.edits[0].left) for planned in whole} == {(len(entry.mitigations), 0)}
    session.run(together.change(entry.risks, {"category": last.id}))
    moved = session.tree(register).categories[-1].entries[-1]
    assert (moved.entry.id, moved.risks, moved.mitigations) == (entry.entry.id, entry.risks, entry.mitigations)


def test_a_value_that_cannot_be_changes_nothing_at_all(session: Session, register: str) -> None:
    before = session.tree(register)
    with pytest.raises(InputProblem, match="control character"):
        session.run(together.change(list(before.risks), {"owner": "An\x07na", "status": RiskStatus.CLOSED}))
    assert session.tree(register) == before


def test_risks_are_taken_from_what_is_selected(session: Session, register: str) -> None:
    tree = session.tree(register)
    category, risk, mitigation = tree.categories[1], next(tree.risks), next(tree.mitigations)
    assert tree.bullets_among({mitigation.id, risk.id, category.category.id}) == [risk, *category.risks]
    assert tree.bullets_among({mitigation.id}) == [mitigation]
    assert tree.bullets_among({register, "gone"}) == []


def test_risks_alone_are_moved_to_another_category() -> None:
    assert "category" in together.fields_of(Risk)
    assert "category" not in together.fields_of(Mitigation)
