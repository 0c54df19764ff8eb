"""Buttons above the list that open a menu."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QWidget

from riskdesk.kit.arrow_button import ArrowButton
from riskdesk.kit.icons import icon
from riskdesk.kit.plain import as_tip, with_ampersands
from riskdesk.kit.theme import UNIT

_WIDEST = 18 * UNIT


class MenuButton(ArrowButton):
    """A button with an icon, a word and an arrow for its menu; tooltip and accessible name repeat the word."""

    def __init__(self, picture: str, text: str, menu: QMenu, parent: QWidget, *, word: bool) -> None:
        super().__init__(menu, parent)
        self.setIcon(icon(picture))
        self.setIconSize(QSize(2 * UNIT, 2 * UNIT))
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.show_word(word)

    def show_word(self, word: bool) -> None:  # noqa: FBT001 - what is shown
        """Show the word beside the icon, or the icon alone."""
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(beside if word else alone)

    def tell(self, text: str) -> None:
        """Show another word, cut if it is too long; tooltip and accessible description have all of it."""
        self.setText(with_ampersands(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST)))
        self.setToolTip(as_tip(text))
        self.setAccessibleDescription(text if text != self.accessibleName() else "")
        self.updateGeometry()
