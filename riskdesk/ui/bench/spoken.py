"""Assessments in words for screen readers, in the language of the window."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from riskdesk.domain.assessing import Pair
from riskdesk.domain.fields import FIELDS
from riskdesk.domain.scale import Assessment, Scale
from riskdesk.domain.values import Risk
from riskdesk.ui.bench.language import ui_language, ui_text, ui_words

_TELLS_SCORES = "tells scores"


def tells_scores(widget: QWidget) -> None:
    """Mark a widget that announces by itself what comes of an assessment made there."""
    widget.setProperty(_TELLS_SCORES, True)


def are_scores_told() -> bool:
    """Whether what has the focus announces what comes of an assessment."""
    widget = QApplication.focusWidget()
    while widget is not None and not widget.property(_TELLS_SCORES):
        widget = widget.parentWidget()
    return widget is not None


def assessment_texts(risk: Risk, scale: Scale) -> list[str]:
    """How a risk ended, and its assessments before and after mitigation, as a list of texts."""
    parts = [ui_words().end(risk)] if risk.ended else []
    if not risk.ended and risk.assessment == Assessment():
        parts.append(QCoreApplication.translate("Spoken", "not assessed"))
    for pair in Pair:
        if pair.of(risk) != Assessment():
            parts += [_half(name, getattr(risk, name)) for name in pair.halves] + _outcome(pair.of(risk), scale)
    return parts


def outcome_texts(risk: Risk, changed: set[str], scale: Scale) -> list[str]:
    """The score and band of each assessment of a risk to which any of the changed fields belongs."""
    return [part for pair in Pair if changed.intersection(pair.halves) for part in _outcome(pair.of(risk), scale)]


def _outcome(assessment: Assessment, scale: Scale) -> list[str]:
    """The score and the band of an assessment, if it has them."""
    band, score = scale.band(assessment), scale.score(assessment)
    parts = [] if score is None else [QCoreApplication.translate("Spoken", "score {score}").format(score=score)]
    return parts + ([ui_text(band.name)] if band else [])


def _half(name: str, level: int | None) -> str:
    label = FIELDS["risk"][name].label.text(ui_language())
    if level is None:
        return QCoreApplication.translate("Spoken", "{half} not assessed").format(half=label)
    return QCoreApplication.translate("Spoken", "{half} {level}").format(half=label, level=level)
