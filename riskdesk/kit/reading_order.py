"""The order in which people read: from top to bottom, and from left to right in a row."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget


def in_reading_order(widgets: Iterable[QWidget], around: QWidget) -> list[QWidget]:
    """Widgets in the order in which they are read; those whose middles are beside the first of a row are in it."""
    places = {widget: QRect(widget.mapTo(around, QPoint(0, 0)), widget.size()) for widget in widgets}
    rows: list[list[QWidget]] = []
    for widget in sorted(places, key=lambda widget: places[widget].top()):
        if rows and places[widget].center().y() <= places[rows[-1][0]].bottom():
            rows[-1].append(widget)
        else:
            rows.append([widget])
    return [widget for row in rows for widget in sorted(row, key=lambda widget: places[widget].left())]


class ReadingDialog(QDialog):
    """A dialog through which Tab goes as it is read, whatever comes and goes in it."""

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        mine = (widget for widget in self.findChildren(QWidget) if widget.window() is self)
        stops = in_reading_order(filter(_stops, mine), self)
        now = QApplication.focusWidget()
        if not stops:
            return super().focusNextPrevChild(forward)
        if now in stops:
            following = stops[(stops.index(now) + (1 if forward else -1)) % len(stops)]
        else:
            following = stops[0 if forward else -1]
        following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True


def _stops(widget: QWidget) -> bool:
    """Whether Tab stops at a widget."""
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return takes and widget.focusProxy() is None and widget.isVisible() and widget.isEnabled()
