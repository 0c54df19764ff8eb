"""A text with links that are gone through by keys."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTextBrowser

from riskdesk.kit.announce import say


class LinkedText(QTextBrowser):
    """A text with links; screen readers hear the one that Tab leads to, of which Qt tells nothing."""

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        led_on = super().focusNextPrevChild(forward)
        cursor = self.textCursor()
        text = cursor.selectedText()
        # The format is that of the sign before, and what Tab led back to is selected from its end.
        cursor.setPosition(cursor.selectionEnd())
        if self.hasFocus() and text and cursor.charFormat().isAnchor():
            template = QCoreApplication.translate("LinkedText", "{text}, link")
            say(self, template.format(text=text), assertive=True)
        return led_on
