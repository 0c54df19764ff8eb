"""Radio buttons as one field: the group handles the keys, and has no frame."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QRadioButton, QWidget


class GroupButton(QRadioButton):
    """A radio button of a group, which can be clicked anywhere on its area.

    `pointed` says whether the mouse entered or left it, `focus_changed` that it got or lost the focus.
    """

    pointed = Signal(bool)
    focus_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def check(self, *, is_held: bool) -> None:
        """Show whether this is the chosen button."""
        # Screen readers need exclusive buttons, but of those the checked one cannot be unchecked.
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
    """A group of radio buttons without a frame; for screen readers it is one group.

    A subclass places its buttons in `arrange`.
    """

    def arrange(self) -> None:
        """Place the buttons, according to the size and the font of the group."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint no frame."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            # The group box has made room for a frame.
            self.setContentsMargins(0, 0, 0, 0)
            self.arrange()
