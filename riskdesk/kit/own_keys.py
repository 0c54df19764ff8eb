"""Keys of what stands in front: no shortcut acts on what lies behind it while it has the keyboard."""

from functools import cache

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

# Shift is none of them: it is held for capitals.
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_DELETING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


def keep_keys(widget: QWidget) -> None:
    """Have all keys that come to a menu, or to what else comes up, go to it rather than to shortcuts.

    Qt holds back the shortcuts of the window behind, but not those of the widget that has the focus there.
    """
    widget.installEventFilter(_keeping())


def writes(event: QEvent) -> bool:
    """Whether a key that may be a shortcut writes or deletes, as in a field."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    return (event.key() in _DELETING or bool(event.text())) and not event.modifiers() & _COMMANDING


class _Keeping(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().eventFilter(watched, event)


@cache
def _keeping() -> _Keeping:
    """The one that serves all, as long as the program lives."""
    return _Keeping(QApplication.instance())
