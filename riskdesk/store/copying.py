"""Making a new store from steps of another: the steps can be chosen, and get a hash chain of their own."""

import datetime
from collections.abc import Iterable
from pathlib import Path
from sqlite3 import Connection
from uuid import uuid4

from riskdesk.domain.possible import require_readable
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.records import KINDS, Record
from riskdesk.domain.replay import State, replay
from riskdesk.domain.step import Step
from riskdesk.store import file_format, index, journal, opening
from riskdesk.store.connection import StoreConnection, closed_on_failure, empty_in_memory


def write(path: Path, steps: Iterable[Step]) -> list[FileProblem]:
    """Make a store at `path` with these steps as its journal and their result in its tables.

    Equal steps with equal numbers have the same hashes as in the other store, unless an older format wrote empty fields
    into them. Returns a sentence for each file that an earlier store had left beside `path`.

    InputProblem if a value is not allowed in a store, DamagedStore if a step could not be read back.
    """
    all_steps = list(steps)
    return opening.make(path, lambda connection: _fill(connection, all_steps))


def still(state: State, at: datetime.datetime) -> StoreConnection:
    """A connection to a read-only store in memory with a state and no journal, which was made at a given time."""
    with closed_on_failure(empty_in_memory()) as connection:
        connection.executescript(file_format.definition(file_format.FORMAT))
        connection.execute("BEGIN")
        connection.execute("PRAGMA defer_foreign_keys=ON")
        connection.execute("INSERT INTO store VALUES (?, ?, ?)", (str(uuid4()), at.isoformat(timespec="seconds"), ""))
        for (kind, _), record in state.items():
            _insert(connection, kind, file_format.packed(kind, record))
        connection.execute("COMMIT")
        connection.execute("PRAGMA query_only=ON")
        return connection


def _fill(connection: Connection, steps: list[Step]) -> None:
    connection.execute("BEGIN")
    connection.execute("PRAGMA defer_foreign_keys=ON")
    for (kind, identity), record in replay(steps).items():
        require_readable(kind, identity, record)
        _insert(connection, kind, file_format.packed(kind, record))
    previous = journal.FIRST
    for step in steps:
        row = journal.row_of(step, previous)
        _insert(connection, "step", row)
        previous = row["hash"]
    index.fill(connection, steps)
    connection.execute("COMMIT")


def _insert(connection: Connection, table: str, row: Record) -> None:
    assert table in KINDS or table == "step", "the names of our own tables"
    names = ", ".join(f'"{name}"' for name in row)
    places = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", tuple(row.values()))  # noqa: S608
