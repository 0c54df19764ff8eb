"""The remains of a damaged store: its rows, read from its pages without SQLite.

A row belongs to the table whose columns it fits, in any format, so the rest of the file need not be intact.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from types import UnionType
from typing import TypeAlias

from riskdesk.domain.possible import is_identity
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem
from riskdesk.domain.progress import Checkpoint, never_cancelled, share_of
from riskdesk.domain.records import KINDS, Record, completed
from riskdesk.store import file_format, room
from riskdesk.store.cells import Scalar, cells, page_sizes

Columns: TypeAlias = tuple[tuple[str, type | UnionType, bool], ...]
# The types on disk for each column type; SQLite stores a REAL as an integer if it has no fraction.
_TYPES: dict[str, type | UnionType] = {"TEXT": str, "INTEGER": int, "REAL": int | float}
# Derived from the journal, and stored on pages of another kind.
_DERIVED = "touch"

_FIRST_PAGES = 64


class _TooMuch(Exception):
    """The error that a file has more rows than any store."""


def rows(path: Path, checkpoint: Checkpoint = never_cancelled) -> dict[str, list[Record]]:
    """The rows that were found, by table, without exact duplicates.

    FileProblem if there are more than any store has. `checkpoint` may cancel it.
    """
    try:
        with path.open("rb") as file:
            sizes = page_sizes(file)
            checkpoints = (
                share_of(checkpoint, number / len(sizes), (number + 1) / len(sizes)) for number in range(len(sizes))
            )
            tables_by_size = [
                _by_table(cells(file, size, checkpoint=own_checkpoint))
                for size, own_checkpoint in zip(sizes, checkpoints, strict=True)
            ]
    except _TooMuch:
        raise FileProblem(_TOO_MUCH, file=path) from None
    return max(tables_by_size, key=lambda tables: sum(map(len, tables.values())))


def identity(path: Path) -> Record | None:
    """The row of table `store` (`id`, `created`, `riskdesk`) in any format, from the first pages; None if not found."""
    names = [name for name, _, _ in _tables()["store"][0]]
    with path.open("rb") as file:
        for size in page_sizes(file):
            for _, values in cells(file, size, _FIRST_PAGES):
                texts = [value for value in values[: len(names)] if isinstance(value, str)]
                if len(texts) == len(names) and is_identity(texts[0]):
                    return dict(zip(names, texts, strict=True))
    return None


def _by_table(numbered_rows: Iterable[tuple[int, list[Scalar]]]) -> dict[str, list[Record]]:
    sorted_out: dict[str, dict[tuple[Scalar, ...], Record]] = {table: {} for table in _tables()}
    for rowid, values in numbered_rows:
        for table, columns in _shapes():
            row = _table_row(columns, rowid, values)
            if row is not None:
                record = dict(zip((name for name, _, _ in columns), row, strict=True))
                sorted_out[table].setdefault(row, completed(table, record) if table in KINDS else record)
                if len(sorted_out[table]) > room.most(table):
                    raise _TooMuch
    return {table: list(records.values()) for table, records in sorted_out.items()}


def _table_row(columns: Columns, rowid: int, values: list[Scalar]) -> tuple[Scalar, ...] | None:
    """The values of a row in the order of a table's columns; None if they do not fit."""
    if len(values) != len(columns):
        return None
    if columns[0][1] is int:
        # An INTEGER PRIMARY KEY is stored as the number of the row.
        values = [rowid, *values[1:]]
    fits = all(
        isinstance(value, kind) or (value is None and may)
        for value, (_, kind, may) in zip(values, columns, strict=True)
    )
    return tuple(values) if fits else None


@cache
def _shapes() -> list[tuple[str, Columns]]:
    """The tables, each with its columns, and several times if its columns differ between formats."""
    return [(table, columns) for table, shapes in _tables().items() for columns in shapes]


@cache
def _tables() -> dict[str, list[Columns]]:
    """The columns of each table in all formats up to today's: name, type, whether it may be empty."""
    tables: dict[str, list[Columns]] = {}
    for number in range(file_format.FORMAT, 0, -1):
        for table, columns in _defined(number):
            if columns not in tables.setdefault(table, []):
                tables[table].append(columns)
    return tables


def _defined(number: int) -> Iterator[tuple[str, Columns]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(file_format.definition(number))
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for table in names:
            if table != _DERIVED:
                yield (
                    table,
                    tuple(
                        (name, _TYPES[kind], not required)
                        for _, name, kind, required, _, _ in connection.execute(f"PRAGMA table_info({table})")
                    ),
                )


_TOO_MUCH = QT_TRANSLATE_NOOP(
    "Problem", "{file} holds more than any register file does, and may be malicious; open a backup."
)
