"""The colour of a traffic light that fills a cell, as registers colour levels."""

import colorsys
import re
from collections.abc import Iterator
from enum import StrEnum

# RRGGBB, before which Excel has two digits for the opacity.
_HEX = re.compile(r"(?:[0-9A-F]{2})?([0-9A-F]{6})", re.IGNORECASE)
# Less is white, grey, black, or a tint that separates rows.
_LEAST_COLOURFUL = 0.12


class Light(StrEnum):
    """A colour of a traffic light, from low to high."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


# In degrees; a hue between these is not clearly one of them.
_HUES = {Light.RED: (-15, 13), Light.AMBER: (19, 66), Light.GREEN: (74, 168)}


def is_colourful(fill: str) -> bool:
    """Whether a fill, as hexadecimal digits, is more than a shade of grey."""
    parts = list(_parts(fill))
    return bool(parts) and max(parts) - min(parts) >= _LEAST_COLOURFUL


def light(fill: str) -> Light | None:
    """The light that a fill clearly is, or None; amber may be yellow or orange."""
    if not is_colourful(fill):
        return None
    hue, _, _ = colorsys.rgb_to_hsv(*_parts(fill))
    degrees = hue * 360 if hue * 360 < 345 else hue * 360 - 360
    return next((light for light, (low, high) in _HUES.items() if low <= degrees <= high), None)


def _parts(fill: str) -> Iterator[float]:
    match = _HEX.fullmatch(fill)
    for at in (0, 2, 4) if match else ():
        yield int(match[1][at : at + 2], 16) / 255 if match else 0.0
