"""Where two copies of a register went apart: the last state that both of their journals have been in."""

import datetime
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from operator import attrgetter

from riskdesk.domain.records import Record, parent_of, without_people
from riskdesk.domain.replay import Key, State, follow
from riskdesk.domain.step import Change, Step

# What a register in a copy need not have kept: its place among the others and how many references it gave.
_NOT_COMPARED = {"position", "references"}
_whole, _nameless = attrgetter("whole"), attrgetter("nameless")


@dataclass(frozen=True, slots=True)
class _Point:
    """A register after a step: sums over its records as they are, and without the names of people."""

    number: int
    at: datetime.datetime
    whole: int
    nameless: int


def common(mine: Iterable[Step], theirs: Sequence[Step]) -> State:
    """The state in which each register was when `theirs` went its own way; without those that never were the same.

    Two journals are followed side by side from the first state in `theirs`, which a copy without history begins
    with as a whole, and which lacks the names of people where the copy does.
    """
    known, forks = _history(mine), defaultdict[int, list[tuple[str, bool]]](list)
    for register, points in _history(theirs).items():
        number, nameless = _fork(known.get(register, []), points)
        forks[number].append((register, nameless))
    walk, base = _Walk(), State()
    for step in theirs:
        walk.take(step)
        for register, nameless in forks.get(step.number, ()):
            base |= walk.records(register, nameless=nameless)
    return base


def _history(steps: Iterable[Step]) -> dict[str, list[_Point]]:
    walk, points = _Walk(), defaultdict[str, list[_Point]](list)
    for step in steps:
        for register in walk.take(step):
            points[register].append(_Point(step.number, step.at, *walk.sums[register]))
    return points


def _fork(mine: list[_Point], theirs: list[_Point]) -> tuple[int, bool]:
    """The number of the last step of `theirs` that both know, 0 for none, and whether names are to be left out."""
    for ours, others in ((_whole, _whole), (_nameless, _whole), (_whole, _nameless)):
        known = [(point.at, ours(point)) for point in mine]
        first, *more = [(point.at, others(point)) for point in theirs]
        starts = [place for place, (_, told) in enumerate(known, 1) if told == first[1]]
        if starts:
            together = max(_alike(known[start:], more) for start in starts)
            return theirs[together].number, others is _nameless
    return 0, False


def _alike(mine: list[tuple[datetime.datetime, int]], theirs: list[tuple[datetime.datetime, int]]) -> int:
    """How many steps from the first on are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(mine, theirs, strict=False)))


class _Walk:
    """A journal followed step by step."""

    def __init__(self) -> None:
        self._state = State()
        self.sums: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))

    def take(self, step: Step) -> list[str]:
        """Follow a step; returns the registers that it touched."""
        return list(dict.fromkeys(register for change in step.changes for register in self._follow(change)))

    def records(self, register: str, *, nameless: bool) -> State:
        """All that is in a register now."""
        inside = {key: record for key, record in self._state.items() if self._register(key, record) == register}
        return {key: without_people(record) for key, record in inside.items()} if nameless else inside

    def _follow(self, change: Change) -> Iterable[str]:
        key = change.key
        before = self._sum(key)
        follow(self._state, change)
        after = self._sum(key)
        return [*before, *after]

    def _sum(self, key: Key) -> list[str]:
        """Add the record of a key to the sums of its register, or take it out: it is its own opposite."""
        record = self._state.get(key)
        if record is None:
            return []
        register = self._register(key, record)
        whole, nameless = self.sums[register]
        self.sums[register] = whole ^ _hash(key, record), nameless ^ _hash(key, without_people(record))
        return [register]

    def _register(self, key: Key, record: Record) -> str:
        parent = parent_of(key, record)
        if parent is None:
            return key[1]
        # Only a journal that was made to do harm tells of what lies in nothing.
        above = self._state.get(parent)
        return "" if above is None else self._register(parent, above)


def _hash(key: Key, record: Record) -> int:
    told = {name: it for name, it in record.items() if key[0] != "register" or name not in _NOT_COMPARED}
    return hash((*key, json.dumps(told, sort_keys=True)))
