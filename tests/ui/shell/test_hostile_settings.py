"""A window opens with its defaults, whatever the file of settings says of it."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QFileDialog

from riskdesk.app.program import Program
from riskdesk.domain.printing import Print, Sides
from riskdesk.kit import translations
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.home import Home
from riskdesk.ui.dialogs import asking
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.shell.fitting import PLACE
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.views.matrix import Matrix
from tests.ui.conftest import Opened, action, sheet

NUMBERS = [-(2**31) + 1, -1, 0, 1, 2**31 - 1]
TEXTS = ["", "\0", "../../../etc/passwd", "x" * 100_000, "\udcff\x1b[2J", "\ud800", "en\n", "sv"]
KEYS = [
    "window/language",
    "window/scheme",
    "window/place",
    "window/tool-bar",
    "window/zoom",
    "files/folder",
    "files/recent",
    "due/ahead",
    "print/kind",
    "print/paper",
    "print/orientation",
    "print/columns",
    "print/sides",
    "matrix/sides",
    "matrix/ended",
    "matrix/zoom",
    "columns/left",
    "columns/left-width",
    "columns/inspector-width",
    "columns/preview-width",
    "export/opens",
]


def keep(folder: Path, settings: dict[str, object]) -> None:
    (folder / "settings.json").write_text(json.dumps(settings))


def is_usable(window: MainWindow) -> bool:
    free = window.screen().availableGeometry()
    return free.contains(window.geometry()) and sheet(window).width() >= sheet(window).minimumWidth()


@pytest.mark.parametrize("value", [*NUMBERS, *TEXTS], ids=range(len(NUMBERS) + len(TEXTS)))
def test_no_number_and_no_text_keeps_the_window_from_opening(
    open_window: Opened, tmp_path: Path, value: object
) -> None:
    keep(tmp_path, dict.fromkeys(KEYS, value))
    window = open_window()
    assert is_usable(window)
    assert PrintChoice(Settings(tmp_path / "settings.json")).how() in (Print(), Print(columns=()))
    action(window, "open").trigger()
    assert window.findChildren(QFileDialog)
    action(window, "view_matrix").trigger()
    assert window.findChild(Matrix).tools.sides is Sides.INHERENT
    assert 0.5 < window.findChild(Matrix).zoom < 5
    window.close()


NOWHERE = [
    "0 0 0 0 0 0 0",
    "-99999 -99999 99999 99999 1920 1080 0",
    "99999 99999 1 1 1920 1080 0",
    "1919 1079 99999 3 1920 1080 1",
    "10 10 800 600 1920 1080 2",
    "10 10 800 600 1920 1080",
    "99999999999999999999 10 800 600 1920 1080 0",
    "١٠ 10 800 600 1920 1080 0",
    "nowhere at all",
]


@pytest.mark.parametrize("place", NOWHERE)
def test_no_place_that_is_none_keeps_the_window_from_opening(open_window: Opened, tmp_path: Path, place: str) -> None:
    keep(tmp_path, {PLACE.key: place})
    window = open_window()
    window.showNormal()
    assert is_usable(window)
    window.close()


@pytest.mark.parametrize("language", ["", "sv", "../translations/riskdesk_fr", "\0", "x" * 10_000])
def test_a_language_that_it_does_not_speak_is_that_of_the_system(
    qapp: QApplication, undressed: None, home: Home, tmp_path: Path, language: str
) -> None:
    keep(tmp_path, {"window/language": language, "window/scheme": language})
    program = Program(qapp, home, Settings(tmp_path / "settings.json"))
    assert QLocale().language() == QLocale(translations.system_language(["en", "fr"])).language()
    program.close()
    program.deleteLater()


@pytest.mark.parametrize("folder", ["", "nowhere", "a\0b", "a\nb", "\x1b[2J", "n" * 300, "n/" * 5_000, "\udcff"])
def test_a_folder_that_is_none_is_the_users_own(tmp_path: Path, folder: str) -> None:
    keep(tmp_path, {"files/folder": str(tmp_path / folder) if folder else ""})
    assert asking.folder(Settings(tmp_path / "settings.json")) == asking.documents()
