"""How a store is made and opened: where it may lie, and how much of it is looked through."""

import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk import __version__
from riskdesk.domain.possible import is_identity, time_of
from riskdesk.domain.problems import FileProblem, InputProblem
from riskdesk.store import file_format, opening
from riskdesk.store.beside import journal_of
from riskdesk.store.check import findings
from riskdesk.store.damage import DamagedStore
from riskdesk.store.store import Store
from riskdesk.system import name_length

STEP = "INSERT INTO step VALUES ({}, '', '', '', NULL, '[]', '', '')"
KEPT = Path(__file__).parents[1] / "data" / "stores"


SMALL_PAGES = 128


def opened(path: Path, **how: bool) -> None:
    Store.open(path, **how).close()


def wrong(path: Path, pages: int) -> Path:
    """A store of so many pages whose journal nobody wrote, which SQLite itself does not see."""
    Store.create(path).close()
    with closing(sqlite3.connect(path)) as raw:
        while raw.execute("PRAGMA page_count").fetchone()[0] < pages:
            raw.execute("INSERT INTO step VALUES (NULL, '', '', hex(zeroblob(2000)), NULL, '[]', '', '')")
        raw.commit()
    assert path.stat().st_size == 4096 * pages
    return path


def test_a_small_store_is_looked_through_before_it_is_open(tmp_path: Path) -> None:
    path = wrong(tmp_path / "a.riskdesk", SMALL_PAGES)
    for whole in (True, False):
        with pytest.raises(DamagedStore):
            opened(path, whole=whole)


def test_the_check_of_a_large_store_may_wait(tmp_path: Path) -> None:
    path = wrong(tmp_path / "a.riskdesk", SMALL_PAGES + 1)
    with pytest.raises(DamagedStore):
        opened(path)
    with closing(Store.open(path, whole=False)) as store:
        assert not store.trust.is_whole
        with pytest.raises(DamagedStore):
            store.steps()


@pytest.mark.parametrize("how", [{}, {"read_only": True}])
@pytest.mark.parametrize("number", [1, 6, file_format.FORMAT])
def test_a_store_of_which_a_part_is_lost_is_damaged(tmp_path: Path, number: int, how: dict[str, bool]) -> None:
    path, content = tmp_path / "a.riskdesk", (KEPT / f"format-{number}.riskdesk").read_bytes()
    for length in range(4096, len(content), 8 * 4096):
        path.write_bytes(content[:length])
        with pytest.raises(DamagedStore):
            opened(path, **how)
        assert path.read_bytes() == content[:length]


@pytest.mark.parametrize("whole", [True, False])
def test_a_small_store_is_examined_as_it_is_opened(tmp_path: Path, *, whole: bool) -> None:
    Store.create(tmp_path / "a.riskdesk").close()
    with closing(Store.open(tmp_path / "a.riskdesk", whole=whole)) as store:
        assert store.trust.is_whole
        with closing(store.copy()) as copy:
            assert copy.trust.is_whole


def test_only_what_will_change_is_announced(tmp_path: Path) -> None:
    path, identities = tmp_path / "a.riskdesk", list[str]()
    path.write_bytes((KEPT / "format-2.riskdesk").read_bytes())

    def tell(identity: str, _checkpoint: object) -> None:
        identities.append(identity)

    for read_only in (True, False, False):
        with closing(Store.open(path, read_only=read_only, before_migration=tell)) as store:
            identity = store.mark.store
            assert len(identities) == (not read_only)
    assert identities == [identity]


# Making one.


def test_a_new_store_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "a.riskdesk"
    for name in (path, path.with_name("b.riskdesk")):
        Store.create(name).close()
    with closing(sqlite3.connect(path)) as raw, closing(sqlite3.connect(path.with_name("b.riskdesk"))) as other:
        ((identity, created, version),) = raw.execute("SELECT * FROM store").fetchall()
        assert raw.execute("PRAGMA application_id").fetchone() == (file_format.APPLICATION_ID,)
        assert raw.execute("PRAGMA user_version").fetchone() == (file_format.FORMAT,)
        assert (identity,) != other.execute("SELECT id FROM store").fetchone()
    assert is_identity(identity)
    assert len(created) == len("2026-11-28T10:00:00+00:00")
    assert time_of(created)
    assert version == __version__


@pytest.mark.parametrize("make", [Path.mkdir, Path.touch])
def test_no_store_is_made_where_something_is(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "a.riskdesk")
    with pytest.raises(FileProblem, match="already"):
        Store.create(tmp_path / "a.riskdesk")


def test_a_name_may_be_so_long_that_its_journal_has_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "longest_name", lambda _folder: 255)
    letter, most = "é", 255 - len("-journal")
    letter_length = name_length(letter)
    opening._require_free(tmp_path / (letter * (most // letter_length)))
    with pytest.raises(FileProblem, match="too long"):
        opening._require_free(tmp_path / (letter * (most // letter_length + 1)))


def failing(_connection: sqlite3.Connection) -> None:
    raise RuntimeError


@pytest.mark.parametrize(
    ("fill", "error"),
    [
        (failing, RuntimeError),
        (lambda connection: connection.execute(STEP.format(1)), DamagedStore),
        (lambda connection: connection.execute(STEP.format(1_000_001)), InputProblem),
        (lambda connection: connection.execute("INSERT INTO risk DEFAULT VALUES"), FileProblem),
    ],
)
def test_a_store_that_does_not_come_out_right_is_not_made(
    tmp_path: Path, fill: Callable[[sqlite3.Connection], object], error: type[Exception]
) -> None:
    path = tmp_path / "a.riskdesk"
    journal_of(path).write_bytes(b"left behind")
    with pytest.raises(error):
        opening.make(path, fill)
    assert list(tmp_path.iterdir()) == [journal_of(path)]


def test_nothing_is_in_a_new_store_but_what_it_is_filled_with(tmp_path: Path) -> None:
    counts = list[object]()
    path = tmp_path / "a.riskdesk"

    def fill(connection: sqlite3.Connection) -> None:
        assert not connection.in_transaction
        counts.extend(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("step", "touch"))

    assert opening.make(path, fill) == []
    assert (counts, findings(path)) == ([0, 0], [])
    assert not stat.S_IMODE(path.stat().st_mode) & 0o111


def test_a_store_with_tables_of_others_or_several_names_is_not_opened_to_be_written(tmp_path: Path) -> None:
    path = tmp_path / "a.riskdesk"
    Store.create(path).close()
    path.with_name("b.riskdesk").hardlink_to(path)
    with pytest.raises(FileProblem, match="hard links"):
        opened(path)
    opened(path, read_only=True)
    path.with_name("b.riskdesk").unlink()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE VIEW v AS SELECT 1")
    for read_only in (True, False):
        with pytest.raises(FileProblem, match="the tables that Riskdesk makes"):
            opened(path, read_only=read_only)
