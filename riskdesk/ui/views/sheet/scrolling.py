"""Scrolling over lines that are measured as they come into sight."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QListView, QWidget

from riskdesk.ui.views.sheet.geometry import Geometry

_ROOM = 6
_TRIES = 5


class ScrolledView(QListView):
    """A view of a geometry; what is in sight keeps its place while lines above it turn out higher or lower."""

    layout_of_lines: Geometry

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settling = False

    def reveal_part(self, part: Callable[[], QRect]) -> None:
        """Scroll as little as brings a part of the sheet into sight."""
        self.scroll_until(lambda: self._nearest(part()))

    def scroll_until(self, wanted: Callable[[], int]) -> None:
        """Scroll to a place that may move while what comes into sight is measured."""
        bar = self.verticalScrollBar()
        for _ in range(_TRIES):
            before = bar.value()
            bar.setValue(wanted())
            if bar.value() == before:
                return

    def put(self, value: int) -> None:
        """Scroll without measuring."""
        with self.still():
            self.updateGeometries()
            self.verticalScrollBar().setValue(value)

    def to_sheet(self, point: QPoint) -> QPoint:
        """A point of the viewport in the coordinates of the sheet."""
        return point + QPoint(0, self.verticalOffset())

    def laid_out(self) -> None:
        """Told whenever lines may have moved."""

    def measure_again(self) -> None:
        """Follow a line that changed its height."""
        self._settle()
        self.laid_out()
        self.viewport().update()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def doItemsLayout(self) -> None:
        self.updateGeometries()

    def updateGeometries(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(self.layout_of_lines.plain.line_height)
        bar.setRange(0, max(0, self.layout_of_lines.height - height))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        if not self._settling:
            self.measure_again()

    @contextmanager
    def still(self) -> Iterator[None]:
        """Measure nothing meanwhile."""
        self._settling = True
        yield
        self._settling = False

    def _settle(self) -> None:
        """Measure what is in sight and a little above, so that scrolling up never makes the text jump."""
        layout, height = self.layout_of_lines, self.viewport().height()
        if not layout.content.blocks:
            self.updateGeometries()
            return
        for _ in range(_TRIES):
            top = self.verticalOffset()
            first = layout.block_at(top)
            into = top - layout.top(first)
            changed = layout.settle(top - height, top + height)
            self.put(layout.top(first) + into)
            if not changed:
                return

    def _nearest(self, part: QRect) -> int:
        """How far to scroll so that a part is in sight, its top rather than its end where both have no room."""
        top, height, heads = self.verticalOffset(), self.viewport().height(), self.layout_of_lines.columns_height()
        highest = part.top() - heads - _ROOM
        if highest < top:
            return highest
        return min(highest, max(top, part.bottom() + _ROOM - height))
