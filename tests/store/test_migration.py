"""A store of an older format becomes one of today's, or stays what it was.

There is one format yet, so a second one is made up here: an index more, and a table made anew.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk.session import Session
from riskdesk.domain.problems import FileProblem
from riskdesk.store import file_format, migration, recovery
from riskdesk.store.check import findings
from riskdesk.store.store import Store

INDEX = "CREATE INDEX step_by_label ON step (label);"


def first_to_second(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE made AS SELECT * FROM mitigation")
    (table,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'mitigation'").fetchone()
    (index,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'mitigation_of_entry'").fetchone()
    connection.execute("DROP TABLE mitigation")
    connection.execute(table)
    connection.execute("INSERT INTO mitigation SELECT * FROM made")
    connection.execute("DROP TABLE made")
    connection.execute(index)
    connection.execute(INDEX)


@pytest.fixture
def second_format(kazakhstan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = file_format.definition(1)
    monkeypatch.setattr(file_format, "FORMAT", 2)
    monkeypatch.setattr(file_format, "definition", lambda number: first + ("" if number == 1 else INDEX))
    monkeypatch.setitem(migration.MIGRATIONS, 1, first_to_second)


def state(path: Path) -> object:
    with closing(Store.open(path, read_only=True)) as store:
        return store.state(), store.steps()


def version(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64], "big")


def test_a_store_is_brought_to_the_new_format_with_all_it_holds(
    kazakhstan: Path, request: pytest.FixtureRequest
) -> None:
    before = state(kazakhstan)
    request.getfixturevalue("second_format")
    with closing(Store.open(kazakhstan)):
        pass
    assert version(kazakhstan) == 2
    assert findings(kazakhstan) == []
    assert state(kazakhstan) == before


def test_it_is_backed_up_first(second_format: None, kazakhstan: Path, tmp_path: Path) -> None:
    with closing(Session.open(kazakhstan, "me", backups=tmp_path / "backups")) as session:
        assert session.backups is not None
        assert [version(backup.path) for backup in session.backups.all()] == [1]


def test_reading_alone_changes_nothing_and_shows_all(second_format: None, kazakhstan: Path) -> None:
    before = kazakhstan.read_bytes()
    with closing(Session.open(kazakhstan, "me", read_only=True)) as session:
        assert len(list(session.tree(session.registers()[0].id).risks)) == 31
    assert kazakhstan.read_bytes() == before


@pytest.mark.parametrize("pages", range(3))
def test_a_full_disk_leaves_the_old_file(
    second_format: None, kazakhstan: Path, monkeypatch: pytest.MonkeyPatch, pages: int
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
        assert version(kazakhstan) == 2


def test_tables_that_come_out_wrong_leave_the_old_file(
    second_format: None, kazakhstan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(migration.MIGRATIONS, 1, lambda connection: connection.execute("DELETE FROM mitigation"))
    before = kazakhstan.read_bytes()
    with pytest.raises(FileProblem):
        Store.open(kazakhstan)
    assert kazakhstan.read_bytes() == before
    assert [path.name for path in kazakhstan.parent.iterdir()] == [kazakhstan.name]
