"""Prints a list: the rows and columns that the window shows, in one table."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from riskdesk.domain.codes import ORIENTATIONS, PAPERS
from riskdesk.domain.manuscript import Run
from riskdesk.domain.printing import Print
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.scale import Shade
from riskdesk.domain.values import Language, Register
from riskdesk.report import assessed, heading
from riskdesk.report.cell import Align, Cell, spoken
from riskdesk.report.columns import types
from riskdesk.report.fitting import Content, is_long, least_width, widths
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight
from riskdesk.report.rendering import Rendered, begun
from riskdesk.report.table import Block, Table, TableColumn

# Sizes in points; the first one is used in which no word is broken.
_SIZES = (9.0, 8.0, 7.2, 6.3)


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """A column: its title, and the full form of that if it is short.

    Its texts may be `long`, `whole` (never broken, such as dates), or `centred`.
    """

    title: str
    meaning: str
    long: bool
    whole: bool
    centred: bool


@dataclass(frozen=True, slots=True)
class ListCell:
    """A text, on the colour of a band if it has a shade, and in a `language` if it has one of its own."""

    text: str
    shade: Shade | None = None
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class ListGroup:
    """A group of rows, below a heading over the full width if it has a title."""

    title: str
    rows: Sequence[Sequence[ListCell]]


@dataclass(frozen=True, slots=True)
class ListDocument:
    """A list of a register: its title, its filters and sorting as notes, and its rows in groups.

    `legend` says whether the legend of the scale is printed below.
    """

    register: Register
    title: str
    notes: Sequence[str]
    columns: Sequence[PaperColumn]
    groups: Sequence[ListGroup]
    legend: bool


def render(
    listed: ListDocument, how: Print, created_at: datetime.datetime, checkpoint: Checkpoint = never_cancelled
) -> Rendered:
    """A list as a PDF; InputProblem if the paper has no room for its columns. `checkpoint` may cancel it."""
    canvas, flow = begun(listed.register, how, created_at, listed.title)
    rows = max(1, sum(len(group.rows) for group in listed.groups))
    for done, _ in enumerate(draw(flow, listed, how)):
        checkpoint(min(done / rows, 1.0))
    flow.finish()
    return Rendered(canvas.file(None), canvas.pages, tuple(canvas.missing))


def draw(flow: Flow, listed: ListDocument, how: Print) -> Iterator[None]:
    """Draw the list, reporting each row."""
    heading.draw(flow, listed.register, listed.title)
    small = flow.type(Weight.REGULAR, flow.style.size, flow.style.colours.ink)
    for note in listed.notes:
        flow.paragraph(note, small, after=2)
    table = _table(flow, listed, how)
    groups = [group for group in listed.groups if group.rows] or [_no_rows(listed)]
    yield from table.draw(_block(flow, table, group) for group in groups)
    if listed.legend:
        yield from assessed.draw_legend(flow, listed.register)


def _table(flow: Flow, listed: ListDocument, how: Print) -> Table:
    """The table in the largest type that fits on the paper; the flow keeps the style of that type."""
    usual, contents = flow.style, [_content(flow, listed, place) for place in range(len(listed.columns))]
    for size in _SIZES:
        flow.style = usual.smaller(size / usual.size)
        if least_width(contents, flow.style.padding, *types(flow, flow.style)) <= flow.width:
            break
    else:
        raise InputProblem(_NO_ROOM, paper=PAPERS[how.paper], orientation=ORIENTATIONS[how.orientation].in_sentence)
    column_widths = widths(contents, flow.width, flow.style.padding, *types(flow, flow.style))
    columns = [
        TableColumn(
            content.title, width, Align.CENTRE if content.centred else Align.START, content.long, content.meaning
        )
        for content, width in zip(contents, column_widths, strict=True)
    ]
    return Table(flow, columns, heads=0)


def _content(flow: Flow, listed: ListDocument, place: int) -> Content:
    column = listed.columns[place]
    texts = {row[place].text for group in listed.groups for row in group.rows}
    return Content(
        column.title,
        texts,
        long=column.long and is_long(texts, types(flow, flow.style)[0]),
        whole=column.whole,
        centred=column.centred,
        meaning=column.meaning,
    )


def _block(flow: Flow, table: Table, group: ListGroup) -> Block:
    return Block(group.title or None, (table.group([_row(flow, table, row)]) for row in group.rows))


def _no_rows(listed: ListDocument) -> ListGroup:
    """A row of dashes, which says that nothing is listed."""
    return ListGroup("", [[ListCell("")] * len(listed.columns)])


def _row(flow: Flow, table: Table, row: Sequence[ListCell]) -> list[Cell | None]:
    return [
        table.text(
            place,
            Run(spoken(cell.text), language=cell.language),
            "" if cell.shade is None else flow.style.band(cell.shade),
        )
        for place, cell in enumerate(row)
    ]


_NO_ROOM = QT_TRANSLATE_NOOP(
    "Problem",
    "The columns of the list do not fit on this paper ({paper}, {orientation}); show fewer columns or choose larger"
    " paper.",
)
