"""References of risks that move into another register: their own where it is free, else the next one."""

from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import copies, items, registers, risks
from riskdesk.desk.session import Session
from riskdesk.store import copying
from tests.desk.standing import ids_of, register_of, state_of


def references(session: Session, number: int) -> list[str]:
    return [risk.reference for risk in session.tree(session.registers()[number].id).risks]


@pytest.mark.parametrize(
    ("typed", "moved", "expected"),
    [
        ({}, "r0 r1", ["R-01", "R-02", "R-03", "R-04"]),
        ({}, "r0 r2", ["R-01", "R-02", "R-04", "R-03"]),
        ({"r1": "X-1"}, "r0 r1", ["R-01", "R-02", "R-03", "X-1"]),
        ({"x1": "R-07"}, "r0 r1", ["R-01", "R-07", "R-08", "R-02"]),
        ({}, "e0", ["R-01", "R-02", "R-04", "R-05", "R-03"]),
        # From two registers with one name.
        ({"r0": "X-1", "y0": "x-1"}, "r0 y0", ["R-01", "R-02", "X-1", "R-03"]),
    ],
)
def test_what_is_taken_there_or_comes_along_is_not_given(
    small: Session, ids: dict[str, str], typed: dict[str, str], moved: str, expected: list[str]
) -> None:
    first, second = register_of("X: x0 x1 | "), register_of("Y: y0 | ")
    for tree in (first, second):
        small.run(registers.add(tree))
    names = ids_of(second) | ids_of(first) | ids
    for name, reference in typed.items():
        small.run(risks.edit(names[name], reference=reference))
    category = first.categories[0]
    parent = category.category.id if moved == "e0" else category.entries[0].entry.id
    small.run(items.place([names[name] for name in moved.split()], parent, 2))
    assert references(small, 1) == expected


def test_a_risk_without_a_reference_is_given_one(tmp_path: Path) -> None:
    """An older Riskdesk let it be empty."""
    first, second = register_of("A: r0 | "), register_of("X: x0 | ")
    numbered, _ = registers.renumbered(second)
    state = state_of(first, numbered)
    state["register", second.register.id]["position"] = 1
    copying.write(tmp_path / "older.riskdesk", copies.first_steps(state, "me", copies.LABEL))
    with closing(Session.open(tmp_path / "older.riskdesk", "me")) as older:
        older.run(items.place([next(first.risks).id], next(second.entries).entry.id, 1))
        assert references(older, 1) == ["R-01", "R-02"]
