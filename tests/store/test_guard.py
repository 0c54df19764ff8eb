"""The guard at the door: what a file is, what it holds, and how large it may be."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from riskdesk.desk import scales
from riskdesk.domain.possible import MOST_BYTES
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.records import Record, to_record
from riskdesk.domain.values import Category, Register
from riskdesk.store import file_format, guard, header, room
from riskdesk.store.beside import journal_of
from tests.faults.hostile import made_at_bytes, with_a_journal_of
from tests.refusing import refuse_for_a_moment
from tests.store.rollbacks import ALL, a_journal
from tests.systems import not_on_windows

OTHERS, UNKNOWN = "the tables that Riskdesk makes", "cannot be identified"


@pytest.fixture
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as opened:
        yield opened


# Before SQLite looks.


@pytest.mark.parametrize(("size", "is_read"), [(511, False), (512, True), (MOST_BYTES, True), (MOST_BYTES + 1, False)])
def test_a_file_of_a_size_that_a_store_may_have_is_looked_at(tmp_path: Path, size: int, *, is_read: bool) -> None:
    with (tmp_path / "a").open("wb") as file:
        file.write(b"x" * 511)
        file.truncate(size)
    assert guard.start_of(tmp_path / "a") == (b"x" * header.LENGTH if is_read else b"")


@pytest.mark.skipif(os.name != "posix", reason="Windows has no pipes among its files")
def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    assert guard.start_of(tmp_path / "a") == guard.start_of(tmp_path) == b""


def test_a_file_that_a_scanner_holds_for_a_moment_is_looked_at(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_for_a_moment(monkeypatch, Path, "open")
    assert header.is_ours(guard.start_of(path))


def test_a_name_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="There is no file"):
        guard.start_of(tmp_path / "a")


@not_on_windows("Windows finds nothing of such a name")
def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"cannot be read \(its name is too long\)"):
        guard.start_of(tmp_path / ("a" * 300))


def test_first_bytes_that_a_power_cut_tore_are_those_in_the_journal(path: Path) -> None:
    whole = path.read_bytes()
    torn = b"\0" * 512 + whole[512:]
    path.write_bytes(torn)
    with pytest.raises(FileProblem, match="not a register file of Riskdesk"):
        guard.require_store(path)
    journal_of(path).write_bytes(a_journal(ALL, (1, whole[:4096])))
    guard.require_store(path)
    path.write_bytes(whole)
    guard.require_store(path)


def test_the_first_bytes_of_a_journal_that_may_do_harm_are_not_asked(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(b"\0" * 512 + whole[512:])
    journal = a_journal(ALL, (1, whole[:4096]))
    journal_of(path).write_bytes(journal + journal[:8])
    with pytest.raises(FileProblem, match="not a register file of Riskdesk"):
        guard.require_store(path)


def test_an_empty_file_is_none_whatever_lies_beside_it(path: Path) -> None:
    journal_of(path).write_bytes(a_journal(ALL, (1, path.read_bytes()[:4096])))
    path.write_bytes(b"")
    with pytest.raises(FileProblem, match="not a register file of Riskdesk"):
        guard.require_store(path)


@pytest.mark.parametrize("read_only", [True, False])
def test_what_a_journal_brings_is_looked_at_again(path: Path, *, read_only: bool) -> None:
    def change(page: bytearray) -> None:
        page[60:64] = (99).to_bytes(4, "big")

    with_a_journal_of(change)(path)
    with pytest.raises(FileProblem, match="newer version of Riskdesk"):
        guard.connect_guarded(path, read_only=read_only)


@pytest.mark.parametrize("ending", ["-wal", "-shm"])
def test_the_log_of_another_program_keeps_a_store_from_being_opened(path: Path, ending: str) -> None:
    path.with_name(path.name + ending).touch()
    with pytest.raises(FileProblem, match=f"{ending} is in the same folder"):
        guard.require_store(path)


@pytest.mark.parametrize("ending", ["-wal", "-shm"])
def test_the_log_of_a_store_that_another_program_changed_is_told_first(path: Path, ending: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
    path.with_name(path.name + ending).touch()
    with pytest.raises(FileProblem, match=f"{ending} is in the same folder"):
        guard.require_store(path)


def test_what_is_no_store_is_not_left_to_sqlite(path: Path) -> None:
    path.write_bytes(b"Dear all" * 1000)
    with pytest.raises(FileProblem, match="not a register file of Riskdesk"):
        guard.connect_guarded(path, read_only=True)


def test_names_of_one_file(path: Path, tmp_path: Path) -> None:
    assert not guard.has_several_names(path)
    assert not guard.has_several_names(tmp_path / "none")
    (tmp_path / "folder" / "inside").mkdir(parents=True)
    assert not guard.has_several_names(tmp_path / "folder")
    (tmp_path / "b.riskdesk").hardlink_to(path)
    assert guard.has_several_names(path)
    with pytest.raises(FileProblem, match="hard links"):
        guard.require_one_name(path)


# What is in it.


@pytest.mark.parametrize(
    ("statements", "message"),
    [
        (["PRAGMA application_id = 1"], OTHERS),
        (["PRAGMA user_version = 0"], OTHERS),
        ([f"PRAGMA user_version = {file_format.FORMAT + 1}"], OTHERS),
        ([f"PRAGMA user_version = {file_format.FORMAT - 1}"], OTHERS),
        (["CREATE TABLE more (x)"], OTHERS),
        (["CREATE INDEX more ON risk (title)"], OTHERS),
        (["DROP TABLE snapshot"], OTHERS),
        (["DROP INDEX risk_of_entry"], OTHERS),
        (["ALTER TABLE risk ADD COLUMN more TEXT"], OTHERS),
        (["DELETE FROM store"], UNKNOWN),
        (["INSERT INTO store SELECT '00000000-0000-4000-8000-000000000000', created, riskdesk FROM store"], UNKNOWN),
        (["UPDATE store SET id = '../../evil'"], UNKNOWN),
        (["UPDATE store SET created = 'yesterday'"], UNKNOWN),
        (["UPDATE store SET created = '2026-11-28'"], UNKNOWN),
    ],
)
def test_what_is_not_a_store_to_the_letter_is_refused(
    path: Path, raw: sqlite3.Connection, statements: list[str], message: str
) -> None:
    guard.require_schema(path, raw)
    for statement in statements:
        raw.execute(statement)
    with pytest.raises(FileProblem, match=message):
        guard.require_schema(path, raw)


def test_a_store_in_another_encoding_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as raw:
        raw.execute("PRAGMA encoding = 'UTF-16le'")
        raw.execute(f"PRAGMA application_id = {file_format.APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version = {file_format.FORMAT}")
        raw.executescript(file_format.definition(file_format.FORMAT))
        with pytest.raises(FileProblem, match=OTHERS):
            guard.require_schema(tmp_path / "a", raw)


@pytest.mark.parametrize("number", range(1, file_format.FORMAT + 1))
def test_the_tables_of_each_format_are_known(tmp_path: Path, number: int) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as raw:
        raw.execute(f"PRAGMA application_id = {file_format.APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version = {number}")
        raw.executescript(file_format.definition(number))
        raw.execute(
            "INSERT INTO store VALUES ('00000000-0000-4000-8000-000000000000', '2026-11-28T00:00:00+00:00', '1')"
        )
        guard.require_schema(tmp_path / "a", raw)
        raw.execute("DROP TABLE risk")
        with pytest.raises(FileProblem, match=OTHERS):
            guard.require_schema(tmp_path / "a", raw)


@pytest.mark.parametrize(
    ("name", "table", "sql", "way"),
    [
        ("risk", "risk", "CREATE TABLE risk (…)", "risk NOT INDEXED"),
        ("touch", "touch", "… WITHOUT ROWID", "touch INDEXED BY sqlite_autoindex_touch_1"),
        ("sqlite_autoindex_risk_1", "risk", None, "risk INDEXED BY sqlite_autoindex_risk_1"),
        ("of_entry", "risk", "CREATE INDEX of_entry ON risk (entry)", "risk INDEXED BY of_entry"),
        ("one", "step", "… WHERE undoes IS NOT NULL", "step INDEXED BY one WHERE undoes IS NOT NULL"),
    ],
)
def test_each_tree_is_walked_by_its_own_way(name: str, table: str, sql: str | None, way: str) -> None:
    assert guard._walk(name, table, sql) == way


STEPS = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {})"
    " INSERT INTO step SELECT i, '', '', '', 1, '', '', '' FROM n"
)


@pytest.mark.parametrize("table", ["step", "store", "touch"])
def test_each_tree_may_have_so_many_rows_and_no_more(
    path: Path, raw: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    raw.execute(STEPS.format(3))
    raw.execute("INSERT INTO touch SELECT '', number, '' FROM step")
    most = {"step": 3, "store": 1, "touch": 3}
    monkeypatch.setattr(room, "most", lambda name: most.get(name, 0))
    guard.require_schema(path, raw)
    most[table] -= 1
    with pytest.raises(FileProblem, match=OTHERS):
        guard.require_schema(path, raw)


def test_a_store_of_usual_size_is_no_matter_of_time(path: Path, raw: sqlite3.Connection) -> None:
    raw.execute(STEPS.format(20_000))
    guard.require_schema(path, raw)


def test_a_store_that_was_made_at_bytes_is_refused(path: Path) -> None:
    made_at_bytes(path)
    with closing(sqlite3.connect(path)) as raw, pytest.raises(FileProblem, match=UNKNOWN):
        guard.require_schema(path, raw)


# What it says.

REGISTER = Register(scale=scales.profile("5x5"))
CATEGORY = Category(register=REGISTER.id)


def changing(**fields: object) -> Callable[[Record], Record]:
    return lambda record: record | fields


@pytest.mark.parametrize(
    ("change", "impossible"),
    [
        (changing(), False),
        (changing(title="Жан\n"), False),
        (changing(title="\x07"), True),
        (changing(position=-(2**31)), True),
        (changing(title=None), True),
    ],
)
def test_values_that_no_riskdesk_writes_are_told(change: Callable[[Record], Record], *, impossible: bool) -> None:
    state = {("register", REGISTER.id): to_record(REGISTER), ("category", CATEGORY.id): change(to_record(CATEGORY))}
    sentences = [str(problem) for problem in guard.impossible(Path("a"), state)]
    assert (
        sentences
        == [
            f"In a, the category {CATEGORY.id} contains data that Riskdesk does not write; open a backup, or"
            " recover what is left."
        ][: int(impossible)]
    )


@pytest.mark.parametrize(("version", "count"), [(5, 1), (6, 0)])
def test_before_there_was_room_no_position_lay_below_0(version: int, count: int) -> None:
    state = {("category", CATEGORY.id): to_record(CATEGORY) | {"position": -1}}
    assert len(guard.impossible(Path("a"), state, version)) == count


def test_two_values_of_one_identity_are_told() -> None:
    state = {
        ("category", CATEGORY.id): to_record(CATEGORY),
        ("entry", CATEGORY.id): {"id": CATEGORY.id, "category": CATEGORY.id, "position": 0},
    }
    (problem,) = guard.impossible(Path("a"), state)
    assert "the category" in str(problem)


def test_the_largest_store_has_more_time_than_a_small_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = list[float]()

    @contextmanager
    def noted(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
        given.append(seconds)
        yield

    monkeypatch.setattr(guard, "bounded", noted)
    with closing(sqlite3.connect(path)) as raw:
        for size in (4096, MOST_BYTES, 2**40):
            monkeypatch.setattr(room, "size", lambda _connection, size=size: size)
            guard.require_schema(path, raw)
    assert [round(seconds) for seconds in given] == [1, 1, 1, 12, 1, 12]
