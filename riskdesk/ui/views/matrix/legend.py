"""The legend of a matrix: each band with its colour, pattern and scores, and the line of tolerance."""

from collections.abc import Iterator
from dataclasses import dataclass

from riskdesk.domain.scale import Scale
from riskdesk.domain.terms import Terms
from riskdesk.ui.views.matrix.arranging import Box
from riskdesk.ui.views.matrix.fonts import MatrixFonts, cut, width_of

# The coloured box before a band, the gap behind it, and the space behind the words.
SWATCH, _GAP, _AIR = 14.0, 6.0, 20.0
# The distance of lines, in line heights.
_LEADING = 1.35


@dataclass(frozen=True)
class LegendItem:
    """A band by its place, or the line of tolerance (None): its words, and its box relative to the legend's corner."""

    band: int | None
    text: str
    box: Box

    @property
    def swatch(self) -> Box:
        side = min(SWATCH, self.box.height)
        return Box(self.box.x, self.box.y + (self.box.height - side) / 2, side, side)

    @property
    def words(self) -> Box:
        left = SWATCH + _GAP
        return Box(self.box.x + left, self.box.y, self.box.width - left, self.box.height)


def legend(scale: Scale, terms: Terms, lettering: MatrixFonts, width: float) -> tuple[list[LegendItem], float]:
    """The items of the legend, in as many lines as they need in a width, and its height."""
    high, room = lettering.line(lettering.small) * _LEADING, width - SWATCH - _GAP
    items: list[LegendItem] = []
    x = y = 0.0
    for place, text in _texts(scale, terms):
        label = cut(text, lettering.small, room)
        needed = SWATCH + _GAP + width_of(label, lettering.small) + 1
        if x and x + needed > width:
            x, y = 0.0, y + high
        items.append(LegendItem(place, label, Box(x, y, needed, high)))
        x += needed + _AIR
    return items, y + high


def _texts(scale: Scale, terms: Terms) -> Iterator[tuple[int | None, str]]:
    for place, (band, scores) in enumerate(zip(scale.bands, scale.ranges, strict=True)):
        yield place, terms.with_scores(band.name.text(terms.language), scores)
    if scale.tolerance is not None:
        yield None, terms.tolerance.format(band=scale.bands[scale.tolerance].name.text(terms.language))
