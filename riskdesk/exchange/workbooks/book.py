"""A workbook being written: formats, texts of any length, and the same bytes for the same register."""

import datetime
import io
import json
import math
import re
import zipfile
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias
from xml.sax.saxutils import escape

from riskdesk.domain.label import Label
from riskdesk.domain.language import words
from riskdesk.domain.long_text import beginning, is_long, parts
from riskdesk.domain.scale import Band, Scale, Shade
from riskdesk.domain.sheets import letters
from riskdesk.domain.text import without_control
from riskdesk.domain.values import Language, Register
from riskdesk.exchange.workbooks.page_heads import LINE_HEIGHT, page_foot, page_head
from riskdesk.exchange.workbooks.wrapping import lines

# A function that gives the colour of a shade as #RRGGBB.
Paint: TypeAlias = Callable[[Shade], str]
# A row and a column, counted from 0.
Place: TypeAlias = tuple[int, int]

# Before this day, Excel counts a 29 February 1900, which did not exist.
_FIRST_DAY = datetime.date(1900, 3, 1)
_LONGEST_PROPERTY = 255
# Heights of a line and of the tallest row in points, and how many letters of a text are as wide as one that measures
# columns.
_LINE, _TALLEST, _NARROW = 13.2, 409, 1.1
# The largest width of letters, relative to the letters that measure columns; bold ones are wider.
_WIDE, _WIDER = 1.15, 1.35
_ROW_HEIGHT = re.compile(rb'(<row r="(\d+)"[^>]*?) customHeight="1"')
_PAGE = Label("Page &P of &N", "Page &P sur &N")
_GRID, _HEAD = "#BFBFBF", "#D9E2EF"
# The formats of titles, and of lines about a sheet.
TITLE_LOOKS, QUIET = {"bold": True, "font_size": 14}, {"font_color": "#595959"}


@dataclass(frozen=True, slots=True)
class LongText:
    """A text that is longer than a cell: the cell in which it begins, its item and field, and the whole text."""

    sheet: str
    cell: str
    item: str
    field: str
    text: str


class Book:
    """A workbook of a register; `changed_at` is when that was last changed."""

    def __init__(self, register: Register, language: Language, paint: Paint, changed_at: datetime.datetime) -> None:
        import xlsxwriter

        self.register, self.language, self.paint = register, language, paint
        self.long_texts: list[LongText] = []
        self._out = io.BytesIO()
        self._book = xlsxwriter.Workbook(self._out, {"in_memory": True})
        self._book.set_properties(
            {
                "title": register.title[:_LONGEST_PROPERTY],
                "subject": register.reference[:_LONGEST_PROPERTY],
                "created": changed_at.replace(tzinfo=None, microsecond=0),
            }
        )
        # The names of the ranges that were defined.
        self.names: set[str] = set()
        self.sheets: list[WorkbookSheet] = []
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    @property
    def scale(self) -> Scale:
        return self.register.scale

    def say(self, label: Label) -> str:
        """A label in the language of the workbook."""
        return label.text(self.language)

    def format(self, **looks: Any) -> Any:
        """A format: text at the top of its cell and wrapped, changed by `looks`."""
        key = tuple(sorted(looks.items()))
        if key not in self._formats:
            usual = {"font_name": "Calibri", "font_size": 10, "valign": "top", "text_wrap": True}
            self._formats[key] = self._book.add_format(usual | looks)
        return self._formats[key]

    def cell(self, **looks: Any) -> Any:
        """The format of a cell of a table."""
        return self.format(border=1, border_color=_GRID, **looks)

    def conditional(self, **looks: Any) -> Any:
        """The format that a condition adds to cells."""
        return self._book.add_format(looks)

    @cached_property
    def head(self) -> Any:
        """The format of the heads of columns."""
        return self.cell(bold=True, bg_color=_HEAD)

    @cached_property
    def day(self) -> str:
        """Excel's date format in the language of the workbook."""
        return "dd/mm/yyyy" if self.language is Language.FRENCH else "d mmm yyyy"

    def band_looks(self, band: Band) -> dict[str, str]:
        """The format of a cell with a band, whose word is in it, too."""
        return {"bg_color": self.paint(self.scale.shade(self.scale.bands.index(band))), "font_color": "#000000"}

    def sheet(self, name: Label) -> "WorkbookSheet":
        """A new sheet."""
        return self.sheet_named(self.say(name))

    def sheet_named(self, name: str) -> "WorkbookSheet":
        """A new sheet with a name in the language of the workbook."""
        self.sheets.append(WorkbookSheet(self, self._book.add_worksheet(name)))
        return self.sheets[-1]

    def define(self, name: str, sheet: "WorkbookSheet", first: Place, last: Place) -> None:
        """Give a range, from and to row and column, a name for formulas."""
        self.names.add(name)
        self._book.define_name(name, f"={_range(sheet, first, last)}")

    def print_only(self, sheet: "WorkbookSheet", *areas: tuple[Place, Place]) -> None:
        """Print nothing of a sheet but these areas, each from and to row and column and on pages of its own."""
        ranges = ",".join(_range(sheet, *area) for area in areas)
        self._book.define_name(f"{quoted(sheet.name)}!_xlnm.Print_Area", f"={ranges}")

    def protect(self, allowed: dict[str, bool]) -> None:
        """Lock all cells whose format does not unlock them, without a password, to prevent changes by mistake."""
        for sheet in self.sheets:
            sheet.raw.protect("", allowed)

    def finished(self) -> bytes:
        """The bytes of the workbook."""
        for sheet in self.sheets:
            sheet.fit()
        self._book.close()
        kept_rows = {f"xl/worksheets/sheet{number}.xml": sheet.heights for number, sheet in enumerate(self.sheets, 1)}
        return _finished(self._out.getvalue(), self.language, self.register.prepared_by, kept_rows)


class WorkbookSheet:
    """A sheet being written; rows and columns count from 0."""

    def __init__(self, book: Book, sheet: Any) -> None:
        self.book, self.raw = book, sheet
        self.name: str = sheet.get_name()
        self._widths: dict[int, int] = {}
        self._lines: defaultdict[int, int] = defaultdict(lambda: 1)
        # The heights, in points, of rows that no program adapts to their merged cells.
        self.heights: dict[int, float] = {}

    def text(
        self, row: int, column: int, text: str, looks: Any, item: str = "", field: str = "", *, rows: int = 1
    ) -> None:
        """Write a text as text, whatever it begins with; a text that is too long for a cell is put on a separate sheet.

        `item` and `field` identify it there; it has the height of so many `rows`.
        """
        if not text:
            self.raw.write_blank(row, column, None, looks)
            return
        if is_long(text):
            cell = f"{letters(column + 1)}{row + 1}"
            self.book.long_texts.append(LongText(self.name, cell, item, field, text))
            text = beginning(text, self.book.language)
        self.raw.write_string(row, column, text, looks)
        self.make_room(row, column, text, rows)

    def make_room(self, row: int, column: int, text: str, rows: int = 1) -> None:
        """Make rows high enough for a text in a cell that spans them."""
        if column in self._widths:
            count = math.ceil(lines(text, self._widths[column] * _NARROW) / rows)
            for number in range(row, row + rows):
                self._lines[number] = max(self._lines[number], count)

    def line(self, row: int, column: int, text: str, **looks: Any) -> None:
        """Write a text that continues over the empty cells beside it."""
        self.raw.write_string(row, column, text, self.book.format(text_wrap=False, **looks))

    def heading(self, row: int, column: int, text: str, last: int, **looks: Any) -> None:
        """Write a text over the cells up to the `last` column, and in as many lines as it needs."""
        size = looks.get("font_size", 10) / 10
        width = sum(self._widths.get(place, 0) for place in range(column, last + 1))
        count = lines(text, width / (size * (_WIDER if looks.get("bold") else _WIDE)))
        self.line(row, column, text, **looks)
        if count > 1 and last > column:
            wrapped = self.book.format(**looks)
            self.raw.merge_range(row, column, row, last, "", wrapped)
            self.raw.write_string(row, column, text, wrapped)
            self.heights[row] = min(_TALLEST, count * _LINE * size + 2)

    def date(self, row: int, column: int, day: datetime.date | None, **looks: Any) -> None:
        """Write a day as a date; as text if Excel does not support it."""
        if day is not None and day < _FIRST_DAY:
            self.text(row, column, words(self.book.language).date(day), self.book.cell(**looks))
        elif day is not None:
            form = self.book.cell(num_format=self.book.day, align="left", **looks)
            self.raw.write_datetime(row, column, datetime.datetime.combine(day, datetime.time()), form)
        else:
            self.raw.write_blank(row, column, None, self.book.cell(num_format=self.book.day, align="left", **looks))

    def json(self, row: int, content: Any) -> None:
        """Write plain JSON into the cells of a hidden row, as many as needed."""
        text = json.dumps(content, ensure_ascii=True, separators=(",", ":"))
        for column, part in enumerate(parts(text)):
            self.raw.write_string(row, column, part, self.book.format(text_wrap=False))
        self.hide_row(row)

    def hide_row(self, row: int) -> None:
        self.raw.set_row(row, None, None, {"hidden": True})

    def widths(self, *widths: int) -> None:
        """Set the widths of the first columns, in letters; columns with width 0 are hidden."""
        for column, width in enumerate(widths):
            self.raw.set_column(column, column, width or None, None, {"hidden": not width})
            if width:
                self._widths[column] = width

    def low_rows(self) -> list[int]:
        """The rows that are too low for their texts, as no row may be higher."""
        return sorted(row for row, count in self._lines.items() if count * _LINE > _TALLEST)

    def fit(self) -> None:
        """Make rows as high as their text; to be called when everything is written."""
        for row, count in self._lines.items():
            if count > 1:
                self.raw.set_row(row, min(_TALLEST, count * _LINE + 2))
        for row, height in self.heights.items():
            self.raw.set_row(row, height)

    def page(self, heads: int | None = None, *, pages: int = 0) -> None:
        """Set up A4 landscape, fit to the width of a page, with repeated heads, title, reference and page numbers.

        All is fit to so many pages, if a number is given.
        """
        book = self.book
        self.raw.set_landscape()
        self.raw.set_paper(9)
        self.raw.fit_to_pages(1, pages)
        if heads is not None:
            self.raw.repeat_rows(heads)
        head, count = page_head(book.register.title, book.register.reference)
        self.raw.set_header(head)
        self.raw.set_margins(left=0.4, right=0.4, top=0.75 + (count - 1) * LINE_HEIGHT, bottom=0.6)
        self.raw.set_footer(page_foot(book.register.handling_mark, book.say(_PAGE)))


def _range(sheet: WorkbookSheet, first: Place, last: Place) -> str:
    """A range of a sheet, from and to row and column, in the form for formulas."""
    (top, left), (bottom, right) = first, last
    return f"{quoted(sheet.name)}!${letters(left + 1)}${top + 1}:${letters(right + 1)}${bottom + 1}"


def quoted(name: str) -> str:
    """The name of a sheet in the form for formulas."""
    return "'" + name.replace("'", "''") + "'"


def literal(text: str) -> str:
    """A text in the form for formulas."""
    return '"' + text.replace('"', '""') + '"'


def _finished(data: bytes, language: Language, author: str, kept_rows: Mapping[str, Collection[int]]) -> bytes:
    """The workbook with its language, author and program set, and with rows that adapt their height to their content.

    XlsxWriter supports none of that, an author only as who saved it last, too, and fixes the heights of rows; those of
    `kept_rows`, given by part, are kept. Parts keep their order and time.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "docProps/core.xml":
                ending = f"<dc:language>{language.value}</dc:language></cp:coreProperties>"
                content = content.replace(b"</cp:coreProperties>", ending.encode())
                creator = f"<dc:creator>{escape(without_control(author))}</dc:creator>"
                content = content.replace(b"<dc:creator></dc:creator>", creator.encode())
            elif part.filename == "docProps/app.xml":
                content = content.replace(b"<Application>Microsoft Excel<", b"<Application>Riskdesk<")
            elif part.filename.startswith("xl/worksheets/"):
                content = _with_heights(content, kept_rows.get(part.filename, ()))
            new.writestr(part, content)
    return out.getvalue()


def _with_heights(content: bytes, kept_rows: Collection[int]) -> bytes:
    """A sheet in which only the `kept_rows`, which count from 0, have a fixed height."""
    return _ROW_HEIGHT.sub(lambda match: match[0 if int(match[2]) - 1 in kept_rows else 1], content)
