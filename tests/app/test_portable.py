"""A portable program keeps all that is the user's own beside itself, and leaves nothing elsewhere."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from riskdesk.app import places, stores
from riskdesk.app.log_file import keep_log
from riskdesk.app.main import main
from riskdesk.kit.settings import Setting, Settings

OWN: tuple[Callable[[], Path], ...] = (
    places.own_folder,
    places.own_store,
    places.backups,
    places.drafts,
    places.settings_file,
    places.log_file,
)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A packaged program, as the modules see it."""
    path = tmp_path / "Riskdesk é 1" / "riskdesk.exe"
    path.parent.mkdir()
    path.write_bytes(b"MZ")
    monkeypatch.setattr(sys, "executable", str(path))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    return path


@pytest.mark.parametrize("place", OWN)
def test_what_is_the_users_own_lies_beside_a_portable_program(
    place: Callable[[], Path], program: Path, own_home: Path
) -> None:
    assert not place().is_relative_to(program.parent)
    (program.parent / "portable.txt").touch()
    assert place().is_relative_to(program.parent / "data")


@pytest.mark.parametrize("place", OWN)
def test_and_in_the_home_where_the_program_is_not_packaged(
    place: Callable[[], Path], program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (program.parent / "portable.txt").touch()
    monkeypatch.delattr(sys, "frozen")
    assert not place().is_relative_to(program.parent)


def test_a_portable_program_leaves_nothing_elsewhere(program: Path, own_home: Path, tmp_path: Path) -> None:
    (program.parent / "portable.txt").touch()
    before = sorted(own_home.rglob("*"))
    store = stores.own(pytest.fail)
    assert main(["backup", str(store)]) == 0
    Settings(places.settings_file()).set(Setting("window/language", str, ""), "fr")
    Settings.settle()
    keep_log(places.log_file())
    assert sorted(own_home.rglob("*")) == before
    names = {path.name for path in (program.parent / "data").iterdir()}
    assert {"registers.riskdesk", "backups", "settings.json"} <= names
