"""What other programs write to a store while it is open is looked at before it counts."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from riskdesk.desk import scales
from riskdesk.domain.problems import FileProblem, FileReplaced
from riskdesk.domain.records import Record
from riskdesk.domain.step import UndoDirection
from riskdesk.domain.values import Category, Register
from riskdesk.store import journal
from riskdesk.store.damage import DamagedStore
from riskdesk.store.file_format import canonical
from riskdesk.store.store import Store
from tests.systems import needs_moves

Raw = sqlite3.Connection


@pytest.fixture(scope="module")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of a register with a category, made once: tests work on copies of it."""
    path = tmp_path_factory.mktemp("made") / "a.riskdesk"
    register = Register(scale=scales.profile("5x5"), title="Title")
    with closing(Store.create(path)) as new_store:
        new_store.run("me", "New register", lambda tx: tx.insert(register))
        new_store.run(
            "me", "Add category", lambda tx: tx.insert(Category(register=register.id, position=0, title="Old"))
        )
    return path


@pytest.fixture
def store(made_store: Path, tmp_path: Path) -> Iterator[Store]:
    with closing(Store.open(shutil.copyfile(made_store, tmp_path / "a.riskdesk"))) as opened:
        yield opened


def edit(store: Store) -> None:
    """An action of ours on what others may have written to."""

    def work(tx) -> None:
        register = tx.registers()[0]
        tx.update(replace(register, prepared_by=register.prepared_by + "x"))

    store.run("me", "Edit register", work)


USES: dict[str, Callable[[Store], object]] = {
    "look": lambda store: store.news(),
    "run": edit,
    "undo": lambda store: store.take_back("me", None, UndoDirection.UNDO),
}


def sql(*statements: str) -> Callable[[Raw], None]:
    def write(raw: Raw) -> None:
        for statement in statements:
            raw.execute(statement)

    return write


def taking(change: Callable[[Record], object], *statements: str) -> Callable[[Raw], None]:
    """A step after the last, as a Riskdesk would take it to rename the category, but for what `change` does to it."""

    def write(raw: Raw) -> None:
        raw.row_factory = sqlite3.Row
        last = dict(raw.execute("SELECT * FROM step ORDER BY number DESC LIMIT 1").fetchone())
        (identity,) = raw.execute("SELECT id FROM category").fetchone()
        row = last | {"number": last["number"] + 1, "previous": last["hash"], "label": "Rename", "undoes": None}
        row["changes"] = canonical([["category", identity, {"title": "Old"}, {"title": "New"}]])
        change(row)
        row["hash"] = journal._hash({name: value for name, value in row.items() if name != "hash"})
        raw.execute("UPDATE category SET title = 'New'")
        for statement in statements:
            raw.execute(statement)
        names = ", ".join(row)
        raw.execute(f"INSERT INTO step ({names}) VALUES ({', '.join(':' + name for name in row)})", row)
        raw.execute("INSERT INTO touch SELECT id, ?, ? FROM register", (row["number"], identity))

    return write


def in_turn(*writes: Callable[[Raw], None]) -> Callable[[Raw], None]:
    def write_all(raw: Raw) -> None:
        for write in writes:
            write(raw)

    return write_all


def of_the_category(*edits: tuple[Record, Record] | tuple[Record, None]) -> Callable[[Record], object]:
    """A step of edits to the category that the step before them renames."""

    def change(row: Record) -> None:
        ((kind, identity, _, _),) = json.loads(row["changes"])
        row["changes"] = canonical([[kind, identity, *edit] for edit in edits])

    return change


def telling_of_the_register_too(raw: Raw) -> None:
    (register,) = raw.execute("SELECT id FROM register").fetchone()
    more = ["register", register, {"heading": ""}, {"heading": "Not written"}]
    taking(lambda row: row.update(changes=canonical([*json.loads(row["changes"]), more])))(raw)


def telling(changes: object) -> Callable[[Record], object]:
    return lambda row: row.update(changes=json.dumps(changes))


# What no Riskdesk writes.
SENSELESS = {
    "a trigger": sql("CREATE TRIGGER t AFTER UPDATE ON register BEGIN DELETE FROM category; END"),
    "a view": sql("CREATE VIEW v AS SELECT 1"),
    "one more index": sql("CREATE INDEX i ON category (title)"),
    "pages of another size": sql("PRAGMA page_size = 1024", "VACUUM"),
    "a step before the first": sql("INSERT INTO step SELECT -5, at, who, '', NULL, '[]', hash, hash FROM step LIMIT 1"),
    "a table without one": sql("DROP INDEX category_of_register"),
    "a value without a step": sql("UPDATE category SET title = 'Not ours'"),
    "a deletion without a step": sql("DELETE FROM category"),
    "a step that is gone": sql("DELETE FROM step WHERE number = 1"),
    "an old step with another text": sql("UPDATE step SET label = 'x' WHERE number = 1", "PRAGMA user_version=3"),
    "an index of the journal that differs": sql("DELETE FROM touch"),
    "a step with a wrong hash": sql("INSERT INTO step SELECT 3, at, who, '', NULL, '[]', hash, hash FROM step LIMIT 1"),
    "no changes": taking(telling(None)),
    "changes that are text": taking(lambda row: row.update(changes="Dear all")),
    "a kind that is none": taking(telling([["step", "x", None, {"number": 1}]])),
    "a kind that is a statement": taking(telling([["category; DROP TABLE step", "x", None, {"title": ""}]])),
    "an id that is a list": taking(telling([["category", [], None, {"title": ""}]])),
    "a change of three": taking(telling([["category", "x", None]])),
    "a number in place of a record": taking(telling([["category", "x", 5, 6]])),
    "a moment that is none": taking(lambda row: row.update(at="yesterday")),
    "a moment without an offset": taking(lambda row: row.update(at="2026-11-28T10:00:00.000")),
    "a step that undoes one that is not there": taking(lambda row: row.update(undoes=77)),
    "a step that undoes itself": taking(lambda row: row.update(undoes=3)),
    "a step with a gap before it": taking(lambda row: row.update(number=5)),
    "a step that tells of another value": taking(lambda row: None, "UPDATE category SET title = 'Other'"),
    "a step that tells of another value as well": telling_of_the_register_too,
    "a step that tells of what was not done": taking(lambda row: None, "DELETE FROM category"),
    "a step whose hash is another": in_turn(
        taking(lambda row: None), sql("UPDATE step SET hash = 'x' WHERE number = 3")
    ),
    "a step that was taken back twice": in_turn(*[taking(lambda row: row.update(undoes=2))] * 2),
    "a step that was taken back twice after another": in_turn(
        taking(lambda row: None), *[taking(lambda row: row.update(undoes=2))] * 2
    ),
    "a step whose first edit was not made": taking(
        of_the_category(({"title": "Old"}, {"title": "First"}), ({"position": 0}, {"position": 1})),
        "UPDATE category SET position = 1",
    ),
    "a step that tells of a deletion that was not made": taking(of_the_category(({"title": "Old"}, None))),
    "a value without letters": taking(lambda row: None, "UPDATE category SET title = CAST(x'ff' AS TEXT)"),
    "a value that holds control characters": taking(
        lambda row: row.update(changes=row["changes"].replace("New", "\\u001b[2J")),
        "UPDATE category SET title = char(27) || '[2J'",
    ),
}  # fmt: skip


@pytest.mark.parametrize("use", USES.values(), ids=USES)
@pytest.mark.parametrize("write", SENSELESS.values(), ids=SENSELESS)
def test_what_no_riskdesk_writes_is_told_and_nothing_is_written(
    store: Store, write: Callable[[Raw], None], use: Callable[[Store], object]
) -> None:
    with closing(sqlite3.connect(store.path)) as raw:
        write(raw)
        raw.commit()
    there = store.path.read_bytes()
    with pytest.raises(FileProblem):
        use(store)
    assert store.path.read_bytes() == there


def of_before(content: bytes, before: bytes) -> bytes:
    """A file of which a copy that is put back has all but the first page, with SQLite's count of changes."""
    return content[:4096] + before[4096:] + content[len(before) :]


IN_PLACE: dict[str, Callable[[bytes, bytes], bytes]] = {
    "a copy that is on its way": lambda content, before: content[: len(content) // 2],
    "a copy without its end": lambda content, before: content[:-4096],
    "pages of an earlier copy": of_before,
    "a value that is another": lambda content, before: content.replace(b"mex", b"mey"),
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
@pytest.mark.parametrize("made_of", IN_PLACE.values(), ids=IN_PLACE)
def test_what_is_written_past_sqlite_is_told_and_nothing_is_written(
    store: Store, made_of: Callable[[bytes, bytes], bytes], use: Callable[[Store], object]
) -> None:
    store.run("me", "Edit", lambda tx: tx.update(replace(tx.registers()[0], prepared_by="me")))
    before = store.path.read_bytes()
    edit(store)
    content = store.path.read_bytes()
    written = made_of(content, before)
    assert written != content
    store.path.write_bytes(written)
    with pytest.raises(FileProblem):
        use(store)
    assert store.path.read_bytes() == written


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_the_same_file_written_again_is_looked_through(store: Store, use: Callable[[Store], object]) -> None:
    store.path.write_bytes(store.path.read_bytes())
    assert store.trust.is_whole
    use(store)
    assert not store.trust.is_whole
    assert store.news() == []


def test_what_a_riskdesk_writes_is_taken_in(store: Store) -> None:
    """The test itself: the step that the others are made from is one of ours."""
    with closing(sqlite3.connect(store.path)) as raw:
        taking(lambda row: None)(raw)
        (register,) = raw.execute("SELECT id FROM register").fetchone()
        raw.commit()
    (step,) = store.news()
    assert (step.label, step.registers) == ("Rename", {register})
    assert [stored_step.label for stored_step in store.steps()] == ["New register", "Add category", "Rename"]


@pytest.mark.parametrize("items", [(), ("other",)])
def test_a_step_that_is_indexed_otherwise_is_told_and_nothing_is_written(store: Store, items: tuple[str, ...]) -> None:
    with closing(sqlite3.connect(store.path)) as raw:
        taking(lambda row: None)(raw)
        raw.execute("DELETE FROM touch WHERE step = 3")
        raw.executemany("INSERT INTO touch SELECT id, 3, ? FROM register", [(item,) for item in items])
        raw.commit()
    with pytest.raises(DamagedStore):
        store.news()


@needs_moves
@pytest.mark.parametrize("is_gone", [False, True])
def test_a_file_that_goes_while_it_is_written_is_told_as_gone(store: Store, *, is_gone: bool) -> None:
    content = store.path.read_bytes()

    def work(tx) -> None:
        store.path.rename(store.path.with_suffix(".away"))
        if not is_gone:
            store.path.write_bytes(content)
        tx.update(replace(tx.registers()[0], prepared_by="me"))

    with pytest.raises(FileReplaced) as caught:
        store.run("me", "Edit", work)
    assert caught.value.is_gone == is_gone


def test_another_file_is_told_as_that_whatever_is_wrong_with_it(store: Store, tmp_path: Path) -> None:
    Store.create(tmp_path / "b.riskdesk").close()
    with closing(sqlite3.connect(tmp_path / "b.riskdesk")) as raw:
        raw.execute("INSERT INTO touch VALUES ('', 1, '')")
        raw.commit()
    store.path.write_bytes((tmp_path / "b.riskdesk").read_bytes())
    with pytest.raises(FileReplaced):
        store.news()


@pytest.mark.parametrize("use", USES.values(), ids=USES)
@pytest.mark.parametrize("table", ["", "notes", "store"])
def test_an_emptied_file_and_one_of_another_program_are_another_file(
    store: Store, table: str, use: Callable[[Store], object]
) -> None:
    content = b""
    if table:
        other = store.path.with_name("notes.db")
        with closing(sqlite3.connect(other)) as raw:
            raw.execute(f"CREATE TABLE {table} (id TEXT)")
        content = other.read_bytes()
    store.path.write_bytes(content)
    with pytest.raises(FileReplaced):
        use(store)
    with pytest.raises(FileReplaced):
        store.changed_at()
    assert store.path.read_bytes() == content


@pytest.mark.parametrize("statement", ["VACUUM", "UPDATE category SET title = title"])
def test_a_file_that_was_written_anew_with_what_it_held_is_no_news(store: Store, statement: str) -> None:
    with closing(sqlite3.connect(store.path)) as raw:
        raw.execute(statement)
        raw.commit()
    assert store.news() == []


@pytest.mark.parametrize("use", USES.values(), ids=USES)
@pytest.mark.parametrize("read_before", [False, True])
def test_a_file_that_is_to_have_a_log_has_none_again(
    store: Store, use: Callable[[Store], object], *, read_before: bool
) -> None:
    with closing(sqlite3.connect(store.path)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
    if read_before:
        store.state()
    use(store)
    assert list(store.path.parent.iterdir()) == [store.path]
    assert store.path.read_bytes()[18:20] == b"\1\1"
    Store.open(store.path).close()


def test_a_file_whose_log_another_program_has_open_is_left_alone(store: Store) -> None:
    with closing(sqlite3.connect(store.path)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("SELECT * FROM category").fetchall()
        for use in USES.values():
            with pytest.raises(FileProblem, match=r"a\.riskdesk-wal"):
                use(store)
    store.news()
    edit(store)


@pytest.mark.parametrize("scale", ["'{'", "NULL"])
def test_a_step_of_a_value_that_cannot_be_read_is_told_as_damage(store: Store, scale: str) -> None:
    with closing(sqlite3.connect(store.path)) as raw:
        (before,) = raw.execute("SELECT sql FROM sqlite_schema WHERE name = 'register'").fetchone()
        for schema in (before.replace("scale TEXT NOT NULL", "scale TEXT"), before):
            raw.execute("PRAGMA writable_schema = ON")
            raw.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'register'", (schema,))
            raw.execute("PRAGMA writable_schema = RESET")
            if schema != before:
                raw.execute(f"UPDATE register SET scale = {scale}")
        (register,) = raw.execute("SELECT id FROM register").fetchone()
        taking(telling([["register", register, {"title": "Title"}, {"title": "Other"}]]))(raw)
        raw.commit()
    with pytest.raises(DamagedStore):
        store.news()


def test_a_text_longer_than_any_is_told_as_damage(store: Store) -> None:
    with closing(sqlite3.connect(store.path)) as raw:
        raw.execute("UPDATE category SET title = hex(zeroblob(32000001))")
        raw.commit()
    for use in (*USES.values(), lambda store: Store.open(store.path).close()):
        with pytest.raises(DamagedStore) as caught:
            use(store)
        assert "a text in it is longer" in str(*caught.value.health.findings())


def test_a_trigger_that_was_added_meanwhile_does_not_fire(store: Store) -> None:
    before = store.state()
    with closing(sqlite3.connect(store.path)) as raw:
        SENSELESS["a trigger"](raw)
    for _ in range(2):
        with pytest.raises(FileProblem, match="the tables that Riskdesk makes"):
            edit(store)
    assert store.state() == before


def delete(store: Store) -> None:
    with store.reading() as reader:
        (category,) = reader.children(Category, reader.registers()[0].id)
    store.run("me", "Delete category", lambda tx: tx.delete(category))


def undo(store: Store) -> None:
    store.take_back("me", None, UndoDirection.UNDO)


def redo(store: Store) -> None:
    store.take_back("me", None, UndoDirection.REDO)


@pytest.mark.parametrize("works", [(edit,), (edit, undo), (edit, undo, redo), (delete,), (delete, undo)])
def test_what_others_wrote_is_looked_through_before_copies_are_made_of_it(
    store: Store, works: tuple[Callable[[Store], None], ...]
) -> None:
    """A value that no step tells of, written together with steps that say nothing of it."""
    with closing(Store.open(store.path)) as other:
        for work in works:
            work(other)
    with closing(sqlite3.connect(store.path)) as raw:
        raw.execute("UPDATE register SET heading = 'Not ours'")
        raw.commit()
    store.news()
    assert not store.trust.is_whole
    with pytest.raises(DamagedStore):
        store.steps()


def test_a_commit_right_after_ours_is_news(store: Store) -> None:
    """Though the file looks as it did when we noted what it looks like after our own commit."""
    with closing(Store.open(store.path)) as other:
        edit(store)
        other.news()
        edit(other)
    store._footprint = type(store._footprint)(
        store._footprint.file, store.path.stat().st_size, store.path.stat().st_mtime_ns
    )
    assert [step.label for step in store.news()] == ["Edit register"]
    assert store.news() == []


def test_our_own_steps_are_no_news_and_leave_the_store_examined(store: Store) -> None:
    edit(store)
    assert store.news() == []
    assert store.trust.is_whole
    with closing(Store.open(store.path)) as other:
        edit(other)
    assert len(store.news()) == 1
    assert not store.trust.is_whole
    assert len(store.steps()) == 4
    assert store.trust.is_whole
