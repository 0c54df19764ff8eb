"""Whatever lies in place of a lock file: it is read in no time, tells nothing that cannot be shown, and stays."""

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo

from riskdesk.app import stores
from riskdesk.desk.session import Session
from riskdesk.domain.problems import FileProblem
from riskdesk.kit.lock import FileLock
from tests.systems import THIS_COMPUTER, needs_any_name, needs_links

NAME = THIS_COMPUTER
MACHINE = QSysInfo.machineUniqueId().data().decode()

# With a limit of memory, which a file that is read as a whole breaks.
TAKE = """
import os, sys
from pathlib import Path
from riskdesk.kit.lock import FileLock
if sys.platform == "linux":
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
for path in sys.argv[1:]:
    lock = FileLock(Path(path))
    holder = lock.take()
    print(holder is not None and (holder.host, holder.pid, holder.here))
"""
# Root may read anything, so the right is given up.
AS_NOBODY = TAKE.replace("holder =", "os.geteuid() or os.seteuid(65534); holder =")


def holes(place: Path, start: bytes) -> None:
    with place.open("wb") as file:
        file.write(start)
        file.truncate(3 << 30)


HERE = f"1\nriskdesk\n{NAME}\n{MACHINE}\n".encode()
MADE: dict[str, Callable[[Path], object]] = {
    "holes": lambda place: holes(place, b""),
    "holes after what is right": lambda place: holes(place, HERE),
    "a line without an end after what is right": lambda place: place.write_bytes(HERE + b"b" * 100_000),
    "a process of 5,000 digits": lambda place: place.write_bytes(b"1" * 5_000 + b"\nriskdesk\nhost\n\n\n"),
    "a process of 900 digits": lambda place: place.write_bytes(b"1" * 900 + b"\nriskdesk\nhost\n\n\n"),
    "a process in other digits": lambda place: place.write_text("١٢٣\nriskdesk\nhost\n\n\n", "utf-8"),
    "a process of less than none": lambda place: place.write_text("-1\nriskdesk\nhost\n\n\n"),
    "no process": lambda place: place.write_text("0\nriskdesk\nhost\n\n\n"),
    "bytes": lambda place: place.write_bytes(bytes(range(256))),
    "a folder": lambda place: place.mkdir(),
}
if os.name == "posix":
    MADE |= {
        "a pipe": os.mkfifo,
        "a link to nowhere": lambda place: place.symlink_to("nowhere"),
        "a link to itself": lambda place: place.symlink_to(place.name),
        "a link to what never ends": lambda place: place.symlink_to("/dev/zero"),
    }


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store_path = tmp_path / "a.riskdesk"
    Session.create(store_path, "me").close()
    return store_path


def place_of(path: Path) -> Path:
    return path.with_name(f".~{path.name}.lock")


def takes(program: str, *paths: Path, environment: dict[str, str] | None = None) -> list[str]:
    """What a program of its own says of the holder of each lock."""
    done = subprocess.run([sys.executable, "-c", program, *paths], capture_output=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode().splitlines()


def lock_state(place: Path) -> tuple[int, int, int]:
    status = place.lstat()
    return status.st_ino, status.st_size, status.st_mtime_ns


def test_a_hostile_lock_names_nobody(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.riskdesk" for number in range(len(MADE))]
    for path, make in zip(paths, MADE.values(), strict=True):
        make(place_of(path))
    before = [lock_state(place_of(path)) for path in paths]
    told = dict(zip(MADE, takes(TAKE, *paths), strict=True))
    assert told == dict.fromkeys(MADE, "('', 0, False)")
    assert [lock_state(place_of(path)) for path in paths] == before


@pytest.mark.parametrize("name", MADE)
def test_the_command_line_says_how_to_go_on(path: Path, name: str) -> None:
    place = place_of(path)
    MADE[name](place)
    before = lock_state(place)
    with pytest.raises(FileProblem) as refused, stores.writing(path):
        pass
    assert str(refused.value) == (
        f"{path} may be open in another program, though {place} does not say in which; close it there and try again, or"
        " delete that file if it is open nowhere."
    )
    assert lock_state(place) == before
    place.rmdir() if place.is_dir() else place.unlink()
    with stores.writing(path):
        pass
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("name", [name for name in MADE if name != "a folder"])
def test_it_is_taken_over_where_the_user_says_so(path: Path, name: str) -> None:
    MADE[name](place_of(path))
    lock = FileLock(path)
    assert lock.take() is not None
    assert lock.seize() is None
    assert lock.is_ours()
    lock.release()


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("SXB-LT-0421", "SXB-LT-0421"),
        ("\x1b]0;title\x07\x1b[2Jhost", "]0;title[2Jhost"),
        ("a\rb\x00c\x85d", "abcd"),
        ("\u202egnp.host\u2066", "gnp.host"),
        ("h" * 900, "h" * 100),
        ("\udcff", "\N{REPLACEMENT CHARACTER}"),
        ("\x1b\x9b", "?"),
    ],
)
def test_what_the_command_line_says_of_its_host_can_be_shown(path: Path, host: str, name: str) -> None:
    place = place_of(path)
    place.write_bytes(f"123\nriskdesk\n{host}\n\n\n".encode("utf-8", "surrogateescape"))
    with pytest.raises(FileProblem) as refused, stores.writing(path):
        pass
    assert str(refused.value) == (
        f"{path} is open in another program (on {name}, process 123); close it there and try again, or delete {place}"
        " if it is open nowhere."
    )


@pytest.mark.parametrize("seconds", [-(10**12), -1, 10**9, 10**10, 10**12])
def test_a_time_that_is_none_does_not_matter(seconds: int) -> None:
    # Other disks know of no such times.
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        place = place_of(path := Path(folder) / "a.riskdesk")
        place.write_bytes(b"123\nriskdesk\nelsewhere\n\n\n")
        with contextlib.suppress(OverflowError, OSError):
            os.utime(place, (seconds, seconds))
        holder = FileLock(path).take()
    assert holder is not None
    assert holder.host == "elsewhere"
    assert holder.since.tzinfo is not None


@needs_links
def test_the_lock_of_another_user_that_may_not_be_read_holds(path: Path, open_folder: Path) -> None:
    place = place_of(path)
    place.write_bytes(HERE)
    place.chmod(0o600)
    assert takes(AS_NOBODY, path) == ["('', 0, False)"]


@needs_any_name
@pytest.mark.parametrize("above", [b"caf\xe9", b"caf\xe9/a"])
def test_a_file_in_a_folder_whose_name_is_no_text_is_locked_too(tmp_path: Path, above: bytes) -> None:
    folder = tmp_path / os.fsdecode(above)
    folder.mkdir(parents=True)
    lock = FileLock(folder / "a.riskdesk")
    assert lock.take() is None
    assert lock.is_ours()
    assert [entry.name for entry in folder.iterdir()] == [".~a.riskdesk.lock"]
    assert takes(TAKE, folder / "a.riskdesk") == [f"{(NAME, os.getpid(), True)}"]
    lock.release()
    assert list(folder.iterdir()) == []
    assert [os.fsencode(entry.name) for entry in tmp_path.iterdir()] == [b"caf\xe9"]
    with pytest.raises(OSError, match="no lock"):
        FileLock(folder / "nowhere" / "a.riskdesk").take()


@pytest.fixture(params=["ASCII", "Latin-1"])
def other_names(request: pytest.FixtureRequest) -> dict[str, str]:
    """The environment of a process in which names are not UTF-8."""
    names = {"LC_ALL": "C"} if request.param == "ASCII" else request.getfixturevalue("latin_1")
    return os.environ | {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"} | names


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are the same for all")
def test_processes_to_which_names_are_not_the_same_have_one_lock(tmp_path: Path, other_names: dict[str, str]) -> None:
    names = ["é.riskdesk", "\udcff.riskdesk", "é/a.riskdesk", "\udcff/é\udcff.riskdesk"]
    paths = [tmp_path / f"{number}" / name for number, name in enumerate(names)]
    for path in paths:
        path.parent.mkdir(parents=True)
    locks = [FileLock(path) for path in paths]
    assert [lock.take() for lock in locks] == [None] * len(names)
    ours = f"{(NAME, os.getpid(), True)}"
    assert takes(TAKE, *paths, environment=other_names) == [ours] * len(names)
    for lock in locks:
        lock.release()
    assert takes(TAKE, *paths, environment=other_names) == ["False"] * len(names)
    assert [list(path.parent.iterdir()) for path in paths] == [[]] * len(names)
