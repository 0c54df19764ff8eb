"""Whose backups are whose: a store is known by its identity and its place, whatever became of either."""

import datetime
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from riskdesk.desk.backups import Backup, Backups
from riskdesk.desk.session import Session
from riskdesk.domain.problems import FileProblem, Problem
from tests.desk.backing_up import DAY, HOUR, NOW, note
from tests.systems import needs_links, needs_moves, needs_pipes

DESTROYED = b"\0" * 9000


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def path(small_store: Path, tmp_path: Path) -> Path:
    """A store that is closed, and of which there is no backup."""
    return shutil.copyfile(small_store, tmp_path / "a.riskdesk")


def write_and_back_up(path: Path, root: Path, *notes: str, at: datetime.datetime = NOW) -> list[str]:
    """Open a store, write some notes in it, and back it up after each; returns the names of the backups made."""
    new_backups = []
    with closing(Session.open(path, "me")) as session:
        backups = Backups.of(root, path, session.id)
        for hour, text in enumerate(notes):
            note(session, text)
            new_backups.append(backups.make(path, at + hour * HOUR))
    return [backup.path.name for backup in reversed(new_backups) if backup is not None]


def names(backups: list[Backup]) -> list[str]:
    return [backup.path.name for backup in backups]


def offered(root: Path, path: Path) -> list[str]:
    """The backups that are offered for a store that is not open."""
    return names(Backups.of(root, path).all())


def spoil_journal(path: Path) -> None:
    """Leave of a store what tells its identity, and nothing that SQLite reads."""
    content = path.read_bytes()
    path.write_bytes(content[:8192] + bytes(len(content) - 8192))
    with pytest.raises(Problem):
        Session.open(path, "me")


def restored_in_its_place(path: Path, root: Path) -> Path:
    backups = Backups.of(root, path)
    backups.restore(backups.all()[-1], path.with_name("restored.riskdesk"))
    return path.with_name("restored.riskdesk").replace(path)


@pytest.mark.parametrize("harm", [lambda path: None, spoil_journal])
def test_the_backups_of_the_present_store_come_before_those_of_the_former_one(path: Path, root: Path, harm):
    before = write_and_back_up(path, root, "One", "Two", "Three", at=NOW + 10 * HOUR)
    restored_in_its_place(path, root)
    since = write_and_back_up(path, root, "Since", "And since")
    harm(path)
    assert offered(root, path) == since
    assert len(before) == 3


def test_the_newest_of_a_store_that_tells_nothing_are_those_of_the_last_that_was_there(path: Path, root: Path) -> None:
    for times in range(3):
        if times:
            restored_in_its_place(path, root)
        since = write_and_back_up(path, root, "Since", at=NOW + times * HOUR)
    path.write_bytes(DESTROYED)
    assert offered(root, path) == since
    path.unlink()
    assert offered(root, path) == since


def test_a_copy_and_its_original_each_have_backups_of_their_own(path: Path, root: Path, tmp_path: Path) -> None:
    older_names = write_and_back_up(path, root, "One", "Two")
    copy = shutil.copyfile(path, tmp_path / "copy.riskdesk")
    assert offered(root, copy) == []
    copy_names, newer_names = (
        write_and_back_up(copy, root, "There"),
        write_and_back_up(path, root, "Here", at=NOW + 3 * HOUR),
    )
    for harm in (lambda path: None, spoil_journal, lambda path: path.write_bytes(DESTROYED), Path.unlink):
        for store, expected in ((copy, copy_names), (path, newer_names + older_names)):
            harm(store)
            assert offered(root, store) == expected


def test_where_an_older_copy_took_the_place_of_a_store_its_backups_come_first(
    path: Path, root: Path, tmp_path: Path
) -> None:
    common = write_and_back_up(path, root, "One")
    older = shutil.copyfile(path, tmp_path / "older.riskdesk")
    before = write_and_back_up(path, root, "Two", "Three", "Four", at=NOW + HOUR)
    older.replace(path)
    since = write_and_back_up(path, root, "Two again", "And on", at=NOW + 9 * HOUR)
    for harm in (lambda path: None, spoil_journal, lambda path: path.write_bytes(DESTROYED), Path.unlink):
        harm(path)
        assert offered(root, path) == since + before + common
        assert names([backup for backup in [Backups.of(root, path).newest_sound()] if backup]) == since[:1]


@pytest.mark.parametrize("steps_since", [1, 6])
def test_the_last_state_before_an_older_copy_took_the_place_of_a_store_stays(
    path: Path, root: Path, tmp_path: Path, steps_since: int
) -> None:
    common = write_and_back_up(path, root, "One", at=NOW - 6 * DAY)
    older = shutil.copyfile(path, tmp_path / "older.riskdesk")
    morning = write_and_back_up(path, root, "Two", "Three", "Four", at=NOW - 5 * DAY)
    older.replace(path)
    afternoon = write_and_back_up(path, root, *map(str, range(steps_since)), at=NOW - 5 * DAY + 4 * HOUR)
    today = write_and_back_up(path, root, "Today")
    assert offered(root, path) == [*today, *afternoon[:1], *morning[:1], *common]


def test_where_a_store_was_set_back_twice_the_last_backups_come_first(path: Path, root: Path, tmp_path: Path) -> None:
    oldest = shutil.copyfile(path, tmp_path / "older.riskdesk")
    first = write_and_back_up(path, root, "One", "Two", "Three")
    shutil.copyfile(oldest, path)
    second = write_and_back_up(path, root, "One again", "Two again", at=NOW + 9 * HOUR)
    shutil.copyfile(oldest, path)
    third = write_and_back_up(path, root, "Once more", at=NOW + 19 * HOUR)
    assert offered(root, path) == third + second + first


def test_the_order_of_backups_is_told_though_the_newest_is_damaged(path: Path, root: Path) -> None:
    backups = write_and_back_up(path, root, "One", "Two", "Three", at=NOW + 9 * HOUR)
    late = write_and_back_up(path, root, "Four")
    (next(root.rglob(late[0]))).write_bytes(DESTROYED)
    assert offered(root, path) == late + backups


def test_two_stores_backed_up_for_the_first_time_at_once_do_not_meet(path: Path, root: Path, tmp_path: Path) -> None:
    copy = shutil.copyfile(path, tmp_path / "copy.riskdesk")
    with (
        closing(Session.open(path, "me", backups=root)) as first,
        closing(Session.open(copy, "me", backups=root)) as second,
    ):
        assert first.backups is not None
        assert second.backups is not None
        assert first.id == second.id
        assert first.backups.folder != second.backups.folder


@pytest.mark.parametrize("harm", [lambda path: None, spoil_journal])
def test_backups_are_found_where_the_store_was_moved_to(path: Path, root: Path, tmp_path: Path, harm) -> None:
    before = write_and_back_up(path, root, "One", "Two")
    (tmp_path / "folder").mkdir()
    moved = path.rename(tmp_path / "folder" / "b.riskdesk")
    harm(moved)
    assert offered(root, moved) == before


def test_a_store_that_was_moved_goes_on(path: Path, root: Path, tmp_path: Path) -> None:
    before = write_and_back_up(path, root, "One", "Two")
    moved = path.rename(tmp_path / "b.riskdesk")
    since = write_and_back_up(moved, root, "Three")
    assert offered(root, moved) == since + before
    moved.write_bytes(DESTROYED)
    assert offered(root, moved) == since
    moved.unlink()
    assert offered(root, moved) == since


def test_a_copy_whose_original_was_deleted_has_what_they_have_in_common(path: Path, root: Path, tmp_path: Path) -> None:
    common = write_and_back_up(path, root, "One", "Two")
    copy = shutil.copyfile(path, tmp_path / "copy.riskdesk")
    write_and_back_up(path, root, "Here")
    write_and_back_up(copy, root)
    path.unlink()
    assert offered(root, copy) == common


def test_a_store_on_a_disk_that_was_away_finds_its_own_backups(path: Path, root: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    stick = path.rename(tmp_path / "stick" / "a.riskdesk")
    stick_names = write_and_back_up(stick, root, "One", "Two")
    copy = shutil.copyfile(stick, tmp_path / "copy.riskdesk")
    (tmp_path / "stick").rename(tmp_path / "away")
    copy_names = write_and_back_up(copy, root, "There")
    assert offered(root, copy) == copy_names + stick_names
    (tmp_path / "away").rename(tmp_path / "stick")
    spoil_journal(stick)
    assert offered(root, stick) == stick_names
    assert offered(root, copy) == copy_names


@needs_links
def test_a_link_leads_to_the_backups_of_the_store_behind_it(path: Path, root: Path, tmp_path: Path) -> None:
    backup_names = write_and_back_up(path, root, "One")
    (tmp_path / "link.riskdesk").symlink_to(path)
    os.link(path, tmp_path / "hard.riskdesk")
    for name in ("link.riskdesk", "hard.riskdesk"):
        assert offered(root, tmp_path / name) == backup_names


def test_the_place_is_compared_as_the_system_compares_names(
    path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup_names = write_and_back_up(path, root, "One")
    (place_file,) = root.glob("*/store.txt")
    place_file.write_text(str(path).upper())
    # As on Windows, where the letter of a drive is written this way and that.
    monkeypatch.setattr(os.path, "normcase", lambda name: os.fspath(name).lower())
    path.write_bytes(DESTROYED)
    assert offered(root, path) == backup_names


@pytest.mark.parametrize("is_there", [True, False])
def test_backups_are_found_where_a_network_does_not_say_what_a_path_leads_to(
    path: Path, root: Path, monkeypatch: pytest.MonkeyPatch, *, is_there: bool
) -> None:
    backup_names = write_and_back_up(path, root, "One")

    def unanswered(_path: object) -> str:
        raise OSError(22, "The specified network name is no longer available")

    monkeypatch.setattr(os.path, "realpath", unanswered)
    if not is_there:
        path.unlink()
    assert offered(root, path) == backup_names


def older(root: Path, path: Path, *, place: bool) -> None:
    """Give the folder of a store the name that it had with older versions."""
    (folder,) = root.iterdir()
    if not place:
        (folder / "store.txt").unlink()
    folder.rename(root / folder.name[:36])


@pytest.mark.parametrize("place", [True, False])
def test_backups_of_an_older_riskdesk_are_found_and_continued(path: Path, root: Path, *, place: bool) -> None:
    before = write_and_back_up(path, root, "One", "Two")
    older(root, path, place=place)
    assert offered(root, path) == before
    since = write_and_back_up(path, root, "Three")
    assert offered(root, path) == since + before
    spoil_journal(path)
    assert offered(root, path) == (since + before if place else since)


def no_rights(path: Path) -> None:
    path.chmod(0)


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def endless(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2**34)


HOSTILE = {
    "empty": b"",
    "not absolute": b"store.riskdesk",
    "not a path": b"/a\0b",
    "not text": b"/\xff\xfe/\xe9",
    "too long": b"/" + b"a" * 100_000,
}


@pytest.mark.parametrize("harm", [*HOSTILE, endless, folder, Path.unlink, *([no_rights, pipe] * (os.name == "posix"))])
def test_a_place_that_cannot_be_read_hides_no_backup(path: Path, root: Path, harm) -> None:
    before = write_and_back_up(path, root, "One")
    (place_file,) = root.glob("*/store.txt")
    place_file.write_bytes(HOSTILE[harm]) if isinstance(harm, str) else harm(place_file)
    assert offered(root, path) == before
    with suppress(FileProblem):
        write_and_back_up(path, root, "Two")
    assert offered(root, path)[-1:] == before


@needs_pipes
def test_a_place_at_which_there_is_a_pipe_is_never_opened(path: Path, root: Path, tmp_path: Path) -> None:
    before = write_and_back_up(path, root, "One")
    moved = path.rename(tmp_path / "b.riskdesk")
    os.mkfifo(path)
    assert offered(root, path) == before
    assert offered(root, moved) == []


def test_a_thousand_folders_of_others_are_passed_over(path: Path, root: Path) -> None:
    backup_names = write_and_back_up(path, root, "One")
    (own,) = root.iterdir()
    for number in range(1000):
        other = root / f"{number:08x}{own.name[8:]}"
        other.mkdir()
        (other / "store.txt").write_text(f"/somewhere/{number}.riskdesk")
    assert offered(root, path) == backup_names
    path.write_bytes(DESTROYED)
    assert offered(root, path) == backup_names


@needs_moves
def test_nothing_is_kept_of_another_store_that_lies_in_the_place_of_the_open_one(
    path: Path, root: Path, board_store: Path, tmp_path: Path
) -> None:
    with closing(Session.create(tmp_path / "other.riskdesk", "Marat")):
        pass
    with closing(Session.open(path, "me", backups=root)) as session:
        session.back_up()
        backup_names = offered(root, path)
        (tmp_path / "other.riskdesk").replace(path)
        session.back_up()
        assert "Another file was put in the place" in str(session.backup_problem)
        assert session.backups is not None
        assert names(session.backups.all()) == backup_names


@needs_links
def test_other_things_among_the_folders_hide_no_backup(path: Path, root: Path) -> None:
    backup_names = write_and_back_up(path, root, "One")
    (own,) = root.iterdir()
    (root / "loop").symlink_to(root / "loop")
    (root / f"{own.name[:36]}-loop").symlink_to(root / "loop")
    (root / f"{own.name[:36]}-file").write_text("no folder")
    os.mkfifo(root / "pipe")
    assert offered(root, path) == backup_names
    path.unlink()
    assert offered(root, path) == backup_names


def test_an_open_store_is_known_by_its_identity_whatever_its_file_holds(path: Path, root: Path) -> None:
    with closing(Session.open(path, "me")) as session:
        identity = session.id
    path.write_bytes(DESTROYED)
    assert Backups.of(root, path, identity).folder.name.startswith(f"{identity}-")
    assert Backups.of(root, path).folder == root / "unknown"


WRITE = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN IMMEDIATE')"


@needs_moves
def test_to_look_for_those_of_an_open_store_lets_nobody_else_write_to_it(
    path: Path, root: Path, tmp_path: Path
) -> None:
    write_and_back_up(path, root, "One")
    moved = path.rename(tmp_path / "b.riskdesk")
    with closing(Session.open(moved, "me")) as session, closing(sqlite3.connect(moved, isolation_level=None)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        # To close a file lets go of every lock that the process has on it.
        assert len(Backups.of(root, moved, session.id).all()) == 1
        other = subprocess.run([sys.executable, "-c", WRITE, moved], capture_output=True, text=True, check=False)
        assert "database is locked" in other.stderr


def test_a_backup_that_is_opened_as_a_store_is_none_of_its_own(path: Path, root: Path) -> None:
    last, first = write_and_back_up(path, root, "One", "Two")
    path.unlink()
    (opened,) = root.glob(f"*/{last}")
    assert offered(root, opened) == [first]
