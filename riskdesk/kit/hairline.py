"""A line as thin as can be, which parts what stands from what scrolls below it."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from riskdesk.kit.colours import colours_of


class Hairline(QWidget):
    """A horizontal line, one pixel high, between what stands still and what scrolls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(colours_of(self.palette()).rule))
