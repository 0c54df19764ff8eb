"""The connection to a store: SQLite is set up so that saved means on disk, and that hostile files can do no harm."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from threading import RLock
from typing import Any
from urllib.parse import quote

from riskdesk.domain.problems import FileProblem
from riskdesk.store import beside
from riskdesk.system import real_path

# In bytes, of a value and of a row: a register of fifty thousand risks is added as one step.
LONGEST_VALUE = 64_000_000
_LONGEST_STATEMENT = 1_000_000
# The wait for another program that is using the file; Python's default is the same.
_WAITING_MS = 5_000
# Few, as one SQLite instruction may copy megabytes.
_STEPS_BETWEEN_LOOKS = 1_000
# In seconds of computing, many times what setting up a connection takes.
_PATIENCE = 1.0
_PRAGMAS = (
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "foreign_keys=ON",
    "temp_store=MEMORY",
)
_DEFENCES = {
    "DEFENSIVE": True,
    "ENABLE_TRIGGER": False,
    "ENABLE_VIEW": False,
}
# One file between actions, on disk before an action returns: simulated power cuts lost commits with FULL, none with
# EXTRA.
_WRITING = ("secure_delete=ON", "journal_mode=DELETE", "synchronous=EXTRA", "fullfsync=ON")
_READING = ("query_only=ON",)


class StoreConnection(sqlite3.Connection):
    """A connection that checks the files beside its own before each transaction, even one of a single statement.

    `path` is that of the file, `places` are all its paths; a copy in memory has none. A thread holds the lock `turn`
    from the beginning of a transaction to its end, so that threads wait for each other.
    """

    path = Path()
    places: tuple[Path, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.turn = RLock()

    def execute(self, sql: str, parameters: Any = ()) -> sqlite3.Cursor:
        if not self.in_transaction:
            self.look_beside()
        return super().execute(sql, parameters)

    def end_log(self) -> None:
        """Let the file have a rollback journal again if another program has set it to have a log (WAL) instead.

        FileProblem while that program has it open.
        """
        (mode,) = super().execute("PRAGMA journal_mode").fetchone()
        if mode != "wal":
            # SQLite finds out when it reads the file, and then makes a log itself.
            self.execute("SELECT 1 FROM sqlite_schema").fetchone()
            (mode,) = super().execute("PRAGMA journal_mode").fetchone()
        (is_read_only,) = super().execute("PRAGMA query_only").fetchone()
        if mode == "wal" and not is_read_only:
            super().execute("PRAGMA journal_mode=DELETE")

    def look_beside(self) -> None:
        """FileProblem while there is a file beside the store that SQLite must not use."""
        beside.require_alone(self.path, self.places)


def connect(path: Path, *, read_only: bool = False) -> StoreConnection:
    """A connection to the store at `path`, which must exist; it begins no transactions implicitly."""
    connection = sqlite3.connect(
        # With another path of the file, SQLite on Windows would not find the journal that a crash has left beside it.
        uri(real_path(path).absolute(), "ro" if read_only else "rw"),
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        factory=StoreConnection,
    )
    connection.path, connection.places = path, beside.names(path)
    with closed_on_failure(connection), bounded(connection, _PATIENCE):
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
        connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, _LONGEST_STATEMENT)
        _defend(connection)
        for pragma in (*_PRAGMAS, *(_READING if read_only else _WRITING)):
            connection.execute(f"PRAGMA {pragma}")
    return connection


def in_memory(connection: StoreConnection) -> StoreConnection:
    """A copy of a store in memory."""
    with closed_on_failure(empty_in_memory()) as copy:
        connection.look_beside()
        connection.backup(copy)
        return copy


def empty_in_memory() -> StoreConnection:
    """A connection to an empty database in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False, factory=StoreConnection)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    return connection


def _defend(connection: sqlite3.Connection) -> None:
    """Disable SQL statements stored in the file, such as triggers, if Python (3.12) can tell SQLite to do so."""
    if hasattr(connection, "setconfig"):
        for name, is_on in _DEFENCES.items():
            connection.setconfig(getattr(sqlite3, f"SQLITE_DBCONFIG_{name}"), is_on)


@contextmanager
def bounded(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """Interrupt statements after so many seconds of computing, as a forged file can make one run for ever.

    Waiting for a slow disk does not count. Blocks cannot be nested.
    """
    end = time.thread_time() + seconds
    connection.set_progress_handler(lambda: time.thread_time() > end, _STEPS_BETWEEN_LOOKS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)


def is_free(connection: StoreConnection) -> bool:
    """Whether the file can be read at once, without waiting for another program that is writing to it."""
    try:
        connection.execute("PRAGMA busy_timeout=0")
        connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except (sqlite3.Error, FileProblem) as error:
        # Other errors are reported when the file is read.
        return not getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY")
    else:
        return True
    finally:
        with suppress(sqlite3.Error, FileProblem):
            connection.execute(f"PRAGMA busy_timeout={_WAITING_MS}")


@contextmanager
def closed_on_failure(connection: StoreConnection) -> Iterator[StoreConnection]:
    """Close a connection if the block that first uses it fails."""
    try:
        yield connection
    except BaseException:
        connection.close()
        raise


@contextmanager
def reading(connection: StoreConnection) -> Iterator[StoreConnection]:
    """A transaction that reads: it does not see what others write meanwhile."""
    with _transaction(connection, "BEGIN"):
        yield connection


@contextmanager
def writing(connection: StoreConnection) -> Iterator[StoreConnection]:
    """A transaction that writes: it is on disk at the end of the block, or rolled back if the block raises."""
    # With a deferred BEGIN, a later write would fail at once, without waiting, if another program has written since.
    with _transaction(connection, "BEGIN IMMEDIATE"), _taken_back(connection):
        yield connection
        connection.execute("COMMIT")


@contextmanager
def _taken_back(connection: StoreConnection) -> Iterator[None]:
    """Leave one whole file, without a journal beside it, if a transaction that writes fails.

    After a failed write, such as for lack of space, SQLite leaves what it has written so far to the next reader.
    """
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if any(os.path.lexists(beside.journal_of(place)) for place in connection.places):
            with suppress(sqlite3.Error, FileProblem):
                connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
        raise


@contextmanager
def _transaction(connection: StoreConnection, begin: str) -> Iterator[None]:
    """A transaction, rolled back unless it was committed."""
    with connection.turn:
        is_inside = connection.in_transaction
        try:
            connection.execute(begin)
            yield
        finally:
            # The transaction may have ended by itself if the disk failed; an outer one is left to its owner.
            if connection.in_transaction and not is_inside:
                connection.execute("ROLLBACK")


def uri(path: PurePath, mode: str) -> str:
    """The SQLite URI for a file at an absolute path; characters such as # and ? are quoted."""
    plain = path.as_posix()
    # The path of a network share begins with two slashes, and the URI has no host.
    slash = "" if plain.startswith("/") else "/"
    return f"file://{quote(os.fsencode(slash + plain), safe='/:')}?mode={mode}"


@contextmanager
def problems(path: Path, *, saving: bool = False) -> Iterator[None]:
    """Turn SQLite errors about the file at `path` into one sentence for the user, who may have been `saving`."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        # SQLite's message may quote a damaged file, and then cannot be decoded. Imported here, as it is rarely needed.
        from riskdesk.store import reasons

        raise reasons.problem(path, error, saving=saving, most=LONGEST_VALUE // 1_000_000) from error
