"""Fields that the mouse wheel does not change, as it is meant for scrolling the form."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from riskdesk.kit.fields.base import LEAST_HEIGHT, takes_opening
from riskdesk.kit.style import box_style


class CalmBox(QComboBox):
    """A combo box that leaves the wheel to the scroll area around it, and can be as narrow as its place.

    Alt+Down and F4 open its list, even if they are shortcuts of the window.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setStyle(box_style())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def event(self, event: QEvent) -> bool:
        return takes_opening(event) or super().event(event)

    def showPopup(self) -> None:
        # Imported when needed: no list is open at first.
        from riskdesk.kit.own_keys import keep_keys

        # The list may be wider than the box, so that no choice is cut.
        self.view().setMinimumWidth(self._list_width())
        # Not for the list itself, where Qt handles Enter and Esc before they become key events.
        keep_keys(self.view().window())
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _list_width(self) -> int:
        """The width that the widest choice needs, as far as the screen has it."""
        beside = self.view().verticalScrollBar().sizeHint().width() if self.count() > self.maxVisibleItems() else 0
        needed = self.view().sizeHintForColumn(0) + 2 * self.view().frameWidth() + beside
        return min(needed, self.screen().availableGeometry().width())


class CalmNumber(QSpinBox):
    """A number field that leaves the wheel to the scroll area around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
