"""A table that goes from page to page: column heads on each, bands over the full width, rows of bulleted cells."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from riskdesk.report.cell import Cell, cell
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight

_BULLET = "•"
# A row up to this share of a page is never split: the gap that this may leave does less harm.
_WHOLE_SHARE = 1 / 3
_FEWEST_LINES = 3


@dataclass(frozen=True)
class Column:
    """A column: the title at its head and its share of the width."""

    title: str
    share: float


@dataclass(frozen=True)
class Block:
    """A band, where there is one, and the rows below it: for each row, the bullets of each column."""

    band: str | None
    rows: Sequence[Sequence[Sequence[str]]]


class Table:
    """A table drawn from where the flow stands."""

    def __init__(self, flow: Flow, columns: Sequence[Column]) -> None:
        self._flow, self._canvas, self._style = flow, flow.canvas, flow.style
        self._regular = flow.type(Weight.REGULAR, self._style.size, self._style.colours.ink)
        self._bold = flow.type(Weight.BOLD, self._style.size, self._style.colours.ink)
        shares = [column.share for column in columns]
        self._edges = [flow.left + flow.width * reached / sum(shares) for reached in accumulate(shares, initial=0.0)]
        inner = [right - left - 2 * self._style.padding for left, right in pairwise(self._edges)]
        self._widths = [width - self._style.bullet_indent for width in inner]
        self._heads = [self._bold.lines(column.title, width) for column, width in zip(columns, inner, strict=True)]

    def draw(self, blocks: Iterable[Block]) -> Iterator[None]:
        """Draw the blocks, reporting each row."""
        for block in blocks:
            rows = (self._cells(row) for row in block.rows)
            first = next(rows)
            if block.band is None:
                self._make_room(self._needed(first))
            else:
                self._draw_band(block.band, self._needed(first))
            self._draw_row(first)
            yield
            for row in rows:
                self._draw_row(row)
                yield

    def _cells(self, row: Sequence[Sequence[str]]) -> list[Cell]:
        gap = self._style.bullet_gap
        return [cell(bullets, self._regular, width, gap) for bullets, width in zip(row, self._widths, strict=True)]

    def _make_room(self, height: float) -> None:
        """See that so much fits below the column heads, on a new page if need be."""
        flow = self._flow
        if flow.repeated is None:
            flow.repeated = self._draw_heads
            if flow.room >= self._framed(max(map(len, self._heads))) + height:
                self._draw_heads()
                return
        elif flow.fresh or flow.room >= height:
            return
        flow.new_page()

    def _needed(self, cells: Sequence[Cell]) -> float:
        """The room without which a row is not begun on a page."""
        height = self._height(cells)
        return height if height <= self._whole else self._framed(_FEWEST_LINES)

    @property
    def _whole(self) -> float:
        return self._flow.height * _WHOLE_SHARE

    def _height(self, cells: Sequence[Cell]) -> float:
        return max(self._framed(1), *(cell.height + 2 * self._style.padding for cell in cells))

    def _framed(self, lines: int) -> float:
        return lines * self._style.leading + 2 * self._style.padding

    def _draw_heads(self) -> None:
        height = self._framed(max(map(len, self._heads)))
        self._draw_ground(height, self._style.colours.column_head)
        self._draw_dividers(height)
        for left, lines in zip(self._edges, self._heads, strict=False):
            self._draw_bold(left, lines)
        self._flow.y -= height

    def _draw_band(self, title: str, needed: float) -> None:
        lines = self._bold.lines(title, self._flow.width - 2 * self._style.padding)
        self._make_room(self._framed(max(1, len(lines))) + needed)
        self._canvas.bookmark(title or "–", 1, self._flow.y)
        while True:
            fitting = int((self._flow.room - self._framed(0)) // self._style.leading)
            height = self._framed(max(1, len(lines[:fitting])))
            self._draw_ground(height, self._style.colours.category)
            self._draw_bold(self._flow.left, lines[:fitting])
            self._flow.y -= height
            lines = lines[fitting:]
            if not lines:
                return
            self._flow.new_page()

    def _draw_row(self, cells: Sequence[Cell]) -> None:
        if not self._flow.fresh and self._flow.room < self._needed(cells):
            self._flow.new_page()
        while True:
            here, cells = self._divided(cells)
            self._draw_cells(here)
            if not any(cells):
                return
            self._flow.new_page()

    def _divided(self, cells: Sequence[Cell]) -> tuple[list[Cell], list[Cell]]:
        """What of a row goes on this page, and what is left."""
        room = self._flow.room - 2 * self._style.padding
        places = [cell.cut(room) for cell in cells]
        if not any(places):
            places = [cell.fitting(room) for cell in cells]
        parts = [cell.split(place) for cell, place in zip(cells, places, strict=True)]
        return [here for here, _ in parts], [left for _, left in parts]

    def _draw_cells(self, cells: Sequence[Cell]) -> None:
        style, height, top = self._style, self._height(cells), self._flow.y
        self._canvas.frame(self._flow.left, top - height, self._flow.width, height, style.colours.rule)
        self._draw_dividers(height)
        for left, drawn in zip(self._edges, cells, strict=False):
            x, baseline = left + style.padding, top - style.padding - style.size
            for depth, line in drawn.placed():
                if line.starts:
                    self._canvas.text(x, baseline - depth, _BULLET, self._regular)
                self._canvas.text(x + style.bullet_indent, baseline - depth, line.text, self._regular)
        self._flow.y -= height

    def _draw_ground(self, height: float, colour: str) -> None:
        box = (self._flow.left, self._flow.y - height, self._flow.width, height)
        self._canvas.fill(*box, colour)
        self._canvas.frame(*box, self._style.colours.rule)

    def _draw_dividers(self, height: float) -> None:
        for x in self._edges[1:-1]:
            self._canvas.rule((x, self._flow.y), (x, self._flow.y - height), self._style.colours.rule)

    def _draw_bold(self, left: float, lines: Sequence[str]) -> None:
        baseline = self._flow.y - self._style.padding - self._style.size
        for place, line in enumerate(lines):
            self._canvas.text(left + self._style.padding, baseline - place * self._style.leading, line, self._bold)
