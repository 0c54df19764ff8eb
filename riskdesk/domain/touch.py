"""The registers that a step touches: the rule by which the index of the journal is made.

A change touches the register that its item lies in, before and after. A step that deletes a register touches every
register there is, as their list and numbers change. A step that undoes another touches what that one touched.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Protocol, TypeAlias

from riskdesk.domain.possible import MOST_TOUCHES
from riskdesk.domain.records import PARENTS
from riskdesk.domain.replay import Key
from riskdesk.domain.step import Change, NoStep, Step

# The register and the changed item, or the register twice if a step touches it without a change there.
Touch: TypeAlias = tuple[str, str]


class Places(Protocol):
    """A source of the registers in which items lay before a change."""

    def register_ids(self) -> Iterable[str]:
        """The ids of the registers there are."""

    def register_of(self, kind: str, identity: str) -> str | None:
        """The id of the register that an item lies in; None if it lies in none."""


class Before(Protocol):
    """A source of the parents of items before some steps, and of the registers that older steps touched."""

    def register_ids(self) -> Collection[str]:
        """The ids of the registers there were."""

    def parent(self, kind: str, identity: str) -> str | None:
        """The id of the value that an item lay in; None if it was not there."""

    def touched(self, number: int) -> Collection[str]:
        """The registers that an older step touched."""


class _Nothing:
    """The empty state before the first step of a journal."""

    def register_ids(self) -> Collection[str]:
        return ()

    def parent(self, _kind: str, _identity: str) -> None:
        return None

    def touched(self, _number: int) -> Collection[str]:
        return ()


def touches(steps: Iterable[Step], before: Before | None = None) -> Iterator[tuple[int, set[Touch]]]:
    """The number of each step and what it touches, for a whole journal or for steps that follow on others.

    Raise NoStep if that is more than a store holds.
    """
    before = before or _Nothing()
    places, registers_by_step = _Walk(before), dict[int, frozenset[str]]()
    alike: dict[frozenset[str], frozenset[str]] = {}
    remaining = MOST_TOUCHES
    for step in steps:
        touched: set[Touch] = set()
        for change in step.changes:
            touched.update(touched_by(change, places))
            places.follow(change)
            # Many registers may be deleted, each while all the others are there.
            if len(touched) > remaining:
                raise NoStep(step.number)
        if step.undoes is not None:
            undone = registers_by_step[step.undoes] if step.undoes in registers_by_step else before.touched(step.undoes)
            touched |= inherited(undone, touched)
        remaining -= len(touched)
        registers = frozenset(register for register, _ in touched)
        registers_by_step[step.number] = alike.setdefault(registers, registers)
        yield step.number, touched


def touched_by(change: Change, places: Places) -> list[Touch]:
    """What a change touches; to be called before it is made."""
    parent, after = PARENTS[change.kind], change.after or {}
    if parent is None:
        registers = [change.id, *(places.register_ids() if change.after is None else ())]
    else:
        now = None if change.before is None else places.register_of(change.kind, change.id)
        then = places.register_of(parent, after[parent]) if parent in after else None
        registers = [register for register in (now, then) if register is not None]
    return [(register, change.id) for register in registers]


def inherited(registers: Iterable[str], touched: Iterable[Touch]) -> set[Touch]:
    """What a step touches in addition, as it undoes one that touched these registers."""
    own = {register for register, _ in touched}
    return {(register, register) for register in registers if register not in own}


class _Walk:
    """A table of the parents of items, updated change by change."""

    def __init__(self, before: Before) -> None:
        self._before = before
        self._parents: dict[Key, str | None] = {}
        self._registers = set(before.register_ids())

    def register_ids(self) -> set[str]:
        return self._registers

    def register_of(self, kind: str, identity: str) -> str | None:
        parent = PARENTS[kind]
        if parent is None:
            return identity
        key = (kind, identity)
        if key not in self._parents:
            self._parents[key] = self._before.parent(kind, identity)
        above = self._parents[key]
        return None if above is None else self.register_of(parent, above)

    def follow(self, change: Change) -> None:
        parent = PARENTS[change.kind]
        if change.after is None:
            self._parents[change.key] = None
            self._registers.discard(change.id)
        elif parent is None:
            self._registers.add(change.id)
        elif parent in change.after:
            self._parents[change.key] = change.after[parent]
