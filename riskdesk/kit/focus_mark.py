"""The line around an area without a frame that shows that it has the focus."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QFrame, QWidget

from riskdesk.kit.colours import colours_of
from riskdesk.kit.shapes import ring


def without_frame(area: QAbstractScrollArea) -> None:
    """Take the frame of an area away, but for a line around it while it has the focus."""
    area.setFrameShape(QFrame.Shape.NoFrame)
    _FocusMark(area)


class _FocusMark(QWidget):
    """A line around an area that the keyboard led to; not drawn where a row of the area is marked anyway."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        area.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            # The area may be on its way out.
            self.hide()
        elif isinstance(event, QFocusEvent) and event.gotFocus():
            self._place()
            self.setVisible(event.reason() != Qt.FocusReason.MouseFocusReason)
        elif event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        area = self._area
        if isinstance(area, QAbstractItemView) and area.currentIndex().isValid():
            return
        painter = QPainter(self)
        ring(painter, QRectF(self.rect()), colours_of(self.palette()).focus)
        painter.end()

    def _place(self) -> None:
        self.setGeometry(self._area.rect())
        self.raise_()
