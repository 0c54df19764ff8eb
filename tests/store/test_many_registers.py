"""Opening shows one register of many and reads the titles of the others; these are looked at before the first write."""

import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain import values
from riskdesk.domain.problems import FileProblem, NotFound
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, RegisterTitle
from riskdesk.store import file_format, opening
from riskdesk.store.damage import DamagedStore
from tests.faults.hostile import PAGE, sql, that_leads_to_itself
from tests.store.costs import cost, looked_up

TITLES = f"SELECT {', '.join(RegisterTitle._fields)} FROM register"


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every store of these tests counts as large."""
    monkeypatch.setattr(opening, "_SMALL_BYTES", 0)


def titled(title: str) -> RegisterTree:
    tree = template("kazakhstan-2024-2027", Language.ENGLISH)
    return replace(tree, register=replace(tree.register, title=title))


def create_store(path: Path, count: int) -> Path:
    """A store of so many registers with all that may be in one."""
    with closing(Session.create(path, "me")) as session:
        for number in range(count):
            session.run(registers.add(titled(f"Register {number}")))
    return path


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two registers, made once: tests work on copies of it."""
    return create_store(tmp_path_factory.mktemp("two") / "two.riskdesk", 2)


@pytest.fixture
def path(two: Path, tmp_path: Path) -> Path:
    return shutil.copyfile(two, tmp_path / "two.riskdesk")


# What opening costs.


def test_opening_reads_of_other_registers_the_titles_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = create_store(tmp_path / "few.riskdesk", 2), create_store(tmp_path / "many.riskdesk", 12)
    pairs = zip(looked_up(few, monkeypatch), looked_up(many, monkeypatch), strict=True)
    looks = [pair for pair in pairs if pair[0].startswith(("SELECT", "WITH"))]
    assert len(looks) > 10
    more = [cost(many, in_many) - cost(few, in_few) for in_few, in_many in looks]
    # Where an index ends after the last item, a step or two are spared; ten registers more are ten steps or more.
    assert [steps for steps in more if steps >= 10] == [cost(many, TITLES) - cost(few, TITLES)]


def test_the_list_of_registers_follows_what_is_done(path: Path) -> None:
    with closing(Session.open(path, "me")) as session:

        def listed() -> list[RegisterTitle]:
            titles = session.registers()
            with session._store.reading() as reader:
                assert reader.titles() == [RegisterTitle.of(register) for register in reader.registers()] == titles
            return titles

        first, second = listed()
        session.run(registers.edit(first.id, title="Other", prepared_by="Me", reference="R/1"))
        assert listed() == [first._replace(title="Other", reference="R/1"), second]
        session.run(registers.duplicate(second.id))
        session.run(registers.delete(first.id))
        assert [register.title for register in listed()] == ["Register 1", "Register 1 (copy)"]
        session.undo(None)
        session.undo(first.id)
        assert listed()[:2] == [first, second]


# What adding one costs.


def pages(path: Path) -> set[bytes]:
    content = path.read_bytes()
    return {content[at : at + PAGE] for at in range(0, len(content), PAGE)}


def test_a_register_that_comes_writes_few_pages_however_many_there_are(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each comes in a second of its own."""
    written = list[int]()
    with closing(Session.open(path, "me")) as session:
        for second in range(40):
            monkeypatch.setattr(values, "monotonic", lambda second=second: second)
            before = pages(path)
            session.run(registers.duplicate(session.registers()[0].id))
            written.append(len(pages(path) - before))
    # In the index of references, those of all registers that are alike lie side by side: each takes some 12 to 20 pages
    # more, by chance. With identities that lie anywhere it took 100.
    assert sum(written[-10:]) <= sum(written[:10]) + 10 * 30


# What undoing costs.


def statements_of_an_undo(path: Path) -> int:
    """How many statements are run until a step is taken back and made again."""
    with closing(Session.open(path, "me")) as session:
        register = session.registers()[0].id
        session.run(registers.edit(register, title="Other"))
        statements = list[str]()
        session._store._connection.set_trace_callback(statements.append)
        session.undo(register)
        assert session.redoable(register)
        session.redo(register)
        return len(statements)


def test_a_step_is_taken_back_by_as_many_statements_however_many_registers_there_are(tmp_path: Path) -> None:
    few, many = create_store(tmp_path / "few.riskdesk", 2), create_store(tmp_path / "many.riskdesk", 12)
    assert statements_of_an_undo(few) == statements_of_an_undo(many) > 10


# What is wrong with a register that is not shown.

SENSELESS = {
    "a scale that is none": "scale = '{}'",
    "a scale that is no JSON": "scale = '5x5'",
    "a language that is none": "language = 'xx'",
    "a date that is none": "date = '2026-02-30'",
    "a period that has no end": "period_end = 'soon'",
}


@pytest.mark.parametrize("assignment", SENSELESS.values(), ids=SENSELESS)
def test_a_senseless_register_is_neither_shown_nor_is_anything_written_beside_it(path: Path, assignment: str) -> None:
    sql(f"UPDATE register SET {assignment} WHERE position = 1")(path)
    before = path.read_bytes()
    with closing(Session.open(path, "me", whole=False)) as session:
        first, other = session.registers()
        assert session.tree(first.id).categories
        with pytest.raises(DamagedStore):
            session.tree(other.id)
    with closing(Session.open(path, "me", whole=False)) as session:
        for attempt in (
            lambda: session.run(registers.edit(first.id, title="Other")),
            lambda: session.undo(first.id),
            session.require_sound,
        ):
            with pytest.raises(DamagedStore):
                attempt()
        assert not session.is_sound
    assert path.read_bytes() == before


@pytest.mark.parametrize("field", ["id", "title", "reference"])
def test_a_title_that_is_no_text_is_damaged(path: Path, field: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        (strict,) = raw.execute("SELECT sql FROM sqlite_schema WHERE name = 'register'").fetchone()
        free = strict.replace(f"{field} TEXT", f"{field} BLOB").replace("STRICT", "")
        for table, change in ((free, f"UPDATE register SET {field} = x'00' WHERE position = 1"), (strict, "")):
            raw.execute("PRAGMA writable_schema = ON")
            raw.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'register'", (table,))
            raw.execute("PRAGMA writable_schema = RESET")
            raw.execute(change)
        raw.commit()
    with closing(Session.open(path, "me", whole=False)) as session, pytest.raises(FileProblem):
        session.registers()


@pytest.mark.parametrize("index", ["register_of_titles", "sqlite_autoindex_register_1"])
def test_a_register_that_only_an_index_knows_is_damaged(path: Path, index: str) -> None:
    with closing(Session.open(path, "me")) as session:
        identity = session.registers()[0].id
    with closing(sqlite3.connect(path)) as raw:
        (page,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (index,)).fetchone()
    content = bytearray(path.read_bytes())
    at = content.index(identity.encode(), (page - 1) * PAGE, page * PAGE)
    content[at : at + 1] = b"g"
    path.write_bytes(content)
    with closing(Session.open(path, "me", whole=False)) as session, pytest.raises(DamagedStore):
        session.tree(session.registers()[0].id)


def test_a_register_may_be_gone_from_a_store_in_which_nothing_is_wrong(path: Path) -> None:
    with closing(Session.open(path, "me", whole=False)) as session, pytest.raises(NotFound):
        session.tree(values.new_id())


with closing(sqlite3.connect(":memory:")) as raw:
    raw.executescript(file_format.definition(file_format.FORMAT))
    TREES = [tree for (tree,) in raw.execute("SELECT name FROM sqlite_schema ORDER BY name")]


@pytest.mark.parametrize("tree", TREES)
def test_what_has_no_end_is_shown_as_it_is_or_not_at_all_and_not_written_to(path: Path, tree: str) -> None:
    with closing(Session.open(path, "me")) as session:
        trees = [session.tree(register.id) for register in session.registers()]
        # So that no tree is empty.
        session.undo(None)
        session.redo(None)
    that_leads_to_itself(tree)(path)
    before = path.read_bytes()
    with suppress(FileProblem), closing(Session.open(path, "me", whole=False)) as session:
        for tree_before in trees:
            with suppress(FileProblem):
                assert session.tree(tree_before.register.id) == tree_before
        for attempt in (
            lambda: session.run(registers.edit(trees[0].register.id, title="Other")),
            lambda: session.undo(trees[0].register.id),
            session.require_sound,
        ):
            with pytest.raises(FileProblem):
                attempt()
    assert path.read_bytes() == before
