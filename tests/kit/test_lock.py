"""The lock beside a file, against real processes."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo

from riskdesk.domain.problems import FileProblem
from riskdesk.kit import lock as lock_module
from riskdesk.kit.lock import FileLock, OwnLock
from tests.systems import THIS_COMPUTER, needs_any_name, needs_links, needs_moves

HOLD = """
import sys
from pathlib import Path
from riskdesk.kit.lock import FileLock
lock = FileLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.read()
lock.release()
"""

LOSE = """
import sys
from pathlib import Path
from riskdesk.kit.lock import FileLock
lock = FileLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.read()
"""

NAME = THIS_COMPUTER
MACHINE = QSysInfo.machineUniqueId().data().decode()
ELSEWHERE = "123\nriskdesk\nelsewhere\n\n\n"
# On Windows it logs why as well.
qt_tells_more = pytest.mark.qt_log_ignore("unexpected locking error", extend=True)
LONG_AGO = (1_000_000_000, 1_000_000_000)  # the time 0 is none to Qt


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.riskdesk"


def holding(path: Path, program: str = HOLD) -> "subprocess.Popen[str]":
    """A process that holds the lock until its input ends."""
    other = subprocess.Popen(
        [sys.executable, "-c", program, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "None\n"
    return other


def foreign(path: Path, content: str = ELSEWHERE) -> Path:
    """The lock file of another computer, in place of what was there."""
    place = path.with_name(f".~{path.name}.lock")
    new = place.with_suffix(".new")
    # With the line ends that Qt writes on every system.
    new.write_bytes(content.encode())
    return new.replace(place)


def test_a_living_process_is_named(path: Path) -> None:
    with holding(path) as other:
        holder = FileLock(path).take()
        assert holder is not None
        assert (holder.pid, holder.here) == (other.pid, True)
        other.communicate()
    assert FileLock(path).take() is None


def test_a_lock_is_free_once_its_process_has_ended_and_is_left_free(path: Path) -> None:
    lock = FileLock(path)
    with holding(path) as other:
        assert not lock.is_free()
        other.communicate()
    assert lock.is_free()
    assert not lock.place.exists()
    with holding(path, LOSE) as other:
        assert not lock.is_free()
        other.kill()
    assert lock.is_free()
    assert not lock.place.exists()
    foreign(path)
    assert not lock.is_free()
    assert lock.place.read_text() == ELSEWHERE


def test_the_lock_of_a_killed_process_is_taken_over(path: Path) -> None:
    with holding(path) as other:
        other.kill()
    lock = FileLock(path)
    assert lock.take() is None
    lock.release()
    assert list(path.parent.iterdir()) == []


@needs_moves
def test_a_living_process_keeps_its_lock_however_old(path: Path) -> None:
    with holding(path) as other:
        place = path.with_name(f".~{path.name}.lock")
        foreign(path, place.read_text())
        os.utime(place, LONG_AGO)
        holder = FileLock(path).take()
        assert holder is not None
        assert (holder.pid, holder.here) == (other.pid, True)
        other.communicate()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(ELSEWHERE, id="another name"),
        pytest.param(f"123\nriskdesk\nelsewhere\n{MACHINE}\nboot\n", id="a copy of this installation"),
        pytest.param(f"123\nriskdesk\n{NAME}\nmachine\nboot\n", id="another of this name"),
        pytest.param("", id="empty"),
        pytest.param("junk", id="junk"),
    ],
)
def test_the_lock_of_another_computer_is_never_taken_however_old(path: Path, content: str) -> None:
    place = foreign(path, content)
    os.utime(place, LONG_AGO)
    holder = FileLock(path).take()
    assert holder is not None
    assert not holder.here
    assert holder.since.year == 2001
    assert place.read_text() == content


@pytest.mark.parametrize("content", [ELSEWHERE, "", "junk"])
def test_it_is_taken_over_where_the_user_says_so(path: Path, content: str) -> None:
    foreign(path, content)
    lock = FileLock(path)
    assert lock.take() is not None
    assert lock.seize() is None
    assert lock.is_ours()
    lock.release()
    assert list(path.parent.iterdir()) == []


def test_a_lock_is_not_taken_from_one_that_the_user_was_not_told_of(path: Path) -> None:
    foreign(path)
    lock = FileLock(path)
    assert lock.take() is not None
    foreign(path, "456\nriskdesk\nthird\n\n\n")
    holder = lock.seize()
    assert holder is not None
    assert holder.host == "third"
    assert lock.seize() is None
    lock.release()


@needs_moves
def test_a_lock_that_was_taken_over_is_not_released(path: Path) -> None:
    lock = FileLock(path)
    assert lock.take() is None
    assert lock.is_ours()
    place = foreign(path)
    assert not lock.is_ours()
    lock.release()
    del lock
    gc.collect(1)
    assert place.read_text() == ELSEWHERE


@needs_moves
def test_a_lock_that_another_process_has_taken_over_is_not_ours(path: Path) -> None:
    lock = FileLock(path)
    assert lock.take() is None
    path.with_name(f".~{path.name}.lock").unlink()
    with holding(path) as other:
        assert not lock.is_ours()
        lock.release()
        assert FileLock(path).take() is not None
        other.communicate()


@needs_moves
@pytest.mark.parametrize("host", [None, "elsewhere"])
def test_a_lock_that_is_gone_or_that_a_like_process_elsewhere_has_taken_is_not_ours(
    path: Path, host: str | None
) -> None:
    lock = FileLock(path)
    assert lock.take() is None
    lock.place.unlink() if host is None else foreign(path, f"{os.getpid()}\nriskdesk\n{host}\n{MACHINE}\n\n")
    assert not lock.is_ours()


def test_a_lock_that_this_process_has_by_another_one_is_not_ours(path: Path) -> None:
    lock, other = FileLock(path), FileLock(path)
    assert lock.take() is None
    holder = other.take()
    assert holder is not None
    assert (holder.pid, holder.here) == (os.getpid(), True)
    assert not other.is_ours()
    other.release()
    assert lock.is_ours()
    lock.release()


def test_one_that_nobody_has_is_taken_over_too(path: Path) -> None:
    lock = FileLock(path)
    assert lock.seize() is None
    assert lock.is_ours()
    lock.release()


def test_one_of_which_nothing_can_be_said_is_not_ours(tmp_path: Path) -> None:
    assert not FileLock(tmp_path / ("n" * 255)).is_ours()


@needs_moves
def test_a_program_that_ends_leaves_a_lock_that_was_taken_over(path: Path) -> None:
    with holding(path, LOSE) as other:
        place = foreign(path)
        other.communicate()
    assert place.read_text() == ELSEWHERE


def test_a_program_that_ends_gives_its_lock_up(path: Path) -> None:
    with holding(path, LOSE) as other:
        other.communicate()
    assert list(path.parent.iterdir()) == []


@needs_moves
def test_a_lock_that_was_lost_is_had_again_once_it_is_free(path: Path) -> None:
    lock = FileLock(path)
    assert lock.take() is None
    place = foreign(path)
    lock.release()
    assert lock.take() is not None
    place.unlink()
    assert lock.take() is None
    assert lock.is_ours()
    lock.release()


@qt_tells_more
def test_a_place_where_no_lock_can_be_made_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"too long|no lock"):
        FileLock(tmp_path / ("n" * 255)).take()
    with pytest.raises(OSError, match="no lock"):
        FileLock(tmp_path / "nowhere" / "a.riskdesk").take()


@needs_links
def test_a_link_and_its_file_have_one_lock(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"")
    (tmp_path / "link.riskdesk").symlink_to(path)
    lock = FileLock(tmp_path / "link.riskdesk")
    assert lock.take() is None
    assert FileLock(path).take() is not None
    lock.release()


def test_the_lock_does_not_load_the_network() -> None:
    program = "import sys, riskdesk.kit.lock; sys.exit('PySide6.QtNetwork' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@needs_any_name
def test_a_file_whose_name_is_no_text_is_locked_too(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.riskdesk")
    other = holding(path)
    lock = FileLock(path)
    assert lock.place.name == ".~caf%E9.riskdesk.lock"
    holder = lock.take()
    assert holder is not None
    assert holder.pid == other.pid
    other.communicate("")
    assert lock.take() is None
    assert lock.is_ours()
    assert FileLock(tmp_path / os.fsdecode(b"caf\xea.riskdesk")).take() is None
    lock.release()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["STRASBOURG-DESK", "SXB-LT-0421", "BÜRO"])
def test_windows_calls_this_computer_by_its_name_of_old(name: str) -> None:
    # Which is cut off after 15 letters, while that of the network is not.
    assert lock_module._host({"COMPUTERNAME": name}, windows=True) == name
    assert lock_module._host({}, windows=True) == ""
    assert lock_module._host({"COMPUTERNAME": name}, windows=False) == QSysInfo.machineHostName()


def test_what_qt_writes_names_this_computer(path: Path) -> None:
    lock = FileLock(path)
    assert lock.take() is None
    host, machine = lock.place.read_text("utf-8").split("\n")[2:4]
    assert (host, machine) == lock_module._this_computer()
    lock.release()


def test_a_lock_that_cannot_be_removed_is_not_taken_over(path: Path) -> None:
    place = path.with_name(f".~{path.name}.lock")
    # As Windows keeps the file of a program that runs.
    place.mkdir()
    lock = FileLock(path)
    assert lock.take() is not None
    with pytest.raises(FileProblem, match="cannot be removed: close Riskdesk where it is still open"):
        lock.seize()
    assert place.is_dir()
    assert not lock.is_ours()
    place.rmdir()
    assert lock.seize() is None
    lock.release()


@pytest.mark.parametrize("place", ["/", ".", "..", "a\0b"])
def test_a_path_that_can_be_no_file_has_a_lock_that_nobody_takes(place: str, recwarn: pytest.WarningsRecorder) -> None:
    lock = FileLock(Path(place))
    lock.release()
    del lock
    gc.collect(1)
    assert list(recwarn) == []


@qt_tells_more
def test_a_network_that_does_not_answer_has_a_lock_that_nobody_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, recwarn: pytest.WarningsRecorder
) -> None:
    def unanswered(_path: object) -> str:
        raise OSError(22, "The specified network name is no longer available")

    monkeypatch.setattr(os.path, "realpath", unanswered)
    lock = FileLock(tmp_path / "nowhere" / "a.riskdesk")
    with pytest.raises(OSError, match="no lock"):
        lock.take()
    del lock
    gc.collect(1)
    assert list(recwarn) == []


def test_a_lock_is_our_own_only_where_this_process_has_taken_it(path: Path) -> None:
    assert OwnLock.beside(path) is None
    with holding(path) as other:
        assert OwnLock.beside(path) is None
        other.communicate()
    lock = FileLock(path)
    assert lock.take() is None
    own = OwnLock.beside(path)
    assert own is not None
    assert not own.is_lost()
    lock.release()
    assert own.is_lost()
