"""The colours of bands on the screen, which are those of the print, and readable colours on them."""

import json
from functools import cache
from typing import Any

from PySide6.QtGui import QColor

from riskdesk.domain.scale import BandColour, Shade
from riskdesk.kit.colours import DARK_INK, LIGHT_INK
from riskdesk.resource import resource

# The share of a band's colour in a tint.
_TINT_LIGHT, _TINT_DARK = 0.5, 0.28


@cache
def print_style() -> dict[str, Any]:
    """The colours and measures of the print."""
    style: dict[str, Any] = json.loads(resource("style/print.json").read_text("utf-8"))
    return style


def band_colour(shade: Shade) -> QColor:
    """The colour of a band: one of the palette, or one between the colours of the lowest (0) and highest (1) band."""
    if isinstance(shade, BandColour):
        return QColor(print_style()["colours"]["palette"][shade.value])
    colours = [QColor(colour) for colour in print_style()["colours"]["bands"]]
    place = shade * (len(colours) - 1)
    below = min(int(place), len(colours) - 2)
    return mix(colours[below + 1], colours[below], place - below)


def mix(over: QColor, under: QColor, share: float) -> QColor:
    """Blend two colours; `share` is that of the first."""
    parts = zip(over.getRgb()[:3], under.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a * share + b * (1 - share)) for a, b in parts))


def luminance(colour: QColor) -> float:
    """The relative luminance as WCAG 2 defines it."""
    channels = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio as WCAG 2 defines it, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(ground: QColor) -> QColor:
    """Black or white, whichever has more contrast on a background."""
    dark, light = QColor(DARK_INK), QColor(LIGHT_INK)
    return dark if contrast(dark, ground) >= contrast(light, ground) else light


def tint(shade: Shade, paper: QColor) -> QColor:
    """A band's colour blended thinly into the light or dark background, so that its text colour is readable on it."""
    return mix(band_colour(shade), paper, _TINT_LIGHT if luminance(paper) > 0.5 else _TINT_DARK)
