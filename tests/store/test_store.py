"""What a store promises: saved means on disk, and nothing that is not ours is opened or touched."""

import gc
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from weakref import ref

import pytest

from riskdesk.desk import scales
from riskdesk.domain.conflict import Conflict
from riskdesk.domain.problems import FileProblem, FileReplaced, InputProblem
from riskdesk.domain.progress import Cancelled
from riskdesk.domain.step import UndoDirection
from riskdesk.domain.values import Category, Entry, Register, Risk
from riskdesk.store import file_format, journal
from riskdesk.store.check import findings
from riskdesk.store.connection import connect
from riskdesk.store.damage import DamagedStore
from riskdesk.store.footprint import footprint
from riskdesk.store.store import Store
from riskdesk.store.transaction import Transaction
from tests.systems import needs_modes, needs_moves, not_on_windows


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.create(tmp_path / "a.riskdesk")) as new_store:
        yield new_store


def a_register(**fields: object) -> Register:
    return Register(scale=scales.profile("5x5"), title="Title", **fields)  # type: ignore[arg-type]


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


def test_a_look_may_end_an_action_and_an_undo_until_the_commit(store: Store) -> None:
    first, second = a_register(), a_register(reference="2")

    def checkpoint(*_: object) -> None:
        if journal.mark(store._connection) != before:
            raise Cancelled

    before = journal.mark(store._connection)
    with pytest.raises(Cancelled):
        store.run("me", "New register", adding(first), checkpoint)
    store.run("me", "New register", adding(first))
    before = journal.mark(store._connection)
    with pytest.raises(Cancelled):
        store.take_back("me", None, UndoDirection.UNDO, checkpoint=checkpoint)
    assert store.run("me", "New register", adding(second)).others == []
    with store.reading() as reader:
        assert [register.id for register in reader.registers()] == [first.id, second.id]


def test_all_that_an_action_read_and_changed_goes_when_it_is_over(store: Store) -> None:
    """Without a collection of garbage, which would visit all that is there."""
    over = list[ref[Transaction]]()

    def work(tx: Transaction) -> None:
        over.append(ref(tx))
        tx.insert(a_register())

    gc.disable()
    try:
        store.run("me", "New register", work)
        assert over[0]() is None
    finally:
        gc.enable()


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
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE t (x)")


def _newer(path: Path) -> None:
    Store.create(path).close()
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA user_version={file_format.FORMAT + 1}")


def _with_a_trigger(path: Path) -> None:
    Store.create(path).close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TRIGGER evil AFTER INSERT ON register BEGIN DELETE FROM register; END")


def _with_a_wal(path: Path) -> None:
    Store.create(path).close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode=WAL")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path.write_bytes(b""), "not a register file of Riskdesk"),
        (lambda path: path.write_text("Dear all, please find attached" * 20), "not a register file of Riskdesk"),
        (_other_database, "not a register file of Riskdesk"),
        (_newer, "newer version of Riskdesk"),
        (_with_a_trigger, "the tables that Riskdesk makes"),
        (_with_a_wal, "changed by another program"),
        (lambda path: path.mkdir(), "not a register file of Riskdesk"),
        (lambda _: None, "no file"),
    ],
    ids=["empty", "text", "other database", "newer", "trigger", "wal", "folder", "absent"],
)
def test_what_is_not_ours_is_refused_and_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], object], message: str
) -> None:
    path = tmp_path / "a.riskdesk"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(FileProblem, match=message) as caught:
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
    with closing(Store.create(tmp_path / name)) as store:
        store.run("me", "New register", adding(a_register()))
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
if sys.platform != "win32" and os.geteuid() == 0:
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


@pytest.mark.parametrize(
    ("of_folder", "of_file"),
    [
        (0o755, 0o644),
        pytest.param(0o555, 0o644, marks=needs_modes),
        pytest.param(0o555, 0o444, marks=needs_modes),
    ],
)
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


def test_what_an_action_returns_is_its_label(store: Store) -> None:
    register = a_register()

    def adding_it(label: str | None) -> Callable[[Transaction], str | None]:
        def work(tx: Transaction) -> str | None:
            tx.insert(Category(register=register.id)) if tx.registers() else tx.insert(register)
            return label

        return work

    for label in (None, "", "Add this"):
        store.run("me", "Add", adding_it(label))
    assert [step.label for step in store.steps()] == ["Add", "Add", "Add this"]


def test_an_action_that_changes_nothing_is_no_step(store: Store) -> None:
    outcome = store.run("me", "Nothing", lambda _tx: None)
    assert (outcome.step, outcome.others, store.steps()) == (None, [], [])


def test_a_step_tells_what_it_touched_and_its_undo_the_same(store: Store) -> None:
    first, second = a_register(), a_register(reference="2", position=1)
    store.run("me", "New register", adding(first))
    step = store.run("me", "New register", adding(second)).step
    assert step is not None
    assert (step.number, step.registers, step.undoes) == (2, {second.id}, None)
    back = store.take_back("you", second.id, UndoDirection.UNDO).step
    assert back is not None
    assert (back.number, back.label, back.who, back.undoes) == (3, "New register", "you", 2)
    assert back.registers == {first.id, second.id}
    again = store.take_back("me", second.id, UndoDirection.REDO).step
    assert again is not None
    assert (again.undoes, again.registers) == (3, {first.id, second.id})


def test_registers_are_numbered_when_one_goes_and_comes_back(store: Store) -> None:
    first, second = a_register(), a_register(reference="2", position=1)
    for register in (first, second):
        store.run("me", "New register", adding(register))
    for way, expected in ((UndoDirection.UNDO, [first]), (UndoDirection.REDO, [first, second])):
        store.take_back("me", second.id, way)
        with store.reading() as reader:
            assert reader.registers() == expected


def test_what_others_have_done_comes_with_an_action_and_is_no_news_any_more(store: Store) -> None:
    first = a_register()
    store.run("me", "New register", adding(first))
    with closing(Store.open(store.path)) as other:
        other.run("you", "Add category", lambda tx: tx.insert(Category(register=first.id)))
    outcome = store.run("me", "Edit", lambda tx: tx.update(replace(first, heading="Mine")))
    assert [(step.who, step.registers) for step in outcome.others] == [("you", {first.id})]
    assert store.news() == []
    assert not store.trust.is_whole
    second = a_register(reference="2", position=1)
    with closing(Store.open(store.path)) as other:
        other.run("you", "New register", adding(second))
    assert [step.registers for step in store.take_back("me", first.id, UndoDirection.UNDO, expected=3).others] == [
        {second.id}
    ]


def test_a_store_knows_how_far_it_was_read(store: Store) -> None:
    assert store.mark.number == 0
    store.run("me", "New register", adding(a_register()))
    with closing(Store.open(store.path, read_only=True)) as other:
        assert other.mark == store.mark
        assert other.mark.number == 1


@pytest.mark.parametrize("whole", [True, False])
def test_an_unreadable_value_is_damage_where_the_store_was_not_looked_through(store: Store, *, whole: bool) -> None:
    store.run("me", "New register", adding(a_register()))
    with closing(connect(store.path)) as connection:
        opened = Store(store.path, connection, whole=True)
        if not whole:
            opened.trust.lose()
        connection.execute("UPDATE register SET scale = '{'")
        with pytest.raises(ValueError if whole else DamagedStore):
            opened.state()
        connection.execute("DELETE FROM register")
        for error in (KeyError, TypeError):
            with pytest.raises(error if whole else DamagedStore):
                refuse(opened, error)


def refuse(store: Store, error: type[Exception]) -> None:
    with store.reading():
        raise error


@pytest.mark.parametrize(
    "ask",
    [
        Store.state,
        Store.changed_at,
        Store.steps,
        Store.copy,
        lambda store: store.undoable(None, UndoDirection.UNDO),
        lambda store: store.run("me", "New register", adding(a_register())),
        lambda store: Store(store.path, store._connection, whole=True),
    ],
)
def test_what_sqlite_says_of_a_store_that_cannot_answer_is_a_sentence(
    store: Store, ask: Callable[[Store], object]
) -> None:
    store.close()
    with pytest.raises(FileProblem, match="cannot be read as a register file"):
        ask(store)


def test_an_action_that_does_not_hold_or_was_overtaken_is_not_written(store: Store) -> None:
    register = a_register()
    category = Category(register=register.id)
    entry = Entry(category=category.id)

    def work(tx: Transaction) -> None:
        for value in (register, category, entry, Risk(entry=entry.id, likelihood=6)):
            tx.insert(value)

    with pytest.raises(InputProblem, match="does not have every level"):
        store.run("me", "New register", work)
    store.run("me", "New register", adding(register))
    with closing(Store.open(store.path)) as other:
        other.run("you", "Edit", lambda tx: tx.update(replace(register, heading="Yours")))
    with pytest.raises(Conflict):
        store.run("me", "Edit", lambda tx: tx.update(replace(register, heading="Mine")))
    assert len(store.steps()) == 2


def test_what_is_next_to_be_taken_back_is_told(store: Store) -> None:
    register = a_register()
    assert store.undoable(None, UndoDirection.UNDO) is None
    store.run("me", "New register", adding(register))
    undoable_step = store.undoable(register.id, UndoDirection.UNDO)
    assert undoable_step is not None
    assert (undoable_step.label, undoable_step.who) == ("New register", "me")
    assert store.undoable(register.id, UndoDirection.REDO) is None
    store.take_back("me", register.id, UndoDirection.UNDO)
    assert store.undoable(register.id, UndoDirection.UNDO) is None
    assert store.undoable(None, UndoDirection.REDO) is not None


@pytest.mark.parametrize("categories", [0, 1])
def test_a_register_that_goes_leaves_the_others_where_they_are(store: Store, categories: int) -> None:
    first, second, third = (a_register(reference=str(place), position=place) for place in range(3))
    store.run("me", "New register", adding(first))

    def work(tx: Transaction) -> None:
        tx.insert(second)
        for _ in range(categories):
            tx.insert(Category(register=second.id))

    store.run("me", "New register", work)
    store.run("me", "New register", adding(third))
    store.take_back("me", second.id, UndoDirection.UNDO)
    with store.reading() as reader:
        assert reader.registers() == [first, third]


def test_news_are_told_once_and_are_looked_through_before_copies_are_made(store: Store) -> None:
    assert store.news() == []
    with closing(Store.open(store.path)) as other:
        other.run("you", "New register", adding(a_register()))
        assert other.news() == []
        assert other.trust.is_whole
    assert [step.who for step in store.news()] == ["you"]
    assert store.news() == []
    assert not store.trust.is_whole
    assert store.mark.number == len(store.steps()) == 1
    assert store.trust.is_whole
    assert (store.changed_at() - store.steps()[-1].at).total_seconds() == 0


def test_a_copy_is_tried_without_the_store(store: Store) -> None:
    store.run("me", "New register", adding(a_register()))
    before = store.path.read_bytes()
    with closing(store.copy()) as copy:
        assert copy.trust.is_whole
        copy.run("me", "New register", adding(a_register(reference="2", position=1)))
        assert len(copy.steps()) == 2
    assert store.path.read_bytes() == before
    assert len(store.steps()) == 1


def test_a_store_that_was_closed_has_no_news(store: Store) -> None:
    store.close()
    store.path.unlink()
    assert store.news() == []


def garbage(path: Path) -> None:
    path.write_bytes(b"Dear all" * 1000)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def half_gone(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:4096] + bytes(len(content) - 4096))


def without_tables(path: Path) -> None:
    other = path.with_name("other")
    with closing(sqlite3.connect(other)) as database:
        database.execute("CREATE TABLE t (x)")
        database.execute(f"PRAGMA application_id={file_format.APPLICATION_ID}")
    path.write_bytes(other.read_bytes())


def without_tables_after_as_many_writes(path: Path) -> None:
    """SQLite takes it for the file that it has read, as what it would know it by is the same."""
    before = path.read_bytes()
    without_tables(path)
    other = path.read_bytes()
    path.write_bytes((other[:24] + before[24:40] + other[40:]).ljust(len(before), b"\0"))


def replaced_by_a_copy(path: Path) -> None:
    path.with_name("copy").write_bytes(path.read_bytes())
    path.with_name("copy").replace(path)


def another_store(path: Path) -> None:
    Store.create(path.with_name("other.riskdesk")).close()
    path.write_bytes(path.with_name("other.riskdesk").read_bytes())


def changed_by_hand(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE register SET title = 'Not ours'")
        raw.commit()


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (garbage, "put in the place"),
        (half_gone, "put in the place"),
        (another_store, "put in the place"),
        (without_tables_after_as_many_writes, "put in the place"),
        (empty, "put in the place"),
        (without_tables, "put in the place"),
        (changed_by_hand, "its change history is intact"),
    ],
)
def test_what_is_not_the_store_any_more_is_told_and_left_as_it_is(
    store: Store, harm: Callable[[Path], None], message: str
) -> None:
    store.run("me", "New register", adding(a_register()))
    harm(store.path)
    there = store.path.read_bytes()
    for use in (store.news, lambda: store.run("me", "Edit", adding(a_register()))):
        with pytest.raises(FileProblem, match=message):
            use()
    assert not store.still_here()
    assert store.path.read_bytes() == there


@needs_moves
def test_a_copy_in_its_place_is_another_file(store: Store) -> None:
    store.run("me", "New register", adding(a_register()))
    replaced_by_a_copy(store.path)
    for use in (store.news, lambda: store.run("me", "Edit", adding(a_register()))):
        with pytest.raises(FileReplaced, match="put in the place"):
            use()


def test_a_file_that_another_program_holds_is_no_other_file(store: Store) -> None:
    store.run("me", "New register", adding(a_register()))
    store._connection.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as raw:
        raw.execute("UPDATE register SET title = title")
        raw.execute("BEGIN EXCLUSIVE")
        with pytest.raises(FileProblem, match="another program is using"):
            store.news()
        with pytest.raises(FileProblem, match="cannot be read: another program is using"):
            store.state()
        raw.execute("ROLLBACK")
    assert store.news() == []


@pytest.mark.parametrize("whole", [True, False])
def test_a_large_store_is_examined_by_whoever_looked_it_through(store: Store, *, whole: bool) -> None:
    risks = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1001) INSERT INTO risk SELECT i, 'e',"
        " 0, '', '', '', 1, 1, 1, 1, '', NULL, '', NULL, NULL, '', NULL, NULL, NULL, '', '', NULL FROM n"
    )
    with closing(connect(store.path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(risks)
        opened = Store(store.path, connection, whole=whole)
        assert opened.trust.is_whole == whole
        opened.run("me", "New register", adding(a_register()))
        assert opened.trust.is_whole == whole


@needs_moves
def test_a_file_that_was_moved_away_can_be_read_still(store: Store) -> None:
    store.run("me", "New register", adding(a_register()))
    store.path.rename(store.path.with_name("b.riskdesk"))
    for use in (store.news, lambda: store.run("me", "Edit", adding(a_register()))):
        with pytest.raises(FileReplaced) as caught:
            use()
        assert caught.value.is_gone
    assert store.still_here()
    assert len(store.steps()) == 1


def test_a_commit_that_looks_like_ours_is_seen_before_the_next_action(store: Store) -> None:
    register = a_register()
    store.run("me", "New register", adding(register))
    with closing(Store.open(store.path)) as other:
        other.run("you", "Add category", lambda tx: tx.insert(Category(register=register.id)))
    store._footprint = footprint(store.path)
    assert [
        step.who for step in store.run("me", "Edit", lambda tx: tx.update(replace(register, heading="x"))).others
    ] == ["you"]


def test_a_step_at_the_end_of_the_journal_is_the_last(store: Store) -> None:
    register = a_register()
    with closing(connect(store.path)) as connection:
        opened = Store(store.path, connection, whole=True)
        opened.run("me", "New register", adding(register))
        connection.execute("UPDATE step SET number = 1000000")
        opened._mark, opened._footprint = journal.mark(connection), footprint(store.path)
        with pytest.raises(InputProblem, match="1,000,000 steps"):
            opened.run("me", "Edit", lambda tx: tx.update(replace(register, heading="x")))
        assert opened.mark.number == 1_000_000
