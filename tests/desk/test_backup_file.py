"""The files of a backup: what their names say and what is in them, what room they take and how they go."""

import datetime
import os
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from riskdesk.desk import backup_file
from riskdesk.desk.backup_file import Backup
from riskdesk.domain.problems import FileProblem
from riskdesk.store import backup as store_backup
from riskdesk.store.journal import Mark
from tests.desk.backing_up import DAY, HOUR, NOW, spoil

HASH = "0123abcd" + 56 * "0"
MARK = Mark("store", 42, HASH)
STEM = "20311124T120000Z-42-0123abcd"


def backup(step: int = 42, at: datetime.datetime = NOW) -> Backup:
    return Backup(Path(f"{step}.riskdesk"), 1, at, step, "0123abcd")


def test_the_name_of_a_backup_tells_when_it_was_made_and_how_far_it_reaches(tmp_path: Path) -> None:
    at = NOW.astimezone(datetime.timezone(5 * HOUR)).replace(microsecond=999)
    assert backup_file.name(at, MARK) == f"{STEM}.riskdesk"
    path = tmp_path / backup_file.name(at, MARK)
    path.write_bytes(b"12345")
    backup = backup_file.read(path)
    assert backup == Backup(path, 5, NOW, 42, "0123abcd")
    assert backup.at.tzinfo is datetime.UTC
    assert backup_file.listed(tmp_path) == [backup]


@pytest.mark.parametrize(
    "name",
    [
        "letter.riskdesk",
        f"{STEM}.riskdesk.part",
        f"copy of {STEM}.riskdesk",
        f"{STEM}.1.json",
        "20311124T120000Z-42-0123abc.riskdesk",
        "20311124T120000Z-42-0123abcde.riskdesk",
        "20311124T120000Z-42-0123ABCD.riskdesk",
        "20311124T120000Z--0123abcd.riskdesk",
        "20311124T120000Z-1234567890123456789-0123abcd.riskdesk",
        "20311124T1200Z-42-0123abcd.riskdesk",
        "20311324T120000Z-42-0123abcd.riskdesk",
    ],
)
def test_a_file_of_another_name_is_none(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"1")
    assert backup_file.read(tmp_path / name) is None
    assert backup_file.listed(tmp_path) == []


def test_a_missing_folder_has_no_backups(tmp_path: Path) -> None:
    assert backup_file.listed(tmp_path / "nowhere") == []
    assert backup_file.bytes_in(tmp_path / "nowhere") == 0
    assert backup_file.read(tmp_path / "nowhere" / f"{STEM}.riskdesk") is None


def test_the_longest_number_is_that_of_a_step(tmp_path: Path) -> None:
    (tmp_path / f"20311124T120000Z-{'9' * 18}-0123abcd.riskdesk").write_bytes(b"1")
    assert [backup.step for backup in backup_file.listed(tmp_path)] == [10**18 - 1]


def test_the_backup_with_the_most_steps_is_the_newest_and_then_the_clock_counts(tmp_path: Path) -> None:
    order = [backup(43, NOW - 9 * DAY), backup(42, NOW), backup(42, NOW - HOUR), backup(9, NOW + DAY)]
    assert backup_file.newest_first([order[2], order[0], order[3], order[1]]) == order


@pytest.mark.parametrize(
    ("hashes", "lies"),
    [
        ({42: HASH}, True),
        ({41: "f" * 64, 42: HASH, 43: "f" * 64}, True),
        ({42: "1123abcd" + 56 * "0"}, False),
        ({41: HASH}, False),
        ({}, False),
    ],
)
def test_a_backup_lies_on_a_journal_that_has_its_last_step(hashes: dict[int, str], *, lies: bool) -> None:
    assert backup().lies_on(hashes) is lies


@pytest.mark.parametrize(
    ("number", "start", "reaches"), [(42, "0123abcd", True), (43, "0123abcd", False), (42, "0123abce", False)]
)
def test_a_backup_reaches_to_a_mark_of_its_number_and_hash(number: int, start: str, *, reaches: bool) -> None:
    assert backup().reaches(Mark("another store", number, start + 56 * "1")) is reaches


def test_a_backup_goes_with_its_documents_and_no_other_file(tmp_path: Path) -> None:
    for name in (
        f"{STEM}.riskdesk",
        f"{STEM}.1.json",
        f"{STEM}.2.json",
        f"{STEM}9.1.json",
        "20311124T120000Z-4.1.json",
    ):
        (tmp_path / name).write_bytes(b"1234567"[: len(name) % 7 + 1])
    backup = backup_file.read(tmp_path / f"{STEM}.riskdesk")
    assert backup is not None
    room = sum(path.stat().st_size for path in tmp_path.glob(f"{STEM}.*"))
    whole = backup_file.bytes_in(tmp_path)
    documents = sum(path.stat().st_size for path in tmp_path.glob(f"{STEM}.*.json"))
    assert backup_file.remove(backup) == room
    assert backup_file.bytes_in(tmp_path) == whole - room
    assert documents
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{STEM}9.1.json", "20311124T120000Z-4.1.json"][::-1]
    assert backup_file.remove(backup) == 0


def test_the_documents_of_a_backup_are_removed_alone(tmp_path: Path) -> None:
    for name in (f"{STEM}.riskdesk", f"{STEM}.1.json"):
        (tmp_path / name).write_bytes(b"1")
    backup = backup_file.read(tmp_path / f"{STEM}.riskdesk")
    assert backup is not None
    backup_file.remove_documents(backup)
    assert [path.name for path in tmp_path.iterdir()] == [f"{STEM}.riskdesk"]


def test_only_the_files_of_a_folder_itself_count_as_its_room(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(bytes(1000))
    (tmp_path / "two").write_bytes(bytes(10))
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "three").write_bytes(bytes(100_000))
    if os.name == "posix":
        (tmp_path / "link").symlink_to(tmp_path / "folder" / "three")
    assert backup_file.bytes_in(tmp_path) == 1010


# What is in it.


@pytest.fixture
def small_mark(small_store: Path) -> Mark:
    return store_backup.mark(small_store)


@pytest.fixture
def sound_backup(small_store: Path, small_mark: Mark, tmp_path: Path) -> Backup:
    path = shutil.copyfile(small_store, tmp_path / backup_file.name(NOW, small_mark))
    backup = backup_file.read(Path(path))
    assert backup is not None
    return backup


def test_a_backup_is_sound_and_holds_what_its_name_says(sound_backup: Backup, small_mark: Mark) -> None:
    assert sound_backup.holds(small_mark)
    assert not sound_backup.holds(Mark("another store", small_mark.number, small_mark.hash))
    assert not sound_backup.holds(Mark(small_mark.store, small_mark.number + 1, small_mark.hash))
    assert not sound_backup.holds(Mark(small_mark.store, small_mark.number, small_mark.hash[:8] + 56 * "0"))
    for identity, is_sound in ((small_mark.store, True), (None, True), ("another store", False)):
        assert backup_file.is_sound(sound_backup, identity) is is_sound
    with backup_file.opened(sound_backup, small_mark.store) as store:
        assert store.mark == small_mark
    with (
        pytest.raises(FileProblem, match="damaged or no backup of this register file"),
        backup_file.opened(sound_backup, "another"),
    ):
        pass


HARMS: dict[str, Callable[[Path], object]] = {
    "no store": lambda path: path.write_bytes(b"Dear all" * 1000),
    "nothing": lambda path: path.write_bytes(b""),
    "gone": lambda path: path.unlink(),
    "no identity": lambda path: spoil(path, "DELETE FROM store"),
    "no steps": lambda path: spoil(path, "DELETE FROM step"),
}


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_a_file_that_is_no_store_or_another_one_holds_nothing(
    sound_backup: Backup, small_mark: Mark, harm: Callable[[Path], object]
) -> None:
    harm(sound_backup.path)
    assert not sound_backup.holds(small_mark)
    assert not backup_file.is_sound(sound_backup, small_mark.store)
    with pytest.raises(FileProblem), backup_file.opened(sound_backup, None):
        pass


def test_a_backup_changed_behind_its_journal_is_not_sound_and_told_so(sound_backup: Backup, small_mark: Mark) -> None:
    spoil(sound_backup.path, "UPDATE risk SET note = 'Harmless'")
    assert sound_backup.holds(small_mark)
    assert not backup_file.is_sound(sound_backup, small_mark.store)
    with (
        pytest.raises(FileProblem, match="damaged or no backup of this register file"),
        backup_file.opened(sound_backup, None),
    ):
        pass


def test_a_file_without_the_step_of_its_name_is_no_backup(sound_backup: Backup, small_mark: Mark) -> None:
    new_path = sound_backup.path.with_name(f"20311124T120000Z-{small_mark.number}-ffffffff.riskdesk")
    sound_backup.path.rename(new_path)
    renamed = backup_file.read(new_path)
    assert renamed is not None
    assert not renamed.holds(small_mark)
    with (
        pytest.raises(FileProblem, match="damaged or no backup of this register file"),
        backup_file.opened(renamed, None),
    ):
        pass


def test_an_opened_backup_is_only_read_and_let_go_of(sound_backup: Backup) -> None:
    before = sound_backup.path.read_bytes()
    with backup_file.opened(sound_backup, None) as store, pytest.raises(FileProblem):
        store.run("me", "Edit", lambda tx: tx.update(replace(tx.registers()[0], title="New")))
    assert sound_backup.path.read_bytes() == before
    with pytest.raises((FileProblem, sqlite3.ProgrammingError)):
        store.state()
