"""Text that is more than a row of signs: letters that join and marks that stand on them, as HarfBuzz sets them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby, pairwise
from typing import Any

from riskdesk.report.unicode_map import Font

_SHAPED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\ufb1d-\ufdff\ufe20-\ufe2f\ufe70-\ufefe]"
)
# What keeps letters apart or joins them.
JOINERS = "\u200c\u200d"
# How far left of the edge of a glyph its other letters stand, in thousandths of the size. Elsewhere, poppler and pdfium
# would take them for a word of their own, or for letters of the next glyph.
_ASIDE = -4.0


class GlyphUse(Enum):
    """The purposes of a glyph: to be shown as text, only to be read, or only to be seen."""

    SHOWN = 1
    READ = 2
    SEEN = 3


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of a font: the code it is drawn by, how far it moves on, its own offset, and where its text stands.

    Lengths are in thousandths of the size. What is only `SEEN` has the number of the glyph in place of a code.
    """

    font: Font
    code: int
    advance: float
    dx: float
    dy: float
    place: int
    use: GlyphUse = GlyphUse.SHOWN


def is_shaped(text: str) -> bool:
    """Whether a text needs more than its signs one after another."""
    return not text.isascii() and _SHAPED.search(text) is not None


def shape(font: Font, text: str, start: int, *, rtl: bool) -> Iterator[Glyph]:
    """The glyphs of a text that one font has, from left to right; it begins at `start` of its line.

    What a glyph means is told so that it is the same for whoever takes text in the order of the file, as readers aloud
    do, and for those who go by what is seen and turn round what runs from right to left, as pdfium and poppler do:
    no glyph means several letters from right to left, and no mark that stands above or below means anything.
    """
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    uharfbuzz.shape(font.harfbuzz, buffer, {"kern": False})
    shaped = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    ends = _ends([info.cluster for info, _ in shaped], len(text))
    for cluster, glyphs in groupby(shaped, lambda glyph: glyph[0].cluster):
        yield from _cluster(font, text[cluster : ends[cluster]], start + cluster, list(glyphs), rtl=rtl)


def _cluster(font: Font, letters: str, place: int, glyphs: list[tuple[Any, Any]], *, rtl: bool) -> Iterator[Glyph]:
    """The glyphs of letters that belong together: one is shown as text, and tells one of the letters or all."""
    stem = letters.rstrip(JOINERS)
    before = stem[:-1] if rtl else ""
    meaning, after = stem.removeprefix(before), letters.removeprefix(stem)
    shown_number = len(glyphs) - 1 if rtl else 0
    yield from _unseen(font, after, place + len(stem))
    for number, (info, position) in enumerate(glyphs):
        advance, dx, dy = (font.scaled(length) for length in (position.x_advance, position.x_offset, position.y_offset))
        if meaning and number == shown_number:
            yield Glyph(font, font.code(info.codepoint, meaning), advance, dx, dy, place + len(before))
        else:
            yield Glyph(font, info.codepoint, advance, dx, dy, place, GlyphUse.SEEN)
    yield from _unseen(font, before, place)


def _unseen(font: Font, letters: str, place: int) -> Iterator[Glyph]:
    for number, sign in enumerate(letters):
        yield Glyph(font, ord(sign), 0.0, _ASIDE * (number + 1), 0.0, place + number, GlyphUse.READ)


def _ends(clusters: list[int], length: int) -> dict[int, int]:
    """Where the text of each cluster ends."""
    ordered = [*sorted(set(clusters)), length]
    return dict(pairwise(ordered))
