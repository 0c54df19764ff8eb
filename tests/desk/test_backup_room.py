"""The folder of backups: thinned by age and room, never of the newest sound one, and private."""

import errno
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import backups as limits
from riskdesk.desk import registers
from riskdesk.desk.backups import Backups
from riskdesk.desk.session import Session
from riskdesk.domain.problems import FileProblem
from tests.desk.backing_up import DAY, HOUR, NOW, make_backups, spoil
from tests.systems import needs_modes

STORES = Path(__file__).parent.parent / "data" / "stores"
# A disk of its own needs a process of its own.
MOUNTED = 'mount -t tmpfs -o size="$1" none "$2" && shift 2 && exec "$@"'
BACKING_UP = """
import sys
from pathlib import Path
from riskdesk.desk.session import Session
session = Session.open(Path(sys.argv[1]), "me", backups=Path(sys.argv[2]))
session.back_up()
print(session.backup_problem)
"""


@pytest.mark.parametrize("third_is_sound", [True, False])
def test_no_sound_backup_goes_for_one_that_is_not(
    backed_up: Session, backups: Backups, *, third_is_sound: bool
) -> None:
    # The newest of their day, of what is older in the week and of what is older in the month.
    first, second, third, *newer = make_backups(backups, backed_up, *(NOW - 5 * DAY + hour * HOUR for hour in range(5)))
    if not third_is_sound:
        spoil(third.path)
    (today,) = make_backups(backups, backed_up, NOW)
    assert backups.all() == [today, *reversed(newer), third, *([] if third_is_sound else [second])]
    assert not list(backups.folder.glob(f"{first.path.stem}*"))


def room_for(backups: Backups, number: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be room for that many times what is there now."""
    size = sum(path.stat().st_size for path in backups.folder.iterdir())
    monkeypatch.setattr(limits, "_MOST_BYTES", int(size * number))


def test_the_oldest_go_where_there_is_no_room(
    backed_up: Session, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = make_backups(backups, backed_up, NOW, NOW + HOUR)
    room_for(backups, 1.2, monkeypatch)
    (third,) = make_backups(backups, backed_up, NOW + 2 * HOUR)
    assert backups.all() == [third, second]
    assert first not in backups.all()


@pytest.mark.parametrize(("megabytes", "stays"), [(2000, True), (2048, False)])
def test_a_folder_may_take_two_gigabytes(backed_up: Session, backups: Backups, megabytes: int, *, stays: bool) -> None:
    first, _ = make_backups(backups, backed_up, NOW - DAY, NOW)
    with (backups.folder / "notes.txt").open("wb") as file:
        file.truncate(megabytes * 2**20)
    make_backups(backups, backed_up, NOW + 2 * HOUR)
    assert (first in backups.all()) is stays


@pytest.mark.parametrize("name", ["{stem}.99.json", "20010101T000000Z-1-01234567.1.json", "notes.txt"])
def test_all_that_lies_in_the_folder_takes_room(
    backed_up: Session, backups: Backups, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    first, _ = make_backups(backups, backed_up, NOW - DAY, NOW)
    room_for(backups, 3, monkeypatch)
    with (backups.folder / name.format(stem=first.path.stem)).open("wb") as file:
        file.truncate(first.size * 10)
    (third,) = make_backups(backups, backed_up, NOW + 2 * HOUR)
    assert first not in backups.all()
    assert third in backups.all()
    assert not list(backups.folder.glob(f"{first.path.stem}*"))


def test_the_newest_sound_one_stays_though_there_is_no_room(
    backed_up: Session, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    (first,) = make_backups(backups, backed_up, NOW)
    shutil.copyfile(first.path, backups.folder / "20350101T000000Z-99-00000000.riskdesk")
    monkeypatch.setattr(limits, "_MOST_BYTES", 1)
    (second,) = make_backups(backups, backed_up, NOW + HOUR)
    assert backups.all() == [second]


def test_the_newest_sound_backup_of_a_disk_that_is_away_stays(
    backed_up: Session, backups: Backups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = make_backups(backups, backed_up, NOW, NOW + HOUR, NOW + 2 * HOUR)
    copy = shutil.copyfile(backed_up.path, tmp_path / "copy.riskdesk")
    spoil(third.path)
    backed_up.close()
    backed_up.path.rename(tmp_path / "away.riskdesk")
    monkeypatch.setattr(limits, "_MOST_BYTES", 1)
    with closing(Session.open(copy, "me")) as other:
        copy_backups = Backups.of(tmp_path / "backups", copy, other.id)
        make_backups(copy_backups, other, NOW + 3 * HOUR)
    assert backups.all() == [second]
    assert first not in backups.all()


def test_backups_made_elsewhere_take_room_too(
    backed_up: Session, backups: Backups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, second = make_backups(backups, backed_up, NOW - DAY, NOW)
    copy = shutil.copyfile(backed_up.path, tmp_path / "copy.riskdesk")
    backed_up.path.rename(tmp_path / "away.riskdesk")
    room_for(backups, 1.2, monkeypatch)
    with closing(Session.open(copy, "me")) as other:
        copy_backups = Backups.of(tmp_path / "backups", copy, other.id)
        (third,) = make_backups(copy_backups, other, NOW + 3 * HOUR)
        assert copy_backups.all() == [third, second]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@needs_modes
def test_nobody_else_may_read_the_backups_though_they_may_read_the_store(backed_up: Session, backups: Backups) -> None:
    backed_up.path.chmod(0o644)
    make_backups(backups, backed_up, NOW)
    assert mode(backups.folder.parent) == mode(backups.folder) == 0o700
    paths = list(backups.folder.iterdir())
    assert {path.suffix for path in paths} == {".riskdesk", ".json", ".txt"}
    assert {mode(path) for path in paths} == {0o600}


@needs_modes
def test_backups_that_others_could_read_are_closed_to_them_though_nothing_has_changed(
    backed_up: Session, backups: Backups, tmp_path: Path
) -> None:
    make_backups(backups, backed_up, NOW)
    (tmp_path / "mine.txt").touch(0o644)
    (backups.folder / "link").symlink_to(tmp_path / "mine.txt")
    for path in (backups.folder.parent, backups.folder):
        path.chmod(0o755)
    for path in backups.folder.glob("*.*"):
        path.chmod(0o644)
    assert backups.make(backed_up.path, NOW + HOUR) is None
    assert mode(backups.folder.parent) == mode(backups.folder) == 0o700
    assert {mode(path) for path in backups.folder.glob("*.*")} == {0o600}
    assert mode(tmp_path / "mine.txt") == 0o644


def test_a_leftover_of_a_killed_program_goes_with_the_next_backup(backed_up: Session, backups: Backups) -> None:
    make_backups(backups, backed_up, NOW)
    leftover = backups.folder / ".riskdesk-01234567.part"
    leftover.write_bytes(b"half a backup")
    os.utime(leftover, (0, 0))
    assert backups.make(backed_up.path, NOW + HOUR) is None
    assert not leftover.exists()


def test_a_disk_that_does_not_answer_is_told_and_stops_nothing(
    backed_up: Session, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_backups(backups, backed_up, NOW)
    iterdir = Path.iterdir

    def failing_iterdir(folder: Path) -> Iterator[Path]:
        if folder == backups.folder:
            raise OSError(errno.EIO, "Input/output error")
        return iterdir(folder)

    monkeypatch.setattr(Path, "iterdir", failing_iterdir)
    backed_up.run(registers.delete(backed_up.registers()[0].id))
    assert backed_up.registers() == []
    assert str(backed_up.path) in str(backed_up.backup_problem)
    assert "the disk does not answer" in str(backed_up.backup_problem)
    backed_up.close()


def on_disk_of(size: int, disk: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run Python where a disk of so many bytes lies at a folder."""
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", MOUNTED, "sh", str(size), disk]
    return subprocess.run([*command, sys.executable, *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("missing", ["the copy", "half of it", "the documents"])
def test_a_full_disk_is_told_in_one_sentence_and_not_as_what_was_not_saved(
    backed_up: Session, backups: Backups, tmp_path: Path, missing: str
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if shutil.which("unshare") is None or on_disk_of(4096, disk, "-c", "").returncode:
        pytest.skip("this user may mount no disk")
    (first,) = make_backups(backups, backed_up, NOW)
    size = 4096 + {"the copy": 4096, "half of it": first.size // 2, "the documents": first.size}[missing]
    process = on_disk_of(size, disk, "-c", BACKING_UP, str(backed_up.path), str(disk))
    assert process.returncode == 0, process.stderr
    folder = disk / backups.folder.name
    sentence = f"The disk has no room for a backup in {folder}; make room on it."
    assert process.stdout == f"No backup of {backed_up.path} was made. {sentence}\n"


def test_a_store_of_an_older_format_that_is_not_backed_up_is_not_opened_and_says_so(tmp_path: Path) -> None:
    path = shutil.copyfile(STORES / "format-6.riskdesk", tmp_path / "old.riskdesk")
    before = path.read_bytes()
    (tmp_path / "backups").write_text("no folder")
    with pytest.raises(FileProblem) as refusal:
        Session.open(path, "me", backups=tmp_path / "backups")
    assert str(refusal.value).startswith(
        f"{path} is of an older Riskdesk and was not opened, as no backup of it could be made. The folder "
    )
    assert path.read_bytes() == before
    (tmp_path / "backups").unlink()
    with closing(Session.open(path, "me", backups=tmp_path / "backups")) as session:
        assert session.registers()
