"""Makes Enter press the focused button in every window, where Qt would press the default button of a dialog."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QToolButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press_button(event: QKeyEvent) -> bool:
    """Press the focused button, or open its menu, if a key that the button ignored is Enter.

    False if there is no such button, so that others can handle the key.
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
