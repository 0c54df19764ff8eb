"""What is remembered of a store from one opening to the next: that it was sound, and how its file was left."""

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
    """A note that a store was sound up to a `mark`, and on which `day` (UTC) all of it was looked through.

    `riskdesk` is the version that did so. `trace` is how it left the file, to which nothing else had written.
    """

    mark: Mark
    day: datetime.date
    trace: Trace
    riskdesk: str = __version__

    def counts(self, trace: Trace) -> bool:
        """Whether this still counts for a file of that trace: not if others wrote to it, nor after a week."""
        return (
            trace == self.trace
            and self.riskdesk == __version__
            and datetime.timedelta() <= today() - self.day < datetime.timedelta(_DAYS)
        )


def trace(changes: int, footprint: Footprint) -> Trace:
    """The trace of a file: SQLite's count of its changes, and its footprint."""
    return Trace(changes, footprint.size, footprint.written)


def today() -> datetime.date:
    """The day, everywhere the same."""
    return datetime.datetime.fromtimestamp(time.time(), datetime.UTC).date()
