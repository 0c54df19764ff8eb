"""Where a notice is placed: over the view in front, but never over what is being edited there."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QMainWindow

from riskdesk.ui.views.centre import Centre
from riskdesk.ui.views.sheet import Sheet


class Room(NamedTuple):
    """The room in a window for notices: an area, the height of a head at its top, and what is not to be covered.

    What comes first among that matters most.
    """

    area: QRect
    head: int = 0
    spared: Sequence[QRect] = ()


def room_in(window: QMainWindow, centre: Centre, selection: Sequence[str]) -> Room:
    """The room over the view in front, where what is edited or selected is spared; over all where none is seen."""
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
    """The room over the sheet, where its open line and its current line are spared."""
    corner = sheet.viewport().mapTo(window, QPoint())
    rows = [row for row in (sheet.writing.row, sheet.current_row) if row is not None]
    spared = [sheet.visualRect(sheet.index(row)).translated(corner) for row in rows]
    return Room(QRect(corner, sheet.viewport().size()), sheet.layout_of_lines.columns_height(), spared)


def spot(size: QSize, room: Room, *, was_at_top: bool = False) -> QRect:
    """At the bottom of the room, in the middle, or at its top where it would cover what is spared.

    It stays at the top where it was there and covers nothing.
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
