"""Drawing of menus, tool bars, column headers, the status bar and splitters."""

from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QWidget

from riskdesk.kit import shapes
from riskdesk.kit.colours import Colours
from riskdesk.kit.qt import without

_State = QStyle.StateFlag


def bar_gap(_style: QStyle, colours: Colours, option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    across = option.rect.center().x()
    shapes.fill(painter, QRect(across, option.rect.top() + 8, 1, option.rect.height() - 16), colours.rule)


def status(_style: QStyle, colours: Colours, option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    shapes.fill(painter, QRect(option.rect.topLeft(), option.rect.topRight()), colours.rule)


def status_part(_style: QStyle, colours: Colours, option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    """Draw a line before each part but the first."""
    if option.rect.left() > option.rect.height():
        shapes.fill(painter, option.rect.adjusted(0, 6, 1 - option.rect.width(), -6), colours.rule)


def ruled(_style: QStyle, colours: Colours, option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    """Draw the background of a tool bar or of heads, with a line below."""
    shapes.fill(painter, option.rect, colours.window)
    shapes.rule_below(painter, option.rect, colours)


def splitter(_style: QStyle, colours: Colours, option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    shapes.fill(painter, option.rect, colours.rule)


def menu_bar(_style: QStyle, colours: Colours, option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    shapes.fill(painter, option.rect, colours.window)


def menu_bar_item(style: QStyle, colours: Colours, option: Any, painter: QPainter, widget: QWidget | None) -> None:
    shapes.fill(painter, option.rect, colours.window)
    enabled = bool(option.state & _State.State_Enabled)
    if enabled and option.state & (_State.State_Selected | _State.State_Sunken):
        shapes.plate(painter, QRectF(option.rect), colours.hover, None)
        shapes.bar_below(painter, QRectF(option.rect), colours.focus)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine
    if not style.styleHint(QStyle.StyleHint.SH_UnderlineShortcut, option, widget):
        flags |= Qt.TextFlag.TextHideMnemonic
    ink = QPalette.ColorRole.WindowText
    style.drawItemText(painter, option.rect, int(flags), option.palette, enabled, option.text, ink)


def menu_item(_style: QStyle, colours: Colours, option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    """Draw the background of an item; Fusion draws its text and icons."""
    if option.menuItemType == option.MenuItemType.Separator:
        return
    if option.state & _State.State_Selected and option.state & _State.State_Enabled:
        shapes.plate(painter, QRectF(option.rect), colours.hover, None, radius=shapes.ROUND_BOX)
        shapes.bar_before(painter, QRectF(option.rect), colours.focus)
    # Fusion would draw a square highlight over it; the text has the same colour on both.
    option.state = without(option.state, _State.State_Selected)


def head(style: QStyle, colours: Colours, option: Any, painter: QPainter, widget: QWidget | None) -> None:
    ruled(style, colours, option, painter, widget)
    if option.position in (option.SectionPosition.Beginning, option.SectionPosition.Middle):
        side = option.rect.adjusted(option.rect.width() - 1, 6, 0, -6)
        shapes.fill(painter, side, colours.rule)
