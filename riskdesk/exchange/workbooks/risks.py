"""The register sheet: a table to read, sort, filter and change, whose scores live and which comes back whole."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from riskdesk.domain.document import to_document
from riskdesk.domain.fields import FieldType
from riskdesk.domain.json_text import loads
from riskdesk.domain.label import Label
from riskdesk.domain.language import words
from riskdesk.domain.register_sheet import (
    BANDS,
    CATEGORY,
    CATEGORY_ID,
    ENTRY,
    ENTRY_ID,
    IDS,
    LAST_PRINTED,
    MITIGATION_ID,
    ORDER,
    RISK_ID,
    SCORES,
    SheetColumn,
    SheetRow,
    level_word,
    levels_of,
    sheet_columns,
    sheet_rows,
)
from riskdesk.domain.scale import Assessment
from riskdesk.domain.sheets import letters
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Risk, RiskStatus
from riskdesk.exchange.workbooks import lists
from riskdesk.exchange.workbooks.book import Book, Sheet
from riskdesk.exchange.workbooks.legend import look_up
from riskdesk.exchange.workbooks.lists import BAND_NAMES, RISK_STATES, rule_of

RISKS = Label("Risks", "Risques")
# The name of the table, for formulas.
TABLE = "register"
JSON_ROW, CODES, TITLE, SUBTITLE, HEADS = range(5)
FIRST = HEADS + 1
# Below the last row, lists and colours hold for so many new ones.
_MORE = 500
_ENDED = "#696969"
_ABOUT = Label("The risks and mitigations of the register", "Les risques et les mesures du registre")


class RisksSheet:
    """The sheet of a tree while it is written."""

    def __init__(self, book: Book, tree: RegisterTree) -> None:
        self._book, self._tree = book, tree
        self._columns = sheet_columns(book.scale)
        self._places = {column.code: place for place, column in enumerate(self._columns)}
        self._rows = list(sheet_rows(tree))
        self._sheet: Sheet = book.sheet(RISKS)
        self._last = HEADS + max(1, len(self._rows))

    def write(self) -> None:
        """Write all of it."""
        self._head()
        self._table()
        for row, told in enumerate(self._rows, FIRST):
            self._row(row, told)
        self._lists()
        self._colours()
        self._page()

    def _head(self) -> None:
        """What is hidden above the heads, and the title of the register."""
        book, register, said = self._book, self._tree.register, words(self._book.language)
        self._sheet.json(JSON_ROW, loads(to_document(replace(self._tree, categories=()))) | self._structure())
        for place, column in enumerate(self._columns):
            self._sheet.line(CODES, place, column.code, book.format(text_wrap=False))
        self._sheet.hide_row(CODES)
        first = len(IDS)
        self._sheet.line(TITLE, first, register.title or said.untitled, book.title)
        dates = [said.date(day) for day in (register.date,) if day]
        told = [register.reference, *dates, register.handling_mark]
        self._sheet.line(SUBTITLE, first, " · ".join(filter(None, told)), book.quiet)

    def _structure(self) -> dict[str, Any]:
        """The titles of categories by their ids, by which a row that was given another one is known."""
        return {"titles": {it.category.id: it.category.title for it in self._tree.categories}}

    def _table(self) -> None:
        heads = [self._column(column) for column in self._columns]
        options = {"name": TABLE, "columns": heads, "style": None, "description": self._book.say(_ABOUT)}
        self._sheet.raw.add_table(HEADS, 0, self._last, len(self._columns) - 1, options)
        titled = any(risk.title for risk in self._tree.risks)
        hidden = IDS if titled else (*IDS, "risk.title")
        self._sheet.widths(*(0 if column.code in hidden else column.width for column in self._columns))
        for place, told in enumerate(heads):
            self._sheet.make_room(HEADS, place, told["header"])
        self._sheet.raw.freeze_panes(FIRST, self._places["risk.reference"] + 1)

    def _column(self, column: SheetColumn) -> dict[str, Any]:
        """A column of the table; new rows get its formula."""
        told = {"header": self._book.say(column.head), "header_format": self._book.head}
        return told | {"formula": self._formula(column)} if column.code in (*SCORES, *BANDS) else told

    def _row(self, row: int, told: SheetRow) -> None:
        for place, column in enumerate(self._columns):
            if column.code in (*SCORES, *BANDS):
                self._worked_out(row, place, column, told.risk)
            elif column.kind in ("risk", "mitigation") and column.field:
                self._field(row, place, column, told)
            else:
                self._where(row, place, column.code, told)

    def _where(self, row: int, place: int, code: str, told: SheetRow) -> None:
        """Where a row belongs."""
        if code == ORDER:
            self._sheet.raw.write_number(row, place, row - HEADS, self._book.cell())
            return
        category = told.category.category
        texts = {
            CATEGORY_ID: category.id,
            ENTRY_ID: told.entry.entry.id if told.entry else "",
            RISK_ID: told.risk.id if told.risk else "",
            MITIGATION_ID: told.mitigation.id if told.mitigation else "",
            ENTRY: told.number,
            CATEGORY: category.title,
        }
        self._sheet.text(row, place, texts[code], self._book.cell(), category.id, code)

    def _field(self, row: int, place: int, column: SheetColumn, told: SheetRow) -> None:
        value = told.value(column.kind)
        assert column.field is not None, "asked of a column that holds a field"
        found = getattr(value, column.field.name) if value else None
        if column.type is FieldType.DATE:
            self._sheet.date(row, place, found)
            return
        text = found or ""
        if column.type is FieldType.LEVEL:
            text = level_word(levels_of(self._book.scale, column), found, self._book.language)
        elif found and column.codes:
            text = self._book.say(column.codes[found])
        self._sheet.text(row, place, text, self._book.cell(), value.id if value else "", column.code)

    def _worked_out(self, row: int, place: int, column: SheetColumn, risk: Risk | None) -> None:
        """A score or the word of a band, by a formula with what it gives now."""
        pair = Assessment() if risk is None else risk.residual if "residual" in column.code else risk.assessment
        band = self._book.scale.band(pair)
        result: object = self._book.scale.score(pair) if column.code in SCORES else band and self._book.say(band.name)
        formula = "=" + self._formula(column)
        self._sheet.raw.write_formula(
            row, place, formula, self._book.cell(align="left"), "" if result is None else result
        )

    def _formula(self, column: SheetColumn) -> str:
        """What works a column out in each row."""
        side = "residual_" if "residual" in column.code else ""
        heads = (self._columns[self._places[f"risk.{side}{half}"]].head for half in ("likelihood", "impact"))
        levels = (f"{TABLE}[[#This Row],[{self._book.say(head)}]]" for head in heads)
        return look_up(lists.SCORES if column.code in SCORES else lists.BANDS, *levels)

    def _at(self, row: int, code: str) -> str:
        """A cell as formulas name it, in a column that stays and a row that moves."""
        return f"${letters(self._places[code] + 1)}{row + 1}"

    def _lists(self) -> None:
        """What cells may hold."""
        for place, column in enumerate(self._columns):
            rule = rule_of(self._book, column)
            if rule is not None:
                self._sheet.raw.data_validation(FIRST, place, self._last + _MORE, place, rule)

    def _colours(self) -> None:
        """The colours of bands, whose words stand in the cells, and grey for risks that ended."""
        for band_place, band in enumerate(self._book.scale.bands, 1):
            looks = self._book.conditional(**self._book.band_looks(band))
            for word, *beside in self._groups():
                criteria = f"={self._at(FIRST, word)}=INDEX({BAND_NAMES},{band_place})"
                for code in (word, *beside):
                    self._condition(self._places[code], self._places[code], criteria, looks)
        states = list(RiskStatus)
        told = (f"INDEX({RISK_STATES},{states.index(it) + 1})" for it in (RiskStatus.CLOSED, RiskStatus.REJECTED))
        status = self._at(FIRST, "risk.status")
        criteria = f"=OR({','.join(f'{status}={it}' for it in told)})"
        self._condition(0, len(self._columns) - 1, criteria, self._book.conditional(font_color=_ENDED))

    def _groups(self) -> Iterator[tuple[str, ...]]:
        """The columns with the words of bands, each with those that have the same colour."""
        for word, score in zip(BANDS, SCORES, strict=True):
            yield (word, score) if score in self._places else (word,)

    def _condition(self, first: int, last: int, criteria: str, looks: Any) -> None:
        rule = {"type": "formula", "criteria": criteria, "format": looks}
        self._sheet.raw.conditional_format(FIRST, first, self._last + _MORE, last, rule)

    def _page(self) -> None:
        self._sheet.page(HEADS)
        self._sheet.raw.print_area(0, len(IDS), self._last, self._places[LAST_PRINTED])
