"""Reads the cells of a register sheet into values of fields: levels, words, days and texts."""

from typing import Any

from riskdesk.domain.fields import Field, FieldType
from riskdesk.domain.importing.levels.levels import ladders_of
from riskdesk.domain.importing.messages import Report
from riskdesk.domain.importing.own.own_values import choice_of, day_of, level_of
from riskdesk.domain.importing.values.dated import text_of
from riskdesk.domain.importing.words.vocabulary import is_error
from riskdesk.domain.register_sheet import SheetColumn, sheet_columns
from riskdesk.domain.returning.finding import Returned, WorkbookLine
from riskdesk.domain.scale import Scale
from riskdesk.domain.sheets import Cell, FilePlace


class Cells:
    """Reads the cells of a workbook.

    If a field cannot hold a value, it warns and the field stays empty.
    """

    def __init__(self, workbook: Returned, scale: Scale, report: Report) -> None:
        self._workbook, self._ladders, self._report = workbook, ladders_of(scale), report
        self._columns = [
            column
            for column in sheet_columns(scale)
            if column.field is not None and column.kind in ("risk", "mitigation")
        ]

    def fields(self, line: WorkbookLine, kind: str, item: str) -> dict[str, Any]:
        """The fields that a row gives its risk or mitigation, whose id is `item`; empty cells give none."""
        return {
            column.field.name: value
            for column in self._columns
            if column.kind == kind and column.field is not None
            if (value := self._field_value(line, column, item)) is not None
        }

    def _field_value(self, line: WorkbookLine, column: SheetColumn, item: str) -> Any:
        cell = line.cells.get(column.code)
        if cell is None or column.field is None:
            return None
        if cell.blank or (cell.formula and is_error(cell.text)):
            self._report.warn("no_value", line.place(column.code), cell.text.strip() or cell.formula)
            return None
        if column.type is FieldType.LEVEL:
            return self._level(column.field.name, cell, line.place(column.code))
        return self.value(column.field, cell, line.place(column.code), item, column.code)

    def value(self, field: Field, cell: Cell, place: FilePlace, item: str, code: str) -> Any:
        """The value of a cell for a field that is no level."""
        if field.type is FieldType.DATE:
            return self._checked(day_of(cell), cell, place)
        if field.codes:
            return self._checked(choice_of(field, cell.text), cell, place)
        text = self._workbook.whole(item, code, cell.text)
        return text_of(cell) if text == cell.text else text

    def _level(self, name: str, cell: Cell, place: FilePlace) -> int | None:
        level, rest = level_of(name, cell.text, self._ladders)
        if rest:
            self._report.warn("no_such_value", place, rest)
        checked_level: int | None = self._checked(level, cell, place)
        return checked_level

    def _checked(self, value: Any, cell: Cell, place: FilePlace) -> Any:
        if value is None and not cell.blank:
            self._report.warn("no_such_value", place, cell.text)
        return value
