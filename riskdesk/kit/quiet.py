"""An inconspicuous button for the edge of the window."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from riskdesk.kit.icons import icon
from riskdesk.kit.theme import UNIT


class QuietButton(QToolButton):
    """A button with an icon and a text beside it, without a border.

    A click leaves the focus where it is; Tab can reach it.
    """

    def __init__(self, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(icon(picture))
        self.setIconSize(QSize(2 * UNIT, 2 * UNIT))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
