"""The tool bar: what stands in it, and what gives way where it is narrow."""

from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers
from riskdesk.kit import translations
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import Theme
from riskdesk.ui.bench.actions import ACTIONS, TOOLBAR
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.search import SearchBox
from riskdesk.ui.shell.tool_bar import TOOL_BAR_WORDS, ToolBar, ToolBarWords
from riskdesk.ui.shell.window import MainWindow
from tests.ui.conftest import Letters, Opened, action

NAMES = [name for name, _ in TOOLBAR if name != "-"]
WIDTHS = (720, 960, 1100, 1366, 1920)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication, undressed: None) -> None:
    """Widths are those of the style that people see."""
    Theme(qapp)


@pytest.fixture(params=["en", "fr"])
def window(request: pytest.FixtureRequest, qapp: QApplication, open_window: Opened) -> Iterator[MainWindow]:
    translations.install(qapp, request.param)
    opened = open_window()
    yield opened
    opened.close()


def bar(window: MainWindow) -> ToolBar:
    tool_bar = window.findChild(ToolBar)
    assert isinstance(tool_bar, ToolBar)
    return tool_bar


def button(window: MainWindow, name: str) -> QToolButton:
    tool_button = bar(window).widgetForAction(action(window, name))
    assert isinstance(tool_button, QToolButton)
    return tool_button


def words(window: MainWindow) -> list[str]:
    """The actions whose words are shown."""
    return [name for name in NAMES if button(window, name).toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly]


def widen(window: MainWindow, qtbot: QtBot, width: int) -> None:
    window.resize(width, 600)
    qtbot.waitUntil(lambda: bar(window).width() == width)


def words_action(window: MainWindow, words: ToolBarWords) -> QAction:
    menu = window._menus.menus["&View"]
    (submenu,) = [sub for sub in menu.findChildren(QMenu) if "bar" in sub.title().replace("&", "").lower()]
    return submenu.actions()[list(ToolBarWords).index(words)]


def test_nothing_is_cut_at_any_width(window: MainWindow, qtbot: QtBot) -> None:
    tool_bar, search = bar(window), window.findChild(SearchBox)
    assert isinstance(search, SearchBox)
    field = search.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    faults = []
    for place, sought in product(ToolBarWords, ("", "e", "nowhere to be found")):
        tool_bar.choose(place)
        field.setText(sought)
        for width in WIDTHS:
            widen(window, qtbot, width)
            more = tool_bar.findChild(QWidget, "qt_toolbar_ext_button")
            assert more is not None
            parts = {name: button(window, name) for name in NAMES} | {"search": search}
            cut = [name for name, part in parts.items() if is_cut(part, width)]
            if cut or not more.isHidden():
                faults.append((place, sought, width, cut))
    assert faults == []


def is_cut(part: QWidget, width: int) -> bool:
    """Whether a part of the bar is not whole in a window of a width."""
    is_inside = part.isVisible() and part.geometry().right() < width
    return not is_inside or part.width() < part.minimumSizeHint().width()


def test_words_give_way_one_after_the_other_and_come_back(window: MainWindow, qtbot: QtBot) -> None:
    names_by_width = []
    for width in (1920, *range(1400, 700, -40)):
        widen(window, qtbot, width)
        names_by_width.append(words(window))

    assert names_by_width[0] == NAMES
    for wider, narrower in pairwise(names_by_width):
        assert set(narrower) <= set(wider)
    assert all("export_pdf" in names for names in names_by_width if names)
    assert all("add_risk" in names for names in names_by_width if "new" in names)
    widen(window, qtbot, 1920)
    assert words(window) == NAMES


def test_at_960_what_adds_and_exports_has_words(window: MainWindow, qtbot: QtBot) -> None:
    widen(window, qtbot, 960)
    assert {"add_risk", "add_mitigation", "export_pdf"} <= set(words(window))


def test_the_search_stays_at_the_right_and_becomes_wide_again(window: MainWindow, qtbot: QtBot) -> None:
    search = window.findChild(SearchBox)
    assert isinstance(search, SearchBox)
    field = search.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    widths = []
    for width in (1366, 760, 1366):
        widen(window, qtbot, width)
        qtbot.waitUntil(lambda width=width: abs(search.geometry().right() - width) < 16)  # type: ignore[misc]
        widths.append(field.width())
    assert widths[1] < widths[0] == widths[2]


def test_the_hint_of_the_search_is_whole_or_not_there(window: MainWindow, qtbot: QtBot) -> None:
    field = window.findChild(SearchBox).findChild(QLineEdit)  # type: ignore[union-attr]
    assert isinstance(field, QLineEdit)
    hints = {}
    for width in WIDTHS:
        widen(window, qtbot, width)
        hints[width] = field.placeholderText()
        assert not hints[width] or field.fontMetrics().horizontalAdvance(hints[width]) < field.width() - 40
    assert (hints[720], hints[1920]) == ("", field.accessibleName())


def test_each_button_has_an_icon_a_short_word_and_says_what_it_does_and_by_which_keys(window: MainWindow) -> None:
    for name in NAMES:
        assert ACTIONS[name].icon
        assert 0 < len(action(window, name).iconText()) <= 12
        tip = action(window, name).toolTip()
        keys = action(window, name).shortcut().toString(action(window, name).shortcut().SequenceFormat.NativeText)
        assert tip.endswith(f" ({keys})"), tip
        assert "…" not in tip
        assert "&" not in tip
    assert [name for name in NAMES if button(window, name).property("primary")] == ["export_pdf"]


def test_what_undo_would_do_is_in_its_tooltip_and_not_in_the_bar(window: MainWindow, workbench: Workbench) -> None:
    word = button(window, "undo").text()
    workbench.run(registers.edit(str(workbench.register_id), title="Another"))
    assert action(window, "undo").toolTip() == f"{action(window, 'undo').text().replace('&', '')} (Ctrl+Z)"
    assert button(window, "undo").text() == word


def test_where_words_stand_is_chosen_in_the_view_menu_and_remembered(open_window: Opened, qtbot: QtBot) -> None:
    styles = {
        ToolBarWords.UNDER: Qt.ToolButtonStyle.ToolButtonTextUnderIcon,
        ToolBarWords.NONE: Qt.ToolButtonStyle.ToolButtonIconOnly,
        ToolBarWords.BESIDE: Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
    }
    window = open_window()
    for place, style in styles.items():
        widen(window, qtbot, 1920)
        words_action(window, place).trigger()
        assert {button(window, name).toolButtonStyle() for name in NAMES} == {style}
        window.close()
        window = open_window()
        widen(window, qtbot, 1920)
        assert words_action(window, place).isChecked()
        assert {button(window, name).toolButtonStyle() for name in NAMES} == {style}
    window.close()


def test_a_choice_that_nobody_knows_is_the_usual_one(open_window: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    Settings(tmp_path / "settings.json").set(TOOL_BAR_WORDS, "sideways")
    window = open_window()
    widen(window, qtbot, 1920)
    assert bar(window).words is ToolBarWords.BESIDE
    assert words(window) == NAMES
    window.close()


def test_colours_and_language_are_named_by_what_they_do(open_window: Opened) -> None:
    window = open_window()
    menu = window._menus.menus["&View"]
    titles = {sub.title().replace("&", ""): [act.text() for act in sub.actions()] for sub in menu.findChildren(QMenu)}
    assert titles["Colours"] == ["Use system setting", "Light", "Dark"]
    assert titles["Language"][0] == "Use system setting"
    window.close()


def typed_into_search(window: MainWindow, qtbot: QtBot, text: str) -> QLineEdit:
    """Type a text into the search, which keeps the focus at each letter."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window._search.focus()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    for typed in text:
        QTest.keyClicks(field, typed)
        assert QApplication.focusWidget() is field
    return field


def test_who_types_into_the_search_keeps_the_focus_whatever_is_told(window: MainWindow, qtbot: QtBot) -> None:
    for width in (720, 820, 1280):
        widen(window, qtbot, width)
        field = typed_into_search(window, qtbot, "commit")
        assert field.text() == "commit", width
        field.clear()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_large_letters_leave_the_search_where_it_is(
    qapp: QApplication, letters: Letters, language: str, open_window: Opened, qtbot: QtBot
) -> None:
    translations.install(qapp, language)
    letters(15)
    window = open_window()
    widen(window, qtbot, 720)
    assert typed_into_search(window, qtbot, "anywhere").text() == "anywhere"
    assert window._search.geometry().right() < 720
