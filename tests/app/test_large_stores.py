"""A store that is too large to be followed in no time is looked through by every command all the same."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.app import places
from riskdesk.app.main import main
from riskdesk.desk.backups import Backups
from riskdesk.desk.copies import Copy
from riskdesk.desk.session import Session
from riskdesk.domain.problems import FileProblem
from riskdesk.store import opening
from riskdesk.store.damage import DamagedStore

CHANGED = "UPDATE risk SET description = 'Harmless' WHERE rowid = 1"
BROKEN = "UPDATE step SET label = 'Harmless' WHERE number = 1"
COMMANDS = {
    "show": ["show", "STORE"],
    "show as JSON": ["show", "--json", "STORE"],
    "export as PDF": ["export", "STORE", "OUT.pdf"],
    "export as JSON": ["export", "STORE", "OUT.json"],
    "draw": ["matrix", "STORE", "OUT.svg"],
    "import": ["import", "DOCUMENT", "STORE"],
    "try an import": ["import", "--dry-run", "DOCUMENT", "STORE"],
    "check": ["check", "STORE"],
    "back up": ["backup", "STORE"],
    "merge into it": ["merge", "STORE", "SOUND"],
    "merge it": ["merge", "SOUND", "STORE"],
    "assess": ["assess", "STORE", "R-01", "1", "1"],
    "try to assess": ["assess", "--dry-run", "STORE", "R-01", "1", "1"],
}


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every store of these tests counts as large."""
    monkeypatch.setattr(opening, "_SMALL_BYTES", 0)


@pytest.fixture
def sound(kazakhstan_store: Path, tmp_path: Path) -> Path:
    return shutil.copyfile(kazakhstan_store, tmp_path / "SOUND")


@pytest.fixture(params=[CHANGED, BROKEN], ids=["a changed text", "a broken journal"])
def spoilt(request: pytest.FixtureRequest, sound: Path) -> Path:
    path = sound.with_name("STORE")
    path.write_bytes(sound.read_bytes())
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(request.param)
        raw.commit()
    return path


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_no_command_goes_by_a_store_that_is_not_sound(
    spoilt: Path, command: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = spoilt.parent
    monkeypatch.chdir(folder)
    assert main(["show", "--json", "SOUND"]) == 0
    Path("DOCUMENT").with_suffix(".json").write_text(capsys.readouterr().out, "utf-8")
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    arguments = [place.replace("DOCUMENT", "DOCUMENT.json") for place in command]
    assert main(arguments) == 1
    printed = capsys.readouterr()
    assert "STORE" in printed.out + printed.err
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


@pytest.mark.parametrize("command", [COMMANDS["show"], COMMANDS["check"], COMMANDS["assess"]])
def test_no_command_forgets_what_it_found(
    sound: Path, command: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large store that was sound is not looked through as a whole again, if nobody seems to have written to it."""
    path = sound.rename(sound.with_name("STORE"))
    with closing(Session.open(path, "me", backups=places.backups(), whole=False)) as session:
        session.require_sound()
    before, header = path.stat(), path.read_bytes()[:100]
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(CHANGED)
        raw.commit()
    path.write_bytes(header + path.read_bytes()[100:])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    monkeypatch.chdir(path.parent)
    assert main(command) == 1
    assert "STORE" in "".join(capsys.readouterr())
    with (
        closing(Session.open(path, "me", backups=places.backups(), whole=False)) as session,
        pytest.raises(DamagedStore),
    ):
        session.require_sound()


def test_no_copy_makes_what_was_changed_look_sound(spoilt: Path, tmp_path: Path) -> None:
    with closing(Session.open(spoilt, "me", whole=False)) as session:
        assert not session.is_sound
        for copy in (Copy(), Copy(history=False), Copy(names=False)):
            with pytest.raises(DamagedStore):
                session.send(copy, tmp_path / "new.riskdesk")
        with pytest.raises(DamagedStore):
            session.merge(spoilt.with_name("SOUND"))
    assert not (tmp_path / "new.riskdesk").exists()


def test_no_backup_is_made_of_it_and_none_of_it_is_restored(spoilt: Path, tmp_path: Path) -> None:
    backups = Backups.of(places.backups(), spoilt.with_name("SOUND"))
    backup = backups.make(spoilt.with_name("SOUND"), places.now())
    assert backup is not None
    with pytest.raises(FileProblem):
        Backups.of(places.backups(), spoilt).make(spoilt, places.now())
    backup.path.write_bytes(spoilt.read_bytes())
    with pytest.raises(FileProblem):
        backups.restore(backup, tmp_path / "new.riskdesk")
    assert backups.newest_sound() is None
    assert not (tmp_path / "new.riskdesk").exists()


def test_once_it_was_looked_through_it_is_not_again(sound: Path, tmp_path: Path) -> None:
    with closing(Session.open(sound, "me", whole=False)) as session:
        session.require_sound()
        assert session.is_sound
        session.send(Copy(), tmp_path / "new.riskdesk")
