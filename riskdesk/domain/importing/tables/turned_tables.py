"""Turns tables that stand on their side: heads in the first column, a risk in each other column.

Turned tables know the places of their cells in the file.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from riskdesk.domain.importing.tables.grid import Grid
from riskdesk.domain.importing.words import heads
from riskdesk.domain.importing.words.fields import MEASURES, SIDES, TEXTS
from riskdesk.domain.sheets import Block, Cell, Source, Table

_FEWEST = 3
# A risk has a few dozen fields.
_MOST_FIELDS = 200
_MOST = 0.6


def turn_upright(source: Source, upright: Iterable[Table]) -> Source:
    """The source with all tables turned that stand on their side; those in `upright` stay."""
    upright_ids = set(map(id, upright))
    return replace(source, blocks=tuple(_turn(block, upright_ids) for block in source.blocks))


def _turn(block: Block, upright_ids: set[int]) -> Block:
    if not isinstance(block, Table) or id(block) in upright_ids or not _lies(Grid(block)):
        return block
    cells = sorted((_swap(cell) for cell in block.cells), key=lambda cell: (cell.row, cell.column))
    places = {(cell.column, cell.row): (block.place_of(cell),) for cell in block.cells}
    return replace(block, cells=tuple(cells), places=places)


def _lies(grid: Grid) -> bool:
    """Whether a table stands on its side: its first column has heads of risks."""
    if len(grid.columns) < 2:
        return False
    first = [cell for cell in grid.cells.values() if cell.column == grid.columns[0]]
    if len(first) > _MOST_FIELDS:
        return False
    if any(
        count > 1 and heads.read(text).field in TEXTS for text, count in Counter(cell.text for cell in first).items()
    ):
        # A repeated head means cards, one below another.
        return False
    first_heads = [heads.read(cell.text) for cell in first]
    sure = {head.field for head in first_heads if head.sure >= 2}
    risks = bool(sure & TEXTS) and bool(sure & {*SIDES, *MEASURES})
    return risks and len(sure) >= _FEWEST and sum(head.sure >= 2 for head in first_heads) >= _MOST * len(first_heads)


def _swap(cell: Cell) -> Cell:
    return replace(cell, row=cell.column, column=cell.row, height=cell.width, width=cell.height)
