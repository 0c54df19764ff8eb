"""The score of a risk over time as a small line chart, and in words for screen readers."""

import datetime
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeAlias

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from riskdesk.desk.history import ScorePoint
from riskdesk.domain.scale import Assessment, Shade
from riskdesk.kit.colours import colours_of
from riskdesk.kit.fonts import scaled_font
from riskdesk.kit.plain import as_tip
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.history.telling import day_text
from riskdesk.ui.scale.bands import band_colour

AssessmentOf: TypeAlias = Callable[[ScorePoint], Assessment]
_HEIGHT = 9 * UNIT
_DOT, _LINE = 4.5, 2.0


class ScoreLine(QWidget):
    """A small chart of the severity of a risk over time: before mitigation as a solid line, after it dashed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._points: Sequence[ScorePoint] = ()
        self._end = datetime.datetime.now(datetime.UTC)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Score over time"))
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(20 * UNIT, _HEIGHT)

    def show_points(self, points: Sequence[ScorePoint]) -> None:
        """Show the assessments of a risk, the oldest first; hide the chart if it was never assessed."""
        self._points, self._end = points, datetime.datetime.now(datetime.UTC)
        self.setVisible(any(_place(point, assessment_of) is not None for point in points for assessment_of in _WAYS))
        self.setAccessibleDescription(self.words())
        self.update()

    def words(self) -> str:
        """Both lines in words, the oldest assessment first."""
        before, after = (self._scores_text(assessment_of) for assessment_of in _WAYS)
        parts = [self.tr("Before the mitigations: {scores}").format(scores=before)] if before else []
        parts += [self.tr("Residual: {scores}").format(scores=after)] if after else []
        return "\n".join(parts)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), as_tip(self.words()), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), colours_of(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(2 * UNIT, UNIT, -2 * UNIT, -2.5 * UNIT)
        painter.setPen(QPen(QColor(colours.rule), 1))
        for share in (0, 0.5, 1):
            y = room.bottom() - share * room.height()
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        for assessment_of, style in zip(_WAYS, (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine), strict=True):
            self._draw(painter, room, assessment_of, QPen(QColor(colours.ink), _LINE, style))
        self._write(painter, room, QColor(colours.quiet))
        painter.end()

    def _draw(self, painter: QPainter, room: QRectF, assessment_of: AssessmentOf, pen: QPen) -> None:
        """Draw a stepped line, with a dot in the colour of its band wherever it changes."""
        places = self._places(room, assessment_of)
        painter.setPen(pen)
        for (x, y, _), (next_x, next_y, _) in zip(places, [*places[1:], (room.right(), None, None)], strict=True):
            if y is None:
                continue
            painter.drawLine(QPointF(x, y), QPointF(next_x, y))
            if next_y is not None:
                painter.drawLine(QPointF(next_x, y), QPointF(next_x, next_y))
        painter.setPen(QPen(pen.color(), 1))
        for x, y, shade in places:
            if y is not None and shade is not None:
                painter.setBrush(band_colour(shade))
                painter.drawEllipse(QPointF(x, y), _DOT, _DOT)

    def _places(self, room: QRectF, assessment_of: AssessmentOf) -> list[tuple[float, float | None, Shade | None]]:
        """The points at which a line changes: x, y (None while not assessed), and the shade of the band."""
        places = []
        for point in _changes(self._points, assessment_of):
            height = _height(point, assessment_of)
            y = None if height is None else room.bottom() - height * room.height()
            place = _place(point, assessment_of)
            places.append((self._x(point.at, room), y, None if place is None else point.scale.shade(place)))
        return places

    def _x(self, at: datetime.datetime, room: QRectF) -> float:
        first = self._points[0].at
        whole = (self._end - first).total_seconds()
        share = (at - first).total_seconds() / whole if whole > 0 else 0
        return room.left() + max(0.0, min(1.0, share)) * room.width()

    def _write(self, painter: QPainter, room: QRectF, ink: QColor) -> None:
        """Draw the dates at both ends."""
        painter.setPen(ink)
        painter.setFont(scaled_font(self.font(), 0.85))
        below = QRectF(room.left(), room.bottom() + UNIT / 2, room.width(), 2 * UNIT)
        aligned = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(below, aligned | Qt.AlignmentFlag.AlignLeft, day_text(self._points[0].at))
        painter.drawText(below, aligned | Qt.AlignmentFlag.AlignRight, self.tr("today"))
        if self._scores_text(_WAYS[1]):
            painter.drawText(below, aligned | Qt.AlignmentFlag.AlignHCenter, self.tr("╌╌ residual"))

    def _scores_text(self, assessment_of: AssessmentOf) -> str:
        parts: list[str] = []
        for point in _changes(self._points, assessment_of):
            text = point.scale.outcome(assessment_of(point), ui_language())
            if parts or text:
                score = text or self.tr("not assessed")
                parts.append(self.tr("{score} since {date}").format(score=score, date=day_text(point.at)))
        return ", ".join(parts)


def _changes(points: Sequence[ScorePoint], assessment_of: AssessmentOf) -> list[ScorePoint]:
    """The first of each run of equal assessments."""
    return [next(run) for _, run in groupby(points, key=lambda point: (assessment_of(point), point.scale))]


def _place(point: ScorePoint, assessment_of: AssessmentOf) -> int | None:
    return point.scale.band_index(assessment_of(point))


def _height(point: ScorePoint, assessment_of: AssessmentOf) -> float | None:
    """The height of an assessment from 0 to 1: of its score within the scale or, without scores, of its band."""
    place, score = _place(point, assessment_of), point.scale.score(assessment_of(point))
    if place is None or score is None:
        return None if place is None else place / max(1, len(point.scale.bands) - 1)
    scores = [value for cell in point.scale.cells if (value := point.scale.score(cell)) is not None]
    return (score - min(scores)) / max(1, max(scores) - min(scores))


_WAYS: tuple[AssessmentOf, AssessmentOf] = (lambda point: point.inherent, lambda point: point.residual)
