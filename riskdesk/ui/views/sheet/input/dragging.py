"""Dragging lines of the sheet, and dropping lines or data from elsewhere on it."""

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent

from riskdesk.desk import clip, items, mitigations, risks
from riskdesk.desk.action import Action
from riskdesk.domain.problems import Problem
from riskdesk.domain.values import Risk
from riskdesk.kit.incoming import accept_copy, accept_move, files_in
from riskdesk.ui.views import clipboard
from riskdesk.ui.views.sheet.input import dropping
from riskdesk.ui.views.sheet.layout.lines import LineKind
from riskdesk.ui.views.sheet.showing.context import SheetContext
from riskdesk.ui.views.sheet.writing.loss_question import LossQuestion
from riskdesk.ui.views.sheet.writing.writing import SheetEditor

# How near to an edge the sheet scrolls, in pixels, and how often.
_EDGE, _EVERY_MS = 32, 50


class Dragging(QObject):
    """The part of a sheet that drags its selected lines, and accepts drops."""

    def __init__(self, context: SheetContext, writing: SheetEditor, loss_question: LossQuestion) -> None:
        super().__init__(context.view)
        self._sheet, self._workbench, self._paper = context.view, context.workbench, context.paper
        self._scrolling, self._selection, self._display = context.scrolling, context.selection, context.display
        self._writing, self._loss_question, self._files_pasted = writing, loss_question, context.files_pasted
        # The kind of what is dragged over the sheet decides where it can go.
        self._kind = LineKind.RISK
        # Where something is held over the sheet. Some systems report nothing while the mouse does not move.
        self._pointer = QPoint()
        self._edge_timer = QTimer(self, interval=_EVERY_MS)
        self._edge_timer.timeout.connect(self._scroll)

    def start(self) -> None:
        """Drag the selected lines until they are dropped somewhere."""
        tree = self._workbench.tree()
        if tree is None or self._dragged_kind() is None:
            return
        try:
            data = clipboard.to_mime(clip.copy(tree, self._selection.ids()))
        except Problem as problem:
            self._workbench.report(problem)
            return
        drag = QDrag(self._sheet)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)
        self.leave()

    def takes(self, data: QMimeData) -> bool:
        """Whether what is dragged over the sheet may be dropped on it."""
        has_items = data.hasText() or data.hasFormat(clip.MIME)
        return has_items and not files_in(data) and not self._workbench.read_only

    def enter(self, event: QDragEnterEvent) -> None:
        """Accept a drag that may be dropped on the sheet."""
        data = event.mimeData()
        if not self.takes(data):
            event.ignore()
            return
        is_own = event.source() is self._sheet
        kind = self._dragged_kind() if is_own else dropping.dragged_kind(dropping.kinds_in(data))
        self._kind = kind or LineKind.RISK
        self._accept(event)

    def move(self, event: QDragMoveEvent) -> None:
        """Show where a drop would go; as long as it is held near an edge, the sheet scrolls."""
        self._pointer = event.position().toPoint()
        if not self._edge_timer.isActive():
            self._edge_timer.start()
        if self._aim():
            self._accept(event)
        else:
            event.ignore()

    def leave(self) -> None:
        """Stop showing where a drop would go."""
        self._edge_timer.stop()
        self._display.show_drop(None)

    def drop(self, event: QDropEvent) -> None:
        """Put what is dropped in the place that was shown."""
        self.leave()
        point = event.position().toPoint()
        place = self._drop_place(point)
        if place is None or not self._writing.finish():
            event.ignore()
            return
        if "" in place.above:
            # The line that was being written there has an id now, or is gone.
            place = self._drop_place(point) or place
        if event.source() is self._sheet:
            self.place(place)
        else:
            self._take(event.mimeData(), place)
        self._accept(event)

    def _accept(self, event: QDropEvent) -> None:
        if event.source() is self._sheet:
            accept_move(event)
        else:
            accept_copy(event)

    def place(self, place: dropping.DropPlace) -> None:
        """Move the selected items to a place."""
        tree, ids = self._workbench.tree(), self._selection.ids()
        if tree is not None:
            action = items.place(ids, place.parent, place.above, place.column)
            self._loss_question.confirm(clip.copy(tree, ids), place.column, lambda: self._do(action))

    def _dragged_kind(self) -> LineKind | None:
        return dropping.dragged_kind(self._paper.content.lines[row].kind for row in self._selection.rows())

    def _scroll(self) -> None:
        """Scroll a line on while something is held near an edge."""
        by = (self._pointer.y() > self._scrolling.height - _EDGE) - (self._pointer.y() < _EDGE)
        if by:
            self._scrolling.by_lines(by)
            self._aim()

    def _aim(self) -> bool:
        """Show where a drop would go; return whether it would go anywhere."""
        place = self._drop_place(self._pointer)
        self._display.show_drop(None if place is None else place.mark)
        return place is not None

    def _drop_place(self, point: QPoint) -> dropping.DropPlace | None:
        return dropping.drop_place(self._paper.geometry, self._scrolling.to_sheet(point), self._kind)

    def _take(self, data: QMimeData, place: dropping.DropPlace) -> None:
        """Add what was dragged here from elsewhere."""
        copied = clipboard.taken_from(data, self._files_pasted.emit, self._workbench.report)
        if isinstance(copied, clip.Clip):
            action = items.paste(copied, place.parent, place.column, place.above)
            self._loss_question.confirm(copied, place.column, lambda: self._do(action))
        elif copied:
            add = risks.add if place.column is Risk else mitigations.add
            self._do(add(place.parent, copied, place.above))

    def _do(self, action: Action) -> None:
        """Run an action, and show what it moved, which stays selected, or select what it created."""
        step, row = self._workbench.run(action).step, self._selection.current_row
        if step is not None and not step.created and row is not None:
            self._scrolling.reveal(row)
        self._selection.select_created(step)
