"""The parts of a notice: its text in at most two lines, and its buttons."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QPushButton, QWidget

from riskdesk.kit.colours import inverse
from riskdesk.kit.fonts import bold_font
from riskdesk.kit.plain import utf16_part
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.theme import UNIT

_LINES = 2
_TARGET = 28


class NoticeText(PlainLabel):
    """A label that wraps its text to at most two lines; the rest is elided."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._lines: list[str] = []

    def wrap(self, width: int) -> None:
        """Set the width that the text needs, at most `width`."""
        metrics, text = self.fontMetrics(), self.text()
        layout = QTextLayout(text, self.font(), self)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeading))
        layout.beginLayout()
        starts = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        if len(starts) < _LINES:
            self._lines = [text]
        else:
            last = metrics.elidedText(utf16_part(text, starts[1]), Qt.TextElideMode.ElideRight, width)
            self._lines = [utf16_part(text, 0, starts[1]).rstrip(), last]
        widest = max(metrics.horizontalAdvance(line) for line in self._lines)
        self.setFixedSize(min(width, widest + 1), len(self._lines) * metrics.lineSpacing())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, metrics = QPainter(self), self.fontMetrics()
        painter.setPen(QColor(inverse(self.palette()).ink))
        for number, line in enumerate(self._lines):
            painter.drawText(QPointF(0, number * metrics.lineSpacing() + metrics.ascent()), line)


class NoticeButton(QPushButton):
    """A flat text button, pressed by Space and Enter; Tab gives it the focus, a click leaves the focus where it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(bold_font(self.font()))

    def sizeHint(self) -> QSize:
        return QSize(max(_TARGET, self.fontMetrics().horizontalAdvance(self.text()) + 2 * UNIT), _TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = inverse(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(body, UNIT / 2, UNIT / 2)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body, UNIT / 2, UNIT / 2)
        painter.setPen(QColor(colours.link if self.isEnabled() else colours.off))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
