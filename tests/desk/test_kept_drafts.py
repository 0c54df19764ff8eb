"""The file of drafts: its user's alone, and set aside whatever it has become."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from riskdesk.desk import drafts as kept
from riskdesk.desk.drafts import Draft, Drafts
from tests.places import NO_FILES
from tests.refusing import refuse_for_a_moment
from tests.systems import needs_links, needs_modes

STORE = "01234567-89ab-cdef-0123-456789abcdef"
DRAFT = Draft(register="register", kind="risk", text="Half a sentence", parent="entry")

# With a limit of memory, which a file that is read as a whole breaks.
LEFT = """
import resource, sys
from pathlib import Path
from riskdesk.desk.drafts import Drafts
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
for folder in sys.argv[2:]:
    print(Path(folder).name, Drafts(Path(folder), sys.argv[1]).left(), flush=True)
"""


def spoilt(**fields: object) -> Callable[[Path], object]:
    record = {"register": "register", "kind": "risk", "text": "x"} | fields
    return lambda place: place.write_text(json.dumps([record]))


MADE: dict[str, Callable[[Path], object]] = {
    "half a letter in the register": spoilt(register="\ud800"),
    "half a letter in the item": spoilt(id="\udfff", field="note"),
    "half a letter in the parent": spoilt(parent="a\udcff"),
    "empty": lambda place: place.write_bytes(b""),
    "bytes": lambda place: place.write_bytes(bytes(range(256))),
    "deep": lambda place: place.write_bytes(b"[" * 1_000_000),
    "deep records": lambda place: place.write_bytes(b'{"text":' * 200_000),
    "a long number": lambda place: place.write_bytes(b'[{"place": ' + b"1" * 5_000 + b"}]"),
    "no drafts": lambda place: place.write_bytes(b'[1, null, "x", [], {}]'),
    "no register": lambda place: place.write_bytes(b'[{"kind": "risk", "text": "x"}]'),
    "another kind": spoilt(kind="store"),
    "another field": spoilt(id="risk", field="mood"),
    "a truth as a place": spoilt(place=True),
    "no text": spoilt(text=None),
    "too many": lambda place: place.write_text(json.dumps([{"register": "", "kind": "risk", "text": ""}] * 100_000)),
    **NO_FILES,
}
if os.name == "posix":
    MADE["a link to a pipe"] = lambda place: (
        os.mkfifo(pipe := place.with_suffix(".pipe")),
        place.symlink_to(pipe.name),
    )


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is that of Linux")
def test_no_more_of_the_file_is_read_than_fits_into_memory(tmp_path: Path) -> None:
    folders = [tmp_path / name.replace("/", "-") for name in MADE]
    for folder, make in zip(folders, MADE.values(), strict=True):
        folder.mkdir()
        make(folder / f"{STORE}.json")
    process = subprocess.run([sys.executable, "-c", LEFT, STORE, *folders], capture_output=True, text=True, check=False)
    assert process.stdout.splitlines() == [f"{folder.name} []" for folder in folders], process.stderr


@pytest.mark.parametrize("name", MADE)
def test_what_is_no_file_of_drafts_is_set_aside(tmp_path: Path, name: str) -> None:
    place = tmp_path / f"{STORE}.json"
    MADE[name](place)
    before = place.lstat()
    drafts = Drafts(tmp_path, STORE)
    assert drafts.left() == []
    assert drafts.keep([DRAFT])
    assert Drafts(tmp_path, STORE).left() == [DRAFT]
    (aside,) = tmp_path.glob("*.unread")
    assert (aside.lstat().st_ino, aside.lstat().st_size) == (before.st_ino, before.st_size)


@needs_modes
def test_the_file_behind_a_link_is_read_and_written(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    place = tmp_path / "drafts" / f"{STORE}.json"
    assert Drafts(tmp_path, STORE).keep([DRAFT])
    place.symlink_to(tmp_path / place.name)
    drafts = Drafts(tmp_path / "drafts", STORE)
    assert drafts.left() == [DRAFT]
    assert drafts.keep([DRAFT, DRAFT])
    assert place.is_symlink()
    assert drafts.left() == [DRAFT, DRAFT]


@needs_modes
def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "own" / "drafts"
    assert Drafts(folder, STORE).keep([DRAFT])
    assert [mode(place) for place in (folder.parent, folder, folder / f"{STORE}.json")] == [0o700, 0o700, 0o600]


@needs_modes
def test_nor_what_an_older_version_wrote(tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir(mode=0o755)
    place = folder / f"{STORE}.json"
    place.write_bytes(b"[]")
    place.chmod(0o644)
    drafts = Drafts(folder, STORE)
    assert drafts.left() == []
    assert mode(folder) == 0o700
    assert drafts.keep([DRAFT])
    assert mode(place) == 0o600


def test_no_more_is_kept_than_would_be_read_again(tmp_path: Path) -> None:
    long = Draft(register="register", kind="risk", text="x" * (16 << 20))
    for drafts in ([long], [DRAFT] * 1_001):
        assert not Drafts(tmp_path, STORE).keep(drafts)
    assert list(tmp_path.iterdir()) == []
    assert Drafts(tmp_path, STORE).keep([replace(long, text="x" * ((16 << 20) - 1_000))])
    most = [DRAFT] * 1_000
    assert Drafts(tmp_path, STORE).keep(most)
    assert Drafts(tmp_path, STORE).left() == most


@pytest.mark.parametrize("most", [0, -1])
def test_the_largest_file_that_is_written_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    assert Drafts(tmp_path, STORE).keep([DRAFT])
    size = (tmp_path / f"{STORE}.json").stat().st_size
    monkeypatch.setattr(kept, "_LARGEST", size + most)
    assert Drafts(tmp_path, STORE).keep([DRAFT]) is (most == 0)
    assert Drafts(tmp_path, STORE).left() == [DRAFT] * (most == 0)


def test_leftovers_of_killed_programs_beside_the_file_are_removed(tmp_path: Path) -> None:
    leftover = tmp_path / ".riskdesk-0123abcd.part"
    leftover.write_bytes(b"text")
    os.utime(leftover, (1_000_000_000, 1_000_000_000))
    Drafts(tmp_path, STORE).left()
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_gone_once_everything_is_stored(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, STORE)
    assert drafts.keep([DRAFT])
    assert drafts.keep([])
    assert list(tmp_path.iterdir()) == []
    assert Drafts(tmp_path, STORE).keep([])
    assert Drafts(tmp_path, STORE).left() == []
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_written_only_where_something_else_was_typed(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, STORE)
    assert drafts.keep([DRAFT])
    (tmp_path / f"{STORE}.json").unlink()
    assert drafts.keep((DRAFT,))
    assert list(tmp_path.iterdir()) == []
    assert drafts.keep([DRAFT, DRAFT])
    assert Drafts(tmp_path, STORE).left() == [DRAFT, DRAFT]


def test_what_could_not_be_kept_is_tried_again(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("no folder")
    drafts = Drafts(tmp_path / "drafts", STORE)
    assert not drafts.keep([DRAFT])
    (tmp_path / "drafts").unlink()
    assert drafts.keep([DRAFT])
    assert drafts.left() == [DRAFT]


def test_a_file_that_holds_one_draft_alone_is_read(tmp_path: Path) -> None:
    """That is how an older Riskdesk wrote it."""
    record = {"register": "register", "kind": "risk", "text": "Half a sentence", "parent": "entry"}
    (tmp_path / f"{STORE}.json").write_text(json.dumps(record))
    assert Drafts(tmp_path, STORE).left() == [DRAFT]


@pytest.mark.parametrize("kind", ["category", "risk", "mitigation"])
def test_a_new_item_of_any_kind_comes_back(tmp_path: Path, kind: str) -> None:
    new = Draft(register="register", kind=kind, text="New", parent="parent", place=3, new_entry=True)
    assert Drafts(tmp_path, STORE).keep([new])
    assert Drafts(tmp_path, STORE).left() == [new]


def test_what_was_typed_comes_back_to_the_letter(tmp_path: Path) -> None:
    typed = Draft(register="register", kind="risk", text="Құқық \ud83d ends in half a letter", id="risk", field="note")
    assert Drafts(tmp_path, STORE).keep([typed])
    assert "Құқық".encode() in (tmp_path / f"{STORE}.json").read_bytes()
    assert Drafts(tmp_path, STORE).left() == [typed]


@needs_links
def test_a_link_whose_file_is_not_there_yet_stays(tmp_path: Path) -> None:
    place = tmp_path / f"{STORE}.json"
    place.symlink_to(tmp_path / "elsewhere.json")
    drafts = Drafts(tmp_path, STORE)
    assert drafts.left() == []
    assert drafts.keep([DRAFT])
    assert place.is_symlink()
    assert drafts.left() == [DRAFT]


def test_a_file_that_a_scanner_holds_for_a_moment_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = Drafts(tmp_path, STORE)
    drafts.keep([DRAFT])
    refuse_for_a_moment(monkeypatch, Path, "unlink")
    assert drafts.keep([])
    assert not list(tmp_path.iterdir())
