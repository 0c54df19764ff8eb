"""Text that is more than a row of signs: letters that join, marks that stand on them, and lines from right to left.

Directions by the Unicode Bidirectional Algorithm (UAX #9), glyphs by HarfBuzz.
"""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from riskdesk.report.unicode_map import Font

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_SHAPED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\ufb1d-\ufdff\ufe20-\ufe2f\ufe70-\ufefe]"
)


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of a font: the code it is drawn by, how far it moves on, its own offset, and where its text begins.

    Lengths are in thousandths of the size.
    """

    font: Font
    code: int
    advance: float
    dx: float
    dy: float
    place: int


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


def shape(font: Font, text: str, start: int, *, rtl: bool) -> list[Glyph]:
    """The glyphs of a text that one font has, from left to right; it begins at `start` of its line."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    uharfbuzz.shape(font.harfbuzz, buffer, {"kern": False})
    ends = _ends([info.cluster for info in buffer.glyph_infos], len(text))
    told: set[int] = set()
    glyphs = []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        meaning = "" if info.cluster in told else text[info.cluster : ends[info.cluster]]
        told.add(info.cluster)
        if rtl:
            # pdfium and poppler take what a ligature means for what is seen of it, and turn its letters round.
            meaning = meaning[::-1]
        code = font.code(info.codepoint, meaning)
        advance, dx, dy = (font.scaled(it) for it in (position.x_advance, position.x_offset, position.y_offset))
        glyphs.append(Glyph(font, code, advance, dx, dy, start + info.cluster))
    return glyphs


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
    runs: list[tuple[int, str, int]] = []
    for place, sign in enumerate(storage["chars"]):
        if runs and runs[-1][2] == sign["level"]:
            start, text, level = runs[-1]
            runs[-1] = (start, text + sign["ch"], level)
        else:
            runs.append((place, sign["ch"], sign["level"]))
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
