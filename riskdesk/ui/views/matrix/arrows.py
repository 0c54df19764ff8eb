"""Drawing the arrows of a matrix, from where risks stand before mitigation to where they stand after it."""

import math
from collections.abc import Collection

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from riskdesk.kit.colours import Colours
from riskdesk.kit.shapes import smooth
from riskdesk.ui.views.matrix.arranging import Box
from riskdesk.ui.views.matrix.picture import Arrow, Picture

_HEAD, _SPREAD = 8.0, math.radians(26)
_THIN, _THICK, _HALO = 1.4, 2.6, 3.0


class ArrowPainter:
    """A painter of the arrows in a matrix, which draws them in two turns, below the chips and above them."""

    def __init__(
        self, painter: QPainter, picture: Picture, colours: Colours, selected: Collection[str], hovered: str
    ) -> None:
        self._painter, self._colours = painter, colours
        chosen_risks = {*selected, hovered}
        self._chosen: list[Arrow] = []
        self._others: list[Arrow] = []
        for arrow in picture.arrows:
            (self._others if chosen_risks.isdisjoint(arrow.risks) else self._chosen).append(arrow)

    def paint_others(self) -> None:
        """Draw the arrows of risks that are neither selected nor pointed at, below the chips."""
        with smooth(self._painter):
            for arrow in self._others:
                self._arrow(arrow, QColor(self._colours.quiet), _THIN)

    def paint_chosen(self) -> None:
        """Draw the arrows of selected risks or one pointed at, over everything else."""
        with smooth(self._painter):
            for arrow in self._chosen:
                self._arrow(arrow, QColor(self._colours.base), _THICK + _HALO)
                self._arrow(arrow, QColor(self._colours.focus), _THICK)

    def _arrow(self, arrow: Arrow, colour: QColor, width: float) -> None:
        line = between(arrow.start, arrow.end)
        if line.length() < 1:
            return
        self._painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        self._painter.drawLine(line)
        self._painter.setBrush(colour)
        self._painter.drawPolygon(_head(line))


def between(start: Box, end: Box) -> QLineF:
    """A line from the edge of a box to the edge of another one."""
    whole = QLineF(QPointF(*start.middle), QPointF(*end.middle))
    return QLineF(_edge(start, whole.dx(), whole.dy()), _edge(end, -whole.dx(), -whole.dy()))


def _edge(box: Box, dx: float, dy: float) -> QPointF:
    """The point where a line from the middle of a box leaves it."""
    reach = max(abs(dx) / (box.width / 2 or 1), abs(dy) / (box.height / 2 or 1), 1e-9)
    x, y = box.middle
    return QPointF(x + dx / reach, y + dy / reach)


def _head(line: QLineF) -> QPolygonF:
    way = math.atan2(line.dy(), line.dx())
    tip = line.p2()
    sides = (QPointF(math.cos(way + turn), math.sin(way + turn)) * _HEAD for turn in (_SPREAD, -_SPREAD))
    return QPolygonF([tip, *(tip - side for side in sides)])
