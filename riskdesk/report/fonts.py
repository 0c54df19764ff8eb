"""Faces in a document: which characters they have, how wide these are, and the PDF operators that draw them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase.pdfdoc import PDFDocument

from riskdesk.report import fallback
from riskdesk.report.directions import visual_runs
from riskdesk.report.fallback import Weight
from riskdesk.report.shaping import Glyph, GlyphUse, is_shaped, shape
from riskdesk.report.unicode_map import Font

__all__ = ["PIECE", "Face", "Weight"]

_UNKNOWN = "\ufffd"
# A word with the spaces after it: the unit of line breaking and of the caches.
PIECE = re.compile("[^ ]+ *| +")

# The horizontal scale of letters that are only read, not seen: PDF readers skip letters without a width.
_READ = ".03"


class Face:
    """The fonts of one weight in one document, whose subsets grow as text is drawn.

    Characters that none of them has are drawn as a visible sign; `missing` collects them, each once.
    """

    def __init__(self, weight: Weight, document: PDFDocument, missing: dict[str, None]) -> None:
        self._weight, self._font = weight, fallback.first(weight)
        self._advances = self._font.advances
        # A set, as its `issuperset` looks up only the characters of a piece.
        self._known = frozenset(self._advances)
        self._document = document
        self._missing = missing
        self._widths: dict[str, float] = {}
        self._codes: dict[str, list[tuple[str, str]]] = {}

    def advance(self, sign: str) -> float:
        """The advance of one character, in thousandths of the size."""
        return self._font_of(sign).advances[self._seen(sign)]

    def width(self, piece: str) -> float:
        """The width of a word, in thousandths of the size."""
        width = self._widths.get(piece)
        if width is None:
            width = self._widths[piece] = self._measured(piece)
        return width

    def operators(self, line: str, size: float) -> str:
        """The operators that select fonts and show a line of text that needs no shaping."""
        codes = (code for piece in PIECE.findall(line) for code in self._encoded(piece))
        return " ".join(f"{name} {size:g} Tf ({_joined(run)}) Tj" for name, run in groupby(codes, itemgetter(0)))

    def placed(self, line: str, size: float, x: float, y: float, *, rtl: bool) -> str:
        """The operators that show a line that needs shaping from a point on, with its glyphs in reading order."""
        unit, last, operators = size / 1000, "", ["BT"]
        outlines = []
        self._note(line)
        for glyph, dx in self._read(line, rtl=rtl):
            place = f"{x + dx * unit:.2f} {y + glyph.dy * unit:.2f}"
            if glyph.use is GlyphUse.SEEN:
                scale = f"{size / glyph.font.unit:.6f}"
                outlines.append(f"q {scale} 0 0 {scale} {place} cm {glyph.font.outline(glyph.code)} f Q")
                continue
            font, code = self._shown(glyph)
            if font != last:
                operators.append(f"{font} {size:g} Tf")
                last = font
            text_operators = f"0 0 1 {place} Tm ({code}) Tj"
            operators.append(
                f"1 {text_operators}" if glyph.use is GlyphUse.SHOWN else f"3 Tr {_READ} {text_operators} 0 Tr"
            )
        return " ".join([*operators, "ET", *outlines])

    def _read(self, line: str, *, rtl: bool) -> list[tuple[Glyph, float]]:
        """The glyphs of a line in reading order, each with its horizontal position."""
        glyphs, x = [], 0.0
        for glyph in self._glyphs(line, rtl=rtl):
            glyphs.append((glyph, x + glyph.dx))
            x += glyph.advance
        return sorted(glyphs, key=lambda glyph: glyph[0].place)

    def _glyphs(self, line: str, *, rtl: bool) -> Iterator[Glyph]:
        """The glyphs of a line from left to right."""
        for start, text, backwards in visual_runs(self._seen(line), rtl=rtl):
            runs = self._runs(text, start)
            for font, begin, part in reversed(runs) if backwards else runs:
                yield from shape(font, part, begin, rtl=backwards)

    def _runs(self, text: str, start: int) -> list[tuple[Font, int, str]]:
        """The parts of a text by font; spaces and marks have the font of what precedes them, if it has them."""
        runs: list[tuple[Font, int, str]] = []
        for place, sign in enumerate(text, start):
            last = runs[-1][0] if runs else None
            font = last if last is not None and sign in last.advances and not sign.isalpha() else self._font_of(sign)
            if font is last:
                runs[-1] = (font, runs[-1][1], runs[-1][2] + sign)
            else:
                runs.append((font, place, sign))
        return runs

    def _shown(self, glyph: Glyph) -> tuple[str, str]:
        ((subset, code),) = glyph.font.splitString(chr(glyph.code), self._document)
        return glyph.font.getSubsetInternalName(subset, self._document), escapePDF(code)

    def _measured(self, piece: str) -> float:
        if is_shaped(piece):
            return sum(glyph.advance for glyph in self._glyphs(piece, rtl=False))
        try:
            return sum(map(self._advances.__getitem__, piece))
        except KeyError:
            return sum(map(self.advance, piece))

    def _encoded(self, piece: str) -> list[tuple[str, str]]:
        codes = self._codes.get(piece)
        if codes is None:
            self._note(piece)
            codes = self._codes[piece] = [
                code for font, _, part in self._simple(piece) for code in self._of(font, part)
            ]
        return codes

    def _simple(self, piece: str) -> list[tuple[Font, int, str]]:
        return [(self._font, 0, piece)] if self._known.issuperset(piece) else self._runs(self._seen(piece), 0)

    def _of(self, font: Font, part: str) -> Iterator[tuple[str, str]]:
        for subset, code in font.splitString(part, self._document):
            yield font.getSubsetInternalName(subset, self._document), escapePDF(code)

    def _font_of(self, sign: str) -> Font:
        return self._font if sign in self._advances else _font(self._weight, sign) or self._font

    def _seen(self, text: str) -> str:
        """A text as it is drawn: with a sign in place of each character that no font has."""
        if self._known.issuperset(text):
            return text
        return "".join(_UNKNOWN if self._is_missing(sign) else sign for sign in text)

    def _is_missing(self, sign: str) -> bool:
        return sign not in self._known and _font(self._weight, sign) is None

    def _note(self, text: str) -> None:
        """Record the characters of a drawn text that no font has."""
        if not self._known.issuperset(text):
            self._missing.update(dict.fromkeys(filter(self._is_missing, text)))


@cache
def _font(weight: Weight, sign: str) -> Font | None:
    """The font for a character that the first one lacks; None if no font has it."""
    return next((font for font in fallback.others(weight, sign) if sign in font.advances), None)


def _joined(run: Iterable[tuple[str, str]]) -> str:
    return "".join(code for _, code in run)
