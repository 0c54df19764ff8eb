"""The line around a frameless area that shows that it has the focus."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QFrame, QWidget

from riskdesk.kit.colours import colours_of
from riskdesk.kit.shapes import ring


def without_frame(area: QAbstractScrollArea) -> None:
    """Remove the frame of an area, and draw a line around it while it has the focus."""
    area.setFrameShape(QFrame.Shape.NoFrame)
    _FocusMark(area)


class _FocusMark(QWidget):
    """A line around an area that got the focus by a key; not drawn if a current row of the area is marked anyway."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area, self._is_drawn = area, True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        area.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            # The area may be about to be deleted.
            self.hide()
        elif isinstance(event, QFocusEvent) and event.gotFocus():
            self._place()
            self.setVisible(event.reason() != Qt.FocusReason.MouseFocusReason)
        elif event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        area, was_drawn = self._area, self._is_drawn
        self._is_drawn = not (isinstance(area, QAbstractItemView) and area.currentIndex().isValid())
        if self._is_drawn != was_drawn:
            # The area paints only its rows when another one becomes current.
            self.update()
        if self._is_drawn:
            painter = QPainter(self)
            ring(painter, QRectF(self.rect()), colours_of(self.palette()).focus)
            painter.end()

    def _place(self) -> None:
        self.setGeometry(self._area.rect())
        self.raise_()
