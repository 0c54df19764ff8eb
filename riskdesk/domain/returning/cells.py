"""What the cells of a register sheet say: levels, words, days and texts, as the fields take them."""

import datetime
import re
from typing import Any

from riskdesk.domain.fields import Field, FieldType
from riskdesk.domain.folding import fold
from riskdesk.domain.importing import dates
from riskdesk.domain.importing.messages import Report
from riskdesk.domain.possible import FIRST_DAY, LAST_DAY
from riskdesk.domain.register_sheet import SheetColumn, levels_of, sheet_columns
from riskdesk.domain.returning.finding import Returned, SheetLine
from riskdesk.domain.scale import Level, Scale
from riskdesk.domain.sheets import Cell, Place

_NUMBER = re.compile(r"\s*(\d{1,3})\s*(?:$|[-–—:.=(])")


class Cells:
    """Reads the cells of a workbook, and warns of those that say what their field cannot hold; they are left empty."""

    def __init__(self, workbook: Returned, scale: Scale, report: Report) -> None:
        self._workbook, self._scale, self._report = workbook, scale, report
        self._columns = [
            column
            for column in sheet_columns(scale)
            if column.field is not None and column.kind in ("risk", "mitigation")
        ]

    def fields(self, line: SheetLine, kind: str, item: str) -> dict[str, Any]:
        """What a row says of its risk or mitigation, whose id is `item`; nothing if those cells are empty."""
        return {
            column.field.name: value
            for column in self._columns
            if column.kind == kind and column.field is not None
            if (value := self._value(line, column, item)) is not None
        }

    def _value(self, line: SheetLine, column: SheetColumn, item: str) -> Any:
        cell = line.cells.get(column.code)
        if cell is None or column.field is None:
            return None
        if cell.blank:
            self._report.warn("no_value", line.place(column.code), cell.formula)
            return None
        if column.type is FieldType.LEVEL:
            return self._checked(_level(levels_of(self._scale, column), cell.text), cell, line.place(column.code))
        return self.value(column.field, cell, line.place(column.code), item, column.code)

    def value(self, field: Field, cell: Cell, place: Place, item: str, code: str) -> Any:
        """What a cell says of a field that is no level."""
        if field.type is FieldType.DATE:
            return self._checked(_day(cell), cell, place)
        if field.codes:
            return self._checked(_code(field, cell.text), cell, place)
        return self._workbook.whole(item, code, cell.text)

    def _checked(self, value: Any, cell: Cell, place: Place) -> Any:
        if value is None and not cell.blank:
            self._report.warn("no_such_value", place, cell.text)
        return value


def _level(levels: tuple[Level, ...], text: str) -> int | None:
    """A level by its number, or by its name in one of the languages."""
    match = _NUMBER.match(text)
    if match and int(match[1]) in range(1, len(levels) + 1):
        return int(match[1])
    folded_text = _folded(text)
    names = ((number, name) for number, level in enumerate(levels, 1) for name in (level.name.en, level.name.fr))
    return next((number for number, name in names if _folded(name) == folded_text), None)


def _code(field: Field, text: str) -> Any:
    folded_text = _folded(text)
    codes = ((code, name) for code, label in field.codes.items() for name in (label.en, label.fr))
    return next((code for code, name in codes if _folded(name) == folded_text), None)


def _folded(name: str) -> str:
    """A name as it is compared: where a line ends in it, or how many spaces stand there, is not seen."""
    return " ".join(fold(name).split())


def _day(cell: Cell) -> datetime.date | None:
    day = dates.day(cell)
    return day if day is not None and FIRST_DAY <= day <= LAST_DAY else None
