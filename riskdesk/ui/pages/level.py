"""One level of a row: a radio button in the colour of the resulting band."""

from html import escape

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk.domain.scale import Level, Shade
from riskdesk.kit.choice_group import GroupButton
from riskdesk.kit.colours import Colours, colours_of
from riskdesk.kit.fonts import bold_font, scaled_font
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_language, ui_text
from riskdesk.ui.pages.arranging import BESIDE, INSET, Arrangement
from riskdesk.ui.scale.bands import band_colour, ink_on, mix, tint

_FOCUS = 2
_ROUND = 4
_TICK = UNIT
# The share of ink in the colour of a level under the mouse, which darkens it, or lightens it in dark colours.
_HOVERED = 0.06


class LevelButton(GroupButton):
    """A button for one level, with its number, and its name below or beside the number.

    The chosen level has a check mark.
    """

    def __init__(self, number: int, level: Level, parent: QWidget) -> None:
        super().__init__(parent)
        self.number, self._name = number, ui_text(level.name)
        self._shade: Shade | None = None
        self._arrangement = Arrangement(1, 1, 3 * UNIT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(level.numbered(number, ui_language()))
        definition = ui_text(level.definition)
        self.setAccessibleDescription(definition)
        self.setToolTip(f"<p>{escape(definition)}</p>" if definition else "")

    def stand(self, arrangement: Arrangement) -> None:
        """Apply the size and layout of an arrangement."""
        self._arrangement = arrangement
        self.setFixedHeight(arrangement.height)
        self.update()

    def colour(self, shade: Shade | None) -> None:
        """Show the colour of the band that this level would result in; None if that is not known."""
        self._shade = shade
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(UNIT, self._arrangement.height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = colours_of(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._ground(colours)
        if self.hasFocus():
            _frame(painter, QRectF(self.rect()), QColor(colours.focus), _FOCUS, _ROUND + _FOCUS)
        face = QRectF(self.rect()).adjusted(_FOCUS, _FOCUS, -_FOCUS, -_FOCUS)
        painter.setBrush(ground)
        # A line of whole pixels, with a contrast of at least 3:1 to the window and to the palest tint.
        _frame(painter, face, QColor(colours.ink if self.isChecked() else colours.quiet), 1 + self.isChecked(), _ROUND)
        ink = ink_on(ground) if self._shade is not None and self.isChecked() else QColor(colours.ink)
        painter.setPen(ink if self.isEnabled() else mix(ink, ground, 0.5))
        if self._arrangement.columns == 1:
            self._paint_line(painter)
        else:
            self._paint_block(painter)
        painter.end()

    def _ground(self, colours: Colours) -> QColor:
        if self._shade is None:
            return QColor(colours.hover if self.isChecked() or self._is_hovered() else colours.base)
        full = band_colour(self._shade)
        thin = tint(self._shade, QColor(colours.base))
        if self.isChecked():
            return full
        return mix(QColor(colours.ink), thin, _HOVERED) if self._is_hovered() else thin

    def _is_hovered(self) -> bool:
        return self.underMouse() and self.isEnabled()

    def _paint_line(self, painter: QPainter) -> None:
        """Paint check mark, number and name in one line."""
        room = self.rect().adjusted(2 * UNIT, 0, 0, 0)
        self._paint_tick(painter, QPointF(UNIT, self.height() / 2))
        self._paint_number(painter, room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        name = self.rect().adjusted(BESIDE, 0, -2 * INSET, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.setFont(self.font())
        painter.drawText(name, flags | Qt.TextFlag.TextWrapAnywhere, self._name)

    def _paint_block(self, painter: QPainter) -> None:
        """Paint the number, with the check mark before it, and the name below."""
        height = self.fontMetrics().height()
        top = QRect(0, INSET, self.width(), height)
        if self.isChecked():
            top.translate(UNIT // 2 + 1, 0)
            across = self.fontMetrics().horizontalAdvance(str(self.number))
            self._paint_tick(painter, QPointF(top.center().x() - across / 2 - _TICK - 1, top.center().y()))
        self._paint_number(painter, top, Qt.AlignmentFlag.AlignCenter)
        painter.setFont(scaled_font(self.font(), self._arrangement.size))
        below = QRect(INSET, INSET + height, self.width() - 2 * INSET, self.height() - height - INSET)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(below, flags, self._name)

    def _paint_number(self, painter: QPainter, room: QRect, flags: Qt.AlignmentFlag) -> None:
        painter.setFont(bold_font(self.font()))
        painter.drawText(room, flags, str(self.number))

    def _paint_tick(self, painter: QPainter, middle: QPointF) -> None:
        if not self.isChecked():
            return
        colour = painter.pen().color()
        painter.setPen(QPen(colour, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        places = ((-0.42, 0.02), (-0.12, 0.32), (0.45, -0.34))
        painter.drawPolyline([middle + QPointF(x * _TICK, y * _TICK) for x, y in places])
        painter.setPen(colour)


def _frame(painter: QPainter, room: QRectF, colour: QColor, width: float, rounding: float) -> None:
    """Draw a frame inside a rectangle, half its width from the edge, so that it covers whole pixels."""
    away = width / 2
    painter.setPen(QPen(colour, width))
    painter.drawRoundedRect(room.adjusted(away, away, -away, -away), rounding, rounding)
    painter.setBrush(Qt.BrushStyle.NoBrush)
