"""A store of an older format becomes one of today's, or stays what it was.

The format to come is made up here: an index more, and a table made anew.
"""

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk.session import Session
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.progress import Cancelled
from riskdesk.domain.touch import touches
from riskdesk.domain.values import Category
from riskdesk.store import file_format, migration, opening, recovery
from riskdesk.store.check import findings
from riskdesk.store.damage import DamagedStore
from riskdesk.store.store import Store
from tests.faults.hostile import forged

KEPT = Path(__file__).parents[1] / "data" / "stores"
TODAY = file_format.FORMAT
INDEX = "CREATE INDEX step_by_label ON step (label);"


def to_next(connection: sqlite3.Connection) -> None:
    make_anew(connection, "mitigation")
    connection.execute(INDEX)


def make_anew(connection: sqlite3.Connection, name: str) -> None:
    """Copy what is in a table, and make it and its indexes again, as a migration does that changes its columns."""
    definitions = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND sql NOT NULL", (name,)
    ).fetchall()
    connection.execute(f"CREATE TABLE made AS SELECT * FROM {name}")
    connection.execute(f"DROP TABLE {name}")
    for (statement,) in sorted(definitions, reverse=True):
        connection.execute(statement)
    connection.execute(f"INSERT INTO {name} SELECT * FROM made")
    connection.execute("DROP TABLE made")


@pytest.fixture
def next_format(kazakhstan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    today = file_format.definition(TODAY)
    monkeypatch.setattr(file_format, "FORMAT", TODAY + 1)
    monkeypatch.setattr(file_format, "definition", lambda number: today + ("" if number == TODAY else INDEX))
    monkeypatch.setitem(migration.MIGRATIONS, TODAY, to_next)


def state(path: Path) -> object:
    with closing(Store.open(path, read_only=True)) as store:
        return store.state(), store.steps()


def test_an_older_journal_that_says_nothing_of_ours_is_refused_before_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a large store the journal is else followed only after it was opened."""
    monkeypatch.setattr(opening, "_SMALL_BYTES", 0)
    path = Path(shutil.copy(KEPT / "format-2.riskdesk", tmp_path))
    forged("", lambda changes: changes.append(["evil", "1", None, {"id": "1"}]))(path)
    before = path.read_bytes()
    with pytest.raises(DamagedStore):
        Store.open(path, whole=False)
    assert path.read_bytes() == before


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_the_index_of_an_older_journal_is_made(tmp_path: Path, number: int) -> None:
    path = Path(shutil.copy(KEPT / f"format-{number}.riskdesk", tmp_path))
    with closing(Store.open(path)) as store, closing(sqlite3.connect(path)) as raw:
        expected = {(register, step, item) for step, touched in touches(store.steps()) for register, item in touched}
        assert set(raw.execute("SELECT register, step, item FROM touch")) == expected
        assert {step for _, step, _ in expected} == {step.number for step in store.steps()}


def version(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64], "big")


def test_a_store_is_brought_to_the_new_format_with_all_it_holds(
    kazakhstan: Path, request: pytest.FixtureRequest
) -> None:
    before = state(kazakhstan)
    request.getfixturevalue("next_format")
    with closing(Store.open(kazakhstan)):
        pass
    assert version(kazakhstan) == TODAY + 1
    assert findings(kazakhstan) == []
    assert state(kazakhstan) == before


def test_it_is_backed_up_first(next_format: None, kazakhstan: Path, tmp_path: Path) -> None:
    with closing(Session.open(kazakhstan, "me", backups=tmp_path / "backups")) as session:
        assert session.backups is not None
        assert [version(backup.path) for backup in session.backups.all()] == [TODAY]


@pytest.mark.parametrize("number", [1, 5])
@pytest.mark.parametrize("read_only", [False, True])
def test_it_tells_how_much_is_done(tmp_path: Path, number: int, *, read_only: bool) -> None:
    path, shares = shutil.copy(KEPT / f"format-{number}.riskdesk", tmp_path), list[float]()

    def checkpoint(share: float | None = None, /) -> None:
        if share is not None:
            shares.append(share)

    with closing(
        Session.open(Path(path), "me", read_only=read_only, backups=tmp_path / "backups", checkpoint=checkpoint)
    ):
        assert shares == sorted(shares)
        assert shares[0] == 0
        assert 0.7 < shares[-1] < 1


@pytest.mark.parametrize("number", [1, 5])
def test_for_whom_nobody_waits_any_more_the_file_is_what_it_was(tmp_path: Path, number: int) -> None:
    path, backups = Path(shutil.copy(KEPT / f"format-{number}.riskdesk", tmp_path)), tmp_path / "backups"
    before = path.read_bytes()

    class Checkpoints:
        def __init__(self, most: int) -> None:
            self.left = most

        def __call__(self, _share: float | None = None, /) -> None:
            self.left -= 1
            if self.left < 0:
                raise Cancelled

    with closing(Session.open(path, "me", backups=backups, checkpoint=(checkpoints := Checkpoints(100_000)))):
        count = 100_000 - checkpoints.left
    assert count > 100
    for most in {*range(0, count, 20), count - 1}:
        path.write_bytes(before)
        shutil.rmtree(backups, ignore_errors=True)
        with pytest.raises(Cancelled):
            Session.open(path, "me", backups=backups, checkpoint=Checkpoints(most))
        assert path.read_bytes() == before
        assert {*tmp_path.iterdir()} <= {backups, path}


def test_reading_alone_changes_nothing_and_shows_all(next_format: None, kazakhstan: Path) -> None:
    before = kazakhstan.read_bytes()
    with closing(Session.open(kazakhstan, "me", read_only=True)) as session:
        assert len(list(session.tree(session.registers()[0].id).risks)) == 31
    assert kazakhstan.read_bytes() == before


@pytest.mark.parametrize("pages", range(3))
def test_a_full_disk_leaves_the_old_file(
    next_format: None, kazakhstan: Path, monkeypatch: pytest.MonkeyPatch, pages: int
) -> None:
    before = kazakhstan.read_bytes()
    real = recovery.connect

    def small(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
        connection = real(path, read_only=read_only)
        connection.execute(f"PRAGMA max_page_count={len(before) // 4096 + pages}")
        return connection

    with monkeypatch.context() as patch:
        patch.setattr(recovery, "connect", small)
        with pytest.raises(FileProblem, match="full"):
            Store.open(kazakhstan)
    assert kazakhstan.read_bytes() == before
    with closing(Store.open(kazakhstan)):
        assert version(kazakhstan) == TODAY + 1


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE mitigation SET description = '' WHERE position = 1",
        "DELETE FROM risk WHERE position = 1",
        "UPDATE step SET label = '' WHERE number = 1",
        "DELETE FROM touch WHERE item = register",
    ],
)
@pytest.mark.parametrize("read_only", [True, False])
def test_content_that_comes_out_wrong_leaves_the_old_file(
    next_format: None, kazakhstan: Path, monkeypatch: pytest.MonkeyPatch, harm: str, *, read_only: bool
) -> None:
    def to_other_content(connection: sqlite3.Connection) -> None:
        to_next(connection)
        connection.execute(harm)

    monkeypatch.setitem(migration.MIGRATIONS, TODAY, to_other_content)
    before = kazakhstan.read_bytes()
    with pytest.raises(DamagedStore):
        Store.open(kazakhstan, read_only=read_only)
    assert kazakhstan.read_bytes() == before
    assert [path.name for path in kazakhstan.parent.iterdir()] == [kazakhstan.name]


def to_more(connection: sqlite3.Connection) -> None:
    to_next(connection)
    connection.execute("CREATE TABLE more (x)")


def to_less(connection: sqlite3.Connection) -> None:
    make_anew(connection, "mitigation")


@pytest.mark.parametrize("to_other_tables", [to_more, to_less])
def test_tables_that_come_out_wrong_leave_the_old_file(
    next_format: None,
    kazakhstan: Path,
    monkeypatch: pytest.MonkeyPatch,
    to_other_tables: Callable[[sqlite3.Connection], None],
) -> None:
    monkeypatch.setitem(migration.MIGRATIONS, TODAY, to_other_tables)
    before = kazakhstan.read_bytes()
    with pytest.raises(FileProblem, match="does not have the tables that Riskdesk makes"):
        Store.open(kazakhstan)
    assert kazakhstan.read_bytes() == before
    assert [path.name for path in kazakhstan.parent.iterdir()] == [kazakhstan.name]


@pytest.mark.parametrize("table", ["register", "category", "entry", "risk"])
def test_a_table_that_is_made_anew_keeps_what_lies_in_its_rows(
    kazakhstan: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    before = state(kazakhstan)
    request.getfixturevalue("next_format")

    def to_one_made_anew(connection: sqlite3.Connection) -> None:
        to_next(connection)
        make_anew(connection, table)

    monkeypatch.setitem(migration.MIGRATIONS, TODAY, to_one_made_anew)
    Store.open(kazakhstan).close()
    assert state(kazakhstan) == before


def test_after_it_nothing_is_put_into_what_is_not_there(next_format: None, kazakhstan: Path) -> None:
    with closing(Store.open(kazakhstan)) as store:
        with pytest.raises(FileProblem, match="does not take this value"):
            store.run("me", "Add category", lambda tx: tx.insert(Category(register="nowhere")))
        assert len(store.steps()) == 1


def test_it_says_which_riskdesk_wrote_it(next_format: None, kazakhstan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migration, "__version__", "99.1")
    Store.open(kazakhstan).close()
    with closing(sqlite3.connect(kazakhstan)) as raw:
        assert raw.execute("SELECT riskdesk FROM store").fetchall() == [("99.1",)]


def test_what_is_read_alone_is_not_written_to_and_let_go_of(next_format: None, kazakhstan: Path) -> None:
    with closing(Store.open(kazakhstan, read_only=True)) as store:
        before = store.state()
        with pytest.raises(FileProblem, match="Not saved"):
            store.run("me", "Add category", lambda tx: tx.insert(Category(register=tx.registers()[0].id)))
        assert store.state() == before
        # Windows would not let it be deleted.
        if sys.platform == "linux":
            open_files = [os.path.realpath(link) for link in Path("/proc/self/fd").iterdir()]
            assert str(kazakhstan.resolve()) not in open_files
        kazakhstan.unlink()
        with store.reading() as reader:
            assert len(reader.registers()) == 1
