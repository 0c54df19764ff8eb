"""The footprint of a file: shows, without opening it, that another program wrote to it or replaced it.

Opening and closing a file that SQLite has open would drop SQLite's locks (POSIX), so only its folder is asked.
"""

import os
from pathlib import Path
from typing import NamedTuple

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem
from riskdesk.system import WINDOWS


class Footprint(NamedTuple):
    """The marks of a file: which one lies under a name (as `identity` says), its size in bytes and when it was written.

    That is in nanoseconds.
    """

    file: tuple[int, int]
    size: int
    written: int


class FileReplaced(FileProblem):
    """The error that the file which was opened is gone (`is_gone`), or another lies in its place."""

    def __init__(self, path: Path, *, is_gone: bool) -> None:
        super().__init__(_GONE if is_gone else _REPLACED, file=path)
        self.is_gone = is_gone


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


_GONE = QT_TRANSLATE_NOOP(
    "Problem", "{file} was deleted or moved while it was open; save what is here as a new file, or put it back."
)
_REPLACED = QT_TRANSLATE_NOOP(
    "Problem", "Another file was put in the place of {file} while it was open; compare both and choose."
)
