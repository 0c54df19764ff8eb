"""The heights of the blocks of the sheet, one below another: exact if they were measured, estimated elsewhere."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter
from weakref import WeakKeyDictionary

from riskdesk.domain.part_results import differing
from riskdesk.ui.views.sheet.layout.lines import Key
from riskdesk.ui.views.sheet.layout.sections import Blocks, Section, Shape

_height = attrgetter("height")


@dataclass(slots=True)
class Room:
    """The height of a block of a shape, and the tops and heights of its bullets once it was measured.

    `texts` are those that it had then.
    """

    shape: Shape
    height: int
    places: list[tuple[int, int]] | None = None
    texts: Sequence[str] = ()


class _Pile:
    """The blocks of a section, one below another."""

    def __init__(self, rooms: list[Room]) -> None:
        self.rooms = rooms
        self.height = sum(map(_height, rooms))
        # The tops of the blocks, and the end of the last one; None after a height changed, until they are needed.
        self._tops: list[int] | None = None

    @property
    def tops(self) -> list[int]:
        if self._tops is None:
            self._tops = list(accumulate(map(_height, self.rooms), initial=0))
        return self._tops

    def change(self, at: int, height: int) -> None:
        self.height += height - self.rooms[at].height
        self.rooms[at].height, self._tops = height, None


class Stack:
    """The blocks of a sheet by their numbers, in pixels from its top; `estimated` estimates the height of one."""

    def __init__(self, estimated: Callable[[Shape], int]) -> None:
        self._estimated = estimated
        self._sections: Sequence[Section] = ()
        self._blocks = Blocks((), [0])
        self._piles: list[_Pile] = []
        # The rooms of each section, also while a section with a line that is being written replaces it.
        self._rooms: WeakKeyDictionary[Section, list[Room]] = WeakKeyDictionary()
        # The tops of the piles, and the end of the last one; None after a height changed, until they are needed.
        self._stacked: list[int] | None = None

    def take(self, sections: Sequence[Section], blocks: Blocks) -> None:
        """Take over the blocks of other sections, keeping what is known of those that stay the same."""
        gone, come = differing(self._sections, sections)
        known = {room.shape.key: room for pile in self._piles[gone] for room in pile.rooms}
        for section in sections[come]:
            if section not in self._rooms:
                self._rooms[section] = self._rooms_of(section, known)
        self._piles[gone] = [_Pile(self._rooms[section]) for section in sections[come]]
        self._sections, self._blocks, self._stacked = sections, blocks, None

    def __len__(self) -> int:
        return len(self._blocks)

    @property
    def height(self) -> int:
        """The height of all blocks together."""
        return self._tops[-1]

    def room(self, number: int) -> Room:
        """The room of a block."""
        pile, at = self._blocks.place(number)
        return self._piles[pile].rooms[at]

    def top(self, number: int) -> int:
        """The top of a block."""
        pile, at = self._blocks.place(number)
        return self._tops[pile] + self._piles[pile].tops[at]

    def bottom(self, number: int) -> int:
        """The end of a block."""
        return self.top(number) + self.room(number).height

    def at(self, y: int) -> int:
        """The number of the block at a height; beyond the ends, that of the nearest one."""
        pile = bisect_right(self._tops, y, hi=len(self._piles)) - 1
        if pile < 0:
            return 0
        at = bisect_right(self._piles[pile].tops, y - self._tops[pile]) - 1
        return self._blocks.first(pile) + min(at, len(self._piles[pile].rooms) - 1)

    def measure(self, number: int, height: int, places: list[tuple[int, int]]) -> None:
        """Set the height of a block and the places of its bullets, as they were measured."""
        pile, at = self._blocks.place(number)
        room = self._piles[pile].rooms[at]
        room.places, room.texts = places, self._sections[pile].texts(at)
        if room.height != height:
            self._piles[pile].change(at, height)
            self._stacked = None

    def _rooms_of(self, section: Section, known: dict[Key, Room]) -> list[Room]:
        """The rooms of the blocks of a section, known ones if unchanged."""
        rooms = []
        for at, shape in enumerate(section.shapes()):
            room = known.get(shape.key)
            if room is None or room.shape != shape or (room.places is not None and room.texts != section.texts(at)):
                room = Room(shape, self._estimated(shape))
            rooms.append(room)
        return rooms

    @property
    def _tops(self) -> list[int]:
        if self._stacked is None:
            self._stacked = list(accumulate(map(_height, self._piles), initial=0))
        return self._stacked
