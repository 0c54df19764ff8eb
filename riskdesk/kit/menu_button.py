"""Buttons that open a menu."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton


def give_menu(button: QPushButton | QToolButton, menu: QMenu) -> None:
    """Give a button a menu, and have the button drawn as it should be after the menu closes."""
    button.setMenu(menu)
    menu.aboutToHide.connect(_Behind(button).look_again)


class _Behind(QObject):
    """A helper that corrects how a button looks after its menu closes; it lives as long as the button."""

    def __init__(self, button: QPushButton | QToolButton) -> None:
        super().__init__(button)
        self._button = button

    def look_again(self) -> None:
        """Look hovered only if the mouse is over the button, and no longer pressed.

        Qt neither tells a button that the mouse left it while its menu was open, nor repaints it after a key opened
        its menu.
        """
        button = self._button
        button.setAttribute(
            Qt.WidgetAttribute.WA_UnderMouse, button.rect().contains(button.mapFromGlobal(QCursor.pos()))
        )
        button.update()
