"""Text that is more than a row of signs: letters that join, marks that stand on them, and lines from right to left.

Directions by the Unicode Bidirectional Algorithm (UAX #9), glyphs by HarfBuzz.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby, pairwise
from typing import Any

from riskdesk.report.unicode_map import Font

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_SHAPED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\ufb1d-\ufdff\ufe20-\ufe2f\ufe70-\ufefe]"
)
# What keeps letters apart or joins them.
JOINERS = "\u200c\u200d"
# How far left of the edge of a glyph its other letters stand, in thousandths of the size. Elsewhere, poppler and pdfium
# would take them for a word of their own, or for letters of the next glyph.
_ASIDE = -4.0


class Way(Enum):
    """What a glyph is there for: to be shown as text, only to be read, or only to be seen."""

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
    way: Way = Way.SHOWN


def is_shaped(text: str) -> bool:
    """Whether a text needs more than its signs one after another."""
    return not text.isascii() and _SHAPED.search(text) is not None


def is_rtl(text: str) -> bool:
    """Whether a paragraph runs from right to left: what its first letter does (UAX #9, P2)."""
    if text.isascii() or _RIGHT_TO_LEFT.search(text) is None:
        return False
    ways = (unicodedata.bidirectional(sign) for sign in text)
    return next((way != "L" for way in ways if way in ("L", "R", "AL")), False)


def visual_runs(line: str, *, rtl: bool) -> list[tuple[int, str, bool]]:
    """The parts of a line from left to right: where each begins, its text, and whether it runs from right to left."""
    if _RIGHT_TO_LEFT.search(line) is None:
        return [(0, line, False)]
    runs = _level_runs(line, rtl=rtl)
    for level in range(max(level for *_, level in runs), 0, -1):
        runs = _turned(runs, level)
    return [(start, text, level % 2 == 1) for start, text, level in runs]


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
    kept = letters.rstrip(JOINERS)
    before = kept[:-1] if rtl else ""
    meaning, after = kept.removeprefix(before), letters.removeprefix(kept)
    shown = len(glyphs) - 1 if rtl else 0
    yield from _unseen(font, after, place + len(kept))
    for number, (info, position) in enumerate(glyphs):
        advance, dx, dy = (font.scaled(it) for it in (position.x_advance, position.x_offset, position.y_offset))
        if meaning and number == shown:
            yield Glyph(font, font.code(info.codepoint, meaning), advance, dx, dy, place + len(before))
        else:
            yield Glyph(font, info.codepoint, advance, dx, dy, place, Way.SEEN)
    yield from _unseen(font, before, place)


def _unseen(font: Font, letters: str, place: int) -> Iterator[Glyph]:
    for number, sign in enumerate(letters):
        yield Glyph(font, ord(sign), 0.0, _ASIDE * (number + 1), 0.0, place + number, Way.READ)


def _ends(clusters: list[int], length: int) -> dict[int, int]:
    """Where the text of each cluster ends."""
    ordered = [*sorted(set(clusters)), length]
    return dict(pairwise(ordered))


def _level_runs(line: str, *, rtl: bool) -> list[tuple[int, str, int]]:
    """The parts of a line of one embedding level, as they were typed."""
    from bidi import algorithm

    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = (1, "R") if rtl else (0, "L")
    algorithm.get_embedding_levels(line, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    levels = iter(storage["chars"])
    runs: list[tuple[int, str, int]] = []
    for place, sign in enumerate(line):
        # The algorithm leaves out what has no direction of its own (X9): it goes with what is before it.
        before = runs[-1][2] if runs else int(rtl)
        found = before if unicodedata.bidirectional(sign) == "BN" else next(levels)["level"]
        if runs and runs[-1][2] == found:
            start, text, level = runs[-1]
            runs[-1] = (start, text + sign, level)
        else:
            runs.append((place, sign, found))
    return runs


def _turned(runs: list[tuple[int, str, int]], level: int) -> list[tuple[int, str, int]]:
    """The runs with each row of those at or above a level the other way round (UAX #9, L2)."""
    turned: list[tuple[int, str, int]] = []
    row: list[tuple[int, str, int]] = []
    for run in runs:
        if run[2] >= level:
            row.append(run)
        else:
            turned += [*reversed(row), run]
            row = []
    return [*turned, *reversed(row)]
