"""Which keys are used in editing text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from riskdesk.kit.qt import without

# Keys that would be shortcuts of the sheet while a field of the inspector that does not use them has the focus.
_OF_TEXT = (
    *(QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Paste),
    *(QKeySequence.StandardKey.Delete, QKeySequence.StandardKey.SelectAll),
)
_KEYS = (
    *(Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
)


def is_of_text(event: QKeyEvent) -> bool:
    """Whether a key is used in editing text: it types, erases, moves in the text, or uses the clipboard."""
    if any(event.matches(key) for key in _OF_TEXT):
        return True
    if without(event.modifiers(), Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
        return False
    return event.key() in _KEYS or (bool(event.text()) and event.text().isprintable())
