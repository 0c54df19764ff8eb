import os
import subprocess
import sys
from pathlib import Path

import pytest

from riskdesk import files
from riskdesk.domain.problems import FileProblem
from riskdesk.files import write_atomically

BIG = b"new" * 100_000
# The limit is that of a process, so the writing happens in one of its own.
WITH_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from riskdesk.domain.problems import FileProblem
from riskdesk.files import write_atomically
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_atomically(Path(sys.argv[1]), b"new" * 100_000)
except FileProblem as problem:
    print(problem)
"""
# Root may write anywhere, so the right is given up in a process of its own.
WITHOUT_THE_RIGHT = """
import os, sys
from pathlib import Path
from riskdesk.domain.problems import FileProblem
from riskdesk.files import write_atomically
if os.geteuid() == 0:
    os.seteuid(65534)
try:
    write_atomically(Path(sys.argv[1]), b"new")
except FileProblem as problem:
    print(problem)
"""


def run(script: str, path: Path) -> str:
    done = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=True)
    return done.stdout


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_new_file_holds_the_data_and_nothing_lies_beside_it(tmp_path):
    write_atomically(tmp_path / "a.pdf", BIG)
    assert (tmp_path / "a.pdf").read_bytes() == BIG
    assert names(tmp_path) == ["a.pdf"]


def test_an_old_file_is_replaced_and_keeps_its_mode(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert os.name != "posix" or path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_a_new_file_has_the_mode_that_the_user_gives_new_files(tmp_path):
    (tmp_path / "plain").write_bytes(b"")
    write_atomically(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_name_as_long_as_the_system_takes_is_written(tmp_path):
    write_atomically(tmp_path / ("n" * 255), b"new")
    assert names(tmp_path) == ["n" * 255]


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_the_file_behind_a_link_is_written_and_the_link_stays(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "a.pdf").symlink_to(tmp_path / "there" / "b.pdf")
    write_atomically(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").is_symlink()
    assert (tmp_path / "there" / "b.pdf").read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_full_disk_is_told_and_leaves_the_old_file(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    assert run(WITH_A_FULL_DISK, path) == (
        f"{path} was not written, as the disk has no room for it; make room or choose another disk.\n"
    )
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf"]


@pytest.mark.skipif(os.name != "posix", reason="folders on Windows have no write bit")
def test_a_folder_one_may_not_write_in_is_told(open_folder):
    place = open_folder / "locked"
    place.mkdir()
    (place / "a.pdf").write_bytes(b"old")
    place.chmod(0o555)
    told = run(WITHOUT_THE_RIGHT, place / "a.pdf")
    place.chmod(0o755)
    assert "you may not write there" in told
    assert (place / "a.pdf").read_bytes() == b"old"
    assert names(place) == ["a.pdf"]


@pytest.mark.parametrize("missing", ["nowhere", "file"])
def test_a_missing_folder_is_told(tmp_path, missing):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileProblem, match=f"the folder {tmp_path / missing} does not exist"):
        write_atomically(tmp_path / missing / "a.pdf", b"new")
    assert names(tmp_path) == ["file"]


def test_a_folder_of_that_name_is_refused(tmp_path):
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(FileProblem, match="not a file that can be written"):
        write_atomically(tmp_path / "a.pdf", b"new")
    assert names(tmp_path) == ["a.pdf"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has none in folders")
def test_a_pipe_or_device_is_never_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileProblem):
        write_atomically(tmp_path / "pipe", b"new")
    assert (tmp_path / "pipe").is_fifo()


def test_a_name_too_long_is_told(tmp_path):
    with pytest.raises(FileProblem, match="was not written"):
        write_atomically(tmp_path / ("n" * 300), b"new")
    assert names(tmp_path) == []


def test_a_stop_in_the_middle_leaves_the_old_file_and_no_litter(tmp_path, monkeypatch):
    def interrupt(_file: int) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(files.os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf"]
