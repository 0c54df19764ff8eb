"""A table whose columns are found by hidden codes on reading, with lists, calculated scores and colours of bands."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from riskdesk.domain.fields import FieldType
from riskdesk.domain.label import Label
from riskdesk.domain.language import with_no_break_spaces
from riskdesk.domain.register_sheet import BANDS, SCORES, SheetColumn, level_word
from riskdesk.domain.scale import Assessment
from riskdesk.domain.sheets import letters
from riskdesk.domain.values import Mitigation, Risk
from riskdesk.exchange.workbooks import lists
from riskdesk.exchange.workbooks.book import QUIET, TITLE_LOOKS, WorkbookSheet
from riskdesk.exchange.workbooks.legend import look_up
from riskdesk.exchange.workbooks.lists import BAND_NAMES, rule_of

JSON_ROW, CODES, TITLE, SUBTITLE, HEADS = range(5)
FIRST = HEADS + 1
_ENDED, _LOCKED = "#696969", "#F2F2F2"
_PAIRS = (("likelihood", "impact"), ("residual_likelihood", "residual_impact"))


class CodedTable:
    """A sheet with a table being written; it has `count` rows to be filled.

    If `open_codes` are given, only cells of those columns can be changed. Columns in `hidden` are not shown. Lists and
    colours extend to so many `more` rows below.
    """

    def __init__(
        self,
        sheet: WorkbookSheet,
        name: str,
        columns: Sequence[SheetColumn],
        count: int,
        *,
        hidden: Collection[str],
        open_codes: Collection[str] | None = None,
        more: int = 0,
    ) -> None:
        self.sheet, self._book, self._name = sheet, sheet.book, name
        self.columns, self._hidden, self._open = columns, hidden, open_codes
        self.places = {column.code: place for place, column in enumerate(columns)}
        self.last = HEADS + max(1, count)
        self._more = more

    def begin(self, content: Any, title: str, subtitle: str, description: Label, last: str = "") -> None:
        """Write the hidden rows, the title and a line below it, up to the `last` column to be printed, and the heads
        of the table.
        """
        book, sheet = self._book, self.sheet
        sheet.json(JSON_ROW, content)
        for place, column in enumerate(self.columns):
            sheet.line(CODES, place, column.code)
        sheet.hide_row(CODES)
        sheet.widths(*(0 if column.code in self._hidden else column.width for column in self.columns))
        first = next(place for place, column in enumerate(self.columns) if column.code not in self._hidden)
        end = self.places[last] if last else len(self.columns) - 1
        # The title is read back from other cells, so it can have no-break spaces.
        sheet.heading(TITLE, first, with_no_break_spaces(title), end, **TITLE_LOOKS)
        sheet.heading(SUBTITLE, first, with_no_break_spaces(subtitle), end, **QUIET)
        columns = [self._column(column) for column in self.columns]
        options = {"name": self._name, "columns": columns, "style": None, "description": book.say(description)}
        sheet.raw.add_table(HEADS, 0, self.last, len(columns) - 1, options)
        for place, column in enumerate(self.columns):
            sheet.make_room(HEADS, place, book.say(column.head))

    def finish(self) -> None:
        """Add lists and colours, when the rows are written."""
        for place, column in enumerate(self.columns):
            rule = rule_of(self._book, column) if self._is_open(column.code) else None
            if rule is not None:
                self.sheet.raw.data_validation(FIRST, place, self.last + self._more, place, rule)
        self._colour_bands()
        if "risk.status" in self.places:
            self._grey_ended()

    def text(self, row: int, code: str, text: str, item: str = "") -> None:
        """Write a text into a column."""
        self.sheet.text(row, self.places[code], text, self._cell(code), item, code)

    def number(self, row: int, code: str, number: int) -> None:
        self.sheet.raw.write_number(row, self.places[code], number, self._cell(code))

    def value(self, row: int, column: SheetColumn, value: Risk | Mitigation | None) -> None:
        """Write what a column shows of a risk or mitigation: a field, or a value that is calculated by a formula."""
        if column.code in (*SCORES, *BANDS):
            self._worked_out(row, column, value if isinstance(value, Risk) else None)
            return
        assert column.field is not None, "a column holds a field, or what is worked out"
        content = getattr(value, column.field.name) if value else None
        if column.type is FieldType.DATE:
            self.sheet.date(row, self.places[column.code], content, **self._looks(column.code))
            return
        text = content or ""
        if column.type is FieldType.LEVEL:
            text = level_word(self._book.scale.levels_of(column.code), content, self._book.language)
        elif content and column.codes:
            text = self._book.say(column.codes[content])
        self.text(row, column.code, text, value.id if value else "")

    def _column(self, column: SheetColumn) -> dict[str, Any]:
        """A column of the table; new rows get its formula, too."""
        options = {"header": self._book.say(column.head), "header_format": self._book.head}
        return options | {"formula": self._formula(column)} if column.code in (*SCORES, *BANDS) else options

    def _worked_out(self, row: int, column: SheetColumn, risk: Risk | None) -> None:
        """Write a score or the word of a band, as a formula with its present value."""
        pair = Assessment() if risk is None else risk.residual if "residual" in column.code else risk.assessment
        band = self._book.scale.band(pair)
        result: object = self._book.scale.score(pair) if column.code in SCORES else band and self._book.say(band.name)
        formula, looks = "=" + self._formula(column), self._cell(column.code, align="left")
        place = self.places[column.code]
        self.sheet.raw.write_formula(row, place, formula, looks, "" if result is None else result)
        self.sheet.make_room(row, place, str(result or ""))

    def _formula(self, column: SheetColumn) -> str:
        """The formula that calculates a column in each row."""
        halves = _PAIRS["residual" in column.code]
        heads = (self.columns[self.places[f"risk.{half}"]].head for half in halves)
        levels = (f"{self._name}[[#This Row],[{self._book.say(head)}]]" for head in heads)
        return look_up(lists.SCORES if column.code in SCORES else lists.BANDS, *levels)

    def _cell(self, code: str, **looks: Any) -> Any:
        return self._book.cell(**self._looks(code), **looks)

    def _looks(self, code: str) -> dict[str, Any]:
        if self._open is None:
            return {}
        return {"locked": False} if code in self._open else {"bg_color": _LOCKED}

    def _is_open(self, code: str) -> bool:
        return self._open is None or code in self._open

    def at(self, row: int, code: str) -> str:
        """A reference to a cell for formulas, with a fixed column and a relative row."""
        return f"${letters(self.places[code] + 1)}{row + 1}"

    def _colour_bands(self) -> None:
        """Colour bands by the words in their cells; risks that have ended have no colour, as in print."""
        standing = f",NOT({self._ended()})" if "risk.status" in self.places else ""
        for number, band in enumerate(self._book.scale.bands, 1):
            looks = self._book.conditional(**self._book.band_looks(band))
            for word, *beside in self._groups():
                criteria = f"=AND({self.at(FIRST, word)}=INDEX({BAND_NAMES},{number}){standing})"
                for code in (word, *beside):
                    self._condition(self.places[code], self.places[code], criteria, looks)

    def _groups(self) -> Iterator[tuple[str, ...]]:
        """The columns that are coloured together: the word of a band and, if shown, its score."""
        for word, score in zip(BANDS, SCORES, strict=True):
            if word in self.places:
                yield (word, score) if score in self.places else (word,)

    def _grey_ended(self) -> None:
        """Grey out cells of risks that have ended, but not mitigations beside them, which may be for others."""
        looks = self._book.conditional(font_color=_ENDED)
        for place, column in enumerate(self.columns):
            if column.kind == "risk" or column.code in (*SCORES, *BANDS):
                self._condition(place, place, f"={self._ended()}", looks)

    def _ended(self) -> str:
        """The condition, in formulas, that the risk of a row has ended."""
        status = self.at(FIRST, "risk.status")
        return f"OR({','.join(f'{status}={state}' for state in lists.ENDED)})"

    def _condition(self, first: int, last: int, criteria: str, looks: Any) -> None:
        rule = {"type": "formula", "criteria": criteria, "format": looks}
        self.sheet.raw.conditional_format(FIRST, first, self.last + self._more, last, rule)
