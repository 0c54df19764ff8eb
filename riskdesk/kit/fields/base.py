"""What the fields of a form share: the stored value, kept apart from what the user has entered and not stored yet."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, SignalInstance
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QWidget

from riskdesk.kit.announce import say
from riskdesk.kit.colours import colours_of
from riskdesk.kit.theme import STEP

T = TypeVar("T")

# How high a field of one line is at least, in pixels.
LEAST_HEIGHT = 7 * STEP // 2


class StoredField(Generic[T]):
    """A part of a widget; the other parts say how its text is read and set and how a value is written.

    `committed` asks the owner to store a value. The owner answers with `restore` once it is stored, else with `refuse`.
    """

    committed: SignalInstance
    # What is typed is a change of its own, once it is stored.
    is_stored = True
    reason = ""
    _stored: T
    # The text as the widget gave it back when the stored value was shown: it may keep less than it was given.
    _shown_text = ""

    def value(self) -> T:
        """The value stored, whatever has been entered."""
        return self._stored

    def set_value(self, value: T) -> None:
        """Take over the stored value and show it, unless a text is being typed."""
        if value != self._stored:
            typed = self.typed() is not None
            self._stored = value
            if not typed:
                self.restore()

    def commit(self) -> None:
        """Ask to store what was entered."""
        if not self.is_dirty():
            return
        value = self._value_of(self._text())
        if value == self._stored:
            self.restore()
        else:
            self.committed.emit(value)

    def committed_at_esc(self) -> bool:
        """Commit at Esc; False where nothing comes of it: so in a dialog, which Esc is to close."""
        if not self.is_dirty() or self.reason:
            return False
        self.commit()
        return bool(self.reason) or not self.is_dirty()

    def restore(self) -> None:
        """Show the stored value, whatever has been entered."""
        self._set_text(self._text_of(self._stored))
        self._shown_text = self._text()

    def refuse(self, reason: str) -> None:  # noqa: ARG002 - fields that are written in tell it
        """Take note that the value could not be stored; a choice shows the stored one again."""
        self.restore()

    def is_dirty(self) -> bool:
        """Whether the user has entered something else than the stored value."""
        return self._text() != self._shown_text

    def typed(self) -> str | None:
        """The text that was typed and is not stored; None if nothing is, and for choices."""
        return None

    def stops(self) -> list[QWidget]:
        """The parts that the focus can be in, in order."""
        assert isinstance(self, QWidget), "it is a part of a widget"
        return [self]

    def _text(self) -> str:
        raise NotImplementedError

    def _set_text(self, text: str) -> None:
        raise NotImplementedError

    def _text_of(self, value: T) -> str:
        raise NotImplementedError

    def _value_of(self, text: str) -> T:
        raise NotImplementedError


class WrittenField(StoredField[T]):
    """A field that text is written in: one that cannot be stored stays, and `reason` says why; `noted` tells of it."""

    noted: SignalInstance

    def commit(self) -> None:
        """Ask to store what was typed; where that is no value, keep it and say why."""
        fault = self.fault() if self.is_dirty() else ""
        if fault:
            self.refuse(fault)
        else:
            super().commit()

    def restore(self) -> None:
        super().restore()
        self._note("")

    def refuse(self, reason: str) -> None:
        """Keep the text and say why it is not stored."""
        self._note(reason)

    def retype(self, text: str) -> None:
        """Show a text as if it had been typed."""
        self._set_text(text)

    def typed(self) -> str | None:
        return self._text() if self.is_dirty() else None

    def fault(self) -> str:
        """Why the text stands for no value; empty if it does."""
        return ""

    def _leave(self) -> None:
        """Commit when the focus leaves, unless this very text has been refused."""
        if not self.reason:
            self.commit()

    def _on_text_changed(self) -> None:
        self._note("")

    def _note(self, reason: str) -> None:
        if reason == self.reason:
            return
        assert isinstance(self, QWidget), "it is a part of a widget"
        self.reason = reason
        palette = QPalette()
        if reason:
            palette.setColor(QPalette.ColorRole.Text, QColor(colours_of(self.palette()).danger))
        self.setPalette(palette)
        self.setAccessibleDescription(reason)
        say(self, reason, assertive=True)
        self.noted.emit(reason)

    def _overrides(self, event: QEvent) -> bool | None:
        """Whether a key is this field's rather than a shortcut of the window; None if the widget knows."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return None
        if event.matches(QKeySequence.StandardKey.Undo):
            return self._can_undo()
        if is_redo(event):
            return self._can_redo()
        return True if ends(event) else None

    def _can_undo(self) -> bool:
        """Whether there is typing to take back."""
        raise NotImplementedError

    def _can_redo(self) -> bool:
        """Whether there is typing to make again."""
        raise NotImplementedError


def ends(event: QKeyEvent) -> bool:
    """Whether a key is Ctrl+Enter, which commits."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def is_redo(event: QKeyEvent) -> bool:
    """Whether a key is the platform's redo or Ctrl+Y, which redoes everywhere."""
    control_y = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return control_y or event.matches(QKeySequence.StandardKey.Redo)


def opens(event: QEvent) -> bool:
    """Whether a key opens a list or a calendar: Alt+Down or F4."""
    if not isinstance(event, QKeyEvent):
        return False
    alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return (event.key(), alone) in (
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
    )
