"""Dragging the selected lines of the sheet over the list of the categories, and dropping them on one."""

from PySide6.QtCore import QModelIndex, QObject, QPoint, QSignalBlocker, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from riskdesk.desk import clip
from riskdesk.domain.values import Entry, Risk
from riskdesk.kit.incoming import accept_move
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.side.panel_list import PanelList
from riskdesk.ui.side.rows import ITEM_ID

# How near to an edge the list scrolls, in pixels, and how far it does at a time.
_EDGE, _STEP, _EVERY_MS = 2 * UNIT, UNIT, 50


class Receiving(QObject):
    """The part of the list of the categories that receives the selected lines of the sheet.

    The category that they would be put into is the current one meanwhile; near an edge, the list scrolls.
    """

    def __init__(self, view: PanelList, workbench: Workbench) -> None:
        super().__init__(view)
        self._view, self._workbench = view, workbench
        # The current item before, and where in the list the pointer is; None if nothing is dragged over the list.
        self._before = ""
        self._pointer: QPoint | None = None
        # Qt scrolls a list by itself only for what is dragged within it.
        self._scrolling = QTimer(self, interval=_EVERY_MS)
        self._scrolling.timeout.connect(self._scroll)

    def enter(self, event: QDropEvent) -> bool:
        """Accept selected lines; False if something else is dragged, or nothing that goes into a category."""
        if not self._takes(event):
            return False
        self._before = self._view.current_id()
        self._pointer = event.position().toPoint()
        # Else pointing at a category that is half out of sight would scroll another one under the pointer.
        self._view.setAutoScroll(False)
        self._scrolling.start()
        accept_move(event)
        return True

    def move(self, event: QDropEvent) -> bool:
        """Show into which category the lines would be put."""
        if self._pointer is None:
            return False
        self._pointer = event.position().toPoint()
        self._aim()
        accept_move(event)
        event.setAccepted(self._view.itemAt(self._pointer) is not None)
        return True

    def leave(self) -> None:
        """Make the item current again that was before."""
        if self._pointer is not None:
            self._end()
            self._point_at(self._before)

    def drop(self, event: QDropEvent) -> str | None:
        """The category that the lines are put into, empty if they are beside all; None if something else is dropped."""
        if self._pointer is None:
            return None
        item = self._view.itemAt(event.position().toPoint())
        accept_move(event)
        event.setAccepted(item is not None)
        if item is None:
            self.leave()
            return ""
        self._end()
        return str(item.data(0, ITEM_ID))

    def _end(self) -> None:
        self._pointer = None
        self._scrolling.stop()
        self._view.setAutoScroll(True)

    def _scroll(self) -> None:
        """Scroll on while the pointer is near an edge."""
        if self._pointer is not None:
            y, bar = self._pointer.y(), self._view.verticalScrollBar()
            by = _STEP * ((y > self._view.viewport().height() - _EDGE) - (y < _EDGE))
            bar.setValue(bar.value() + by)
            if by:
                self._aim()

    def _aim(self) -> None:
        """Make the category under the pointer the current item."""
        if self._pointer is not None:
            item = self._view.itemAt(self._pointer)
            self._point_at(self._before if item is None else item.data(0, ITEM_ID))

    def _point_at(self, category: str) -> None:
        if category:
            self._view.point_at(category)
        else:
            with QSignalBlocker(self._view):
                self._view.setCurrentIndex(QModelIndex())

    def _takes(self, event: QDropEvent) -> bool:
        """Whether lines of this window are dragged that go into a category: mitigations go with their entry alone."""
        source, tree = event.source(), self._workbench.tree()
        is_here = isinstance(source, QWidget) and source is not self._view and source.window() is self._view.window()
        if not is_here or tree is None or self._workbench.read_only or not event.mimeData().hasFormat(clip.MIME):
            return False
        return any(isinstance(tree.find(item), Entry | Risk) for item in self._workbench.selection)
