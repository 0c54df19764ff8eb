"""A change of a register as a workbook tells it."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetChange:
    """A field of an item with its words before and after; `at` is what the clock of the place said, without a zone."""

    at: datetime.datetime
    who: str
    item: str
    field: str
    before: str
    after: str
