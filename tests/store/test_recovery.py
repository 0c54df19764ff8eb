"""After a crash: what the journal beside a store holds, and reading where it cannot be played back."""

import os
import shutil
import sqlite3
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from riskdesk.domain.problems import FileProblem
from riskdesk.store import backup, check, recovery
from riskdesk.store.beside import MAGIC, journal_of
from riskdesk.store.connection import StoreConnection
from riskdesk.store.store import Store
from tests.faults.hostile import with_a_journal_of
from tests.store.rollbacks import ALL, a_journal

FIRST = bytes(range(100)).ljust(4096, b"f")


OTHER = (7, bytes([1]) * 4096)
SHORT = (1, FIRST[:1024])


@pytest.mark.parametrize(
    "journal",
    [
        a_journal(1, (1, FIRST)),
        a_journal(3, OTHER, OTHER, (1, FIRST)),
        a_journal(9, OTHER, (1, FIRST)),
        a_journal(ALL, OTHER, (1, FIRST)),
        a_journal(ALL, OTHER, (1, FIRST), OTHER),
        a_journal(1, (1, FIRST), sector=4096),
        a_journal(ALL, (1, FIRST))[:-1] + b"\1",
    ],
)
def test_the_first_bytes_are_those_of_the_first_page_in_the_journal(tmp_path: Path, journal: bytes) -> None:
    journal_of(tmp_path / "a").write_bytes(journal)
    assert recovery.kept_start(tmp_path / "a", 100) == FIRST[:100]


@pytest.mark.parametrize(
    "journal",
    [
        None,
        b"",
        MAGIC,
        b"\0" * 8 + a_journal(1, (1, FIRST))[8:],
        a_journal(0, (1, FIRST)),
        a_journal(2, OTHER, OTHER, (1, FIRST)),
        a_journal(ALL, OTHER, (2**24, FIRST)),
        a_journal(ALL, OTHER, (1, FIRST))[:-1],
        a_journal(1, (1, FIRST))[:500],
        a_journal(ALL)[:400],
        a_journal(2, (7, bytes([1]) * 1024), SHORT, size=1024),
    ],
)
def test_a_journal_without_the_first_page_as_a_whole_tells_nothing(tmp_path: Path, journal: bytes | None) -> None:
    if journal is not None:
        journal_of(tmp_path / "a").write_bytes(journal)
    assert recovery.kept_start(tmp_path / "a", 100) == b""


@pytest.mark.parametrize(("size", "of"), [(0, 9), (4096, 2**18), (4096, ALL)])
def test_records_without_end_are_not_looked_through(tmp_path: Path, size: int, of: int) -> None:
    journal = journal_of(tmp_path / "a")
    journal.write_bytes(a_journal(ALL, size=size, of=of))
    os.truncate(journal, 2**31)
    begin = time.thread_time()
    assert recovery.kept_start(tmp_path / "a", 100) == b""
    assert time.thread_time() - begin < 5


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return tmp_path / "temporary"


@pytest.fixture
def crashed(tmp_path: Path, temporary: Path) -> Iterator[Path]:
    """A store as a crash in the middle of a transaction leaves it, with its journal."""
    good, path = tmp_path / "good.riskdesk", tmp_path / "there" / "a.riskdesk"
    path.parent.mkdir()
    Store.create(good).close()
    with closing(sqlite3.connect(good, isolation_level=None)) as raw:
        raw.execute("INSERT INTO step VALUES (1, '', 'before', '', NULL, '', '', '')")
        raw.execute("PRAGMA cache_size=1")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE step SET who = 'half'")
        raw.execute("INSERT INTO store VALUES ('', '', hex(zeroblob(400000)))")
        shutil.copyfile(good, path)
        shutil.copyfile(journal_of(good), journal_of(path))
    yield path
    assert list(temporary.iterdir()) == []


def steps(path: Path) -> object:
    with closing(recovery.connect_or_recover(path, read_only=True)) as connection:
        return connection.execute("SELECT who FROM step").fetchall()


def test_a_store_that_may_only_be_read_is_read_as_it_was_before(crashed: Path) -> None:
    before = [there.read_bytes() for there in (crashed, journal_of(crashed))]
    assert b"half" in before[0]
    assert steps(crashed) == [("before",)]
    assert [there.read_bytes() for there in (crashed, journal_of(crashed))] == before


@pytest.mark.parametrize("look", [check.examine, check.findings, backup.mark, lambda path: backup.hashes(path, [0, 1])])
def test_a_look_leaves_what_a_crash_left(tmp_path: Path, look: Callable[[Path], object]) -> None:
    path = tmp_path / "a.riskdesk"
    Store.create(path).close()
    with_a_journal_of(lambda page: None)(path)
    before = [there.read_bytes() for there in (path, journal_of(path))]
    assert look(path) is not None
    assert [there.read_bytes() for there in (path, journal_of(path))] == before


def test_one_that_may_be_written_is_mended(crashed: Path) -> None:
    with closing(recovery.connect_or_recover(crashed, read_only=False)) as connection:
        assert connection.execute("SELECT who FROM step").fetchall() == [("before",)]
    assert list(crashed.parent.iterdir()) == [crashed]
    assert b"half" not in crashed.read_bytes()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")
def test_its_copies_are_for_their_user_alone(crashed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rights, copyfile = [], shutil.copyfile

    def look(source: Path, copy: Path) -> Path:
        rights.append(stat.S_IMODE(copy.stat().st_mode))
        return copyfile(source, copy)

    monkeypatch.setattr(shutil, "copyfile", look)
    before = os.umask(0)
    try:
        steps(crashed)
    finally:
        os.umask(before)
    assert rights == [0o600, 0o600]


def test_a_journal_whose_writer_is_done_meanwhile_is_not_missed(crashed: Path) -> None:
    shutil.copyfile(crashed.parents[1] / "good.riskdesk", crashed)
    journal_of(crashed).unlink()
    with closing(recovery._recovered(crashed)) as connection:
        assert connection.execute("SELECT who FROM step").fetchall() == [("before",)]


def test_what_cannot_be_copied_is_told(crashed: Path) -> None:
    crashed.unlink()
    with pytest.raises(FileProblem, match=r"a\.riskdesk cannot be read"):
        recovery._recovered(crashed)


def test_a_journal_that_brings_other_first_bytes_is_found_out(crashed: Path) -> None:
    content = journal_of(crashed).read_bytes()
    journal_of(crashed).write_bytes(content.replace(b"RSKD", b"EVIL"))
    crashed.write_bytes(crashed.read_bytes().replace(b"RSKD", b"EVIL"))
    with pytest.raises(FileProblem, match="not a register file of Riskdesk"):
        steps(crashed)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_missing_store_is_an_error_of_sqlite(tmp_path: Path, *, read_only: bool) -> None:
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        recovery.connect_or_recover(tmp_path / "a", read_only=read_only)


def test_a_file_that_is_no_database_is_an_error_of_sqlite(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"Dear all" * 200)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        recovery.connect_or_recover(tmp_path / "a", read_only=True)


def test_a_store_that_another_program_holds_is_not_copied(crashed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = recovery.connect

    def at_once(path: Path, *, read_only: bool = False) -> StoreConnection:
        connection = real(path, read_only=read_only)
        connection.execute("PRAGMA busy_timeout = 0")
        return connection

    monkeypatch.setattr(recovery, "connect", at_once)
    good = crashed.parents[1] / "good.riskdesk"
    with closing(sqlite3.connect(good, isolation_level=None)) as raw:
        raw.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            recovery.connect_or_recover(good, read_only=True)
        raw.execute("ROLLBACK")


@contextmanager
def another_user() -> Iterator[None]:
    """Root may do anything, so its rights are given up for a while."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.fixture
def closed(crashed: Path, temporary: Path, open_folder: Path) -> Iterator[Path]:
    """The same in a folder where nothing can be written."""
    temporary.chmod(0o777)
    path = open_folder / "closed" / "a.riskdesk"
    path.parent.mkdir()
    for source, copy in ((crashed, path), (journal_of(crashed), journal_of(path))):
        shutil.copyfile(source, copy)
        copy.chmod(0o444)
    path.parent.chmod(0o555)
    yield path
    path.parent.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="folders on Windows have no write bit")
def test_where_nothing_can_be_written_it_is_read_and_not_taken_for_one_to_write_to(closed: Path) -> None:
    with another_user():
        assert steps(closed) == [("before",)]
        with pytest.raises(sqlite3.OperationalError):
            recovery.connect_or_recover(closed, read_only=False)


@pytest.mark.skipif(os.name != "posix", reason="files on Windows have no such rights")
def test_a_store_whose_journal_may_not_be_read_is_not_shown_as_the_crash_left_it(closed: Path) -> None:
    journal_of(closed).chmod(0o000)
    with another_user(), pytest.raises(FileProblem, match=r"a\.riskdesk cannot be read \(you may not do that"):
        steps(closed)
