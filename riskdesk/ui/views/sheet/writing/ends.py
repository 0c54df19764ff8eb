"""The keys that end writing in an open line, each where it cannot go on within the text."""

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.qt import without

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_WAYS = QTextCursor.MoveOperation


class End(Enum):
    """The ways in which a user ends writing a line.

    `BEFORE` and `AFTER` lead out of the text at its start and end, `TEXT_UP` and `TEXT_DOWN` to the start of a text.
    """

    ENTER = auto()
    TAB = auto()
    BACKTAB = auto()
    UP = auto()
    DOWN = auto()
    BEFORE = auto()
    AFTER = auto()
    TEXT_UP = auto()
    TEXT_DOWN = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    BACKSPACE = auto()
    DELETE = auto()
    ESCAPE = auto()
    LEFT = auto()


class _Joining(NamedTuple):
    """A key that joins two bullets: how writing ends, at which edge of the text, and the modifiers it may have."""

    end: End
    edge: QTextCursor.MoveOperation
    modifiers: Qt.KeyboardModifier


# Backspace with Shift deletes a letter, and both with Ctrl a word; Del with Shift cuts.
_JOINING: dict[int, _Joining] = {
    Qt.Key.Key_Backspace: _Joining(End.BACKSPACE, _WAYS.Start, _SHIFT | _CONTROL),
    Qt.Key.Key_Delete: _Joining(End.DELETE, _WAYS.End, _CONTROL),
}
_TABS: dict[int, End] = {Qt.Key.Key_Tab: End.TAB, Qt.Key.Key_Backtab: End.BACKTAB}
_LINES: dict[int, tuple[End, QTextCursor.MoveOperation]] = {
    Qt.Key.Key_Up: (End.UP, _WAYS.Up),
    Qt.Key.Key_Down: (End.DOWN, _WAYS.Down),
}
_TEXTS: dict[int, End] = {Qt.Key.Key_Up: End.TEXT_UP, Qt.Key.Key_Down: End.TEXT_DOWN}
_PAGES: dict[int, End] = {Qt.Key.Key_PageUp: End.PAGE_UP, Qt.Key.Key_PageDown: End.PAGE_DOWN}
_SIDES = (Qt.Key.Key_Left, Qt.Key.Key_Right)


def end_of(field: QPlainTextEdit, event: QKeyEvent) -> End | None:
    """The way in which a key ends writing in a field; None if the key is for the text."""
    key, modifiers = event.key(), without(event.modifiers(), Qt.KeyboardModifier.KeypadModifier)
    if key == Qt.Key.Key_Escape:
        return End.ESCAPE
    if key in _TABS:
        return End.BACKTAB if modifiers & _SHIFT else _TABS[key]
    if key in _JOINING:
        end, edge, allowed = _JOINING[key]
        joins = modifiers | allowed == allowed and not event.isAutoRepeat() and _stands_at(field, edge)
        return end if joins else None
    if key in _SIDES:
        return _sideways(field, key) if modifiers in (_NONE, _CONTROL) else None
    if modifiers == _CONTROL:
        return _TEXTS.get(key)
    # Enter that is held may have opened the line that it would end.
    is_held_enter = key in ENTER_KEYS and event.isAutoRepeat()
    return None if modifiers or is_held_enter else _plain(field, key)


def composed_text(field: QPlainTextEdit) -> str:
    """The text that an input method is composing in a field."""
    return field.textCursor().block().layout().preeditAreaText()


def _plain(field: QPlainTextEdit, key: int) -> End | None:
    """The way in which a key without modifiers ends writing, other than at an end of the text."""
    if key in _LINES:
        end, way = _LINES[key]
        return None if field.textCursor().movePosition(way) else end
    return End.ENTER if key in ENTER_KEYS else _PAGES.get(key)


def _sideways(field: QPlainTextEdit, key: int) -> End | None:
    """Where an arrow leads from an end of the text, in the direction in which the text is written."""
    from_right = field.document().defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft
    if (key == Qt.Key.Key_Left) is not from_right:
        return End.BEFORE if _stands_at(field, _WAYS.Start) else None
    return End.AFTER if _stands_at(field, _WAYS.End) else None


def _stands_at(field: QPlainTextEdit, edge: QTextCursor.MoveOperation) -> bool:
    """Whether the caret stands at the start or end of the whole text, with nothing selected or composed."""
    cursor = field.textCursor()
    at = cursor.position()
    cursor.movePosition(edge)
    return cursor.position() == at and not field.textCursor().hasSelection() and not composed_text(field)
