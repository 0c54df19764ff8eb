"""A scale as it is shown: in the words of the window and in colours."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from riskdesk.domain.language import words
from riskdesk.domain.scale import Assessment, Level, Scale, Shade
from riskdesk.domain.values import Language


@dataclass(frozen=True)
class ShownLevel:
    """A level with its number."""

    number: int
    name: str
    definition: str

    @property
    def label(self) -> str:
        """The number of the level and its name."""
        return f"{self.number} {self.name}".rstrip()


@dataclass(frozen=True)
class ShownScale:
    """A scale in words and colours for the axes and cells of a matrix; levels and bands count from the lowest."""

    scale: Scale
    likelihood_label: str
    impact_label: str
    likelihood: tuple[ShownLevel, ...]
    impact: tuple[ShownLevel, ...]
    bands: tuple[str, ...]

    def shade(self, assessment: Assessment) -> Shade | None:
        """What its band is painted in; None without one."""
        place = self.scale.band_index(assessment)
        return None if place is None else self.scale.shade(place)

    def band(self, assessment: Assessment) -> str:
        """What its band is called; empty without one."""
        place = self.scale.band_index(assessment)
        return "" if place is None else self.bands[place]

    def levels_of(self, assessment: Assessment) -> tuple[ShownLevel | None, ShownLevel | None]:
        """The level of each half."""
        return _level(self.likelihood, assessment.likelihood), _level(self.impact, assessment.impact)


@lru_cache(maxsize=8)
def shown_scale(scale: Scale, language: Language) -> ShownScale:
    """A scale in the words of a language."""
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
        ShownLevel(number, level.name.text(language), level.definition.text(language))
        for number, level in enumerate(levels, 1)
    )


def _level(levels: Iterable[ShownLevel], number: int | None) -> ShownLevel | None:
    return next((level for level in levels if level.number == number), None)
