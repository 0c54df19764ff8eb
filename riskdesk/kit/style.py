"""The style of widgets: Fusion, with our own shapes and more space.

Qt asks a style in Python for each measure and each part; it answers from tables and leaves the rest to Fusion. It has
no `polish`, which Qt calls for each widget: for a plain QWidget, PySide would create all its widget classes. It has no
`styleHint`, which Qt calls two thousand times before a window is shown; the styles of some widgets have one.
"""

from functools import cache
from typing import cast

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionSlider,
    QWidget,
)

from riskdesk.kit.colours import LIGHT
from riskdesk.kit.icons import icon
from riskdesk.kit.measures import (
    FRAME,
    MARGINS,
    METRICS,
    WINDOW_MARGIN,
    combo_part,
    roomy,
    scroll_part,
    tick_target,
)
from riskdesk.kit.parts import BEFORE_FUSION, COMPLEX, CONTROLS, PRIMITIVES, StylePart

_FIELD_AIR, _NUMBER_AIR = 6, 3
_TICKED = (QStyle.SubElement.SE_CheckBoxClickRect, QStyle.SubElement.SE_RadioButtonClickRect)
# The platforms on which popups can be transparent at their corners.
_COMPOSED = ("windows", "wayland", "cocoa")

# Replacements for Qt's own icons.
_ICONS = {
    QStyle.StandardPixmap.SP_LineEditClearButton: "x",
    QStyle.StandardPixmap.SP_MessageBoxInformation: "info",
    QStyle.StandardPixmap.SP_MessageBoxWarning: "triangle-alert",
    QStyle.StandardPixmap.SP_MessageBoxCritical: "circle-alert",
    QStyle.StandardPixmap.SP_MessageBoxQuestion: "circle-question-mark",
}


class WindowStyle(QProxyStyle):
    """The style that draws all widgets in `colours`, which are set before the palette changes."""

    # Shared by all styles.
    colours = LIGHT

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        known = METRICS.get(metric)
        if known is not None:
            return known
        if metric == QStyle.PixelMetric.PM_DefaultFrameWidth and isinstance(widget, QAbstractScrollArea):
            return FRAME
        if metric in MARGINS and widget is not None and widget.isWindow():
            return WINDOW_MARGIN
        return super().pixelMetric(metric, option, widget)

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        if kind == QStyle.ContentsType.CT_Menu and widget is not None:
            # Qt measures a menu before it shows it.
            _let_be_round(widget)
            _keep_keys(widget)
            if size.width() > _narrowest_screen() and widget.style() is not menu_style():
                # Its columns would be wider than the screen: make it scroll instead, and measure it again.
                widget.setStyle(menu_style())
                return widget.sizeHint()
        return roomy(kind, option, super().sizeFromContents(kind, option, size, _there(widget)))

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None) -> QRect:
        is_field = element == QStyle.SubElement.SE_LineEditContents and isinstance(option, QStyleOptionFrame)
        if is_field and cast("QStyleOptionFrame", option).lineWidth > 0:
            return option.rect.adjusted(_FIELD_AIR, 1, -_FIELD_AIR, -1)
        rect = super().subElementRect(element, option, _there(widget))
        return tick_target(option.rect, rect) if element in _TICKED else rect

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control == QStyle.ComplexControl.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            return scroll_part(option, part)
        if control == QStyle.ComplexControl.CC_ComboBox:
            return combo_part(option.rect, part)
        room = super().subControlRect(control, option, part, _there(widget))
        is_number = control == QStyle.ComplexControl.CC_SpinBox and part == QStyle.SubControl.SC_SpinBoxEditField
        return room.adjusted(_NUMBER_AIR, 0, 0, 0) if is_number else room

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if not self._draw(PRIMITIVES.get(element), option, painter, widget):
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if not self._draw(CONTROLS.get(element), option, painter, widget):
            self._draw(BEFORE_FUSION.get(element), option, painter, widget)
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if not self._draw(COMPLEX.get(control), option, painter, widget):
            super().drawComplexControl(control, option, painter, widget)

    def standardIcon(
        self, which: QStyle.StandardPixmap, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> QIcon:
        name = _ICONS.get(which)
        if name is not None:
            return icon(name)
        # The buttons of dialogs have no icons, whatever the platform prefers.
        return QIcon() if which.name.startswith("SP_Dialog") else super().standardIcon(which, option, widget)

    def _draw(self, part: StylePart | None, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
        """Draw a part if it is one of ours; return whether it was."""
        if part is None or not isinstance(option, part.kind):
            return False
        part.draw(self, self.colours, option, painter, widget)
        return True


class _Answering(WindowStyle):
    """The style of widgets for which one style hint is different."""

    def __init__(self, hint: QStyle.StyleHint, answer: int) -> None:
        super().__init__()
        self._hint, self._answer = hint, answer

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        return self._answer if hint == self._hint else super().styleHint(hint, option, widget, returned)


@cache
def box_style() -> WindowStyle:
    """The style of all combo boxes, whose lists open below them."""
    return _shared(_Answering(QStyle.StyleHint.SH_ComboBox_Popup, 0))


@cache
def menu_style() -> WindowStyle:
    """The style of all menus that scroll because the screen is too low for them."""
    return _shared(_Answering(QStyle.StyleHint.SH_Menu_Scrollable, 1))


def _shared(style: WindowStyle) -> WindowStyle:
    """A style that lives as long as the program."""
    style.setParent(QApplication.instance())
    return style


def _narrowest_screen() -> int:
    """The width of the narrowest screen; on which one a menu will open is not known while it is measured."""
    return min(screen.availableGeometry().width() for screen in QGuiApplication.screens())


def _let_be_round(menu: QWidget) -> None:
    """Make a menu transparent at its corners, if the platform can."""
    if QGuiApplication.platformName() in _COMPOSED and not menu.testAttribute(
        Qt.WidgetAttribute.WA_TranslucentBackground
    ):
        menu.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        menu.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        menu.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)


def _keep_keys(menu: QWidget) -> None:
    """Keep keys for a menu from acting as shortcuts."""
    # Imported when needed: no menu is open at first.
    from riskdesk.kit.own_keys import keep_keys

    keep_keys(menu)


def _there(widget: QWidget | None) -> QWidget:
    """A widget for Qt, which accepts None as well, although PySide's stub does not say so."""
    return cast("QWidget", widget)
