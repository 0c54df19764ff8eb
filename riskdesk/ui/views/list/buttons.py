"""Buttons above the list that open a menu."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMenu, QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from riskdesk.kit.colours import colours_of
from riskdesk.kit.icons import icon
from riskdesk.kit.measures import FIELD_HEIGHT
from riskdesk.kit.menu_button import give_menu
from riskdesk.kit.plain import as_tip
from riskdesk.kit.shapes import chevron
from riskdesk.kit.theme import UNIT

_SIGN = 14
_WIDEST = 18 * UNIT


class MenuButton(QToolButton):
    """A button with an icon, a word and an arrow for its menu; tooltip and accessible name repeat the word."""

    def __init__(self, picture: str, text: str, menu: QMenu, parent: QWidget, *, word: bool = True) -> None:
        super().__init__(parent)
        self.setIcon(icon(picture))
        self.setIconSize(QSize(2 * UNIT, 2 * UNIT))
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.show_word(word)
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(FIELD_HEIGHT)
        give_menu(self, menu)

    def show_word(self, word: bool) -> None:  # noqa: FBT001 - what is shown
        """Show the word beside the icon, or the icon alone."""
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(beside if word else alone)

    def tell(self, text: str) -> None:
        """Show another word, cut if it is too long; tooltip and accessible description have all of it."""
        self.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST).replace("&", "&&"))
        self.setToolTip(as_tip(text))
        self.setAccessibleDescription(text if text != self.accessibleName() else "")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width() + _SIGN, max(FIELD_HEIGHT, size.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the arrow behind the word, as Fusion would put it into a corner."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu
        painter = QStylePainter(self)
        ground = QStyleOptionToolButton(option)
        ground.text, ground.icon = "", type(option.icon)()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, ground)
        option.rect = option.rect.adjusted(0, 0, -_SIGN, 0)
        painter.drawControl(QStyle.ControlElement.CE_ToolButtonLabel, option)
        colours = colours_of(self.palette())
        sign = QRect(self.width() - _SIGN - UNIT // 2, 0, _SIGN, self.height())
        chevron(painter, sign, colours.quiet if self.isEnabled() else colours.off, Qt.ArrowType.DownArrow, 7)
        painter.end()
