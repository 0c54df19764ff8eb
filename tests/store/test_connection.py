"""How SQLite is set, and what is made of what it says."""

import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from struct import pack

import pytest

from riskdesk.domain.problems import FileProblem
from riskdesk.domain.values import Category
from riskdesk.store import connection as store_connection
from riskdesk.store.connection import (
    StoreConnection,
    bounded,
    closed_on_failure,
    connect,
    in_memory,
    problems,
    reading,
)
from riskdesk.store.reasons import finding
from riskdesk.store.store import Store

# Each step of the machine in SQLite may copy much: here, half a megabyte a row.
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(length({})) FROM n"
COPYING = ENDLESS.format("replace(hex(zeroblob(i % 2 + 250000)), '0', '1')")


@pytest.fixture
def connection(path: Path) -> Iterator[StoreConnection]:
    with closing(connect(path)) as opened:
        yield opened


SET = {"trusted_schema": 0, "cell_size_check": 1, "mmap_size": 0, "foreign_keys": 1, "temp_store": 2}
SET_TO_WRITE = {"secure_delete": 1, "journal_mode": "delete", "synchronous": 3, "fullfsync": 1, "query_only": 0}


@pytest.mark.parametrize(
    ("read_only", "name", "value"),
    [
        *((read_only, *pragma) for read_only in (True, False) for pragma in SET.items()),
        *((False, *pragma) for pragma in SET_TO_WRITE.items()),
        (True, "query_only", 1),
    ],
)
def test_a_connection_is_set_before_it_is_used(path: Path, name: str, value: object, *, read_only: bool) -> None:
    with closing(connect(path, read_only=read_only)) as connection:
        assert connection.execute(f"PRAGMA {name}").fetchone() == (value,)


DEFENCES = {"DEFENSIVE": True, "ENABLE_TRIGGER": False, "ENABLE_VIEW": False}


@pytest.mark.skipif(not hasattr(sqlite3.Connection, "getconfig"), reason="Python 3.12 brought it")
def test_no_statement_of_a_file_may_run(connection: StoreConnection) -> None:
    flags = {name: connection.getconfig(getattr(sqlite3, f"SQLITE_DBCONFIG_{name}")) for name in DEFENCES}  # type: ignore[attr-defined]
    assert flags == DEFENCES


@pytest.mark.skipif(hasattr(sqlite3.Connection, "setconfig"), reason="SQLite itself is asked")
def test_no_statement_of_a_file_may_run_where_python_can_say_so(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    flags = dict[str, bool]()
    for name in DEFENCES:
        monkeypatch.setattr(sqlite3, f"SQLITE_DBCONFIG_{name}", name, raising=False)
    monkeypatch.setattr(
        StoreConnection, "setconfig", lambda _self, name, value: flags.update({name: value}), raising=False
    )
    connect(path).close()
    assert flags == DEFENCES


def test_what_is_deleted_is_not_left_in_the_file(path: Path, connection: StoreConnection) -> None:
    connection.execute("INSERT INTO step VALUES (1, '', 'A. Person', '', NULL, '', '', '')")
    assert b"A. Person" in path.read_bytes()
    connection.execute("DELETE FROM step")
    assert b"A. Person" not in path.read_bytes()


@pytest.mark.parametrize("memory", [False, True])
def test_a_value_may_be_so_large_and_no_larger(connection: StoreConnection, *, memory: bool) -> None:
    with closing(in_memory(connection) if memory else connection) as database:
        assert database.execute("SELECT length(zeroblob(64000000))").fetchone() == (64_000_000,)
        with pytest.raises(sqlite3.Error, match="too big"):
            database.execute("SELECT length(zeroblob(64000001))").fetchone()


def test_a_statement_may_be_so_long_and_no_longer(connection: StoreConnection) -> None:
    assert connection.execute("SELECT 1".ljust(1_000_000)).fetchone() == (1,)
    with pytest.raises(sqlite3.Error, match="too large"):
        connection.execute("SELECT 1".ljust(1_000_001))


def test_no_more_than_one_file_beside_is_let_in(connection: StoreConnection) -> None:
    connection.execute("ATTACH ':memory:' AS one")
    with pytest.raises(sqlite3.Error, match="too many"):
        connection.execute("ATTACH ':memory:' AS two")


@pytest.mark.parametrize("memory", [False, True])
def test_another_thread_may_use_it(connection: StoreConnection, *, memory: bool) -> None:
    with closing(in_memory(connection) if memory else connection) as used, ThreadPoolExecutor(1) as pool:
        assert pool.submit(lambda: used.execute("SELECT count(*) FROM store").fetchone()).result() == (1,)


def test_a_copy_in_memory_is_another_store(path: Path, connection: StoreConnection) -> None:
    with closing(in_memory(connection)) as copy:
        copy.execute("DELETE FROM store")
        assert not copy.in_transaction
        assert isinstance(copy, StoreConnection)
        path.with_name(path.name + "-wal").touch()
        assert copy.execute("SELECT count(*) FROM store").fetchone() == (0,)
    path.with_name(path.name + "-wal").unlink()
    assert connection.execute("SELECT count(*) FROM store").fetchone() == (1,)


# Time.


def test_more_computing_than_allowed_is_interrupted(connection: StoreConnection) -> None:
    with pytest.raises(sqlite3.OperationalError, match="interrupted"), bounded(connection, 0.05):
        connection.execute(COPYING).fetchone()


COUNT = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000) SELECT count(*) FROM n"


def test_a_list_of_tables_that_leads_to_itself_is_not_read_to_its_end(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its inner pages lead 300 times each to one and the same page below."""
    data = bytearray(path.read_bytes())
    assert data[100] == 5
    end = 112 + 2 * int.from_bytes(data[103:105], "big")
    data += data[100:end] + bytes(100) + data[end:4096]
    for level in range(6):
        cell = pack(">I", len(data) // 4096) + b"\1"
        start = 4096 - len(cell)
        head = pack(">BHHHBI", 5, 0, 300, start, 0, len(data) // 4096) + pack(">H", start) * 300
        page = (data[:100] if level == 5 else b"") + head
        page = page.ljust(start, b"\0") + cell
        data = bytearray(page) + data[4096:] if level == 5 else data + page
    data[28:32] = pack(">I", len(data) // 4096)
    path.write_bytes(data)
    monkeypatch.setattr(store_connection, "_PATIENCE", 0.05)
    with pytest.raises(sqlite3.Error):
        connect(path)


def test_less_computing_is_not_interrupted_however_long_the_program_has_run(connection: StoreConnection) -> None:
    with bounded(connection, time.thread_time() * 0.9):
        assert connection.execute(COUNT).fetchone() == (9_000,)


def test_a_later_statement_is_not_interrupted(connection: StoreConnection) -> None:
    with bounded(connection, 0):
        time.thread_time()
    assert connection.execute(COUNT).fetchone() == (9_000,)
    with pytest.raises(sqlite3.OperationalError), bounded(connection, 0):
        connection.execute(ENDLESS.format("i")).fetchone()
    assert connection.execute(COUNT).fetchone() == (9_000,)


# Ends.


def test_a_connection_stays_open_unless_something_fails(connection: StoreConnection) -> None:
    with closed_on_failure(connection):
        pass
    assert connection.execute("SELECT 1").fetchone() == (1,)
    with pytest.raises(KeyboardInterrupt), closed_on_failure(connection):
        raise KeyboardInterrupt
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux which files are open")
def test_a_file_that_cannot_be_set_up_is_let_go_of(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"Dear all" * 1000)
    with pytest.raises(sqlite3.DatabaseError) as caught:
        connect(tmp_path / "a")
    assert caught.tb
    assert tmp_path / "a" not in [Path(os.path.realpath(number)) for number in Path("/proc/self/fd").iterdir()]


def test_a_reading_ends_whatever_becomes_of_it(connection: StoreConnection) -> None:
    with reading(connection):
        assert connection.in_transaction
    with pytest.raises(RuntimeError), reading(connection):
        raise RuntimeError
    assert not connection.in_transaction
    with reading(connection):
        # As a disk that does not answer does.
        connection.execute("ROLLBACK")


def test_a_reading_sees_the_store_of_one_moment(path: Path, connection: StoreConnection) -> None:
    count = "SELECT count(*) FROM step"
    with closing(connect(path)) as other, reading(connection):
        connection.execute(count).fetchone()
        other.execute("PRAGMA busy_timeout = 0")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("INSERT INTO step VALUES (1, '', '', '', NULL, '', '', '')")
        assert connection.execute(count).fetchone() == (0,)


# Names.


def test_a_relative_path_is_one_from_where_the_program_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    with closing(connect(Path(path.name))) as connection:
        assert connection.execute("SELECT count(*) FROM store").fetchone() == (1,)


# Sentences.


def an_error(code: str | None, text: str = "reason") -> sqlite3.Error:
    error = sqlite3.OperationalError(text)
    if code is not None:
        error.sqlite_errorname = code
    return error


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("SQLITE_FULL", "is full"),
        ("SQLITE_BUSY_SNAPSHOT", "another program is using"),
        ("SQLITE_READONLY_ROLLBACK", "ended while it was writing"),
        ("SQLITE_READONLY", "cannot be written to"),
        ("SQLITE_IOERR_WRITE", "does not answer"),
        ("SQLITE_INTERRUPT", "takes too long to read"),
        ("SQLITE_CANTOPEN", "cannot be opened"),
        ("SQLITE_CONSTRAINT_CHECK", r"does not take this value \(the rules of its tables forbid it\)"),
        ("SQLITE_TOOBIG", "more than 64 MB at once"),
        ("SQLITE_CORRUPT", r"register file \(its pages do not fit each other\)"),
        ("SQLITE_ERROR", r"register file \(SQLite gives the error SQLITE_ERROR\)"),
        (None, r"register file \(a text in it is damaged\)"),
    ],
)
def test_what_sqlite_says_is_one_sentence(code: str | None, sentence: str) -> None:
    error = an_error(code)
    with pytest.raises(FileProblem, match=sentence) as caught, problems(Path("a.riskdesk")):
        raise error
    assert "a.riskdesk" in str(caught.value)


@pytest.mark.parametrize("code", ["SQLITE_BUSY", "SQLITE_IOERR_READ"])
def test_a_problem_in_reading_does_not_say_that_nothing_was_saved(code: str) -> None:
    for saving in (False, True):
        with pytest.raises(FileProblem) as caught, problems(Path("a.riskdesk"), saving=saving):
            raise an_error(code)
        assert ("Not saved" in str(caught.value)) == saving
        assert ("cannot be read" in str(caught.value)) != saving


def test_what_sqlite_says_of_a_damaged_name_is_told_too() -> None:
    with pytest.raises(FileProblem, match="cannot be read as a register file"), problems(Path("a.riskdesk")):
        b"\xff".decode()


def test_another_error_stays_what_it_is() -> None:
    with pytest.raises(KeyError), problems(Path("a.riskdesk")):
        raise KeyError("x")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("row 5 missing from index risk_of_reference", "the index “risk_of_reference” does not fit its table"),
        ("wrong # of entries in index a b", "the index “a b” does not fit its table"),
        ("NUMERIC value in risk.title", "a value in risk.title is none that may be there"),
        ("CHECK constraint failed in risk", "a row of “risk” is none that may be there"),
        ("*** in database main ***\nTree 5 page 7 cell 3: Rowid 12 out of order", "page 7 does not fit the others"),
        ("Page 12: never used", "page 12 does not fit the others"),
        ("Freelist: size is 3 but should be 4", "SQLite’s own check fails"),
        ("non-unique entry in index \x1b[2J\n  a\ttable", "the index “[2J a table” does not fit its table"),
        (f"value in {'x' * 500}", f"a value in {'x' * 60} is none that may be there"),
    ],
)
def test_what_sqlite_finds_is_told_in_words_of_ours(line: str, sentence: str) -> None:
    assert str(finding(line)) == sentence


def test_a_store_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    for read_only in (True, False):
        with pytest.raises(sqlite3.OperationalError):
            connect(tmp_path / "none.riskdesk", read_only=read_only)
    assert list(tmp_path.iterdir()) == []


def test_a_value_that_lies_in_nothing_is_not_taken(path: Path) -> None:
    with closing(Store.open(path)) as store, pytest.raises(FileProblem, match="does not take this value"):
        store.run("me", "Add category", lambda tx: tx.insert(Category(register="nowhere")))
