"""A matrix whose cells hold risks, or their numbers: likelihood by its rows, impact by its columns."""

import re
from collections.abc import Iterator, Mapping, Sequence

from riskdesk.domain.importing import joining, splitting
from riskdesk.domain.importing.draft import DraftEntry, DraftRisk, Ledger
from riskdesk.domain.importing.fields import SIDES, Field
from riskdesk.domain.importing.grid import Grid
from riskdesk.domain.importing.ladder import Ladder, rank, step
from riskdesk.domain.importing.legends import ordered
from riskdesk.domain.sheets import Cell

_FEWEST, _MOST = 3, 30
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
            if _FEWEST <= len(down) <= _MOST and len(across) <= _MOST and inside and texts >= _TEXTS * len(inside):
                return down, across
    return None


def entries(grid: Grid, table: int, ledger: Ledger) -> tuple[list[DraftEntry], dict[Field, Ladder]]:
    """The risks in the cells of a matrix, and the ladders of its sides."""
    sides = axes(grid)
    assert sides is not None, "it is a matrix"
    down, across = sides
    ladders = _ladders(down, across)
    drafts = []
    for cell in grid.cells.values():
        levels = _levels(cell, down, across, ladders)
        if levels is not None and cell not in (*down, *across):
            ledger.use(table, [cell])
            drafts += [
                DraftEntry("", [DraftRisk(grid.where(cell), {"description": item.text, **levels})])
                for item in splitting.parted([cell])[0].items
            ]
    return drafts, ladders


def place(grid: Grid, table: int, risks: Mapping[str, DraftRisk], ledger: Ledger) -> dict[Field, Ladder] | None:
    """Give risks without levels those of the cell of a matrix that names them; None if it names none."""
    sides = axes(grid)
    if sides is None:
        return None
    down, across = sides
    named_cells = [(cell, joining.names_in(cell.text)) for cell in grid.cells.values() if cell not in (*down, *across)]
    named_cells = [
        (cell, names) for cell, names in named_cells if names and all(joining.key(name) in risks for name in names)
    ]
    if not named_cells:
        return None
    ladders = _ladders(down, across)
    for cell, names in named_cells:
        levels = _levels(cell, down, across, ladders)
        if levels is not None:
            ledger.use(table, [cell])
            for name in names:
                risk = risks[joining.key(name)]
                risk.fields = levels | risk.fields
    return ladders


def place_all(
    grids: Sequence[Grid], entries: Sequence[DraftEntry], ledger: Ledger
) -> Iterator[tuple[Grid, dict[Field, Ladder], str]]:
    """Place the risks that have numbers; each matrix that does, with the ladders of its sides and those numbers."""
    numbered_risks = (risk for entry in entries for risk in entry.risks if risk.fields.get("reference"))
    risks = {joining.key(risk.fields["reference"]): risk for risk in numbered_risks}
    for number, grid in enumerate(grids):
        ladders = place(grid, number, risks, ledger) if risks else None
        if ladders is not None:
            yield grid, ladders, ", ".join(risk.fields["reference"] for risk in risks.values())


def _ladders(down: Sequence[Cell], across: Sequence[Cell]) -> dict[Field, Ladder]:
    sides = zip(SIDES, (down, across), strict=True)
    return {
        side: Ladder(ordered([step(text) for text in dict.fromkeys(_begin(cell.text) for cell in cells)]), "legend")
        for side, cells in sides
    }


def _levels(
    cell: Cell, down: Sequence[Cell], across: Sequence[Cell], ladders: Mapping[Field, Ladder]
) -> dict[str, int | None] | None:
    """The levels of a cell of a matrix by its row and column; None if it stands outside."""
    row = next((head for head in reversed(down) if head.row <= cell.row < head.row + head.height), None)
    column = next((head for head in across if head.column <= cell.column < head.column + head.width), None)
    if row is None or column is None or cell in (row, column):
        return None
    return {
        "likelihood": ladders[Field.LIKELIHOOD].position(_begin(row.text))[0],
        "impact": ladders[Field.IMPACT].position(_begin(column.text))[0],
    }


def _begin(text: str) -> str:
    return _MEANING.split(text, maxsplit=1)[0].strip()


def _is_level(cell: Cell) -> bool:
    """Whether a text names a level, perhaps with what it means behind a comma or on a line of its own."""
    begin = _begin(cell.text)
    return len(begin) <= _LONGEST and rank(step(begin).name) is not None
