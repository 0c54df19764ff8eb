"""A large store is open before it was looked through: until then, little is read of it, and nothing written to it."""

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import closing, suppress
from pathlib import Path
from struct import pack
from threading import Event, Thread

import pytest

from riskdesk.desk import registers, risks
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.progress import Cancelled, Checkpoint, never_cancelled
from riskdesk.domain.records import KINDS
from riskdesk.domain.values import Language
from riskdesk.store import check, opening, room
from riskdesk.store.damage import DamagedStore, RefusedStore
from tests.faults.hostile import PAGE, sql, that_leads_to_itself
from tests.store.costs import cost, looked_up

Damage = Callable[[Path], object]


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every store of these tests counts as large."""
    monkeypatch.setattr(opening, "_SMALL_BYTES", 0)


@pytest.fixture(scope="module")
def twenty_steps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of twenty steps and some, made once: tests work on copies of it."""
    return create_store(tmp_path_factory.mktemp("twenty") / "a.riskdesk", 20)


@pytest.fixture
def path(twenty_steps: Path, tmp_path: Path) -> Path:
    return shutil.copyfile(twenty_steps, tmp_path / "a.riskdesk")


def create_store(path: Path, steps: int) -> Path:
    with closing(Session.create(path, "me")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
        for _ in range(steps):
            write(session)
        session.undo(None)
        session.redo(None)
    return path


def write(session: Session) -> None:
    risk = next(session.tree(session.registers()[0].id).risks)
    session.run(risks.edit(risk.id, note=risk.note + "x"))


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    with closing(Session.open(path, "me", whole=False)) as opened:
        assert not opened.is_sound
        yield opened


# What opening costs.


def test_opening_runs_no_statement_that_grows_with_the_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    short, long = create_store(tmp_path / "short.riskdesk", 10), create_store(tmp_path / "long.riskdesk", 100)
    few, many = looked_up(short, monkeypatch), looked_up(long, monkeypatch)
    assert len(few) == len(many) > 20
    assert not [statement for statement in many if re.search("(integrity|quick|key)_check", statement)]
    looks = [
        (in_short, in_long)
        for in_short, in_long in zip(few, many, strict=True)
        if in_short.startswith(("SELECT", "WITH"))
    ]
    costs = [(cost(short, in_short), cost(long, in_long), in_long) for in_short, in_long in looks]
    assert [case for case in costs if case[1] > case[0]] == []


# Before the first write.


def page_of(tree: str) -> Damage:
    """The first page of a tree is lost."""

    def damage(path: Path) -> None:
        with closing(sqlite3.connect(path)) as raw:
            (root,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (tree,)).fetchone()
        put(path, (root - 1) * PAGE, bytes(PAGE))

    return damage


def put(path: Path, at: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)


def free_page_in_use(path: Path) -> None:
    """The list of free pages has one that is in use, which the next write would take."""
    with closing(sqlite3.connect(path)) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'snapshot'").fetchone()
    put(path, 32, pack(">II", root, 1))
    put(path, (root - 1) * PAGE, bytes(PAGE))


def retold(index: str) -> list[str]:
    """Statements that let the tables of a store say something else of an index, whatever is in it."""
    return [
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_schema SET sql = '{index}' WHERE name = 'risk_of_entry'",
        "PRAGMA writable_schema = RESET",
    ]


DAMAGES: dict[str, Damage] = {
    "a lost page of steps": page_of("step"),
    "a lost page of an index": page_of("touch_of_item"),
    "a lost page of what is not shown": page_of("snapshot"),
    "a free page that is in use": free_page_in_use,
    "pages that move by themselves": lambda path: put(path, 52, pack(">I", 5)),
    "an index in which a risk is missing": sql(
        *retold("CREATE INDEX risk_of_entry ON risk (entry) WHERE position > 99"),
        "CREATE TEMP TABLE kept AS SELECT * FROM risk LIMIT 1",
        "DELETE FROM risk WHERE id IN (SELECT id FROM kept)",
        "INSERT INTO risk SELECT * FROM kept",
        *retold("CREATE INDEX risk_of_entry ON risk (entry)"),
    ),
    "a step that takes back nothing": sql("UPDATE step SET undoes = 999 WHERE number = 5"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_nothing_is_written_to_what_is_damaged(path: Path, damage: Damage) -> None:
    damage(path)
    before = path.read_bytes()
    with suppress(FileProblem), closing(Session.open(path, "me", whole=False)) as session:
        (register,) = session.registers()
        for _ in range(2):
            for attempt in (
                lambda: session.run(registers.edit(register.id, title="Other")),
                lambda: session.undo(register.id),
                session.require_sound,
            ):
                with pytest.raises(FileProblem):
                    attempt()
    assert path.read_bytes() == before


@pytest.mark.parametrize("damage", [DAMAGES["a lost page of steps"], DAMAGES["pages that move by themselves"]])
def test_what_is_checked_once_is_written_to_without_more_ado(
    path: Path, monkeypatch: pytest.MonkeyPatch, damage: Damage
) -> None:
    with closing(Session.open(path, "me", whole=False)) as session:
        write(session)
        monkeypatch.setattr(check, "require_checked", damage)
        write(session)
        session.require_sound()
        assert session.is_sound
    assert check.examine(path).sound


def test_one_thread_waits_while_another_has_sqlite_check_it(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    trust = session._store.trust
    waiting = [Thread(target=trust.require_checked) for _ in range(2)]
    checks = list[Path]()

    def meanwhile(path: Path) -> None:
        checks.append(path)
        if len(checks) == 1:
            for thread in waiting:
                thread.start()
                thread.join(0.05)

    monkeypatch.setattr(check, "require_checked", meanwhile)
    trust.require_checked()
    for thread in waiting:
        thread.join()
    assert checks == [session.path]


@pytest.fixture
def while_sqlite_checks(session: Session, monkeypatch: pytest.MonkeyPatch) -> Callable[[Checkpoint], Future[object]]:
    """Writes in another thread, with a checkpoint, while SQLite checks the file, until that waits or is over."""

    def write_meanwhile(checkpoint: Checkpoint) -> Future[object]:
        rename = registers.edit(session.registers()[0].id, title="Other")
        threads, waits = ThreadPoolExecutor(1), Event()
        written = list[Future[object]]()

        def looking(share: float | None = None, /) -> None:
            waits.set()
            checkpoint(share)

        def reading_long(path: Path, connection: sqlite3.Connection) -> tuple[FileProblem, ...]:
            found = of_sqlite(path, connection)
            written.append(threads.submit(session.run, rename, lambda work: work(looking)))
            written[0].add_done_callback(lambda _future: waits.set())
            waits.wait()
            wait(written, 0.2)
            return found

        monkeypatch.setattr(check, "_of_sqlite", reading_long)
        with threads:
            session.examine()
        return written[0]

    of_sqlite = check._of_sqlite
    session._store.trust.require_checked()
    # SQLite itself waits for nobody.
    session._store._connection.execute("PRAGMA busy_timeout=0")
    return write_meanwhile


def test_who_writes_waits_as_long_as_the_file_is_checked(
    session: Session, while_sqlite_checks: Callable[[Checkpoint], Future[object]]
) -> None:
    assert while_sqlite_checks(never_cancelled).result() is not None
    assert session.registers()[0].title == "Other"


def test_who_waits_for_a_check_can_cancel(
    session: Session, while_sqlite_checks: Callable[[Checkpoint], Future[object]]
) -> None:
    before = session.registers()

    def cancel(_share: float | None = None, /) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        while_sqlite_checks(cancel).result()
    assert session.registers() == before


def test_what_sqlite_has_just_checked_it_does_not_check_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    of_sqlite, checks = check._of_sqlite, list[Path]()

    def counted(path: Path, connection: sqlite3.Connection) -> tuple[FileProblem, ...]:
        checks.append(path)
        return of_sqlite(path, connection)

    monkeypatch.setattr(check, "_of_sqlite", counted)
    with closing(Session.open(path, "me", whole=False)) as session:
        session.require_sound()
        assert checks == [path]
        assert session.is_sound
        session.examine()
    assert checks == [path, path]


def test_the_journal_is_read_page_by_page_only_once_sqlite_has_checked_it(path: Path) -> None:
    page_of("step_that_undoes")(path)
    with closing(Session.open(path, "me", whole=False)) as session:
        (register,) = session.registers()
        with pytest.raises(FileProblem):
            session.history.people(register.id)
        with pytest.raises(FileProblem), session.history.apart():
            pass


# Reading what nobody has checked.


@pytest.mark.parametrize("tree", ["register", "category", "category_of_register", "risk", "risk_of_entry", "touch"])
def test_a_tree_of_pages_without_end_is_not_read_on_and_on(path: Path, tree: str) -> None:
    that_leads_to_itself(tree)(path)
    with pytest.raises(FileProblem):
        read_all(path)


def test_a_page_that_cannot_be_read_is_damage(path: Path) -> None:
    page_of("risk_of_entry")(path)
    with pytest.raises(DamagedStore):
        read_all(path)


def test_what_cannot_be_read_is_judged_only_once_its_rows_are_counted(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sql("UPDATE risk SET note = CAST(x'ff' AS TEXT)")(path)
    with closing(Session.open(path, "me", whole=False)) as session:
        (register,) = session.registers()
        monkeypatch.setattr(room, "MOST_STEPS", 1)
        with pytest.raises(RefusedStore):
            session.tree(register.id)


def read_all(path: Path) -> None:
    with closing(Session.open(path, "me", whole=False)) as session:
        for register in session.registers():
            session.tree(register.id)
            session.undoable(register.id)
            session.history.deleted_items(register.id)


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {}) SELECT count(*) FROM n"


def test_a_statement_has_an_end_as_long_as_nobody_has_looked(session: Session) -> None:
    trust = session._store.trust
    with pytest.raises(FileProblem, match="takes too long"), trust.reading(0.01) as raw:
        raw.execute(ENDLESS.format(10**12)).fetchone()
    session.require_sound()
    with trust.reading(0) as raw:
        assert raw.execute(ENDLESS.format(10_000)).fetchone() == (10_000,)


@pytest.mark.parametrize(
    ("size", "rows", "fits"),
    [
        (10, [("12345", 7), ("12345", None)], True),
        (9, [("12345",), ("12345",)], False),
        (9, [("12345", "12345")], False),
        (0, [()] * room.MOST_ROWS, True),
        (0, [()] * (room.MOST_ROWS + 1), False),
    ],
)
def test_no_more_is_read_than_a_file_holds(size: int, rows: list[tuple[object, ...]], *, fits: bool) -> None:
    if fits:
        assert list(room.within(size, rows)) == rows
    else:
        with pytest.raises(ValueError, match="more than"):
            list(room.within(size, rows))


@pytest.mark.parametrize("scale", ["null", "7", '"5x5"', "[]", "true", "{}", '{"table": 1}'])
def test_a_register_whose_scale_is_none_is_damaged(path: Path, scale: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("UPDATE register SET scale = ?", (scale,))
    with closing(Session.open(path, "me", whole=False)) as session:
        (register,) = session.registers()
        with pytest.raises(DamagedStore):
            session.tree(register.id)


def test_a_register_of_which_all_tells_one_text_is_damaged(path: Path) -> None:
    """Each row leads to the same pages, so that little makes very much."""
    pages = list[int]()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        # What lies in the table itself stays where it is as the texts grow by whole pages.
        for size, which in (
            (5000, "1"),
            (5000 + 100 * (PAGE - 4), "rowid = 1"),
            (5000 + 100 * (PAGE - 4), "rowid > 1"),
        ):
            raw.execute(
                f"UPDATE risk SET description = '', note = substr(hex(zeroblob(300000)), 1, {size}) WHERE {which}"
            )
            pages += raw.execute("PRAGMA page_count").fetchone()
        (root,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'risk'").fetchone()
    share_texts(path, root, pages[1])
    with closing(sqlite3.connect(path)) as raw:
        (length,) = raw.execute("SELECT sum(length(note)) FROM risk").fetchone()
    assert length > 10 * path.stat().st_size
    with closing(Session.open(path, "me", whole=False)) as session:
        (register,) = session.registers()
        with pytest.raises(DamagedStore):
            session.tree(register.id)


def share_texts(path: Path, root: int, pages: int) -> None:
    """Let the long text of each row of a table be that of the first, and leave so many pages of the file."""
    content = bytearray(path.read_bytes())
    chains = list[int]()
    for leaf in leaves(content, root):
        page = page_at(content, leaf)
        for at in cells_of(page, 8):
            # The length of the row (three bytes), its number (one), and what lies here of it.
            size = (page[at] & 127) << 14 | (page[at + 1] & 127) << 7 | page[at + 2]
            least = (PAGE - 12) * 32 // 255 - 23
            here = least + (size - least) % (PAGE - 4)
            chains.append((leaf - 1) * PAGE + at + 4 + (here if here <= PAGE - 35 else least))
    first = bytes(content[chains[0] : chains[0] + 4])
    for place in chains:
        content[place : place + 4] = first
    content[28:32] = pack(">I", pages)
    path.write_bytes(content[: pages * PAGE])


def leaves(content: bytes, root: int) -> list[int]:
    """The leaves of a table of two levels."""
    page = page_at(content, root)
    below = [int.from_bytes(page[at : at + 4], "big") for at in cells_of(page, 12)]
    return [*below, int.from_bytes(page[8:12], "big")]


def page_at(content: bytes, number: int) -> bytes:
    return bytes(content[(number - 1) * PAGE : number * PAGE])


def cells_of(page: bytes, head: int) -> list[int]:
    count = int.from_bytes(page[3:5], "big")
    return [int.from_bytes(page[head + 2 * number : head + 2 * number + 2], "big") for number in range(count)]


# While it is looked through.


def test_others_write_while_it_is_looked_through(path: Path, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the portions of the journal, which is read twice, and while these are judged in two ways."""
    written = list[bool]()
    monkeypatch.setattr(check, "_PORTION", 1)

    with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as raw:

        def try_to_write(*_: object) -> None:
            with suppress(sqlite3.OperationalError):
                raw.execute("UPDATE store SET riskdesk = riskdesk")
                written.append(True)

        assert check.examine(path, try_to_write).sound
    assert len(written) == 4 * session._store.mark.number


def test_what_is_put_beside_it_meanwhile_is_seen(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "_PORTION", 1)
    checkpoints, wal = list[int](), path.with_name(f"{path.name}-wal")
    with closing(sqlite3.connect(path)) as raw:
        values = sum(raw.execute(f"SELECT count(*) FROM {kind}").fetchone()[0] for kind in KINDS)

    def put_beside(*_: object) -> None:
        checkpoints.append(1)
        if len(checkpoints) == values + 3:
            wal.write_bytes(b"left")

    with pytest.raises(FileProblem, match="-wal"):
        check.examine(path, put_beside)
    assert wal.exists()


def test_what_is_written_here_meanwhile_is_no_damage(session: Session) -> None:
    session._store._connection.execute("PRAGMA busy_timeout = 0")
    before = session._store.mark.number

    def try_to_write(*_: object) -> None:
        # Somebody reads in the moment.
        with suppress(FileProblem):
            if session._store.mark.number < before + 3:
                write(session)

    session.require_sound(try_to_write)
    assert session._store.mark.number == before + 3
    assert session.is_sound
    assert check.examine(session.path).sound


def test_what_others_write_meanwhile_was_not_looked_through(session: Session) -> None:
    with closing(Session.open(session.path, "other")) as other:
        written = list[object]()

        def write_once(*_: object) -> None:
            with suppress(FileProblem):
                if not written:
                    other._store._connection.execute("PRAGMA busy_timeout = 0")
                    write(other)
                    written.append(session.read_changes_of_others())

        session.require_sound(write_once)
    assert not session.is_sound
    session.require_sound()
    assert session.is_sound


def test_a_look_may_end_the_check(session: Session) -> None:
    checkpoints = list[int]()

    def give_up(*_: object) -> None:
        checkpoints.append(len(checkpoints))
        if len(checkpoints) > 50:
            raise Cancelled

    with pytest.raises(Cancelled):
        session.require_sound(give_up)
    assert not session.is_sound
    session.require_sound(lambda *_: checkpoints.append(0))
    steps = session._store.mark.number
    assert len(checkpoints) > 51 + 2 * steps
