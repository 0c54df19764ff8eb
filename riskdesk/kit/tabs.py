"""A bar of tabs, drawn as texts of which the current one is underlined."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from riskdesk.kit.colours import colours_of
from riskdesk.kit.shapes import ROUND_BOX, plate, ring
from riskdesk.kit.theme import UNIT

_LINE = 2


class Tabs(QTabBar):
    """A bar of tabs without a frame; as in every tab bar, Tab stops once, and the arrow keys choose."""

    def __init__(self, words: list[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        for word in words:
            self.addTab(word)

    def tabSizeHint(self, index: int) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.tabText(index))
        return QSize(words + 3 * UNIT, max(self.fontMetrics().height() + UNIT + _LINE, 3 * UNIT + _LINE))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = colours_of(self.palette()), QPainter(self)
        pointed = self.tabAt(self.mapFromGlobal(self.cursor().pos())) if self.underMouse() else -1
        for index in range(self.count()):
            room, is_chosen = self.tabRect(index), index == self.currentIndex()
            inside = room.adjusted(1, 1, -1, -_LINE - 1)
            if index == pointed and not is_chosen:
                plate(painter, QRectF(inside), colours.hover, None, radius=ROUND_BOX)
            painter.setPen(QColor(colours.ink if is_chosen else colours.quiet))
            painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, self.tabText(index))
            if is_chosen:
                line = QRect(room.left() + UNIT, room.bottom() + 1 - _LINE, room.width() - 2 * UNIT, _LINE)
                painter.fillRect(line, QColor(colours.focus))
            if is_chosen and self.hasFocus():
                ring(painter, QRectF(inside), colours.focus, radius=ROUND_BOX)
        painter.end()
