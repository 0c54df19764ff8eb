"""What is remembered of a store from one opening to the next: that it was sound, and how its file was left."""

import datetime
import time
from typing import NamedTuple

from riskdesk import __version__
from riskdesk.store.footprint import Footprint
from riskdesk.store.journal import Mark

_DAYS = 7


class Trace(NamedTuple):
    """What differs once a file was written to: SQLite's count of its changes, size in bytes, time in nanoseconds."""

    changes: int
    size: int
    written: int


class Remembered(NamedTuple):
    """A store was sound up to a mark, and all of it was looked through on a day (UTC) by a version of Riskdesk.

    Nothing but that Riskdesk has written to its file until it left that trace.
    """

    mark: Mark
    day: datetime.date
    trace: Trace
    riskdesk: str = __version__

    def counts(self, trace: Trace) -> bool:
        """Whether that goes for a file of that trace today: all of it is looked through once a week."""
        return (
            trace == self.trace
            and self.riskdesk == __version__
            and datetime.timedelta() <= today() - self.day < datetime.timedelta(_DAYS)
        )


def trace(changes: int, found: Footprint) -> Trace:
    """The trace of a file that was found so."""
    return Trace(changes, found.size, found.written)


def today() -> datetime.date:
    """The day, everywhere the same."""
    return datetime.datetime.fromtimestamp(time.time(), datetime.UTC).date()
