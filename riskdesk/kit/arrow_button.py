"""A flat button that opens a menu, with the arrow behind its word."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMenu, QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from riskdesk.kit.colours import colours_of
from riskdesk.kit.measures import FIELD_HEIGHT
from riskdesk.kit.menu_button import give_menu
from riskdesk.kit.qt import without
from riskdesk.kit.shapes import chevron
from riskdesk.kit.theme import UNIT

_SIGN = 14


class ArrowButton(QToolButton):
    """A flat button, as high as a field, that opens a menu; Tab reaches it, a click leaves the focus where it is."""

    def __init__(self, menu: QMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(FIELD_HEIGHT)
        give_menu(self, menu)

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width() + _SIGN, max(FIELD_HEIGHT, size.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the arrow behind the word, as Fusion would put it into a corner."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.features = without(option.features, QStyleOptionToolButton.ToolButtonFeature.HasMenu)
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
