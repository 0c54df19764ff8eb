"""The rows of a damaged store, read from its pages without SQLite.

Each page that looks like a leaf of a table is read by itself, so that damage elsewhere in the file does not matter; a
row belongs to the table whose columns it fits. The source is SQLite's "Database File Format", sections 1.3 to 2.1.
"""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import BinaryIO

from riskdesk.domain.records import Record
from riskdesk.store import file_format

Scalar = str | int | bytes | None
Columns = tuple[tuple[str, type[str] | type[int], bool], ...]

_LEAF = 13
_HEADER, _LEAF_HEADER = 100, 8
_SMALLEST_PAGE, _USUAL_PAGE, _LARGEST_PAGE = 512, 4096, 65536
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)  # of what is no text, by its code; 10 and 11 are for SQLite itself
_NULL, _LAST_WHOLE, _ZERO, _FIRST_BYTES = 0, 6, 8, 12
# The cells of a sound file do not overlap; those of one that was made to do harm may all tell of the same megabytes.
_MOST_READ = 3
_FIRST_PAGES = 64
_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class _Damaged(Exception):
    """A cell that is not one."""


def rows(path: Path) -> dict[str, list[Record]]:
    """What is found of each table; a row found twice is given twice only where its content differs."""
    with path.open("rb") as file:
        # Where the header tells another size, it may be the header that is damaged.
        found = [_by_table(_Pages(file, size)) for size in _page_sizes(file)]
    return max(found, key=lambda tables: sum(map(len, tables.values())))


def identity(path: Path) -> Record | None:
    """The row of the table `store`, as the first pages of any format tell: `id`, `created`, `riskdesk`."""
    names = [name for name, _, _ in _tables()["store"]]
    with path.open("rb") as file:
        for size in _page_sizes(file):
            for _, values in _cells(_Pages(file, size, _FIRST_PAGES)):
                told = [value for value in values[: len(names)] if isinstance(value, str)]
                if len(told) == len(names) and _UUID.fullmatch(told[0]):
                    return dict(zip(names, told, strict=True))
    return None


def _by_table(pages: "_Pages") -> dict[str, list[Record]]:
    found: dict[str, dict[tuple[Scalar, ...], Record]] = {table: {} for table in _tables()}
    for rowid, values in _cells(pages):
        for table, columns in _tables().items():
            told = _told(columns, rowid, values)
            if told is not None:
                found[table].setdefault(told, dict(zip((name for name, _, _ in columns), told, strict=True)))
    return {table: list(rows.values()) for table, rows in found.items()}


def _page_sizes(file: BinaryIO) -> list[int]:
    """The bytes that a page may have: as the header tells, where that can be, and the usual."""
    told = int.from_bytes(file.read(_HEADER)[16:18], "big")
    told = _LARGEST_PAGE if told == 1 else told
    sane = _SMALLEST_PAGE <= told <= _LARGEST_PAGE and told & (told - 1) == 0
    return [told, _USUAL_PAGE] if sane and told != _USUAL_PAGE else [_USUAL_PAGE]


class _Pages:
    """A file page by page: of `size` bytes, `count` of them, at most `most`."""

    def __init__(self, file: BinaryIO, size: int, most: int | None = None) -> None:
        self._file = file
        self.size = size
        whole = -(-file.seek(0, os.SEEK_END) // size)
        self.count = whole if most is None else min(whole, most)
        self._left = _MOST_READ * self.count * size

    def page(self, number: int) -> bytes:
        """A page by its number, from 1; the last may be cut off."""
        self._file.seek((number - 1) * self.size)
        return self._file.read(self.size)

    def take(self, length: int) -> None:
        """Count what cells hold, so that the work and the memory are in proportion to the file."""
        self._left -= length
        if self._left < 0:
            raise _Damaged


def _cells(pages: _Pages) -> Iterator[tuple[int, list[Scalar]]]:
    """The number and values of each row on each leaf of a table."""
    for number in range(1, pages.count + 1):
        page = pages.page(number)
        start = _HEADER if number == 1 else 0
        if page[start : start + 1] != bytes([_LEAF]):
            continue
        cells = int.from_bytes(page[start + 3 : start + 5], "big")
        first = start + _LEAF_HEADER
        for place in range(first, min(first + 2 * cells, len(page) - 1), 2):
            try:
                yield _cell(pages, page, int.from_bytes(page[place : place + 2], "big"))
            except (_Damaged, IndexError):
                continue


def _cell(pages: _Pages, page: bytes, at: int) -> tuple[int, list[Scalar]]:
    length, at = _varint(page, at)
    rowid, at = _varint(page, at)
    return rowid - (rowid >> 63 << 64), _values(_payload(pages, page, at, length))


def _payload(pages: _Pages, page: bytes, at: int, length: int) -> bytes:
    """What a cell holds, with what lies on overflow pages."""
    room = pages.size - 4
    if length > pages.count * pages.size:
        raise _Damaged
    local = _local(pages.size, length)
    pages.take(local)
    parts, left = [page[at : at + local]], length - local
    following, seen = page[at + local : at + local + 4], set[int]()
    while left > 0:
        number = int.from_bytes(following, "big")
        if not 0 < number <= pages.count or number in seen:
            raise _Damaged
        seen.add(number)
        pages.take(room)
        more = pages.page(number)
        following = more[:4]
        parts.append(more[4 : 4 + left])
        left -= room
    return b"".join(parts)


def _local(size: int, length: int) -> int:
    """How much of a cell of that length lies on its own page."""
    most, least = size - 35, (size - 12) * 32 // 255 - 23
    if length <= most:
        return length
    fitting = least + (length - least) % (size - 4)
    return fitting if fitting <= most else least


def _values(payload: bytes) -> list[Scalar]:
    end, at = _varint(payload, 0)
    codes = []
    while at < end:
        code, at = _varint(payload, at)
        codes.append(code)
    ends = at = end
    ends += sum(map(_size, codes))
    if at != end or ends != len(payload):
        raise _Damaged
    values: list[Scalar] = []
    for code in codes:
        size = _size(code)
        values.append(_value(code, payload[at : at + size]))
        at += size
    return values


def _size(code: int) -> int:
    if code >= _FIRST_BYTES:
        return (code - _FIRST_BYTES) // 2
    return _SIZES[code]


def _value(code: int, content: bytes) -> Scalar:
    if code == _NULL:
        return None
    if code <= _LAST_WHOLE:
        return int.from_bytes(content, "big", signed=True)
    if code > _FIRST_BYTES and code % 2:
        return content.decode("utf-8", "replace")
    # Bytes and numbers with a point are in no column of ours.
    return content if content else code - _ZERO


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(at, at + 8):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    return value << 8 | data[at + 8], at + 9


def _told(columns: Columns, rowid: int, values: list[Scalar]) -> tuple[Scalar, ...] | None:
    """The values of a row in the order of a table's columns; None where they do not fit."""
    if len(values) != len(columns):
        return None
    if columns[0][1] is int:
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
