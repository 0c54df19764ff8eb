"""Fields in a popup below a button, or above it if there is no room below."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from riskdesk.kit.pressing import press_button
from riskdesk.kit.theme import UNIT


class Popup(QFrame):
    """A frame that shows `content` beside a button when that is pressed, and moves the focus into it.

    It closes at Esc or a click elsewhere.
    """

    def __init__(self, button: QAbstractButton, content: QWidget) -> None:
        super().__init__(button, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._button, self._content = button, content
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        layout.addWidget(content)
        button.clicked.connect(self._come_up)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif not press_button(event):
            super().keyPressEvent(event)

    def _come_up(self) -> None:
        self.adjustSize()
        corner, room = self._button.mapToGlobal(QPoint(0, 0)), self._button.screen().availableGeometry()
        below, above = corner.y() + self._button.height(), corner.y() - self.height()
        has_room = below + self.height() <= room.bottom()
        self.move(min(corner.x(), room.right() - self.width()), below if has_room else above)
        self.show()
        self._content.setFocus(Qt.FocusReason.PopupFocusReason)
        self.focusNextChild()
