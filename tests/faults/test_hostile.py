"""Files that were made to do harm, or that are anything but a store: each is refused, quickly, and left as it is."""

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import registers
from riskdesk.desk.salvage import salvage
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.values import Language
from riskdesk.store import guard, room
from tests.faults.hostile import HOSTILE, that_leads_to_itself, with_a_journal_of, with_steps
from tests.systems import needs_forks

# Opens each file to edit it, and to check it, each time in a process of its own, forked when all is imported, so that
# time and memory are the file's alone.
OPEN = """
import json, os, resource, signal, sys
from pathlib import Path
from riskdesk.domain.problems import Problem
from riskdesk.store.check import findings
from riskdesk.store.store import Store
import riskdesk.store.pages
def edit(path):
    Store.open(path).close()
def check(path):
    for problem in findings(path):
        # What SQLite itself finds is told in lines.
        raise Problem("{told}", told=" ".join(str(problem).split()))
for name, look in [(name, look) for name in sys.argv[1:] for look in (check, edit)]:
    read, write = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
        signal.alarm(30)
        try:
            look(Path(name))
            told = None
        except Problem as problem:
            told = str(problem)
        except BaseException as error:
            told = "!" + repr(error)
        os.write(write, json.dumps(told).encode())
        os._exit(0)
    os.close(write)
    told = os.read(read, 100_000)
    used = os.wait4(child, 0)[2]
    told = json.loads(told) if told else "!ended"
    print(json.dumps([told, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]), flush=True)
"""
SECONDS, MEGABYTES = 2.0, 64.0


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("good") / "good.riskdesk"
    with closing(Session.create(path, "me")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
    return path


def footprints(folder: Path) -> object:
    """What lies in a folder, to the byte, and when it was written."""
    return [
        (
            entry.name,
            entry.lstat().st_mtime_ns,
            entry.lstat().st_size,
            entry.read_bytes() if entry.is_file() and not entry.is_symlink() and entry.stat().st_size < 2**30 else None,
        )
        for entry in sorted(folder.rglob("*"))
    ]


def looked_at(*paths: Path) -> list[list[tuple[str | None, float, float]]]:
    """Of each file, what is told when it is checked and when it is opened, and the seconds and megabytes it took."""
    done = subprocess.run([sys.executable, "-c", OPEN, *paths], capture_output=True, text=True, check=True, timeout=120)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return [lines[number : number + 2] for number in range(0, len(lines), 2)]


def is_sentence(text: str | None, path: Path) -> bool:
    return text is not None and text.isprintable() and not text.startswith("!") and str(path) in text


def hostile_copy(good: Path, folder: Path, make: Callable[[Path], object]) -> Path:
    folder.mkdir()
    path = Path(shutil.copy(good, folder / "a.riskdesk"))
    make(path)
    return path


@needs_forks
def test_a_good_store_is_opened(good: Path) -> None:
    ((checked, edited),) = looked_at(good)
    assert checked[0] is edited[0] is None


@needs_forks
def test_each_hostile_file_is_refused_quickly_and_left_as_it_is(
    good: Path, tmp_path: Path, figures: Callable[[str], None]
) -> None:
    paths = [hostile_copy(good, tmp_path / name, make) for name, make in HOSTILE.items()]
    before = {path: footprints(path.parent) for path in paths}
    (usual, *results) = looked_at(good, *paths)
    wrong, slowest, largest = [], 0.0, 0.0
    for path, looks in zip(paths, results, strict=True):
        same = footprints(path.parent) == before[path]
        for (text, seconds, megabytes), (_, _, least) in zip(looks, usual, strict=True):
            more = megabytes - least
            if not is_sentence(text, path) or seconds > SECONDS or more > MEGABYTES or not same:
                wrong.append((path.parent.name, text, seconds, more, same))
            slowest, largest = max(slowest, seconds), max(largest, more)
    figures(
        f"hostile files: {len(paths)}, refused {len(paths) - len(wrong)}, {slowest:.2f} s, {largest:.0f} MB at most"
    )
    assert wrong == []


@pytest.mark.parametrize("tree", ["risk", "risk_of_entry", "touch", "touch_of_item", "step_that_undoes"])
def test_the_guard_walks_every_tree(good: Path, tmp_path: Path, tree: str) -> None:
    path = Path(shutil.copy(good, tmp_path))
    with closing(Session.open(path, "me")) as session:
        session.undo(None)
        session.redo(None)
    that_leads_to_itself(tree)(path)
    with closing(sqlite3.connect(path)) as raw, pytest.raises((FileProblem, sqlite3.DatabaseError)):
        guard.require_schema(path, raw)


@needs_forks
@pytest.mark.parametrize("version", [0, 99])
def test_a_journal_that_brings_another_format_is_found_out(good: Path, tmp_path: Path, version: int) -> None:
    def change(page: bytearray) -> None:
        page[60:64] = version.to_bytes(4, "big")

    path = hostile_copy(good, tmp_path / "a", with_a_journal_of(change))
    ((checked, edited),) = looked_at(path)
    assert is_sentence(checked[0], path)
    assert is_sentence(edited[0], path)


@pytest.mark.parametrize("offset", [*range(16, 24), *range(44, 48), *range(52, 72), 96, 97, 98, 99])
@pytest.mark.parametrize("value", [0, 1, 2, 255])
def test_a_journal_that_brings_other_first_bytes_leaves_no_store_that_cannot_be_opened_again(
    good: Path, tmp_path: Path, offset: int, value: int
) -> None:
    def change(page: bytearray) -> None:
        page[offset] = value

    path = hostile_copy(good, tmp_path / "a", with_a_journal_of(change))
    copy = Path(shutil.copytree(path.parent, tmp_path / "b", copy_function=shutil.copyfile), path.name)
    try:
        session = Session.open(path, "me")
    except FileProblem:
        # Nor does whoever only reads it, and so does not play it back in place, take it for a sound one.
        with pytest.raises(FileProblem):
            Session.open(copy, "me", read_only=True)
        return
    with closing(session):
        session.run(registers.edit(session.registers()[0].id, title="Written"))
    with closing(Session.open(path, "me")) as again:
        assert again.registers()[0].title == "Written"


@needs_forks
def test_a_journal_that_changes_nothing_is_played_back(good: Path, tmp_path: Path) -> None:
    path = hostile_copy(good, tmp_path / "a", with_a_journal_of(lambda page: None))
    ((checked, edited),) = looked_at(path)
    assert checked[0] is edited[0] is None
    assert path.read_bytes() == good.read_bytes()
    assert not path.with_name("a.riskdesk-journal").exists()


def test_nothing_is_salvaged_of_what_holds_more_than_any_store(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = hostile_copy(good, tmp_path / "a", with_steps(2_001))
    monkeypatch.setattr(room, "MOST_STEPS", 2_001)
    salvage(path, tmp_path / "all.riskdesk", "me", Language.ENGLISH)
    monkeypatch.setattr(room, "MOST_STEPS", 2_000)
    with pytest.raises(FileProblem, match="more than any register file does"):
        salvage(path, tmp_path / "new.riskdesk", "me", Language.ENGLISH)
    assert not (tmp_path / "new.riskdesk").exists()


def test_whoever_reads_as_a_program_ends_in_mid_write_is_told_to_open_it_again(good: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(good, tmp_path))
    with closing(Session.open(path, "me", read_only=True)) as session:
        with_a_journal_of(lambda page: None)(path)
        with pytest.raises(FileProblem, match="ended while it was writing"):
            session.changed_at()
    with closing(Session.open(path, "me", read_only=True)) as again:
        assert again.registers()
