"""Keys that are composed, or held."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def hold(widget: QWidget, key: Qt.Key, repeats: int) -> None:
    """Hold a key down until it has been repeated so often."""
    for number in range(repeats + 1):
        text = "\b" if key == Qt.Key.Key_Backspace else ""
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, number > 0)
        QApplication.sendEvent(QApplication.focusWidget() or widget, event)


def compose(widget: QWidget, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)
