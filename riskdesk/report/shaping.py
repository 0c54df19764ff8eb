"""Shapes text that is not just one sign after another, such as joined letters and combining marks, with HarfBuzz."""

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
# Characters that keep letters apart or join them.
JOINERS = "\u200c\u200d"
# The offset to the left of a glyph of letters that are only read, in thousandths of the size. Elsewhere, poppler and
# pdfium would take them for a separate word, or for letters of the next glyph.
_ASIDE = -4.0


class GlyphUse(Enum):
    """The uses of a glyph: shown as text, only read, or only seen."""

    SHOWN = 1
    READ = 2
    SEEN = 3


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of a font: its code, its advance, its offset, and the place of its text in the line.

    Lengths are in thousandths of the size. A glyph that is only `SEEN` has its glyph index in place of a code.
    """

    font: Font
    code: int
    advance: float
    dx: float
    dy: float
    place: int
    use: GlyphUse = GlyphUse.SHOWN


def is_shaped(text: str) -> bool:
    """Whether a text needs shaping."""
    return not text.isascii() and _SHAPED.search(text) is not None


def shape(font: Font, text: str, start: int, *, rtl: bool) -> Iterator[Glyph]:
    """The glyphs of a text in one font, from left to right; it begins at `start` of its line.

    The text of glyphs must come out the same for programs that read it in the order of the file, such as screen
    readers, and for those that go by position and reverse text from right to left, such as pdfium and poppler. So no
    glyph stands for several letters from right to left, and none for a mark above or below.
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
    """The glyphs of letters that belong together; one is shown as text, and stands for one of the letters or all."""
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
    """The end of the text of each cluster."""
    ordered = [*sorted(set(clusters)), length]
    return dict(pairwise(ordered))
