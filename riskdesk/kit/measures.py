"""Sizes and places of the parts of widgets."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionMenuItem, QStyleOptionSlider, QStyleOptionToolButton

_Metric, _Contents, _Sub = QStyle.PixelMetric, QStyle.ContentsType, QStyle.SubControl

# The least height that fields and buttons ask for, and rows of lists.
FIELD_HEIGHT, ROW_HEIGHT = 32, 28
_MENU_ROW, _HEAD_HEIGHT, _TICK_ROW = 30, 30, 24
_INDICATOR, _SCROLL_WIDTH, _SHORTEST_HANDLE = 18, 14, 36
# The width of the arrow of a combo box, and the space before its text.
_ARROW_WIDTH, _AIR = 26, 7
# The width of the frame of a list or a text; the margins of a window.
FRAME, WINDOW_MARGIN = 3, 24

METRICS: dict[QStyle.PixelMetric, int] = {
    _Metric.PM_ScrollBarExtent: _SCROLL_WIDTH,
    _Metric.PM_ScrollBarSliderMin: _SHORTEST_HANDLE,
    _Metric.PM_IndicatorWidth: _INDICATOR,
    _Metric.PM_IndicatorHeight: _INDICATOR,
    _Metric.PM_ExclusiveIndicatorWidth: _INDICATOR,
    _Metric.PM_ExclusiveIndicatorHeight: _INDICATOR,
    # On both sides of the text of an item, with room for the bar of a selected row.
    _Metric.PM_FocusFrameHMargin: 11,
    _Metric.PM_HeaderMargin: 12,
    _Metric.PM_CheckBoxLabelSpacing: 8,
    _Metric.PM_RadioButtonLabelSpacing: 8,
    _Metric.PM_SplitterWidth: 1,
    _Metric.PM_ToolBarIconSize: 20,
    _Metric.PM_ToolBarItemSpacing: 3,
    _Metric.PM_ToolBarItemMargin: 6,
    _Metric.PM_ToolBarFrameWidth: 0,
    _Metric.PM_ToolBarSeparatorExtent: 13,
    _Metric.PM_ToolBarExtensionExtent: 24,
    _Metric.PM_MessageBoxIconSize: 32,
    _Metric.PM_MenuPanelWidth: 1,
    _Metric.PM_MenuHMargin: 4,
    _Metric.PM_MenuVMargin: 4,
    _Metric.PM_MenuBarHMargin: 4,
    _Metric.PM_MenuBarVMargin: 2,
    _Metric.PM_MenuBarPanelWidth: 0,
    _Metric.PM_ButtonShiftHorizontal: 0,
    _Metric.PM_ButtonShiftVertical: 0,
    _Metric.PM_ToolTipLabelFrameWidth: 6,
}
MARGINS = {
    _Metric.PM_LayoutLeftMargin,
    _Metric.PM_LayoutTopMargin,
    _Metric.PM_LayoutRightMargin,
    _Metric.PM_LayoutBottomMargin,
}
_LEAST_HEIGHT: dict[QStyle.ContentsType, int] = {
    _Contents.CT_PushButton: FIELD_HEIGHT,
    _Contents.CT_LineEdit: FIELD_HEIGHT,
    _Contents.CT_ComboBox: FIELD_HEIGHT,
    _Contents.CT_SpinBox: FIELD_HEIGHT,
    _Contents.CT_ItemViewItem: ROW_HEIGHT,
    _Contents.CT_CheckBox: _TICK_ROW,
    _Contents.CT_RadioButton: _TICK_ROW,
    _Contents.CT_HeaderSection: _HEAD_HEIGHT,
}
# For a box without text.
_LEAST_WIDTH: dict[QStyle.ContentsType, int] = {
    _Contents.CT_CheckBox: _TICK_ROW,
    _Contents.CT_RadioButton: _TICK_ROW,
}
_MORE: dict[QStyle.ContentsType, QSize] = {
    _Contents.CT_PushButton: QSize(16, 0),
    # Fusion adds the wide margins of items twice.
    _Contents.CT_ComboBox: QSize(-21, 0),
    _Contents.CT_LineEdit: QSize(12, 0),
    _Contents.CT_SpinBox: QSize(12, 0),
    _Contents.CT_MenuBarItem: QSize(4, 4),
}
# For a tool button, by the position of its text: as much space before the icon as after the text.
_WIDER = {Qt.ToolButtonStyle.ToolButtonIconOnly: 4, Qt.ToolButtonStyle.ToolButtonTextBesideIcon: 3}


def roomy(kind: QStyle.ContentsType, option: QStyleOption, size: QSize) -> QSize:
    """A size of Fusion's with more space in it."""
    if isinstance(option, QStyleOptionMenuItem):
        is_line = option.menuItemType == QStyleOptionMenuItem.MenuItemType.Separator and not option.text
        least = 9 if is_line else _MENU_ROW
        return QSize(size.width() + 8, least) if kind == _Contents.CT_MenuItem else size + _MORE.get(kind, QSize(0, 0))
    if isinstance(option, QStyleOptionToolButton):
        return size + QSize(_WIDER.get(option.toolButtonStyle, 10), 2)
    more = _MORE.get(kind)
    wide = size if more is None else size + more
    return wide.expandedTo(QSize(_LEAST_WIDTH.get(kind, 0), _LEAST_HEIGHT.get(kind, 0)))


def tick_target(room: QRect, inner: QRect) -> QRect:
    """The area in which a click toggles a check box or radio button: the box, its text and the space around them."""
    return QRect(inner.left(), room.top(), max(inner.width(), min(room.width(), _TICK_ROW)), room.height())


def combo_part(room: QRect, part: QStyle.SubControl) -> QRect:
    """The place of a part of a combo box."""
    if part == _Sub.SC_ComboBoxArrow:
        return room.adjusted(room.width() - _ARROW_WIDTH, 1, -1, -1)
    if part == _Sub.SC_ComboBoxEditField:
        return room.adjusted(_AIR, 2, -_ARROW_WIDTH, -2)
    return room


def scroll_part(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    """The place of a part of a scroll bar; it has no buttons, so the handle can move from end to end."""
    upright, room = option.orientation == Qt.Orientation.Vertical, option.rect
    length = room.height() if upright else room.width()
    handle = _handle_length(option, length)
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown
    )
    spans = {
        _Sub.SC_ScrollBarGroove: (0, length),
        _Sub.SC_ScrollBarSlider: (start, handle),
        _Sub.SC_ScrollBarSubPage: (0, start),
        _Sub.SC_ScrollBarAddPage: (start + handle, length - start - handle),
    }
    begin, long = spans.get(part, (0, 0))
    if upright:
        return QRect(room.left(), room.top() + begin, room.width(), long)
    return QRect(room.left() + begin, room.top(), long, room.height())


def _handle_length(option: QStyleOptionSlider, length: int) -> int:
    """The length of the handle of a scroll bar: the visible share of the whole, but long enough to grab."""
    whole = option.maximum - option.minimum + option.pageStep
    share = length * option.pageStep // whole if whole else length
    return max(min(_SHORTEST_HANDLE, length), min(share, length))
