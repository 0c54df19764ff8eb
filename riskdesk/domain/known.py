"""What was worked out of the parts of a register, kept as long as they stay the same objects."""

from collections.abc import Callable, Sequence
from itertools import compress, count
from operator import is_not
from typing import Any, Generic, TypeVar

Part = TypeVar("Part")
Found = TypeVar("Found")


def differing(before: Sequence[Any], now: Sequence[Any]) -> tuple[slice, slice]:
    """Where two sequences differ: all between the very same objects with which both begin and both end."""
    most = min(len(before), len(now))
    start = next(compress(count(), map(is_not, before, now)), most)
    ends = map(is_not, reversed(before), reversed(now))
    end = next(compress(range(most - start), ends), most - start)
    return slice(start, len(before) - end), slice(start, len(now) - end)


class Known(Generic[Part, Found]):
    """Works something out of each part of a register, and again only of one that is another object than before."""

    def __init__(self, work: Callable[[Part], Found]) -> None:
        self._work = work
        self._parts: Sequence[Part] = ()
        self._found: list[Found] = []

    def of(self, parts: Sequence[Part]) -> list[Found]:
        """What is worked out of each part, in their order."""
        gone, come = differing(self._parts, parts)
        known = dict(zip(map(id, self._parts[gone]), self._found[gone], strict=True))
        found = [known[id(part)] if id(part) in known else self._work(part) for part in parts[come]]
        self._parts, self._found = parts, [*self._found[: gone.start], *found, *self._found[gone.stop :]]
        return self._found
