"""The guard of stores: it refuses any file that is not exactly one of ours with a sentence, and leaves it untouched."""

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
from riskdesk.store.damage import RefusedStore

_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema"
_IN_HEADER = ("application_id", "encoding")
_SMALLEST = 512
# Since this format, there is room before the first of siblings, too.
_WITH_ROOM = 6
# In seconds of computing, many times what the tables of a store need.
_PATIENCE = 1.0


def require_store(path: Path) -> None:
    """Check a file's kind, size and first 100 bytes, and what lies beside it, before SQLite opens it.

    FileProblem if it is no store, or one that is not safe to open.
    """
    start = start_of(path)
    if start and not header.is_ours(start) and beside.is_plain_journal(beside.journal_of(path)):
        # A power cut can tear the very first bytes, which SQLite will mend from the journal beside the file.
        start = recovery.kept_start(path, header.LENGTH)
    if header.is_ours(start):
        # What lies in a log beside a file is missing in what is left there.
        beside.require_alone(path, beside.names(path))
    header.require(path, start)


def connect_guarded(path: Path, *, read_only: bool) -> StoreConnection:
    """Connect to a store once `require_store` has passed it, and check again if SQLite played back a journal.

    FileProblem if it is no store, or one that is not safe to open.
    """
    require_store(path)
    may_change = os.path.lexists(beside.journal_of(path))
    with closed_on_failure(recovery.connect_or_recover(path, read_only=read_only)) as connection:
        if may_change:
            require_store(path)
        return connection


def require_one_name(path: Path) -> None:
    """FileProblem if a file has several names (hard links), so that nobody writes to it.

    Journal and lock belong to one name: opened by another, the file would keep a transaction that a crash cut off.
    """
    if has_several_names(path):
        raise FileProblem(_SEVERAL_NAMES, file=path)


def has_several_names(path: Path) -> bool:
    """Whether the file at a path has hard links; not if there is none."""
    try:
        status = path.stat()
        return stat.S_ISREG(status.st_mode) and status.st_nlink > 1
    except OSError:
        return False


def require_schema(path: Path, connection: sqlite3.Connection, *, walk: bool = True) -> None:
    """RefusedStore if the tables of a file are not exactly those of its format, or hold more than any store does.

    Counting that, the `walk`, takes longer the more they hold. Without it, whoever reads them has to count.
    """
    with bounded(connection, _PATIENCE):
        if not _has_our_tables(connection) or (walk and not _is_moderate(connection)):
            raise RefusedStore(_OTHER_TABLES, path)
        if not _has_identity(connection):
            raise RefusedStore(_NO_IDENTITY, path)


def _has_our_tables(connection: sqlite3.Connection) -> bool:
    # A journal that was played back may have brought other first bytes than those that the file had before.
    version = file_format.version(connection)
    (application,), (encoding,) = (connection.execute(f"PRAGMA {name}").fetchone() for name in _IN_HEADER)
    if not 0 < version <= file_format.FORMAT or (application, encoding) != (file_format.APPLICATION_ID, "UTF-8"):
        return False
    missing = set(_expected(version))
    for row in connection.execute(_SCHEMA):
        if row not in missing:
            return False
        missing.remove(row)
    return not missing


def _is_moderate(connection: sqlite3.Connection) -> bool:
    """Whether each tree of the file can be walked to its end: pages of a forged file may lead round in circles."""
    for _, name, table, sql in _expected(file_format.version(connection)):
        most = room.most(str(table))
        rows = connection.execute(f"SELECT count(*) FROM (SELECT 1 FROM {_walk(name, table, sql)} LIMIT {most + 1})")  # noqa: S608
        if rows.fetchone()[0] > most:
            return False
    return True


def _walk(name: str, table: str, sql: str | None) -> str:
    """The FROM clause that makes SQLite walk through one tree, a table's or an index's, and no other."""
    if name != table:
        # An index of some rows alone is walked where these are asked for.
        _, where, condition = (sql or "").partition(" WHERE ")
        return f"{table} INDEXED BY {name}{where}{condition}"
    # A table without numbers of rows is the index of its key, in place of which NOT INDEXED takes a smaller one.
    return (
        f"{table} INDEXED BY sqlite_autoindex_{table}_1" if "WITHOUT ROWID" in (sql or "") else f"{table} NOT INDEXED"
    )


def _has_identity(connection: sqlite3.Connection) -> bool:
    """Whether a store has one identity, fit to name a folder, and a time at which it was made."""
    try:
        ((identity, created),) = connection.execute("SELECT id, created FROM store LIMIT 2")
        return bool(possible.is_identity(identity) and possible.time_of(created))
    except (ValueError, TypeError):
        return False


def impossible(path: Path, state: State, version: int = file_format.FORMAT) -> list[FileProblem]:
    """A sentence for each value that no Riskdesk writes, such as those of a forged file.

    This has to be checked here, as SQLite does not enforce the constraints of a table when it only reads.
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
    """The first 100 bytes of a file; empty if it is no plain file, or of a size that no store has.

    FileProblem if it is not there or may not be read.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or not _SMALLEST <= status.st_size <= possible.MOST_BYTES:
            return b""
        with path.open("rb") as file:
            return file.read(header.LENGTH)
    except FileNotFoundError:
        raise FileProblem(
            QT_TRANSLATE_NOOP("Problem", "There is no file {file}; check its name and folder."), file=path
        ) from None
    except OSError as error:
        raise unreadable(path, error) from None


@cache
def _expected(version: int) -> frozenset[tuple[str, str, str, str | None]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(file_format.definition(version))
        return frozenset(connection.execute(_SCHEMA))


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
