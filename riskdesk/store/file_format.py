"""What a store is on disk: file format 7, described in docs/file-format.md."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from typing import Any

from riskdesk.domain import json_text
from riskdesk.domain.plain import place
from riskdesk.domain.records import KINDS, Record
from riskdesk.domain.scale import Scale
from riskdesk.domain.scale_record import scale_from_record
from riskdesk.resource import resource

APPLICATION_ID = 0x52534B44  # "RSKD", at byte 68 of the file
# user_version, at byte 60: the newest format whose tables ship.
FORMAT = max(int(path.stem.removeprefix("format-")) for path in resource("store").glob("format-*.sql"))
_JSON = {"register": ("scale",), "print_set": ("columns",)}
_TRUTH = {"print_set": ("ended",)}
_PACKED = _JSON.keys() | _TRUTH.keys()
_TRUTHS = {0: False, 1: True}
# Nothing that is written holds itself, which it need not look for.
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False)


def definition(number: int) -> str:
    """The statements that make the tables of a format, to the letter."""
    return resource(f"store/format-{number}.sql").read_text("utf-8")


def version(connection: sqlite3.Connection) -> int:
    """The number of the format that a store is in."""
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    return int(number)


def kinds(connection: sqlite3.Connection) -> list[str]:
    """The kinds of value that a store has tables for; those of an older format are fewer."""
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return [kind for kind in KINDS if kind in names]


def packed(kind: str, record: Record) -> Record:
    """The row of a record, or of an edit: a value that is not one number or text becomes canonical JSON text."""
    if kind not in _JSON:
        return record
    return record | {name: canonical(record[name]) for name in _JSON[kind] if name in record}


def unpacked(kind: str, row: Record) -> Record:
    """The record of a row; ValueError or TypeError if what should be JSON text or a position is none."""
    # SQLite gives whole numbers with a point, as that column has others, too.
    record = row | {"position": place(row["position"])}
    if kind not in _PACKED:
        return record
    return _truths(kind, record) | {name: _json(row[name]) for name in _JSON.get(kind, ())}


def unpacked_loosely(kind: str, row: Record) -> Record:
    """The record of a row in which what should be JSON text and is none stays what it is."""
    record = _truths(kind, row)
    for name in _JSON.get(kind, ()):
        with suppress(ValueError, TypeError):
            record[name] = _json(row[name])
    return record


def _truths(kind: str, row: Record) -> Record:
    return row | {name: _TRUTHS.get(row[name], row[name]) for name in _TRUTH.get(kind, ()) if name in row}


@lru_cache(maxsize=256)
def scale(cell: object) -> Scale:
    """The scale of a register that a row holds; most registers of a file have the same, which is parsed once."""
    return scale_from_record(_json(cell))


def _json(cell: object) -> Any:
    if not isinstance(cell, str):
        raise TypeError("JSON text expected")
    return json_text.loads(cell)


def canonical(content: object) -> str:
    """JSON text with one spelling, so that equal content is equal text."""
    return _ENCODER.encode(content)


def rows(connection: sqlite3.Connection, query: str, *values: object) -> Iterator[Record]:
    """The rows of a query by the names of their columns, as they are in the file."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return (dict(row) for row in cursor.execute(query, values))


@contextmanager
def any_text(connection: sqlite3.Connection) -> Iterator[None]:
    """Read text whose bytes are damaged too, with a sign that stands for what cannot be read."""
    before = connection.text_factory
    connection.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
    try:
        yield
    finally:
        connection.text_factory = before
