"""What is named on the command line and can be no file: a sentence, no traceback, and nothing is left behind."""

import os
from pathlib import Path

import pytest

from riskdesk.app.main import main

COMMANDS = [
    ["show", "PLACE"],
    ["check", "PLACE"],
    ["check", "--repair", "PLACE"],
    ["export", "PLACE", "out.pdf"],
    ["export", "STORE", "PLACE"],
    ["matrix", "PLACE", "out.svg"],
    ["matrix", "STORE", "PLACE"],
    ["import", "PLACE", "STORE"],
    ["import", "register.json", "PLACE"],
    ["backup", "PLACE"],
    ["salvage", "PLACE", "new.riskdesk"],
    ["salvage", "STORE", "PLACE"],
    ["merge", "PLACE", "STORE"],
    ["merge", "STORE", "PLACE"],
    ["assess", "PLACE", "R-01", "1", "1"],
    ["new", "PLACE"],
]
PLACES = ["/", ".", "..", "folder", "folder/.."]


def everything(folder: Path) -> list[str]:
    return sorted(str(path) for path in folder.rglob("*"))


@pytest.fixture
def store(kazakhstan_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "work" / "store.riskdesk"
    path.parent.mkdir()
    path.write_bytes(kazakhstan_store.read_bytes())
    (path.parent / "folder").mkdir()
    (path.parent / "register.json").write_text("{}")
    monkeypatch.chdir(path.parent)
    return path


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_drive_or_a_folder_is_told(store: Path, tmp_path: Path, command, place: str, capsys) -> None:
    before = everything(tmp_path), sorted(os.listdir("/"))  # noqa: PTH208
    assert main([{"PLACE": place, "STORE": str(store)}.get(word, word) for word in command]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("riskdesk: ")
    assert (everything(tmp_path), sorted(os.listdir("/"))) == before  # noqa: PTH208


WRITING = [
    ["new", "PLACE.riskdesk"],
    ["export", "STORE", "PLACE.pdf"],
    ["export", "STORE", "PLACE.json"],
    ["matrix", "STORE", "PLACE.svg"],
    ["matrix", "STORE", "PLACE.png"],
    ["restore", "STORE", "1", "PLACE.riskdesk"],
    ["salvage", "STORE", "PLACE.riskdesk"],
]


@pytest.mark.parametrize("between", ["", "folder/", "folder/deeper/"])
@pytest.mark.parametrize("command", WRITING, ids=" ".join)
def test_a_command_tells_of_a_file_in_the_place_of_a_folder(store: Path, tmp_path: Path, command, between, capsys):
    assert main(["backup", str(store)]) == 0
    capsys.readouterr()
    before = everything(tmp_path)
    place = str(Path("register.json", between, "out"))
    assert main([word.replace("PLACE", place).replace("STORE", str(store)) for word in command]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "register.json is a file" in line
    assert everything(tmp_path) == before
    assert Path("register.json").read_text() == "{}"
