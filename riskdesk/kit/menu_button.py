"""Buttons that open a menu."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton


def give_menu(button: QPushButton | QToolButton, menu: QMenu) -> None:
    """Have a menu come up from a button, which looks as it should once the menu is gone."""
    button.setMenu(menu)
    menu.aboutToHide.connect(_Behind(button).look_again)


class _Behind(QObject):
    """A helper of a button with a menu, which lives as long as the button and mends how it looks after the menu."""

    def __init__(self, button: QPushButton | QToolButton) -> None:
        super().__init__(button)
        self._button = button

    def look_again(self) -> None:
        """Be pointed at only where the mouse is, and no longer pressed.

        Qt tells a button neither that the mouse left it while its menu was open, nor to be drawn again after keys
        opened that.
        """
        button = self._button
        button.setAttribute(
            Qt.WidgetAttribute.WA_UnderMouse, button.rect().contains(button.mapFromGlobal(QCursor.pos()))
        )
        button.update()
