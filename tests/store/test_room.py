"""What a store holds at most is asked before more is written than is opened again."""

import datetime
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

import pytest

from riskdesk.desk import scales
from riskdesk.domain import touch
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.step import UndoDirection
from riskdesk.domain.values import Category, Entry, Register
from riskdesk.store import file_format, room
from riskdesk.store.guard import require_schema
from riskdesk.store.room import require_room
from riskdesk.store.store import Store

MANY = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500000)"
MORE = "500001, '', '', '', NULL, '[]', '', ''"


@contextmanager
def connected(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA synchronous = OFF")
        yield raw


@pytest.fixture
def tables(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with connected(tmp_path / "a.riskdesk") as raw:
        raw.executescript(file_format.definition(file_format.FORMAT))
        yield raw


@pytest.fixture(scope="module")
def full_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As many entries as a store may hold, made once: tests work on copies of it."""
    path = tmp_path_factory.mktemp("full") / "a.riskdesk"
    with connected(path) as raw:
        raw.executescript(file_format.definition(file_format.FORMAT))
        raw.execute(f"{MANY} INSERT INTO entry SELECT 'entry' || i, 'c', 0 FROM n")
    return path


@pytest.fixture
def full(full_store: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with connected(shutil.copyfile(full_store, tmp_path / "full.riskdesk")) as raw:
        yield raw


def test_a_table_may_be_full(full: sqlite3.Connection) -> None:
    require_room(full)
    require_room(full, [Category(register="r")])


def test_more_rows_are_refused_before_and_after_they_come_in(full: sqlite3.Connection) -> None:
    with pytest.raises(InputProblem, match=r"500,002 values of the kind “entry”.*500,000"):
        require_room(full, [Entry(category="c"), Entry(category="c")])
    full.execute("INSERT INTO entry VALUES ('more', 'c', 0)")
    with pytest.raises(InputProblem, match="500,001 values"):
        require_room(full)


def test_rows_that_were_deleted_leave_room(full: sqlite3.Connection) -> None:
    full.execute("INSERT INTO entry VALUES ('more', 'c', 0)")
    full.execute("DELETE FROM entry WHERE id = 'entry1'")
    require_room(full)


def test_the_journal_has_an_end(tables: sqlite3.Connection) -> None:
    add = "INSERT INTO step VALUES (?, '', '', '', NULL, '[]', '', '')"
    tables.execute(add, (1_000_000,))
    require_room(tables)
    tables.execute(add, (1_000_001,))
    with pytest.raises(InputProblem, match="1,000,000 steps"):
        require_room(tables)


def test_the_journal_and_its_index_may_be_longer_than_a_table(tables: sqlite3.Connection, tmp_path: Path) -> None:
    tables.execute(
        "INSERT INTO store VALUES (?, ?, '1')", (str(uuid4()), datetime.datetime.now(datetime.UTC).isoformat())
    )
    tables.execute(f"PRAGMA application_id = {file_format.APPLICATION_ID}")
    tables.execute(f"PRAGMA user_version = {file_format.FORMAT}")
    tables.execute(f"{MANY} INSERT INTO step SELECT i, '', '', '', NULL, '[]', '', '' FROM n UNION SELECT {MORE}")
    tables.execute(f"{MANY} INSERT INTO touch SELECT 'r', i, 'r' FROM n UNION SELECT 'r', 500001, 'r'")
    require_room(tables)
    require_schema(tmp_path / "a.riskdesk", tables)


def test_the_index_has_an_end_too(tables: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_TOUCHES", 1_000)
    tables.executemany("INSERT INTO touch VALUES (?, 1, ?)", [(str(uuid4()), str(uuid4())) for _ in range(1_000)])
    require_room(tables)
    tables.execute("INSERT INTO touch VALUES (?, 1, ?)", (str(uuid4()), str(uuid4())))
    with pytest.raises(InputProblem, match="1,000 changes"):
        require_room(tables)


def test_many_registers_are_not_deleted_where_the_file_could_not_be_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MOST_TOUCHES", 2_000)
    monkeypatch.setattr(touch, "MOST_TOUCHES", 2_000)
    scale = scales.profile(scales.DEFAULT)
    registers = [Register(scale=scale, position=number) for number in range(80)]
    with closing(Store.create(tmp_path / "a.riskdesk")) as store:
        store.run("me", "Merge", lambda tx: tx.insert(*registers))
        with pytest.raises(InputProblem, match="2,000 changes"):
            store.take_back("me", None, UndoDirection.UNDO)
        assert len(store.state()) == 80
    Store.open(tmp_path / "a.riskdesk").close()


def test_a_file_may_be_so_large(tables: sqlite3.Connection, tmp_path: Path) -> None:
    tables.close()
    path = tmp_path / "a.riskdesk"
    grow(path, 1024)
    with closing(sqlite3.connect(path)) as raw:
        require_room(raw)
    grow(path, 1025)
    with closing(sqlite3.connect(path)) as raw, pytest.raises(InputProblem, match="1,024 MB"):
        require_room(raw)


def grow(path: Path, megabytes: int) -> None:
    """Make a file as large, most of which takes no room on the disk, and let its header say so."""
    pages = megabytes * 2**20 // 4096
    with path.open("r+b") as file:
        file.seek(28)
        file.write(pages.to_bytes(4, "big"))
        file.truncate(pages * 4096)
