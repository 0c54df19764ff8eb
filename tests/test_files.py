import errno
import os
import re
import stat
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from riskdesk import files, system
from riskdesk.domain.problems import FileProblem
from riskdesk.files import arriving, make_folder, write_atomically
from riskdesk.system import is_file_name
from tests.refusing import Refusing, windows_error
from tests.systems import needs_limits, needs_links, needs_modes, needs_pipes

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
# Root may write anywhere, so the right is given up in a process of its own. What Python brings along is read before, as
# it may lie where only root may look.
WITHOUT_THE_RIGHT = """
import os, platform, sys, uuid
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


@needs_modes
def test_a_new_file_has_the_mode_that_the_user_gives_new_files(tmp_path):
    (tmp_path / "plain").write_bytes(b"")
    write_atomically(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_name_as_long_as_the_system_takes_is_written(tmp_path):
    write_atomically(tmp_path / ("n" * 255), b"new")
    assert names(tmp_path) == ["n" * 255]


@needs_links
def test_the_file_behind_a_link_is_written_and_the_link_stays(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "a.pdf").symlink_to(tmp_path / "there" / "b.pdf")
    write_atomically(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").is_symlink()
    assert (tmp_path / "there" / "b.pdf").read_bytes() == b"new"


@needs_links
def test_a_link_that_leads_to_itself_is_refused(tmp_path):
    (tmp_path / "a.pdf").symlink_to("a.pdf")
    with pytest.raises(FileProblem, match="not a file that can be written"):
        write_atomically(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").is_symlink()


@needs_limits
def test_a_full_disk_is_told_and_leaves_the_old_file(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    assert run(WITH_A_FULL_DISK, path) == (
        f"{path} was not saved, as the disk has no room for it; make room or choose another disk.\n"
    )
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf"]


@needs_modes
def test_a_folder_one_may_not_write_in_is_told(open_folder):
    place = open_folder / "locked"
    place.mkdir()
    (place / "a.pdf").write_bytes(b"old")
    place.chmod(0o555)
    message = run(WITHOUT_THE_RIGHT, place / "a.pdf")
    place.chmod(0o755)
    assert "you may not write there" in message
    assert (place / "a.pdf").read_bytes() == b"old"
    assert names(place) == ["a.pdf"]


@needs_modes
def test_a_folder_in_which_one_may_write_and_not_look_is_written_to(open_folder):
    place = open_folder / "blind"
    place.mkdir()
    place.chmod(0o333)
    assert run(WITHOUT_THE_RIGHT, place / "a.pdf") == ""
    assert (place / "a.pdf").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("number", "message"),
    [
        *((number, "the disk has no room") for number in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)),
        (errno.ENOTDIR, "the folder .* does not exist"),
        # The last one is from protection against ransomware on Windows.
        *((number, "you may not write there") for number in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT)),
        (errno.EIO, "was not saved \\(the disk does not answer\\)"),
    ],
)
def test_what_the_system_says_is_told(tmp_path, monkeypatch, number, message):
    def fail(_file: int) -> None:
        raise OSError(number, "as the system says")

    monkeypatch.setattr(files.os, "fsync", fail)
    with pytest.raises(FileProblem, match=message):
        write_atomically(tmp_path / "a.pdf", b"new")
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["a.pdf", f"{'a' * 120}.pdf"])
def test_where_windows_finds_no_path_of_such_a_length_that_is_told(tmp_path, monkeypatch, name):
    folder = tmp_path / ("f" * (240 - len(str(tmp_path)) - len(name) // 2))
    folder.mkdir()
    monkeypatch.setattr(Path, "replace", Refusing(Path.replace, 9, 3))
    with pytest.raises(FileProblem, match=r"was not saved \(its name is too long\)"):
        write_atomically(folder / name, b"new")


@needs_pipes
def test_a_disk_that_writes_no_folders_by_themselves_is_written_to_and_nothing_stays_open(tmp_path, monkeypatch):
    written, refused = os.fsync, []

    def fail(file: int) -> None:
        status = os.fstat(file)
        if stat.S_ISDIR(status.st_mode):
            refused.append(status.st_ino)
            raise OSError(errno.EINVAL, "as the system says")
        written(file)

    monkeypatch.setattr(files.os, "fsync", fail)
    before = names(Path("/dev/fd"))
    write_atomically(tmp_path / "a.pdf", b"new")
    assert refused == [tmp_path.stat().st_ino]
    monkeypatch.undo()
    write_atomically(tmp_path / "a.pdf", b"newer")
    assert names(Path("/dev/fd")) == before
    assert (tmp_path / "a.pdf").read_bytes() == b"newer"


@pytest.mark.parametrize("missing", ["nowhere", "folder/nowhere"])
def test_a_missing_folder_is_told(tmp_path, missing):
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileProblem, match=re.escape(f"the folder {tmp_path / missing} does not exist")):
        write_atomically(tmp_path / missing / "a.pdf", b"new")
    assert names(tmp_path) == ["folder"]


@pytest.mark.parametrize("below", ["a.pdf", "folder/a.pdf", "folder/deeper/a.pdf"])
def test_a_file_in_the_place_of_a_folder_is_told(tmp_path, below):
    file = tmp_path / "file"
    file.write_bytes(b"old")
    with pytest.raises(FileProblem, match=re.escape(f"was not saved, as {file} is a file, not a folder")):
        write_atomically(file / below, b"new")
    for private, to_do in ((False, "; choose another one"), (True, ": move it or rename it")):
        with pytest.raises(FileProblem, match=re.escape(f"cannot be made, as {file} is a file{to_do}.")):
            make_folder((file / below).parent, private=private)
    assert (names(tmp_path), file.read_bytes()) == (["file"], b"old")


def test_a_folder_of_that_name_is_refused(tmp_path):
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(FileProblem, match="not a file that can be written"):
        write_atomically(tmp_path / "a.pdf", b"new")
    assert names(tmp_path) == ["a.pdf"]


@needs_pipes
def test_a_pipe_or_device_is_never_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileProblem):
        write_atomically(tmp_path / "pipe", b"new")
    assert (tmp_path / "pipe").is_fifo()


def test_a_name_too_long_is_told(tmp_path):
    with pytest.raises(FileProblem, match="was not saved"):
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


def test_what_sqlite_leaves_of_a_part_on_a_full_disk_is_gone_with_it(tmp_path):
    def write() -> None:
        with arriving(tmp_path / "a.riskdesk") as part:
            part.with_name(f"{part.name}-journal").write_bytes(b"begun")
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(FileProblem, match="no room"):
        write()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["/", ".", "..", "a\0b.pdf"])
def test_what_can_be_no_file_is_told(tmp_path, monkeypatch, place):
    monkeypatch.chdir(tmp_path)
    before = names(tmp_path.parent)
    with pytest.raises(FileProblem, match="not a file that can be written"):
        write_atomically(Path(place), b"new")
    assert names(tmp_path) == []
    assert names(tmp_path.parent) == before


@pytest.mark.parametrize("name", ["NUL", "nul.pdf", "CON.riskdesk", "ab:stream"])
def test_a_device_or_stream_of_windows_is_no_file_there(tmp_path, monkeypatch, name):
    monkeypatch.setattr(files, "is_file_name", partial(is_file_name, windows=True))
    with pytest.raises(FileProblem, match="not a file that can be written"):
        write_atomically(tmp_path / name, b"new")
    assert names(tmp_path) == []


@needs_links
@pytest.mark.parametrize(("name", "behind"), [("nul.pdf", "a.pdf"), ("a.pdf", "nul.pdf")])
def test_a_device_of_windows_before_or_behind_a_link_is_no_file(tmp_path, monkeypatch, name, behind):
    monkeypatch.setattr(files, "is_file_name", partial(is_file_name, windows=True))
    (tmp_path / name).symlink_to(behind)
    with pytest.raises(FileProblem, match="not a file that can be written"):
        write_atomically(tmp_path / name, b"new")
    assert names(tmp_path) == [name]


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_file_that_a_scanner_holds_for_a_moment_is_put_in_place(tmp_path, monkeypatch, number):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(system.time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(Path, "replace", Refusing(Path.replace, 2, number))
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a.pdf"]


@pytest.fixture
def held_for_a_moment():
    """Each file that is there cannot be opened at first, as a scanner holds it."""
    opened, tried = os.open, set()

    def open_held(name, flags, *mode):
        if not flags & os.O_CREAT and name not in tried:
            tried.add(name)
            raise windows_error(32)
        return opened(name, flags, *mode)

    # Only for the test: its folders are removed afterwards.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(system.time, "sleep", lambda _seconds: None)
        patch.setattr(os, "open", open_held)
        yield tried


def test_a_small_file_and_a_new_one_that_a_scanner_holds_for_a_moment_are_opened(tmp_path, held_for_a_moment):
    write_atomically(tmp_path / "a", b"new")
    assert files.read_bounded(tmp_path / "a", 5) == b"new"
    assert len(held_for_a_moment) == 3, "part, folder and file"
    assert names(tmp_path) == ["a"]


def test_a_file_that_a_viewer_keeps_open_is_told_and_no_part_is_left(tmp_path, monkeypatch):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(system.time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(Path, "replace", Refusing(Path.replace, 99, 32))
    # A scanner looks at the part meanwhile.
    monkeypatch.setattr(Path, "unlink", Refusing(Path.unlink, 2, 32))
    with pytest.raises(FileProblem, match="open in another program"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf"]


def test_a_part_that_a_scanner_keeps_holds_up_no_file(tmp_path, monkeypatch):
    monkeypatch.setattr(system.time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(Path, "unlink", Refusing(Path.unlink, 99, 32))
    write_atomically(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").read_bytes() == b"new"


@pytest.mark.parametrize("number", [59, 64, 121, 1231])
def test_a_network_that_does_not_answer_is_told(tmp_path, monkeypatch, number):
    monkeypatch.setattr(os.path, "realpath", Refusing(os.path.realpath, 99, number))
    monkeypatch.setattr(Path, "exists", Refusing(Path.exists, 99, number))
    with pytest.raises(FileProblem, match="the network does not answer"):
        write_atomically(tmp_path / "a.pdf", b"new")
    assert names(tmp_path) == []


@pytest.mark.parametrize("number", [0, 7])
def test_files_that_a_share_does_not_number_are_told_apart_by_their_paths(tmp_path, monkeypatch, number):
    for name in "ab":
        (tmp_path / name).write_bytes(b"")
    status = (tmp_path / "a").stat()
    monkeypatch.setattr(Path, "stat", lambda _path: os.stat_result((status.st_mode, number, *status[2:])))
    assert files.is_same(tmp_path / "a", tmp_path / "." / "a")
    assert files.is_same(tmp_path / "a", tmp_path / "b") == bool(number)


def test_a_path_that_none_can_be_is_no_other(tmp_path):
    assert files.is_same(tmp_path / "a\0b", tmp_path) is False
    assert files.is_same(tmp_path, tmp_path / "nowhere") is False


def test_a_name_that_none_can_be_leads_to_nothing(tmp_path):
    assert files.is_there(tmp_path) is True
    assert files.is_there(tmp_path / "nowhere") is False
    assert files.is_there(tmp_path / ("n" * 300)) is False


def test_a_small_file_is_read_up_to_its_limit(tmp_path):
    (tmp_path / "a").write_bytes(b"12345")
    assert files.read_bounded(tmp_path / "a", 5) == b"12345"
    with pytest.raises(OSError, match="large") as refused:
        files.read_bounded(tmp_path / "a", 4)
    assert refused.value.errno == errno.EFBIG


@needs_pipes
@pytest.mark.parametrize("make", [Path.mkdir, lambda path: os.mkfifo(path), lambda path: path.symlink_to(os.devnull)])
def test_a_folder_pipe_or_device_is_no_small_file(tmp_path, make):
    make(tmp_path / "a")
    with pytest.raises(OSError, match=r"directory|Invalid"):
        files.read_bounded(tmp_path / "a", 5)


def test_what_cannot_be_read_is_set_aside(tmp_path):
    (tmp_path / "a.json").write_bytes(b"text")
    aside = files.set_aside(tmp_path / "a.json")
    assert aside is not None
    assert re.fullmatch(r"a-[0-9a-f]{8}\.unread", aside.name)
    assert names(tmp_path) == [aside.name]
    assert aside.read_bytes() == b"text"
    assert files.set_aside(tmp_path / "a.json") is None
