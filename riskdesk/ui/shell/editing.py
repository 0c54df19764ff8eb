"""The commands of the Edit menu in a text field."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from riskdesk.domain.step import Step
from riskdesk.kit.incoming import paste

Work: TypeAlias = Callable[[], object]


def text_works(focused: QWidget | None) -> Mapping[str, Work]:
    """The functions of the commands in the focused text field; none if there is none."""
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


def becomes_step(field: QWidget | None) -> bool:
    """Whether what is typed in a field becomes a step of the register once it is stored."""
    return bool(getattr(field, "is_stored", False))


def _past_works(field: QLineEdit | QPlainTextEdit) -> dict[str, Work]:
    """The functions that undo or redo typing, if there is some; none if typing becomes a step."""
    if becomes_step(field):
        return {}
    past = field if isinstance(field, QLineEdit) else field.document()
    works: dict[str, Work] = {"undo": field.undo} if past.isUndoAvailable() else {}
    return works | ({"redo": field.redo} if past.isRedoAvailable() else {})


class TextPast(QObject):
    """The part of a window that knows whether typing in the focused field can be undone or redone.

    `changed` is emitted when this changes; `is_unstored` tells whether what is typed in a field becomes a step once it
    is stored.
    """

    changed = Signal()

    def __init__(self, is_unstored: Callable[[QWidget | None], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._is_unstored = is_unstored
        self._field: QLineEdit | QPlainTextEdit | None = None
        self._names: set[str] = set()

    def follow(self, field: QWidget | None) -> None:
        """Follow the typing in this field, if it is a text field, and no other."""
        if self._field is not None and isValid(self._field):
            self._field.textChanged.disconnect(self._look)
        self._field = field if isinstance(field, QLineEdit | QPlainTextEdit) else None
        if self._field is not None:
            # Queued, as the part that stores the text has to know of it first.
            waits = becomes_step(self._field)
            kinds = Qt.ConnectionType
            self._field.textChanged.connect(self._look, kinds.QueuedConnection if waits else kinds.DirectConnection)
            self._names = self._names_now()

    def hear_step(self, step: Step) -> None:
        """Tell the field of a step that was taken here, before which or after which its typing is to be redone."""
        # Imported late, as no step is taken before the window is first painted.
        from riskdesk.kit.redo import RedoTurn

        if isinstance(self._field, RedoTurn) and isValid(self._field):
            self._field.hear_step(step.number, step.undoes)

    def _names_now(self) -> set[str]:
        names = {*_past_works(self._field)} if self._field is not None and isValid(self._field) else set()
        return {"undo"} if self._is_unstored(self._field) else names

    def _look(self) -> None:
        names = self._names_now()
        if names != self._names:
            self._names = names
            self.changed.emit()
