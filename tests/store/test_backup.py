"""A copy of a store as it is at one moment, and how far the journal of a copy reaches."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import scales
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.values import Register
from riskdesk.store import backup, journal
from riskdesk.store.check import findings
from riskdesk.store.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    scale = scales.profile("5x5")
    with closing(Store.create(tmp_path / "a.riskdesk")) as store:
        for position in range(2):
            register = Register(scale=scale, title="Title", position=position)
            store.run("me", "New register", lambda tx, register=register: tx.insert(register))  # type: ignore[misc]
    return tmp_path / "a.riskdesk"


def test_a_backup_holds_what_the_store_holds_for_its_user_alone(path: Path) -> None:
    out = path.with_name("Қ'b.riskdesk")
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("DELETE FROM register")
        backup.back_up(path, out)
        raw.execute("ROLLBACK")
    assert findings(out) == []
    with closing(Store.open(path)) as store, closing(Store.open(out)) as copy:
        assert (copy.state(), copy.mark) == (store.state(), store.mark)
    if os.name == "posix":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600


@pytest.mark.parametrize("statement", ["UPDATE register SET title = 'Other'", "DELETE FROM step WHERE number = 1"])
def test_a_backup_of_what_is_not_sound_is_not_made(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(statement)
        raw.commit()
    before = sorted(path.parent.iterdir())
    with pytest.raises(FileProblem, match=r"The backup .*b\.riskdesk was not made"):
        backup.back_up(path, path.with_name("b.riskdesk"))
    assert sorted(path.parent.iterdir()) == before


def test_steps_are_known_by_their_hashes(path: Path) -> None:
    with closing(Store.open(path)) as store:
        last = store.mark
    assert backup.mark(path) == last
    hashes = backup.hashes(path, [0, 1, 2, 3])
    assert list(hashes) == [0, 1, 2]
    assert (hashes[0], hashes[2]) == (journal.FIRST, last.hash)
    assert backup.hashes(path, []) == {0: journal.FIRST}


def test_what_is_no_store_is_told(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TABLE snapshot")
    with pytest.raises(FileProblem, match="the tables that Riskdesk makes"):
        backup.hashes(path, [1])
    path.write_bytes(b"Dear all" * 1000)
    for look in (backup.mark, lambda path: backup.hashes(path, [1])):
        with pytest.raises(FileProblem, match="cannot be read as a register file"):
            look(path)
    with pytest.raises(FileProblem, match=r"a\.riskdesk cannot be read as a register file"):
        backup.back_up(path, path.with_name("b.riskdesk"))


def test_a_journal_that_may_do_harm_is_not_read(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE step SET hash = CAST(x'ff' AS TEXT) WHERE number = 1")
        raw.commit()
    with pytest.raises(FileProblem, match="cannot be read as a register file"):
        backup.hashes(path, [1])


@pytest.mark.parametrize("name", ["SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_TRUNCATE"])
def test_an_error_of_writing_the_copy_is_none_of_the_store(path: Path, name: str) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = name
    with pytest.raises(OSError), backup._copying(path, path.with_name("b.riskdesk")):  # noqa: PT011 - of any reason
        raise error


def test_an_error_of_reading_the_store_is_one_of_the_store(path: Path) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR_READ"
    with pytest.raises(sqlite3.OperationalError), backup._copying(path, path.with_name("b.riskdesk")):
        raise error
