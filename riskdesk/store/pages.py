"""The rows of a damaged store, read from its pages without SQLite.

Each page that looks like a leaf of a table is read by itself, so that damage elsewhere in the file does not matter; a
row belongs to the table whose columns it fits. The source is SQLite's "Database File Format", sections 1.5 to 2.1.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from riskdesk.domain.records import Record
from riskdesk.store import file_format

Scalar = str | int | None
Columns = tuple[tuple[str, type[str] | type[int], bool], ...]

_LEAF = 13
_HEADER, _LEAF_HEADER = 100, 8
_USUAL_PAGE, _LARGEST_PAGE = 4096, 65536
_SIZES = (0, 1, 2, 3, 4, 6, 8)  # of whole numbers by their code
_ZERO, _ONE, _FIRST_TEXT = 8, 9, 13
_FIRST_PAGES = 16
_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class _Damaged(Exception):
    """A cell that is not one."""


def rows(path: Path) -> dict[str, list[Record]]:
    """What is found of each table; a row found twice is given twice only where its content differs."""
    found: dict[str, dict[tuple[Scalar, ...], Record]] = {table: {} for table in _tables()}
    for rowid, values in _cells(_Pages(path.read_bytes())):
        for table, columns in _tables().items():
            told = _told(columns, rowid, values)
            if told is not None:
                found[table].setdefault(told, dict(zip((name for name, _, _ in columns), told, strict=True)))
    return {table: list(rows.values()) for table, rows in found.items()}


def identity(path: Path) -> Record | None:
    """The row of the table `store`, as the first pages of any format tell: `id`, `created`, `riskdesk`."""
    with path.open("rb") as file:
        start = _Pages(file.read(_FIRST_PAGES * _LARGEST_PAGE))
    names = [name for name, _, _ in _tables()["store"]]
    stores = (values[: len(names)] for _, values in _cells(start) if len(values) >= len(names))
    told = (values for values in stores if all(isinstance(value, str) for value in values))
    return next((dict(zip(names, values, strict=True)) for values in told if _UUID.fullmatch(str(values[0]))), None)


@dataclass(frozen=True, slots=True)
class _Pages:
    data: bytes

    @property
    def size(self) -> int:
        """Bytes a page, as the header says where that can be."""
        told = int.from_bytes(self.data[16:18], "big")
        told = _LARGEST_PAGE if told == 1 else told
        return told if 512 <= told <= _LARGEST_PAGE and told & (told - 1) == 0 else _USUAL_PAGE

    def page(self, number: int) -> bytes:
        """A page by its number, from 1; a page that is cut off is filled up with zeros."""
        return self.data[(number - 1) * self.size : number * self.size].ljust(self.size, b"\0")

    @property
    def count(self) -> int:
        return -(-len(self.data) // self.size)


def _cells(pages: _Pages) -> Iterator[tuple[int, list[Scalar]]]:
    """The number and values of each row on each leaf of a table."""
    for number in range(1, pages.count + 1):
        page = pages.page(number)
        start = _HEADER if number == 1 else 0
        if page[start] != _LEAF:
            continue
        cells = int.from_bytes(page[start + 3 : start + 5], "big")
        first = start + _LEAF_HEADER
        for place in range(first, min(first + 2 * cells, len(page) - 1), 2):
            try:
                yield _cell(pages, page, int.from_bytes(page[place : place + 2], "big"))
            except (_Damaged, IndexError):
                continue


def _cell(pages: _Pages, page: bytes, at: int) -> tuple[int, list[Scalar]]:
    if at < _LEAF_HEADER:
        raise _Damaged
    length, at = _varint(page, at)
    rowid, at = _varint(page, at)
    return rowid, _values(_payload(pages, page, at, length))


def _payload(pages: _Pages, page: bytes, at: int, length: int) -> bytes:
    """What a cell holds, with what lies on overflow pages."""
    room = pages.size
    if length > len(pages.data):
        raise _Damaged
    if length <= room - 35:
        return page[at : at + length]
    least = (room - 12) * 32 // 255 - 23
    fitting = least + (length - least) % (room - 4)
    local = fitting if fitting <= room - 35 else least
    parts, left, seen = [page[at : at + local]], length - local, set[int]()
    following = int.from_bytes(page[at + local : at + local + 4], "big")
    while left > 0:
        if not 0 < following <= pages.count or following in seen:
            raise _Damaged
        seen.add(following)
        more = pages.page(following)
        parts.append(more[4 : 4 + left])
        left -= room - 4
        following = int.from_bytes(more[:4], "big")
    return b"".join(parts)


def _values(payload: bytes) -> list[Scalar]:
    end, at = _varint(payload, 0)
    if not 0 < end <= len(payload):
        raise _Damaged
    codes = []
    while at < end:
        code, at = _varint(payload, at)
        codes.append(code)
    values: list[Scalar] = []
    at = end
    for code in codes:
        size = _size(code)
        if at + size > len(payload):
            raise _Damaged
        values.append(_value(code, payload[at : at + size]))
        at += size
    return values


def _size(code: int) -> int:
    if code < len(_SIZES):
        return _SIZES[code]
    if code in (_ZERO, _ONE):
        return 0
    if code >= _FIRST_TEXT and code % 2:
        return (code - _FIRST_TEXT) // 2
    # Numbers with a point and bytes are in no column of ours.
    raise _Damaged


def _value(code: int, content: bytes) -> Scalar:
    if code == 0:
        return None
    if code >= _FIRST_TEXT:
        return content.decode("utf-8", "replace")
    return code - _ZERO if code in (_ZERO, _ONE) else int.from_bytes(content, "big", signed=True)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for _ in range(8):
        byte = data[at]
        at += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at
    return value << 8 | data[at], at + 1


def _told(columns: Columns, rowid: int, values: list[Scalar]) -> tuple[Scalar, ...] | None:
    """The values of a row in the order of a table's columns; None where they do not fit."""
    if len(values) != len(columns):
        return None
    _, kind, _ = columns[0]
    if kind is int and values[0] is None:
        # A key that is a whole number is kept as the number of the row.
        values = [rowid, *values[1:]]
    fits = all(
        isinstance(value, kind) or (value is None and may)
        for value, (_, kind, may) in zip(values, columns, strict=True)
    )
    return tuple(values) if fits else None


@cache
def _tables() -> dict[str, Columns]:
    """The columns of each table of the format: name, type, whether it may be empty."""
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(file_format.definition(file_format.FORMAT))
        names = [name for (name,) in made.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            table: tuple(
                (name, int if kind == "INTEGER" else str, not required)
                for _, name, kind, required, _, _ in made.execute(f"PRAGMA table_info({table})")
            )
            for table in names
        }
