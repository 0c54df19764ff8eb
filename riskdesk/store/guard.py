"""The guard of stores: it refuses any file that is not exactly a store, with a sentence, and does not change it."""

import os
import sqlite3
import stat
from contextlib import closing
from functools import cache
from pathlib import Path

from riskdesk.domain import possible
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, unreadable
from riskdesk.domain.replay import State
from riskdesk.store import beside, file_format, header, recovery, room
from riskdesk.store.connection import StoreConnection, bounded, closed_on_failure
from riskdesk.store.damage import LostStore, RefusedStore
from riskdesk.system import patiently

_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema"
_IN_HEADER = ("application_id", "encoding", "page_size")
_SMALLEST = 512
# Since this format, positions leave room before the first sibling, too.
_WITH_ROOM = 6
# In seconds of computing, for any store and for each byte: many times what checking its tables takes.
_PATIENCE = 1.0
_PATIENCE_BY_BYTE = 1e-8


def require_store(path: Path) -> None:
    """Check a file's kind, size and first 100 bytes, and what lies beside it, before SQLite opens it.

    FileProblem if it is no store, or one that is not safe to open.
    """
    start = start_of(path)
    if start and not header.is_ours(start) and beside.is_plain_journal(beside.journal_of(path)):
        # A power cut can tear the first bytes, which SQLite will restore from the journal beside the file.
        start = recovery.kept_start(path, header.LENGTH)
    if header.is_ours(start):
        # If there is a log beside the file, what is in it would be missing from the remains of the store.
        beside.require_alone(path, beside.names(path))
    header.require(path, start)


def connect_guarded(path: Path, *, read_only: bool) -> StoreConnection:
    """Connect to a store after `require_store` has accepted it; check again if SQLite played back a journal.

    FileProblem if it is no store, or one that is not safe to open.
    """
    require_store(path)
    may_change = os.path.lexists(beside.journal_of(path))
    with closed_on_failure(recovery.connect_or_recover(path, read_only=read_only)) as connection:
        if may_change:
            require_store(path)
        return connection


def require_one_name(path: Path) -> None:
    """FileProblem if a file has several names (hard links), to keep all programs from writing to it.

    Journal and lock belong to one name: if the file is opened by another name, a transaction that a crash interrupted
    would stay in it.
    """
    if has_several_names(path):
        raise FileProblem(_SEVERAL_NAMES, file=path)


def has_several_names(path: Path) -> bool:
    """Whether the file at a path has several names (hard links); false if there is no file."""
    try:
        status = path.stat()
        return stat.S_ISREG(status.st_mode) and status.st_nlink > 1
    except OSError:
        return False


def require_schema(path: Path, connection: sqlite3.Connection, *, walk: bool = True) -> None:
    """RefusedStore if the tables of a file are not exactly those of its format, or hold more than any store does.

    Counting the rows, the `walk`, takes time in proportion to them; without it, the caller has to count on reading.
    """
    with bounded(connection, _PATIENCE):
        # Of a forged file, the header may say any size.
        size = min(room.size(connection), possible.MOST_BYTES)
    with bounded(connection, _PATIENCE + _PATIENCE_BY_BYTE * size):
        if not _has_our_tables(connection) or (walk and not _is_moderate(connection)):
            raise RefusedStore(_OTHER_TABLES, path)
        if not _has_identity(connection):
            raise RefusedStore(_NO_IDENTITY, path)


def _has_our_tables(connection: sqlite3.Connection) -> bool:
    # A journal that was played back may have changed the first bytes of the file.
    version = file_format.version(connection)
    found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _IN_HEADER]
    if not 0 < version <= file_format.FORMAT or found != [file_format.APPLICATION_ID, "UTF-8", header.PAGE]:
        return False
    missing = set(_expected(version))
    for row in connection.execute(_SCHEMA):
        if row not in missing:
            return False
        missing.remove(row)
    return not missing


def _is_moderate(connection: sqlite3.Connection) -> bool:
    """Whether each tree of the file can be walked to its end, as pages of a forged file may form a cycle."""
    for _, name, table, sql in _expected(file_format.version(connection)):
        most = room.most(str(table))
        rows = connection.execute(f"SELECT count(*) FROM (SELECT 1 FROM {_walk(name, table, sql)} LIMIT {most + 1})")  # noqa: S608
        if rows.fetchone()[0] > most:
            return False
    return True


def _walk(name: str, table: str, sql: str | None) -> str:
    """The FROM clause with which SQLite walks through one tree, that of a table or of an index, and no other."""
    if name != table:
        # A partial index is only used with its own condition.
        _, where, condition = (sql or "").partition(" WHERE ")
        return f"{table} INDEXED BY {name}{where}{condition}"
    # A table WITHOUT ROWID is the index of its key; with NOT INDEXED, SQLite would use a smaller one.
    return (
        f"{table} INDEXED BY sqlite_autoindex_{table}_1" if "WITHOUT ROWID" in (sql or "") else f"{table} NOT INDEXED"
    )


def _has_identity(connection: sqlite3.Connection) -> bool:
    """Whether a store has one identity, usable as the name of a folder, and a time at which it was made."""
    try:
        ((identity, created),) = connection.execute("SELECT id, created FROM store LIMIT 2")
        return bool(possible.is_identity(identity) and possible.time_of(created))
    except (ValueError, TypeError):
        return False


def impossible(path: Path, state: State, version: int = file_format.FORMAT) -> list[FileProblem]:
    """A sentence for each value that Riskdesk never writes, such as those of a forged file.

    This check is needed, as SQLite does not enforce the constraints of a table when it only reads.
    """
    kinds = {identity: kind for kind, identity in state}
    return [
        FileProblem(_IMPOSSIBLE, file=path, kind=VALUE_KINDS[kind].label.in_sentence, id=identity)
        for (kind, identity), record in state.items()
        if not possible.is_readable(kind, record)
        or kinds[identity] != kind
        or (version < _WITH_ROOM and record["position"] < 0)
    ]


def start_of(path: Path) -> bytes:
    """The first 100 bytes of a file; empty if it is no plain file, or has a size that no store has.

    LostStore if it does not exist, FileProblem if it cannot be read.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or not _SMALLEST <= status.st_size <= possible.MOST_BYTES:
            return b""
        with patiently(lambda: path.open("rb")) as file:
            return file.read(header.LENGTH)
    except FileNotFoundError:
        raise LostStore(_NO_FILE, path) from None
    except OSError as error:
        raise unreadable(path, error) from None


@cache
def _expected(version: int) -> frozenset[tuple[str, str, str, str | None]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(file_format.definition(version))
        return frozenset(connection.execute(_SCHEMA))


_NO_FILE = QT_TRANSLATE_NOOP("Problem", "There is no file {file}; check its name and folder.")
_OTHER_TABLES = QT_TRANSLATE_NOOP(
    "Problem", "{file} does not have the tables that Riskdesk makes; open a backup. It was left as it is."
)
_SEVERAL_NAMES = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} is one of several names of one file (hard links) and can only be read under it; copy it, and work in the"
    " copy.",
)
_NO_IDENTITY = QT_TRANSLATE_NOOP(
    "Problem", "{file} cannot be identified. Open a backup, or recover what is left. It was left as it is."
)
_IMPOSSIBLE = QT_TRANSLATE_NOOP(
    "Problem",
    "In {file}, the {kind} {id} contains data that Riskdesk does not write; open a backup, or recover what is left.",
)
