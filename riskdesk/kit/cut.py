"""A line of text that is cut where there is no room for it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget


class CutLabel(QLabel):
    """A line of plain text, cut in one place where there is no room for it; whoever asks or listens gets all of it."""

    def __init__(self, place: Qt.TextElideMode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self.setTextFormat(Qt.TextFormat.PlainText)

    def sizeHint(self) -> QSize:
        # A sign more than Qt counts, as what is wide enough to the pixel is cut.
        return super().sizeHint() + QSize(self.fontMetrics().horizontalAdvance(" "), 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        room, align = self.contentsRect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        text = self.fontMetrics().elidedText(self.text(), self._place, room.width())
        painter = QPainter(self)
        self.style().drawItemText(
            painter, room, int(align), self.palette(), self.isEnabled(), text, self.foregroundRole()
        )
        painter.end()
