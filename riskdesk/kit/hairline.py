"""A thin line between what is fixed and what scrolls below it."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from riskdesk.kit.colours import colours_of


class Hairline(QWidget):
    """A horizontal line, one pixel high, between what is fixed and what scrolls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(colours_of(self.palette()).rule))
