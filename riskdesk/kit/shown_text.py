"""A text of any length that can be read and selected, but not changed."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from riskdesk.kit.plain import align
from riskdesk.kit.text_drags import end_drags


class ShownText(QPlainTextEdit):
    """A read-only text, shown in its direction; Tab leaves it, and `name` is what a screen reader calls it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        end_drags(self)
        self.textChanged.connect(self._align)

    def _align(self) -> None:
        align(self)
