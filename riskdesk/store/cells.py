"""The rows on the pages of an SQLite file, read without SQLite, even if the rest of the file is damaged.

Each page that looks like a leaf of a table is read by itself, and cells that cannot be read are skipped. The source is
SQLite's "Database File Format", sections 1.3 to 2.1.
"""

import os
import struct
from collections.abc import Iterator
from typing import BinaryIO

from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.store.connection import LONGEST_VALUE

Scalar = str | int | float | bytes | None

_LEAF = b"\x0d"
_LEAF_HEADER = 8
_SMALLEST_PAGE, _USUAL_PAGE, _LARGEST_PAGE = 512, 4096, 65536
# The sizes of values by serial type: null, integers, a float, and the constants 0 and 1; 10 and 11 are never on disk.
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_NULL, _LAST_WHOLE, _REAL, _ZERO, _ONE, _FIRST_BYTES = 0, 6, 7, 8, 9, 12
_LONGEST_HEADER = 9 * 2000  # of a row: SQLite allows no more columns
# The cells of a sound file do not overlap; in a forged file, many cells may refer to the same megabytes.
_MOST_READ = 3


class _Damaged(Exception):
    """The error that the bytes at the place of a cell are not a cell."""


def page_sizes(file: BinaryIO) -> list[int]:
    """The possible sizes of pages in bytes: that in the header, which may be damaged itself, and the usual one."""
    file.seek(16)
    size = int.from_bytes(file.read(2), "big")
    size = _LARGEST_PAGE if size == 1 else size
    sane = _SMALLEST_PAGE <= size <= _LARGEST_PAGE and size & (size - 1) == 0
    return [size, _USUAL_PAGE] if sane and size != _USUAL_PAGE else [_USUAL_PAGE]


def cells(
    file: BinaryIO, size: int, first_pages: int | None = None, checkpoint: Checkpoint = never_cancelled
) -> Iterator[tuple[int, list[Scalar]]]:
    """The number and values of each row on pages of a size; with `first_pages`, only on so many.

    In text that is not UTF-8, unreadable bytes are replaced. `checkpoint` is called with the share of the pages that
    was read, and may raise to end the reading.
    """
    pages = _Pages(file, size, first_pages)
    # The first page holds only the schema.
    for number in range(2, pages.count + 1):
        checkpoint(number / pages.count)
        page = pages.page(number)
        if not page.startswith(_LEAF):
            continue
        there = int.from_bytes(page[3:5], "big")
        for place in range(_LEAF_HEADER, min(_LEAF_HEADER + 2 * there, len(page) - 1), 2):
            try:
                yield _cell(pages, page, int.from_bytes(page[place : place + 2], "big"))
            except (_Damaged, IndexError):
                continue


class _Pages:
    def __init__(self, file: BinaryIO, size: int, most: int | None) -> None:
        self._file = file
        self.size = size
        whole = -(-file.seek(0, os.SEEK_END) // size)
        self.count = whole if most is None else min(whole, most)
        self._remaining = _MOST_READ * self.count * size

    def page(self, number: int) -> bytes:
        """A page by its number, from 1; the last one may be truncated."""
        self._file.seek((number - 1) * self.size)
        return self._file.read(self.size)

    def take(self, length: int) -> None:
        """Count the bytes of cells, so that time and memory stay in proportion to the size of the file."""
        self._remaining -= length
        if self._remaining < 0:
            raise _Damaged


def _cell(pages: _Pages, page: bytes, at: int) -> tuple[int, list[Scalar]]:
    length, at = _varint(page, at)
    rowid, at = _varint(page, at)
    if length > LONGEST_VALUE:
        raise _Damaged
    return rowid - (rowid >> 63 << 64), _values(_payload(pages, page, at, length))


def _payload(pages: _Pages, page: bytes, at: int, length: int) -> bytes:
    """The content of a cell, with the parts on overflow pages; less if the file is truncated."""
    local, room = _local(pages.size, length), pages.size - 4
    pages.take(local)
    parts, remaining = [page[at : at + local]], length - local
    following, visited = page[at + local : at + local + 4], set[int]()
    while remaining > 0:
        number = int.from_bytes(following, "big")
        if not 0 < number <= pages.count or number in visited:
            raise _Damaged
        visited.add(number)
        pages.take(room)
        more = pages.page(number)
        following = more[:4]
        parts.append(more[4 : 4 + remaining])
        remaining -= room
    return b"".join(parts)


def _local(size: int, length: int) -> int:
    """The number of bytes of a cell of that length that are on its own page."""
    most, least = size - 35, (size - 12) * 32 // 255 - 23
    if length <= most:
        return length
    fitting = least + (length - least) % (size - 4)
    return fitting if fitting <= most else least


def _values(payload: bytes) -> list[Scalar]:
    end, at = _varint(payload, 0)
    if end > _LONGEST_HEADER:
        raise _Damaged
    codes = []
    while at < end:
        code, at = _varint(payload, at)
        codes.append(code)
    if at != end or end + sum(map(_size, codes)) != len(payload):
        raise _Damaged
    values = []
    for code in codes:
        values.append(_value(code, payload[at : at + _size(code)]))
        at += _size(code)
    return values


def _size(code: int) -> int:
    return (code - _FIRST_BYTES) // 2 if code >= _FIRST_BYTES else _SIZES[code]


def _value(code: int, content: bytes) -> Scalar:
    if code == _NULL:
        return None
    if code <= _LAST_WHOLE:
        return int.from_bytes(content, "big", signed=True)
    if code in (_ZERO, _ONE):
        return code - _ZERO
    if code == _REAL:
        (number,) = struct.unpack(">d", content)
        return float(number)
    return content.decode("utf-8", "replace") if code > _FIRST_BYTES and code % 2 else content


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(at, at + 8):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    return value << 8 | data[at + 8], at + 9
