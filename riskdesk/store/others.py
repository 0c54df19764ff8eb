"""What other programs write to a store while it is open: looked at like a store that is opened, before it counts."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from sqlite3 import Connection

from riskdesk.domain.problems import FileReplaced
from riskdesk.domain.step import Step
from riskdesk.store import check, guard, journal
from riskdesk.store.damage import RefusedStore


def version(connection: Connection) -> int:
    """A number that changes when another program writes to the file, but not when this connection does."""
    (number,) = connection.execute("PRAGMA data_version").fetchone()
    return int(number)


def steps(path: Path, connection: Connection, mark: journal.Mark) -> list[Step] | None:
    """The steps that others have taken since a mark; None if the journal is not the one that was marked.

    If these steps do not explain what was written, the whole store is looked through. FileProblem if its tables are
    not ours any more, DamagedStore if something is wrong with it.
    """
    # What is wanted only once others have written is imported then.
    from riskdesk.store import since

    guard.require_schema(path, connection)
    # What cannot be read is found, and told, where all is looked through.
    with suppress(ValueError, TypeError):
        new_steps = journal.after(connection, mark)
        if new_steps is None or (new_steps and since.is_explained(connection, mark, new_steps)):
            return new_steps
    check.require_health(path, connection)
    return journal.after(connection, mark)


@contextmanager
def looking_at(path: Path, connection: Connection, store: str) -> Iterator[None]:
    """Look at what lies in an open file by now; FileReplaced if that is not the `store` which was opened any more."""
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
    """Whether a file bears the identity of a store, which one that was emptied does not."""
    try:
        return connection.execute("SELECT id FROM store").fetchall() == [(store,)]
    except sqlite3.Error:
        return False


# What SQLite says of a file that is no database any more, is torn, or has other tables.
_OTHER_CONTENT = {"SQLITE_NOTADB", "SQLITE_CORRUPT", "SQLITE_ERROR"}
