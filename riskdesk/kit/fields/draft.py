"""What the fields that are typed in share: the stored value, kept apart from the text that stands there."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence

T = TypeVar("T")

_PAST = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class Draft(Generic[T]):
    """A part of a widget; the other parts say how its text is read and set and how a value is written."""

    committed: SignalInstance
    _stored: T

    def value(self) -> T:
        """The value stored, whatever is being typed."""
        return self._stored

    def set_value(self, value: T) -> None:
        """Show a value; what is being typed stays if that value is the one stored anyway."""
        if value != self._stored:
            self._stored = value
            self.restore()

    def commit(self) -> None:
        """Store what was typed and say so; text that stands for no value stays there to be mended."""
        if not self.is_dirty():
            return
        try:
            value = self._value_of(self._text())
        except ValueError:
            return
        changed = value != self._stored
        self._stored = value
        if self.is_dirty():
            self.restore()
        if changed:
            self.committed.emit(value)

    def restore(self) -> None:
        """Show the stored value again."""
        self._set_text(self._text_of(self._stored))

    def is_dirty(self) -> bool:
        """Whether another text stands there than that of the stored value."""
        return self._text() != self._text_of(self._stored)

    def retype(self, text: str) -> None:
        """Show a text as if it had been typed."""
        self._set_text(text)

    def text_typed(self) -> str:
        """The text that stands there."""
        return self._text()

    def _undoes_elsewhere(self, event: QEvent) -> bool:
        """Whether this asks who wants an undo or redo: with nothing typed here, the window around does."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return False
        return not self.is_dirty() and any(event.matches(key) for key in _PAST)

    def _text(self) -> str:
        raise NotImplementedError

    def _set_text(self, text: str) -> None:
        raise NotImplementedError

    def _text_of(self, value: T) -> str:
        raise NotImplementedError

    def _value_of(self, text: str) -> T:
        """ValueError where a text stands for no value."""
        raise NotImplementedError
