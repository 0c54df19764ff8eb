"""A scale for display: in the language of the window and with colours."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from riskdesk.domain.language import words
from riskdesk.domain.scale import Assessment, Level, Scale, Shade
from riskdesk.domain.values import Language


@dataclass(frozen=True)
class ShownLevel:
    """A level: its number, its name, both together, and its definition."""

    number: int
    name: str
    label: str
    definition: str


@dataclass(frozen=True)
class ShownScale:
    """The words and colours of a scale for the axes and cells of a matrix; levels and bands are in ascending order."""

    scale: Scale
    likelihood_label: str
    impact_label: str
    likelihood: tuple[ShownLevel, ...]
    impact: tuple[ShownLevel, ...]
    bands: tuple[str, ...]

    def shade(self, assessment: Assessment) -> Shade | None:
        """The shade of the band of an assessment; None without a band."""
        place = self.scale.band_index(assessment)
        return None if place is None else self.scale.shade(place)

    def band(self, assessment: Assessment) -> str:
        """The name of the band of an assessment; empty without a band."""
        place = self.scale.band_index(assessment)
        return "" if place is None else self.bands[place]

    def levels_of(self, assessment: Assessment) -> tuple[ShownLevel | None, ShownLevel | None]:
        """The levels of likelihood and impact; None for a half that is not assessed."""
        return _level(self.likelihood, assessment.likelihood), _level(self.impact, assessment.impact)


@lru_cache(maxsize=8)
def shown_scale(scale: Scale, language: Language) -> ShownScale:
    """Return a scale with the words of a language."""
    terms = words(language)
    return ShownScale(
        scale,
        terms.likelihood,
        terms.impact,
        _shown_levels(scale.likelihood, language),
        _shown_levels(scale.impact, language),
        tuple(band.name.text(language) for band in scale.bands),
    )


def _shown_levels(levels: Iterable[Level], language: Language) -> tuple[ShownLevel, ...]:
    return tuple(
        ShownLevel(number, level.name.text(language), level.numbered(number, language), level.definition.text(language))
        for number, level in enumerate(levels, 1)
    )


def _level(levels: Iterable[ShownLevel], number: int | None) -> ShownLevel | None:
    return next((level for level in levels if level.number == number), None)
