"""Who may read a file that is written, and while it is written."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk import files
from riskdesk.domain.problems import FileProblem
from riskdesk.files import arriving, keep_private, make_folder, passing, write_atomically
from tests.systems import needs_modes, needs_root

pytestmark = needs_modes

# What the system gives new files is that of a process, so the writing happens in one of its own.
WRITE = """
import os, platform, sys, uuid
from pathlib import Path
from riskdesk.files import make_folder, write_atomically
path, private = Path(sys.argv[1]), sys.argv[2] == "private"
make_folder(path.parent, private=private)
write_atomically(path, b"new", private=private)
"""
# Nobody is in no group but their own, and may write here all the same; what Python brings along was read before.
AS_NOBODY = WRITE.replace("path, private", "os.setgroups([]); os.setegid(65534); os.seteuid(65534); path, private", 1)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def write(path: Path, how: str, umask: int = 0o022, program: str = WRITE) -> None:
    subprocess.run([sys.executable, "-c", program, path, how], check=True, umask=umask)


@pytest.mark.parametrize("umask", [0o000, 0o002, 0o022, 0o027, 0o077])
def test_a_new_file_has_the_rights_that_the_system_gives_or_is_private(tmp_path: Path, umask: int) -> None:
    write(tmp_path / "public" / "a", "public", umask)
    write(tmp_path / "private" / "in" / "a", "private", umask)
    assert mode(tmp_path / "public" / "a") == 0o666 & ~umask
    assert mode(tmp_path / "public") == 0o777 & ~umask
    assert mode(tmp_path / "private" / "in" / "a") == 0o600
    assert [mode(tmp_path / "private"), mode(tmp_path / "private" / "in")] == [0o700, 0o700]


@pytest.mark.parametrize("before", [0o600, 0o640, 0o644, 0o664, 0o444, 0o4755])
def test_an_old_file_keeps_its_rights_or_becomes_private(tmp_path: Path, before: int) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(before)
    write_atomically(path, b"new")
    assert mode(path) == before & 0o777
    write_atomically(path, b"newer", private=True)
    assert mode(path) == before & 0o700


@pytest.mark.parametrize("before", [None, 0o600, 0o640, 0o664])
@pytest.mark.parametrize("private", [False, True])
def test_nobody_else_reads_it_while_it_is_written(tmp_path: Path, before: int | None, *, private: bool) -> None:
    path = tmp_path / "a"
    if before is not None:
        path.write_bytes(b"old")
        path.chmod(before)
    with arriving(path, private=private) as part:
        assert mode(part) == 0o600
        part.write_bytes(b"new")
        assert mode(part) == 0o600


def test_what_is_not_private_has_the_rights_that_the_system_gives(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    (tmp_path / "plain folder").mkdir()
    with arriving(tmp_path / "a"):
        pass
    make_folder(tmp_path / "folder")
    assert mode(tmp_path / "a") == mode(tmp_path / "plain")
    assert mode(tmp_path / "folder") == mode(tmp_path / "plain folder")


def test_nobody_else_reads_the_journal_of_a_store_that_is_written(tmp_path: Path) -> None:
    with arriving(tmp_path / "a") as part, closing(sqlite3.connect(part)) as connection:
        connection.execute("CREATE TABLE a (b)")
        connection.execute("BEGIN")
        connection.execute("INSERT INTO a VALUES ('text')")
        assert mode(part.with_name(f"{part.name}-journal")) == 0o600


def test_what_somebody_puts_in_place_of_a_part_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"theirs")
    victim.chmod(0o600)
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(FileProblem), arriving(tmp_path / "a") as part:  # noqa: PT012
        part.unlink()
        part.symlink_to(victim)
    assert (mode(victim), victim.read_bytes()) == (0o600, b"theirs")
    assert (tmp_path / "a").read_bytes() == b"old"


@pytest.mark.parametrize("link", [False, True])
def test_what_lies_where_a_part_would_be_made_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, link: bool
) -> None:
    there = tmp_path / "there"
    there.symlink_to("nowhere") if link else there.write_bytes(b"theirs")
    monkeypatch.setattr(files, "part_name", lambda: "there")
    with pytest.raises(FileProblem, match="was not saved"):
        write_atomically(tmp_path / "a", b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["there"]
    assert there.is_symlink() if link else there.read_bytes() == b"theirs"


def refuse(*_: object) -> None:
    raise PermissionError


def test_a_disk_that_knows_no_rights_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files.os, "fchmod", refuse)
    monkeypatch.setattr(files.os, "fchown", refuse)
    for data in (b"first", b"second"):
        write_atomically(tmp_path / "a", data)
        assert (tmp_path / "a").read_bytes() == data


def test_a_part_on_such_a_disk_was_made_for_this_user_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files.os, "fchmod", refuse)
    (tmp_path / "old").write_bytes(b"old")
    with arriving(tmp_path / "old") as part:
        assert mode(part) == 0o600
    with arriving(tmp_path / "new", private=True) as part:
        assert mode(part) == 0o600
    with passing(tmp_path) as part:
        assert mode(part) == 0o600


@needs_root
def test_a_file_of_somebody_else_stays_theirs(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o640)
    os.chown(path, 1234, 4321)
    write_atomically(path, b"new")
    assert (path.stat().st_uid, path.stat().st_gid, mode(path)) == (1234, 4321, 0o640)


@needs_root
@pytest.mark.parametrize(("before", "after"), [(0o664, 0o644), (0o660, 0o600), (0o646, 0o666), (0o605, 0o655)])
def test_a_group_that_could_not_read_it_cannot_after(open_folder: Path, before: int, after: int) -> None:
    open_folder.chmod(0o777)
    path = open_folder / "a"
    path.write_bytes(b"old")
    path.chmod(before)
    os.chown(path, 1234, 4321)
    write(path, "public", program=AS_NOBODY)
    assert path.read_bytes() == b"new"
    assert (path.stat().st_uid, path.stat().st_gid, mode(path)) == (65534, 65534, after)


@needs_root
def test_the_group_of_a_file_stays_where_this_user_is_in_it(open_folder: Path) -> None:
    open_folder.chmod(0o777)
    path = open_folder / "a"
    path.write_bytes(b"old")
    path.chmod(0o660)
    os.chown(path, 65534, 4321)
    write(path, "public", program=AS_NOBODY.replace("[]", "[4321]"))
    assert path.read_bytes() == b"new"
    assert (path.stat().st_uid, path.stat().st_gid, mode(path)) == (65534, 4321, 0o660)


@pytest.mark.parametrize(("before", "after"), [(0o755, 0o700), (0o777, 0o700), (0o2775, 0o2700), (0o500, 0o500)])
def test_a_folder_that_is_there_is_made_private_and_those_above_are_not(
    tmp_path: Path, before: int, after: int
) -> None:
    above = tmp_path / "above"
    (above / "own").mkdir(parents=True)
    above.chmod(0o755)
    (above / "own").chmod(before)
    make_folder(above / "own", private=True)
    assert (mode(above / "own"), mode(above)) == (after, 0o755)


@pytest.mark.parametrize(("before", "after"), [(0o604, 0o600), (0o640, 0o600), (0o455, 0o400)])
def test_a_file_that_others_may_read_is_made_private(tmp_path: Path, before: int, after: int) -> None:
    (tmp_path / "a").write_bytes(b"")
    (tmp_path / "a").chmod(before)
    keep_private(tmp_path / "a")
    assert mode(tmp_path / "a") == after


def test_what_is_private_is_not_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"")
    (tmp_path / "a").chmod(0o600)
    # A program that keeps copies elsewhere would take it for changed.
    monkeypatch.setattr(Path, "chmod", lambda *_: pytest.fail("it was changed"))
    keep_private(tmp_path / "a")


def test_a_folder_on_a_way_that_goes_back_is_made(tmp_path: Path) -> None:
    make_folder(tmp_path / "new" / ".." / "other", private=True)
    assert [mode(tmp_path / "new"), mode(tmp_path / "other")] == [0o700, 0o700]
    make_folder(tmp_path / "open" / ".." / "third")
    assert (tmp_path / "third").is_dir()


def test_what_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "link").symlink_to("nowhere")
    for place in ("file", "link", "file/below"):
        with pytest.raises(FileProblem, match="cannot be made"):
            make_folder(tmp_path / place, private=True)


def test_what_lies_behind_a_link_stays_as_open_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir(mode=0o755)
    (tmp_path / "shared" / "a").write_bytes(b"")
    (tmp_path / "shared" / "a").chmod(0o664)
    (tmp_path / "folder").symlink_to("shared")
    (tmp_path / "file").symlink_to("shared/a")
    make_folder(tmp_path / "folder", private=True)
    keep_private(tmp_path / "file")
    assert (mode(tmp_path / "shared"), mode(tmp_path / "shared" / "a")) == (0o755, 0o664)


@needs_root
def test_what_is_somebody_elses_stays_as_open_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    (tmp_path / "a").chmod(0o644)
    os.chown(tmp_path / "a", 1234, -1)
    keep_private(tmp_path / "a")
    keep_private(tmp_path / "nowhere")
    assert mode(tmp_path / "a") == 0o644
