"""What the fields of a form share: the stored value, kept apart from what the user has entered since."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, SignalInstance
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QWidget

from riskdesk.kit.announce import say
from riskdesk.kit.apart import is_busy
from riskdesk.kit.colours import colours_of
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.qt import without
from riskdesk.kit.redo import RedoTurn, is_redo
from riskdesk.kit.theme import UNIT

T = TypeVar("T")

# The height below which no field of one line is squeezed, in pixels; it asks for more (`measures.FIELD_HEIGHT`).
LEAST_HEIGHT = 7 * UNIT // 2


class StoredField(Generic[T]):
    """A mixin for a widget, which defines how its text is read and set and how a value is written.

    `committed` asks the owner to store a value. The owner answers with `restore` once it is stored, else with `refuse`.
    """

    committed: SignalInstance
    # Whether typing is a step of its own, once it is stored.
    is_stored = True
    reason = ""
    _stored: T
    # The text that the widget returned after the stored value was shown: it may be shorter than that.
    _shown_text = ""

    def value(self) -> T:
        """The stored value, whatever was entered."""
        return self._stored

    def set_value(self, value: T) -> None:
        """Set the stored value and show it, unless the user has typed another text."""
        if value != self._stored:
            self._stored = value
            if self.typed() in (None, self._text_of(value)):
                self.restore()

    def commit(self) -> None:
        """Ask to store what was entered, unless a caller waits for other work: the field is asked again later."""
        # A bar takes the focus, also from a field that is being stored: asked again now, the window would stand still.
        if is_busy() or not self.is_dirty():
            return
        value = self._value_of(self._text())
        if value == self._stored:
            self.restore()
        else:
            self.committed.emit(value)

    def committed_at_esc(self) -> bool:
        """Commit at Esc; False if nothing was stored or refused, as in a dialog, which Esc should close."""
        if not self.is_dirty() or self.reason:
            return False
        self.commit()
        return bool(self.reason) or not self.is_dirty()

    def restore(self) -> None:
        """Show the stored value, whatever was entered."""
        self._set_text(self._text_of(self._stored))
        self._shown_text = self._text()

    def refuse(self, reason: str) -> None:  # noqa: ARG002 - fields to type in show it
        """React to a value that could not be stored: a choice shows the stored one again."""
        self.restore()

    def is_dirty(self) -> bool:
        """Whether the user has entered something other than the stored value."""
        return self._text() != self._shown_text

    def typed(self) -> str | None:
        """The text that was typed and not stored; None if there is none, and for choices."""
        return None

    def stops(self) -> list[QWidget]:
        """The widgets that Tab stops at, in order."""
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


class WrittenField(RedoTurn, StoredField[T]):
    """A field to type in: a text that cannot be stored stays, `reason` says why, and `noted` carries the reason."""

    noted: SignalInstance

    def commit(self) -> None:
        """Ask to store what was typed; if it is no valid value, keep it and say why."""
        fault = self.fault() if self.is_dirty() else ""
        if fault:
            self.refuse(fault)
        else:
            super().commit()

    def restore(self) -> None:
        super().restore()
        self._note("")

    def refuse(self, reason: str) -> None:
        """Keep the text, and show why it is not stored."""
        self._note(reason)

    def retype(self, text: str) -> None:
        """Show a text as if the user had typed it."""
        self._set_text(text)

    def typed(self) -> str | None:
        return self._text() if self.is_dirty() else None

    def fault(self) -> str:
        """Why the text is no valid value; empty if it is one."""
        return ""

    def _leave(self) -> None:
        """Commit when the focus leaves, unless this text has been refused already."""
        if not self.reason:
            self.commit()

    def _on_text_changed(self) -> None:
        self._awaited = None
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
        """Whether this field takes a key before shortcuts of the window; None leaves that to the widget."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return None
        if event.matches(QKeySequence.StandardKey.Undo):
            return self._can_undo()
        if is_redo(event):
            return self._redoes_first()
        return True if ends(event) else None

    def _can_undo(self) -> bool:
        """Whether there is typing to undo."""
        raise NotImplementedError


def ends(event: QKeyEvent) -> bool:
    """Whether a key is Ctrl+Enter, which commits."""
    enter = event.key() in ENTER_KEYS
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def takes_opening(event: QEvent) -> bool:
    """Accept a key that opens a list or a calendar before it is a shortcut of the window; whether it is one."""
    if event.type() != QEvent.Type.ShortcutOverride or not opens(event):
        return False
    event.accept()
    return True


def opens(event: QEvent) -> bool:
    """Whether a key opens a list or a calendar: Alt+Down or F4."""
    if not isinstance(event, QKeyEvent):
        return False
    modifiers = without(event.modifiers(), Qt.KeyboardModifier.KeypadModifier)
    return (event.key(), modifiers) in (
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
    )
