"""The guard at the door: what is not exactly a store of ours is refused with a sentence and left untouched."""

import sqlite3
import stat
from contextlib import closing
from functools import cache
from pathlib import Path

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem
from riskdesk.store import file_format, pages

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema"
_LARGEST = 512 * 2**20


def require_store(path: Path) -> None:
    """Look at a file's kind, size and first 100 bytes, before SQLite does; FileProblem where it is no store."""
    header = _header(path)
    if len(header) < _HEADER or header[:16] != _MAGIC or _number(header, 68) != file_format.APPLICATION_ID:
        raise FileProblem(
            QT_TRANSLATE_NOOP("Problem", "{file} is not a Riskdesk file; it was left as it is."), file=path
        )
    if _number(header, 60) > file_format.FORMAT:
        raise FileProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "{file} was written by a newer Riskdesk ({version}); update this one to open it. It was left as it is.",
            ),
            file=path,
            version=(pages.identity(path) or {"riskdesk": "?"})["riskdesk"],
        )
    if header[18:20] != b"\x01\x01" or _number(header, 56) != 1:
        raise FileProblem(
            QT_TRANSLATE_NOOP("Problem", "{file} was changed by another program; open a backup. It was left as it is."),
            file=path,
        )


def require_schema(path: Path, connection: sqlite3.Connection) -> None:
    """Compare the tables of a file with those of its format, to the letter; FileProblem where they differ."""
    found = connection.execute(f"{_SCHEMA} LIMIT 200")
    if set(found) != _expected(file_format.version(connection)):
        raise FileProblem(
            QT_TRANSLATE_NOOP(
                "Problem", "{file} holds tables that Riskdesk did not make; open a backup. It was left as it is."
            ),
            file=path,
        )


def _header(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
            return b""
        with path.open("rb") as file:
            return file.read(_HEADER)
    except FileNotFoundError:
        raise FileProblem(
            QT_TRANSLATE_NOOP("Problem", "There is no file {file}; check its name and folder."), file=path
        ) from None
    except OSError as error:
        raise FileProblem(
            QT_TRANSLATE_NOOP("Problem", "The file {file} cannot be read ({reason})."),
            file=path,
            reason=error.strerror,
        ) from None


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4], "big")


@cache
def _expected(version: int) -> frozenset[tuple[object, ...]]:
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(file_format.definition(version))
        return frozenset(made.execute(_SCHEMA))
