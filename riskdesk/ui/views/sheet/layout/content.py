"""A register as a flat sequence of lines in reading order, with invitations in empty places."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from operator import attrgetter

from riskdesk.ui.views.sheet.layout.lines import INVITATIONS, ITEMS, Key, LineKind, SheetLine
from riskdesk.ui.views.sheet.layout.sections import Blocks, Lines, Rows, Section

_line_count = attrgetter("line_count")


class Content:
    """The lines of a register in blocks, and the row of each item by its id.

    It is made of sections, which are not copied. `near` is the number of the section where a search begins.
    """

    def __init__(self, sections: Sequence[Section] = (), near: int = 0) -> None:
        self.sections = sections
        # The number of lines above each section.
        above = [0, *accumulate(map(_line_count, sections))]
        self.lines: Sequence[SheetLine] = Lines(sections, above)
        self.rows = Rows(sections, above, near)
        self.blocks = Blocks(sections, above)
        self._above = above

    def block_of(self, row: int) -> int:
        """The number of the block a row is in."""
        return self.blocks.at(row)

    def row_of(self, key: Key) -> int | None:
        """The row of the line with a key."""
        kind, identity = key
        if identity and kind in ITEMS:
            row = self.rows.get(identity)
            return row if row is not None and self.lines[row].kind is kind else None
        candidates = ((self._above[at], self.sections[at].others) for at in self.rows.around(identity))
        return next((above + others[key] for above, others in candidates if key in others), None)

    def category_of(self, row: int) -> SheetLine | None:
        """The line of the category that a row is in, or is itself; None above the first, and below the last entry."""
        if self.lines[row].kind not in ITEMS | INVITATIONS - {LineKind.ADD_CATEGORY}:
            return None
        above = (section.head for section in reversed(self.sections[: bisect_right(self._above, row)]))
        return next(line for line in above if line.kind is LineKind.CATEGORY)

    @property
    def categories(self) -> list[SheetLine]:
        """The lines of the categories; each is the first one of its section."""
        return [section.head for section in self.sections if section.head.kind is LineKind.CATEGORY]

    def inside(self, kind: LineKind, parent: str) -> Iterator[SheetLine]:
        """The lines of a kind in a parent."""
        if kind is LineKind.CATEGORY:
            return (line for line in self.categories if line.parent == parent)
        lines = chain.from_iterable(section.lines for section in self.sections if parent in section.ids)
        return (line for line in lines if line.kind is kind and line.parent == parent)

    def upwards(self, row: int) -> Iterator[SheetLine]:
        """The lines from a row up to the first one."""
        return (self.lines[at] for at in range(row, -1, -1))

    def siblings(self, row: int, column: LineKind) -> range:
        """The rows of one column of the entry that a row is in."""
        block = self.blocks[self.block_of(row)]
        return range(block.start + 1, block.right) if column is LineKind.RISK else range(block.right, block.end)
