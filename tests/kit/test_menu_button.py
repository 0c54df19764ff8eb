"""A button that a menu came up from looks as it should once that is gone."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QCursor, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.kit.menu_button import give_menu


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += isinstance(event, QPaintEvent)
        return super().eventFilter(watched, event)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def with_menu(button: QPushButton | QToolButton) -> QMenu:
    menu = QMenu(button)
    menu.addAction("One")
    give_menu(button, menu)
    button.show()
    return menu


def test_a_button_is_not_under_a_mouse_that_left_while_its_menu_was_open(window: QWidget) -> None:
    button = QToolButton(window)
    menu = with_menu(button)
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    QCursor.setPos(window.mapToGlobal(QPoint(390, 290)))
    menu.close()
    assert not button.underMouse()


def test_a_button_is_under_the_mouse_as_long_as_that_is_there(window: QWidget) -> None:
    button = QToolButton(window)
    menu = with_menu(button)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    QCursor.setPos(button.mapToGlobal(button.rect().center()))
    menu.close()
    assert button.underMouse()


def test_a_button_is_drawn_anew_after_its_letter_opened_the_menu(window: QWidget, qtbot: QtBot) -> None:
    button = QPushButton("&Begin", window)
    menu = with_menu(button)
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(menu.isVisible)
    # The press by a key ends by itself while the menu is open.
    qtbot.waitUntil(lambda: not button.isDown())
    paints = Paints(button)
    menu.close()
    qtbot.waitUntil(lambda: paints.count > 0)
