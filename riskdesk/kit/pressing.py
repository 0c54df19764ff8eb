"""Makes Enter press the focused button in every window, where Qt would press the default button of a dialog."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QToolButton, QWidget

from riskdesk.kit.qt import without

# The key of the letters and that of the digits.
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press_button(event: QKeyEvent) -> bool:
    """Press the focused button, or open its menu, if a key that the button ignored is Enter.

    False if there is no such button, so that others can handle the key. Enter that is held does nothing: it may have
    opened the dialog that it would accept.
    """
    button = QApplication.focusWidget()
    if not _is_enter(event):
        return False
    if event.isAutoRepeat():
        return True
    if not isinstance(button, QPushButton | QToolButton):
        return False
    if button.menu() is None:
        button.click()
    else:
        button.showMenu()
    return True


class HeldEnter(QObject):
    """A filter for push buttons, the default one or of a dialog, which Qt would press on and on while Enter is held."""

    def watch(self, widget: QWidget) -> None:
        """Filter the keys of the buttons that a dialog or another widget has now."""
        for button in widget.findChildren(QPushButton):
            button.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        return _is_enter(event) and event.isAutoRepeat()


def _is_enter(event: QKeyEvent) -> bool:
    """Whether a key is Enter, without Ctrl, Shift or Alt."""
    return event.key() in ENTER_KEYS and not without(event.modifiers(), Qt.KeyboardModifier.KeypadModifier)


class PressingWindow(QMainWindow):
    """A window in which Enter presses the button that has the focus, and whose bars are always there."""

    def createPopupMenu(self) -> None:
        """Offer no menu that hides bars, as Qt does wherever none of the window's own opens."""

    def show_aside(self, place: QRect) -> None:
        """Show itself at a place on the screen, without taking the focus."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setGeometry(place)
        self.show()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_button(event):
            super().keyPressEvent(event)
