"""One order out of two that were changed apart."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

Kept = TypeVar("Kept", bound=Hashable)


def ordered(base: Sequence[Kept], mine: Sequence[Kept], theirs: Sequence[Kept]) -> list[Kept]:
    """Everything in `mine` and `theirs`, each once, in the order of the side that changed it; mine where both did.

    What only the other side has stands after what it follows there.
    """
    lead, other = (theirs, mine) if not _reordered(base, mine) and _reordered(base, theirs) else (mine, theirs)
    if set(other) <= set(lead):
        return list(lead)
    behind = _behind(lead, other)
    return [*behind[-1], *(each for at, item in enumerate(lead) for each in (item, *behind[at]))]


def _behind(lead: Sequence[Kept], other: Sequence[Kept]) -> dict[int, list[Kept]]:
    """What only the other side has, by the place in `lead` behind which it comes; what only `lead` has goes before."""
    places, known = {item: at for at, item in enumerate(lead)}, set(other)
    last, ends = len(lead) - 1, dict[int, int]()
    for at in range(last, -2, -1):
        ends[at] = ends[at + 1] if at < last and lead[at + 1] not in known else at
    behind: dict[int, list[Kept]] = {at: [] for at in ends}
    at, follows = ends[-1], 0
    for item in other:
        if item in places:
            at, follows = ends[places[item]], 0
        else:
            behind[at].insert(follows, item)
            follows += 1
    return behind


def _reordered(base: Sequence[Kept], side: Sequence[Kept]) -> bool:
    both = set(base) & set(side)
    return [item for item in side if item in both] != [item for item in base if item in both]
