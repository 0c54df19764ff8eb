"""Text for which there is not enough room: elided lines and broken words."""

import re
from itertools import pairwise
from unicodedata import category

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from riskdesk.kit.plain import in_its_direction
from riskdesk.kit.plain_label import PlainLabel

_WORD = re.compile(r"[^\s\u200b]+")
# An invisible sign at which a line may end; one that joins the signs beside it to one.
_BREAK, _JOINER = "\u200b", "\u200d"


def broken(text: str, metrics: QFontMetrics, width: int) -> str:
    """The text with possible line ends in each word that is wider than the width, in pixels."""

    widest = metrics.maxWidth()

    def fit(word: re.Match[str]) -> str:
        # Short words in ASCII, which each font has itself, need not be measured.
        is_short = word[0].isascii() and len(word[0]) * widest <= width
        return word[0] if is_short or metrics.horizontalAdvance(word[0]) <= width else _loose(word[0])

    return _WORD.sub(fit, text)


def _loose(word: str) -> str:
    """A word in which a line may end between any two signs."""
    parts = [word[:1]]
    for before, sign in pairwise(word):
        is_one = category(sign).startswith("M") or _JOINER in (before, sign)
        parts.append(sign if is_one else _BREAK + sign)
    return "".join(parts)


class CutLabel(PlainLabel):
    """A line of plain text, elided where there is no room for it; its text stays whole, for screen readers as well."""

    def __init__(self, place: Qt.TextElideMode, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._place = place

    def sizeHint(self) -> QSize:
        # A blank more than Qt's, as text that fits to the pixel is elided.
        return super().sizeHint() + QSize(self.fontMetrics().horizontalAdvance(" "), 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        room, text = self.contentsRect(), self.text()
        flags = in_its_direction(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        cut_text = self.fontMetrics().elidedText(text, self._place, room.width())
        painter = QPainter(self)
        self.style().drawItemText(
            painter, room, flags, self.palette(), self.isEnabled(), cut_text, self.foregroundRole()
        )
        painter.end()
