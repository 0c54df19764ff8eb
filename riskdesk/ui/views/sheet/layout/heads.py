"""The heads of both columns: wrapped if a column is narrow, smaller if it is too narrow for a word."""

from collections.abc import Sequence

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

from riskdesk.ui.views.sheet.layout.typeset import set_text

_SMALLER, _SMALLEST_PT = 0.95, 3.0


class Heads:
    """The titles of the two columns, laid out in their widths; `height` is that of the highest one."""

    def __init__(self, texts: Sequence[str], widths: Sequence[int], font: QFont) -> None:
        rooms = list(zip(texts, widths, strict=True))
        font = QFont(font)
        while any(_longest(text, font) > width for text, width in rooms) and font.pointSizeF() > _SMALLEST_PT:
            font.setPointSizeF(font.pointSizeF() * _SMALLER)
        self.texts = tuple(texts)
        sized_layouts = [set_text(text, font, width) for text, width in rooms]
        self.layouts: list[QTextLayout] = [layout for layout, _ in sized_layouts]
        self.height = max(height for _, height in sized_layouts)


def _longest(text: str, font: QFont) -> float:
    """The width of the longest word of a text."""
    return max(map(QFontMetricsF(font).horizontalAdvance, text.split()), default=0)
