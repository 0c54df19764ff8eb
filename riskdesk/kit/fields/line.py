"""One line of text."""

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from riskdesk.kit.fields.draft import Draft
from riskdesk.kit.theme import STEP

T = TypeVar("T")


class LineDraft(Draft[T], QLineEdit):
    """A line that commits at Enter and when left, and restores at Esc."""

    def __init__(self, stored: T, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = stored
        self.setTextMargins(STEP // 2, 0, STEP // 2, 0)

    def event(self, event: QEvent) -> bool:
        if self._undoes_elsewhere(event):
            event.ignore()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_dirty():
            self.restore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
        super().keyPressEvent(event)

    def _text(self) -> str:
        return self.text()

    def _set_text(self, text: str) -> None:
        self.setText(text)


class LineField(LineDraft[str]):
    """A line of text, kept as typed."""

    committed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)

    def restore(self) -> None:
        super().restore()
        if not self.hasFocus():
            # A long text is read from its beginning.
            self.setCursorPosition(0)

    def _text_of(self, value: str) -> str:
        return value

    def _value_of(self, text: str) -> str:
        return text
