"""How different the colours of bands look, also to people with colour vision deficiencies."""

import math
from collections.abc import Sequence
from functools import cache
from itertools import combinations

from PySide6.QtGui import QColor

# Colour vision without one type of cones, as matrices for linear light; the first is normal vision.
# Machado, Oliveira, Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency, 2009.
_EYES = (
    ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
)
# Two colours that are not side by side are confused if their distance is smaller.
_LEAST = 10.0


def alike(colours: Sequence[QColor]) -> list[tuple[int, int]]:
    """The places of each two colours that can hardly be told from each other, the lower place first."""
    places = combinations(range(len(colours)), 2)
    return [(one, other) for one, other in places if difference(colours[one], colours[other]) < _LEAST]


def difference(one: QColor, other: QColor) -> float:
    """The distance in CIE L*a*b* in the kind of colour vision in which it is the smallest."""
    return min(map(math.dist, _seen(one.rgb()), _seen(other.rgb())))


@cache
def _seen(rgb: int) -> tuple[tuple[float, float, float], ...]:
    colour = QColor(rgb)
    light = [_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF())]
    return tuple(
        _lab([min(1, max(0, sum(map(math.prod, zip(row, light, strict=True))))) for row in eye]) for eye in _EYES
    )


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _lab(light: list[float]) -> tuple[float, float, float]:
    """Convert linear sRGB to CIE L*a*b* under D65."""
    red, green, blue = light
    tristimulus = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in tristimulus)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
