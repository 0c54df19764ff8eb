"""A change of a register as a workbook shows it."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetChange:
    """A field of an item, with its text before and after; `at` is the local time, without a zone."""

    at: datetime.datetime
    who: str
    item: str
    field: str
    before: str
    after: str
