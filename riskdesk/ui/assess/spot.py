"""Where the card is placed beside a risk: where it was before, unless it would hide the risk there."""

from PySide6.QtCore import QPoint, QRect, QSize


def spot(size: QSize, room: QRect, spared: QRect, before: QPoint | None) -> QPoint:
    """Return the first place in a room that does not cover `spared`: as before, beside, below or above it.

    If there is none, the place that covers the least.
    """
    beside_y, below_x = spared.top() - size.height() // 3, spared.left()
    corners = [
        *([] if before is None else [before]),
        QPoint(spared.right() + 1, beside_y),
        QPoint(below_x, spared.bottom() + 1),
        QPoint(below_x, spared.top() - size.height()),
        QPoint(spared.left() - size.width(), beside_y),
    ]
    places = [_within(place, size, room) for place in corners]
    return min(places, key=lambda place: _hidden(QRect(place, size), spared))


def _within(place: QPoint, size: QSize, room: QRect) -> QPoint:
    return QPoint(
        max(room.left(), min(place.x(), room.right() + 1 - size.width())),
        max(room.top(), min(place.y(), room.bottom() + 1 - size.height())),
    )


def _hidden(place: QRect, spared: QRect) -> int:
    """Return how many pixels of `spared` a place would hide."""
    both = place.intersected(spared)
    return both.width() * both.height() if both.isValid() else 0
