"""Enter presses the button that has the focus, in every window; by itself, Qt has it do what a dialog is for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QToolButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press_button(event: QKeyEvent) -> bool:
    """Press the button with the focus, or open its menu, where the key that it left to its window is Enter.

    False if there is no such button, and the key is for others.
    """
    button = QApplication.focusWidget()
    alone = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in _ENTER or not alone or not isinstance(button, QPushButton | QToolButton):
        return False
    if event.isAutoRepeat():
        return True
    if button.menu() is None:
        button.click()
    else:
        button.showMenu()
    return True


class PressingWindow(QMainWindow):
    """A window in which Enter presses the button that has the focus."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_button(event):
            super().keyPressEvent(event)
