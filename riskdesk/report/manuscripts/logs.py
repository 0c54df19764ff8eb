"""Logs in the layouts of other offices as text for word processors."""

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from riskdesk.domain.label import Label
from riskdesk.domain.laid_out import LaidOut, LayoutCell, LayoutRow, Span, lay_out
from riskdesk.domain.layouts import Layout
from riskdesk.domain.manuscript import CellText, ColumnText, Para, Role, RowText, Run, TableText
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Register
from riskdesk.report.columns import types
from riskdesk.report.fitting import Content, is_long, least_width, widths
from riskdesk.report.flow import Flow
from riskdesk.report.manuscripts.common import head
from riskdesk.report.rendering import begun
from riskdesk.report.style import PrintStyle, style
from riskdesk.report.text import is_blank
from riskdesk.report.working_text import EMPTY_CELL

LAYOUTS = (Layout.PM2, Layout.EU_ACTION)
# Sizes in points, those that Word has; the first one is used in which no word is broken, or else the last one.
_SIZES = {Layout.PM2: (7.0, 6.5), Layout.EU_ACTION: (8.5, 8.0, 7.0, 6.5)}
# The space around the text of a cell, in points; it is small, as there are up to sixteen columns.
_PADDING = 2.0
_DESCRIPTIONS = {
    Layout.PM2: Label(
        "Each row tells of one risk, its assessment and what is done about it; its first cell is its reference.",
        "Chaque ligne décrit un risque, son évaluation et ce qui est fait. Sa première cellule en est la référence.",
    ),
    Layout.EU_ACTION: Label(
        "Each row tells of one risk with its category, likelihood and impact, and the mitigations that answer it.",
        "Chaque ligne décrit un risque avec sa catégorie, sa probabilité, son impact et les mesures qui y répondent.",
    ),
}


def blocks(
    tree: RegisterTree, layout: Layout, how: Print, room: float, checkpoint: Checkpoint
) -> tuple[PrintStyle, list[Para | TableText]]:
    """The style in which the table fits into a width in points, and the log of a register."""
    laid = lay_out(tree, layout)
    _, flow = begun(tree.register, how, datetime.datetime.now(datetime.UTC), "")
    columns = _columns(flow, laid, room, checkpoint)
    table = TableText(
        laid.title,
        _DESCRIPTIONS[layout].text(laid.language),
        columns,
        tuple(_rows(tree.register, laid, checkpoint)) or (RowText((EMPTY_CELL,) * len(columns)),),
        heads_rows=layout is Layout.PM2,
    )
    legend = (Para((Run(line),), Role.TEXT) for line in laid.legend.split("\n") if line)
    return flow.style, [*head(tree.register, laid.title), table, *legend]


def _columns(flow: Flow, laid: LaidOut, room: float, checkpoint: Checkpoint) -> tuple[ColumnText, ...]:
    """The columns with the widths that their content needs; the flow keeps the style in which they fit."""
    usual = flow.style
    for size in _SIZES[laid.layout]:
        flow.style = replace(usual.smaller(size / usual.size), padding=_PADDING)
        contents = []
        for place in range(len(laid.columns)):
            checkpoint()
            contents.append(_content(flow, laid, place))
        if least_width(contents, flow.style.padding, *types(flow, flow.style)) <= room:
            break
    column_widths = widths(contents, room, flow.style.padding, *types(flow, flow.style))
    return tuple(ColumnText(content.title, width) for content, width in zip(contents, column_widths, strict=True))


def _content(flow: Flow, laid: LaidOut, place: int) -> Content:
    texts = {line for row in laid.rows for text in row.cells[place].texts for line in text.text.split("\n")}
    # Without the words of the head, which would need more room than the days and numbers below it.
    return Content(laid.columns[place].head.text(laid.language), texts, long=is_long(texts, types(flow, flow.style)[0]))


def _rows(register: Register, laid: LaidOut, checkpoint: Checkpoint) -> Iterator[RowText]:
    """The rows; a cell that belongs to several rows spans them."""
    counts = Counter(owner for row in laid.rows for span in Span if (owner := _owner(row, span)))
    above: LayoutRow | None = None
    for number, row in enumerate(laid.rows):
        checkpoint(number / len(laid.rows))
        cells: list[CellText | None] = []
        for place, column in enumerate(laid.columns):
            owner = _owner(row, column.span)
            begun_above = bool(owner) and above is not None and _owner(above, column.span) == owner
            cell = replace(_cell(register, row.cells[place]), rows=counts[owner] or 1)
            cells.append(None if begun_above else cell)
        yield RowText(tuple(cells))
        above = row


def _owner(row: LayoutRow, span: Span) -> str:
    """The item to which a cell of a column belongs; empty if it belongs to its row alone."""
    return {Span.ENTRY: row.entry, Span.CATEGORY: row.category}.get(span, "")


def _cell(register: Register, cell: LayoutCell) -> CellText:
    shade = None if cell.band is None else style(DocumentKind.WORKING).band_colour(register.scale.shade(cell.band))
    role = Role.BULLET if cell.bullets else Role.CELL
    paras = tuple(
        Para((Run(text.text, language=text.language),), role) for text in cell.texts if not is_blank(text.text)
    )
    return replace(EMPTY_CELL, paras=paras or EMPTY_CELL.paras, fill=shade)
