"""A label whose text is shown as it is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """A label whose text is never markup; it breaks into lines if it `wraps`, and stands back if it is `quiet`."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, wraps: bool = False, quiet: bool = False
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        if quiet:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
