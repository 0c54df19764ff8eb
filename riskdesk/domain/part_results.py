"""Results that were worked out from the parts of a register, kept as long as these stay the same objects."""

from collections.abc import Callable, Sequence
from itertools import compress, count
from operator import is_not
from types import MethodType
from typing import Any, Generic, TypeVar
from weakref import WeakMethod

Part = TypeVar("Part")
Result = TypeVar("Result")


def differing(before: Sequence[Any], now: Sequence[Any]) -> tuple[slice, slice]:
    """The slices in which two sequences differ: all between the identical objects at both beginnings and both ends."""
    most = min(len(before), len(now))
    start = next(compress(count(), map(is_not, before, now)), most)
    ends = map(is_not, reversed(before), reversed(now))
    end = next(compress(range(most - start), ends), most - start)
    return slice(start, len(before) - end), slice(start, len(now) - end)


class PartResults(Generic[Part, Result]):
    """A cache of the results for the parts of a register.

    The result for a part is worked out again only if it is another object than before. The `work` may be a method of
    the owner of the cache, which is not kept by it: else both would stay until garbage is collected.
    """

    def __init__(self, work: Callable[[Part], Result]) -> None:
        self._work = WeakMethod(work) if isinstance(work, MethodType) else lambda: work
        self._parts: Sequence[Part] = ()
        self._results: list[Result] = []

    def of(self, parts: Sequence[Part]) -> list[Result]:
        """The result for each part, in their order."""
        before_slice, now_slice = differing(self._parts, parts)
        work = self._work()
        assert work is not None, "its owner asks"
        former_results = dict(zip(map(id, self._parts[before_slice]), self._results[before_slice], strict=True))
        new_results = [
            former_results[id(part)] if id(part) in former_results else work(part) for part in parts[now_slice]
        ]
        self._parts = parts
        self._results = [*self._results[: before_slice.start], *new_results, *self._results[before_slice.stop :]]
        return self._results
