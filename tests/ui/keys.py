"""Keys by the names that Qt has for them, whatever the system and its language."""

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def press(target: QWidget, shortcut: str) -> None:
    """Press a key, such as "Return" or "Shift+Backtab"."""
    keys = QKeySequence(shortcut, QKeySequence.SequenceFormat.PortableText)[0]
    QTest.keyClick(target, keys.key(), keys.keyboardModifiers())
