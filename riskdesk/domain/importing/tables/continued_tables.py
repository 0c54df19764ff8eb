"""Gives heads to tables of a document that continue the one before, for instance after a page break.

They get a copy of the heads of that table, and know the places of their cells in the file.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from riskdesk.domain.folding import fold
from riskdesk.domain.importing.tables import columns
from riskdesk.domain.importing.tables.grid import Grid
from riskdesk.domain.importing.tables.regions import HeadedColumn, Region, regions
from riskdesk.domain.importing.words.fields import LEVELS, MEASURES, TEXTS, Field
from riskdesk.domain.pasting import is_signed
from riskdesk.domain.sheets import Cell, Source, Table, TableKind

_NUMBERS = re.compile(r"\d+")
# At least so many cells, and so large a share of those compared, have to be like those above.
_FEWEST, _MOST = 2, 0.6
_LISTED, _LIST = TEXTS | MEASURES, "•"
_COMPARED = LEVELS | {Field.ID, Field.SCORE}


def with_heads_above(source: Source, grids: Sequence[Grid]) -> Source:
    """The source with heads above each table that continues another one; `grids` are those of its tables, in order.

    Such a table has to be as wide as the one before, and its columns have to hold values like those there: numbers,
    levels, lists.
    """
    going_on: dict[int, Table] = {}
    above: _Above | None = None
    for grid in grids:
        if not grid.headless:
            above = _Above(grid)
        elif above is not None and above.is_followed_by(grid):
            going_on[id(grid.table)] = _with_heads(grid.table, above.regions[-1])
        else:
            above = None
    blocks = (going_on.get(id(block), block) for block in source.blocks)
    return replace(source, blocks=tuple(blocks)) if going_on else source


class _Above:
    """A table with heads, prepared for comparison with the tables that may continue it."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid

    @cached_property
    def regions(self) -> list[Region]:
        """The last region of the table, with the fields of its columns; empty if the table has no region."""
        last = regions(self._grid)[-1:]
        for region in last:
            columns.assign_fields(region)
        return last

    @cached_property
    def _known_shapes(self) -> list[tuple[HeadedColumn, set[str]]]:
        """The patterns of the values in each column."""
        return [
            (column, set(_shapes(self._grid, region.rows, column)))
            for region in self.regions
            for column in region.columns
        ]

    def is_followed_by(self, grid: Grid) -> bool:
        """Whether a table without heads is as wide as this one and has columns with like values."""
        tables = grid.table, self._grid.table
        if any(table.kind is not TableKind.TABLE or not table.cells for table in tables):
            return False
        if _width(tables[0]) != _width(tables[1]):
            return False
        like_count = unlike_count = 0
        for column, known_shapes in self._known_shapes:
            for shape in _shapes(grid, grid.by_row, column):
                like_count += shape in known_shapes
                unlike_count += shape not in known_shapes and shape != _LIST
        return like_count >= _FEWEST and like_count >= _MOST * (like_count + unlike_count)


def _width(table: Table) -> int:
    """The number behind the last column that cells reach."""
    return max(cell.column + cell.width for cell in table.cells)


def _shapes(grid: Grid, rows: Iterable[int], column: HeadedColumn) -> Iterator[str]:
    """The patterns of a column's values, by which tables are compared.

    Rows with few cells, and columns without a typical pattern, have none.
    """
    for row in rows:
        cell = grid.cells.get((row, column.column))
        if cell is None or len(grid.by_row[row]) < _FEWEST:
            continue
        if column.field in _COMPARED:
            yield _NUMBERS.sub("0", fold(cell.text.strip()))
        elif column.field in _LISTED and _is_list(cell):
            yield _LIST


def _is_list(cell: Cell) -> bool:
    return any(paragraph.sign for paragraph in cell.paragraphs) or any(map(is_signed, cell.text.split("\n")))


def _with_heads(table: Table, region: Region) -> Table:
    """The table below a copy of the heads of another one."""
    height = region.bottom - region.top + 1
    heads = [
        replace(cell, row=cell.row - region.top + 1)
        for row in range(region.top, region.bottom + 1)
        for cell in region.grid.by_row.get(row, ())
    ]
    cells = [replace(cell, row=cell.row + height) for cell in table.cells]
    places = {(cell.row, cell.column): (table.place(cell.row - height, cell.column),) for cell in cells}
    rows = {(cell.row, 0): (table.place(cell.row - height),) for cell in cells}
    hidden = frozenset(row + height for row in table.hidden_rows)
    return replace(table, cells=(*heads, *cells), hidden_rows=hidden, places=places | rows, head=height, goes_on=True)
