"""A pair of levels as a cell of a matrix: a radio button in the colour of its band."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from riskdesk.domain.scale import Assessment, Shade
from riskdesk.kit.choice_group import GroupButton
from riskdesk.kit.colours import colours_of
from riskdesk.kit.fonts import bold_font, scaled_font
from riskdesk.kit.shapes import line, plate, ring
from riskdesk.ui.assess.shown import ShownScale
from riskdesk.ui.assess.words import assessment_parts
from riskdesk.ui.scale.bands import band_colour, ink_on, mix, tint

# The space around the face of the cell, where the focus frame is drawn, and the radius of its corners.
_AROUND, _ROUND = 2, 4
_HOVERED = 0.08
# The size of the band's name below the score, relative to the font of the window.
SMALL = 0.79
_TICK = ((0.08, 0.52), (0.38, 0.82), (0.95, 0.16))


class CellButton(GroupButton):
    """A button for one pair of levels in a matrix, with its score and, where there is room, the name of its band.

    The chosen cell has a check mark. `pressed_with` is emitted on a click and carries whether Shift was held.
    """

    pressed_with = Signal(bool)

    def __init__(self, assessment: Assessment, scale: ShownScale, parent: QWidget) -> None:
        super().__init__(parent)
        self.assessment = assessment
        score = scale.scale.score(assessment)
        self._score, self._band = "" if score is None else str(score), scale.band(assessment)
        shade = scale.shade(assessment)
        self._shade: Shade = 0.0 if shade is None else shade
        self._names_band, self._is_down = True, False
        self._number = str((scale.scale.band_index(assessment) or 0) + 1)
        name = ", ".join(assessment_parts(assessment, scale))
        self.setAccessibleName(name[:1].upper() + name[1:])

    def name_band(self, *, named: bool) -> None:
        """Show the name of the band, or only the score; if there is no score, the number of the band."""
        self._names_band = named
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_down = event.button() == Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_down, self._is_down = self._is_down, False
        if was_down and self.rect().contains(event.position().toPoint()):
            self.pressed_with.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ignore the second click of a double-click: it would assess the next risk before the user has read it."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = colours_of(self.palette()), QPainter(self)
        room = QRectF(self.rect())
        ground = self._ground()
        face = room.adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)
        plate(painter, face, ground.name(), colours.ink if self.isChecked() else colours.edge, radius=_ROUND)
        if self.isChecked():
            ring(painter, face, colours.ink, radius=_ROUND)
        if self.hasFocus():
            ring(painter, room, colours.focus, radius=_ROUND + _AROUND)
        painter.setPen(ink_on(ground) if self.isChecked() else QColor(colours.ink))
        self._paint_words(painter)
        painter.end()

    def _ground(self) -> QColor:
        if self.isChecked():
            return band_colour(self._shade)
        colours = colours_of(self.palette())
        thin = tint(self._shade, QColor(colours.base))
        return mix(QColor(colours.ink), thin, _HOVERED) if self.underMouse() and self.isEnabled() else thin

    def _paint_words(self, painter: QPainter) -> None:
        """Paint the score, with the check mark before it, above the name of the band; either alone is centred."""
        below = self._band if self._names_band else ""
        above = self._score or ("" if below else self._number)
        metrics, small = self.fontMetrics(), scaled_font(self.font(), SMALL)
        middle = Qt.AlignmentFlag.AlignCenter
        if above and below:
            top = QRect(0, self.height() // 2 - metrics.height() + 1, self.width(), metrics.height())
            under = QRect(0, self.height() // 2, self.width(), self.height() // 2 - _AROUND)
            painter.setFont(small)
            painter.drawText(under, middle, below)
        else:
            top = self.rect()
        text = above or below
        fits = above and metrics.horizontalAdvance(text) <= self.width() - 10
        painter.setFont(bold_font(self.font() if fits else small))
        if not self.isChecked():
            painter.drawText(top, middle, text)
            return
        # If there is no room for both side by side, the check mark replaces the score.
        across = painter.fontMetrics().horizontalAdvance(text)
        size = min(8, metrics.height() // 2)
        if across + size + 14 > self.width():
            self._paint_tick(painter, QPointF(top.center()), size)
            return
        painter.drawText(top.translated(size // 2 + 1, 0), middle, text)
        self._paint_tick(painter, QPointF(top.center().x() - across / 2 - size / 2, top.center().y()), size)

    def _paint_tick(self, painter: QPainter, middle: QPointF, size: float) -> None:
        room = QRectF(0, 0, size, size)
        room.moveCenter(middle)
        line(painter, room, _TICK, painter.pen().color().name(), width=1.8)
