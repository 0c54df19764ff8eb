"""The footprint of a file: it shows, without opening the file, that another program wrote to it or replaced it.

Opening and closing a file that SQLite has open would drop SQLite's locks (POSIX), so only its metadata is read.
"""

import os
from pathlib import Path
from typing import NamedTuple

from riskdesk.domain.problems import FileReplaced
from riskdesk.system import WINDOWS


class Footprint(NamedTuple):
    """The marks of a file: its identity (see `identity`), size in bytes and time of the last write.

    The time is in nanoseconds.
    """

    file: tuple[int, int]
    size: int
    written: int


def footprint(path: Path) -> Footprint:
    """The footprint of the file at `path`; FileReplaced if it does not exist or its folder cannot be reached."""
    try:
        status = path.stat()
    except OSError:
        raise FileReplaced(path, is_gone=True) from None
    return Footprint(identity(status), status.st_size, status.st_mtime_ns)


def identity(status: os.stat_result, *, windows: bool = WINDOWS) -> tuple[int, int]:
    """The device and number that identify a file.

    Constant on Windows: there, a file that SQLite has open cannot be replaced, and network shares and USB sticks may
    change the number of a file at any time.
    """
    return (0, 0) if windows else (status.st_dev, status.st_ino)
