"""What stands in front of the rows has the keys: a menu, a list of choices, a calendar, a field over a cell."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.domain.listing import ListColumn
from riskdesk.kit.fields import ChoiceField, DateField
from riskdesk.kit.theme import Theme
from riskdesk.ui.assess.card import Card
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.window import MainWindow
from tests.ui.conftest import Opened
from tests.ui.views.list.conftest import Reader, at_the_list, open_wide

COLUMNS = ("reference", "description", "status", "next_review", "likelihood")


@pytest.fixture
def window(open_window: Opened, qapp: QApplication, undressed: None) -> MainWindow:
    Theme(qapp)
    return open_wide(open_window)


@pytest.fixture
def reader(window: MainWindow, workbench: Workbench, qtbot: QtBot) -> Reader:
    """Somebody at the third risk of the list."""
    reader = at_the_list(window, workbench, qtbot)
    listed = reader.view.listed
    listed.ask(replace(listed.listing, columns=tuple(map(ListColumn, COLUMNS))))
    reader.click("R-03")
    return reader


def begin(reader: Reader, column: str) -> QWidget:
    """Write in a cell of the third risk."""
    reader.click("R-03", column)
    QTest.keyClick(reader.view.table, Qt.Key.Key_F2)
    field = reader.view.editing.field
    assert field is not None
    return field


def card_is_seen(window: MainWindow) -> bool:
    return any(card.isVisible() for card in window.findChildren(Card))


def test_no_key_acts_on_rows_behind_a_menu(reader: Reader, window: MainWindow) -> None:
    menu = reader.view._menus.groups
    menu.popup(window.mapToGlobal(window.rect().center()))
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_A, Qt.Key.Key_F2):
        QTest.keyClick(menu, key)
    assert "R-03" in reader.names_shown
    assert not card_is_seen(window)
    assert reader.view.editing.field is None
    menu.close()


def test_the_letter_of_an_item_chooses_it_whatever_the_letter_does_to_rows(
    reader: Reader, window: MainWindow, qtbot: QtBot
) -> None:
    menu = reader.view._saved.menu
    menu.popup(window.mapToGlobal(window.rect().center()))
    QTest.keyClick(menu, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    assert not card_is_seen(window)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    dialog.reject()


def test_delete_in_the_menu_of_a_row_deletes_nothing(reader: Reader, window: MainWindow) -> None:
    window._menus.show_context(window.mapToGlobal(window.rect().center()))
    menu = window._menus._contexts._menu
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Delete)
    assert "R-03" in reader.names_shown
    menu.close()


def test_letters_choose_among_choices_over_a_cell(reader: Reader, window: MainWindow) -> None:
    field = begin(reader, "status")
    assert isinstance(field, ChoiceField)
    for key in (Qt.Key.Key_A, Qt.Key.Key_Delete):
        QTest.keyClick(field.view(), key)
    field.hidePopup()
    for key in (Qt.Key.Key_A, Qt.Key.Key_Delete):
        QTest.keyClick(field, key)
    assert not card_is_seen(window)
    assert "R-03" in reader.names_shown


def test_delete_takes_the_level_away_over_a_cell_and_not_the_risk(reader: Reader, window: MainWindow) -> None:
    begin(reader, "likelihood")
    QTest.keyClick(reader.focused, Qt.Key.Key_Delete)
    assert "R-03" in reader.names_shown
    assert reader.risk("R-03").likelihood is None


def test_no_key_acts_on_rows_behind_a_calendar(reader: Reader, window: MainWindow) -> None:
    field = begin(reader, "next_review")
    assert isinstance(field, DateField)
    field.open_calendar()
    calendar = QApplication.activePopupWidget()
    assert calendar is not None
    focused = calendar.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Delete)
    QTest.keyClick(focused, Qt.Key.Key_A)
    assert "R-03" in reader.names_shown
    assert not card_is_seen(window)
    calendar.close()
