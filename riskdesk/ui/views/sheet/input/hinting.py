"""The hint beside the risk under the mouse that it can be assessed."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent

from riskdesk.ui.views.sheet.layout.lines import LineKind
from riskdesk.ui.views.sheet.showing.beside import assessed_at
from riskdesk.ui.views.sheet.showing.context import SheetContext


class Hinting(QObject):
    """The part of a sheet that shows a hint beside the risk under the mouse that it can be assessed."""

    def __init__(self, context: SheetContext) -> None:
        super().__init__(context.view)
        self._view, self._workbench = context.view, context.workbench
        self._paper, self._scrolling, self._showing = context.paper, context.scrolling, context.display.showing
        context.view.viewport().installEventFilter(self)
        context.workbench.banner_changed.connect(self._note_rights)
        self._note_rights()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            point = self._scrolling.to_sheet(event.position().toPoint())
            row = assessed_at(self._paper.geometry, point)
            self._point(self._paper.geometry.row_at(point) if row is None else row)
        elif event.type() == QEvent.Type.Leave:
            self._point(None)
        return super().eventFilter(watched, event)

    def _point(self, row: int | None) -> None:
        before, lines = self._showing.pointed, self._paper.content.lines
        self._showing.pointed = lines[row].key if row is not None and lines[row].kind is LineKind.RISK else None
        if self._showing.pointed != before:
            self._view.viewport().update()

    def _note_rights(self) -> None:
        self._showing.hints = not self._workbench.read_only
