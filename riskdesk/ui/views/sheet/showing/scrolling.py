"""Scrolling over lines that are measured when they become visible."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QAbstractScrollArea

from riskdesk.ui.views.sheet.layout.lines import Key, LineKind
from riskdesk.ui.views.sheet.showing.paper import Paper

_ROOM = 6
_TRIES = 5


class Scrolling(QObject):
    """The scrolling of an area over a paper; `moved` is emitted when lines may have moved.

    `open_line_kept` is emitted when the open line has another size and was kept in its place. Visible lines keep their
    place when lines above them turn out higher or lower.
    """

    moved = Signal()
    open_line_kept = Signal()

    def __init__(self, area: QAbstractScrollArea, paper: Paper) -> None:
        super().__init__(area)
        self._area, self._paper = area, paper
        self._bar = area.verticalScrollBar()
        self._still = False

    @property
    def top(self) -> int:
        """The height of the sheet that is scrolled away above."""
        return self._bar.value()

    @property
    def height(self) -> int:
        """The height of the visible part of the sheet."""
        return self._area.viewport().height()

    def to_sheet(self, point: QPoint) -> QPoint:
        """Convert a point of the viewport to coordinates of the sheet."""
        return point + QPoint(0, self.top)

    def rect_of(self, row: int) -> QRect:
        """The rectangle of a line's text in the viewport."""
        return self._paper.geometry.text_rect(row).translated(0, -self.top)

    def page_from(self, row: int, by: int, column: LineKind) -> int:
        """The line that is as far above (-1) or below (+1) a row as the visible part of the sheet is high."""
        geometry = self._paper.geometry
        away = self.height - geometry.columns_height()
        return geometry.line_at(geometry.text_rect(row).top() + by * away, column)

    def reveal(self, row: int) -> None:
        """Scroll just far enough to make a line visible."""
        self.reveal_part(lambda: self._paper.geometry.rect(row))

    def reveal_part(self, part: Callable[[], QRect]) -> None:
        """Scroll just far enough to make a part of the sheet visible."""
        self._scroll_until(lambda: self._nearest(part()))

    def to_top(self, row: int) -> None:
        """Scroll a line to the top of the visible part, below the column heads."""
        self._scroll_until(lambda: self._paper.geometry.rect(row).top() - self._paper.geometry.columns_height())

    def by_lines(self, count: int) -> None:
        """Scroll up or down by some lines of text."""
        self._bar.setValue(self.top + count * self._bar.singleStep())

    def to_start(self) -> None:
        """Show the beginning of the sheet."""
        self._bar.setValue(0)

    def measure(self) -> None:
        """Follow a change of the height of a line."""
        if not self._still:
            self._settle()
            self.moved.emit()
            self._area.viewport().update()

    def fit(self) -> None:
        """Set the range of the scroll bar to the height of the sheet."""
        geometry = self._paper.geometry
        self._bar.setPageStep(self.height)
        self._bar.setSingleStep(geometry.plain.line_height)
        self._bar.setRange(0, max(0, geometry.height - self.height))

    @contextmanager
    def anchored(self) -> Iterator[None]:
        """Keep the first visible line in its place while the lines are laid out again in this block."""
        anchor = self._anchor()
        with self._stillness():
            yield
        self.fit()
        row = None if anchor is None else self._paper.content.row_of(anchor[0])
        if anchor is not None and row is not None:
            self._put(self._paper.geometry.rect(row).top() - anchor[1])
        self.measure()

    @contextmanager
    def steadied(self) -> Iterator[None]:
        """Keep the line in sight in its place while the same lines are laid out at another size in this block.

        That is the open line or, if that is out of sight, the first one below the column heads.
        """
        row = self._row_in_sight()
        before = None if row is None else self._from_heads(row)
        with self._stillness():
            yield
        self.measure()
        if row is not None and before is not None:
            self._scroll_until(lambda: self.top + _moved(before, self._from_heads(row)))
            if row == self._paper.open_row:
                self.open_line_kept.emit()

    def _from_heads(self, row: int) -> QRect:
        """The rectangle of a line as seen from below the column heads."""
        geometry = self._paper.geometry
        return geometry.rect(row).translated(0, -self.top - geometry.columns_height())

    def _row_in_sight(self) -> int | None:
        """The row of the line that is to stay in its place; None at the beginning of the sheet, which stays visible."""
        geometry, top, open_row = self._paper.geometry, self.top, self._paper.open_row
        visible = QRect(0, top, geometry.width, self.height)
        if open_row is not None and visible.intersects(geometry.rect(open_row)):
            return open_row
        if not top or not geometry.content.blocks:
            return None
        first = top + geometry.columns_height()
        number = geometry.block_at(first)
        return next(geometry.bullets_between(number, first, first + 1), geometry.content.blocks[number].start)

    @contextmanager
    def _stillness(self) -> Iterator[None]:
        """Within this block, measure nothing."""
        before, self._still = self._still, True
        try:
            yield
        finally:
            self._still = before

    def _anchor(self) -> tuple[Key, int] | None:
        """The first visible line, and its distance from the top."""
        geometry, top = self._paper.geometry, self.top
        if not geometry.content.blocks:
            return None
        number = geometry.block_at(top)
        block = geometry.content.blocks[number]
        return geometry.content.lines[block.start].key, geometry.top(number) - top

    def _scroll_until(self, wanted: Callable[[], int]) -> None:
        """Scroll to a place that may move while lines that become visible are measured."""
        for _ in range(_TRIES):
            before = self.top
            self._bar.setValue(wanted())
            if self.top == before:
                return

    def _put(self, value: int) -> None:
        """Scroll without measuring."""
        with self._stillness():
            self.fit()
            self._bar.setValue(value)

    def _settle(self) -> None:
        """Measure what is visible and as much above it, so that scrolling up never makes the text jump."""
        geometry, height = self._paper.geometry, self.height
        if not geometry.content.blocks:
            self.fit()
            return
        for _ in range(_TRIES):
            top = self.top
            first = geometry.block_at(top)
            into = top - geometry.top(first)
            changed = geometry.settle(top - height, top + height)
            self._put(geometry.top(first) + into)
            if not changed:
                return

    def _nearest(self, part: QRect) -> int:
        """The scroll position that makes a part visible, its top rather than its end if it is too high."""
        top = self.top
        highest = part.top() - self._paper.geometry.columns_height() - _ROOM
        if highest < top:
            return highest
        return min(highest, max(top, part.bottom() + _ROOM - self.height))


def _moved(before: QRect, now: QRect) -> int:
    """How far a line has moved that has another height; of one that began above, the same share is to be above."""
    return now.top() - (before.top() if before.top() >= 0 else round(before.top() * now.height() / before.height()))
