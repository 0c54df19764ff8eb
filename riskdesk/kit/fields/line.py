"""A field for one line of text."""

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from riskdesk.kit.fields.base import LEAST_HEIGHT, WrittenField
from riskdesk.kit.focus import TO_MENUS
from riskdesk.kit.incoming import IntoLine
from riskdesk.kit.plain import utf16
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.redo import is_redo

T = TypeVar("T")

# Qt cuts longer text; this is the greatest limit that it accepts.
_NO_LIMIT = 2**31 - 1


class WrittenLine(WrittenField[T], QLineEdit):
    """A line that commits at Enter, at Esc and when the focus leaves."""

    def __init__(self, stored: T, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = stored
        self.setMaxLength(_NO_LIMIT)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.textChanged.connect(self._on_text_changed)
        IntoLine(self)

    @property
    def is_offering(self) -> bool:
        """Whether texts are offered below it that complete what is typed."""
        completer = self.completer()
        offered = completer.popup() if completer is not None else None
        return offered is not None and offered.isVisible()

    def select_part(self, start: int, end: int) -> None:
        """Select the text from one position to another."""
        text = self.text()
        place = utf16(text, min(start, len(text)))
        self.setSelection(place, utf16(text, min(end, len(text))) - place)

    def event(self, event: QEvent) -> bool:
        mine = self._overrides(event)
        if mine is not None:
            event.setAccepted(mine)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() in TO_MENUS:
            # For any other reason, Qt would clear the selection on which the menu should act.
            super().focusOutEvent(QFocusEvent(event.type(), Qt.FocusReason.PopupFocusReason))
        else:
            super().focusOutEvent(event)
            self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_offering:
            # What is offered gets the key then, and is closed.
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Escape and self.committed_at_esc():
            return
        if is_redo(event):
            self.redo()
        else:
            if event.key() in ENTER_KEYS:
                self.commit()
            super().keyPressEvent(event)

    def _text(self) -> str:
        return self.text()

    def _set_text(self, text: str) -> None:
        # A long text is shown from its beginning, but the cursor stays if the user is typing.
        place = self.cursorPosition() if self.hasFocus() else 0
        self.setText(text)
        self.setCursorPosition(min(place, len(text)))

    def _can_undo(self) -> bool:
        return self.isUndoAvailable()

    def _can_redo(self) -> bool:
        return self.isRedoAvailable()


class LineField(WrittenLine[str]):
    """A line of text, kept as typed."""

    committed = Signal(str)
    noted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)

    def _text_of(self, value: str) -> str:
        return value

    def _value_of(self, text: str) -> str:
        return text
