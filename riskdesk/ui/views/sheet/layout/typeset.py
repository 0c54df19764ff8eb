"""Text laid out in lines: measured when it first becomes visible, and cached."""

from collections import OrderedDict
from math import ceil

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextLine

from riskdesk.domain.tree import Extent
from riskdesk.kit.plain import option_of

_KEPT = 400
_BREAK = "\u2028".encode("utf-16-le")


class Typesetter:
    """The layouts of texts in one font, and their heights.

    Lines end exactly where a QPlainTextEdit without margins of the same width ends them.
    """

    def __init__(self, font: QFont) -> None:
        self.font = font
        metrics = QFontMetricsF(font)
        self.line_height = ceil(metrics.height())
        self._average = metrics.horizontalAdvance("a risk to the independence of the judiciary") / 43
        self._heights: dict[tuple[str, int], int] = {}
        self._layouts: OrderedDict[tuple[str, int], QTextLayout] = OrderedDict()

    def height(self, text: str, width: int) -> int:
        """The exact height of a text."""
        height = self._heights.get((text, width))
        if height is None:
            self.layout(text, width)
            height = self._heights[text, width]
        return height

    def estimate(self, texts: Extent, width: int) -> int:
        """The estimated height of some texts together, by their lengths; half a line of each is empty."""
        count, signs, breaks = texts
        filled = round(signs * self._average / width + count / 2)
        return self.line_height * ((filled if filled > count else count) + breaks)

    def layout(self, text: str, width: int) -> QTextLayout:
        """The text laid out in lines."""
        key = (text, width)
        layout = self._layouts.get(key)
        if layout is None:
            layout, self._heights[key] = set_text(text, self.font, width)
            self._layouts[key] = layout
            if len(self._layouts) > _KEPT:
                self._layouts.popitem(last=False)
        else:
            self._layouts.move_to_end(key)
        return layout


def set_text(text: str, font: QFont, width: int) -> tuple[QTextLayout, int]:
    """A text laid out in lines of a width, and its height."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(option_of(text))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    height, line = 0.0, layout.createLine()
    while line.isValid():
        line.setLeadingIncluded(True)
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
        line = layout.createLine()
    layout.endLayout()
    return layout, ceil(height)


def place_at(layout: QTextLayout, line: QTextLine, x: float) -> int:
    """The place in Qt's text that is nearest to a distance from the left of a line."""
    cursor = line.xToCursor(x)
    place = int(cursor[0] if isinstance(cursor, tuple) else cursor)
    end = line.textStart() + line.textLength()
    # To Qt, the line separator is a letter of the line; behind it, the next one begins.
    broken = layout.text().encode("utf-16-le")[2 * end - 2 : 2 * end] == _BREAK
    return min(place, end - 1) if broken else place
