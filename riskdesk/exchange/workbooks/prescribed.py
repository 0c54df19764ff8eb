"""Registers in prescribed layouts: the PM² risk log and the risk table of an EU action document."""

import datetime
from itertools import groupby
from typing import Any

from riskdesk.domain.laid_out import LaidOut, LayoutCell, LayoutColumn, LayoutRow, Span, lay_out
from riskdesk.domain.language import words
from riskdesk.domain.layouts import Layout
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.scale import Rule
from riskdesk.domain.sheets import letters
from riskdesk.domain.tree import RegisterTree
from riskdesk.exchange.workbooks.book import QUIET, TITLE_LOOKS, Book, Paint, literal
from riskdesk.exchange.workbooks.details import write_long_texts
from riskdesk.exchange.workbooks.register import Workbook
from riskdesk.exchange.workbooks.wrapping import width

_HEADS = 3
_NUMBERS = ("likelihood_number", "impact_number")


def prescribed_workbook(
    tree: RegisterTree,
    layout: Layout,
    paint: Paint,
    changed_at: datetime.datetime,
    checkpoint: Checkpoint = never_cancelled,
) -> Workbook:
    """The risks of a tree in a layout; `checkpoint` may cancel it."""
    book = Book(tree.register, tree.register.language, paint, changed_at)
    _Prescribed(book, lay_out(tree, layout)).write(checkpoint)
    write_long_texts(book)
    return Workbook.of(book)


class _Prescribed:
    def __init__(self, book: Book, laid: LaidOut) -> None:
        self._book, self._laid = book, laid
        self._sheet = book.sheet_named(laid.title)
        self._places = {column.code: place for place, column in enumerate(laid.columns)}
        self._last = _HEADS + len(laid.rows)
        # Values for several rows are repeated in a table for filtering, and merged in one that is only read.
        self._merges = laid.layout is Layout.EU_ACTION

    def write(self, checkpoint: Checkpoint) -> None:
        book, register, sheet = self._book, self._book.register, self._sheet
        sheet.widths(*map(self._width, self._laid.columns))
        last = len(self._laid.columns) - 1
        sheet.line(0, 0, self._laid.title, **TITLE_LOOKS)
        sheet.heading(1, 0, register.title or words(book.language).untitled, last, **QUIET)
        # On a line of its own, so that the title can be read back unchanged.
        sheet.heading(2, 0, " · ".join(filter(None, (register.reference, register.handling_mark))), last, **QUIET)
        for place, column in enumerate(self._laid.columns):
            checkpoint(place / len(self._laid.columns))
            sheet.text(_HEADS, place, book.say(column.head), book.head)
            self._column(place, column)
        for row, line in enumerate(self._laid.legend.split("\n") if self._laid.legend else (), self._last + 2):
            sheet.heading(row, 0, line, last, **QUIET)
        if not self._merges and self._laid.rows:
            sheet.raw.autofilter(_HEADS, 0, self._last, len(self._laid.columns) - 1)
            self._colours()
        sheet.raw.freeze_panes(_HEADS + 1, 0)
        sheet.page(_HEADS)

    def _width(self, column: LayoutColumn) -> int:
        """The width of a column; that of scores has room for the words of bands beside them, as these do not wrap."""
        if column.code != "score" or self._book.scale.rule is Rule.TABLE:
            return column.width
        return width([self._book.say(band.name) for band in self._book.scale.bands], column.width)

    def _column(self, place: int, column: LayoutColumn) -> None:
        """Write the cells of a column; values for several rows are merged if the table does so."""
        for _, together in groupby(enumerate(self._laid.rows, _HEADS + 1), lambda it: self._span(column, *it)):
            (row, laid_row), *others = together
            if others:
                self._sheet.raw.merge_range(row, place, row + len(others), place, "", self._book.cell())
            self._cell(row, place, column, laid_row.cells[place], 1 + len(others))

    def _span(self, column: LayoutColumn, number: int, row: LayoutRow) -> str | int:
        """A key shared by cells to be merged; the number of the row for a cell that is not merged."""
        if not self._merges or column.span is Span.RISK:
            return number
        return (row.entry if column.span is Span.ENTRY else row.category) or number

    def _cell(self, row: int, place: int, column: LayoutColumn, cell: LayoutCell, rows: int) -> None:
        sheet, book = self._sheet, self._book
        if isinstance(cell.value, datetime.date) or column.code in ("identified_on", "target_date"):
            sheet.date(row, place, cell.value if isinstance(cell.value, datetime.date) else None)
        elif column.code == "score" and book.scale.rule is not Rule.TABLE:
            self._score(row, place, cell)
        elif isinstance(cell.value, int):
            sheet.raw.write_number(row, place, cell.value, book.cell(align="left"))
        else:
            looks = {} if cell.band is None else book.band_looks(book.scale.bands[cell.band])
            item = self._laid.rows[row - _HEADS - 1].risk
            sheet.text(row, place, cell.text, book.cell(**looks), item, column.code, rows=rows)

    def _score(self, row: int, place: int, cell: LayoutCell) -> None:
        """Write a score as a formula of the levels beside it."""
        levels = [f"{letters(self._places[code] + 1)}{row + 1}" for code in _NUMBERS]
        sign = "*" if self._book.scale.rule is Rule.PRODUCT else "+"
        formula = f'=IF(COUNT({",".join(levels)})=2,{sign.join(levels)},"")'
        result: Any = "" if cell.value is None else cell.value
        # A number that does not fit, with the word of its band, would be shown as ###.
        looks = self._book.cell(align="left", text_wrap=False, shrink=True)
        self._sheet.raw.write_formula(row, place, formula, looks, result)

    def _colours(self) -> None:
        """Colour scores by band, and add the words of the bands after the numbers."""
        place, scale = self._places["score"], self._book.scale
        for band, score_range in zip(scale.bands, scale.ranges, strict=True):
            if score_range is not None:
                word = literal(" " + self._book.say(band.name).replace('"', "”"))
                looks = self._book.conditional(num_format=f"0{word}", **self._book.band_looks(band))
                rule = {
                    "type": "cell",
                    "criteria": "between",
                    "minimum": score_range[0],
                    "maximum": score_range[1],
                    "format": looks,
                }
                self._sheet.raw.conditional_format(_HEADS + 1, place, self._last, place, rule)
