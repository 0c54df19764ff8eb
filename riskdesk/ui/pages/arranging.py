"""The layout of a row of levels: side by side, in several rows, or one below another, as their names fit."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF

from riskdesk.kit.fonts import scaled_font
from riskdesk.kit.theme import UNIT

# From the edge of a level to its text, including the focus frame.
INSET = UNIT // 2 + 1
# If levels are one below another, the names begin here, after check mark and number.
BESIDE = 5 * UNIT
# The font sizes of names relative to the font of the window: the usual one, and a smaller one if that does not fit.
_SIZES = (0.85, 0.79)
_MOST_LINES = 3
_LEAST_HEIGHT = 7 * UNIT // 2


class Arrangement(NamedTuple):
    """A layout of the levels in a row.

    `columns` is the number of levels side by side, `size` the font size of their names relative to the window's,
    `height` the height of each level.
    """

    columns: int
    size: float
    height: int


def arrangement(count: int, names: Sequence[str], width: int, font: QFont) -> Arrangement:
    """Return the widest arrangement of `count` levels in which these names are shown in full with no word broken."""
    for columns in sorted({ceil(count / rows) for rows in range(1, count + 1)} - {1}, reverse=True):
        room = width // columns - 2 * INSET
        for size in _SIZES:
            height = _height(names, room, scaled_font(font, size))
            if height is not None:
                return Arrangement(columns, size, QFontMetrics(font).height() + height + 3 * UNIT // 2)
    room = max(1, width - BESIDE - 2 * INSET)
    heights = (_wrapped(name, room, QFontMetrics(font)) for name in names)
    return Arrangement(1, 1, max(_LEAST_HEIGHT, max(heights, default=0) + UNIT))


def _height(names: Sequence[str], room: int, font: QFont) -> int | None:
    """The height of the highest name at a width; None if one does not fit."""
    metrics, exact = QFontMetrics(font), QFontMetricsF(font)
    if any(exact.horizontalAdvance(word) > room for name in names for word in name.split()):
        return None
    height = max((_wrapped(name, room, metrics) for name in names), default=0)
    return height if height <= _MOST_LINES * metrics.lineSpacing() else None


def _wrapped(name: str, room: int, metrics: QFontMetrics) -> int:
    return metrics.boundingRect(QRect(0, 0, room, 0), Qt.TextFlag.TextWordWrap, name).height()
