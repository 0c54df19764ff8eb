"""The shipped faces: what each can draw, how wide it is, and the PDF operators that draw it."""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from itertools import groupby
from operator import itemgetter

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

from riskdesk.report.unicode_map import Font
from riskdesk.resource import resource

UNKNOWN = "\ufffd"
# A word with the spaces after it: what lines are made of and what the caches hold.
PIECE = re.compile("[^ ]+ *| +")


class Weight(StrEnum):
    """The faces of the family."""

    REGULAR = "Regular"
    BOLD = "Bold"
    ITALIC = "Italic"


class Face:
    """One face in one document, whose subsets grow as text is drawn.

    `missing` gathers the characters that the face has no glyph for, each once, in the order they come.
    """

    def __init__(self, weight: Weight, document: PDFDocument, missing: dict[str, None]) -> None:
        self._font, self._glyphs = _load(weight)
        self._document = document
        self._missing = missing
        self._widths: dict[str, float] = {}
        self._codes: dict[str, list[tuple[int, str]]] = {}

    def drawable(self, text: str) -> str:
        """`text` with a sign that is seen in place of each character that cannot be."""
        unknown = sorted(set(text) - self._glyphs.keys() - {"\n"}, key=text.index)
        if not unknown:
            return text
        self._missing.update(dict.fromkeys(unknown))
        return text.translate(dict.fromkeys(map(ord, unknown), UNKNOWN))

    def advance(self, sign: str) -> float:
        """How far one character moves on, in thousandths of the size."""
        return self._glyphs[sign]

    def width(self, piece: str) -> float:
        """How wide a word is, in thousandths of the size."""
        width = self._widths.get(piece)
        if width is None:
            width = self._widths[piece] = sum(map(self._glyphs.__getitem__, piece))
        return width

    def operators(self, line: str, size: float) -> str:
        """The operators that choose the font and show a line of drawable text."""
        codes = (code for piece in PIECE.findall(line) for code in self._encoded(piece))
        return " ".join(self._shown(subset, size, run) for subset, run in groupby(codes, itemgetter(0)))

    def _shown(self, subset: int, size: float, run: Iterable[tuple[int, str]]) -> str:
        name = self._font.getSubsetInternalName(subset, self._document)
        return f"{name} {size:g} Tf ({''.join(code for _, code in run)}) Tj"

    def _encoded(self, piece: str) -> list[tuple[int, str]]:
        codes = self._codes.get(piece)
        if codes is None:
            parts = self._font.splitString(piece, self._document)
            codes = self._codes[piece] = [(subset, escapePDF(code)) for subset, code in parts]
        return codes


@cache
def _load(weight: Weight) -> tuple[TTFont, dict[str, float]]:
    """The font, known to ReportLab, and how far each character it has moves on."""
    font = Font(f"NotoSans-{weight}", str(resource(f"fonts/NotoSans-{weight}.ttf")), shapable=False)
    pdfmetrics.registerFont(font)
    return font, {chr(code): font.face.getCharWidth(code) for code in font.face.charToGlyph}


def name(weight: Weight) -> str:
    """The name by which ReportLab knows a face."""
    return str(_load(weight)[0].fontName)
