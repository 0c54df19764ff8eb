"""Reports at the end all that did not come in, so that nothing of a file is lost silently."""

from collections.abc import Sequence
from itertools import chain, groupby

from riskdesk.domain.importing.context import ImportContext
from riskdesk.domain.importing.file_tables import FileTables
from riskdesk.domain.importing.levels.legends import Legend
from riskdesk.domain.importing.messages import LeftOut, Report
from riskdesk.domain.importing.remarks import leave_out_remarks
from riskdesk.domain.importing.tables.grid import Grid
from riskdesk.domain.importing.tables.regions import Region
from riskdesk.domain.importing.tables.roles import COME_IN, Role, Roles
from riskdesk.domain.importing.words.fields import LEVELS, Field
from riskdesk.domain.sheets import Cell, FilePlace, TableKind, TextLine


def report_leftovers(
    tables: FileTables, legends: Sequence[Legend], used_lines: Sequence[TextLine], context: ImportContext
) -> None:
    """Report all cells and paragraphs that neither came in nor were reported yet, with the reason."""
    roles, report, ledger = tables.roles, context.report, context.ledger
    for number, grid in enumerate(tables.grids):
        for region in roles.regions_of(number):
            _report_heads(region, number, context)
        for legend in legends:
            if legend.grid is grid:
                free_cells = [cell for cell in legend.cells if not ledger.is_done(number, cell)]
                _leave_out("legend", grid, free_cells, report)
                ledger.use(number, free_cells)
        _report_cells(grid, number, roles, context)
        _report_formulas(grid, number, roles, report)
        _report_comments(grid, number, roles, report)
    used_blocks = set(used_lines)
    # In a text file, lines beside a table of lists are numbered as rows.
    places = chain.from_iterable(chain(*table.places.values()) for table in tables.source.tables)
    is_text = any(place.kind is TableKind.LINES for place in places)
    for block in tables.source.blocks:
        if isinstance(block, TextLine) and block not in used_blocks:
            place = FilePlace(TableKind.LINES, 1, row=block.number) if is_text else FilePlace(paragraph=block.number)
            report.left_out.append(LeftOut("text", place, block.text))
    leave_out_remarks(tables.source, report)


def _report_heads(region: Region, number: int, context: ImportContext) -> None:
    grid = region.grid
    rows = range(region.top, region.bottom + 1)
    for reason, numbers in (("heads", rows), ("repeated_heads", region.repeated)):
        row_cells = (cell for row in numbers for cell in grid.by_row.get(row, ()))
        cells = [cell for cell in row_cells if not context.ledger.is_done(number, cell)]
        _leave_out(reason, grid, cells, context.report)
        context.ledger.use(number, cells)


def _report_cells(grid: Grid, number: int, roles: Roles, context: ImportContext) -> None:
    role, reason = roles.of(number)
    free_cells = [cell for cell in grid.cells.values() if not context.ledger.is_done(number, cell)]
    if role in COME_IN:
        first = min((region.top for region in roles.regions_of(number)), default=0)
        for row, cells in groupby(free_cells, lambda cell: cell.row):
            _leave_out("title_block" if row < first else "rest", grid, list(cells), context.report)
    else:
        _leave_out((Role.MATRIX if roles.is_matrix(number) else reason).value, grid, free_cells, context.report)
    context.ledger.use(number, free_cells)


def _report_formulas(grid: Grid, number: int, roles: Roles, report: Report) -> None:
    """Report cells that show nothing: formulas without a stored result."""
    scores = roles.columns_of(number, Field.SCORE)
    levels, texts = roles.columns_of(number, *LEVELS), roles.columns_of(number, Field.DESCRIPTION, Field.TITLE)
    for cell in grid.unseen:
        filled_columns = {other.column for other in grid.by_row.get(cell.row, ())}
        # A row that is prepared but not filled in has a number at most.
        if cell.formula and (
            (filled_columns and cell.column in levels) or (filled_columns & levels and cell.column in texts)
        ):
            report.warn("no_value", grid.where(cell), cell.formula)
        elif cell.formula:
            reason = "score" if cell.column in scores else "template"
            report.left_out.append(LeftOut(reason, grid.where(cell), cell.formula, ((cell.row, cell.column),)))


def _report_comments(grid: Grid, number: int, roles: Roles, report: Report) -> None:
    """Report comments on cells, which no field can hold: as warnings in registers, elsewhere as left out."""
    regions = roles.regions_of(number)
    heads = {row for region in regions for row in (*range(region.top, region.bottom + 1), *region.repeated)}
    for cell in (*grid.cells.values(), *grid.unseen):
        if cell.comment and regions and cell.row not in heads:
            report.warn("comment", grid.where(cell), cell.comment)
        elif cell.comment:
            report.left_out.append(LeftOut("comment", grid.where(cell), cell.comment))


def _leave_out(reason: str, grid: Grid, cells: Sequence[Cell], report: Report) -> None:
    if not cells:
        return
    place = grid.place(cells[0].row, cells[0].column, cells[-1].row)
    report.left_out.append(LeftOut.of_cells(reason, place, cells))
