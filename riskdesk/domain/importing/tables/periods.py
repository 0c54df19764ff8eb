"""Finds levels below heads of periods, such as quarters: those of the last period with values are those of today."""

from collections.abc import Callable, Sequence

from riskdesk.domain.importing.tables.regions import HeadedColumn, Region
from riskdesk.domain.importing.values.dates import is_period
from riskdesk.domain.importing.words.fields import SIDES, Field
from riskdesk.domain.sheets import Cell


def assign_periods(region: Region, values: Callable[[HeadedColumn], Sequence[Cell]]) -> None:
    """Let the levels of the last period with values be those of the risk; the others go to its note."""
    for side in SIDES:
        columns = region.of(side)
        if len(columns) > 1 and all(column.groups and is_period(column.groups[-1]) for column in columns):
            most = max(len(values(column)) for column in columns)
            filled = [column for column in columns if 2 * len(values(column)) > most]
            for column in columns:
                if column is not (filled or columns)[-1]:
                    column.field, column.name, column.groups = Field.NOTE, column.path, ()
