"""Sections of consecutive lines of the sheet, and sequences made of sections."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import accumulate, chain
from operator import attrgetter
from typing import NamedTuple, overload

from riskdesk.domain.tree import Extent
from riskdesk.ui.views.sheet.layout.lines import ITEMS, Block, Key, LineKind, SheetLine

_start, _block_count = attrgetter("start"), attrgetter("block_count")


class Shape(NamedTuple):
    """What the height of a block is estimated by before its lines are made: its kind, and the lengths of its columns.

    A block of one line has its text on the left.
    """

    key: Key
    left: Extent
    right: Extent = Extent()


class Section:
    """A stretch of consecutive lines, such as those of some entries; its rows count from its first."""

    def __init__(self, lines: list[SheetLine], blocks: list[Block]) -> None:
        self._lines, self._blocks = lines, blocks
        self.head = lines[0]
        self.line_count, self.block_count = len(lines), len(blocks)

    @property
    def lines(self) -> list[SheetLine]:
        """The lines of the section."""
        return self._lines

    @property
    def blocks(self) -> list[Block]:
        """The blocks of its lines."""
        return self._blocks

    @cached_property
    def ids(self) -> Set[str]:
        """The ids of the lines of the section, and of their parents."""
        return frozenset(chain.from_iterable((line.id, line.parent) for line in self.lines))

    @cached_property
    def items(self) -> Sequence[str]:
        """The id of the item in each row; empty if there is none."""
        return [line.id if line.kind in ITEMS else "" for line in self.lines]

    @cached_property
    def rows(self) -> dict[str, int]:
        """The row of each item by its id."""
        return {identity: row for row, identity in enumerate(self.items) if identity}

    @cached_property
    def others(self) -> dict[Key, int]:
        """The row of each line that is not an item, or not yet, by its key."""
        return {line.key: row for row, line in enumerate(self.lines) if not line.id or line.kind not in ITEMS}

    def shapes(self) -> Iterator[Shape]:
        """The shape of each block."""
        for start, right, end in self.blocks:
            first, left = self.lines[start], self.lines[start + 1 : right]
            left_lines = left if first.kind is LineKind.ENTRY else [first]
            columns = [Extent.of([line.text for line in lines]) for lines in (left_lines, self.lines[right:end])]
            yield Shape(first.key, *columns)

    def texts(self, block: int) -> Sequence[str]:
        """The texts of the lines of a block, counted from the section's first."""
        start, _, end = self.blocks[block]
        return [line.text for line in self.lines[start:end]]


class Lines(Sequence[SheetLine]):
    """The lines of consecutive sections, which are made when one of them is first needed."""

    def __init__(self, sections: Sequence[Section], above: Sequence[int]) -> None:
        self._sections, self._above = sections, above
        # The rows and lines of the section that was used last, as the next line is mostly in it, too.
        self._first, self._end, self._near = 0, 0, list[SheetLine]()

    def __len__(self) -> int:
        return self._above[-1]

    def __iter__(self) -> Iterator[SheetLine]:
        return chain.from_iterable(section.lines for section in self._sections)

    @overload
    def __getitem__(self, row: int) -> SheetLine: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[SheetLine]: ...
    def __getitem__(self, row: int | slice) -> SheetLine | Sequence[SheetLine]:
        if isinstance(row, slice):
            return [self[at] for at in range(*row.indices(len(self)))]
        if not self._first <= row < self._end:
            row = range(len(self))[row]
            self._find(row)
        return self._near[row - self._first]

    def _find(self, row: int) -> None:
        at = bisect_right(self._above, row) - 1
        self._first, self._end, self._near = self._above[at], self._above[at + 1], self._sections[at].lines


class Blocks(Sequence[Block]):
    """The blocks of consecutive sections, with rows that count from the first line of all."""

    def __init__(self, sections: Sequence[Section], above: Sequence[int]) -> None:
        self._sections, self._above = sections, above
        self._firsts: list[int] = [0, *accumulate(map(_block_count, sections))]

    def __len__(self) -> int:
        return self._firsts[-1]

    @overload
    def __getitem__(self, number: int) -> Block: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Block]: ...
    def __getitem__(self, number: int | slice) -> Block | Sequence[Block]:
        if isinstance(number, slice):
            return [self[at] for at in range(*number.indices(len(self)))]
        section, at = self.place(number)
        (start, right, end), above = self._sections[section].blocks[at], self._above[section]
        return Block(start + above, right + above, end + above)

    def place(self, number: int) -> tuple[int, int]:
        """The number of the section that a block is in, and its own there."""
        if not 0 <= number < len(self):
            raise IndexError(number)
        section = bisect_right(self._firsts, number) - 1
        return section, number - self._firsts[section]

    def first(self, section: int) -> int:
        """The number of the first block of a section."""
        return self._firsts[section]

    def at(self, row: int) -> int:
        """The number of the block a row is in."""
        at = bisect_right(self._above, row, hi=len(self._sections)) - 1
        return self._firsts[at] + bisect_right(self._sections[at].blocks, row - self._above[at], key=_start) - 1


class Rows(Mapping[str, int]):
    """The row of each item of consecutive sections, by its id."""

    def __init__(self, sections: Sequence[Section], above: Sequence[int], near: int = 0) -> None:
        self._sections, self._above = sections, above
        # The number of the section where an item was found last, as the next one is mostly in it, too.
        self.near = near if near < len(sections) else 0

    def __len__(self) -> int:
        return sum(len(section.rows) for section in self._sections)

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(section.rows for section in self._sections)

    def __getitem__(self, identity: str) -> int:
        for at in self.around(identity):
            if identity in self._sections[at].rows:
                self.near = at
                return self._above[at] + self._sections[at].rows[identity]
        raise KeyError(identity)

    def of(self, ids: Collection[str]) -> list[int]:
        """The rows of these items, in order, as far as they exist."""
        if len(ids) < len(self._sections):
            return sorted(row for row in map(self.get, ids) if row is not None)
        rows: list[int] = []
        for section, above in zip(self._sections, self._above, strict=False):
            rows += [row for row, identity in enumerate(section.items, above) if identity in ids]
        return rows

    def ids(self, rows: Sequence[int]) -> list[str]:
        """The ids of the items in some sorted rows."""
        ids, start = list[str](), 0
        while start < len(rows):
            at = bisect_right(self._above, rows[start]) - 1
            items, above = self._sections[at].items, self._above[at]
            end = bisect_left(rows, self._above[at + 1], start)
            ids += [items[row - above] for row in rows[start:end] if items[row - above]]
            start = end
        return ids

    def around(self, identity: str) -> Iterator[int]:
        """The numbers of the sections that hold an id, first that in which something was found last."""
        if self._sections and identity in self._sections[self.near].ids:
            yield self.near
        yield from (at for at, section in enumerate(self._sections) if at != self.near and identity in section.ids)
