"""The names of the levels beside and below the cells of a matrix."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter

from riskdesk.kit.colours import Colours, colours_of
from riskdesk.kit.fonts import scaled_font
from riskdesk.kit.shapes import plate
from riskdesk.kit.theme import UNIT
from riskdesk.ui.assess.cell import SMALL
from riskdesk.ui.assess.shown import ShownLevel, ShownScale

_SIZE = 0.85
_MOST_SHARE = 0.34
_MOST_LINES = 2
# Of a word that is longer, at least so many letters are shown.
_MOST_LETTERS = 16


class Heads:
    """The names of the levels beside and below a matrix: the space they need in a font, and how they are drawn.

    `line` is the height of a line in pixels; one such line is above all cells.
    """

    def __init__(self, scale: ShownScale, font: QFont) -> None:
        self._scale, self._font = scale, font
        self._small, self._smallest = scaled_font(font, _SIZE), scaled_font(font, SMALL)
        self._metrics = QFontMetrics(self._small)
        self.line = self._metrics.height() + 2

    def side(self, width: int) -> int:
        """Return the width of the names of likelihoods, at most a share of the given width."""
        texts = [self._scale.impact_label, *(level.label for level in self._scale.likelihood)]
        widest = max(map(self._metrics.horizontalAdvance, texts)) + 2 * UNIT + 2
        return min(widest, max(self.least_side, round(_MOST_SHARE * width)))

    @property
    def least_side(self) -> int:
        """The smallest width of the names of likelihoods at which none of their words is cut."""
        metrics = QFontMetrics(self._smallest)
        words = (word for level in self._scale.likelihood for word in level.label.split())
        widest = max(self._metrics.horizontalAdvance(self._scale.impact_label), *map(metrics.horizontalAdvance, words))
        return min(max(5 * UNIT, widest + UNIT + 2), _MOST_LETTERS * metrics.averageCharWidth())

    def foot(self, width: int) -> int:
        """Return the height of the impacts below cells of a width: their numbers, and their names if these fit."""
        return self.line + self._name_lines(width) * QFontMetrics(self._smallest).lineSpacing()

    def names_bands(self, width: int, height: int) -> bool:
        """Whether a cell has room for a score and for the name of any band."""
        metrics = QFontMetrics(self._smallest)
        widest = max((metrics.horizontalAdvance(band) for band in self._scale.bands), default=0)
        return widest <= width - UNIT and QFontMetrics(self._font).height() + metrics.height() <= height

    def paint(
        self, painter: QPainter, room: QRect, rows: Sequence[QRect], columns: Sequence[QRect], begun_level: int | None
    ) -> None:
        """Paint the names for cells with these rectangles, the lowest level first.

        `begun_level` is a likelihood that was typed while its impact is still to be typed.
        """
        side, below = columns[0].left(), rows[0].bottom() + 1
        painter.setFont(self._small)
        painter.setPen(QColor(self._colours().quiet))
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.drawText(QRect(0, 0, room.width(), self.line), left, self._scale.likelihood_label)
        corner = QRect(0, below, side - UNIT, self.line)
        painter.drawText(corner, right, self._scale.impact_label)
        for level, cell in zip(self._scale.likelihood, rows, strict=True):
            self._paint_row(
                painter, QRect(0, cell.y(), side, cell.height()), level, is_begun=begun_level == level.number
            )
        for level, cell in zip(self._scale.impact, columns, strict=True):
            self._paint_column(painter, QRect(QPoint(cell.x(), below), QPoint(cell.right(), room.bottom())), level)

    def _paint_row(self, painter: QPainter, room: QRect, level: ShownLevel, *, is_begun: bool) -> None:
        colours = self._colours()
        if is_begun:
            plate(painter, room.adjusted(0, 2, -2, -2).toRectF(), colours.accent, None, radius=UNIT / 2)
        painter.setPen(QColor(colours.on_accent if is_begun else colours.ink))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        inner = room.adjusted(0, 0, -UNIT, 0)
        # A text exactly as wide as its space may be cut by a fraction of a pixel.
        if self._metrics.horizontalAdvance(level.label) >= inner.width() - UNIT and self._has_room(level, inner):
            painter.setFont(self._smallest)
            painter.drawText(inner, right | Qt.TextFlag.TextWordWrap, level.label)
            painter.setFont(self._small)
            return
        text = self._metrics.elidedText(level.label, Qt.TextElideMode.ElideRight, inner.width() - UNIT)
        painter.drawText(inner, right, text)

    def _has_room(self, level: ShownLevel, room: QRect) -> bool:
        """Whether the number and name of a level fit if they are wrapped between words."""
        metrics = QFontMetrics(self._smallest)
        high = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, level.label).height()
        return high <= room.height() and max(map(metrics.horizontalAdvance, level.label.split())) <= room.width()

    def _paint_column(self, painter: QPainter, room: QRect, level: ShownLevel) -> None:
        painter.setFont(self._small)
        painter.setPen(QColor(self._colours().ink))
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(QRect(room.x(), room.y(), room.width(), self.line), middle, str(level.number))
        if self._name_lines(room.width()) and room.height() > self.line:
            painter.setFont(self._smallest)
            painter.drawText(room.adjusted(1, self.line - 2, -1, 0), middle | Qt.TextFlag.TextWordWrap, level.name)

    def _name_lines(self, width: int) -> int:
        """How many lines the names of impacts take below cells of a width; 0 if they do not fit."""
        metrics, room = QFontMetrics(self._smallest), QRect(0, 0, width - 2, 0)
        names = [level.name for level in self._scale.impact]
        if any(metrics.horizontalAdvance(word) > room.width() for name in names for word in name.split()):
            return 0
        heights = (metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, name).height() for name in names if name)
        lines = max((round(height / metrics.lineSpacing()) for height in heights), default=0)
        return lines if lines <= _MOST_LINES else 0

    def _colours(self) -> Colours:
        return colours_of(QGuiApplication.palette())
