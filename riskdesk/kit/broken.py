"""A label whose text is broken into lines at words, and within a word that is wider than the room."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk.kit.cut import broken
from riskdesk.kit.plain_label import PlainLabel


class BreakingLabel(PlainLabel):
    """A label that shows plain text in as many lines as it needs, none of it cut.

    `words` is the text before it was broken.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent, wraps=True)
        self.words = ""
        self.take_any_width(QSizePolicy.Policy.Minimum)

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
        """The height of a text in this label, in a width."""
        metrics, room = self.fontMetrics(), max(1, width)
        lines = broken(text, metrics, room)
        return metrics.boundingRect(QRect(0, 0, room, 0), Qt.TextFlag.TextWordWrap, lines).height()

    def _fit(self) -> None:
        text = broken(self.words, self.fontMetrics(), self.contentsRect().width())
        if text != self.text():
            super().setText(text)
