"""Fields that the wheel does not change: who turns it wants to see what lies further down."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from riskdesk.kit.fields.base import LEAST_HEIGHT, opens
from riskdesk.kit.style import box_style


class CalmBox(QComboBox):
    """A box of choices that leaves the wheel to what scrolls around it; as narrow as its place.

    Alt+Down and F4 open the list, whatever they do elsewhere in the window.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setStyle(box_style())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and opens(event):
            event.accept()
            return True
        return super().event(event)

    def showPopup(self) -> None:
        # Imported when wanted: no list is open at first.
        from riskdesk.kit.own_keys import keep_keys

        # Not of the list itself, where Qt takes Enter and Esc before they are keys.
        keep_keys(self.view().window())
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CalmNumber(QSpinBox):
    """A number that leaves the wheel to what scrolls around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
