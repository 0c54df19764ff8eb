"""What was worked out of the parts of a register, kept as long as they stay the same objects."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

Part = TypeVar("Part")
Found = TypeVar("Found")


class Known(Generic[Part, Found]):
    """Works something out of each part of a register, and again only of one that is another object than before."""

    def __init__(self, work: Callable[[Part], Found]) -> None:
        self._work = work
        # By the identity of the part, which is held so that no other one gets it.
        self._known: dict[int, tuple[Part, Found]] = {}

    def of(self, parts: Iterable[Part]) -> list[Found]:
        """What is worked out of each part, in their order."""
        before, self._known = self._known, {}
        for part in parts:
            self._known[id(part)] = before.get(id(part)) or (part, self._work(part))
        return [found for _, found in self._known.values()]
