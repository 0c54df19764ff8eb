"""What a row of a table gives its risk and its measures, until all of its cells are read."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from riskdesk.domain.importing.draft import DraftMeasure, DraftRisk
from riskdesk.domain.importing.tables.regions import HeadedColumn


@dataclass
class DraftRow:
    """The fields that a row gives its risk, all its measures (`measures`), or those of one column (`single`)."""

    risk: DraftRisk
    measures: dict[str, Any] = field(default_factory=dict)
    single: dict[int, dict[str, Any]] = field(default_factory=dict)
    unplaced: list[tuple[int | None, str, str, datetime.date | None]] = field(default_factory=list)

    def measure_fields(self, column: HeadedColumn, text: str, day: datetime.date | None = None) -> dict[str, Any]:
        """The fields, to be filled in, of the measures that a column is about; text and day as for a NoteLine."""
        self.unplaced.append((column.measure, column.name, text, day))
        return self.measures if column.measure is None else self.single.setdefault(column.measure, {})

    def give_to(self, measures: Sequence[DraftMeasure], risk: DraftRisk) -> None:
        """Give each measure the fields from the row; fields that no measure takes go to the note of the risk."""
        still: list[DraftMeasure] = []
        for measure in measures:
            still += [] if measure.existing else [measure]
            measure.fields = (
                ({} if measure.existing else self.measures) | self.single.get(measure.column, {}) | measure.fields
            )
        there: set[int | None] = {measure.column for measure in measures} | ({None} if still else set())
        for measure_column, head, text, day in self.unplaced:
            if measure_column not in there:
                risk.remark(head, text, day=day)
