"""The order of siblings: one merged from two that were changed separately, and the positions that keep it."""

import math
from bisect import bisect_left
from collections.abc import Hashable, Sequence
from functools import partial
from itertools import pairwise
from typing import TypeVar

from riskdesk.domain.plain import place

Sibling = TypeVar("Sibling", bound=Hashable)
# The least distance between siblings, and that of those that are moved because there is no room, for each of them: the
# more are moved, the more room they get, so that many are moved the more rarely.
_LEAST, _ROOM = 2.0**-40, 2.0**-20


def ordered(base: Sequence[Sibling], mine: Sequence[Sibling], theirs: Sequence[Sibling]) -> list[Sibling]:
    """The items of `mine` and `theirs`, each once, in the order of the side that changed it; of mine if both did.

    An item that only the other side has comes after the one that it follows there.
    """
    lead, other = (theirs, mine) if not _reordered(base, mine) and _reordered(base, theirs) else (mine, theirs)
    behind = _behind(lead, other)
    return [*behind[-1], *(each for at, item in enumerate(lead) for each in (item, *behind[at]))]


def _behind(lead: Sequence[Sibling], other: Sequence[Sibling]) -> dict[int, list[Sibling]]:
    """The items only in `other`, by the place in `lead` after which they come; items only in `lead` come first."""
    places, others = {item: at for at, item in enumerate(lead)}, set(other)
    last, ends = len(lead) - 1, dict[int, int]()
    for at in range(last, -2, -1):
        ends[at] = ends[at + 1] if at < last and lead[at + 1] not in others else at
    behind: dict[int, list[Sibling]] = {at: [] for at in ends}
    at = ends[-1]
    for item in other:
        if item in places:
            at = ends[places[item]]
        else:
            behind[at].append(item)
    return behind


def _reordered(base: Sequence[Sibling], side: Sequence[Sibling]) -> bool:
    both = set(base) & set(side)
    return [item for item in side if item in both] != [item for item in base if item in both]


def positions(now: Sequence[float | None]) -> list[float]:
    """Rising positions for siblings in order, given those that they have, or None for one that has none yet.

    As many siblings as possible keep theirs. One between two others gets a number between theirs; if floats have none
    left there, the siblings after it are moved, too, until all have room again, or those before it if these are fewer.
    """
    room_after = _with_room_after(now)
    if not _moved(now, room_after):
        return room_after
    turned = _with_room_after([None if position is None else -position for position in reversed(now)])
    room_before = [-position for position in reversed(turned)]
    return min(room_after, room_before, key=partial(_moved, now))


def _moved(now: Sequence[float | None], new: Sequence[float]) -> int:
    """How many siblings do not keep their positions."""
    return sum(before not in (None, after) for before, after in zip(now, new, strict=True))


def _with_room_after(now: Sequence[float | None]) -> list[float]:
    """Positions as from `positions`; if there is no room, siblings after it are moved."""
    kept_places, new_positions, waiting, crowded = _rising(now), list[float](), 0, False
    for at, position in enumerate(now):
        waiting += 1
        if position is not None and at in kept_places:
            between = _between(
                new_positions[-1] if new_positions else None,
                position,
                waiting - 1,
                _ROOM * waiting if crowded else _LEAST,
            )
            crowded = len(between) < waiting - 1
            if not crowded:
                new_positions += [*between, position]
                waiting = 0
    return new_positions + _between(new_positions[-1] if new_positions else None, None, waiting)


def _between(low: float | None, high: float | None, count: int, least: float = _LEAST) -> list[float]:
    """So many rising numbers between two others, at least so far apart; empty if there is no room for so many.

    They have few digits, and whole numbers have no point, so that they are always written alike.
    """
    if low is None:
        first = 0 if high is None else math.ceil(high) - count
        return [first + number for number in range(count)]
    if high is None:
        return [math.floor(low) + number for number in range(1, count + 1)]
    room = (high - low) / (count + 1)
    if room < least:
        return []
    step = 2.0 ** math.floor(math.log2(room))
    numbers = [place(low + step * number) for number in range(1, count + 1)]
    # Far from zero, floats are further apart than that.
    return numbers if all(one < other for one, other in pairwise([low, *numbers, high])) else []


def _rising(now: Sequence[float | None]) -> set[int]:
    """The places of the longest rising subsequence of positions, found by patience sorting."""
    lowest, tops = list[float](), list[int]()
    below: dict[int, int | None] = {}
    for at, position in enumerate(now):
        if position is None:
            continue
        pile = bisect_left(lowest, position)
        if lowest[pile : pile + 1] != [position]:
            lowest[pile : pile + 1], tops[pile : pile + 1] = [position], [at]
            below[at] = tops[pile - 1] if pile else None
    run, last = set[int](), tops[-1] if tops else None
    while last is not None:
        run.add(last)
        last = below[last]
    return run
