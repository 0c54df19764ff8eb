"""A table that spans pages: column heads on each page, bands over the full width, groups of rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from riskdesk.domain.manuscript import Run
from riskdesk.domain.text import is_rtl
from riskdesk.report.canvas import LIMIT
from riskdesk.report.cell import Align, Cell, Line, bulleted, lines, spoken
from riskdesk.report.fitting import Content, widths
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight
from riskdesk.report.group import Group, Row
from riskdesk.report.structure import Element, across, column_head

# A row up to this share of a page is never split: the gap that this may leave does less harm.
_WHOLE_SHARE = 1 / 4
_FEWEST_LINES = 3
_STRIPE = 3.0
_DENSE = 2.5
_HEAD_LINES, _DENSE_HEAD_LINES = 6, 3
_NO_CELLS: Mapping[int, Cell] = {}


@dataclass(frozen=True)
class TableColumn:
    """A column: its title, its width in points, the alignment of its text, and whether it has long texts.

    `meaning` is the full form of a shortened title; a column with a `limit` has the heavy line of tolerance on its
    left.
    """

    title: str
    width: float
    align: Align = Align.START
    long: bool = False
    meaning: str = ""
    limit: bool = False


@dataclass(frozen=True)
class Block:
    """A band, if there is one, and the groups below it, at least one."""

    band: str | None
    groups: Iterable[Group]


class Table:
    """A table drawn at the position of the flow; `heads` is the column whose cells name their rows, if any.

    `padding` is the space around the text of a cell, in points; None means that of the style. A column head has at
    most `head_lines` lines.
    """

    def __init__(
        self,
        flow: Flow,
        columns: Sequence[TableColumn],
        heads: int | None = None,
        padding: float | None = None,
        head_lines: int = _HEAD_LINES,
    ) -> None:
        self._flow, self._canvas, self._style = flow, flow.canvas, flow.style
        self._columns, self._heads, self._head_lines = columns, heads, head_lines
        self._regular = flow.type(Weight.REGULAR, self._style.size, self._style.colours.ink)
        self._bold = flow.type(Weight.BOLD, self._style.size, self._style.colours.ink)
        self._edges = [*accumulate((column.width for column in columns), initial=flow.left)]
        self._padding = self._style.padding if padding is None else padding
        self._tags: tuple[Element, Element] | None = None

    def text(self, column: int, run: Run, ground: str = "") -> Cell:
        """A cell of plain text for a column; `ground` is its background colour."""
        type_ = self._bold if run.strong else self._regular
        return self.cell(column, lines(run, type_, self.inner(column)), ground)

    def short(self, column: int, run: Run, most: int = 1, ground: str = "") -> Cell:
        """A cell of plain text on at most `most` lines, shortened with an ellipsis if it would need more."""
        type_ = self._bold if run.strong else self._regular
        texts, rtl = type_.at_most(run.text, self.inner(column), most), is_rtl(run.text)
        cell_lines = (
            Line(line, type_, 0, starts=place == 0, rtl=rtl, language=run.language) for place, line in enumerate(texts)
        )
        return self.cell(column, cell_lines, ground)

    def cell(self, column: int, content: Iterable[Line], ground: str = "") -> Cell:
        """A cell of lines that were broken for the width of a column."""
        return Cell(tuple(content), align=self._columns[column].align, ground=ground)

    def bullets(self, column: int, runs: Iterable[Run]) -> Cell:
        """A cell of bullets for a column."""
        style = self._style
        return bulleted(runs, self._regular, self.inner(column), style.bullet_indent, style.bullet_gap)

    def group(self, rows: Sequence[Row], tall: Mapping[int, Cell] = _NO_CELLS, colour: str = "") -> Group:
        """A group of rows that belong together."""
        return Group(rows, 2 * self._padding, self._framed(1), tall, colour)

    def inner(self, column: int) -> float:
        """The width for text in a column."""
        return self._columns[column].width - 2 * self._padding

    @property
    def narrowest(self) -> float:
        """The least width for text in columns of long texts, in points."""
        return min(self.inner(place) for place, column in enumerate(self._columns) if column.long)

    def draw(self, blocks: Iterable[Block]) -> Iterator[None]:
        """Draw the blocks, reporting each group."""
        for block in blocks:
            groups = iter(block.groups)
            first = next(groups)
            if block.band is None:
                self._make_room(self._needed(first))
            else:
                self._draw_band(block.band, self._needed(first))
            self._draw_group(first)
            yield
            for group in groups:
                self._draw_group(group)
                yield
        self._flow.repeated = None

    def _make_room(self, height: float) -> None:
        """Make sure that a height is left below the column heads, on a new page if necessary."""
        flow = self._flow
        if flow.repeated is None:
            flow.repeated = self._draw_heads
            if flow.room >= self.head_height + height:
                self._draw_heads()
                return
        elif flow.fresh or flow.room >= height:
            return
        flow.new_page()

    def _needed(self, group: Group) -> float:
        """The height that must be left on a page to begin a group there."""
        if group.height <= self._whole:
            return group.height
        first = group.beginning
        return max(self._framed(_FEWEST_LINES), first if first <= self._whole else 0.0)

    @property
    def _whole(self) -> float:
        return self._flow.height * _WHOLE_SHARE

    @cached_property
    def head_height(self) -> float:
        """The height of the column heads, in points."""
        return max(cell.height for cell in self._head_cells()) + 2 * self._padding

    @property
    def _parts(self) -> tuple[Element, Element]:
        """The elements of the heads and of the body, which are added to the document when first needed."""
        if self._tags is None:
            table = self._canvas.document.add("Table")
            self._tags = table.add("THead"), table.add("TBody")
        return self._tags

    def _framed(self, count: int) -> float:
        return count * self._style.leading + 2 * self._padding

    def _head_cells(self) -> list[Cell]:
        return [
            self.short(number, Run(column.title, strong=True), self._head_lines)
            for number, column in enumerate(self._columns)
        ]

    def _draw_heads(self) -> None:
        """Draw the heads; they are tagged as part of the table once only, not when repeated on later pages."""
        cells, height = self._head_cells(), self.head_height
        if not self._parts[0].parts:
            row = self._parts[0].add("TR")
            for cell, column in zip(cells, self._columns, strict=True):
                cell.tag(row.add("TH", column_head(column.meaning)))
        self._draw_ground(height, self._style.colours.column_head)
        self._draw_dividers(height)
        self._draw_cells(cells, self._flow.y)
        self._flow.y -= height

    def _draw_band(self, title: str, needed: float) -> None:
        title = spoken(title)
        width = self._flow.width - 2 * self._padding
        band = Cell(tuple(lines(Run(title), self._bold, width)))
        self._make_room(max(band.height + 2 * self._padding, self._framed(1)) + needed)
        self._canvas.bookmark(title, 1, self._flow.y)
        band.tag(self._parts[1].add("TR").add("TH", across(len(self._columns))))
        while True:
            here, band = band.split(band.fitting(self._flow.room - 2 * self._padding))
            height = max(here.height + 2 * self._padding, self._framed(1))
            self._draw_ground(height, self._style.colours.category)
            self._draw_cell(here, self._flow.left, self._flow.y, width)
            self._flow.y -= height
            if not band:
                return
            self._flow.new_page()

    def _draw_group(self, group: Group) -> None:
        flow = self._flow
        group.tag(self._parts[1], self._heads)
        if not flow.fresh and flow.room < self._needed(group):
            flow.new_page()
        while True:
            here, group = group.divided(flow.room, self._whole, fresh=flow.fresh)
            if here:
                self._draw_part(here)
            if not group:
                return
            flow.new_page()

    def _draw_part(self, group: Group) -> None:
        """Draw the part of a group that is on this page; its last row takes the height that is left."""
        flow, height = self._flow, group.height
        heights = group.heights
        heights[-1] += height - sum(heights)
        tops = [flow.y - depth for depth in accumulate(heights[:-1], initial=0.0)]
        for row, top, tall in zip(group.rows, tops, heights, strict=True):
            self._fill(row, top, tall)
        self._canvas.frame(flow.left, flow.y - height, flow.width, height, self._style.colours.rule)
        self._draw_dividers(height)
        for top in tops[1:]:
            self._draw_row_rule(group, top)
        if group.colour:
            self._canvas.fill(flow.left, flow.y - height, _STRIPE, height, group.colour)
        for row, top in zip(group.rows, tops, strict=True):
            self._draw_cells(row, top)
            if top == flow.y:
                self._draw_cells([group.tall.get(column) for column in range(len(row))], top)
        flow.y -= height

    def _draw_cells(self, row: Row, top: float) -> None:
        for column, (left, cell) in enumerate(zip(self._edges, row, strict=False)):
            if cell:
                self._draw_cell(cell, left, top, self.inner(column))

    def _draw_cell(self, cell: Cell, left: float, top: float, width: float) -> None:
        cell.draw(self._canvas, left + self._padding, top - self._padding, width)

    def _fill(self, row: Row, top: float, height: float) -> None:
        for left, column, cell in zip(self._edges, self._columns, row, strict=False):
            if cell is not None and cell.ground:
                self._canvas.fill(left, top - height, column.width, height, cell.ground)

    def _draw_ground(self, height: float, colour: str) -> None:
        box = (self._flow.left, self._flow.y - height, self._flow.width, height)
        self._canvas.fill(*box, colour)
        self._canvas.frame(*box, self._style.colours.rule)

    def _draw_dividers(self, height: float) -> None:
        for x, column in zip(self._edges[1:-1], self._columns[1:], strict=True):
            stroke = (self._style.colours.ink, LIMIT) if column.limit else (self._style.colours.rule,)
            self._canvas.rule((x, self._flow.y), (x, self._flow.y - height), *stroke)

    def _draw_row_rule(self, group: Group, top: float) -> None:
        for column, left in enumerate(self._edges[:-1]):
            if column not in group.tall:
                self._canvas.rule((left, top), (self._edges[column + 1], top), self._style.colours.rule)


def dense(flow: Flow, contents: Sequence[Content], aligns: Sequence[Align]) -> Table:
    """A table with little space, for a page that should hold much; its first column names the rows."""
    ink = flow.style.colours.ink
    types = (flow.type(weight, flow.style.size, ink) for weight in (Weight.REGULAR, Weight.BOLD))
    column_widths = widths(contents, flow.width, _DENSE, *types)
    columns = [
        TableColumn(content.title, width, at, content.long, content.meaning, content.limit)
        for content, width, at in zip(contents, column_widths, aligns, strict=True)
    ]
    return Table(flow, columns, heads=0, padding=_DENSE, head_lines=_DENSE_HEAD_LINES)
