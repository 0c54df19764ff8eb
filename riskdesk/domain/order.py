"""One order out of two that were changed apart."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

Kept = TypeVar("Kept", bound=Hashable)


def ordered(base: Sequence[Kept], mine: Sequence[Kept], theirs: Sequence[Kept]) -> list[Kept]:
    """Everything in `mine` and `theirs`, each once, in the order of the side that changed it; mine where both did.

    What only the other side has stands after what it follows there.
    """
    lead, other = (theirs, mine) if not _reordered(base, mine) and _reordered(base, theirs) else (mine, theirs)
    found, known = list(lead), set(other)
    if known <= set(found):
        return found
    previous = -1
    for item in other:
        if item in found:
            previous = found.index(item)
            continue
        previous += 1
        while previous < len(found) and found[previous] not in known:
            previous += 1
        found.insert(previous, item)
    return found


def _reordered(base: Sequence[Kept], side: Sequence[Kept]) -> bool:
    both = set(base) & set(side)
    return [item for item in side if item in both] != [item for item in base if item in both]
