"""Looking a store through: SQLite's own checks, the chain of the journal, and what it says against the tables."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem
from riskdesk.domain.records import Record
from riskdesk.store import guard, journal
from riskdesk.store.connection import connect, problems, reading
from riskdesk.store.transaction import Reader

_Rows = dict[tuple[str, str], Record]


SQLITE_VERSION = sqlite3.sqlite_version


def findings(path: Path) -> Iterator[FileProblem]:
    """What is wrong with the store at `path`, one sentence each; FileProblem where it cannot be opened at all."""
    guard.require_store(path)
    with problems(path), closing(connect(path, read_only=True)) as connection, reading(connection):
        guard.require_schema(path, connection)
        yield from _of_sqlite(path, connection)
        yield from _of_journal(path, connection)


def _of_sqlite(path: Path, connection: Connection) -> Iterator[FileProblem]:
    for (told,) in connection.execute("PRAGMA integrity_check(10)"):
        if told != "ok":
            yield FileProblem(
                QT_TRANSLATE_NOOP("Problem", "{file} is damaged ({reason}); open a backup."), file=path, reason=told
            )
    for table, row, *_ in connection.execute("PRAGMA foreign_key_check"):
        yield FileProblem(
            QT_TRANSLATE_NOOP("Problem", "In {file}, row {row} of “{table}” lies in nothing; open a backup."),
            file=path,
            row=row,
            table=table,
        )


def _of_journal(path: Path, connection: Connection) -> Iterator[FileProblem]:
    broken = journal.broken_at(connection)
    if broken is not None:
        yield FileProblem(
            QT_TRANSLATE_NOOP(
                "Problem", "The journal of {file} was changed at step {step} by another program; open a backup."
            ),
            file=path,
            step=broken,
        )
        return
    told = _replayed(connection)
    held: _Rows = {(kind, record["id"]): record for kind, record in Reader(connection).records()}
    for kind, identity in sorted(told.keys() | held.keys()):
        if told.get((kind, identity)) != held.get((kind, identity)):
            yield FileProblem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "In {file}, the {kind} {id} differs from the journal: another program changed it; open a backup.",
                ),
                file=path,
                kind=kind,
                id=identity,
            )


def _replayed(connection: Connection) -> _Rows:
    """Every record as the steps of the journal left it."""
    rows: _Rows = {}
    for step in journal.steps(connection):
        for change in step.changes:
            key = change.kind, change.id
            if change.after is None:
                rows.pop(key, None)
            else:
                rows[key] = rows.get(key, {}) | change.after
    return rows
