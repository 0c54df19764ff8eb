"""What a scale may be: the check of each that enters a store, as `possible` has for other values."""

from collections.abc import Iterator
from dataclasses import replace

from riskdesk.domain.label import Label
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.scale import Assessment, Band, Level, Rule, Scale
from riskdesk.domain.text import shortened, tidy

MOST_LEVELS = 12
LARGEST_NUMBER = 2**31 - 1
# In characters; what a shipped scale has is a third of that.
LONGEST_NAME, LONGEST_DEFINITION = 100, 1000
_SHOWN = 60


def admitted_scale(scale: Scale) -> Scale:
    """A scale with its texts tidied; InputProblem if risks cannot be assessed by it, or a text is too long."""
    scale = replace(
        scale,
        name=_line(scale.name),
        profile=tidy(scale.profile, one_line=True),
        likelihood=tuple(map(_level, scale.likelihood)),
        impact=tuple(map(_level, scale.impact)),
        bands=tuple(replace(band, name=_line(band.name)) for band in scale.bands),
    )
    steps: tuple[tuple[Level, ...] | tuple[Band, ...], ...] = (scale.likelihood, scale.impact, scale.bands)
    name = Label(shortened(scale.name.en, _SHOWN), shortened(scale.name.fr, _SHOWN))
    if not all(0 < len(each) <= MOST_LEVELS for each in steps):
        raise InputProblem(_SIZES, scale=name, most=MOST_LEVELS)
    if not scale.name or not all(map(are_names, steps)):
        raise InputProblem(_NAMES, scale=name)
    for label, most in _labels(scale):
        if is_longer(label, most):
            words = shortened(max(label.en, label.fr, key=len), _SHOWN)
            raise InputProblem(_LONG, scale=name, words=words, most=most)
    _require_rule(scale)
    return scale


def are_names(steps: tuple[Level, ...] | tuple[Band, ...]) -> bool:
    """Whether each has a name that no other has in the same language."""
    for language in ("en", "fr"):
        names = [step.name.text(language).casefold() for step in steps]
        if not all(names) or len(set(names)) < len(names):
            return False
    return True


def scale_texts(scale: Scale | None) -> Iterator[str]:
    """All texts of a scale."""
    if scale is not None:
        for label, _ in _labels(scale):
            yield from (label.en, label.fr)


def is_longer(label: Label, most: int) -> bool:
    """Whether a label has more than so many characters in one of its languages."""
    return max(len(label.en), len(label.fr)) > most


def _labels(scale: Scale) -> Iterator[tuple[Label, int]]:
    """All texts of a scale, each with the most characters that it may have."""
    yield scale.name, LONGEST_NAME
    yield Label.same(scale.profile), LONGEST_NAME
    for level in (*scale.likelihood, *scale.impact):
        yield level.name, LONGEST_NAME
        yield level.definition, LONGEST_DEFINITION
    for band in scale.bands:
        yield band.name, LONGEST_NAME


def _level(level: Level) -> Level:
    definition = Label(*(tidy(text, one_line=False) for text in (level.definition.en, level.definition.fr)))
    return Level(_line(level.name), definition)


def _line(label: Label) -> Label:
    return Label(*(tidy(text, one_line=True) for text in (label.en, label.fr)))


def _require_rule(scale: Scale) -> None:
    """Raise InputProblem if the bands or the table do not fit the rule, or the tolerance is not one of the bands."""
    if scale.tolerance is not None and not 0 <= scale.tolerance < len(scale.bands):
        raise InputProblem(_TOLERANCE, scale=scale.name)
    if scale.rule is Rule.TABLE:
        rows = [len(row) for row in scale.table]
        cells = [cell for row in scale.table for cell in row]
        if rows != [len(scale.impact)] * len(scale.likelihood) or not all(
            0 <= cell < len(scale.bands) for cell in cells
        ):
            raise InputProblem(_TABLE, scale=scale.name)
        return
    ends = [band.upto for band in scale.bands]
    highest = scale.score(Assessment(len(scale.likelihood), len(scale.impact))) or 0
    if scale.table or ends != sorted(set(ends)) or ends[0] < 0 or not highest <= ends[-1] <= LARGEST_NUMBER:
        raise InputProblem(_BANDS, scale=scale.name, highest=highest)


_SIZES = QT_TRANSLATE_NOOP(
    "Problem",
    "The scale “{scale}” needs 1 to {most} levels of likelihood, 1 to {most} of impact and 1 to {most} bands;"
    " correct it and try again.",
)
_NAMES = QT_TRANSLATE_NOOP(
    "Problem", "In the scale “{scale}”, each level and each band needs a name of its own; correct it and try again."
)
_LONG = QT_TRANSLATE_NOOP(
    "Problem",
    "In the scale “{scale}”, the text “{words}” has more than {most} characters; shorten it and try again.",
)
_TABLE = QT_TRANSLATE_NOOP(
    "Problem", "In the scale “{scale}”, the table needs a band for each pair of levels; correct it and try again."
)
_BANDS = QT_TRANSLATE_NOOP(
    "Problem",
    "In the scale “{scale}”, the bands have to rise, the last one to the highest score, {highest}, and no table is"
    " needed; correct it and try again.",
)
_TOLERANCE = QT_TRANSLATE_NOOP(
    "Problem", "In the scale “{scale}”, the tolerance names a band that is not there; correct it and try again."
)
