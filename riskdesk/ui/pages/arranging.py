"""How the levels of a row stand: beside each other, in several rows, or below each other, as their names have room."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF

from riskdesk.kit.theme import STEP

# From the edge of a level to its text, with the room of the mark of focus.
INSET = STEP // 2 + 1
# Where levels stand below each other, each name begins here, behind check mark and number.
BESIDE = 5 * STEP
# Of the type of the window, the size of names: the usual one, and one for where that has no room.
_SIZES = (0.85, 0.79)
_MOST_LINES = 3
_LEAST_HEIGHT = 7 * STEP // 2


class Arrangement(NamedTuple):
    """A layout of the levels in a row.

    `columns` is how many stand beside each other, `size` that of their names as a share of the type, `height` that of
    each level.
    """

    columns: int
    size: float
    height: int


def arrangement(count: int, names: Sequence[str], width: int, font: QFont) -> Arrangement:
    """The widest arrangement of so many levels in which each of these names stands whole, no word of it broken."""
    for columns in sorted({ceil(count / rows) for rows in range(1, count + 1)} - {1}, reverse=True):
        room = width // columns - 2 * INSET
        for size in _SIZES:
            height = _height(names, room, smaller(font, size))
            if height is not None:
                return Arrangement(columns, size, QFontMetrics(font).height() + height + 3 * STEP // 2)
    room = max(1, width - BESIDE - 2 * INSET)
    heights = (_wrapped(name, room, QFontMetrics(font)) for name in names)
    return Arrangement(1, 1, max(_LEAST_HEIGHT, max(heights, default=0) + STEP))


def smaller(font: QFont, size: float) -> QFont:
    """A font at a share of its size."""
    small_font = QFont(font)
    small_font.setPointSizeF(font.pointSizeF() * size)
    return small_font


def _height(names: Sequence[str], room: int, font: QFont) -> int | None:
    """How high the highest name is in a room of this width; None if one does not fit there."""
    metrics, exact = QFontMetrics(font), QFontMetricsF(font)
    if any(exact.horizontalAdvance(word) > room for name in names for word in name.split()):
        return None
    height = max((_wrapped(name, room, metrics) for name in names), default=0)
    return height if height <= _MOST_LINES * metrics.lineSpacing() else None


def _wrapped(name: str, room: int, metrics: QFontMetrics) -> int:
    return metrics.boundingRect(QRect(0, 0, room, 0), Qt.TextFlag.TextWordWrap, name).height()
