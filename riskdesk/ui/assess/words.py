"""The words for assessments, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from riskdesk.domain.assessing import Pair
from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.scale import Assessment
from riskdesk.domain.telling import risk_name
from riskdesk.domain.text import short
from riskdesk.domain.values import Risk
from riskdesk.ui.assess.shown import ShownScale

PAIRS = {
    Pair.INHERENT: QT_TRANSLATE_NOOP("Assessing", "Inherent"),
    Pair.RESIDUAL: QT_TRANSLATE_NOOP("Assessing", "Residual"),
}


def translated(text: str) -> str:
    """A text of this package in the language of the window."""
    return QCoreApplication.translate("Assessing", text)


def assessment_parts(assessment: Assessment, scale: ShownScale) -> list[str]:
    """The parts of an assessment in words: both levels, score and band if any, and whether it is above tolerance."""
    parts = []
    labels = (scale.likelihood_label, scale.impact_label)
    for label, level in zip(labels, scale.levels_of(assessment), strict=True):
        text = QT_TRANSLATE_NOOP("Assessing", "{half} {level}")
        none = QT_TRANSLATE_NOOP("Assessing", "{half} not assessed")
        half = label[:1].lower() + label[1:]
        template = translated(text if level else none)
        parts.append(template.format(half=half, level=level.label) if level else template.format(half=half))
    score = scale.scale.score(assessment)
    if score is not None:
        parts.append(translated(QT_TRANSLATE_NOOP("Assessing", "score {score}")).format(score=score))
    band = scale.band(assessment)
    if band:
        parts.append(band)
    return [*parts, above] if (above := tolerance_text(assessment, scale)) else parts


def tolerance_text(assessment: Assessment, scale: ShownScale) -> str:
    """The words for an assessment above the tolerance of the scale; empty if it is not, or there is no tolerance."""
    is_above = scale.scale.is_tolerated(assessment) is False
    return translated(QT_TRANSLATE_NOOP("Assessing", "above tolerance")) if is_above else ""


def shown_name(risk: Risk) -> str:
    """The reference of a risk, else the beginning of its title or text; a dash if it has neither."""
    return risk_name(risk) or "–"


def outcome_sentence(name: str, assessment: Assessment, scale: ShownScale, following: Risk | None) -> str:
    """What screen readers announce when a risk was assessed: the outcome, and which risk follows."""
    outcome = ", ".join(assessment_parts(assessment, scale))
    if following is None:
        return translated(QT_TRANSLATE_NOOP("Assessing", "{risk}: {assessment}")).format(risk=name, assessment=outcome)
    text = translated(QT_TRANSLATE_NOOP("Assessing", "{risk}: {assessment}; next {following}"))
    after = f"{shown_name(following)} {short(following.description)}".strip()
    return text.format(risk=name, assessment=outcome, following=after)
