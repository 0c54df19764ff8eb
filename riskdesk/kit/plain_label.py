"""A label whose text is shown as it is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from riskdesk.kit.fonts import bold_font


class PlainLabel(QLabel):
    """A label whose text is never markup; it can be `bold`, break into lines (`wraps`), or stand back (`quiet`)."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
        bold: bool = False,
        quiet: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        if bold:
            self.setFont(bold_font(self.font()))
        if quiet:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
