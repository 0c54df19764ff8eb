"""Nothing that lies beside a store is played back into it, and nothing of it is thrown away."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from struct import pack

import pytest

from riskdesk.desk import scales
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.step import UndoDirection
from riskdesk.domain.values import Register
from riskdesk.store import backup, check, copying
from riskdesk.store.beside import MAGIC, journal_of
from riskdesk.store.connection import connect, writing
from riskdesk.store.store import Store
from tests.systems import needs_links


def a_register(title: str = "Title") -> Register:
    return Register(scale=scales.profile("5x5"), title=title)


def add(store: Store, title: str = "Title") -> None:
    store.run("me", "New register", lambda tx: tx.insert(a_register(title)))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.create(tmp_path / "here" / "a.riskdesk")) as new_store:
        add(new_store)
        yield new_store


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    text_file = tmp_path / "victim.txt"
    text_file.write_text("Dear all")
    return text_file


def over_several_files(path: Path, victim: Path) -> bytes:
    """A journal that SQLite plays back, and then deletes the file that it names as one of a larger transaction."""
    name = os.fsencode(victim)
    size = path.stat().st_size // 4096
    header = (MAGIC + pack(">IIIII", 0, 0, size, 512, 4096)).ljust(512, b"\0")
    return header + pack(">I", 0x40000000 // 4096 + 1) + name + pack(">II", len(name), sum(name)) + MAGIC


USES: dict[str, Callable[[Store], object]] = {
    "look": lambda store: store.news(),
    "read": lambda store: store.state(),
    "write": add,
    "undo": lambda store: store.take_back("me", None, UndoDirection.UNDO),
    "what can be undone": lambda store: store.undoable(None, UndoDirection.UNDO),
    "the date of the last step": lambda store: store.changed_at(),
    "the journal": lambda store: store.steps(),
    "a copy in memory": lambda store: store.copy().close(),
    "a backup": lambda store: backup.back_up(store.path, store.path.with_name("backup.riskdesk")),
    "how far a backup reaches": lambda store: backup.mark(store.path),
    "a check": lambda store: check.examine(store.path),
    "a repair": lambda store: check.repair(store.path),
    "another program that opens it": lambda store: Store.open(store.path).close(),
    "another program that opens it to read": lambda store: Store.open(store.path, read_only=True).close(),
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_a_journal_that_names_a_file_is_not_played_back_into_an_open_store(
    store: Store, victim: Path, use: Callable[[Store], object]
) -> None:
    planted = over_several_files(store.path, victim)
    journal_of(store.path).write_bytes(planted)
    before = store.path.read_bytes()
    with pytest.raises(FileProblem, match=r"a\.riskdesk-journal"):
        use(store)
    assert victim.read_text() == "Dear all"
    assert store.path.read_bytes() == before
    assert journal_of(store.path).read_bytes() == planted
    journal_of(store.path).unlink()
    use(store)


def test_no_transaction_that_writes_begins_beside_it(store: Store, victim: Path) -> None:
    with closing(connect(store.path)) as connection:
        journal_of(store.path).write_bytes(over_several_files(store.path, victim))
        with pytest.raises(FileProblem), writing(connection):
            pass
    assert victim.exists()


@pytest.mark.parametrize("ending", ["-wal", "-shm"])
@pytest.mark.parametrize("use", [USES["look"], USES["read"], USES["write"]], ids=["look", "read", "write"])
def test_the_log_of_another_database_program_is_not_read(
    store: Store, ending: str, use: Callable[[Store], object]
) -> None:
    beside = store.path.with_name(store.path.name + ending)
    beside.write_bytes(b"x" * 5000)
    with pytest.raises(FileProblem, match=ending):
        use(store)
    assert beside.read_bytes() == b"x" * 5000


STRANGE: dict[str, Callable[[Path], object]] = {
    "link": lambda path: path.symlink_to(path.with_name("a.riskdesk")),
    "folder": lambda path: path.mkdir(),
    "pipe": lambda path: os.mkfifo(path),
}


@pytest.mark.skipif(os.name != "posix", reason="links need a right there, and pipes are no files")
@pytest.mark.parametrize("make", STRANGE.values(), ids=STRANGE)
def test_a_journal_that_is_no_plain_file_is_not_played_back(store: Store, make: Callable[[Path], object]) -> None:
    make(journal_of(store.path))
    with pytest.raises(FileProblem, match=r"a\.riskdesk-journal in the same folder was not made by Riskdesk"):
        store.state()


# What a power cut left of the first bytes as they were written, and as they were put back to zeros.
TORN = [MAGIC[:3].ljust(4096, b"\0"), MAGIC[:7].ljust(4096, b"\0"), MAGIC[5:].rjust(8, b"\0").ljust(4096, b"\0")]


@pytest.mark.parametrize("content", [b"", b"\0", MAGIC[:3], MAGIC + b"\0", *TORN])
def test_a_journal_that_does_not_end_like_one_over_several_files_is_left_to_sqlite(
    store: Store, content: bytes
) -> None:
    before = store.state()
    journal_of(store.path).write_bytes(content)
    assert store.state() == before


def test_a_journal_that_is_no_more_than_such_an_end_is_not_played_back(store: Store) -> None:
    journal_of(store.path).write_bytes(MAGIC)
    with pytest.raises(FileProblem):
        store.state()


@pytest.mark.parametrize("content", [b"My notes", b"x", b"SQLite format 3\0".ljust(8192, b"\0")])
def test_a_file_named_like_a_journal_that_is_none_is_not_deleted(store: Store, content: bytes) -> None:
    journal_of(store.path).write_bytes(content)
    for use in USES.values():
        with pytest.raises(FileProblem, match=r"a\.riskdesk-journal"):
            use(store)
    assert journal_of(store.path).read_bytes() == content


def test_a_journal_larger_than_any_is_neither_played_back_nor_copied(store: Store) -> None:
    journal_of(store.path).touch()
    os.truncate(journal_of(store.path), 2**31)
    store.news()
    os.truncate(journal_of(store.path), 2**31 + 1)
    with pytest.raises(FileProblem, match=r"a\.riskdesk-journal"):
        store.news()
    for read_only in (True, False):
        with pytest.raises(FileProblem, match=r"a\.riskdesk-journal"):
            Store.open(store.path, read_only=read_only)


@needs_links
def test_a_journal_beside_what_a_link_leads_to_is_seen_too(tmp_path: Path, store: Store, victim: Path) -> None:
    link = tmp_path / "link.riskdesk"
    link.symlink_to(store.path)
    with closing(Store.open(link)) as linked:
        journal_of(store.path).write_bytes(over_several_files(store.path, victim))
        with pytest.raises(FileProblem):
            add(linked)
    assert victim.read_text() == "Dear all"


def test_the_journal_would_do_harm(store: Store, victim: Path) -> None:
    """The test itself: where SQLite is let at it, and is one that can be fooled, the file is gone."""
    if sqlite3.sqlite_version_info >= (3, 54, 0):
        pytest.skip("this SQLite is not fooled by such a journal")
    journal_of(store.path).write_bytes(over_several_files(store.path, victim))
    with closing(sqlite3.connect(store.path)) as raw:
        raw.execute("SELECT * FROM step").fetchall()
    assert not victim.exists()


def leave(path: Path, ending: str) -> bytes:
    """What a crash leaves beside a store that is moved away then."""
    beside = path.with_name(path.name + ending)
    with closing(Store.create(path)) as store:
        add(store, "Before the crash")
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA cache_size=1")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE register SET title = 'Cut off'")
        raw.execute("CREATE TABLE filling AS SELECT randomblob(40000) AS filling")
        left = journal_of(path).read_bytes()
    path.unlink()
    beside.write_bytes(left)
    return left


MAKERS: dict[str, Callable[[Path], object]] = {
    "new": lambda path: Store.create(path).close(),
    "from steps": lambda path: copying.write(path, []),
}


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_what_a_store_left_behind_is_kept_out_of_a_new_one_of_its_name(
    tmp_path: Path, make: Callable[[Path], object], ending: str
) -> None:
    path = tmp_path / "a.riskdesk"
    left = leave(path, ending)
    make(path)
    assert check.findings(path) == []
    assert path.with_name(f"a.riskdesk{ending}.old").read_bytes() == left


def test_what_was_left_behind_is_said_and_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.riskdesk"
    for number in range(3):
        left = leave(path, "-journal")
        with closing(Store.create(path)) as store:
            (warning,) = store.warnings
        path.unlink()
        name = "a.riskdesk-journal.old" + (f"-{number + 1}" if number else "")
        assert name in str(warning)
        assert path.with_name(name).read_bytes() == left


def test_nothing_is_said_where_nothing_was_left(tmp_path: Path) -> None:
    with closing(Store.create(tmp_path / "a.riskdesk")) as store:
        assert not store.warnings


def test_a_file_of_several_names_is_only_read(tmp_path: Path) -> None:
    path = tmp_path / "a.riskdesk"
    with closing(Store.create(path)) as store:
        add(store)
    path.with_name("b.riskdesk").hardlink_to(path)
    with pytest.raises(FileProblem, match="several names"):
        Store.open(path)
    with closing(Store.open(path, read_only=True)) as opened, opened.reading() as reader:
        assert len(reader.registers()) == 1
    path.with_name("b.riskdesk").unlink()
    Store.open(path).close()


@needs_links
def test_what_was_left_behind_stays_where_no_store_is_made(tmp_path: Path) -> None:
    path = tmp_path / "a.riskdesk"
    path.symlink_to(path)
    journal_of(path).write_bytes(b"left behind")
    with pytest.raises(FileProblem):
        Store.create(path)
    assert journal_of(path).read_bytes() == b"left behind"


def test_what_was_left_behind_and_cannot_be_moved_is_told_and_no_store_is_made(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 238 + ".riskdesk")
    journal_of(path).write_bytes(b"left behind")
    with pytest.raises(FileProblem, match="cannot be moved away"):
        Store.create(path)
    assert [beside.read_bytes() for beside in tmp_path.iterdir()] == [b"left behind"]


@pytest.mark.skipif(os.name != "posix", reason="links need a right there")
def test_what_was_left_behind_where_a_link_leads_is_kept_too(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    link, place = tmp_path / "a.riskdesk", tmp_path / "there" / "b.riskdesk"
    link.symlink_to(place)
    for beside in (journal_of(link), journal_of(place)):
        beside.write_bytes(b"left behind")
    with closing(Store.create(link)) as store:
        assert len(store.warnings) == 2
    assert place.with_name("b.riskdesk-journal.old").read_bytes() == b"left behind"
