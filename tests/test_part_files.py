"""What programs that were killed while they wrote have left is removed, and nothing else ever."""

import os
import re
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from riskdesk.app.main import main
from riskdesk.files import arriving, passing
from riskdesk.part_files import clear_folders, clear_parts, private_folder, program_folder
from tests.systems import needs_any_name, needs_links, needs_modes, needs_root, not_on_windows

# A store in the middle of a transaction, with the journal beside it.
BEGIN = """
import sqlite3, sys
from pathlib import Path
from riskdesk.files import arriving
with arriving(Path(sys.argv[1])) as part:
    connection = sqlite3.connect(part)
    connection.execute("CREATE TABLE a (b)")
    connection.execute("BEGIN")
    connection.execute("INSERT INTO a VALUES ('text')")
    print(part, flush=True)
    sys.stdin.read()
"""
# Root may do anything, so its rights are given up. What Python brings along is read before, as it may lie where only
# root may look.
AS_NOBODY = """
import os, platform, sys, uuid; from pathlib import Path; from riskdesk.part_files import clear_parts, part_name
os.geteuid() or os.setuid(65534); clear_parts(Path(sys.argv[1]))
""".strip()
DAY, MINUTES = 24 * 60 * 60, 10 * 60
LONG_AGO = time.time() - 2 * DAY


def writing(path: Path) -> "tuple[subprocess.Popen[str], Path]":
    """A process that has begun to write a file, and the part that it writes."""
    other = subprocess.Popen(
        [sys.executable, "-c", BEGIN, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    return other, Path(other.stdout.readline().rstrip("\n"))


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def lay(folder: Path, name: str, *, at: float = LONG_AGO) -> Path:
    (folder / name).write_bytes(b"text")
    os.utime(folder / name, (at, at))
    return folder / name


def test_the_parts_of_a_killed_program_go_and_those_of_a_living_one_stay(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"text")
    living, part = writing(tmp_path / "a")
    killed, left = writing(tmp_path / "b")
    with killed:
        killed.kill()
    both = {part.name, f"{part.name}-journal"}
    assert set(names(tmp_path)) == {"b", *both, left.name, f"{left.name}-journal"}
    with living:
        clear_parts(tmp_path)
        assert set(names(tmp_path)) == {"b", *both}
        living.kill()
    clear_parts(tmp_path)
    assert names(tmp_path) == ["b"]


def test_a_program_does_not_remove_what_it_writes_itself(tmp_path: Path) -> None:
    with arriving(tmp_path / "a") as part:
        clear_parts(tmp_path)
        part.write_bytes(b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(".riskdesk-0123abcd.part", id="an older version"),
        pytest.param(".riskdesk-0123abcd.part-journal", id="its journal"),
        pytest.param(".riskdesk-00000000-1-0123abcd.part", id="another computer"),
        pytest.param(".riskdesk-00000000-4000000-0123abcd.part-journal", id="its journal"),
        pytest.param(".riskdesk-00000000-9999999999-0123abcd.part", id="no number of a process"),
    ],
)
def test_what_may_still_be_written_goes_when_it_is_a_day_old(tmp_path: Path, name: str) -> None:
    part = lay(tmp_path, name, at=time.time() - DAY + MINUTES)
    clear_parts(tmp_path)
    assert part.exists()
    lay(tmp_path, name, at=time.time() - DAY - MINUTES)
    clear_parts(tmp_path)
    assert names(tmp_path) == []


@not_on_windows("there, no process has any of these numbers")
@pytest.mark.parametrize("process", ["0", "1", "2147483648", "9999999999"])
def test_a_process_of_another_user_or_that_cannot_be_counts_as_alive(tmp_path: Path, process: str) -> None:
    with arriving(tmp_path / "a") as part:
        here = part.name.split("-")[1]
    left = lay(tmp_path, f".riskdesk-{here}-{process}-0123abcd.part", at=time.time())
    clear_parts(tmp_path)
    assert left.exists()


@needs_root
def test_what_a_process_of_another_user_writes_stays_for_a_day(open_folder: Path) -> None:
    open_folder.chmod(0o777)
    program = AS_NOBODY + "; print(part_name())"
    done = subprocess.run([sys.executable, "-c", program, open_folder], capture_output=True, text=True, check=True)
    # The first process of all is that of root.
    left = lay(open_folder, re.sub(r"-[0-9]+-(?=\w+\.part)", "-1-", done.stdout.strip()), at=time.time())
    subprocess.run([sys.executable, "-c", AS_NOBODY, open_folder], check=True)
    assert left.exists()
    os.utime(left, (LONG_AGO, LONG_AGO))
    subprocess.run([sys.executable, "-c", AS_NOBODY, open_folder], check=True)
    assert not left.exists()


@needs_root
def test_what_cannot_be_removed_keeps_nothing_else(open_folder: Path) -> None:
    # Everybody may write there, and remove what is theirs.
    open_folder.chmod(0o1777)
    for number in range(10):
        lay(open_folder, f".riskdesk-0123abc{number}.part")
        os.chown(lay(open_folder, f".riskdesk-{number}123abcd.part"), 65534, 65534)
    subprocess.run([sys.executable, "-c", AS_NOBODY, open_folder], check=True)
    assert names(open_folder) == [f".riskdesk-0123abc{number}.part" for number in range(10)]


@pytest.mark.parametrize(
    "name",
    [
        "riskdesk-0123abcd.part",
        ".riskdesk-0123abcd.part.txt",
        ".riskdesk-0123abcd.part-wal",
        ".riskdesk-0123ABCD.part",
        pytest.param(".riskdesk-0123abcd.part\n", marks=needs_any_name),
        ".riskdesk-0123abc.part",
        ".riskdesk-notes.part",
        "x.riskdesk-0123abcd.part",
        ".riskdesk-0123abcd-12-0123abcd-.part",
        ".riskdesk-0123abcd-١٢-0123abcd.part",
        ".riskdesk-.part",
        "registers.riskdesk",
        "registers.riskdesk-journal",
    ],
)
def test_no_file_of_another_name_goes(tmp_path: Path, name: str) -> None:
    lay(tmp_path, name)
    clear_parts(tmp_path)
    assert names(tmp_path) == [name]


@needs_links
def test_only_files_go_and_nothing_through_a_link(tmp_path: Path) -> None:
    victim = lay(tmp_path, "victim")
    folder, link, pipe = (tmp_path / f".riskdesk-0123abc{number}.part" for number in range(3))
    folder.mkdir()
    lay(folder, ".riskdesk-0123abcd.part")
    link.symlink_to(victim)
    os.mkfifo(pipe)
    for place in (folder, link, pipe):
        os.utime(place, (LONG_AGO, LONG_AGO), follow_symlinks=False)
    clear_parts(tmp_path)
    assert names(tmp_path) == sorted([folder.name, link.name, pipe.name, "victim"])
    assert len(names(folder)) == 1


def test_where_there_is_no_folder_nothing_happens(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    clear_parts(tmp_path / "nowhere")
    clear_parts(tmp_path / "file")


@needs_modes
def test_what_cannot_be_removed_stays(open_folder: Path) -> None:
    lay(open_folder, ".riskdesk-0123abcd.part")
    open_folder.chmod(0o555)
    subprocess.run([sys.executable, "-c", AS_NOBODY, open_folder], check=True)
    open_folder.chmod(0o755)
    assert len(names(open_folder)) == 1


def left_by_a_killed_program(folder: Path) -> Path:
    killed, part = writing(folder / "killed.riskdesk")
    with killed:
        killed.kill()
    return part


@pytest.mark.parametrize(
    "arguments",
    [["new", "new.riskdesk"], ["export", "a.riskdesk", "a.json"], ["import", "b.json", "a.riskdesk"]],
    ids=lambda arguments: str(arguments[0]),
)
def test_a_command_that_writes_in_a_folder_removes_the_parts(tmp_path: Path, arguments: list[str]) -> None:
    assert main(["new", str(tmp_path / "a.riskdesk")]) == 0
    assert main(["export", str(tmp_path / "a.riskdesk"), str(tmp_path / "b.json")]) == 0
    left_by_a_killed_program(tmp_path)
    assert main([arguments[0], *(str(tmp_path / name) for name in arguments[1:])]) == 0
    assert not [name for name in names(tmp_path) if ".part" in name]


def test_a_command_that_only_reads_leaves_the_parts(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "a.riskdesk")]) == 0
    part = left_by_a_killed_program(tmp_path)
    assert main(["show", str(tmp_path / "a.riskdesk")]) == 0
    assert part.exists()


def test_a_file_in_passing_is_gone_with_its_journal_and_read_by_nobody_else(tmp_path: Path) -> None:
    left = lay(tmp_path, ".riskdesk-0123abcd.part")
    with passing(tmp_path) as part:
        assert not left.exists()
        part.with_name(f"{part.name}-journal").write_bytes(b"journal")
        part.write_bytes(b"content")
        assert os.name != "posix" or stat.S_IMODE(part.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == []


PRIVATE = """
import os
from pathlib import Path
from riskdesk.part_files import private_folder
folder = private_folder()
Path(folder.name, "a.pdf").write_bytes(b"content")
print(folder.name, flush=True)
os._exit(1)
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary files, which is empty."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return tmp_path / "temporary"


def left_folder(temporary: Path) -> Path:
    done = subprocess.run([sys.executable, "-c", PRIVATE], capture_output=True, text=True, check=False)
    return temporary / Path(done.stdout.rstrip("\n")).name


def test_a_private_folder_is_this_users_alone_and_gone_in_the_end(temporary: Path) -> None:
    with private_folder() as folder:
        Path(folder, "a.pdf").write_bytes(b"content")
        assert os.name != "posix" or stat.S_IMODE(Path(folder).stat().st_mode) == 0o700
        clear_folders()
        assert names(temporary) == [Path(folder).name]
    assert names(temporary) == []


@not_on_windows("another variable names the folder there")
def test_the_private_folders_of_killed_programs_are_gone_with_the_next_one(temporary: Path) -> None:
    left = left_folder(temporary)
    assert (left / "a.pdf").read_bytes() == b"content"
    with private_folder() as folder:
        assert names(temporary) == [Path(folder).name]


@not_on_windows("another variable names the folder there")
def test_no_other_folder_goes(temporary: Path) -> None:
    left = left_folder(temporary)
    here, process = left.name.split("-")[1:3]
    others = [f"riskdesk-0123abcd-{process}-abcdefgh", f"riskdesk-{here}-1-abcdefgh", "riskdesk-notes", "notes"]
    for other in others:
        (temporary / other).mkdir()
        lay(temporary / other, "a.pdf")
    # What is no folder is left, and keeps none from going.
    files = [f"riskdesk-{here}-{process}-filenam{number}" for number in range(10)]
    for number, name in enumerate(files):
        lay(temporary, name)
        (temporary / f"riskdesk-{here}-{process}-{number}foldera").mkdir()
    clear_folders()
    assert names(temporary) == sorted([*others, *files])
    assert all(names(temporary / other) == ["a.pdf"] for other in others)


@needs_links
def test_a_private_folder_behind_a_link_stays(temporary: Path, tmp_path: Path) -> None:
    left = left_folder(temporary)
    left.rename(tmp_path / "there")
    left.symlink_to(tmp_path / "there")
    clear_folders()
    assert (tmp_path / "there" / "a.pdf").exists()


def test_where_there_are_no_temporary_files_nothing_happens(temporary: Path) -> None:
    temporary.rmdir()
    clear_folders()


def test_the_folder_of_the_program_is_made_again_where_it_was_deleted() -> None:
    folder = program_folder()
    assert program_folder() == folder
    assert folder.is_dir()
    folder.rmdir()
    again = program_folder()
    assert again != folder
    assert again.is_dir()
    assert program_folder() == again
