"""The small mark of a risk: both levels, the score and the band's name, in the band's colour; or how it ended."""

from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from riskdesk.domain.language import words
from riskdesk.domain.scale import Assessment, Scale, Shade
from riskdesk.domain.values import ENDED_STATES, Language, Register, Risk
from riskdesk.kit.shapes import smooth
from riskdesk.ui.scale.bands import band_colour, ink_on
from riskdesk.ui.views.sheet.layout.style import SheetStyle

_ENDED = "×"
# The share of its width that the table may lose, so that marks are longer.
_GIVEN = 0.03


class Form(IntEnum):
    """The forms of a mark: both halves, score and band; the same without the band; or the score alone."""

    LONG = 0
    SHORT = 1
    SHORTEST = 2


class Mark(NamedTuple):
    """The small mark beside a risk; `shade` is None if a half is not assessed, so that there is no band."""

    text: str
    shade: Shade | None


def mark(risk: Risk, register: Register, form: Form = Form.LONG) -> Mark | None:
    """The mark of a risk: how it ended, or its assessment; None if neither half is assessed."""
    assessment, scale, terms = risk.assessment, register.scale, words(register.language)
    if risk.ended:
        return Mark(_ENDED if form is Form.SHORTEST else terms.end(risk), None)
    if assessment == Assessment():
        return None
    band, score = scale.band_index(assessment), scale.score(assessment)
    halves = terms.assessment(assessment.likelihood, assessment.impact)
    if form is Form.SHORTEST:
        text = f"{assessment.likelihood or '–'}·{assessment.impact or '–'}" if score is None else str(score)
    else:
        name = scale.bands[band].name.text(register.language) if band is not None and form is Form.LONG else ""
        result = " ".join(part for part in ("" if score is None else str(score), name) if part)
        text = f"{halves} · {result}" if result else halves
    return Mark(text, None if band is None else scale.shade(band))


class MarkPainter:
    """A painter of the marks of one register in one style.

    `widths` has the width of the widest mark in each form.
    """

    def __init__(self, register: Register, style: SheetStyle) -> None:
        self._register, self._style = register, style
        self._metrics = QFontMetricsF(style.mark)
        self.widths = _widest(register.scale, register.language, style.mark.toString())

    def margin(self, room: int, least: int) -> tuple[Form, int]:
        """The longest form that leaves the table its width in a room with margins, and the margin that marks need."""
        for form, width in zip(Form, self.widths, strict=True):
            margin = max(least, width + 2 * self.gap(form))
            if room - margin - least >= (1 - _GIVEN) * self._style.table_width:
                break
        return form, margin

    def gap(self, form: Form) -> int:
        """The distance of marks from the table, and from the edge of the paper."""
        return 3 if form is Form.SHORTEST else 2 * self._style.gap

    def width(self, risk: Risk, form: Form) -> int:
        """The width of a risk's mark; 0 if it has none."""
        risk_mark = mark(risk, self._register, form)
        return 0 if risk_mark is None else _width(risk_mark.text, self._metrics)

    def hint_width(self, form: Form) -> int:
        """The width of the hint that a risk can be assessed."""
        return min(_width(_hint(form), self._metrics), self.widths[form])

    def paint_hint(self, painter: QPainter, room: QRectF, form: Form) -> None:
        """Draw the hint that a risk can be assessed, in place of its mark."""
        colours = self._style.colours
        edge = QPen(colours.accent, 1, Qt.PenStyle.DashLine)
        self._paint_chip(painter, room, _hint(form), colours.accent, colours.paper, edge)

    def paint(self, painter: QPainter, room: QRectF, risk: Risk, form: Form, ink: QColor) -> None:
        """Draw the mark of a risk in its room; `ink` is the colour of its text, for a mark without a band."""
        risk_mark = mark(risk, self._register, form)
        if risk_mark is None:
            return
        if risk_mark.shade is None:
            self._paint_chip(painter, room, risk_mark.text, ink, None, QPen(self._style.colours.rule))
        else:
            ground = band_colour(risk_mark.shade)
            self._paint_chip(painter, room, risk_mark.text, ink_on(ground), ground, QPen(Qt.PenStyle.NoPen))

    def _paint_chip(
        self, painter: QPainter, room: QRectF, text: str, ink: QColor, ground: QColor | None, edge: QPen
    ) -> None:
        """Draw a text in a rounded rectangle in the middle of a room."""
        height = min(room.height() - 2, self._metrics.height() + 2)
        chip = QRectF(room.left(), room.center().y() - height / 2, room.width(), height)
        with smooth(painter):
            painter.setPen(edge)
            painter.setBrush(Qt.BrushStyle.NoBrush if ground is None else ground)
            painter.drawRoundedRect(chip.translated(0.5, 0.5).adjusted(0, 0, -1, -1), height / 2, height / 2)
        painter.setPen(ink)
        painter.setFont(self._style.mark)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)


def _hint(form: Form) -> str:
    """The text of the hint, in the language of the window."""
    return "+" if form is Form.SHORTEST else QCoreApplication.translate("Sheet", "Assess")


@lru_cache(maxsize=32)
def _widest(scale: Scale, language: Language, font: str) -> tuple[int, ...]:
    """The width, in each form, of the widest mark that a risk of a register can have."""
    mark_font = QFont()
    mark_font.fromString(font)
    metrics, risks = QFontMetricsF(mark_font), [*_risks(scale)]
    register = Register(id="", language=language, scale=scale)
    marks = ([mark(risk, register, form) for risk in risks] for form in Form)
    return tuple(max(_width(text, metrics) for text in {one.text for one in each if one}) for each in marks)


def _risks(scale: Scale) -> Iterator[Risk]:
    """Risks with every mark that is possible in a scale."""
    for likelihood in (None, *range(1, len(scale.likelihood) + 1)):
        for impact in (None, *range(1, len(scale.impact) + 1)):
            yield Risk(id="", entry="", likelihood=likelihood, impact=impact)
    for end in ENDED_STATES:
        yield Risk(id="", entry="", status=end)


def _width(text: str, metrics: QFontMetricsF) -> int:
    return round(metrics.horizontalAdvance(text) + metrics.height() * 0.8)
