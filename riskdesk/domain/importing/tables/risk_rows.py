"""Puts risks that stand in rows of their own above their measures, such as “Risk 1: …”, into a column beside these.

The tables know the places of their cells in the file.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from riskdesk.domain.importing.tables.grid import Grid
from riskdesk.domain.importing.tables.regions import Region, regions
from riskdesk.domain.importing.words import heads
from riskdesk.domain.importing.words.fields import MEASURES, TEXTS, Field
from riskdesk.domain.sheets import Block, Cell, Source, Table

_RISK = re.compile(
    r"\s*(risk|risque)\s*(?:no\.?|n[°º]|#)?\s*(\d{1,3}(?:\.\d{1,2})?)\s*[:.–—-]\s*(\S.*)", re.I | re.DOTALL
)


def risks_beside(source: Source, tables: Iterable[Table]) -> Source:
    """The source with the risks of such tables, which are among `tables`, in a column of their own; itself if none."""
    beside = {id(table): new for table in tables if (new := _beside(table)) is not table}
    blocks: Iterator[Block] = (beside.get(id(block), block) for block in source.blocks)
    return replace(source, blocks=tuple(blocks)) if beside else source


def _beside(table: Table) -> Table:
    grid = Grid(table)
    # Most tables have no such row, which is quick to see.
    risks = {row: match for row, cells in grid.by_row.items() if len(cells) == 1 and (match := _of(cells[0]))}
    table_regions = regions(grid) if risks and not table.places else []
    if len(table_regions) != 1 or not _lacks_risks(table_regions[0]):
        return table
    region = table_regions[0]
    if region.rows[:1] != list(risks)[:1]:
        return table
    cells = [cell for cell in table.cells if cell.row not in risks]
    places = {(cell.row, cell.column): (table.place_of(cell),) for cell in cells}
    for new, old in _new_cells(grid, region, risks):
        cells.append(new)
        places[new.row, new.column] = (table.place_of(old),)
    ordered_cells = sorted(cells, key=lambda cell: (cell.row, cell.column))
    return replace(table, cells=tuple(ordered_cells), places=places)


def _of(cell: Cell) -> re.Match[str] | None:
    return _RISK.fullmatch(cell.text)


def _lacks_risks(region: Region) -> bool:
    """Whether a table has measures, and no column for the risks."""
    fields = {heads.read(column.name, column.groups).field for column in region.columns}
    return not fields.isdisjoint({*MEASURES, Field.STRATEGY}) and fields.isdisjoint({*TEXTS, Field.LINK})


def _new_cells(grid: Grid, region: Region, risks: Mapping[int, re.Match[str]]) -> Iterator[tuple[Cell, Cell]]:
    """Cells for the risks and the heads above them, each with the cell of the file that it comes from."""
    column = max(grid.columns) + 1
    numbered = any(head.head.field is Field.ID for head in region.columns)
    rows = [*risks, max(region.rows) + 1]
    first = grid.by_row[rows[0]][0]
    yield Cell(region.top, column, risks[rows[0]][1], height=region.bottom - region.top + 1), first
    if not numbered:
        yield Cell(region.top, column + 1, "No", height=region.bottom - region.top + 1), first
    for row, end in pairwise(rows):
        below = [other for other in region.rows if row < other < end and other in grid.by_row]
        own, start = grid.by_row[row][0], below[0] if below else row
        height, text = max(1, end - start), own.text.strip() if numbered else risks[row][3]
        yield replace(own, row=start, column=column, text=text, height=height, width=1, paragraphs=()), own
        if not numbered:
            yield Cell(start, column + 1, risks[row][2], height=height), own
