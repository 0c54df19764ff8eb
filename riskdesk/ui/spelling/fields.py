"""Fields with text as the spelling marks need them: text and cursor, and how to underline and replace parts.

Positions are those of Qt, where characters beyond U+FFFF count twice.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

from riskdesk.kit.colours import colours_of
from riskdesk.kit.incoming import text_menu
from riskdesk.kit.plain import plain_text
from riskdesk.kit.waves import wave


class Span(NamedTuple):
    """A part of a text, in positions of Qt."""

    start: int
    end: int


class ManyLinesField:
    """A multi-line field as the spelling marks need it: text, cursor, parts to underline or replace."""

    def __init__(self, field: QPlainTextEdit) -> None:
        self.widget = self._field = field
        # The document's signal: the field's own is blocked while another line of the sheet is opened.
        self.changed, self.moved = field.document().contentsChanged, field.cursorPositionChanged

    def text(self) -> str:
        return plain_text(self._field)

    def caret(self) -> int:
        return self._field.textCursor().position()

    def is_read_only(self) -> bool:
        return self._field.isReadOnly()

    def place_at(self, point: QPoint) -> int:
        """The text position nearest to a point of the screen."""
        return self._field.cursorForPosition(self._field.viewport().mapFromGlobal(point)).position()

    def underline(self, spans: Sequence[Span]) -> None:
        """Underline exactly these parts, without changing the document."""
        selections = [self._selection(span) for span in spans]
        if selections or self._field.extraSelections():
            self._field.setExtraSelections(selections)

    def replace(self, span: Span, by: str) -> None:
        """Replace a part, as one undo step of the field."""
        self._cursor(span).insertText(by)

    def menu(self) -> QMenu:
        return self._field.createStandardContextMenu()

    def to_screen(self, point: QPoint) -> QPoint:
        return self._field.viewport().mapToGlobal(point)

    def _selection(self, span: Span) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        untyped: Any = selection
        untyped.cursor, untyped.format = self._cursor(span), _wave(self._field)
        return selection

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(span.start)
        cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


class OneLineField:
    """A single-line field as the spelling marks need it: text, cursor, parts to underline or replace."""

    def __init__(self, field: QLineEdit) -> None:
        self.widget = self._field = field
        self.changed, self.moved = field.textChanged, field.cursorPositionChanged
        self._spans: Sequence[Span] = ()

    def text(self) -> str:
        return self._field.text()

    def caret(self) -> int:
        return self._field.cursorPosition()

    def is_read_only(self) -> bool:
        return self._field.isReadOnly()

    def place_at(self, point: QPoint) -> int:
        """The text position nearest to a point of the screen."""
        return self._field.cursorPositionAt(self._field.mapFromGlobal(point))

    def underline(self, spans: Sequence[Span]) -> None:
        """Underline exactly these parts.

        QLineEdit takes formats only for text composed by an input method, so they are sent as an input method event.
        """
        if not spans and not self._spans:
            return
        self._spans = spans
        text_format, caret, kind = _wave(self._field), self.caret(), QInputMethodEvent.AttributeType.TextFormat
        formats = [QInputMethodEvent.Attribute(kind, start - caret, end - start, text_format) for start, end in spans]
        QApplication.sendEvent(self._field, QInputMethodEvent("", formats))

    def replace(self, span: Span, by: str) -> None:
        """Replace a part, as one undo step of the field."""
        self._field.setSelection(span.start, span.end - span.start)
        self._field.insert(by)

    def menu(self) -> QMenu:
        return text_menu(self._field)

    def to_screen(self, point: QPoint) -> QPoint:
        return self._field.mapToGlobal(point)


def _wave(field: QWidget) -> QTextCharFormat:
    return wave(QColor(colours_of(field.palette()).danger).rgb())
