"""Choosing and dragging lines of the sheet, by mouse and by keyboard."""

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from riskdesk.desk import clip, items
from riskdesk.domain.problems import Problem
from riskdesk.domain.text import bullets
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.sheet import clipboard, dropping, walk, written
from riskdesk.ui.views.sheet.lines import COLUMN, INVITATIONS, TEXTS, Kind, Pending
from riskdesk.ui.views.sheet.view import SheetView
from riskdesk.ui.views.sheet.writing import Writing

_EDGE = 32
_LEFT, _SHIFT, _CONTROL = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
_WALKS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_SIDES = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class PointingView(SheetView):
    """A view whose lines can be chosen, opened for writing and dragged."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workbench = workbench
        self.writing = Writing(self, workbench)
        self._pressed: QPoint | None = None
        self._column = Kind.RISK
        self._anchor: str | None = None
        self.setAcceptDrops(True)

    def commit(self) -> bool:
        """Keep what is being written; False where that cannot be done."""
        return self.writing.commit()

    def laid_out(self) -> None:
        self.writing.lay_out()

    def choose(self, row: int, *, extend: bool = False, toggle: bool = False) -> None:
        """Make a row the current and selected one, extend the selection to it, or add or take it."""
        line, content = self.lines.lines[row], self.lines.content
        self._column = COLUMN.get(line.kind, self._column)
        anchor = content.rows.get(self._anchor) if self._anchor else None
        if extend and anchor is not None:
            self.select_rows(walk.between(content, anchor, row), row)
        elif toggle and line.id:
            self.select_rows({content.rows[each] for each in self.selected_ids()} ^ {row}, row)
            self._anchor = line.id
        else:
            self.select_rows([row] if line.id in content.rows else [], row)
            self._anchor = line.id
        self.reveal(row)

    def place(self, found: dropping.Spot) -> None:
        """Put the selected items where they were dropped."""
        self.workbench.run(items.place(self.selected_ids(), found.parent, found.position, found.column))

    def walk(self, event: QKeyEvent) -> bool:
        """Go where a key leads; whether it is one of those that lead somewhere."""
        key, content = Qt.Key(event.key()), self.lines.content
        held = event.modifiers() & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier)
        if not content.lines or held & ~_CONTROL:
            return False
        target = self._target(key)
        if target is not None:
            self.choose(target, extend=bool(event.modifiers() & _SHIFT))
        return target is not None or key in (*_WALKS, *_ENDS, *_PAGES, *_SIDES)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_tab and self.current_row is None and self.lines.lines:
            self.choose(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & _CONTROL:
            self.zoom *= 1.1 if event.angleDelta().y() > 0 else 1 / 1.1
            self.writing.restyle()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.layout_of_lines.row_at(self.to_sheet(event.position().toPoint()))
        key = None if row is None else self.lines.lines[row].key
        # What was clicked is looked up before the open line closes, which may move what lies below it.
        if not self.commit() or event.button() != _LEFT:
            return
        row = None if key is None else self.lines.content.row_of(key)
        if row is None:
            self.select_rows([])
            return
        self._pressed = event.position().toPoint()
        shift, control = bool(event.modifiers() & _SHIFT), bool(event.modifiers() & _CONTROL)
        if shift or control or not self.is_selected(row):
            self.choose(row, extend=shift, toggle=control)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if not event.buttons():
            self._shape_cursor(self.to_sheet(point))
        elif self._pressed is not None and self._is_dragged(point - self._pressed):
            self._pressed = None
            self._drag()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        row = self.current_row
        if pressed is None or row is None or event.modifiers() & (_SHIFT | _CONTROL):
            return
        point = self.to_sheet(pressed)
        self.choose(row)
        if self._writes(row, point):
            self.writing.activate(row, self._caret(row, point))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if self.workbench.read_only or data.hasUrls() or not (data.hasText() or data.hasFormat(clip.MIME)):
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        point = event.position().toPoint()
        bar = self.verticalScrollBar()
        if point.y() < _EDGE:
            bar.setValue(bar.value() - bar.singleStep())
        elif point.y() > self.viewport().height() - _EDGE:
            bar.setValue(bar.value() + bar.singleStep())
        found = self._spot(event)
        self.showing.drop = None if found is None else found.mark
        self.viewport().update()
        event.setAccepted(found is not None)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.showing.drop = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        self.showing.drop = None
        found = self._spot(event)
        if found is None or not self.commit():
            event.ignore()
        elif event.source() is self:
            self.place(found)
            event.acceptProposedAction()
        else:
            self._take(event.mimeData(), found)
            event.acceptProposedAction()

    def _is_dragged(self, way: QPoint) -> bool:
        return not self.workbench.read_only and way.manhattanLength() >= QApplication.startDragDistance()

    def _target(self, key: Qt.Key) -> int | None:
        content, row = self.lines.content, self.current_row
        if key in _ENDS:
            return walk.end(content, _ENDS[key], self._column)
        if row is None:
            return walk.end(content, -1, self._column) if key in _WALKS else None
        if key in _WALKS:
            return walk.vertical(content, row, _WALKS[key], self._column)
        if key in _PAGES:
            return self._page(row, _PAGES[key])
        sides = {
            Qt.Key.Key_Right: walk.inward,
            Qt.Key.Key_Left: walk.leftward,
            Qt.Key.Key_Escape: walk.outward,
        }
        return sides[key](content, row) if key in sides else None

    def _page(self, row: int, by: int) -> int | None:
        """The line of the column that stands a viewport away."""
        room = self.rect_of(row).translated(0, self.verticalOffset())
        away = self.viewport().height() - self.layout_of_lines.columns_height()
        wanted, content = room.top() + by * away, self.lines.content
        number = self.layout_of_lines.block_at(wanted)
        return walk.vertical(content, content.blocks[number].start, by, self._column) or walk.end(
            content, by, self._column
        )

    def _writes(self, row: int, point: QPoint) -> bool:
        """Whether a click at a point of the sheet opens the line: on its text, or on an invitation."""
        line = self.lines.lines[row]
        if line.kind in INVITATIONS:
            return True
        room = self.layout_of_lines.text_rect(row)
        if line.kind in (Kind.CATEGORY, Kind.HEADING, Kind.TITLE) and line.text:
            layout = self.layout_of_lines.setter(row).layout(line.text, room.width())
            widest = max(layout.lineAt(number).naturalTextWidth() for number in range(layout.lineCount()))
            room.setWidth(round(widest) + self.layout_of_lines.style.indent)
        return line.kind in TEXTS and room.contains(point)

    def _caret(self, row: int, point: QPoint) -> int | None:
        return self.layout_of_lines.caret_at(row, point) if self.lines.lines[row].text else None

    def _shape_cursor(self, point: QPoint) -> None:
        row = self.layout_of_lines.row_at(point)
        writes = row is not None and not self.workbench.read_only and self._writes(row, point)
        invites = writes and row is not None and self.lines.lines[row].kind in INVITATIONS
        shape = Qt.CursorShape.IBeamCursor if writes else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if invites else shape)

    def _drag(self) -> None:
        tree, chosen = self.workbench.tree(), [self.lines.lines[row] for row in self.selected_rows()]
        if tree is None or dropping.level(chosen) is None:
            return
        drag = QDrag(self)
        drag.setMimeData(clipboard.to_mime(clip.copy(tree, self.selected_ids())))
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)

    def _spot(self, event: QDropEvent) -> dropping.Spot | None:
        kind = Kind.RISK
        if event.source() is self:
            kind = dropping.level([self.lines.lines[row] for row in self.selected_rows()]) or Kind.RISK
        point = self.to_sheet(event.position().toPoint())
        return dropping.spot(self.layout_of_lines, point, kind)

    def _take(self, data: QMimeData, found: dropping.Spot) -> None:
        """Take in what was dragged here from elsewhere."""
        kind = next(kind for kind, column in clipboard.COLUMNS.items() if column is found.column)
        try:
            copied = clipboard.from_mime(data)
        except Problem as problem:
            self.workbench.failed.emit(problem)
            return
        texts = bullets(data.text())
        if copied is not None:
            self.workbench.run(items.paste(copied, found.parent, found.column))
        elif texts:
            self.workbench.run(written.added(Pending(kind, found.parent, found.position), texts))
