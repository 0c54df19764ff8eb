"""Reads matrices whose cells hold risks, or their numbers.

Rows are likelihoods and columns impacts, unless words beside them say that it is the other way round.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from riskdesk.domain.importing.context import Ledger
from riskdesk.domain.importing.draft import DraftEntry, DraftRisk
from riskdesk.domain.importing.entries import joining
from riskdesk.domain.importing.levels.legends import from_low_to_high
from riskdesk.domain.importing.tables.grid import Grid
from riskdesk.domain.importing.values.ladder import Evidence, Ladder, rank, read_level
from riskdesk.domain.importing.words import heads, splitting
from riskdesk.domain.importing.words.fields import Field
from riskdesk.domain.sheets import Cell

_FEWEST, _MOST = 3, 30
_TEXTS = 0.6
_LONGEST = 40
_NUMBER = re.compile(r"\d|10")
_MEANING = re.compile(r"[,;:(\n]")


class Axes(NamedTuple):
    """The heads of the rows and of the columns of a matrix; `sides` says which are likelihoods and which impacts."""

    down: list[Cell]
    across: list[Cell]
    sides: tuple[Field, Field]

    @property
    def heads(self) -> list[Cell]:
        return [*self.down, *self.across]

    @property
    def ladders(self) -> dict[Field, Ladder]:
        return {side: _ladder(cells) for side, cells in zip(self.sides, (self.down, self.across), strict=True)}

    def levels(self, cell: Cell, ladders: Mapping[Field, Ladder]) -> dict[str, int | None] | None:
        """The levels of a cell by its row and column; None if it is outside of the matrix."""
        row = next((head for head in reversed(self.down) if head.row <= cell.row < head.row + head.height), None)
        column = next((head for head in self.across if head.column <= cell.column < head.column + head.width), None)
        if row is None or column is None or cell in (row, column):
            return None
        sides = zip(self.sides, (row, column), strict=True)
        return {side.value: ladders[side].position(_begin(head.text))[0] for side, head in sides}


def axes(grid: Grid) -> Axes | None:
    """The heads of a matrix of risks; None if a table is no such matrix."""
    for row, cells in list(grid.by_row.items())[:4]:
        across = [cell for cell in cells if _is_level(cell)]
        if len(across) >= _FEWEST and len(across) >= len(cells) - 1:
            first = min(cell.column for cell in across)
            down = [cell for cell in grid.cells.values() if cell.row > row and cell.column < first and _is_level(cell)]
            inside = [cell for cell in grid.cells.values() if cell.row > row and cell.column >= first]
            texts = sum(any(sign.isalpha() for sign in cell.text) and not _is_level(cell) for cell in inside)
            if _FEWEST <= len(down) <= _MOST and len(across) <= _MOST and inside and texts >= _TEXTS * len(inside):
                return Axes(down, across, _sides(grid, across))
    return None


def entries(grid: Grid, table: int, ledger: Ledger) -> tuple[list[DraftEntry], dict[Field, Ladder]]:
    """Entries for the risks in the cells of a matrix, and the ladders of its sides."""
    matrix = axes(grid)
    assert matrix is not None, "it is a matrix"
    ladders = matrix.ladders
    drafts = []
    for cell in grid.cells.values():
        levels = matrix.levels(cell, ladders)
        if levels is not None and cell not in matrix.heads:
            ledger.use(table, [cell])
            drafts += [
                DraftEntry("", [DraftRisk(grid.where(cell), {"description": item.text, **levels})])
                for item in splitting.split_cells([cell])[0].items
            ]
    return drafts, ladders


def _place(grid: Grid, table: int, risks: Mapping[str, DraftRisk], ledger: Ledger) -> dict[Field, Ladder] | None:
    """Give risks without levels those of the cell of a matrix that names them; None if it names none."""
    matrix = axes(grid)
    if matrix is None:
        return None
    named_cells = [(cell, joining.names_in(cell.text)) for cell in grid.cells.values() if cell not in matrix.heads]
    named_cells = [
        (cell, names) for cell, names in named_cells if names and all(joining.key(name) in risks for name in names)
    ]
    if not named_cells:
        return None
    ladders = matrix.ladders
    for cell, names in named_cells:
        levels = matrix.levels(cell, ladders)
        if levels is not None:
            ledger.use(table, [cell])
            for name in names:
                risk = risks[joining.key(name)]
                risk.fields = levels | risk.fields
    return ladders


def place_risks(
    grids: Sequence[Grid], entries: Sequence[DraftEntry], ledger: Ledger
) -> Iterator[tuple[Grid, dict[Field, Ladder], str]]:
    """Give numbered risks their levels; yields each matrix that names some, its ladders, and all numbers as a text."""
    numbered_risks = (risk for entry in entries for risk in entry.risks if risk.fields.get("reference"))
    risks = {joining.key(risk.fields["reference"]): risk for risk in numbered_risks}
    for number, grid in enumerate(grids):
        ladders = _place(grid, number, risks, ledger) if risks else None
        if ladders is not None:
            yield grid, ladders, ", ".join(risk.fields["reference"] for risk in risks.values())


def _sides(grid: Grid, across: Sequence[Cell]) -> tuple[Field, Field]:
    """Which side the rows and the columns are, by the words above the columns and before the rows."""
    top, first = across[0].row, min(cell.column for cell in across)
    for cell in grid.cells.values():
        field = None if cell in across or _is_level(cell) else heads.read(cell.text).field
        is_above, is_before = cell.column >= first and cell.row < top, cell.column < first and cell.row >= top
        if (is_above and field is Field.LIKELIHOOD) or (is_before and field is Field.IMPACT):
            return Field.IMPACT, Field.LIKELIHOOD
    return Field.LIKELIHOOD, Field.IMPACT


def _ladder(cells: Sequence[Cell]) -> Ladder:
    names = dict.fromkeys(_begin(cell.text) for cell in cells)
    return Ladder(from_low_to_high([read_level(name) for name in names]), Evidence.LEGEND)


def _begin(text: str) -> str:
    return _MEANING.split(text, maxsplit=1)[0].strip()


def _is_level(cell: Cell) -> bool:
    """Whether a cell names a level, perhaps with its meaning behind a comma or on a line of its own."""
    begin = _begin(cell.text)
    return len(begin) <= _LONGEST and (rank(read_level(begin).name) is not None or _NUMBER.fullmatch(begin) is not None)
