"""The fill colours of cells in a workbook as hexadecimal digits, in whatever form the file has them."""

import colorsys
import re
from functools import cached_property
from typing import Any

_SCHEME = re.compile(rb"<a:accent\d>\s*<a:s(?:rgbClr|ysClr)[^>]*?(?:lastClr|val)=\"([0-9A-Fa-f]{6})\"")
# The first four colours of a theme are those of text and background.
_FIRST_ACCENT = 4


class Fills:
    """The fill colours of a workbook, each computed once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._known: dict[int, str] = {}

    def of(self, cell: Any) -> str:
        """The fill colour of a cell; empty if there is none, or only a text or background colour of the theme."""
        if not cell.has_style:
            return ""
        number = cell._style.fillId
        if number not in self._known:
            fill = cell.fill
            self._known[number] = self._digits(fill.fgColor) if fill.patternType == "solid" else ""
        return self._known[number]

    def _digits(self, colour: Any) -> str:
        if colour.type == "rgb":
            return str(colour.rgb)
        if colour.type == "indexed":
            from openpyxl.styles.colors import COLOR_INDEX

            return str(COLOR_INDEX[colour.indexed]) if colour.indexed < len(COLOR_INDEX) else ""
        at = colour.theme - _FIRST_ACCENT if colour.type == "theme" else -1
        return _tinted(self._accents[at], colour.tint or 0.0) if 0 <= at < len(self._accents) else ""

    @cached_property
    def _accents(self) -> list[str]:
        return [digits.decode() for digits in _SCHEME.findall(self._book.loaded_theme or b"")]


def _tinted(digits: str, tint: float) -> str:
    """A colour made lighter, or darker if the tint is negative."""
    hue, light, saturation = colorsys.rgb_to_hls(*(int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    light = light * (1 + tint) if tint < 0 else light + (1 - light) * tint
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, min(light, 1.0), saturation))
