"""The file format of stores, version 7, described in docs/file-format.md."""

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
# user_version, at byte 60: the newest format with shipped table definitions.
FORMAT = max(int(path.stem.removeprefix("format-")) for path in resource("store").glob("format-*.sql"))
_JSON = {"register": ("scale",), "print_set": ("columns",)}
_TRUTH = {"print_set": ("ended",)}
_PACKED = _JSON.keys() | _TRUTH.keys()
_TRUTHS = {0: False, 1: True}
# No cycle check, as written values never contain themselves.
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False)


def definition(number: int) -> str:
    """The SQL statements that create the tables of a format, with their exact text."""
    return resource(f"store/format-{number}.sql").read_text("utf-8")


def version(connection: sqlite3.Connection) -> int:
    """The number of the format of a store."""
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    return int(number)


def kinds(connection: sqlite3.Connection) -> list[str]:
    """The kinds of value for which a store has tables; older formats have fewer."""
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return [kind for kind in KINDS if kind in names]


def packed(kind: str, record: Record) -> Record:
    """The row for a record, or for an edit: values other than a single number or text become canonical JSON text."""
    if kind not in _JSON:
        return record
    return record | {name: canonical(record[name]) for name in _JSON[kind] if name in record}


def unpacked(kind: str, row: Record) -> Record:
    """The record of a row; ValueError or TypeError if a column for JSON text or the position has another value."""
    # SQLite returns integral positions as floats, as the type of the column is REAL.
    record = row | {"position": place(row["position"])}
    if kind not in _PACKED:
        return record
    return _truths(kind, record) | {name: _json(row[name]) for name in _JSON.get(kind, ())}


def unpacked_loosely(kind: str, row: Record) -> Record:
    """The record of a row; a value that should be JSON text and is not stays as it is."""
    record = _truths(kind, row)
    for name in _JSON.get(kind, ()):
        with suppress(ValueError, TypeError):
            record[name] = _json(row[name])
    return record


def _truths(kind: str, row: Record) -> Record:
    return row | {name: _TRUTHS.get(row[name], row[name]) for name in _TRUTH.get(kind, ()) if name in row}


@lru_cache(maxsize=256)
def scale(cell: object) -> Scale:
    """The scale in a row of a register; most registers of a file have the same, which is parsed once."""
    return scale_from_record(_json(cell))


def _json(cell: object) -> Any:
    if not isinstance(cell, str):
        raise TypeError("JSON text expected")
    return json_text.loads(cell)


def canonical(content: object) -> str:
    """JSON text in canonical form, so that equal content gives equal text."""
    return _ENCODER.encode(content)


def rows(connection: sqlite3.Connection, query: str, *values: object) -> Iterator[Record]:
    """The rows of a query as mappings from column names to values, as they are in the file."""
    cursor = connection.cursor()
    cursor.row_factory = None
    cursor.execute(query, values)
    names = [name for name, *_ in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)


@contextmanager
def any_text(connection: sqlite3.Connection) -> Iterator[None]:
    """Read text with damaged bytes, too, with a replacement character for those that cannot be decoded."""
    before = connection.text_factory
    connection.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
    try:
        yield
    finally:
        connection.text_factory = before
