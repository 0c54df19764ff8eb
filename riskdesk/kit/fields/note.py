"""The text below a field that says why its content cannot be stored."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from riskdesk.kit.broken import BreakingLabel
from riskdesk.kit.colours import colours_of


class Note(BreakingLabel):
    """A label below a field that says why its content cannot be stored; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()

    def tell(self, reason: str) -> None:
        """Show a reason; an empty one hides the label."""
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colours_of(self.palette()).danger))
        self.setPalette(palette)
        self.setText(reason)
        self.setVisible(bool(reason))
