"""A read-only text with marked parts."""

from collections.abc import Iterable

from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from riskdesk.domain.folding import Span
from riskdesk.kit.colours import colours_of
from riskdesk.kit.plain import utf16
from riskdesk.kit.shown_text import ShownText
from riskdesk.kit.theme import UNIT

# Further marks would take too long to draw.
_MOST_MARKS = 200


class PlaceText(ShownText):
    """A read-only field that shows a whole text and scrolls to the first of its marked parts."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setMinimumHeight(7 * UNIT)

    def show_text(self, text: str, spans: Iterable[Span]) -> None:
        """Show a text with marked parts."""
        self.setPlainText(text)
        marks = [self._mark(text, span) for _, span in zip(range(_MOST_MARKS), spans, strict=False)]
        self.setExtraSelections(marks)
        if marks:
            cursor = QTextCursor(self.document())
            cursor.setPosition(marks[0].cursor.selectionStart())
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _mark(self, text: str, span: Span) -> QTextEdit.ExtraSelection:
        mark, cursor = QTextEdit.ExtraSelection(), QTextCursor(self.document())
        start, end = (utf16(text, min(place, len(text))) for place in span)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        mark.format.setBackground(QColor(colours_of(self.palette()).notice))
        mark.format.setFontUnderline(True)
        return mark
