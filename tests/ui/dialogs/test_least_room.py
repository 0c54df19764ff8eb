"""Every dialog and menu can be used on the smallest screen in large letters."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.kit import translations
from riskdesk.kit.scrolled import Scrolled
from riskdesk.kit.theme import Scheme, Theme
from riskdesk.ui.find.replace import ReplaceDialog
from tests.ui.conftest import Letters, Opened
from tests.ui.dialogs.conftest import Make
from tests.ui.dialogs.in_sight import by_tab, is_in_sight
from tests.ui.dialogs.tabbing import ORDER, name_of, walked
from tests.ui.screens import screen

LANGUAGES = pytest.mark.parametrize("language", ["en", "fr"])


@pytest.fixture
def parent(qtbot: QtBot, letters: Letters) -> QWidget:
    letters(15)
    widget = QWidget()
    widget.setGeometry(screen("least").availableGeometry().adjusted(0, 30, 0, 0))
    qtbot.addWidget(widget)
    widget.show()
    return widget


def can_be_seen(widget: QWidget) -> bool:
    """Whether all of a widget lies in its window, or in what can be scrolled there."""
    part, around = widget, widget.parentWidget()
    while around is not None and not part.isWindow():
        room = widget.rect().translated(widget.mapTo(around, QPoint(0, 0)))
        if isinstance(around.parentWidget(), Scrolled) and around is around.parentWidget().viewport():
            area = around.parentWidget()
            is_wider = area.widget().width() > area.viewport().width()
            return not is_wider or area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if around.isWindow():
            return around.rect().contains(room)
        part, around = around, around.parentWidget()
    return True


@pytest.mark.parametrize("name", [*ORDER, "places"])
@LANGUAGES
def test_all_of_a_dialog_can_be_reached(make: Make, qtbot: QtBot, qapp: QApplication, name: str, language: str) -> None:
    dialog = make(name)
    translations.install(qapp, language)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.screen().name() == "least"
    assert dialog.screen().availableGeometry().contains(dialog.frameGeometry())
    for box in dialog.findChildren(QDialogButtonBox):
        assert all(is_in_sight(button) for button in box.findChildren(QPushButton) if button.isVisible())
    for focused in by_tab():
        # Areas take their room at the next turn of the event loop.
        qtbot.waitUntil(lambda focused=focused: can_be_seen(focused))
    dialog.reject()


@pytest.mark.parametrize("name", ["export of columns", "replace", "scale"])
def test_tab_goes_through_what_is_scrolled_as_it_is_read(make: Make, qtbot: QtBot, name: str) -> None:
    dialog = make(name)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.waitUntil(
        lambda: all(button.isEnabled() for button in dialog.findChildren(QPushButton) if button.isDefault())
    )
    first = QApplication.focusWidget()
    assert tuple(map(name_of, walked(first, Qt.Key.Key_Tab))) == ORDER[name]
    dialog.reject()


def test_places_to_replace_in_are_seen_whole(make: Make, qtbot: QtBot) -> None:
    dialog = make("replace")
    assert isinstance(dialog, ReplaceDialog)
    dialog.open()
    qtbot.waitUntil(lambda: bool(dialog._places))
    view, field = dialog._view, dialog._only
    assert view.viewport().height() >= 3 * view.rowHeight(0) > 0
    assert field.width() >= field.fontMetrics().horizontalAdvance(field.currentText())
    for box in (dialog._case, dialog._words):
        assert box.width() >= box.sizeHint().width()
        assert box.parentWidget().rect().contains(box.geometry())
    dialog.reject()


@LANGUAGES
def test_a_menu_without_room_for_its_columns_is_scrolled(
    open_window: Opened, letters: Letters, qapp: QApplication, undressed: None, language: str
) -> None:
    Theme(qapp, Scheme.LIGHT)
    translations.install(qapp, language)
    letters(15)
    window = open_window()
    room = screen("least").availableGeometry()
    window.setGeometry(room)
    for action in window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        menu.popup(room.topLeft())
        assert room.contains(menu.geometry())
        last = menu.actions()[-1]
        menu.setActiveAction(last)
        assert menu.rect().contains(menu.actionGeometry(last))
        menu.close()
