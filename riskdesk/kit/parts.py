"""Draws the parts of widgets that are not drawn by Fusion, from Qt's style options."""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QPushButton,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStyleOptionHeader,
    QStyleOptionMenuItem,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
    QStyleOptionToolButton,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from riskdesk.kit import bars, shapes
from riskdesk.kit.colours import Colours
from riskdesk.kit.measures import combo_part

# The option is of the class that its `StylePart` names.
Draw: TypeAlias = Callable[[QStyle, Colours, Any, QPainter, QWidget | None], None]


class StylePart(NamedTuple):
    """How a part of a widget is drawn if Qt gives an option of this class; otherwise Fusion draws it."""

    draw: Draw
    kind: type[QStyleOption] = QStyleOption


_Primitive, _Control, _Complex = QStyle.PrimitiveElement, QStyle.ControlElement, QStyle.ComplexControl
_State, _Sub = QStyle.StateFlag, QStyle.SubControl
_PRIMARY = QStyleOptionButton.ButtonFeature.DefaultButton
_FLAT = QStyleOptionButton.ButtonFeature.Flat


def _nothing(_style: QStyle, _colours: Colours, _option: Any, _painter: QPainter, _widget: QWidget | None) -> None:
    """Draw nothing, as this is drawn with another part."""


def _line(_style: QStyle, colours: Colours, option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    # The line inside a combo box has neither frame nor background.
    if option.lineWidth > 0:
        shapes.field(painter, option.rect, colours, option.state)


def _frame(_style: QStyle, colours: Colours, option: Any, painter: QPainter, widget: QWidget | None) -> None:
    if widget is not None and widget.isWindow():
        shapes.panel(painter, option.rect, colours, rounded=False)
    elif isinstance(widget, QAbstractScrollArea):
        shapes.field(painter, option.rect, colours, option.state)
    else:
        shapes.plate(painter, QRectF(option.rect), None, colours.rule)


def _push(_style: QStyle, colours: Colours, option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    if option.features & _FLAT:
        shapes.tool(painter, option.rect, colours, option.state)
    else:
        primary = bool(option.features & _PRIMARY)
        shapes.button(painter, option.rect, colours, option.state, primary=primary)


def _tool(_style: QStyle, colours: Colours, option: Any, painter: QPainter, widget: QWidget | None) -> None:
    if _is_primary(widget):
        shapes.button(painter, option.rect, colours, option.state, primary=True)
    elif option.state & _State.State_AutoRaise:
        shapes.tool(painter, option.rect, colours, option.state)
    else:
        shapes.button(painter, option.rect, colours, option.state, primary=False)


def _focus(_style: QStyle, colours: Colours, option: Any, painter: QPainter, widget: QWidget | None) -> None:
    if isinstance(widget, QAbstractItemView | QPushButton):
        return
    shapes.ring(painter, QRectF(option.rect).adjusted(-1, -1, 1, 1), colours.focus, radius=shapes.ROUND_BOX)


def _box(_style: QStyle, colours: Colours, option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    shapes.box(painter, option.rect, colours, option.state)


def _dot(_style: QStyle, colours: Colours, option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    shapes.dot(painter, option.rect, colours, option.state)


def _row(_style: QStyle, colours: Colours, option: Any, painter: QPainter, widget: QWidget | None) -> None:
    if option.backgroundBrush.style() != Qt.BrushStyle.NoBrush:
        painter.fillRect(option.rect, option.backgroundBrush)
    view = widget if isinstance(widget, QAbstractItemView) else None
    # A list in a popup has the focus, whatever Qt says.
    focused = view is not None and (view.hasFocus() or view.window().windowType() == Qt.WindowType.Popup)
    place, index = option.viewItemPosition, option.index
    current = view is not None and view.currentIndex().siblingAtColumn(0) == index.siblingAtColumn(0)
    if isinstance(view, QTableView) and view.selectionBehavior() == QTableView.SelectionBehavior.SelectItems:
        # Such as a day of a calendar, which is selected alone.
        place, current = option.ViewItemPosition.OnlyOne, view.currentIndex() == index
    shapes.row(painter, option.rect, colours, option.state, place, focused=focused, current=current)


def _rows_ground(_style: QStyle, colours: Colours, option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    if option.features & option.ViewItemFeature.Alternate:
        shapes.fill(painter, option.rect, colours.stripe)


def _panel(_style: QStyle, colours: Colours, option: Any, painter: QPainter, widget: QWidget | None) -> None:
    clear = widget is not None and widget.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    shapes.panel(painter, option.rect, colours, rounded=clear)


def _tip(_style: QStyle, colours: Colours, option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    shapes.panel(painter, option.rect, colours, rounded=False)


def _shaped_frame(_style: QStyle, colours: Colours, _option: Any, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the background of a notice."""
    if widget is not None and widget.property("notice"):
        # Also behind its margins and what is in them.
        shapes.fill(painter, widget.rect(), colours.notice)
        shapes.rule_below(painter, widget.rect(), colours)


def _push_label(_style: QStyle, colours: Colours, option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    if option.features & _PRIMARY and not option.features & _FLAT:
        _ink_on_accent(colours, option, painter)


def _combo_label(_style: QStyle, _colours: Colours, option: Any, _painter: QPainter, _widget: QWidget | None) -> None:
    # Fusion cuts text within a letter; the list of a combo box also elides in the middle.
    room = combo_part(option.rect, _Sub.SC_ComboBoxEditField).width() - 2
    option.currentText = option.fontMetrics.elidedText(option.currentText, Qt.TextElideMode.ElideMiddle, room)


def _tool_label(_style: QStyle, colours: Colours, option: Any, painter: QPainter, widget: QWidget | None) -> None:
    if _is_primary(widget):
        _ink_on_accent(colours, option, painter)
    if option.toolButtonStyle == Qt.ToolButtonStyle.ToolButtonTextBesideIcon and not option.icon.isNull():
        # Fusion leaves no space between an icon and its text.
        option.rect = option.rect.adjusted(5, 0, 0, 0)
        option.text = f" {option.text}"


def _ink_on_accent(colours: Colours, option: Any, painter: QPainter) -> None:
    """Make text and icon of the primary button readable on its background, before Fusion draws them."""
    if option.state & _State.State_Enabled:
        palette = option.palette
        palette.setColor(QPalette.ColorRole.ButtonText, QColor(colours.on_accent))
        option.palette = palette
        if not option.icon.isNull():
            sharp = painter.device().devicePixelRatio()
            option.icon = QIcon(option.icon.pixmap(option.iconSize, sharp, QIcon.Mode.Selected))


def _is_primary(widget: QWidget | None) -> bool:
    return widget is not None and bool(widget.property("primary"))


def _scroll_bar(style: QStyle, colours: Colours, option: Any, painter: QPainter, widget: QWidget | None) -> None:
    if option.maximum <= option.minimum:
        return
    place = style.subControlRect(_Complex.CC_ScrollBar, option, _Sub.SC_ScrollBarSlider, widget)
    upright = option.orientation == Qt.Orientation.Vertical
    is_active = bool(option.state & (_State.State_MouseOver | _State.State_Sunken))
    shapes.handle(painter, place, colours, upright=upright, is_active=is_active)


def _combo(_style: QStyle, colours: Colours, option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    if option.frame:
        shapes.field(painter, option.rect, colours, option.state)
    ink = colours.quiet if option.state & _State.State_Enabled else colours.off
    arrow = combo_part(option.rect, _Sub.SC_ComboBoxArrow)
    shapes.chevron(painter, arrow, ink, Qt.ArrowType.DownArrow)


def _spin(style: QStyle, colours: Colours, option: Any, painter: QPainter, widget: QWidget | None) -> None:
    if option.frame:
        shapes.field(painter, option.rect, colours, option.state)
    parts = {_Sub.SC_SpinBoxUp: Qt.ArrowType.UpArrow, _Sub.SC_SpinBoxDown: Qt.ArrowType.DownArrow}
    for part, way in parts.items():
        room = style.subControlRect(_Complex.CC_SpinBox, option, part, widget)
        is_hovered = bool(option.activeSubControls & part) and bool(option.state & _State.State_MouseOver)
        if room.isValid():
            shapes.chevron(painter, room, colours.ink if is_hovered else colours.quiet, way, 7)


def _branch(_style: QStyle, colours: Colours, option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    if option.state & _State.State_Children:
        way = Qt.ArrowType.DownArrow if option.state & _State.State_Open else Qt.ArrowType.RightArrow
        shapes.chevron(painter, option.rect, colours.quiet, way, 8)


def _arrow(way: Qt.ArrowType) -> Draw:
    def draw(_style: QStyle, colours: Colours, option: Any, painter: QPainter, _widget: QWidget | None) -> None:
        ink = colours.quiet if option.state & _State.State_Enabled else colours.off
        shapes.chevron(painter, option.rect, ink, way, min(9, option.rect.width()))

    return draw


PRIMITIVES: dict[QStyle.PrimitiveElement, StylePart] = {
    _Primitive.PE_PanelLineEdit: StylePart(_line, QStyleOptionFrame),
    _Primitive.PE_FrameLineEdit: StylePart(_nothing),
    _Primitive.PE_Frame: StylePart(_frame),
    _Primitive.PE_PanelButtonCommand: StylePart(_push, QStyleOptionButton),
    _Primitive.PE_FrameDefaultButton: StylePart(_nothing),
    _Primitive.PE_PanelButtonTool: StylePart(_tool),
    _Primitive.PE_FrameFocusRect: StylePart(_focus),
    _Primitive.PE_IndicatorCheckBox: StylePart(_box),
    _Primitive.PE_IndicatorItemViewItemCheck: StylePart(_box),
    _Primitive.PE_IndicatorRadioButton: StylePart(_dot),
    _Primitive.PE_PanelItemViewItem: StylePart(_row, QStyleOptionViewItem),
    _Primitive.PE_PanelItemViewRow: StylePart(_rows_ground, QStyleOptionViewItem),
    _Primitive.PE_IndicatorBranch: StylePart(_branch),
    _Primitive.PE_PanelMenu: StylePart(_panel),
    _Primitive.PE_FrameMenu: StylePart(_nothing),
    _Primitive.PE_PanelTipLabel: StylePart(_tip),
    _Primitive.PE_IndicatorToolBarSeparator: StylePart(bars.bar_gap),
    _Primitive.PE_PanelScrollAreaCorner: StylePart(_nothing),
    _Primitive.PE_PanelStatusBar: StylePart(bars.status),
    _Primitive.PE_FrameStatusBarItem: StylePart(bars.status_part),
    _Primitive.PE_IndicatorArrowDown: StylePart(_arrow(Qt.ArrowType.DownArrow)),
    _Primitive.PE_IndicatorArrowUp: StylePart(_arrow(Qt.ArrowType.UpArrow)),
    _Primitive.PE_IndicatorArrowLeft: StylePart(_arrow(Qt.ArrowType.LeftArrow)),
    _Primitive.PE_IndicatorArrowRight: StylePart(_arrow(Qt.ArrowType.RightArrow)),
}
CONTROLS: dict[QStyle.ControlElement, StylePart] = {
    _Control.CE_ToolBar: StylePart(bars.ruled),
    _Control.CE_Splitter: StylePart(bars.splitter),
    _Control.CE_MenuBarEmptyArea: StylePart(bars.menu_bar),
    _Control.CE_MenuBarItem: StylePart(bars.menu_bar_item, QStyleOptionMenuItem),
    _Control.CE_HeaderSection: StylePart(bars.head, QStyleOptionHeader),
    _Control.CE_HeaderEmptyArea: StylePart(bars.ruled),
    _Control.CE_SizeGrip: StylePart(_nothing),
}
# The parts that are drawn here first and over which Fusion draws then.
BEFORE_FUSION: dict[QStyle.ControlElement, StylePart] = {
    _Control.CE_MenuItem: StylePart(bars.menu_item, QStyleOptionMenuItem),
    _Control.CE_PushButtonLabel: StylePart(_push_label, QStyleOptionButton),
    _Control.CE_ToolButtonLabel: StylePart(_tool_label, QStyleOptionToolButton),
    _Control.CE_ComboBoxLabel: StylePart(_combo_label, QStyleOptionComboBox),
    _Control.CE_ShapedFrame: StylePart(_shaped_frame),
}
COMPLEX: dict[QStyle.ComplexControl, StylePart] = {
    _Complex.CC_ScrollBar: StylePart(_scroll_bar, QStyleOptionSlider),
    _Complex.CC_ComboBox: StylePart(_combo, QStyleOptionComboBox),
    _Complex.CC_SpinBox: StylePart(_spin, QStyleOptionSpinBox),
}
