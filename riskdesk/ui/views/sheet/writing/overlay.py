"""The editor over the open line: it has its place and its look, and the line grows with the text."""

from PySide6.QtCore import QObject, QRect, QSignalBlocker
from PySide6.QtGui import QRegion

from riskdesk.kit.plain import plain_text
from riskdesk.ui.views.sheet.layout.lines import BULLETS, LineKind
from riskdesk.ui.views.sheet.showing.context import SheetContext
from riskdesk.ui.views.sheet.writing.editor import LineEditor


class Overlay(QObject):
    """The part of a sheet that lays an editor over its open line."""

    def __init__(self, context: SheetContext) -> None:
        super().__init__(context.view)
        self._area, self._paper, self._scrolling = context.view, context.paper, context.scrolling
        self.editor = LineEditor(context.view)
        self.editor.textChanged.connect(self._follow_text)
        self.editor.cursorPositionChanged.connect(self._follow_caret)
        self._scrolling.moved.connect(self._follow_line)
        self._scrolling.open_line_kept.connect(self._follow_caret)

    def fill(self, caret: int | None) -> None:
        """Put the text of the open line in the editor, the caret at a place of Qt's text, or at its end for None."""
        line = self._paper.open_line
        if line is not None:
            with QSignalBlocker(self.editor):
                self.editor.many = line.key[0] in BULLETS
                self.editor.set_text(line.text, caret)

    def show(self, *, focus: bool) -> None:
        """Show the editor over the open line."""
        self.name()
        self._scrolling.measure()
        self.editor.show()
        self.editor.forget_column()
        if focus:
            self.editor.setFocus()
        self._follow_caret()

    def name(self) -> None:
        """Give the editor an accessible name that says which line is written."""
        if self._paper.open_row is not None:
            self.editor.setAccessibleName(self._paper.lines.field_name(self._paper.open_row))

    def hide(self) -> None:
        """Hide the editor; the sheet gets the focus if the editor has it, or would have it once a dialog is closed."""
        if self.editor.window().focusWidget() is self.editor:
            self._area.setFocus()
        self.editor.hide()

    def _follow_line(self) -> None:
        """Put the editor over the open line, wherever that is now, in its font and colours."""
        row = self._paper.open_row
        if row is not None:
            self._restyle(row)
            self._lay_out(row)

    def _restyle(self, row: int) -> None:
        geometry, kind = self._paper.geometry, self._paper.content.lines[row].kind
        colours = geometry.style.colours
        ink = colours.heading if kind is LineKind.HEADING else colours.ink
        self.editor.set_look(
            geometry.setter(row).font, ink, colours.category if kind is LineKind.CATEGORY else colours.paper
        )

    def _lay_out(self, row: int) -> None:
        rect = self._scrolling.rect_of(row)
        self.editor.setGeometry(rect)
        self.editor.setMask(self._below_heads(row, rect))
        self.editor.verticalScrollBar().setValue(0)

    def _below_heads(self, row: int, rect: QRect) -> QRegion:
        """The part of the editor that is not covered by the column heads, which stay visible."""
        is_above = self._paper.content.lines[row].kind in (LineKind.HEADING, LineKind.TITLE)
        hidden = 0 if is_above else max(0, self._paper.geometry.columns_height() - rect.top())
        part = QRect(0, hidden, rect.width(), rect.height() - hidden)
        # Qt takes an empty mask for none.
        return QRegion(part if hidden < rect.height() else QRect(-1, -1, 1, 1))

    def _follow_text(self) -> None:
        """Give the open line as much room as the text in the editor takes."""
        line, row = self._paper.open_line, self._paper.open_row
        if line is not None and row is not None:
            line.text = plain_text(self.editor)
            self._paper.geometry.live(row, self.editor.seen_text())
            self._scrolling.measure()
            self._follow_caret()

    def _follow_caret(self) -> None:
        if self._paper.open_row is not None and self.editor.isVisible():
            self._scrolling.reveal_part(self._caret_room)

    def _caret_room(self) -> QRect:
        assert self._paper.open_row is not None, "a line is open"
        corner = self._paper.geometry.text_rect(self._paper.open_row).topLeft()
        return self.editor.cursorRect().translated(corner)
