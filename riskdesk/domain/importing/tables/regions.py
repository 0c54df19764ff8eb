"""Finds the regions of a table: rows of heads in one to three tiers, and the rows below them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from riskdesk.domain.importing.bounds import HeadCount, require_columns
from riskdesk.domain.importing.tables.grid import Grid
from riskdesk.domain.importing.values.dates import is_period
from riskdesk.domain.importing.words import heads
from riskdesk.domain.importing.words.fields import MEASURES, RATED, TEXTS, Field
from riskdesk.domain.importing.words.heads import Head
from riskdesk.domain.importing.words.vocabulary import ASSESSMENT_WORDS, phrase, words
from riskdesk.domain.pasting import counts_on
from riskdesk.domain.sheets import Cell, Table

_MOST_TIERS = 3
_LONGEST_HEAD, _LONGEST_GROUP = 160, 100
_FEW = 4
# A label with a value behind it.
_LABELLED = re.compile(r"[^:\n]{2,40}:[ \t]*\w")


@dataclass
class HeadedColumn:
    """A column below its head: `field` is its meaning, `name` the head as it stands in notes and messages.

    `groups` are the heads above that one, `level` is the side of a column of marks or pairs. `measure` is the column of
    the measures that it is about, None if it is about all. `titled`: the texts of its risks begin with their titles.
    """

    column: int
    name: str
    groups: tuple[str, ...]
    head: Head
    cell: Cell
    field: Field | None = None
    level: str = ""
    measure: int | None = None
    titled: bool = False

    @property
    def path(self) -> str:
        """All heads of the column, from top to bottom."""
        return " › ".join((*self.groups, self.name))


@dataclass(eq=False)
class Region:
    """A part of a table: columns below heads, and the rows that belong to them."""

    grid: Grid
    top: int
    bottom: int
    columns: list[HeadedColumn]
    rows: list[int] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)
    anything: bool = False

    def of(self, *fields: Field) -> list[HeadedColumn]:
        return [column for column in self.columns if column.field in fields]

    def cell(self, row: int, column: HeadedColumn) -> Cell | None:
        """The cell of a row that begins in a column; `Grid.at` also finds merged ones."""
        return self.grid.cells.get((row, column.column))

    def values(self, column: HeadedColumn) -> Iterator[Cell]:
        """The cells of a column; rows of one cell, such as categories, do not count."""
        for row in self.rows:
            cell = self.cell(row, column)
            if cell is not None and len(self.grid.by_row[row]) > 1:
                yield cell

    @cached_property
    def shape(self) -> str:
        """The shape of the head, by which the user's mapping of its columns is remembered."""
        return "|".join(phrase(column.path) for column in self.columns)


def regions(grid: Grid, count: HeadCount | None = None, *, anything: bool = False) -> list[Region]:
    """The regions of a table from top to bottom; if the same head is repeated, the region goes on.

    A region has risks or measures; with `anything`, it may have whatever the user wants. InputProblem if the table is
    larger than any register.
    """
    count = count or HeadCount()
    table_regions: list[Region] = []
    head_rows: set[tuple[str, ...]] = set()
    last = -1
    for row, cells in grid.by_row.items() if anything or not grid.headless else ():
        if row <= last:
            continue
        # Further heads are not misspelt, unless they repeat the first ones.
        near = not table_regions or tuple(cell.text for cell in cells) in head_rows
        ended = 0 < grid.table.head < row or (not near and _holds_values(cells))
        region = None if ended else _begun(grid, row, last, count, anything=anything, near=near)
        if region is not None:
            last = region.bottom
            head_rows |= {
                tuple(cell.text for cell in grid.by_row.get(tier, ())) for tier in range(region.top, last + 1)
            }
            if table_regions and table_regions[-1].shape == region.shape:
                table_regions[-1].repeated += range(region.top, region.bottom + 1)
            else:
                table_regions.append(region)
        elif table_regions:
            table_regions[-1].rows.append(row)
    for region in table_regions:
        region.columns[:0] = _numbers(region)
        known_count = sum(column.head.sure > 1 for column in region.columns)
        require_columns(known_count, len(region.columns), len(region.rows))
    return table_regions


def _numbers(region: Region) -> Iterator[HeadedColumn]:
    """The first column of the table if it numbers the risks and has no head."""
    first = min(column.column for column in region.columns)
    rows = [region.grid.by_row[row] for row in region.rows]
    cells = [row[0] for row in rows if len(row) > 1 and row[0].column < first]
    is_alone = len({cell.column for cell in cells}) == 1 and len(cells) > 1
    is_numbered = any(column.head.field is Field.ID for column in region.columns)
    if is_alone and not is_numbered and counts_on([cell.text for cell in cells]):
        yield HeadedColumn(cells[0].column, "", (), Head(Field.ID, sure=3), cells[0])


def with_heads(grids: Iterable[Grid]) -> list[Table]:
    """The tables that have any region."""
    count = HeadCount()
    return [grid.table for grid in grids if has_heads(grid, count)]


def has_heads(grid: Grid, count: HeadCount | None = None) -> bool:
    """Whether a table has any region."""
    count = count or HeadCount()
    grid.headless = not any(_begun(grid, row, -1, count, anything=False, near=True) for row in grid.by_row)
    return not grid.headless


def _begun(grid: Grid, row: int, last: int, count: HeadCount, *, anything: bool, near: bool) -> Region | None:
    """The region with a row among its heads; None if the row is no row of heads."""
    cells = grid.by_row.get(row, [])
    if not _may_be_head(cells):
        return None
    near = near and count.may_be_misspelt(len(cells))
    if not _is_head(cells, anything=anything, near=near) or _only_groups(grid, row, near=near):
        return None
    bottom = row
    while bottom - row < _MOST_TIERS - 1 and _goes_on(grid, bottom):
        bottom += 1
    top = row
    while bottom - top < _MOST_TIERS - 1 and top - 1 > last and _is_tier(grid, top - 1, row):
        top -= 1
    columns = list(_columns(grid, top, bottom, near=near))
    fields = {column.head.field for column in columns}
    if not anything and not fields & {*TEXTS, *MEASURES, Field.STRATEGY}:
        return None
    count.add()
    return Region(grid, top, bottom, columns, anything=anything)


def _only_groups(grid: Grid, row: int, *, near: bool) -> bool:
    """Whether a row of known words only groups the heads in the row below, at least twice as many."""
    cells, below = grid.by_row[row], grid.by_row.get(row + 1, [])
    columns = {cell.column for cell in below}
    over = 2 * len(cells) <= len(below) and all(cell.column in columns and cell.height == 1 for cell in cells)
    return over and _may_be_head(below) and _is_head(below, anything=False, near=near)


def _may_be_head(cells: list[Cell]) -> bool:
    """Whether a row may be one of heads, found quickly: rows of risks have numbers and references among their cells."""
    if len(cells) < 2:
        return False
    if not _has(1, (cell for cell in cells if cell.text[:1].isdecimal() and not is_period(cell.text))):
        counted = heads.counted(cell.text for cell in cells)
        if not _has(1, (cell for cell in cells if cell.text not in counted and _is_value(cell))):
            return any(heads.is_known(cell.text) for cell in cells)
    # Years, quarters or weeks may stand beside heads that are surely some.
    return _has(_FEW - 1, (cell for cell in cells if heads.is_whole(cell.text)))


def _has(more: int, cells: Iterable[Cell]) -> bool:
    """Whether there are more cells than `more`."""
    return next(islice(cells, more, None), None) is not None


def _is_head(cells: list[Cell], *, anything: bool, near: bool) -> bool:
    """Whether a row is one of heads; with `near`, they may be misspelt."""
    counted = heads.counted(cell.text for cell in cells)
    long = (cell for cell in cells if len(cell.text) <= _LONGEST_HEAD or "\n" in cell.text)
    read_heads = [heads.read(cell.text, near=near) for cell in long]
    sure = [head for head in read_heads if head.sure >= 2] + [heads.read(text) for text in counted.values()]
    fields = {head.field for head in sure}
    if len(fields) < 2 or not (fields & (TEXTS | MEASURES) or len(fields) >= _FEW or anything):
        return False
    return 2 * len(sure) >= len(cells) or len(fields) >= _FEW


def _holds_values(cells: Sequence[Cell]) -> bool:
    """Whether cells hold labels with their values, such as “Likelihood: 4”, as a row of a register may."""
    return _has(1, (cell for cell in cells if _LABELLED.match(cell.text) and heads.is_known(cell.text)))


def _is_value(cell: Cell) -> bool:
    if is_period(cell.text):
        return False
    return cell.value is not None or cell.text[:1].isdecimal() or heads.is_numbered(cell.text)


def _goes_on(grid: Grid, row: int) -> bool:
    """Whether the row below is a lower tier of heads: cells of this row cover it, or group several of its columns."""
    below = [cell for cell in grid.by_row.get(row + 1, []) if cell.text.strip()]
    here = grid.by_row.get(row, [])
    if not below or any(len(cell.text) > _LONGEST_GROUP for cell in below):
        return False
    if any(cell.row + cell.height - 1 > row and cell.height <= _MOST_TIERS for cell in here) or _divides(below, here):
        return True
    wide = [cell for cell in here if 1 < cell.width < grid.width]
    covered = [cell for cell in below if any(w.column <= cell.column < w.column + w.width for w in wide)]
    return len(covered) >= 2 and len({cell.text for cell in covered}) >= 2 and _is_short(below)


def _divides(below: Sequence[Cell], here: Sequence[Cell]) -> bool:
    """Whether heads of levels stand below heads with empty cells beside them, as if these were merged."""
    is_rated = all((head := heads.read(cell.text)).sure == 3 and head.field in RATED for cell in below)
    return is_rated and not {cell.column for cell in below} <= {cell.column for cell in here}


def _is_short(cells: list[Cell]) -> bool:
    return sum(len(cell.text) for cell in cells) <= 25 * len(cells)


def _is_tier(grid: Grid, row: int, head: int) -> bool:
    """Whether a row above heads is a higher tier that groups their columns."""
    cells = [cell for cell in grid.by_row.get(row, []) if cell.text.strip()]
    if not cells or any(len(cell.text.strip()) > _LONGEST_GROUP for cell in cells):
        return False
    if any(cell.row + cell.height - 1 >= head for cell in cells):
        return True
    if len(cells) == 1:
        only = cells[0]
        marked = bool(set(words(only.text)) & ASSESSMENT_WORDS)
        inside = only.column > grid.by_row[head][0].column and (only.width < grid.width)
        return inside and (marked or only.width > 1)
    grouped = any(1 < cell.width < grid.width for cell in cells)
    return grouped or (not any(":" in cell.text for cell in cells) and 2 * len(cells) <= len(grid.by_row[head]))


def _columns(grid: Grid, top: int, bottom: int, *, near: bool) -> Iterator[HeadedColumn]:
    places = sorted({cell.column for row in range(top, bottom + 1) for cell in grid.by_row.get(row, [])})
    lowest = {column: cell for column in places if (cell := _lowest(grid, top, bottom, column))}
    counted = heads.counted(cell.text for cell in lowest.values())
    for column, cell in lowest.items():
        groups = tuple(dict.fromkeys(_above(grid, top, cell, column)))
        name = " ".join(cell.text.split()).rstrip(" :")
        head = heads.read(counted.get(cell.text, cell.text), groups, near=near)
        yield HeadedColumn(column, name, groups, head, cell)


def _lowest(grid: Grid, top: int, bottom: int, column: int) -> Cell | None:
    """The lowest head of a column; one that only groups columns of lower tiers does not count."""
    for row in range(bottom, top - 1, -1):
        cell = grid.cells.get((row, column)) or _covering(grid, row, column)
        if cell is not None:
            divided = cell.row < bottom and any(
                (low, other) in grid.cells
                for low in range(cell.row + cell.height, bottom + 1)
                for other in range(cell.column, cell.column + cell.width)
            )
            return None if divided and cell.column != column else cell
    return None


def _covering(grid: Grid, row: int, column: int) -> Cell | None:
    cell = grid.at(row, column)
    return cell if cell is not None and cell.column == column else None


def _above(grid: Grid, top: int, cell: Cell, column: int) -> Iterator[str]:
    """The heads that group a column: merged ones over it, or in each higher row the nearest one to the left."""
    for row in range(top, cell.row):
        group = grid.at(row, column) or next(
            (other for other in reversed(grid.by_row.get(row, [])) if other.column <= column), None
        )
        if group is not None and group is not cell:
            merged = group.width > 1
            if not merged or group.column <= column < group.column + group.width:
                yield " ".join(group.text.split())
