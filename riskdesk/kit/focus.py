"""Why the focus leaves a field, the order in which Tab moves it, and where it is in a window."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

# Reasons for which it goes to a menu, which acts on the text and gives the focus back.
TO_MENUS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


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


def next_in_chain(widget: QWidget) -> QWidget:
    """The next widget in the focus chain of a window, which is a ring of all its widgets."""
    following = widget.nextInFocusChain()
    assert following is not None, "the chain leads round"
    keep_with(following.parentWidget(), following)
    return following


def has_proxy(widget: QWidget) -> bool:
    """Whether a widget passes the focus on to another one."""
    proxy = widget.focusProxy()
    if proxy is None:
        return False
    keep_with(proxy.parentWidget(), proxy)
    return True


def keep_with(parent: QWidget | None, widget: QWidget) -> None:
    """Tell PySide the parent of a widget again.

    PySide takes what a getter returns, such as the next widget in the chain, for a child of the widget that was asked:
    once that is deleted, neither the other nor its children can be used in Python. A widget that replaces another one
    in a splitter would be deleted with its last reference in Python. For Qt the parent is the same: nothing happens.
    """
    widget.setParent(parent)
