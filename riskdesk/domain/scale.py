"""How a register assesses its risks: levels, the rule that makes a score, and the bands it falls into."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import product
from typing import NamedTuple, TypeAlias

from riskdesk.domain.label import Label

_NOTHING = Label.same("")


class Assessment(NamedTuple):
    """A likelihood and an impact, each a level from 1 up, or None if not assessed."""

    likelihood: int | None = None
    impact: int | None = None

    @property
    def complete(self) -> bool:
        return self.likelihood is not None and self.impact is not None


@dataclass(frozen=True)
class Level:
    """A step of likelihood or impact, with its definition in words."""

    name: Label
    definition: Label = _NOTHING

    def numbered(self, number: int, language: str) -> str:
        """The name of the level after its number, such as "4 Likely"; the number alone while it has no other name."""
        name = self.name.text(language)
        return f"{number} {name}" if name not in ("", str(number)) else str(number)


class BandColour(StrEnum):
    """The colours that a band can have, whatever its place; resources/style/print.json says what each looks like."""

    GREEN = "green"
    BLUE = "blue"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"
    PURPLE = "purple"
    GREY = "grey"


# What determines the colour of a band: the one chosen for it, else how severe it is, from 0 to 1.
Shade: TypeAlias = BandColour | float


@dataclass(frozen=True)
class Band:
    """A range of scores that are treated alike; `upto` is its highest score (unused where the rule is a table).

    Without a `colour` of its own it has one by its place.
    """

    name: Label
    upto: int = 0
    colour: BandColour | None = None


class Rule(StrEnum):
    """The rules by which a likelihood and an impact make a score."""

    PRODUCT = "product"
    SUM = "sum"
    TABLE = "table"


@dataclass(frozen=True)
class Scale:
    """The levels, rule and bands in force in a register.

    `table[likelihood - 1][impact - 1]` is the index of the cell's band where the rule is a table.
    `profile` names the shipped scale this one was taken from and is empty for a user's own. `tolerance` is the place of
    the highest band that is tolerated, None if the scale does not say.
    """

    name: Label
    likelihood: tuple[Level, ...]
    impact: tuple[Level, ...]
    rule: Rule
    bands: tuple[Band, ...]
    table: tuple[tuple[int, ...], ...] = ()
    profile: str = ""
    tolerance: int | None = None

    def score(self, assessment: Assessment) -> int | None:
        """The score, or None if a half is not assessed or the rule is a table, which has no numbers."""
        likelihood, impact = assessment.likelihood, assessment.impact
        if likelihood is None or impact is None or self.rule is Rule.TABLE:
            return None
        return likelihood * impact if self.rule is Rule.PRODUCT else likelihood + impact

    def band_index(self, assessment: Assessment) -> int | None:
        """The place of the band among `bands`, lowest first; None if not assessed or outside the scale."""
        return self._places.get(assessment)

    @cached_property
    def _places(self) -> dict[Assessment, int]:
        """The place of the band of each pair of levels."""
        return {cell: self._place(cell) for cell in self.cells}

    def _place(self, cell: Assessment) -> int:
        score = self.score(cell)
        if score is None:
            likelihood, impact = cell
            return self.table[(likelihood or 0) - 1][(impact or 0) - 1]
        return next((place for place, band in enumerate(self.bands) if score <= band.upto), len(self.bands) - 1)

    def band(self, assessment: Assessment) -> Band | None:
        place = self.band_index(assessment)
        return None if place is None else self.bands[place]

    def outcome(self, assessment: Assessment, language: str, space: str = " ") -> str:
        """The score and the name of the band, such as "12 High", as far as an assessment has them."""
        band, score = self.band(assessment), self.score(assessment)
        name = "" if band is None else band.name.text(language)
        return space.join(filter(None, ("" if score is None else str(score), name)))

    def levels_of(self, field: str) -> tuple[Level, ...]:
        """The levels that a field of risks can have, by its name, such as "residual_impact"."""
        return self.likelihood if field.endswith("likelihood") else self.impact

    def level_text(self, field: str, number: int, language: str) -> str:
        """A level of a field of risks by its number and name; by its number alone if the scale does not have it."""
        levels = self.levels_of(field)
        return levels[number - 1].numbered(number, language) if 0 < number <= len(levels) else str(number)

    def holds(self, assessment: Assessment) -> bool:
        """Whether each given half is a level of this scale."""
        likelihood, impact = assessment.likelihood, assessment.impact
        return (likelihood is None or 1 <= likelihood <= len(self.likelihood)) and (
            impact is None or 1 <= impact <= len(self.impact)
        )

    def shade(self, band_index: int) -> Shade:
        """The shade of a band: its own colour, or its place between the lowest (0) and the highest (1)."""
        colour = self.bands[band_index].colour
        return band_index / max(1, len(self.bands) - 1) if colour is None else colour

    def shades(self, assessment: Assessment, *, of_impact: bool) -> list[Shade | None]:
        """The shade of the band that each likelihood, or impact, gives with the other half of an assessment.

        None for each if that half is not assessed.
        """
        number_of_levels = len(self.impact if of_impact else self.likelihood)
        half = "impact" if of_impact else "likelihood"
        places = [self.band_index(assessment._replace(**{half: number})) for number in range(1, number_of_levels + 1)]
        return [None if place is None else self.shade(place) for place in places]

    def is_tolerated(self, assessment: Assessment) -> bool | None:
        """Whether an assessment is in a band that is tolerated; None if it is in none or the scale does not say."""
        place = self.band_index(assessment)
        return None if place is None or self.tolerance is None else place <= self.tolerance

    def rank(self, assessment: Assessment) -> tuple[int, int, int]:
        """The key by which risks are sorted: band, then score, ties by impact; not assessed comes lowest.

        Cox, What's Wrong with Risk Matrices?, Risk Analysis 28(2), 2008.
        """
        place = self.band_index(assessment)
        return (-1 if place is None else place, self.score(assessment) or 0, assessment.impact or 0)

    @property
    def cells(self) -> Iterator[Assessment]:
        """Each pair of levels."""
        for likelihood, impact in product(range(1, len(self.likelihood) + 1), range(1, len(self.impact) + 1)):
            yield Assessment(likelihood, impact)

    @cached_property
    def ranges(self) -> tuple[tuple[int, int] | None, ...]:
        """The lowest and highest score that occurs in each band; None if none does or the rule is a table."""
        scores: list[list[int]] = [[] for _ in self.bands]
        for cell in self.cells:
            score, place = self.score(cell), self.band_index(cell)
            if score is not None and place is not None:
                scores[place].append(score)
        return tuple((min(band_scores), max(band_scores)) if band_scores else None for band_scores in scores)
