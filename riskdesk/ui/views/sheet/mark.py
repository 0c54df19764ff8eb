"""The small mark of a risk: both halves, the score and the band's name, in the band's colour; how it ended, if so."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from riskdesk.domain.language import Words, words
from riskdesk.domain.scale import Assessment
from riskdesk.domain.values import Register, Risk, RiskStatus
from riskdesk.ui.scale.bands import band_colour, ink_on
from riskdesk.ui.views.sheet.style import Style


@dataclass(frozen=True)
class Mark:
    """What the mark says; `severity` is None if a half is not assessed, so that there is no band."""

    text: str
    severity: float | None


def mark(risk: Risk, register: Register) -> Mark | None:
    """The mark of a risk: how it ended, or its assessment; None if neither half is assessed."""
    assessment, scale = risk.assessment, register.scale
    if risk.ended:
        return Mark(words(register.language).end(risk), None)
    if assessment.likelihood is None and assessment.impact is None:
        return None
    told = words(register.language).assessment(assessment.likelihood, assessment.impact)
    band, score = scale.band_index(assessment), scale.score(assessment)
    if band is None:
        return Mark(told, None)
    named = scale.bands[band].name if score is None else f"{score} {scale.bands[band].name}"
    return Mark(f"{told} · {named}", scale.severity(band))


def spoken(risk: Risk, register: Register) -> list[str]:
    """How a risk ended and its assessment as a screen reader says it, a part at a time."""
    told, assessment, scale = words(register.language), risk.assessment, register.scale
    end = [told.end(risk)] if risk.ended else []
    if assessment == Assessment():
        return end or [told.not_assessed]
    band = scale.band(assessment)
    return end + [_half(told, name, level) for name, level in _halves(told, assessment)] + ([band.name] if band else [])


class MarkPainter:
    """Draws the marks of one register in one style."""

    def __init__(self, register: Register, style: Style) -> None:
        self._register, self._style = register, style
        self._metrics = QFontMetricsF(style.mark)
        self.width = lru_cache(maxsize=512)(self._width)

    def measure(self, risk: Risk) -> int:
        """How wide the mark of a risk is; 0 where it has none."""
        if not (risk.likelihood or risk.impact or risk.ended):
            return 0
        return self.width(risk.likelihood, risk.impact, risk.status if risk.ended else None)

    def paint(self, painter: QPainter, room: QRectF, risk: Risk, ink: QColor) -> None:
        """Draw the mark of a risk in its room; `ink` is that of its text, for a mark without a band."""
        told = mark(risk, self._register)
        if told is None:
            return
        colours = self._style.colours
        height = min(room.height() - 2, self._metrics.height() + 2)
        chip = QRectF(room.left(), room.center().y() - height / 2, room.width(), height)
        ground = None if told.severity is None else band_colour(told.severity)
        painter.setPen(QPen(colours.rule) if ground is None else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if ground is None else ground)
        painter.drawRoundedRect(chip.translated(QPointF(0.5, 0.5)).adjusted(0, 0, -1, -1), height / 2, height / 2)
        painter.setPen(ink if ground is None else ink_on(ground))
        painter.setFont(self._style.mark)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, told.text)

    def _width(self, likelihood: int | None, impact: int | None, end: RiskStatus | None) -> int:
        told = mark(Risk(id="", entry="", likelihood=likelihood, impact=impact, status=end), self._register)
        assert told is not None, "measured only where there is a mark"
        return round(self._metrics.horizontalAdvance(told.text) + self._metrics.height())


def _halves(told: Words, assessment: Assessment) -> list[tuple[str, int | None]]:
    return [(told.likelihood, assessment.likelihood), (told.impact, assessment.impact)]


def _half(told: Words, name: str, level: int | None) -> str:
    return f"{name} {told.not_assessed}" if level is None else f"{name} {level}"
