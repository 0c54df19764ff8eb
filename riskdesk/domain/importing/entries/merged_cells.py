"""Cells merged over several rows: what they say holds for the risk or measures of each of these rows."""

from collections.abc import Iterator, Mapping

from riskdesk.domain.importing.tables.regions import Region
from riskdesk.domain.importing.tables.rows import RegionRow, TableRowKind
from riskdesk.domain.importing.words.fields import LEVELS, MEASURES, Field
from riskdesk.domain.importing.words.splitting import is_nothing
from riskdesk.domain.sheets import Cell

_OF_RISKS = {
    *LEVELS, Field.PAIR, Field.OWNER, Field.STATUS, Field.RESPONSE, Field.REASON, Field.TRIGGER, Field.ESCALATED_TO,
    Field.IDENTIFIED_ON, Field.LAST_REVIEW, Field.NEXT_REVIEW, Field.EFFECT, Field.PROXIMITY, Field.PERCENT, Field.NOTE,
}  # fmt: skip
_OF_MEASURES = {Field.ACTION_OWNER, Field.DUE, Field.MEASURE_STATUS}


def merged_into(region: Region, row: RegionRow, cells: Mapping[int, Cell]) -> dict[int, Cell]:
    """The cells merged into a row from above that hold for its risk or measures as well, by column."""
    return {cell.column: cell for cell in _reaching(region, row, cells)}


def _reaching(region: Region, row: RegionRow, cells: Mapping[int, Cell]) -> Iterator[Cell]:
    has_measure = any(column.column in cells for column in region.of(*MEASURES))
    fields = (_OF_RISKS if row.kind is TableRowKind.RISK else set()) | (_OF_MEASURES if has_measure else set())
    for column in region.columns if region.grid.is_merged else ():
        cell = region.grid.at(row.number, column.column) if column.field in fields else None
        # A head that is merged down too far is no value.
        if (
            cell is not None
            and cell.column == column.column
            and region.rows[0] <= cell.row < row.number
            and not is_nothing(cell.text)
        ):
            yield cell
