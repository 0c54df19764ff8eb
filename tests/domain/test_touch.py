"""Which registers a step touches: a table of cases."""

import datetime

import pytest

from riskdesk.domain.step import Change, Step
from riskdesk.domain.touch import Touch, touches

NOW = datetime.datetime(2026, 11, 28, tzinfo=datetime.UTC)


def added(kind: str, identity: str, **parent: str) -> Change:
    return Change(kind, identity, None, {"id": identity, **parent})


def gone(kind: str, identity: str) -> Change:
    return Change(kind, identity, {"id": identity}, None)


def edited(kind: str, identity: str, **after: object) -> Change:
    return Change(kind, identity, dict.fromkeys(after), dict(after))


# Two registers, A with a category, an entry and a risk, B with a category.
START = (
    *(added("register", "A"), added("category", "c", register="A"), added("entry", "e", category="c")),
    *(added("risk", "r", entry="e"), added("register", "B"), added("category", "d", register="B")),
)
CASES: dict[str, tuple[tuple[Change, ...], int | None, set[Touch]]] = {
    "an edit": ((edited("risk", "r", note="x"),), None, {("A", "r")}),
    "an item added and edited": (
        (added("risk", "s", entry="e"), edited("risk", "s", note="x")),
        None,
        {("A", "s")},
    ),
    "an item deleted with what is in it": (
        (gone("risk", "r"), gone("entry", "e"), gone("category", "c")),
        None,
        {("A", "r"), ("A", "e"), ("A", "c")},
    ),
    "a category moved to another register": (
        (edited("category", "c", register="B", position=0),),
        None,
        {("A", "c"), ("B", "c")},
    ),
    "a risk edited after its entry moved": (
        (edited("entry", "e", category="d"), edited("risk", "r", note="x")),
        None,
        {("A", "e"), ("B", "e"), ("B", "r")},
    ),
    "a register edited": ((edited("register", "B", title="x"),), None, {("B", "B")}),
    "a register added": ((added("register", "C"),), None, {("C", "C")}),
    "a register deleted": (
        (gone("category", "d"), gone("register", "B")),
        None,
        {("B", "d"), ("A", "B"), ("B", "B")},
    ),
    "print sets and snapshots": (
        (added("print_set", "p", register="A"), added("snapshot", "s", register="B")),
        None,
        {("A", "p"), ("B", "s")},
    ),
    "a step that takes another back": ((), 1, {("A", "A"), ("B", "B")}),
    "one that takes it back in part": ((edited("risk", "r", note="x"),), 1, {("A", "r"), ("B", "B")}),
    "one that takes nothing back": ((), 9, set()),
    "one that takes itself back": ((edited("risk", "r", note="x"),), 2, {("A", "r")}),
    "an item in nothing": ((added("entry", "f", category="nowhere"), edited("risk", "nobody", note="x")), None, set()),
}


class Start:
    """What there is after the step that makes it."""

    def register_ids(self) -> list[str]:
        return [change.id for change in START if change.kind == "register"]

    def parent(self, kind: str, identity: str) -> str | None:
        above = {"category": "register", "entry": "category", "risk": "entry"}[kind]
        return next((change.after[above] for change in START if change.key == (kind, identity) and change.after), None)

    def touched(self, number: int) -> list[str]:
        return self.register_ids() if number == 1 else []


@pytest.mark.parametrize("name", CASES)
def test_what_a_step_touches(name: str) -> None:
    changes, undoes, expected = CASES[name]
    steps = [Step(1, NOW, "me", "", START), Step(2, NOW, "me", "", changes, undoes)]
    assert dict(touches(steps))[2] == expected
    assert dict(touches(steps[1:], Start())) == {2: expected}
