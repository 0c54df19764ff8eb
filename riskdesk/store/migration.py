"""Migrating a store from an older format to today's: numbered functions, all in one transaction.

A migration gives the tables exactly the definitions of a new store in its format, and does not change the journal. A
new column gets the default of its field, with which older steps are completed when they are read.
"""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from riskdesk import __version__
from riskdesk.domain.progress import Checkpoint, share_of
from riskdesk.domain.step import Step
from riskdesk.store import check, file_format, guard, index, journal
from riskdesk.store.connection import StoreConnection, closed_on_failure, in_memory

Migration: TypeAlias = Callable[[sqlite3.Connection], None]
# The share of the time for making an index of the journal, if there is none, before the store is checked.
_INDEXED = 0.4


def _add_print_sets(connection: sqlite3.Connection) -> None:
    _make(connection, 2, "print_set")


def _add_index(connection: sqlite3.Connection) -> None:
    _widen(connection, 3, "print_set", "0")
    _make(connection, 3, "touch", "step_that_undoes")


def _add_words(connection: sqlite3.Connection) -> None:
    for table, default in (("register", "''"), ("risk", "NULL"), ("mitigation", "NULL")):
        _widen(connection, 4, table, default)


def _add_views_and_waivers(connection: sqlite3.Connection) -> None:
    _make(connection, 5, "saved_view", "waiver")


def _add_room_and_references(connection: sqlite3.Connection) -> None:
    for table in file_format.kinds(connection):
        _remake(connection, 6, table)


def _bring_references_together(connection: sqlite3.Connection) -> None:
    for former in ("reference", "number", "odd_reference"):
        connection.execute(f"DROP INDEX risk_of_{former}")
    _make(connection, 7, "risk_of_reference")


def _widen(connection: sqlite3.Connection, number: int, table: str, default: str) -> None:
    """Make a table as it is in a format, with one more column at the end, which has a default value in all rows."""
    _remake(connection, number, table, f"*, {default}")


def _remake(connection: sqlite3.Connection, number: int, table: str, columns: str = "*") -> None:
    """Make a table as it is in a format, with the rows of the present table.

    The present table is not renamed, as SQLite would also rename it in the tables that refer to it.
    """
    connection.execute(f"CREATE TABLE former AS SELECT {columns} FROM {table}")  # noqa: S608 - our own tables
    connection.execute(f"DROP TABLE {table}")
    _make(connection, number, table)
    connection.execute(f"INSERT INTO {table} SELECT * FROM former")  # noqa: S608
    connection.execute("DROP TABLE former")


def _make(connection: sqlite3.Connection, number: int, *names: str) -> None:
    """Make tables with their indexes, or single indexes, as they are in a format."""
    for statement in filter(str.strip, file_format.definition(number).split(";")):
        name = statement.split()[2]
        if name in names or name.split("_of_")[0] in names:
            connection.execute(statement)


# By the number of the format that each migrates to the next one.
MIGRATIONS: dict[int, Migration] = {
    1: _add_print_sets,
    2: _add_index,
    3: _add_words,
    4: _add_views_and_waivers,
    5: _add_room_and_references,
    6: _bring_references_together,
}


def migrate(path: Path, connection: StoreConnection, checkpoint: Checkpoint) -> None:
    """Migrate a store to today's format in one transaction.

    If this or `checkpoint` raises, the store stays as it was, and the caller has to close the connection.
    """
    # Otherwise, dropping a table to make it again would delete the rows that refer to it.
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN IMMEDIATE")
    before = file_format.version(connection)
    for number in range(before, file_format.FORMAT):
        MIGRATIONS[number](connection)
    if before < index.SINCE:
        index.fill(connection, _with_checkpoints(share_of(checkpoint, 0, _INDEXED), connection))
    connection.execute(f"PRAGMA user_version={file_format.FORMAT}")
    connection.execute("UPDATE store SET riskdesk = ?", (__version__,))
    guard.require_schema(path, connection)
    check.require_health(path, connection, share_of(checkpoint, _INDEXED, 1))
    checkpoint()
    connection.execute("COMMIT")
    connection.execute("PRAGMA foreign_keys=ON")


def _with_checkpoints(checkpoint: Checkpoint, connection: StoreConnection) -> Iterator[Step]:
    """All steps, with a checkpoint before each."""
    last = journal.mark(connection).number
    for step in journal.steps(connection):
        checkpoint(step.number / last)
        yield step


def migrated_copy(path: Path, connection: StoreConnection, checkpoint: Checkpoint) -> StoreConnection:
    """A copy in memory of a store that may not be written to, in today's format."""
    with closed_on_failure(in_memory(connection)) as copy:
        connection.close()
        migrate(path, copy, checkpoint)
        copy.execute("PRAGMA query_only=ON")
        return copy
