"""Finds the parts of a workbook of Riskdesk among the tables of a file."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from riskdesk.domain import json_text
from riskdesk.domain.document import FORMAT
from riskdesk.domain.long_text import is_beginning
from riskdesk.domain.register_sheet import (
    BANDS,
    DETAILS,
    ENTRY,
    IDS,
    LANGUAGES,
    ORDER,
    PART_FIELD,
    PART_ID,
    PART_TEXT,
    SCORES,
    heads,
    sheet_columns,
)
from riskdesk.domain.scale import Scale
from riskdesk.domain.sheets import Cell, FilePlace, Source, Table

_DETAILS = {f"register.{detail.name}" for detail in DETAILS}
_NO_CELL = Cell(0, 0)
# The row of heads has more cells than a title above it.
_FEWEST_HEADS = 4
_WORKED_OUT = {ORDER, *SCORES, *BANDS}
# Columns whose heads mean something else, or nothing, in other registers.
_OWN = {*IDS, ENTRY, *LANGUAGES}


@dataclass(frozen=True)
class WorkbookLine:
    """A row of the register sheet: its cells by the codes of their columns, without empty ones.

    A cell with a formula is not empty, even if the file has no result for it. `columns` are the columns of all codes,
    `covering` the merged cells that begin elsewhere and cover cells of the row.
    """

    table: Table
    number: int
    cells: Mapping[str, Cell]
    columns: Mapping[str, int]
    covering: Mapping[str, Cell] = field(default_factory=dict)

    def as_seen(self, kinds: Collection[str]) -> "WorkbookLine":
        """The row with the text of a merged cell in each of its cells about these kinds which that covers."""
        covering = {code: cell for code, cell in self.covering.items() if code.partition(".")[0] in kinds}
        return replace(self, cells={**self.cells, **covering}) if covering else self

    def text(self, code: str) -> str:
        return self.cells.get(code, _NO_CELL).text

    def place(self, code: str = "") -> FilePlace:
        """The place of the cell with a code, or of the row."""
        return self.table.place(self.number, self.columns.get(code, 1))

    @property
    def order(self) -> int | None:
        """The position of the row when the workbook was written; None for a new row."""
        value = self.cells.get(ORDER, _NO_CELL).value
        return int(value) if isinstance(value, int | float) and math.isfinite(value) else None


@dataclass(frozen=True)
class Returned:
    """The parts of a workbook of Riskdesk that came back.

    `content` is the register as plain JSON. `lines` are the rows of the sheet in the order in which they were written;
    a new row follows the row above it. `foreign` are cells in columns that Riskdesk did not write, `details` cells with
    fields of the register by code, `texts` those longer than a cell by id and code.
    """

    table: Table
    content: Mapping[str, Any]
    lines: tuple[WorkbookLine, ...]
    foreign: tuple[tuple[Table, Cell], ...]
    details: Mapping[str, tuple[Table, Cell]]
    texts: Mapping[tuple[str, str], str]

    def whole(self, item: str, code: str, text: str) -> str:
        """The text of a cell, completed if the cell only holds its beginning."""
        long = self.texts.get((item, code))
        return long if long is not None and is_beginning(text, long) else text


def find(source: Source) -> Returned | None:
    """The register in a workbook of Riskdesk; None if a source is no such workbook."""
    return next(coded(source, IDS, FORMAT), None)


def coded(source: Source, needed_codes: Collection[str], form: str) -> Iterator[Returned]:
    """The sheets of a source that have columns with all `needed_codes` and, above them, JSON of a format."""
    for table in source.tables:
        # A quick look that excludes most tables.
        if not {cell.text for cell in table.cells}.issuperset(needed_codes):
            continue
        sheet = _Sheet(table, set(needed_codes), form)
        if sheet.codes_row and sheet.content is not None:
            other_tables = [other for other in source.tables if other is not table]
            coded_cells = ((other, code, cell) for other in other_tables for code, cell in _beside(other))
            details = {code.text: (other, cell) for other, code, cell in coded_cells if code.text in _DETAILS}
            yield Returned(
                table, sheet.content, tuple(sheet.lines()), tuple(sheet.foreign()), details, _texts(other_tables)
            )


def without_own_columns(source: Source, scale: Scale) -> Source:
    """A source without the columns that only Riskdesk knows: ids, numbers of entries and languages.

    For reading a register sheet without its hidden rows, or a copy of what it shows, like any other table.
    """
    columns = sheet_columns(scale)
    own_heads = heads(column for column in columns if column.code in _OWN)
    blocks = (
        _readable(block, heads(columns), own_heads, len(columns) // 2) if isinstance(block, Table) else block
        for block in source.blocks
    )
    return replace(source, blocks=tuple(blocks))


def _readable(table: Table, all_heads: set[str], own_heads: set[str], fewest: int) -> Table:
    """The table without columns of `own_heads` if one of its rows has so many of the heads of the sheet."""
    rows: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for cell in table.cells:
        if cell.text in all_heads:
            rows[cell.row][cell.column] = cell.text
    texts_by_column = next((row for row in rows.values() if len(row) >= fewest), {})
    columns = {column for column, text in texts_by_column.items() if text in own_heads}
    return replace(table, cells=tuple(cell for cell in table.cells if cell.column not in columns)) if columns else table


class _Sheet:
    """A table that may be a sheet with codes."""

    def __init__(self, table: Table, needed_codes: set[str], form: str) -> None:
        self._table, self._needed_codes, self._form = table, needed_codes, form
        self._rows: dict[int, dict[int, Cell]] = {}
        for cell in table.cells:
            self._rows.setdefault(cell.row, {})[cell.column] = cell

    @cached_property
    def codes_row(self) -> int:
        """The row with the codes of the columns; 0 if there is none."""
        row_texts = ((row, {cell.text for cell in cells.values()}) for row, cells in self._rows.items())
        return next((row for row, codes in row_texts if self._needed_codes <= codes), 0)

    @cached_property
    def content(self) -> Mapping[str, Any] | None:
        """The JSON in the row above the codes; None if there is none."""
        cells = self._rows.get(self.codes_row - 1, {})
        text = "".join(cell.text for _, cell in sorted(cells.items()))
        try:
            content = json_text.loads(text)
        except ValueError:
            return None
        return content if isinstance(content, dict) and content.get("format") == self._form else None

    @cached_property
    def _codes(self) -> dict[int, str]:
        return {column: cell.text for column, cell in self._rows[self.codes_row].items() if not cell.blank}

    @cached_property
    def _heads_row(self) -> int:
        """The row with the heads: the first one below the codes with more than a few cells in columns with codes."""
        below = (row for row in sorted(self._rows) if row > self.codes_row)
        return next((row for row in below if len(self._rows[row].keys() & self._codes.keys()) > _FEWEST_HEADS), 0)

    @cached_property
    def _covering(self) -> dict[tuple[int, int], Cell]:
        """The merged cells by the places of the others that they cover, in rows with cells and columns with codes."""
        rows = sorted(self._rows)
        return {
            (row, column): cell
            for cell in self._table.cells
            if cell.height > 1 or cell.width > 1
            for row in rows[bisect_left(rows, cell.row) : bisect_left(rows, cell.row + cell.height)]
            for column in self._codes
            if cell.column <= column < cell.column + cell.width and (row, column) != (cell.row, cell.column)
        }

    def lines(self) -> list[WorkbookLine]:
        """The rows in the order in which they were written, even if the sheet was sorted."""
        placed_lines, last = [], 0
        columns = {code: column for column, code in self._codes.items()}
        for row in sorted(self._rows):
            cells = {self._codes[column]: cell for column, cell in self._rows[row].items() if column in self._codes}
            filled_cells = {code: cell for code, cell in cells.items() if cell.formula or not cell.blank}
            covering = {
                code: self._covering[row, at] for at, code in self._codes.items() if (row, at) in self._covering
            }
            line = WorkbookLine(self._table, row, filled_cells, columns, covering)
            if row > self._heads_row and line.cells.keys() - _WORKED_OUT:
                last = last if line.order is None else line.order
                placed_lines.append(((last, line.order is None), line))
        return [line for _, line in sorted(placed_lines, key=lambda pair: pair[0])]

    def foreign(self) -> Iterator[tuple[Table, Cell]]:
        """The cells that Riskdesk did not write: from the heads down in other columns, above them beside the title.

        A title that was changed is one of them, as that of the register is in another sheet.
        """
        first = min((column for column, code in self._codes.items() if code not in IDS), default=0)
        for row, cells in sorted(self._rows.items()):
            own = self._codes if row >= self._heads_row else {first}
            if row > self.codes_row:
                yield from (
                    (self._table, cell)
                    for column, cell in sorted(cells.items())
                    if not cell.blank and (column not in own or self._is_other_title(cell))
                )

    def _is_other_title(self, cell: Cell) -> bool:
        """Whether a cell is that of the title and has another one than was written."""
        title = str((self.content or {}).get("title", ""))
        return cell.row == self.codes_row + 1 < self._heads_row and bool(title) and cell.text.split() != title.split()


def _beside(table: Table) -> Iterator[tuple[Cell, Cell]]:
    """The codes in the first column, each with its cell in the third."""
    cells = {(cell.row, cell.column): cell for cell in table.cells}
    for (row, column), cell in cells.items():
        if column == 1:
            yield cell, cells.get((row, 3), _NO_CELL)


def _texts(tables: list[Table]) -> dict[tuple[str, str], str]:
    """The texts that are longer than a cell, joined from their parts."""
    text_parts: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for table in tables:
        sheet: dict[int, dict[int, str]] = {}
        for cell in table.cells:
            sheet.setdefault(cell.row, {})[cell.column] = cell.text
        first = min(sheet, default=0)
        codes = {text: column for column, text in sheet.get(first, {}).items()}
        if {PART_ID, PART_FIELD, PART_TEXT} <= codes.keys():
            for row in sorted(sheet):
                item, code, text = (sheet[row].get(codes[head], "") for head in (PART_ID, PART_FIELD, PART_TEXT))
                if row > first and code:
                    text_parts[item, code].append(text)
    return {key: "".join(parts) for key, parts in text_parts.items()}
