"""Changes by other programs to an open store: they are checked as on opening before they are used."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from sqlite3 import Connection

from riskdesk.domain.problems import FileProblem, FileReplaced
from riskdesk.domain.step import Step
from riskdesk.store import check, guard, journal
from riskdesk.store.damage import RefusedStore
from riskdesk.store.footprint import Footprint, footprint


def version(connection: Connection) -> int:
    """A number that changes when another program writes to the file, but not when this connection does."""
    (number,) = connection.execute("PRAGMA data_version").fetchone()
    return int(number)


def steps(path: Path, connection: Connection, mark: journal.Mark) -> list[Step] | None:
    """The steps of others after a mark; None if the mark is not from this journal.

    If these steps do not explain the changes to the file, the whole store is checked. FileProblem if its tables are not
    ours any more, DamagedStore if something is wrong with it.
    """
    # Imported here, as it is needed only once others have written.
    from riskdesk.store import since

    guard.require_schema(path, connection)
    # Steps that cannot be read are found, and reported, by the full check.
    with suppress(ValueError, TypeError):
        new_steps = journal.after(connection, mark)
        if new_steps is None or (new_steps and since.is_explained(connection, mark, new_steps)):
            return new_steps
    check.require_health(path, connection)
    return journal.after(connection, mark)


@contextmanager
def noting_rollback(
    path: Path, connection: Connection, known_version: int | None, note: Callable[[Footprint], object]
) -> Iterator[None]:
    """Call `note` with the footprint of the file after a transaction that failed, unless others wrote to it as well.

    A large transaction writes to the file before its end, so that its time changes even if it is rolled back.
    `known_version` is the version of the file before; None if others have written to it by then.
    """
    try:
        yield
    except FileProblem:
        # The file itself may be another one now.
        raise
    except BaseException:
        with suppress(FileProblem, sqlite3.Error):
            left = footprint(path)
            if version(connection) == known_version:
                note(left)
        raise


@contextmanager
def looking_at(path: Path, connection: Connection, store: str) -> Iterator[None]:
    """Read the present content of an open file; FileReplaced if that is no longer the `store` that was opened."""
    try:
        yield
    except RefusedStore as refused:
        if not _is_store(connection, store):
            raise FileReplaced(path, is_gone=False) from refused
        raise
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorname", "") in _OTHER_CONTENT:
            raise FileReplaced(path, is_gone=False) from error
        raise


def _is_store(connection: Connection, store: str) -> bool:
    """Whether a file has the identity of a store; an emptied one does not."""
    try:
        return connection.execute("SELECT id FROM store").fetchall() == [(store,)]
    except sqlite3.Error:
        return False


# SQLite's errors for a file that is no longer a database, is torn, or has other tables.
_OTHER_CONTENT = {"SQLITE_NOTADB", "SQLITE_CORRUPT", "SQLITE_ERROR"}
