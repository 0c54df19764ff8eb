"""Rows as they are written, and the transactions they are written in."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from riskdesk.domain.records import KINDS, to_record
from riskdesk.domain.step import Change
from riskdesk.domain.values import PrintSet
from riskdesk.store import file_format
from riskdesk.store.connection import StoreConnection, connect, reading, writing
from riskdesk.store.writing import Writer

CAME_LATER = {"saved_view", "waiver"}
BOARD = to_record(PrintSet(register="r", name="Board", ended=True))


@pytest.fixture
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, timeout=0)) as opened:
        yield opened


def test_another_writer_waits_from_the_beginning_of_a_transaction(path: Path, raw: sqlite3.Connection) -> None:
    with closing(connect(path)) as connection:
        with writing(connection), pytest.raises(sqlite3.OperationalError, match="locked"):
            raw.execute("INSERT INTO touch VALUES ('', 1, '')")
        raw.execute("INSERT INTO touch VALUES ('', 1, '')")


def test_rows_are_added_edited_and_deleted_one_by_one(path: Path, raw: sqlite3.Connection) -> None:
    other = BOARD | {"id": "other"}
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for change in (
            *(Change("print_set", record["id"], None, record) for record in (BOARD, other)),
            Change("print_set", BOARD["id"], {"columns": [], "ended": True}, {"columns": ["score"], "ended": False}),
            Change("print_set", BOARD["id"], {"name": "Board"}, {"name": "é"}),
        ):
            with writing(connection):
                Writer(connection).write(change)
        columns = "SELECT id, name, columns, ended FROM print_set ORDER BY id = 'other'"
        (edited, untouched) = raw.execute(columns).fetchall()
        assert edited == (BOARD["id"], "é", '["score"]', 0)
        assert untouched[3] == 1
        with writing(connection):
            Writer(connection).write(Change("print_set", BOARD["id"], BOARD, None))
        assert raw.execute(columns).fetchall() == [untouched]


def test_an_index_of_nothing_and_of_much_is_added(path: Path, raw: sqlite3.Connection) -> None:
    with closing(connect(path)) as connection:
        for touched in ((), (("r", "i"), ("r", "j"))):
            with writing(connection):
                Writer(connection).add_touches(7, touched)
    assert raw.execute("SELECT * FROM touch ORDER BY item").fetchall() == [("r", 7, "i"), ("r", 7, "j")]


def test_a_step_is_added_as_it_is(path: Path, raw: sqlite3.Connection) -> None:
    row = {"number": 7, "at": "a", "who": "b", "label": "c", "undoes": 3, "changes": "d", "previous": "e", "hash": "f"}
    with closing(connect(path)) as connection, writing(connection):
        Writer(connection).add_step(row)
        Writer(connection).add_step(row | {"number": 8, "undoes": None})
    assert raw.execute("SELECT * FROM step").fetchall() == [
        (7, "a", "b", "c", 3, "d", "e", "f"),
        (8, "a", "b", "c", None, "d", "e", "f"),
    ]


def test_each_of_many_threads_writes_by_the_one_connection(path: Path, raw: sqlite3.Connection) -> None:
    with closing(connect(path)) as connection:

        def add(number: int) -> None:
            with writing(connection):
                Writer(connection).add_touches(number, [("r", "i")])

        for number in range(12):
            with ThreadPoolExecutor(1) as pool:
                pool.submit(add, number).result()
        assert connection.execute("SELECT count(*) FROM touch").fetchone() == (12,)


def test_what_fails_is_rolled_back(path: Path, raw: sqlite3.Connection) -> None:
    with closing(connect(path)) as connection:
        with pytest.raises(RuntimeError):
            fail(connection)
        assert not connection.in_transaction
    assert raw.execute("SELECT * FROM touch").fetchall() == []


def test_what_cannot_be_committed_is_rolled_back_and_can_be_written_again(path: Path, raw: sqlite3.Connection) -> None:
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA busy_timeout = 0")
        # Who reads keeps others from putting what they wrote in the file.
        raw.execute("BEGIN")
        raw.execute("SELECT * FROM touch").fetchall()
        with pytest.raises(sqlite3.OperationalError, match="locked"), writing(connection):
            Writer(connection).add_touches(7, [("r", "i")])
        assert not connection.in_transaction
        raw.execute("ROLLBACK")
        with writing(connection):
            Writer(connection).add_touches(8, [("r", "i")])
    assert raw.execute("SELECT step FROM touch").fetchall() == [(8,)]


@pytest.mark.parametrize("transaction", [reading, writing])
def test_who_is_interrupted_as_it_begins_can_begin_again(
    path: Path, transaction: Callable[[StoreConnection], AbstractContextManager[object]]
) -> None:
    class Interrupted(StoreConnection):
        def execute(self, sql: str, parameters: object = ()) -> sqlite3.Cursor:
            super().execute(sql, parameters)
            raise KeyboardInterrupt

    with closing(connect(path)) as connection:
        connection.__class__ = Interrupted
        with pytest.raises(KeyboardInterrupt), transaction(connection):
            pass
        connection.__class__ = StoreConnection
        with transaction(connection):
            assert connection.in_transaction


def test_what_is_begun_in_a_transaction_leaves_that_as_it_is(path: Path, raw: sqlite3.Connection) -> None:
    with closing(connect(path)) as connection:
        with writing(connection):
            Writer(connection).add_touches(7, [("r", "i")])
            with pytest.raises(sqlite3.OperationalError, match="within a transaction"), reading(connection):
                pass
            assert raw.execute("SELECT * FROM touch").fetchall() == []
        assert raw.execute("SELECT step FROM touch").fetchall() == [(7,)]


def fail(connection: StoreConnection) -> None:
    with writing(connection):
        Writer(connection).add_touches(7, [("r", "i")])
        raise RuntimeError


# Rows and records.


def test_a_row_gives_the_record_that_it_was_made_of() -> None:
    row = file_format.packed("print_set", BOARD) | {"ended": 1}
    assert isinstance(row["columns"], str)
    for unpack in (file_format.unpacked, file_format.unpacked_loosely):
        assert unpack("print_set", row) == BOARD
        assert unpack("category", {"title": "[]", "position": 1.0}) == {"title": "[]", "position": 1}


def test_of_an_edit_what_differs_is_packed_alone() -> None:
    assert file_format.packed("print_set", {"name": "Board"}) == {"name": "Board"}
    assert file_format.packed("category", {"title": "[]"}) == {"title": "[]"}
    assert file_format.packed("register", {"scale": {"b": "é", "a": [1]}}) == {"scale": '{"a":[1],"b":"é"}'}


@pytest.mark.parametrize("columns", ["{", None, 5, b"{}"])
def test_what_should_be_json_and_is_none_is_told_or_kept(columns: object) -> None:
    row = {"id": "1", "columns": columns, "ended": 0, "position": 0}
    with pytest.raises((ValueError, TypeError)):
        file_format.unpacked("print_set", row)
    assert file_format.unpacked_loosely("print_set", row) == row | {"ended": False}


@pytest.mark.parametrize(("value", "expected"), [(0, False), (1, True), (2, 2), (None, None), ("x", "x")])
def test_what_should_be_true_or_false_and_is_none_stays_what_it_is(value: object, expected: object) -> None:
    row = file_format.unpacked_loosely("print_set", {"columns": "[]", "ended": value})
    assert row["ended"] is expected or row["ended"] == expected != value


def test_a_column_that_came_later_is_not_missed() -> None:
    assert file_format.unpacked("print_set", {"columns": "[]", "position": 0}) == {"columns": [], "position": 0}


@pytest.mark.parametrize(("number", "missing"), [(1, {"print_set"}), (2, set()), (4, set())])
def test_a_store_has_the_kinds_of_its_format(number: int, missing: set[str]) -> None:
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.executescript(file_format.definition(number))
        raw.execute("CREATE VIEW snapshots AS SELECT 1")
        assert file_format.kinds(raw) == [kind for kind in KINDS if kind not in missing | CAME_LATER]
        raw.execute("DROP TABLE snapshot")
        raw.execute("CREATE VIEW snapshot AS SELECT 1")
        assert "snapshot" not in file_format.kinds(raw)


def test_text_of_another_coding_is_read_with_signs_and_only_where_it_is_asked() -> None:
    with closing(sqlite3.connect(":memory:")) as raw:
        ask = "SELECT CAST(x'41ff' AS TEXT) AS told"
        with file_format.any_text(raw):
            assert next(file_format.rows(raw, ask)) == {"told": "A\udcff"}
        with pytest.raises(RuntimeError), file_format.any_text(raw):
            raise RuntimeError
        with pytest.raises(sqlite3.OperationalError):
            next(file_format.rows(raw, ask))
