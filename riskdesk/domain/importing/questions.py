"""Questions about columns and tables whose meaning the file leaves open."""

from collections.abc import Iterator, Sequence
from itertools import islice

from riskdesk.domain.importing.context import ImportContext
from riskdesk.domain.importing.messages import Question, Report
from riskdesk.domain.importing.tables.grid import Grid
from riskdesk.domain.importing.tables.regions import Region
from riskdesk.domain.importing.tables.rows import RegionRow, TableRowKind
from riskdesk.domain.importing.values import dates
from riskdesk.domain.importing.words import heads
from riskdesk.domain.importing.words.fields import RESIDUAL, SIDES, Field

# Heads are looked for in so many rows.
_FIRST = 50


def ask_columns(region: Region, rows: Sequence[RegionRow], report: Report) -> None:
    """Ask what a column means if its head leaves that open, and warn of hidden columns and sheets."""
    pairs = region.of(*SIDES), region.of(*RESIDUAL.values())
    if all(pairs):
        first, second = pairs[0][0], pairs[1][0]
        both = first.head.residual and second.head.residual
        if both or not second.head.residual:
            kind = "two_assessments" if both else "residual"
            column = first if both else second
            name = column.groups[-1] if column.groups else column.name
            question = Question(kind, kind, region.grid.where(second.cell), name, ("yes", "no"), "yes")
            report.ask(question)
    _warn_of_hidden(region, rows, report)
    others = [row for row in rows if row.kind is TableRowKind.OTHER_KIND]
    for row in others[:1]:
        kind_cell = next(
            cell for cell in row.cells if any(column.column == cell.column for column in region.of(Field.KIND))
        )
        question = Question("types", "types", region.grid.where(kind_cell), kind_cell.text, ("yes", "no"), "no")
        report.ask(question)


def _warn_of_hidden(region: Region, rows: Sequence[RegionRow], report: Report) -> None:
    """Warn of hidden columns, and once of each hidden sheet."""
    table = region.grid.table
    place = table.place()
    if table.hidden and not any(
        message.kind == "hidden_sheet" and message.place == place for message in report.messages
    ):
        report.warn("hidden_sheet", place, table.name)
    for column in region.columns:
        if column.column in table.hidden_columns:
            cell = next((value_cell for row in rows if (value_cell := region.cell(row.number, column))), column.cell)
            report.warn("hidden_columns", region.grid.where(cell), cell.text)


def ask_anyway(grids: Sequence[Grid], report: Report) -> None:
    """Ask whether a table of something else, such as issues, is to come in all the same."""
    for grid in grids:
        for row, cells in islice(grid.by_row.items(), _FIRST):
            column_heads = [heads.read(cell.text) for cell in cells]
            if len({head.field for head in column_heads if head.sure >= 2}) >= 3 and row + 1 in grid.by_row:
                name = grid.table.name or cells[0].text
                choices = ("yes", "no")
                report.ask(Question("import_anyway", "import_anyway", grid.where(cells[0]), name, choices, "no"))
                return


def ask_day_order(region: Region, rows: Sequence[RegionRow], context: ImportContext) -> Iterator[tuple[int, bool]]:
    """Whether the month comes first, for each column of days; the user is asked where no value makes it clear."""
    for column in region.of(Field.DUE, Field.IDENTIFIED_ON, Field.LAST_REVIEW, Field.NEXT_REVIEW):
        cells = [cell for row in rows if (cell := region.cell(row.number, column)) is not None]
        first = dates.month_first(cells)
        doubtful = next((cell for cell in cells if first is None and dates.is_open(cell.text)), None)
        if doubtful is not None:
            key = f"date_order:{column.path}"
            place, choices = region.grid.where(doubtful), ("day first", "month first")
            answer = context.ask(Question(key, "date_order", place, doubtful.text, choices, "day first"))
            first = answer == "month first"
        yield column.column, bool(first)
