"""The cells of a table by their places; a merged cell is found at every place that it covers."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import cached_property
from operator import attrgetter

from riskdesk.domain.sheets import Cell, FilePlace, Table, TableKind

_WIDEST, _HIGHEST = 400, 2000


class Grid:
    """The filled cells of a table by row and column; `at` also finds merged cells."""

    def __init__(self, table: Table) -> None:
        self.table = table
        # True once heads of risks were looked for and not found.
        self.headless = False
        filled: list[Cell] = []
        blank: list[Cell] = []
        for cell in table.cells:
            (blank if cell.blank else filled).append(cell)
        # From top to bottom and from left to right.
        filled.sort(key=attrgetter("row", "column"))
        self.cells = {(cell.row, cell.column): cell for cell in filled}
        # Cells that show nothing but have a formula or a comment.
        self.unseen = [cell for cell in blank if cell.formula or cell.comment]
        # Cells with a colour and nothing else.
        self.bare = [cell for cell in blank if cell.fill and not (cell.formula or cell.comment)]
        self._over: dict[tuple[int, int], Cell] = {}
        for cell in self.cells.values():
            if cell.height > 1 or cell.width > 1:
                for row in range(cell.row, cell.row + min(cell.height, _HIGHEST)):
                    for column in range(cell.column, cell.column + min(cell.width, _WIDEST)):
                        self._over[row, column] = cell

    @property
    def is_merged(self) -> bool:
        """Whether any cell is merged over others."""
        return bool(self._over)

    @cached_property
    def by_row(self) -> dict[int, list[Cell]]:
        """The cells that begin in each row, from left to right; only rows with cells."""
        rows: defaultdict[int, list[Cell]] = defaultdict(list)
        for cell in self.cells.values():
            rows[cell.row].append(cell)
        return dict(rows)

    @cached_property
    def columns(self) -> list[int]:
        """The columns in which cells begin."""
        return sorted({column for _, column in self.cells})

    @cached_property
    def width(self) -> int:
        return (self.columns[-1] - self.columns[0] + 1) if self.columns else 0

    def flatten(self, excluded_places: Collection[tuple[int, int]]) -> None:
        """Turn tables inside cells into text of these cells, except at `excluded_places`."""
        for place, cell in self.cells.items():
            if cell.tables and place not in excluded_places:
                inside = (" – ".join(texts(line)) for table in cell.tables for line in Grid(table).by_row.values())
                text = "\n\n".join(filter(None, (cell.text, "\n".join(inside))))
                self.cells[place] = replace(cell, text=text, tables=(), paragraphs=())
                vars(self).pop("by_row", None)

    def fill(self, cells: Iterable[Cell]) -> None:
        """Add cells, or replace those at the same places."""
        more = {(cell.row, cell.column): cell for cell in cells}
        self.cells = dict(sorted((self.cells | more).items()))
        for name in ("by_row", "columns", "width"):
            vars(self).pop(name, None)

    def at(self, row: int, column: int) -> Cell | None:
        """The cell at a place, or the merged cell that covers it."""
        return self.cells.get((row, column)) or self._over.get((row, column))

    def place(self, row: int = 0, column: int = 0, last: int = 0) -> FilePlace:
        return self.table.place(row, column, last)

    def where(self, cell: Cell) -> FilePlace:
        return self.table.place_of(cell)

    @property
    def is_sheet(self) -> bool:
        return self.table.kind is TableKind.SHEET


def grids_of(grids: Iterable[Grid], tables: Iterable[Table]) -> list[Grid]:
    """The grids of tables; existing `grids` are reused."""
    by_table = {id(grid.table): grid for grid in grids}
    return [by_table.get(id(table)) or Grid(table) for table in tables]


def texts(cells: Iterable[Cell]) -> list[str]:
    return [cell.text.strip() for cell in cells]
