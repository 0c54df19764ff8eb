"""Where the focus is in a window."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


class FocusPlace(NamedTuple):
    """Where the focus is in a window, to find it in another one that shows the same.

    `way` leads from the window to the widget: each time the class of a child, and its number among the children of
    that class that are not hidden. `anchor` and `caret` are those of a text, 0 if the widget has none.
    """

    way: tuple[tuple[type, int], ...]
    anchor: int = 0
    caret: int = 0

    @classmethod
    def of(cls, window: QWidget) -> "FocusPlace":
        """The place of the focus in a window; the window itself if nothing in it has the focus."""
        focused = window.focusWidget() or window
        way = tuple(reversed([*_steps_up(focused, window)]))
        if isinstance(focused, QLineEdit):
            start, end, caret = focused.selectionStart(), focused.selectionEnd(), focused.cursorPosition()
            return cls(way, caret if start < 0 else start + end - caret, caret)
        if isinstance(focused, QPlainTextEdit):
            cursor = focused.textCursor()
            return cls(way, cursor.anchor(), cursor.position())
        return cls(way)

    def restore(self, window: QWidget) -> None:
        """Give the focus to the widget at this place of a window, if there is one, and set its caret."""
        widget = window
        for kind, number in self.way:
            children = _shown(widget, kind)
            if number >= len(children):
                return
            widget = children[number]
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(widget, QLineEdit):
            widget.setSelection(self.anchor, self.caret - self.anchor)
        elif isinstance(widget, QPlainTextEdit):
            cursor, last = widget.textCursor(), widget.document().characterCount() - 1
            cursor.setPosition(min(self.anchor, last))
            cursor.setPosition(min(self.caret, last), QTextCursor.MoveMode.KeepAnchor)
            widget.setTextCursor(cursor)


def _steps_up(widget: QWidget, window: QWidget) -> Iterator[tuple[type, int]]:
    """The class and number of a widget, then of each one above it within a window."""
    while widget is not window and (above := widget.parentWidget()) is not None:
        siblings = _shown(above, type(widget))
        yield type(widget), siblings.index(widget) if widget in siblings else len(siblings)
        widget = above


def _shown(parent: QWidget, kind: type) -> list[QWidget]:
    """The children of exactly one class that are not hidden."""
    children = (child for child in parent.children() if isinstance(child, QWidget))
    return [child for child in children if type(child) is kind and not child.isHidden()]
