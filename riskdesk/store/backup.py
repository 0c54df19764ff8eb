"""A backup: a copy of the store as it is at one moment, in a file of its own that is checked before it counts."""

import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.files import arriving
from riskdesk.store import check, guard, journal
from riskdesk.store.connection import connect, problems, reading
from riskdesk.store.journal import Mark
from riskdesk.store.recovery import connect_or_recover

# Errors of writing the copy, as the store itself is only read.
_OF_THE_COPY = ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_TRUNCATE")
_TRIED = 2**16


def mark(path: Path) -> Mark:
    """The end of the journal of the store at `path`, which may be open in a program."""
    with problems(path), closing(connect_or_recover(path, read_only=True)) as connection:
        return journal.mark(connection)


def hashes(path: Path, numbers: Iterable[int]) -> dict[int, str]:
    """The hashes of those steps that are in the journal of the store at `path`; 0 stands for its beginning.

    FileProblem if the journal cannot be read. The store may be open in a program.
    """
    with problems(path), closing(connect_or_recover(path, read_only=True)) as connection:
        guard.require_schema(path, connection)
        with reading(connection):
            query = "SELECT hash FROM step WHERE number = ?"
            rows = {number: connection.execute(query, (number,)).fetchone() for number in numbers}
    return {0: journal.FIRST} | {number: str(row[0]) for number, row in rows.items() if row}


def back_up(path: Path, out: Path, checkpoint: Checkpoint = never_cancelled) -> None:
    """Copy the store at `path` to `out`, for this user alone, whole or not at all.

    FileProblem if the copy is not sound.
    """
    with arriving(out, private=True) as temporary:
        with problems(path), closing(connect(path)) as connection, _copying(path, temporary):
            connection.execute("VACUUM INTO CAST(? AS TEXT)", (os.fsencode(temporary),))
        health = check.examine(temporary, checkpoint)
        if not health.sound:
            raise FileProblem(
                QT_TRANSLATE_NOOP("Problem", "The backup {file} was not made, as reading it back showed a difference."),
                file=out,
            )


@contextmanager
def _copying(path: Path, copy: Path) -> Iterator[None]:
    """Turn errors of the copy into OSError, to distinguish them from errors of the store."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorname", "")
        if code not in _OF_THE_COPY:
            raise
        full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        raise full if code == "SQLITE_FULL" else _refusal(copy, path.stat().st_size) from error


def _refusal(path: Path, size: int) -> OSError:
    """Find out why the system does not write to a file, as SQLite reports an exceeded quota as an I/O error.

    Up to `size` bytes are written.
    """
    try:
        with path.open("ab") as file:
            for _ in range(0, size, _TRIED):
                file.write(bytes(_TRIED))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return error
    return OSError(errno.EIO, os.strerror(errno.EIO))
