"""Reading the cells of any SQLite file, and of what only looks like one."""

import io
import sqlite3
import struct
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
        actual = {number: tuple(values) for number, values in cells(file, size) if len(values) == 3}
    assert actual == rows


def table(path: Path, size: int, rows: list[tuple[int, object]]) -> bytes:
    """An SQLite file with pages of that size and a table of one column, each row by its number."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA page_size={size}")
        raw.execute("CREATE TABLE t (a)")
        raw.executemany("INSERT INTO t (rowid, a) VALUES (?, ?)", rows)
        raw.commit()
    return path.read_bytes()


EDGES = [sign * (1 << bits) + more for bits in (0, 7, 15, 23, 31, 47, 62) for sign in (-1, 1) for more in (-1, 0, 1)]
NUMBERS = [
    0,
    1,
    127,
    128,
    2**14 - 1,
    2**14,
    2**21,
    2**28,
    2**35,
    2**42,
    2**49,
    2**56 - 1,
    2**56,
    2**63 - 1,
    -1,
    -(2**63),
]


@pytest.mark.parametrize("value", [None, "", b"", "é", b"\xff", 2**63 - 1, -(2**63), *EDGES])
def test_a_value_of_each_sort_is_read(tmp_path: Path, value: object) -> None:
    data = table(tmp_path / "any", PAGE, [(1, value)])
    assert list(cells(io.BytesIO(data), PAGE)) == [(1, [value])]


def test_the_number_of_a_row_is_read_whatever_it_is(tmp_path: Path) -> None:
    data = table(tmp_path / "any", PAGE, [(number, "x") for number in NUMBERS])
    assert {number for number, _ in cells(io.BytesIO(data), PAGE)} == set(NUMBERS)


@pytest.mark.parametrize(
    ("size", "lengths"),
    [
        (512, [*range(30, 45), *range(440, 560), *range(900, 1100), 5_000]),
        (1024, [*range(970, 1010), *range(1_990, 2_100)]),
        (4096, [*range(4_040, 4_100), *range(8_100, 8_200)]),
        (65536, [65_490, 65_500, 65_501, 65_502, 70_000]),
    ],
)
def test_a_row_of_any_length_is_read_with_what_lies_on_other_pages(
    tmp_path: Path, size: int, lengths: list[int]
) -> None:
    rows = [(number, bytes([number % 255 + 1]) * length) for number, length in enumerate(lengths)]
    rows_read = dict(cells(io.BytesIO(table(tmp_path / "any", size, rows)), size))
    assert {number: values[0] for number, values in rows_read.items()} == dict(rows)


@pytest.mark.parametrize(
    ("header_value", "sizes"),
    [
        (512, [512, PAGE]),
        (1024, [1024, PAGE]),
        (4096, [PAGE]),
        (32768, [32768, PAGE]),
        (1, [65536, PAGE]),
        (0, [PAGE]),
        (2, [PAGE]),
        (256, [PAGE]),
        (1536, [PAGE]),
        (65535, [PAGE]),
    ],
)
def test_pages_may_be_as_large_as_the_header_says_or_as_usual(header_value: int, sizes: list[int]) -> None:
    assert page_sizes(io.BytesIO(b"\xff" * 16 + header_value.to_bytes(2, "big") + b"\xff" * 900)) == sizes


def varint(number: int) -> bytes:
    last, rest = bytes([number & 127]), number >> 7
    while rest:
        last, rest = bytes([rest & 127 | 128]) + last, rest >> 7
    return last


def a_page(*rows: bytes, size: int = 512, cells: int | None = None) -> bytes:
    """A leaf of a table with these cells at its end; it may say that it has another number of them."""
    places, end = list[int](), size
    for row in rows:
        end -= len(row)
        places.append(end)
    head = b"\x0d\0\0" + (len(rows) if cells is None else cells).to_bytes(2, "big") + bytes(3)
    pointers = b"".join(place.to_bytes(2, "big") for place in places)
    return (head + pointers).ljust(end, b"\0") + b"".join(reversed(rows))


def a_row(number: int, codes: bytes, content: bytes, *, end: int | None = None) -> bytes:
    """A cell, whose header may say that it ends elsewhere."""
    head = bytes([len(codes) + 1 if end is None else end]) + codes
    return varint(len(head) + len(content)) + varint(number) + head + content


def rows_of(*pages: bytes, size: int = 512, first_pages: int | None = None) -> list[tuple[int, list[Any]]]:
    return list(cells(io.BytesIO(b"".join(pages)), size, first_pages))


BLANK = bytes(512)
ONE, TWO = a_row(1, b"\x11", b"ab"), a_row(2, b"\x01", b"\x05")


def test_a_number_with_a_point_is_read_and_what_is_never_on_disk_no_row() -> None:
    row = a_row(1, bytes([7, 12, 13, 0, 8, 9]), struct.pack(">d", -0.625))
    assert rows_of(BLANK, a_page(row)) == [(1, [-0.625, b"", "", None, 0, 1])]
    assert rows_of(BLANK, a_page(a_row(1, b"\x0a", b""), a_row(1, b"\x0b", b""))) == []


def test_the_first_page_and_those_of_another_sort_hold_no_rows() -> None:
    leaf = a_page(ONE, TWO)
    assert rows_of(leaf) == []
    assert rows_of(BLANK, b"\x05" + leaf[1:], b"\x0a" + leaf[1:], b"") == []
    assert rows_of(BLANK, BLANK, leaf) == [(1, ["ab"]), (2, [5])]


def test_no_more_pages_are_read_than_are_asked_for() -> None:
    pages = [BLANK, a_page(ONE), a_page(TWO)]
    for most, row_count in ((0, 0), (1, 0), (2, 1), (3, 2), (9, 2), (None, 2)):
        assert len(rows_of(*pages, first_pages=most)) == row_count


def test_of_a_page_that_is_cut_off_those_rows_come_that_are_there() -> None:
    leaf = b"\x0d\0\0\0\2\0\0\0" + (20).to_bytes(2, "big") + (20 + len(ONE)).to_bytes(2, "big")
    leaf = leaf.ljust(20, b"\0") + ONE + TWO
    assert rows_of(BLANK, leaf) == [(1, ["ab"]), (2, [5])]
    assert rows_of(BLANK, leaf[:-1]) == [(1, ["ab"])]
    assert rows_of(BLANK, leaf[:11]) == rows_of(BLANK, leaf[:5]) == rows_of(BLANK, leaf[:1]) == []


def test_a_page_that_tells_of_more_cells_than_it_has_gives_those_it_has() -> None:
    assert [row for row in rows_of(BLANK, a_page(ONE, TWO, cells=3)) if row[1]] == [(1, ["ab"]), (2, [5])]
    assert rows_of(BLANK, a_page(ONE, TWO, cells=1)) == [(1, ["ab"])]
    freed = a_page(ONE, TWO, cells=1)
    assert rows_of(BLANK, freed[:1] + b"\1\1" + freed[3:]) == [(1, ["ab"])]
    many = a_page(*[ONE] * 300, size=65536)
    assert len(rows_of(bytes(65536), many, size=65536)) == 300
    # Each place is two bytes: what lies between two of them is none.
    twice = (b"\x0d\0\0\0\2\0\0\0" + b"\1" * 4).ljust(257, b"\0") + ONE
    assert rows_of(BLANK, twice.ljust(512, b"\0")) == [(1, ["ab"])] * 2
    # The last of its bytes is no place by itself.
    full = a_page(ONE).ljust(512, b"\0")
    assert rows_of(BLANK, b"\x0d\0\0\xff\xff" + full[5:])[0] == (1, ["ab"])


@pytest.mark.parametrize(
    "row",
    [
        a_row(1, b"\x11\x11", b"ab"),
        a_row(1, b"\x11", b"abc"),
        a_row(1, b"\x11", b"ab", end=3),
        a_row(1, b"\x11", b"ab", end=1),
        a_row(1, b"\x11\x81\x11", b"ab" * 5, end=3),
        a_row(1, b"\x11\x81\x11", b"a" * 67, end=3),
        b"\xff" * 3,
    ],
)
def test_a_cell_that_does_not_add_up_is_passed_over(row: bytes) -> None:
    assert rows_of(BLANK, a_page(row, TWO)) == [(2, [5])]


def overflowing(following: int, length: int = 600) -> bytes:
    """A cell that goes on from its page of 512 bytes to another."""
    local = 39 + (length - 39) % 508
    content = varint(12 + 2 * (length - 3)) + b"x" * (length - 3)
    assert local <= 512 - 35
    return varint(length) + b"\1" + (b"\3" + content)[:local] + following.to_bytes(4, "big")


@pytest.mark.parametrize(("following", "readable"), [(3, True), (0, False), (4, False), (2**32 - 1, False)])
def test_a_row_goes_on_where_there_is_a_page(following: int, *, readable: bool) -> None:
    rest = bytes(4) + b"x" * 508
    assert [values for _, values in rows_of(BLANK, a_page(overflowing(following)), rest)] == [[b"x" * 597]] * readable


def test_a_row_that_comes_back_to_its_page_is_passed_over() -> None:
    circle = (3).to_bytes(4, "big") + b"x" * 508
    assert rows_of(BLANK, a_page(overflowing(3, length=1_100)), circle) == []
    chain = (4).to_bytes(4, "big") + b"x" * 508
    assert len(rows_of(BLANK, a_page(overflowing(3, length=1_100)), chain, bytes(4) + b"x" * 508)) == 1


@pytest.mark.parametrize("row", [a_row(1, b"\x7c", b"x" * 56), a_row(1, b"\x68", b"x" * 46), overflowing(3)])
def test_so_many_bytes_of_cells_are_read_as_three_times_the_file_has(row: bytes) -> None:
    there = 160
    places = (512 - len(row)).to_bytes(2, "big") * there
    leaf = (b"\x0d\0\0" + there.to_bytes(2, "big") + bytes(3) + places).ljust(512 - len(row), b"\0") + row
    rest = bytes(4) + b"x" * 508
    cell_bytes = row[0] if row[0] < 128 else 600
    assert len(rows_of(BLANK, leaf, rest)) == 3 * 3 * 512 // cell_bytes


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
    for columns, expected in ((2000, 1), (17_997, 1), (17_998, 0)):
        header = varint(columns + (2 if columns < 10_000 else 3))
        row = varint(len(header) + columns) + b"\1" + header + bytes(columns)
        page = (b"\x0d\0\0\0\1\0\0\0" + (100).to_bytes(2, "big")).ljust(100, b"\0") + row
        assert len(list(cells(io.BytesIO(bytes(65536) + page), 65536))) == expected


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
    rows_read = [values for _, values in cells(io.BytesIO(data), PAGE)]
    assert rows_read
    assert all(len(str(value[1])) == length - 13 for value in rows_read)
    assert sum(len(str(value[1])) for value in rows_read) <= 3 * len(data)
