"""Text that is broken into lines at words, and within a word that is wider than the room."""

import re
from itertools import pairwise
from unicodedata import category

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_WORD = re.compile(r"[^\s\u200b]+")
# Where nothing is seen and a line may end; and what makes one sign of those beside it.
_BREAK, _JOINER = "\u200b", "\u200d"


def broken(text: str, metrics: QFontMetrics, width: int) -> str:
    """The text with places to end a line in each word that is wider than the width, in pixels."""

    def fit(word: re.Match[str]) -> str:
        return word[0] if metrics.horizontalAdvance(word[0]) <= width else _loose(word[0])

    return _WORD.sub(fit, text)


def _loose(word: str) -> str:
    """A word in which a line may end between any two signs."""
    parts = [word[:1]]
    for before, sign in pairwise(word):
        is_one = category(sign).startswith("M") or _JOINER in (before, sign)
        parts.append(sign if is_one else _BREAK + sign)
    return "".join(parts)


class BreakingLabel(QLabel):
    """A label that shows plain text in as many lines as it needs, none of it cut.

    `words` is the text as it was given.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def setText(self, text: str) -> None:
        self.words = text
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def heightForWidth(self, width: int) -> int:
        return self.height_of(self.words, width)

    def height_of(self, text: str, width: int) -> int:
        """How high a text is here in a width."""
        metrics, room = self.fontMetrics(), max(1, width)
        lines = broken(text, metrics, room)
        return metrics.boundingRect(QRect(0, 0, room, 0), Qt.TextFlag.TextWordWrap, lines).height()

    def _fit(self) -> None:
        text = broken(self.words, self.fontMetrics(), self.contentsRect().width())
        if text != self.text():
            super().setText(text)
