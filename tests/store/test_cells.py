"""Reading the cells of any SQLite file, and of what only looks like one."""

import io
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riskdesk.store.cells import cells, page_sizes

PAGE = 4096
LONG = st.builds(lambda word, times: (word * times)[:150_000], st.text(min_size=1), st.integers(1, 9_000))
WHOLE = st.integers(-(2**63), 2**63 - 1)
VALUE = st.none() | st.integers(-2, 300) | WHOLE | st.text() | LONG | st.binary()


@pytest.mark.parametrize("size", [512, 1024, 4096, 65536])
@given(rows=st.dictionaries(WHOLE, st.tuples(VALUE, VALUE, VALUE), max_size=12))
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
def test_the_rows_of_any_table_are_those_that_sqlite_gives(size: int, tmp_path: Path, rows: dict[int, Any]) -> None:
    (path := tmp_path / "any").unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA page_size={size}")
        raw.execute("CREATE TABLE t (a, b, c)")
        raw.executemany("INSERT INTO t (rowid, a, b, c) VALUES (?, ?, ?, ?)", ((key, *rows[key]) for key in rows))
        raw.commit()
    with path.open("rb") as file:
        assert page_sizes(file)[0] == size
        found = {number: tuple(values) for number, values in cells(file, size) if len(values) == 3}
    assert found == rows


@pytest.mark.slow
@given(st.binary(max_size=2000), st.lists(st.tuples(st.integers(0, 3 * 512), st.binary(max_size=40)), max_size=8))
@settings(max_examples=500)
def test_no_bytes_at_all_raise(content: bytes, patches: list[tuple[int, bytes]]) -> None:
    """Of any bytes, and of bytes on leaves of tables, whose pages are small so that each of them matters."""
    leaf = (b"\x0d\0\0\0\xff\0\0\0" + content * 512)[:512]
    leaves = bytearray(bytes(512) + 3 * leaf)
    for place, patch in patches:
        leaves[place : place + len(patch)] = patch
    for data in (content, bytes(leaves)):
        file = io.BytesIO(data)
        for size in {*page_sizes(file), 512}:
            list(cells(file, size))


def test_a_row_whose_values_do_not_fill_it_is_passed_over(tmp_path: Path) -> None:
    """Else one damaged length would shift all that comes after it."""
    with closing(sqlite3.connect(tmp_path / "any")) as raw:
        raw.execute("CREATE TABLE t (a, b)")
        raw.execute("INSERT INTO t VALUES ('likelihood', 'impact')")
        raw.commit()
    data = (tmp_path / "any").read_bytes()
    codes = bytes([13 + 2 * len("likelihood"), 13 + 2 * len("impact")])
    assert list(cells(io.BytesIO(data), PAGE)) == [(1, ["likelihood", "impact"])]
    for wrong in (codes[0] - 2, codes[0] + 2):
        assert list(cells(io.BytesIO(data.replace(codes, bytes([wrong, codes[1]]))), PAGE)) == []


def test_a_row_of_more_columns_than_sqlite_knows_is_passed_over() -> None:
    for columns, expected in ((2000, 1), (18_000, 0)):
        header = varint(columns + (2 if columns < 10_000 else 3))
        row = varint(len(header) + columns) + b"\1" + header + bytes(columns)
        page = (b"\x0d\0\0\0\1\0\0\0" + (100).to_bytes(2, "big")).ljust(100, b"\0") + row
        assert len(list(cells(io.BytesIO(bytes(65536) + page), 65536))) == expected


def varint(number: int) -> bytes:
    last, rest = bytes([number & 127]), number >> 7
    while rest:
        last, rest = bytes([rest & 127 | 128]) + last, rest >> 7
    return last


def leaf(number: int, chain: int, length: int) -> bytes:
    """A leaf with 8 rows, which differ in their first value and go on in the same overflow pages."""
    head = bytes([5, 13 + 2 * 8]) + varint(13 + 2 * (length - 5 - 8))
    begin = varint(length) + b"\1" + head
    rows = [begin + b"%08d" % (number * 8 + row) for row in range(8)]
    local = [row.ljust(489 + len(begin) - len(head), b"x") + chain.to_bytes(4, "big") for row in rows]
    places = b"".join((PAGE - (row + 1) * len(local[0])).to_bytes(2, "big") for row in range(8))
    return b"\x0d\0\0\0\x08\0\0\0" + places + b"".join(reversed(local)).rjust(PAGE - 24, b"\0")


@pytest.mark.parametrize("leaves", [1, 30])
def test_no_more_is_read_than_a_few_times_the_file(leaves: int) -> None:
    """Else a file could be made that takes days and terabytes."""
    overflow = 30
    length = 489 + overflow * (PAGE - 4)
    chain = range(leaves + 2, leaves + 2 + overflow)
    pages = [bytes(PAGE), *(leaf(number, chain[0], length) for number in range(leaves))]
    pages += [(number + 1).to_bytes(4, "big") + b"y" * (PAGE - 4) for number in chain]
    data = b"".join(pages)
    found = [values for _, values in cells(io.BytesIO(data), PAGE)]
    assert found
    assert all(len(str(value[1])) == length - 13 for value in found)
    assert sum(len(str(value[1])) for value in found) <= 3 * len(data)
