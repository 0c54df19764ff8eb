"""Fields that the mouse wheel does not change, as it is meant for scrolling the form."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox, QWidget

from riskdesk.kit.fields.base import LEAST_HEIGHT, takes_opening
from riskdesk.kit.style import box_style

_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class CalmBox(QComboBox):
    """A combo box that leaves the wheel to the scroll area around it, and can be as narrow as its place.

    Alt+Down and F4 open its list, even if they are shortcuts of the window; Tab there takes the current choice and goes
    on.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setStyle(box_style())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def fit_choices(self) -> None:
        """Ask for the width of the widest choice; they are not to change once the box is shown.

        By Qt's `AdjustToContents`, a timer would give the box just that width, whatever its place has: so the first
        picture would show it, if the timer came before it.
        """
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContentsOnFirstShow)

    def event(self, event: QEvent) -> bool:
        return takes_opening(event) or super().event(event)

    def showPopup(self) -> None:
        # Imported when needed: no list is open at first.
        from riskdesk.kit.own_keys import keep_keys

        # The list may be wider than the box, so that no choice is cut.
        self.view().setMinimumWidth(self._list_width())
        self.view().setAccessibleName(self.accessibleName())
        # Not for the list itself, where Qt handles Enter and Esc before they become key events.
        keep_keys(self.view().window())
        self.view().installEventFilter(self)
        super().showPopup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have Tab in the list do what Enter there and Tab after it do: by itself, Qt does nothing."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _TABS:
            for receiver, key in ((watched, Qt.Key.Key_Return), (self, Qt.Key(event.key()))):
                QApplication.sendEvent(receiver, QKeyEvent(QEvent.Type.KeyPress, key, event.modifiers()))
            return True
        return super().eventFilter(watched, event)

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
