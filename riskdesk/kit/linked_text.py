"""A text with links that can be reached by Tab."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSlider, QTextBrowser, QWidget

from riskdesk.kit.announce import say
from riskdesk.kit.text_drags import end_drags


class LinkedText(QTextBrowser):
    """A text with links that announces to screen readers the one that Tab leads to, as Qt does not.

    Ctrl+Home and Ctrl+End lead to its ends, where Qt knows only the keys without Ctrl.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        end_drags(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.MoveToStartOfDocument):
            self.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
        elif event.matches(QKeySequence.StandardKey.MoveToEndOfDocument):
            self.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        led_on = super().focusNextPrevChild(forward)
        cursor = self.textCursor()
        text = cursor.selectedText()
        # A cursor has the format of the sign before it, and Shift+Tab selects a link from its end.
        cursor.setPosition(cursor.selectionEnd())
        if self.hasFocus() and text and cursor.charFormat().isAnchor():
            template = QCoreApplication.translate("LinkedText", "{text}, link")
            say(self, template.format(text=text), assertive=True)
        return led_on
