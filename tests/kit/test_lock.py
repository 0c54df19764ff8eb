"""The lock beside a file, against real processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from riskdesk.kit.lock import FileLock

HOLD = """
import sys
from pathlib import Path
from riskdesk.kit.lock import FileLock
lock = FileLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.read()
lock.release()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.riskdesk"


def holding(path: Path) -> "subprocess.Popen[str]":
    """A process that holds the lock until its input ends."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "None\n"
    return other


def foreign(path: Path, content: str = "123\nriskdesk\nelsewhere\n\n\n") -> Path:
    place = path.with_name(f".~{path.name}.lock")
    place.write_text(content)
    return place


def test_a_living_process_is_named(path: Path) -> None:
    with holding(path) as other:
        holder = FileLock(path).take()
        assert holder is not None
        assert (holder.pid, holder.here) == (other.pid, True)
        other.communicate()
    assert FileLock(path).take() is None


def test_the_lock_of_a_killed_process_is_taken_over(path: Path) -> None:
    with holding(path) as other:
        other.kill()
    lock = FileLock(path)
    assert lock.take() is None
    lock.release()
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("content", ["123\nriskdesk\nelsewhere\n\n\n", "", "junk"])
def test_the_lock_of_another_computer_is_never_taken_however_old(path: Path, content: str) -> None:
    place = foreign(path, content)
    os.utime(place, (0, 0))
    holder = FileLock(path).take()
    assert holder is not None
    assert not holder.here
    assert holder.since.year == 1970
    assert place.read_text() == content


def test_it_is_taken_over_where_the_user_says_so(path: Path) -> None:
    foreign(path)
    lock = FileLock(path)
    assert lock.take() is not None
    assert lock.seize() is None
    lock.release()
    assert list(path.parent.iterdir()) == []


def test_a_lock_that_was_taken_over_is_not_released(path: Path) -> None:
    lock = FileLock(path)
    assert lock.take() is None
    place = foreign(path)
    lock.release()
    assert "elsewhere" in place.read_text()


def test_where_no_lock_can_be_made_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no lock"):
        FileLock(tmp_path / ("n" * 255)).take()
    with pytest.raises(OSError, match="no lock"):
        FileLock(tmp_path / "nowhere" / "a.riskdesk").take()


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_and_its_file_have_one_lock(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"")
    (tmp_path / "link.riskdesk").symlink_to(path)
    lock = FileLock(tmp_path / "link.riskdesk")
    assert lock.take() is None
    assert FileLock(path).take() is not None
    lock.release()
