"""The mouse on the sheet: it selects lines, opens them, selects text in them or drags them."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from riskdesk.kit.plain import utf16
from riskdesk.ui.views.sheet.input.dragging import Dragging
from riskdesk.ui.views.sheet.layout.lines import BULLETS, INVITATIONS, TEXTS, Key, LineKind
from riskdesk.ui.views.sheet.showing.beside import assessed_at
from riskdesk.ui.views.sheet.showing.context import SheetContext
from riskdesk.ui.views.sheet.writing.writing import SheetEditor

_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class _Press(NamedTuple):
    """A press of the mouse: its place in the viewport, its line, and its distance from the corner of the text."""

    point: QPoint
    key: Key
    inside: QPoint
    on_text: bool
    drags: bool
    on_mark: bool


class SheetPointing:
    """What the mouse does on a sheet."""

    def __init__(self, context: SheetContext, writing: SheetEditor, dragging: Dragging) -> None:
        self._viewport, self._workbench, self._paper = context.view.viewport(), context.workbench, context.paper
        self._scrolling, self._selection, self._showing = context.scrolling, context.selection, context.display.showing
        self._writing, self._dragging, self._command_wanted = writing, dragging, context.command_wanted
        self._pressed: _Press | None = None
        self._sweeps = False
        # Whether a click with Ctrl removes the pressed line from the selection; not before it ends without a drag.
        self._removes = False

    def press(self, event: QMouseEvent) -> None:
        """Select the line that is pressed; the open line is stored and closed first."""
        self._sweeps, self._pressed = False, None
        # What was clicked is looked up before the open line closes, which may move what lies below it.
        press = self._press_at(event.position().toPoint())
        if not self._writing.finish() or event.button() != Qt.MouseButton.LeftButton:
            return
        row = None if press is None else self._paper.content.row_of(press.key)
        shift, control = bool(event.modifiers() & _SHIFT), bool(event.modifiers() & _CONTROL)
        if row is None and not shift and not control:
            self._selection.select([])
        if press is None or row is None:
            return
        self._pressed, is_selected = press, self._selection.is_selected(row)
        self._removes = is_selected and control and not shift and press.drags
        if not self._removes and (shift or control or not is_selected):
            self._selection.choose(row, extend=shift, toggle=control)

    def move(self, event: QMouseEvent) -> None:
        """Select text from where the mouse was pressed, or drag what was pressed."""
        point, press = event.position().toPoint(), self._pressed
        if not event.buttons():
            self._shape_cursor(self._scrolling.to_sheet(point))
        elif press is None or self._workbench.read_only:
            return
        elif self._sweeps or (point - press.point).manhattanLength() >= QApplication.startDragDistance():
            self._sweep(press, point, event.modifiers())

    def give_up(self) -> None:
        """Forget where the mouse was pressed."""
        self._sweeps, self._pressed = False, None

    def menu_place(self, event: QContextMenuEvent) -> QPoint:
        """The place on the screen for a menu: at the mouse, or below the caret or current line if opened by key.

        The line under the mouse is selected, or opened if a misspelt word is there.
        """
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            return self._below_keys(event.globalPos())
        at = self._scrolling.to_sheet(self._viewport.mapFromGlobal(event.globalPos()))
        row = self._paper.geometry.row_at(at)
        if row is not None and row != self._writing.row:
            if not self._selection.is_selected(row):
                self._selection.choose(row)
            caret = self._wrong_at(row, at)
            if caret is not None:
                self._writing.activate(row, caret)
        return event.globalPos()

    def _below_keys(self, place: QPoint) -> QPoint:
        """The point below the caret, or below the current line; the given place if there is neither."""
        editor, current = self._writing.editor, self._selection.current_row
        if self._writing.row is not None:
            return editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft())
        return place if current is None else self._viewport.mapToGlobal(self._scrolling.rect_of(current).bottomLeft())

    def _wrong_at(self, row: int, point: QPoint) -> int | None:
        """The place of the caret in Qt's text for a point on a misspelt word; None elsewhere."""
        line = self._paper.content.lines[row]
        text = line.text
        if not text or not self._is_on_text(row, point):
            return None
        caret = self._paper.geometry.caret_at(row, point)
        words = self._showing.wrong(text, line.language)
        return caret if any(utf16(text, word.start) <= caret <= utf16(text, word.end) for word in words) else None

    def release(self, event: QMouseEvent) -> None:
        """Select only the line that was clicked, and open it if its text was clicked."""
        press, self._pressed = self._pressed, None
        row = None if press is None or self._sweeps else self._paper.content.row_of(press.key)
        if press is None or row is None:
            return
        if self._removes:
            self._selection.choose(row, toggle=True)
        elif not event.modifiers() & (_SHIFT | _CONTROL):
            self._selection.choose(row)
            if press.on_mark:
                self._command_wanted.emit("assess")
            elif press.on_text:
                self._open(press)

    def double_click(self, event: QMouseEvent) -> None:
        """Open the line whose text was clicked and select the word there."""
        self.press(event)
        press = self._pressed
        if press is not None and press.on_text and not event.modifiers() & (_SHIFT | _CONTROL):
            self._pressed = None
            self._open(press)
            if self._writing.row is not None:
                self._writing.editor.select_word()

    def _press_at(self, point: QPoint) -> _Press | None:
        at = self._scrolling.to_sheet(point)
        marked_row = assessed_at(self._paper.geometry, at)
        row = self._paper.geometry.row_at(at) if marked_row is None else marked_row
        if row is None:
            return None
        kind, on_text = self._paper.content.lines[row].kind, self._is_on_text(row, at)
        drags = not on_text and marked_row is None and (kind not in BULLETS or self._paper.geometry.is_at_sign(row, at))
        inside = at - self._paper.geometry.text_rect(row).topLeft()
        return _Press(point, self._paper.content.lines[row].key, inside, on_text, drags, marked_row is not None)

    def _sweep(self, press: _Press, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if press.drags:
            self._pressed = None
            self._dragging.start()
        elif press.on_text and press.key[0] in TEXTS and not modifiers & (_SHIFT | _CONTROL):
            if not self._sweeps:
                self._sweeps = True
                self._open(press)
            if self._writing.row is not None:
                place = self._paper.geometry.caret_at(self._writing.row, self._scrolling.to_sheet(point))
                self._writing.editor.select_to(place)

    def _open(self, press: _Press) -> None:
        """Open the line that was pressed, with the caret where it was pressed."""
        row = self._paper.content.row_of(press.key)
        if row is None:
            return
        at = self._paper.geometry.text_rect(row).topLeft() + press.inside
        has_text = bool(self._paper.content.lines[row].text)
        self._writing.activate(row, self._paper.geometry.caret_at(row, at) if has_text else None)

    def _is_on_text(self, row: int, point: QPoint) -> bool:
        """Whether a click at a point of the sheet opens the line: on its text, or on an invitation."""
        line, geometry = self._paper.content.lines[row], self._paper.geometry
        if line.kind in INVITATIONS:
            return True
        room = geometry.text_rect(row)
        if line.kind in (LineKind.CATEGORY, LineKind.HEADING, LineKind.TITLE) and line.text:
            layout = geometry.setter(row).layout(line.text, room.width())
            widest = max(layout.lineAt(number).naturalTextWidth() for number in range(layout.lineCount()))
            empty = max(0, room.width() - round(widest) - geometry.style.indent)
            room = room.adjusted(empty, 0, 0, 0) if geometry.is_rtl(row) else room.adjusted(0, 0, -empty, 0)
        return line.kind in TEXTS and room.contains(point)

    def _shape_cursor(self, point: QPoint) -> None:
        self._viewport.setCursor(self._cursor_at(point))

    def _cursor_at(self, point: QPoint) -> Qt.CursorShape:
        row = self._paper.geometry.row_at(point)
        if row is None or self._workbench.read_only:
            return Qt.CursorShape.ArrowCursor
        kind = self._paper.content.lines[row].kind
        if assessed_at(self._paper.geometry, point) is not None:
            return Qt.CursorShape.PointingHandCursor
        if self._is_on_text(row, point):
            return Qt.CursorShape.PointingHandCursor if kind in INVITATIONS else Qt.CursorShape.IBeamCursor
        drags = kind in BULLETS and self._paper.geometry.is_at_sign(row, point)
        return Qt.CursorShape.OpenHandCursor if drags else Qt.CursorShape.ArrowCursor
