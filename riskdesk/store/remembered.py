"""A note about a store for the next opening: that it was sound, and how its file was left."""

import datetime
import time
from typing import NamedTuple

from riskdesk import __version__
from riskdesk.store.footprint import Footprint
from riskdesk.store.journal import Mark

_DAYS = 7


class Trace(NamedTuple):
    """The marks that change when a file is written to: SQLite's change count, size in bytes, time in nanoseconds."""

    changes: int
    size: int
    written: int


class Remembered(NamedTuple):
    """A note that a store was sound up to a `mark`, and the `day` (UTC) on which all of it was last checked.

    `riskdesk` is the version that did so. `trace` describes the file afterwards, to which only Riskdesk had written.
    """

    mark: Mark
    day: datetime.date
    trace: Trace
    riskdesk: str = __version__

    def counts(self, trace: Trace) -> bool:
        """Whether this counts for a file of that trace: same version, no writes by others, less than a week old."""
        return (
            trace == self.trace
            and self.riskdesk == __version__
            and datetime.timedelta() <= today() - self.day < datetime.timedelta(_DAYS)
        )


def trace(changes: int, footprint: Footprint) -> Trace:
    """The trace of a file: SQLite's count of its changes, and its footprint."""
    return Trace(changes, footprint.size, footprint.written)


def today() -> datetime.date:
    """The present day in UTC."""
    return datetime.datetime.fromtimestamp(time.time(), datetime.UTC).date()
