"""Where a notice is placed: over the view in front, but not over what is being edited there."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QMainWindow

from riskdesk.ui.views.centre import Centre
from riskdesk.ui.views.sheet import Sheet


class Room(NamedTuple):
    """The space in a window for notices: an area, the height of a head at its top, and rectangles to keep free.

    Earlier rectangles matter more.
    """

    area: QRect
    head: int = 0
    spared: Sequence[QRect] = ()


def room_in(window: QMainWindow, centre: Centre, selection: Sequence[str]) -> Room:
    """The space over the view in front, with its selection kept free; the whole window if no view is visible."""
    if not centre.isVisible():
        whole = window.centralWidget()
        assert whole is not None, "the centre stands in it"
        return Room(whole.geometry())
    if centre.front is centre.sheet:
        return _room_on(centre.sheet, window)
    corner = centre.mapTo(window, QPoint())
    rects = [centre.front.rect_of(identity) for identity in selection[:1]]
    return Room(QRect(corner, centre.size()), 0, [rect.translated(corner) for rect in rects if rect is not None])


def _room_on(sheet: Sheet, window: QMainWindow) -> Room:
    """The space over the sheet, with its edited line and its current line kept free."""
    corner = sheet.viewport().mapTo(window, QPoint())
    rows = [row for row in (sheet.writing.row, sheet.current_row) if row is not None]
    spared = [sheet.visualRect(sheet.index(row)).translated(corner) for row in rows]
    return Room(QRect(corner, sheet.viewport().size()), sheet.layout_of_lines.columns_height(), spared)


def spot(size: QSize, room: Room, *, was_at_top: bool = False) -> QRect:
    """Return the place at the bottom of the area, centred, or at its top if that keeps more rectangles free.

    A notice that is at the top stays there as long as it covers none of them.
    """
    area = room.area
    left = area.left() + (area.width() - size.width()) // 2
    bottom = QRect(QPoint(left, area.bottom() + 1 - size.height()), size)
    top = QRect(QPoint(left, area.top() + room.head), size)
    for count in range(len(room.spared), -1, -1):
        for place in [top, bottom] if was_at_top and count else [bottom, top]:
            if not any(place.intersects(rect) for rect in room.spared[:count]):
                return place
    return bottom
