"""Radio buttons as one field: the keys are the group's, and no frame is around them."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QRadioButton, QWidget


class GroupButton(QRadioButton):
    """A radio button of a group, which can be clicked anywhere on its area.

    `pointed` says that the mouse came or went, `focus_changed` that it got or lost the focus.
    """

    pointed = Signal(bool)
    focus_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def check(self, *, is_held: bool) -> None:
        """Show whether it is the one that holds."""
        # Exclusive buttons, as which they are heard, let no one take back the one that holds.
        self.setAutoExclusive(False)
        self.setChecked(is_held)
        self.setAutoExclusive(True)

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()


class ChoiceGroup(QGroupBox):
    """A group of radio buttons without a frame; screen readers hear it as one group.

    A subclass says in `arrange` where its buttons stand.
    """

    def arrange(self) -> None:
        """Give the buttons their places in the room and the type that there are."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint no frame."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            # The box has made room for a frame.
            self.setContentsMargins(0, 0, 0, 0)
            self.arrange()
