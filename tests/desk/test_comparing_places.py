"""Where what is new in a file comes to stand, beside what moves and what stays."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from riskdesk.desk import comparing as taking
from riskdesk.desk.session import Session
from riskdesk.domain.comparing.comparing import compare
from riskdesk.domain.growing import grow
from riskdesk.domain.records import parent_field
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Category, Entry, Mitigation, Risk, new_id
from tests.desk.everything import everything
from tests.desk.standing import register_of, text_of

# What our own file has otherwise, each by what it stands in there, or nothing where it is gone; and what stands then.
OTHERWISE = [
    # What is new beside a risk that leaves its entry goes with it.
    (
        {"r5": "", "e9": "A", "+r5": "e9", "r9": "e9", "m9": "e9"},
        "A: r0 r1 r2 | m0 m1, r3 | , r5 r9 | m9; B: ; C: r4 | m2, r6 | m3 m4",
    ),
    # What is new stays where its entry goes away with the risk that was in it.
    (
        {"r3": "e9", "e9": "B", "r9": "e3", "m9": "e3"},
        "A: r0 r1 r2 | m0 m1, r9 | m9; B: r3 | ; C: r4 r5 | m2, r6 | m3 m4",
    ),
    # The mitigations of an entry in which no known risk is left come along.
    (
        {"r6": "", "e6": "B", "r9": "e6"},
        "A: r0 r1 r2 | m0 m1, r3 | ; B: r9 | m3 m4; C: r4 r5 | m2",
    ),
    # A mitigation does not draw a new risk to where it stands.
    (
        {"m2": "e9", "D": "register", "e9": "D", "r9": "e9"},
        "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4; D: r9 | ",
    ),
]


NEW: dict[str, type[Any]] = {"D": Category, "e": Entry, "r": Risk, "m": Mitigation}


def with_parents(tree: RegisterTree, ids: Mapping[str, str], changes: Mapping[str, str]) -> RegisterTree:
    """What comes back of a register where somebody moved, deleted and added what is named by its text."""
    known = {name: new_id() for name in changes} | ids | {"register": tree.register.id}
    values = {value.id: value for value in tree.values}
    for name, above in changes.items():
        kind = NEW[name.lstrip("+")[0]]
        field = parent_field(kind) or ""
        if not above:
            del values[ids[name]]
        elif name in ids:
            values[ids[name]] = replace(values[ids[name]], **{field: known[above]})
        else:
            text: dict[str, Any] = {"title" if kind is Category else "description": name.lstrip("+")}
            more = {field: known[above], "position": 9} | (text if kind is not Entry else {})
            values[known[name]] = kind(id=known[name], **more)
    return grow(values.values())


@pytest.mark.parametrize(("changes", "expected"), OTHERWISE)
def test_what_is_new_stands_in_the_category_in_which_our_own_file_has_it(
    small: Session, ids: dict[str, str], changes: dict[str, str], expected: str
) -> None:
    session, tree = small, small.tree(small.registers()[0].id)
    incoming = with_parents(tree, ids, changes)
    comparison = compare(incoming, tree)
    session.run(taking.apply(comparison, everything(comparison)))
    now = session.tree(tree.register.id)
    assert text_of(now) == expected
    assert {difference.field for difference in compare(incoming, now).differences} <= {"reference"}
    session.undo(tree.register.id)
    assert text_of(session.tree(tree.register.id)) == text_of(tree)


def test_an_entry_moves_whole_though_something_new_comes_into_it(small: Session) -> None:
    session, tree = small, small.tree(small.registers()[0].id)
    incoming = register_of("A: r0 r1 r2 | m0 m1 ; B: r3 r9 | m9 ; C: r4 r5 | m2, r6 | m3 m4")
    session.run(taking.apply(compare(incoming, tree), {}))
    assert text_of(session.tree(tree.register.id)) == "A: r0 r1 r2 | m0 m1; B: r3 r9 | m9; C: r4 r5 | m2, r6 | m3 m4"
    assert not compare(incoming, session.tree(tree.register.id)).changes({})
