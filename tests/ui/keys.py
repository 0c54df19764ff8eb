"""Keys by the names that Qt has for them, or by their place on the keyboard, whatever the system and its language."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from riskdesk.system import WINDOWS

NONE = Qt.KeyboardModifier.NoModifier
# The number that the system gives the key 1 in the top row; those of 2 to 9 and 0 follow.
KEY_OF_ONE = 2 if WINDOWS else 10


def focused() -> QWidget:
    """The widget that has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(target: QWidget, shortcut: str) -> None:
    """Press a key, such as "Return" or "Shift+Backtab"."""
    keys = QKeySequence(shortcut, QKeySequence.SequenceFormat.PortableText)[0]
    QTest.keyClick(target, keys.key(), keys.keyboardModifiers())


def press_place(place: int, text: str, modifiers: Qt.KeyboardModifier = NONE, *, repeated: bool = False) -> None:
    """Press a key by the number that the system gives it, which writes some text."""
    key = ord(text.upper()) if text else 0
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focused(), QKeyEvent(kind, key, modifiers, place, 0, 0, text, repeated))


def hold(widget: QWidget, key: Qt.Key, repeats: int) -> None:
    """Hold a key down until it has been repeated so often; a widget gets it while none has the focus."""
    _send(widget, key, repeated=False)
    repeat(widget, key, repeats)


def repeat(widget: QWidget, key: Qt.Key, repeats: int = 1) -> None:
    """Repeat a key that has been held down elsewhere."""
    for _ in range(repeats):
        _send(widget, key, repeated=True)


def _send(widget: QWidget, key: Qt.Key, *, repeated: bool) -> None:
    text = "\b" if key == Qt.Key.Key_Backspace else ""
    front = QApplication.activePopupWidget()
    target = QApplication.focusWidget() if front is None else front.focusWidget() or front
    QApplication.sendEvent(target or widget, QKeyEvent(QEvent.Type.KeyPress, key, NONE, text, repeated))
