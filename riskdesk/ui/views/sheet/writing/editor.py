"""The field in which a line of the sheet is edited: it lies over the line and looks like it."""

from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPalette,
    QTextCursor,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QPlainTextEdit, QScrollBar

from riskdesk.domain.problems import InputProblem
from riskdesk.domain.text import Parts, bullets, is_blank, parted, without_control
from riskdesk.kit.focus import TO_MENUS
from riskdesk.kit.incoming import files_in, press, text_in
from riskdesk.kit.plain import align, plain_text, utf16_part
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.redo import RedoTurn, is_redo
from riskdesk.kit.text_drags import end_drags, keep_source
from riskdesk.ui.views.clipboard import items_in
from riskdesk.ui.views.sheet.writing.ends import End, composed_text, end_of

_STAYING = (*TO_MENUS, Qt.FocusReason.ActiveWindowFocusReason)


class LineEditor(RedoTurn, QPlainTextEdit):
    """The field over an open line of the sheet, in which its plain text is edited.

    `ended` carries the End, `lines_pasted` the text before, the lines pasted and the text after. `items_pasted` carries
    what is more than text: files, items of Riskdesk, or a table. If `many` is false, the text is of one line: line
    breaks become spaces.
    """

    ended = Signal(End)
    lines_pasted = Signal(str, list, str)
    items_pasted = Signal(QMimeData)
    # What is typed becomes a step of the register once it is stored.
    is_stored = True

    def __init__(self, sheet: QAbstractScrollArea) -> None:
        super().__init__(sheet.viewport())
        self._sheet = sheet
        self.many = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A blank at the end of a line would scroll the text sideways, so that all lines lose their first letters; a
        # sweep of the mouse that goes on below the text would scroll its first lines out of sight.
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(partial(_stay, bar))
        self.document().setDocumentMargin(0)
        self.setContentsMargins(0, 0, 0, 0)
        align(self)
        self.textChanged.connect(self._on_text_changed)
        end_drags(self)
        self.hide()

    def set_text(self, text: str, caret: int | None) -> None:
        """Set the text, with the caret at a place of Qt's text, or at its end for None."""
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if caret is not None:
            cursor.setPosition(min(caret, cursor.position()))
        self.setTextCursor(cursor)
        self._on_text_changed()

    def seen_text(self) -> str:
        """The text, including what is being composed in it."""
        block, text, composed = self.textCursor().block(), plain_text(self), composed_text(self)
        if not composed:
            return text
        place = block.position() + block.layout().preeditAreaPosition()
        return utf16_part(text, 0, place) + composed + utf16_part(text, place, None)

    def cut_at_caret(self) -> Parts:
        """Return the text before and after the caret; a selection is removed, unless it is all there is."""
        self.end_composing()
        cursor, text = self.textCursor(), plain_text(self)
        before, after = utf16_part(text, 0, cursor.selectionStart()), utf16_part(text, cursor.selectionEnd(), None)
        if is_blank(before) and is_blank(after):
            return Parts(text, "", "")
        cursor.removeSelectedText()
        return parted(before, after)

    def end_composing(self) -> None:
        """Commit what is being composed."""
        if composed_text(self):
            QGuiApplication.inputMethod().commit()
        composed = composed_text(self)
        if composed:
            # Not every input method does so.
            composed_event = QInputMethodEvent()
            composed_event.setCommitString(composed)
            QApplication.sendEvent(self, composed_event)

    def select_to(self, place: int) -> None:
        """Extend the selection to another place of Qt's text."""
        cursor = self.textCursor()
        cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def column(self) -> int:
        """How far from the left the caret is, or was before Up or Down led it into shorter lines."""
        kept = self.textCursor().verticalMovementX()
        return self.cursorRect().left() if kept < 0 else kept

    def forget_column(self) -> None:
        """Let Up and Down begin where the caret is seen, as the text has got its font and width since it was set."""
        cursor = self.textCursor()
        cursor.setVerticalMovementX(-1)
        self.setTextCursor(cursor)

    def go_to_column(self, column: int, *, last: bool) -> None:
        """Put the caret in the first or last line of the text, as far from the left as `column` says."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End if last else QTextCursor.MoveOperation.Start)
        cursor = self.cursorForPosition(QPoint(column, self.cursorRect(cursor).center().y()))
        cursor.setVerticalMovementX(column)
        self.setTextCursor(cursor)

    def select_word(self) -> None:
        """Select the word at the caret."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        self.setTextCursor(cursor)

    def set_look(self, font: QFont, ink: QColor, ground: QColor) -> None:
        """Look like the line below the field."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Text, ink)
        palette.setColor(QPalette.ColorRole.Base, ground)
        self.setPalette(palette)
        self.setFont(font)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            leaves = self._leaves(event)
            if leaves or is_redo(event):
                event.setAccepted(not leaves)
                return not leaves
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        end = end_of(self, event)
        if end is not None:
            self.ended.emit(end)
        elif is_redo(event):
            self.redo()
        elif self._leaves(event):
            event.ignore()
        elif event.key() not in ENTER_KEYS:
            if not press(self, event):
                super().keyPressEvent(event)
        elif self.many and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.textCursor().insertText("\n")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        # The sheet below would take it for a click beside the open line.
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # The sheet has one menu for the text and for its item.
        event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        keep_source(event, self.viewport())

    def insertFromMimeData(self, source: QMimeData) -> None:
        lines = _lines_in(source, many=self.many)
        if lines is None:
            self.items_pasted.emit(source)
            return
        cursor = self.textCursor()
        if len(lines) > 1 and self.many:
            text, start, end = plain_text(self), cursor.selectionStart(), cursor.selectionEnd()
            self.lines_pasted.emit(utf16_part(text, 0, start), lines, utf16_part(text, end, None))
        elif lines and (len(lines) > 1 or self._is_all_replaced()):
            cursor.insertText(" ".join(lines))
        else:
            # Some programs put nothing but HTML on the clipboard.
            text = source.text() or " ".join(lines)
            cursor.insertText(without_control(text).strip("\n").replace("\n", " "))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or source.hasUrls()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # After a click on the sheet, the sheet ends writing once it has looked up what was clicked.
        on_sheet = QApplication.focusWidget() is self._sheet
        if self.isVisible() and not on_sheet and event.reason() not in _STAYING:
            self.ended.emit(End.LEFT)

    def _leaves(self, event: QKeyEvent) -> bool:
        """Whether a shortcut is left to the window: undo goes on there once the typing is undone."""
        undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
        return undo or (is_redo(event) and not self._redoes_first())

    def _can_redo(self) -> bool:
        return self.document().isRedoAvailable()

    def _on_text_changed(self) -> None:
        self._awaited = None
        align(self)

    def _is_all_replaced(self) -> bool:
        """Whether all of the text is selected, but for blanks."""
        selected = self.textCursor()
        text = plain_text(self)
        before, after = selected.selectionStart(), selected.selectionEnd()
        return is_blank(utf16_part(text, 0, before) + utf16_part(text, after, None))


def _stay(bar: QScrollBar, _value: int) -> None:
    bar.setValue(0)


def _lines_in(data: QMimeData, *, many: bool) -> list[str] | None:
    """The lines of a text that is pasted; None if it cannot be taken as lines.

    That is so for files and, if `many` lines can be taken, for items or a table.
    """
    if files_in(data):
        return None
    try:
        lines = items_in(data) if many else bullets(text_in(data))
    except InputProblem:
        return None
    return lines if isinstance(lines, list) else None
