"""A field for text of any length."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QFocusEvent, QKeyEvent, QPainter, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QSizePolicy, QStyle, QStyleOptionFrame, QWidget

from riskdesk.domain.text import without_control
from riskdesk.kit.fields.base import WrittenField, ends
from riskdesk.kit.focus import TO_MENUS
from riskdesk.kit.incoming import files_in, hand_over, pasted_text, press
from riskdesk.kit.plain import align, plain_text, utf16
from riskdesk.kit.redo import is_redo
from riskdesk.kit.text_drags import end_drags, keep_source
from riskdesk.kit.theme import UNIT

_FEWEST_LINES = 2
# Margins within the frame, so that text begins where it does in a line.
_BESIDE, _ABOVE = 1, 2


class TextField(WrittenField[str], QPlainTextEdit):
    """A field for a text of any length, as tall as its text; Tab, Ctrl+Enter and Esc commit."""

    committed = Signal(str)
    noted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = ""
        end_drags(self)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(_BESIDE, _ABOVE, _BESIDE, _ABOVE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._align)
        self.textChanged.connect(self._fit)
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._show_cursor)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(10 * UNIT, self.minimumHeight())

    def select_part(self, start: int, end: int) -> None:
        """Select the text from one position to another."""
        text, cursor = self._text(), self.textCursor()
        cursor.setPosition(utf16(text, min(start, len(text))))
        cursor.setPosition(utf16(text, min(end, len(text))), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def deselect(self) -> None:
        """Clear the selection, as a field of one line can."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._paint_edge()
            return True
        mine = self._overrides(event)
        if mine is not None:
            event.setAccepted(mine)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        if event.reason() not in TO_MENUS:
            self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.committed_at_esc():
            return
        if ends(event):
            self.commit()
        elif is_redo(event):
            self.redo()
        elif not press(self, event):
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        paths = files_in(source)
        if paths:
            hand_over(self, paths)
        else:
            text = QMimeData()
            text.setText(without_control(pasted_text(source)))
            super().insertFromMimeData(text)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return super().canInsertFromMimeData(source) or source.hasHtml()

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        keep_source(event, self.viewport())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _align(self) -> None:
        align(self)

    def _fit(self) -> None:
        document = self.document()
        layout, block, text = document.documentLayout(), document.begin(), 0.0
        while block.isValid():
            text += layout.blockBoundingRect(block).height()
            block = block.next()
        least = _FEWEST_LINES * self.fontMetrics().lineSpacing()
        around = 2 * document.documentMargin() + 2 * (self.frameWidth() + _ABOVE)
        self.setFixedHeight(round(max(text, least) + around))

    def _paint_edge(self) -> None:
        """Draw the frame of a line edit, which shows the focus; that of a text edit does not."""
        option = QStyleOptionFrame()
        option.initFrom(self)
        option.lineWidth = self.frameWidth()
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, QPainter(self), self)

    def _show_cursor(self) -> None:
        """Scroll the area around this field to the cursor, since the field itself never scrolls."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        form = area.widget() if area is not None else None
        if area is not None and form is not None and self.hasFocus():
            place = self.viewport().mapTo(form, self.cursorRect().center())
            area.ensureVisible(place.x(), place.y(), 0, 3 * UNIT)

    def _text(self) -> str:
        return plain_text(self)

    def _set_text(self, text: str) -> None:
        if text == self._text():
            self.document().clearUndoRedoStacks()
        else:
            self.setPlainText(text)

    def _text_of(self, value: str) -> str:
        return value

    def _value_of(self, text: str) -> str:
        return text

    def _can_undo(self) -> bool:
        return self.document().isUndoAvailable()

    def _can_redo(self) -> bool:
        return self.document().isRedoAvailable()
