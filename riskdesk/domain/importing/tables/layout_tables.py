"""Takes tables of risks out of the cells of tables that only lay out a page.

They know the place of the cell that they stand in.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import count

from riskdesk.domain.importing.bounds import HeadCount
from riskdesk.domain.importing.tables.grid import Grid
from riskdesk.domain.importing.tables.regions import has_heads
from riskdesk.domain.sheets import Block, Cell, FilePlace, Source, Table, TableKind


def without_layout(source: Source) -> Source:
    """The source with each table that has heads and stands in a cell as a block of its own, below the outer table."""
    return replace(source, blocks=tuple(_blocks(source)))


def _blocks(source: Source) -> Iterator[Block]:
    head_count, numbers = HeadCount(), count(1)
    for block in source.blocks:
        if not isinstance(block, Table):
            yield block
            continue
        inside = [(cell, table) for cell in block.cells for table in _with_heads(cell, head_count)]
        yield _without(block, {id(table) for _, table in inside})
        for cell, table in inside:
            place = FilePlace(block.kind, block.number, block.name, cell.row, cell.column)
            places = {(own.row, column): (place,) for own in table.cells for column in (0, own.column)}
            yield replace(table, kind=TableKind.TEXT, number=next(numbers), places=places)


def _with_heads(cell: Cell, head_count: HeadCount) -> Iterator[Table]:
    """The tables with heads in a cell, also in cells of tables without."""
    for table in cell.tables:
        if has_heads(Grid(table), head_count):
            yield table
        else:
            for inner in table.cells:
                yield from _with_heads(inner, head_count)


def _without(table: Table, ids: Collection[int]) -> Table:
    """A table without those inside its cells that have these ids (of Python)."""
    if not ids:
        return table
    cells = (
        replace(cell, tables=tuple(_without(inner, ids) for inner in cell.tables if id(inner) not in ids))
        for cell in table.cells
    )
    return replace(table, cells=tuple(cells))
