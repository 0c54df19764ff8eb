"""A matrix whose cells hold risks: likelihood by its rows, impact by its columns; taken in only if a user wants it."""

import re

from riskdesk.domain.importing import splitting
from riskdesk.domain.importing.draft import DraftEntry, DraftRisk, Ledger
from riskdesk.domain.importing.fields import Field
from riskdesk.domain.importing.grid import Grid
from riskdesk.domain.importing.ladder import Ladder, rank, step
from riskdesk.domain.importing.legends import ordered
from riskdesk.domain.sheets import Cell

_FEWEST = 3
_TEXTS = 0.6
_LONGEST = 40
_MEANING = re.compile(r"[,;:(\n]")


def axes(grid: Grid) -> tuple[list[Cell], list[Cell]] | None:
    """The heads of rows and of columns of a matrix of risks; None if a table is none."""
    for row, cells in list(grid.by_row.items())[:4]:
        across = [cell for cell in cells if _is_level(cell)]
        if len(across) >= _FEWEST and len(across) >= len(cells) - 1:
            first = min(cell.column for cell in across)
            down = [cell for cell in grid.cells.values() if cell.row > row and cell.column < first and _is_level(cell)]
            inside = [cell for cell in grid.cells.values() if cell.row > row and cell.column >= first]
            texts = sum(any(sign.isalpha() for sign in cell.text) and not _is_level(cell) for cell in inside)
            if len(down) >= _FEWEST and inside and texts >= _TEXTS * len(inside):
                return down, across
    return None


def entries(grid: Grid, table: int, ledger: Ledger) -> tuple[list[DraftEntry], dict[Field, Ladder]]:
    """The risks in the cells of a matrix, and the ladders of its sides."""
    found = axes(grid)
    assert found is not None, "it is a matrix"
    down, across = found
    ladders = {
        Field.LIKELIHOOD: Ladder(ordered([step(_begin(text)) for text in dict.fromkeys(cell.text for cell in down)])),
        Field.IMPACT: Ladder(ordered([step(_begin(cell.text)) for cell in across])),
    }
    made = []
    for cell in grid.cells.values():
        row = next((it for it in reversed(down) if it.row <= cell.row < it.row + it.height), None)
        column = next((it for it in across if it.column <= cell.column < it.column + it.width), None)
        if row is None or column is None or cell in down or cell in across:
            continue
        ledger.use(table, [cell])
        levels = {
            "likelihood": ladders[Field.LIKELIHOOD].position(_begin(row.text))[0],
            "impact": ladders[Field.IMPACT].position(_begin(column.text))[0],
        }
        made += [
            DraftEntry("", [DraftRisk(grid.where(cell), {"description": item.text, **levels})])
            for item in splitting.parted([cell])[0].items
        ]
    return made, ladders


def _begin(text: str) -> str:
    return _MEANING.split(text, maxsplit=1)[0].strip()


def _is_level(cell: Cell) -> bool:
    """Whether a text names a level, perhaps with what it means behind a comma or on a line of its own."""
    begin = _begin(cell.text)
    return len(begin) <= _LONGEST and rank(step(begin).name) is not None
