"""Patterns that distinguish bands without colours: the higher the band, the denser the lines on its background."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

# The lines of each band, lowest first: directions and distance; further bands have the last pattern.
_RISING, _FALLING, _UPRIGHT, _LEVEL = (1, -1), (1, 1), (0, 1), (1, 0)
_LINES: tuple[tuple[tuple[tuple[int, int], ...], float], ...] = (
    ((), 0.0),
    ((_RISING,), 16.0),
    ((_RISING, _FALLING), 16.0),
    ((_RISING,), 6.0),
    ((_RISING, _FALLING), 8.0),
    ((_UPRIGHT,), 6.0),
    ((_LEVEL,), 5.0),
    ((_LEVEL, _UPRIGHT), 6.0),
    ((_RISING, _FALLING), 5.0),
    ((_LEVEL, _UPRIGHT), 4.0),
)
# The opacity of the lines, of 255, so that text over them can be read.
_FAINT = 46


def draw_pattern(painter: QPainter, room: QRectF, place: int, ink: QColor) -> None:
    """Draw the pattern of the band at a place thinly over a rectangle, in a colour that is visible on it."""
    ways, apart = _LINES[min(place, len(_LINES) - 1)]
    colour = QColor(ink)
    colour.setAlpha(_FAINT)
    painter.setPen(QPen(colour, 1))
    painter.drawLines([line for way in ways for line in _lines(room, way, apart)])


def _lines(room: QRectF, way: tuple[int, int], apart: float) -> Iterator[QLineF]:
    """The lines of one direction within a rectangle, continuous with those of neighbouring rectangles."""
    left, top, right, bottom = room.left(), room.top(), room.right(), room.bottom()
    if way == _UPRIGHT:
        yield from (QLineF(x, top, x, bottom) for x in _steps(left, right, apart))
    elif way == _LEVEL:
        yield from (QLineF(left, y, right, y) for y in _steps(top, bottom, apart))
    elif way == _RISING:
        yield from (_slope(room, total, -1) for total in _steps(left + top, right + bottom, apart * 1.4))
    else:
        yield from (_slope(room, total, 1) for total in _steps(left - bottom, right - top, apart * 1.4))


def _slope(room: QRectF, constant: float, way: int) -> QLineF:
    """The part of a line inside a rectangle; x + y (way -1) or x - y (way 1) is constant on the line."""
    left, right = room.left(), room.right()
    if way < 0:
        first, last = max(left, constant - room.bottom()), min(right, constant - room.top())
        return QLineF(QPointF(first, constant - first), QPointF(last, constant - last))
    first, last = max(left, constant + room.top()), min(right, constant + room.bottom())
    return QLineF(QPointF(first, first - constant), QPointF(last, last - constant))


def _steps(start: float, end: float, apart: float) -> Iterator[float]:
    """The multiples of a distance between two numbers."""
    value = (start // apart + 1) * apart
    while value < end:
        yield value
        value += apart
