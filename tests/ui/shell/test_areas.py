"""The columns of the window: shown, hidden, remembered, and giving way where room is short."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import Scheme, Theme
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.gaps import GapsPanel
from riskdesk.ui.printing.preview import Preview
from riskdesk.ui.printing.preview.pages import Pages
from riskdesk.ui.shell.areas import CENTRE, FRONT, PREVIEW, WANTED
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.views.sheet import Sheet
from tests.ui.conftest import Opened, action, inspector_of, sheet


@pytest.fixture
def window(open_window: Opened) -> MainWindow:
    return open_window()


class Windows(QObject):
    """The kinds of windows that come up."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[type[QWidget]] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched))
        return False


def test_no_area_is_a_window_of_its_own_for_a_moment(qapp: QApplication, open_window: Opened) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    window = open_window()
    for name in ("show_preview", "show_gaps", "show_inspector"):
        action(window, name).trigger()
    qapp.removeEventFilter(windows)
    assert windows.shown == [MainWindow]


class AtFirst(QObject):
    """The widths of the columns as they are painted first."""

    def __init__(self) -> None:
        super().__init__()
        self.widths: list[int] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, MainWindow) and not self.widths:
            self.widths = watched._areas.sizes()
        return False


class Sizes(QObject):
    """The sizes that sheets are given."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[QSize] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and isinstance(watched, Sheet):
            self.given.append(event.size())
        return False


def test_nothing_moves_as_the_rest_comes_after_the_first_picture(
    qapp: QApplication, undressed: None, open_window: Opened
) -> None:
    Theme(qapp, Scheme.LIGHT)
    sizes = Sizes()
    qapp.installEventFilter(sizes)
    window = open_window()
    qapp.removeEventFilter(sizes)
    assert window._areas.is_seen("inspector")
    assert sizes.given == [sheet(window).size()]


@pytest.fixture
def sizes_as_it_opens(
    qapp: QApplication, undressed: None, qtbot: QtBot, workbench: Workbench, settings: Settings, home: Home
) -> Callable[[int], tuple[MainWindow, Sizes]]:
    """Opens a window of a width, and tells the sizes that its sheet is given meanwhile."""

    def opened(wide: int) -> tuple[MainWindow, Sizes]:
        sizes = Sizes()
        qapp.installEventFilter(sizes)
        window = MainWindow(workbench, Settings(settings.path), home)
        qtbot.addWidget(window)
        window.resize(wide, 480)
        with qtbot.waitSignal(window.ready):
            window.show()
        qapp.removeEventFilter(sizes)
        assert window.width() == wide
        return window, sizes

    Theme(qapp, Scheme.LIGHT)
    return opened


@pytest.mark.parametrize(("part", "wide"), [("gaps", 720), ("gaps", 1366), (PREVIEW, 1366), (PREVIEW, 1900)])
def test_nothing_moves_for_an_area_that_was_open_when_the_window_closed(
    sizes_as_it_opens: Callable[[int], tuple[MainWindow, Sizes]], settings: Settings, part: str, wide: int
) -> None:
    settings.set(WANTED[part], True)
    window, sizes = sizes_as_it_opens(wide)
    assert window._areas.is_seen(part) or wide < 1900
    assert not window._areas.is_seen(part) or isinstance(window._areas.area(part), GapsPanel | Preview)
    assert sizes.given == [sheet(window).size()]


def test_what_stood_in_place_of_the_sheet_does_so_at_once_and_has_the_focus(
    sizes_as_it_opens: Callable[[int], tuple[MainWindow, Sizes]], settings: Settings, qtbot: QtBot
) -> None:
    settings.set(WANTED[PREVIEW], True)
    settings.set(FRONT, PREVIEW)
    window, sizes = sizes_as_it_opens(720)
    assert centre(window) == {PREVIEW}
    assert sizes.given == []
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    preview = window._areas.area(PREVIEW)
    assert isinstance(preview, Preview)
    assert preview.isAncestorOf(QApplication.focusWidget())


def test_what_stood_beside_the_preview_does_so_again(
    sizes_as_it_opens: Callable[[int], tuple[MainWindow, Sizes]], open_window: Opened, settings: Settings
) -> None:
    window, _ = sizes_as_it_opens(720)
    for name in ("show_preview", "show_gaps"):
        action(window, name).trigger()
    assert visible_parts(window) == {"gaps", PREVIEW}
    window.close()
    window, _ = sizes_as_it_opens(720)
    assert visible_parts(window) == {"gaps", PREVIEW}


def test_the_first_picture_has_the_widths_of_those_after_it(qapp: QApplication, open_window: Opened) -> None:
    at_first = AtFirst()
    qapp.installEventFilter(at_first)
    window = open_window()
    qapp.removeEventFilter(at_first)
    assert at_first.widths
    assert window._areas.sizes()[: len(at_first.widths)] == at_first.widths


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
    assert visible_parts(again) == {"inspector"}
    assert not action(again, "show_left").isChecked()
    action(again, "go_registers").trigger()
    assert visible_parts(again) == {"left", "inspector"}
    assert action(again, "show_left").isChecked()


def visible_parts(window: MainWindow) -> set[str]:
    return {name for name in WANTED if window._areas.is_seen(name)}


def centre(window: MainWindow) -> set[str]:
    return {name for name in (CENTRE, PREVIEW) if window._areas.is_seen(name)}


def test_the_preview_takes_the_place_of_the_sheet_where_both_have_no_room(window: MainWindow) -> None:
    for width in (720, 800, 960, 1024, 1280, 1366, 1600, 1920):
        window.resize(width, 700)
        assert centre(window) == {CENTRE}, width
        before = visible_parts(window)
        action(window, "show_preview").trigger()
        assert centre(window) == ({PREVIEW} if width < 1560 else {CENTRE, PREVIEW}), width
        assert visible_parts(window) - {PREVIEW} == before & ({"left"} if width < 900 else {"left", "inspector"}), width
        assert [name for name in centre(window) if window._areas.area(name).width() < 480] == [], width
        action(window, "show_preview").trigger()
        assert centre(window) == {CENTRE}, width
        assert visible_parts(window) == before, width
        checked = {name for name in WANTED if action(window, f"show_{name}").isChecked()}
        assert checked == visible_parts(window), width
        assert window.width() == width


@pytest.mark.parametrize("width", [720, 760, 960])
def test_what_was_asked_for_first_gives_way_where_room_is_short(window: MainWindow, width: int) -> None:
    window.resize(width, 700)
    assert visible_parts(window) == ({"left", "inspector"} if width > 800 else {"left"})
    action(window, "show_inspector").trigger()
    assert visible_parts(window) == {960: {"left"}}.get(width, {"inspector"})
    for name in (*visible_parts(window), CENTRE):
        part = window._areas.area(name)
        assert part.width() >= max(part.minimumWidth(), part.minimumSizeHint().width())


def test_sheet_and_preview_stand_beside_each_other_as_soon_as_there_is_room(window: MainWindow) -> None:
    window.resize(1280, 700)
    action(window, "show_preview").trigger()
    assert centre(window) == {PREVIEW}
    action(window, "show_left").trigger()
    action(window, "show_inspector").trigger()
    assert centre(window) == {CENTRE, PREVIEW}
    window.resize(900, 700)
    assert centre(window) == {PREVIEW}
    action(window, "go_sheet").trigger()
    assert centre(window) == {CENTRE}
    window.resize(1280, 700)
    assert centre(window) == {CENTRE, PREVIEW}


@pytest.mark.parametrize("place", ["a line that is written", "the sheet", "the registers", "a field of the inspector"])
def test_the_focus_goes_back_to_where_it_was_when_the_sheet_comes_back(
    window: MainWindow, workbench: Workbench, qtbot: QtBot, place: str
) -> None:
    window.resize(1280, 700)
    risk = next(workbench.tree().risks)
    workbench.select([risk.id])
    rows = sheet(window).lines.content.rows
    inspector = inspector_of(window).currentWidget().widget()
    widget = {
        "the registers": window._registers._list,
        "a field of the inspector": inspector.fields["next_review"],
    }.get(place, sheet(window))
    widget.setFocus()
    if place == "a line that is written":
        sheet(window).writing.open(rows[risk.id])
        qtbot.keyClicks(sheet(window).writing.editor, "Typed ")
        widget = sheet(window).writing.editor
    focused = window.focusWidget()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    on_sheet = place in ("a line that is written", "the sheet")
    assert (window.focusWidget() is window.findChild(Pages)) is on_sheet
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.focusWidget() is focused
    if widget is sheet(window).writing.editor:
        qtbot.keyClicks(widget, "on ")
        assert "Typed on " in widget.toPlainText()
        sheet(window).writing.cancel()


def test_what_is_done_on_the_sheet_brings_it_back(window: MainWindow) -> None:
    window.resize(1280, 700)
    for name in ("add_risk", "add_category", "go_sheet"):
        action(window, "go_preview").trigger()
        assert centre(window) == {PREVIEW}
        action(window, name).trigger()
        assert centre(window) == {CENTRE}, name
        assert sheet(window).isAncestorOf(window.focusWidget()) or window.focusWidget() is sheet(window), name


def test_a_category_and_a_search_bring_the_sheet_back(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1280, 700)
    action(window, "go_preview").trigger()
    action(window, "find").trigger()
    qtbot.keyClicks(window.focusWidget(), "judiciary")
    assert centre(window) == {CENTRE}
    assert window._search.isAncestorOf(window.focusWidget())
    action(window, "go_preview").trigger()
    category = window._categories._list
    qtbot.mouseClick(
        category.viewport(), Qt.MouseButton.LeftButton, pos=category.visualItemRect(category.topLevelItem(2)).center()
    )
    assert centre(window) == {CENTRE}


def test_what_was_in_front_is_in_front_when_the_window_is_made_anew(window: MainWindow, open_window: Opened) -> None:
    window.resize(1280, 700)
    action(window, "show_preview").trigger()
    window.close()
    again = open_window()
    assert centre(again) == {PREVIEW}
    action(again, "go_sheet").trigger()
    again.close()
    third = open_window()
    assert centre(third) == {CENTRE}
    assert third.findChild(Preview) is None, "nobody sees it"
    third.resize(1900, 900)
    assert centre(third) == {CENTRE, PREVIEW}


def test_a_panel_that_gave_way_to_its_neighbour_does_not_replace_that_the_next_time(
    window: MainWindow, open_window: Opened
) -> None:
    window.resize(960, 640)
    action(window, "show_gaps").trigger()
    assert visible_parts(window) & {"left", "gaps"} == {"gaps"}
    action(window, "show_left").trigger()
    assert visible_parts(window) & {"left", "gaps"} == {"left"}
    window.close()
    assert visible_parts(open_window()) & {"left", "gaps"} == {"left"}


@pytest.mark.parametrize("width", [-5, 100_000, 2_147_483_647, 99_999_999_999])
def test_no_width_that_is_kept_harms_the_window(open_window: Opened, tmp_path: Path, width: int, qtbot: QtBot) -> None:
    widths = {f"columns/{name}-width": width for name in ("left", "inspector", "preview")}
    (tmp_path / "settings.json").write_text(json.dumps({"columns/preview": True, **widths}))
    window = open_window()
    window.resize(1_400, 700)
    assert sheet(window).width() >= sheet(window).minimumWidth()
    assert window.width() == 1_400


def test_what_gave_way_comes_back_where_there_is_room(window: MainWindow) -> None:
    window.resize(720, 480)
    assert visible_parts(window) == {"left"}
    window.resize(1400, 700)
    assert visible_parts(window) == {"left", "inspector"}


@pytest.mark.parametrize(("name", "beside"), [("inspector", "inspector"), ("left", CENTRE)])
def test_the_focus_of_a_border_that_is_hidden_goes_to_the_sheet(window: MainWindow, name: str, beside: str) -> None:
    areas = window._areas
    border = areas.handle(areas.indexOf(areas._areas[beside]))
    border.setFocus(Qt.FocusReason.TabFocusReason)
    areas.toggle(name)
    assert not border.isVisible()
    assert QApplication.focusWidget() is sheet(window)


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


def test_the_window_fits_a_small_screen(window: MainWindow) -> None:
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


@pytest.mark.parametrize("escapes", [1, 2])
def test_an_area_that_is_hidden_from_the_menu_bar_does_not_keep_the_keyboard(window: MainWindow, escapes: int) -> None:
    action(window, "show_gaps").trigger()
    action(window, "go_gaps").trigger()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    for _ in range(escapes):
        QTest.keyClick(QApplication.activePopupWidget() or window.focusWidget(), Qt.Key.Key_Escape)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F5)
    assert not window._areas.is_seen("gaps")
    assert QApplication.focusWidget() is sheet(window)
