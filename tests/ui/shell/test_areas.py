"""The columns of the window: shown, hidden, remembered, and giving way where room is short."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QToolBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.printing.preview import Preview
from riskdesk.ui.printing.preview.pages import Pages
from riskdesk.ui.shell.areas import SHEET, WANTED
from riskdesk.ui.shell.window import MainWindow
from tests.ui.conftest import Opened, action, sheet


@pytest.fixture
def window(open_window: Opened) -> MainWindow:
    return open_window()


def test_sizes_columns_and_zoom_are_remembered(qtbot: QtBot, window: MainWindow, open_window: Opened) -> None:
    assert (window.width(), window.height()) == (1280, 800)
    # No larger than the screen of the tests, which is narrower still.
    window.resize(960, 640)
    window._areas.moveSplitter(280, 1)
    window._areas.moveSplitter(280 + window._areas.handleWidth() + 380, 2)
    action(window, "show_inspector").trigger()
    action(window, "show_inspector").trigger()
    sheet(window).zoom = 1.5
    sizes = window._areas.sizes()
    assert sizes[:2] == [280, 380]
    window.close()
    again = open_window()
    assert (again.width(), again.height()) == (960, 640)
    qtbot.waitUntil(lambda: again._areas.sizes() == sizes)
    assert sheet(again).zoom == 1.5


def test_what_is_hidden_stays_hidden(window: MainWindow, open_window: Opened) -> None:
    action(window, "show_left").trigger()
    window.close()
    again = open_window()
    assert seen(again) == {"inspector"}
    assert not action(again, "show_left").isChecked()
    action(again, "go_registers").trigger()
    assert seen(again) == {"left", "inspector"}
    assert action(again, "show_left").isChecked()


def seen(window: MainWindow) -> set[str]:
    return {name for name in WANTED if window._areas.is_seen(name)}


@pytest.mark.parametrize("width", [960, 1024, 1280, 1700])
def test_what_was_asked_for_first_gives_way_where_room_is_short(window: MainWindow, width: int) -> None:
    window.resize(width, 700)
    action(window, "show_preview").trigger()
    assert {"preview"} <= seen(window)
    # A small window, the common one, and one that has room for all.
    assert seen(window) == {960: {"left", "preview"}, 1024: {"left", "preview"}}.get(width, set(WANTED))
    action(window, "show_inspector").trigger()
    if width < 1280:
        assert seen(window) == {"preview", "inspector"}, "the last two that were asked for"
    for name in WANTED:
        assert action(window, f"show_{name}").isChecked() is (name in seen(window))
    for name in (*seen(window), SHEET):
        part = window._areas.part(name)
        assert part.width() >= max(part.minimumWidth(), part.minimumSizeHint().width())
    assert window.width() == width


@pytest.mark.parametrize("kept", [-5, 100_000, 2_147_483_647, 99_999_999_999])
def test_no_width_that_is_kept_harms_the_window(open_window: Opened, tmp_path: Path, kept: int, qtbot: QtBot) -> None:
    widths = {f"columns/{name}-width": kept for name in ("left", "inspector", "preview")}
    (tmp_path / "settings.json").write_text(json.dumps({"columns/preview": True, **widths}))
    window = open_window()
    window.resize(1_400, 700)
    assert sheet(window).width() >= sheet(window).minimumWidth()
    assert window.width() == 1_400


def test_what_gave_way_comes_back_where_there_is_room(window: MainWindow) -> None:
    window.resize(960, 700)
    action(window, "show_preview").trigger()
    assert seen(window) == {"left", "preview"}
    window.resize(1400, 700)
    assert seen(window) == set(WANTED)


def test_the_keys_for_the_size_go_to_the_preview_while_it_has_the_focus(window: MainWindow) -> None:
    action(window, "go_preview").trigger()
    pages = window.findChild(Pages)
    assert pages.hasFocus()
    action(window, "zoom_reset").trigger()
    action(window, "zoom_in").trigger()
    assert (pages.zoom, sheet(window).zoom) == (1.25, 1.0)
    action(window, "go_sheet").trigger()
    action(window, "zoom_in").trigger()
    assert pages.zoom == 1.25
    assert sheet(window).zoom > 1


def test_it_fits_a_small_screen(window: MainWindow) -> None:
    window.resize(960, 600)
    assert (window.width(), window.height()) == (960, 600)
    assert sheet(window).width() > 300
    for bar in window.findChildren(QToolBar):
        for child in bar.findChildren(QWidget):
            assert not child.isVisible() or child.geometry().right() <= bar.width()


def test_the_preview_comes_beside_the_sheet_and_is_remembered(
    qtbot: QtBot, window: MainWindow, workbench: Workbench, home: Home, tmp_path: Path
) -> None:
    assert window.findChild(Preview) is None
    action(window, "show_preview").trigger()
    preview = window.findChild(Preview)
    assert isinstance(preview, Preview)
    assert preview.isVisible()
    action(window, "show_preview").trigger()
    assert not preview.isVisible()
    action(window, "show_preview").trigger()
    window.close()
    again = MainWindow(workbench, window._settings, home)
    qtbot.addWidget(again)
    with qtbot.waitSignal(again.ready):
        again.show()
    assert again.findChild(Preview).isVisible()
    assert action(again, "show_preview").isChecked()
