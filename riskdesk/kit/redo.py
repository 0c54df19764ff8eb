"""Redo in a field of text: its keys, and whether it is the turn of the typing or of a step."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


class RedoTurn:
    """A mixin for a field of text: redo goes back the way that undo went, from the typing here to steps of its window.

    Steps that were undone after the typing are redone before it.
    """

    # The undo of a step that has to be undone itself before typing is redone.
    _awaited: int | None = None

    def hear_step(self, number: int, undone: int | None) -> None:
        """Note a step of the window by its number; `undone` is that of the step which it undoes, if any."""
        if undone is None or undone == self._awaited:
            self._awaited = None
        elif self._awaited is None and self._can_redo():
            self._awaited = number

    def _redoes_first(self) -> bool:
        """Whether a redo is that of the typing here."""
        return self._can_redo() and self._awaited is None

    def _can_redo(self) -> bool:
        """Whether there is typing to redo."""
        raise NotImplementedError


def is_redo(event: QKeyEvent) -> bool:
    """Whether a key is the platform's redo or Ctrl+Y, which means redo on every platform."""
    control_y = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return control_y or event.matches(QKeySequence.StandardKey.Redo)
