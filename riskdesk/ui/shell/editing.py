"""What the Edit menu does in a field of text."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from riskdesk.kit.incoming import paste

Work = Callable[[], object]


def text_works(focused: QWidget | None) -> Mapping[str, Work]:
    """What each command does in the field of text that has the focus; nothing where none has."""
    if not isinstance(focused, QLineEdit | QPlainTextEdit):
        return {}
    works: dict[str, Work] = {"copy": focused.copy, "select_all": focused.selectAll}
    if not focused.isReadOnly():
        works |= {"cut": focused.cut, "paste": partial(paste, focused), **_past_works(focused)}
        selected = focused.hasSelectedText() if isinstance(focused, QLineEdit) else focused.textCursor().hasSelection()
        if selected:
            works["delete"] = _deleting(focused)
    return works


def _deleting(field: QLineEdit | QPlainTextEdit) -> Work:
    return field.del_ if isinstance(field, QLineEdit) else field.textCursor().removeSelectedText


def _past_works(field: QLineEdit | QPlainTextEdit) -> dict[str, Work]:
    """The functions that take typing back or make it again, if there is some; none where typing becomes a step."""
    if getattr(field, "is_stored", False):
        return {}
    past = field if isinstance(field, QLineEdit) else field.document()
    works: dict[str, Work] = {"undo": field.undo} if past.isUndoAvailable() else {}
    return works | ({"redo": field.redo} if past.isRedoAvailable() else {})


class TextPast(QObject):
    """The part of a window that knows whether typing in the focused field can be taken back or made again.

    `changed` says that this is otherwise than before.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._field: QLineEdit | QPlainTextEdit | None = None
        self._names: set[str] = set()

    def follow(self, field: QWidget | None) -> None:
        """Follow the typing in this field, if it is one, and no longer that in another."""
        if self._field is not None and isValid(self._field):
            self._field.textChanged.disconnect(self._look)
        self._field = field if isinstance(field, QLineEdit | QPlainTextEdit) else None
        if self._field is not None:
            self._field.textChanged.connect(self._look)
            self._names = {*_past_works(self._field)}

    def _look(self) -> None:
        names = {*_past_works(self._field)} if self._field is not None else set()
        if names != self._names:
            self._names = names
            self.changed.emit()
