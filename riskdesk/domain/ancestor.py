"""Finds where two copies of a register diverged: the last state that both of their journals have been in."""

import datetime
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from operator import attrgetter, itemgetter, xor
from typing import NamedTuple, TypeAlias

from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.records import Record, without_people, without_people_as_before
from riskdesk.domain.replay import Key, State, follow, register_of
from riskdesk.domain.step import Change, Step

# A copy need not have kept these: the place of a register among the others, the number of references it gave, and
# snapshots, which never change and are not in its document.
_NOT_COMPARED = {"position", "references"}
_KIND_NOT_COMPARED = "snapshot"
# The forms that a record may have in a copy; `_PAIRS` are those in which two registers may be alike: mine, theirs.
_FORMS: tuple[Callable[[Record], Record], ...] = (dict, without_people, without_people_as_before)
_Sum: TypeAlias = tuple[datetime.datetime, int]
_PAIRS = ((0, 0), (1, 0), (0, 1), (2, 0), (0, 2))


@dataclass(frozen=True, slots=True)
class _Point:
    """A register after a step, with a checksum of its records in each of the forms."""

    number: int
    at: datetime.datetime
    sums: tuple[int, ...]


class Fork(NamedTuple):
    """The last step that two journals of a register have in common, by its number in each, and the form of `theirs`."""

    mine: int
    theirs: int
    form: int


class Ancestor(NamedTuple):
    """The state in which two copies diverged, and the fork of each register; without those that never were the same."""

    state: State
    forks: Mapping[str, Fork]


def common(mine: Iterable[Step], theirs: Sequence[Step], checkpoint: Checkpoint = never_cancelled) -> Ancestor:
    """The state of each register when `theirs` diverged from `mine`.

    Both journals are followed from the state that one of them begins with: a copy without history begins with its
    whole state, and that may lack the names of people. `checkpoint` may cancel it.
    """
    own_points = _history(mine, checkpoint)
    all_forks = {
        register: _fork(own_points.get(register, []), points)
        for register, points in _history(theirs, checkpoint).items()
    }
    forks = {register: fork for register, fork in all_forks.items() if fork is not None}
    parting = defaultdict[int, list[str]](list)
    for register, fork in forks.items():
        parting[fork.theirs].append(register)
    walk, base = _Walk(), State()
    for step in theirs:
        checkpoint()
        walk.take(step)
        for register in parting.get(step.number, ()):
            base |= walk.records(register, _FORMS[forks[register].form])
    return Ancestor(base, forks)


def _history(steps: Iterable[Step], checkpoint: Checkpoint) -> dict[str, list[_Point]]:
    walk, points = _Walk(), defaultdict[str, list[_Point]](list)
    for step in steps:
        checkpoint()
        for register in walk.take(step):
            points[register].append(_Point(step.number, step.at, walk.sums[register]))
    return points


def _fork(mine: list[_Point], theirs: list[_Point]) -> Fork | None:
    """Where the copies of a register diverged; None if they never were the same."""
    forks = []
    for ours, others in _PAIRS:
        own_sums = [(point.at, point.sums[ours]) for point in mine]
        other_sums = [(point.at, point.sums[others]) for point in theirs]
        # Either may be a copy without history, whose journal lacks the earlier steps.
        steps = _together(own_sums, other_sums) or _together(other_sums, own_sums)[::-1]
        if steps:
            forks.append(Fork(mine[steps[0]].number, theirs[steps[1]].number, others))
    # As long as nobody was named, a copy without names is alike in each form.
    return max(forks, key=attrgetter("theirs"), default=None)


def _together(whole: list[_Sum], copy: list[_Sum]) -> tuple[int, ...]:
    """The places, in both journals, of the last step they have in common.

    They are empty unless `whole` has been in the state that `copy` begins with.
    """
    # A copy without history begins with several steps of the same time if a single one would be too long.
    begun = sum(1 for _ in takewhile(lambda point: point[0] == copy[0][0], copy)) - 1
    starts = [place for place, (_, point_sum) in enumerate(whole) if copy and point_sum == copy[begun][1]]
    more = [(_alike(whole[start + 1 :], copy[begun + 1 :]), start) for start in starts]
    return max([(start + steps, begun + steps) for steps, start in more], key=itemgetter(1), default=())


def _alike(mine: list[_Sum], theirs: list[_Sum]) -> int:
    """How many steps, from the first on, are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(mine, theirs, strict=False)))


class _Walk:
    """A journal followed step by step."""

    def __init__(self) -> None:
        self._state = State()
        # The keys of the items in each register, in the order in which they were added.
        self._inside: dict[str, dict[Key, None]] = defaultdict(dict)
        self.sums: dict[str, tuple[int, ...]] = defaultdict(lambda: (0,) * len(_FORMS))

    def take(self, step: Step) -> list[str]:
        """Follow a step; return the registers that it changed."""
        return list(dict.fromkeys(register for change in step.changes for register in self._follow(change)))

    def records(self, register: str, form: Callable[[Record], Record]) -> State:
        """The records of all that is in a register now, in the given form."""
        # In a journal made to do harm, an item may be deleted after its parent; it is then still in `_inside`.
        return {key: form(self._state[key]) for key in self._inside[register] if key in self._state}

    def _follow(self, change: Change) -> Iterable[str]:
        key = change.key
        before = self._sum(key)
        follow(self._state, change)
        after = self._sum(key)
        if before and after and before != after:
            # An item that moves to another register takes all that is in it along.
            self._sum_anew(*before, *after)
        else:
            for register in before:
                self._inside[register].pop(key, None)
            for register in after:
                self._inside[register][key] = None
        return [*before, *after]

    def _sum_anew(self, *registers: str) -> None:
        keys = [key for register in registers for key in self._inside.pop(register, ())]
        for register in registers:
            del self.sums[register]
        for key in keys:
            for register in self._sum(key):
                self._inside[register][key] = None

    def _sum(self, key: Key) -> list[str]:
        """Add the record of a key to the sums of its register, or remove it: with xor, both are the same."""
        record = self._state.get(key)
        if record is None:
            return []
        register = self._register(key)
        if key[0] != _KIND_NOT_COMPARED:
            self.sums[register] = tuple(map(xor, self.sums[register], _hashes(key, record)))
        return [register]

    def _register(self, key: Key) -> str:
        # Only a journal made to do harm has items that are in no register.
        register = register_of(key, self._state)
        return "" if register is None else register[1]


def _hashes(key: Key, record: Record) -> Iterator[int]:
    """The hash of a record in each form, worked out once where forms are equal."""
    last: Record = {}
    for form in _FORMS:
        content = form(record)
        if content != last:
            last, digest = content, _hash(key, content)
        yield digest


def _hash(key: Key, record: Record) -> int:
    content = {name: value for name, value in record.items() if key[0] != "register" or name not in _NOT_COMPARED}
    return hash((*key, json.dumps(content, sort_keys=True)))
