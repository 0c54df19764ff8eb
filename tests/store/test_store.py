"""What a store promises: saved means on disk, and nothing that is not ours is opened or touched."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import scales
from riskdesk.domain.problems import FileProblem, InputProblem
from riskdesk.domain.values import Category, Language, Register
from riskdesk.store import file_format
from riskdesk.store.check import findings
from riskdesk.store.store import Store
from riskdesk.store.transaction import Transaction
from tests.systems import needs_modes, not_on_windows


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.create(tmp_path / "a.riskdesk")) as made:
        yield made


def a_register(**fields: object) -> Register:
    return Register(scale=scales.profile("5x5", Language.ENGLISH), title="Title", **fields)  # type: ignore[arg-type]


def adding(register: Register) -> Callable[[Transaction], None]:
    def work(tx: Transaction) -> None:
        tx.insert(register)

    return work


def test_what_was_done_is_on_disk_when_it_returns(store: Store) -> None:
    register = a_register()
    store.run("me", "New register", adding(register))
    with closing(Store.open(store.path, read_only=True)) as other, other.reading() as reader:
        assert reader.registers() == [register]


def test_a_failed_action_leaves_nothing(store: Store) -> None:
    def fail(tx: Transaction) -> None:
        tx.insert(a_register())
        raise RuntimeError

    before = store.path.read_bytes()
    with pytest.raises(RuntimeError):
        store.run("me", "Fail", fail)
    assert store.path.read_bytes() == before
    assert store.steps() == []


@pytest.mark.parametrize("writes", range(12))
def test_an_error_after_any_number_of_writes_leaves_nothing_of_an_action(store: Store, writes: int) -> None:
    register = a_register()
    store.run("me", "New register", adding(register))
    before = store.state()

    def fail(tx: Transaction) -> None:
        for number in range(writes):
            tx.insert(Category(register=register.id, position=number))
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.run("me", "Fail", fail)
    assert store.state() == before
    assert len(store.steps()) == 1
    assert findings(store.path) == []


def test_one_file_is_at_rest(store: Store) -> None:
    store.run("me", "New register", adding(a_register()))
    assert [path.name for path in store.path.parent.iterdir()] == ["a.riskdesk"]


def test_each_step_is_chained_to_the_one_before(store: Store) -> None:
    register = a_register()
    store.run("me", "New register", adding(register))
    store.run("me", "Add category", lambda tx: tx.insert(Category(register=register.id)))
    with closing(sqlite3.connect(store.path)) as raw:
        rows = raw.execute("SELECT previous, hash FROM step ORDER BY number").fetchall()
    assert rows[0][0] == "0" * 64
    assert rows[1][0] == rows[0][1]


def test_a_control_character_is_refused(store: Store) -> None:
    with pytest.raises(InputProblem, match=r"U\+0007"):
        store.run("me", "New register", adding(a_register(reference="\x07")))


def test_text_is_kept_in_one_form(store: Store) -> None:
    store.run("me", "New register", adding(a_register(approval="e\u0301\r\n")))
    with store.reading() as reader:
        assert reader.registers()[0].approval == "\u00e9\n"


def test_there_is_never_a_file_lost_to_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "mine.riskdesk"
    path.write_text("mine")
    with pytest.raises(FileProblem, match="already"):
        Store.create(path)
    assert path.read_text() == "mine"


def _other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE t (x)")


def _newer(path: Path) -> None:
    Store.create(path).close()
    with closing(sqlite3.connect(path)) as made:
        made.execute(f"PRAGMA user_version={file_format.FORMAT + 1}")


def _with_a_trigger(path: Path) -> None:
    Store.create(path).close()
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TRIGGER evil AFTER INSERT ON register BEGIN DELETE FROM register; END")


def _with_a_wal(path: Path) -> None:
    Store.create(path).close()
    with closing(sqlite3.connect(path)) as made:
        made.execute("PRAGMA journal_mode=WAL")


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: path.write_bytes(b""), "not a Riskdesk file"),
        (lambda path: path.write_text("Dear all, please find attached" * 20), "not a Riskdesk file"),
        (_other_database, "not a Riskdesk file"),
        (_newer, "newer Riskdesk"),
        (_with_a_trigger, "tables that Riskdesk did not make"),
        (_with_a_wal, "changed by another program"),
        (lambda path: path.mkdir(), "not a Riskdesk file"),
        (lambda _: None, "no file"),
    ],
    ids=["empty", "text", "other database", "newer", "trigger", "wal", "folder", "absent"],
)
def test_what_is_not_ours_is_refused_and_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], object], told: str
) -> None:
    path = tmp_path / "a.riskdesk"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(FileProblem, match=told) as caught:
        Store.open(path)
    assert str(path) in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize(
    "name",
    [
        "a b#c d%20&é.riskdesk",
        pytest.param("a?b.riskdesk", marks=not_on_windows("no name may hold a question mark")),
        "Қазақстан.riskdesk",
        "x" * 200 + ".riskdesk",
    ],
)
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    with closing(Store.create(tmp_path / name)) as made:
        made.run("me", "New register", adding(a_register()))
    with closing(Store.open(tmp_path / name)) as again, again.reading() as reader:
        assert len(reader.registers()) == 1


def test_a_name_that_leaves_no_room_for_its_journal_is_refused(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 241 + ".riskdesk")
    with pytest.raises(FileProblem, match="too long"):
        Store.create(path)
    assert list(tmp_path.iterdir()) == []
    with closing(Store.create(tmp_path / "a.riskdesk")):
        pass
    (tmp_path / "a.riskdesk").rename(path)
    with closing(Store.open(path, read_only=True)) as opened, opened.reading() as reader:
        assert reader.registers() == []


# Root may write anywhere, so the right is given up in a process of its own. What ships with the program is read before,
# as the program may lie where only root may look.
READ = """
import hashlib, os, shutil, sys, tempfile
from pathlib import Path
from riskdesk.desk.session import Session
with tempfile.TemporaryDirectory() as folder:
    Session.create(Path(folder, "another.riskdesk"), "me").close()
if os.geteuid() == 0:
    os.seteuid(65534)
session = Session.open(Path(sys.argv[1]), "me", read_only=True)
print(session.tree(session.registers()[0].id).register.reference)
"""
# Dies in the middle of a transaction that has reached the file.
CRASH = """
import os, sys
from pathlib import Path
from riskdesk.store.connection import connect
connection = connect(Path(sys.argv[1]))
connection.execute("PRAGMA cache_size=1")
connection.execute("PRAGMA cache_spill=1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE register SET reference = 'half'")
connection.execute("UPDATE risk SET note = hex(zeroblob(20000))")
os._exit(0)
"""


@needs_modes
@pytest.mark.parametrize(("of_folder", "of_file"), [(0o755, 0o644), (0o555, 0o644), (0o555, 0o444)])
def test_after_a_crash_it_is_read_as_it_was_before_even_where_nothing_can_be_written(
    kazakhstan: Path, open_folder: Path, of_folder: int, of_file: int
) -> None:
    subprocess.run([sys.executable, "-c", CRASH, kazakhstan], check=True)
    beside = kazakhstan.with_name(kazakhstan.name + "-journal")
    assert beside.stat().st_size > 0
    for place, mode in ((kazakhstan, of_file), (beside, of_file), (open_folder, of_folder)):
        place.chmod(mode)
    before = kazakhstan.read_bytes()
    done = subprocess.run([sys.executable, "-c", READ, kazakhstan], capture_output=True, text=True, check=False)
    open_folder.chmod(0o755)
    assert done.stdout == "GR-EXT(2023)6\n", done.stderr
    assert kazakhstan.read_bytes() == before
    assert beside.stat().st_size > 0
    with closing(Store.open(kazakhstan)) as opened, opened.reading() as reader:
        assert reader.registers()[0].reference == "GR-EXT(2023)6"


def test_a_read_only_store_is_not_written_to(store: Store) -> None:
    with closing(Store.open(store.path, read_only=True)) as reading, pytest.raises(FileProblem, match="Not saved"):
        reading.run("me", "New register", adding(a_register()))
