"""Which keys are commands, and which are kept from being shortcuts of the window behind a menu or popup."""

from functools import cache

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

# Without Shift, which is held for capitals, and on some keyboards for digits.
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
# As Windows reports AltGr, with which some keyboards write letters, such as the Polish one.
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_DELETING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


def keep_keys(widget: QWidget) -> None:
    """Have all keys that a menu or another popup gets act in it, not as shortcuts.

    Qt disables the shortcuts of the window behind, but not those of its focused widget.
    """
    widget.installEventFilter(_keeping())


def is_command(event: QKeyEvent) -> bool:
    """Whether a key is pressed together with one that makes it a command, and not AltGr to write a letter."""
    pressed = event.modifiers() & _COMMANDING
    return bool(pressed) and not (pressed == _ALT_GR and event.text().isalpha())


def writes(event: QEvent) -> bool:
    """Whether a key that may be a shortcut would insert or delete text in a field."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    return (event.key() in _DELETING or bool(event.text())) and not is_command(event)


class _Keeping(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().eventFilter(watched, event)


@cache
def _keeping() -> _Keeping:
    """The filter for all widgets, which lives as long as the program."""
    return _Keeping(QApplication.instance())
