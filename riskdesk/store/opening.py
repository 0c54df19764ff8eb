"""From a path to a connection: a store is looked at in an order in which nothing that is not ours can do harm."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from riskdesk import __version__
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem
from riskdesk.files import arriving, make_folder
from riskdesk.store import check, file_format, guard, journal, migration, recovery, room
from riskdesk.store.connection import bounded, closed_on_failure, connect, problems, reading

# The journal of a larger store is followed after it was opened, off the main thread.
_EXAMINED_AT_ONCE = 10_000
# In seconds, many times what the largest store needs.
_PATIENCE = 60.0
_LONGEST_NAME = 255
Connected = Callable[[sqlite3.Connection], object]


def opened(path: Path, *, read_only: bool, before_migration: Callable[[str], object]) -> sqlite3.Connection:
    """A connection to the store at `path`, in today's format.

    FileProblem if it is no store, DamagedStore if it is one and something is wrong with it; of a large store
    that is seen by SQLite's own checks alone. `before_migration` is given the identity of a store that will change.
    """
    guard.require_store(path)
    with problems(path), closed_on_failure(recovery.connected(path, read_only=read_only)) as connection:
        with reading(connection):
            guard.require_schema(path, connection)
            with bounded(connection, _PATIENCE):
                # What will be migrated is followed as a whole: the migration goes by what the journal says.
                is_today = file_format.version(connection) == file_format.FORMAT
                check.require_health(path, connection, quick=is_today and not is_small(connection))
        if is_today:
            return connection
        if read_only:
            return migration.migrated_copy(path, connection)
        before_migration(journal.mark(connection).store)
        migration.migrate(path, connection)
        return connection


def is_small(connection: sqlite3.Connection) -> bool:
    """Whether a store is examined as a whole when it is opened."""
    (risks,) = connection.execute("SELECT count(*) FROM risk").fetchone()
    return bool(risks <= _EXAMINED_AT_ONCE)


def make(path: Path, fill: Connected) -> None:
    """Make a new store at `path`, where no file may be, whole or not at all; its folder is made.

    `fill` has a connection to the store, in which nothing is but its tables.
    """
    _require_free(path)
    with problems(path), arriving(path) as temporary:
        temporary.touch()
        with closed_on_failure(connect(temporary)) as connection:
            _lay(connection)
            fill(connection)
            room.require_room(connection)
        connection.close()


def _require_free(path: Path) -> None:
    if path.exists():
        raise FileProblem(
            QT_TRANSLATE_NOOP("Problem", "There is a file {file} already; choose another name."), file=path
        )
    make_folder(path.parent)
    longest = os.pathconf(path.parent, "PC_NAME_MAX") if hasattr(os, "pathconf") else _LONGEST_NAME
    if len(os.fsencode(path.name)) + len("-journal") > longest:
        raise FileProblem(
            QT_TRANSLATE_NOOP("Problem", "The name of {file} is too long; choose a shorter one."), file=path
        )


def _lay(connection: sqlite3.Connection) -> None:
    created = journal.now().isoformat(timespec="seconds")
    connection.executescript(
        f"BEGIN IMMEDIATE; PRAGMA application_id={file_format.APPLICATION_ID};"
        f" PRAGMA user_version={file_format.FORMAT}; {file_format.definition(file_format.FORMAT)}"
    )
    connection.execute("INSERT INTO store VALUES (?, ?, ?)", (str(uuid4()), created, __version__))
    connection.execute("COMMIT")
