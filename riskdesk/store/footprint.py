"""The footprint of a file: shows, without opening it, that another program wrote to it or replaced it.

Opening and closing a file that SQLite has open would drop SQLite's locks (POSIX), so only its folder is asked.
"""

import os
from pathlib import Path
from typing import NamedTuple

from riskdesk.domain.problems import FileReplaced
from riskdesk.system import WINDOWS


class Footprint(NamedTuple):
    """The marks of a file: which one lies under a name (as `identity` says), its size in bytes and when it was written.

    That is in nanoseconds.
    """

    file: tuple[int, int]
    size: int
    written: int


def footprint(path: Path) -> Footprint:
    """The footprint of the file at `path`; FileReplaced where there is none or its folder does not answer."""
    try:
        status = path.stat()
    except OSError:
        raise FileReplaced(path, is_gone=True) from None
    return Footprint(identity(status), status.st_size, status.st_mtime_ns)


def identity(status: os.stat_result, *, windows: bool = WINDOWS) -> tuple[int, int]:
    """Which file was found: device and number.

    On Windows always the same: it lets nobody put another file in the place of one that SQLite has open, and shares
    and sticks may give a file another number at any time.
    """
    return (0, 0) if windows else (status.st_dev, status.st_ino)
