"""The layout of a matrix in a room, and which chips of a cell have room; all in pixels, without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from riskdesk.domain.matrix import MatrixCell

# The share of the width for risks that are not assessed, and the greatest width of the names of rows, in lines.
_TRAY_SHARE, _HEAD_LINES = 0.2, 6


class Box(NamedTuple):
    """A rectangle by its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x + self.width / 2, self.y + self.height / 2)

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: "Box") -> bool:
        """Whether the two overlap."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def inset(self, by: float) -> "Box":
        return Box(self.x + by, self.y + by, max(0.0, self.width - 2 * by), max(0.0, self.height - 2 * by))

    def below(self, by: float) -> "Box":
        """The part of it below a strip of this height."""
        return Box(self.x, self.y + by, self.width, max(0.0, self.height - by))


@dataclass(frozen=True)
class Sizes:
    """The sizes by which a matrix is laid out: of a line, a line of small text, a chip, and the gaps between chips.

    `reference` is the width of a chip with its reference, `titled` the least one with a title, too, `count` that of a
    count, `margin` that of the counts beside the cells, and `title` that of the two lines above the risks that are not
    assessed.
    """

    line: float
    small: float
    chip: float
    gap: float
    reference: float
    titled: float
    count: float
    margin: float
    title: float

    @property
    def least_cell(self) -> tuple[float, float]:
        """The width and height of a cell that has room for a count."""
        return (self.count + 2 * self.gap, self.chip + 2 * self.gap)


@dataclass(frozen=True)
class Frame:
    """The places of all parts of a matrix but its chips; rows and columns by their level, from 1."""

    size: tuple[float, float]
    heading: Box
    cells: dict[MatrixCell, Box]
    row_heads: dict[int, Box]
    row_counts: dict[int, Box]
    column_heads: dict[int, Box]
    column_counts: dict[int, Box]
    row_title: Box
    column_title: Box
    tray_title: Box
    tray: Box
    legend: Box
    # The height of the strip at the top of each cell with its score and band; 0 if there is no room for it.
    mark: float


@dataclass(frozen=True)
class Needs:
    """What a frame has to provide for: the numbers of levels, and the room for the words beside the cells."""

    likelihoods: int
    impacts: int
    row_names: float
    column_lines: int
    headings: int = 0


def least_size(needs: Needs, sizes: Sizes, legend: float) -> tuple[float, float]:
    """The size below which cells have no room for their counts; `legend` is the legend's height."""
    width, height = sizes.least_cell
    beside = 8 * sizes.gap + sizes.line + _head_width(needs, sizes) + sizes.margin
    return (
        beside + needs.impacts * width + _least_tray(sizes),
        needs.likelihoods * height + _above(needs, sizes) + _below(needs, sizes, legend),
    )


def frame(width: float, height: float, needs: Needs, sizes: Sizes, legend: float) -> Frame:
    """Lay out a matrix: the highest likelihood on top, the highest impact on the right, unassessed risks beside it."""
    gap, top = 2 * sizes.gap, _above(needs, sizes)
    head = _head_width(needs, sizes)
    spare = width - least_size(needs, sizes, legend)[0]
    tray = min(max(width * _TRAY_SHARE, _least_tray(sizes)), _least_tray(sizes) + max(0.0, spare))
    left = gap + sizes.line + head
    across = (width - left - sizes.margin - tray - 3 * gap) / needs.impacts
    down = (height - top - _below(needs, sizes, legend)) / needs.likelihoods
    bottom, right = top + down * needs.likelihoods, left + across * needs.impacts
    rows = {level: top + (needs.likelihoods - level) * down for level in range(1, needs.likelihoods + 1)}
    columns = {level: left + (level - 1) * across for level in range(1, needs.impacts + 1)}
    names = needs.column_lines * sizes.small + sizes.gap
    has_mark = down >= sizes.small + sizes.chip + 3 * sizes.gap
    return Frame(
        size=(width, height),
        heading=Box(gap, gap, width - 2 * gap, needs.headings * sizes.line),
        cells={(row, column): Box(x, y, across, down) for row, y in rows.items() for column, x in columns.items()},
        row_heads={row: Box(gap + sizes.line, y, head - sizes.gap, down) for row, y in rows.items()},
        row_counts={row: Box(right + sizes.gap, y, sizes.margin, down) for row, y in rows.items()},
        column_heads={column: Box(x, bottom + sizes.gap, across, names) for column, x in columns.items()},
        column_counts={column: Box(x, top - sizes.line, across, sizes.line) for column, x in columns.items()},
        row_title=Box(gap, top, sizes.line, bottom - top),
        column_title=Box(left, bottom + sizes.gap + names, right - left, sizes.line),
        tray_title=Box(width - tray, top - _head_height(sizes), tray - gap, _head_height(sizes) - sizes.gap / 2),
        tray=Box(width - tray, top, tray - gap, bottom - top),
        legend=Box(gap, height - gap - legend, width - 2 * gap, legend),
        mark=sizes.small + sizes.gap if has_mark else 0.0,
    )


def _head_width(needs: Needs, sizes: Sizes) -> float:
    return min(needs.row_names, _HEAD_LINES * sizes.line) + 2 * sizes.gap


def _least_tray(sizes: Sizes) -> float:
    return max(sizes.reference, sizes.count, sizes.title) + 4 * sizes.gap


def _above(needs: Needs, sizes: Sizes) -> float:
    """The height above the cells: for the heading of a picture, and the counts of the columns."""
    heading = needs.headings * sizes.line + 2 * sizes.gap if needs.headings else 0
    return sizes.gap + heading + _head_height(sizes)


def _head_height(sizes: Sizes) -> float:
    """The greatest height of the title over what is not assessed: a line or two small ones, with air around it."""
    return max(sizes.line + sizes.gap, 2 * sizes.small) + sizes.gap / 2


def _below(needs: Needs, sizes: Sizes, legend: float) -> float:
    return needs.column_lines * sizes.small + sizes.line + legend + 8 * sizes.gap


@dataclass(frozen=True)
class Arranged:
    """The boxes of the first chips of a cell, and that of the count of all others; None if there are no others."""

    chips: Sequence[Box]
    more: Box | None
    titled: bool = False


def arrange(room: Box, count: int, sizes: Sizes) -> Arranged:
    """Place as many chips as a room holds: all with titles, else all with references, else some or none and a count."""
    beside = _most(room.width, sizes.titled, sizes.gap)
    rows = _most(room.height, sizes.chip, sizes.gap)
    if 0 < count <= beside * rows:
        return Arranged(_places(room, count, -(-count // rows), sizes), None, titled=True)
    beside = max(1, _most(room.width, sizes.reference, sizes.gap))
    # A chip that has no room for its reference is counted.
    rows = rows if room.width >= sizes.reference else 0
    if count <= beside * rows:
        return Arranged(_places(room, count, beside, sizes), None)
    shown_count = max(0, beside * rows - 1)
    *chips, more = _places(room, shown_count + 1, beside if shown_count else 1, sizes)
    return Arranged(chips, more)


def _most(room: float, each: float, gap: float) -> int:
    return max(0, int((room + gap + 0.01) // (each + gap)))


def _places(room: Box, count: int, beside: int, sizes: Sizes) -> list[Box]:
    """The boxes of `count` chips in rows, of equal width, which fill the room."""
    width = (room.width + sizes.gap) / beside - sizes.gap
    high = min(sizes.chip, room.height)
    return [
        Box(
            room.x + place % beside * (width + sizes.gap),
            room.y + place // beside * (high + sizes.gap),
            width,
            high,
        )
        for place in range(count)
    ]
