"""Fonts whose subsets map each of their codes to Unicode, so that text can be copied, searched and read aloud."""

from collections.abc import Callable, Sequence
from functools import cache, cached_property
from itertools import count
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

# The greatest number of entries in a block of a CMap (Adobe Technical Note 5411).
_IN_A_BLOCK = 100
# The first code for glyphs that are no characters by themselves; it is in a private area that nobody types.
_FIRST_OWN = 0xF0000


class Font(TTFont):  # type: ignore[misc]
    """A TrueType font of ReportLab's with a Unicode map that PDF/UA and PDF/A accept, and with glyphs from shaping.

    ReportLab's own map has U+0000 for unused codes (ISO 14289-1, 7.21.7), and no UTF-16 beyond U+FFFF.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.advances: dict[str, float] = {chr(code): self.face.getCharWidth(code) for code in self.face.charToGlyph}
        self._own = count(_FIRST_OWN)
        self._codes: dict[tuple[int, str], int] = {}
        self._meanings: dict[int, str] = {}
        self._outlines: dict[int, str] = {}

    @property
    def unit(self) -> int:
        """The number of units of the font in its size."""
        return int(self.harfbuzz.face.upem)

    @cached_property
    def harfbuzz(self) -> Any:
        """The font as a HarfBuzz object, for shaping."""
        import uharfbuzz

        return uharfbuzz.Font(self.hbFace)

    def scaled(self, units: float) -> float:
        """A length in units of the font, converted to thousandths of the size."""
        return float(units) * 1000 / self.unit

    def code(self, glyph: int, meaning: str) -> int:
        """The code by which to draw a glyph that stands for a text: that of its character, or one of our own."""
        if len(meaning) == 1 and self.face.charToGlyph.get(ord(meaning)) == glyph:
            return ord(meaning)
        key = glyph, meaning
        if key not in self._codes:
            code = self._codes[key] = next(self._own)
            self._meanings[code] = meaning
            self.face.charToGlyph[code] = glyph
            self.face.charWidths[code] = self.scaled(self.harfbuzz.get_glyph_h_advance(glyph))
        return self._codes[key]

    def outline(self, glyph: int) -> str:
        """The operators for the outline of a glyph, in units of the font."""
        if glyph not in self._outlines:
            drawn: list[str] = []
            self.harfbuzz.draw_glyph(glyph, _pen(), drawn)
            self._outlines[glyph] = " ".join(drawn)
        return self._outlines[glyph]

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - ReportLab calls it
        subsets = [list(subset) for subset in self.state[doc].subsets]
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        super().addObjects(doc)
        for name, subset in zip(names, subsets, strict=True):
            base = doc.idToObject[name].BaseFont
            doc.idToObject[f"toUnicodeCMap:{base}"].content = self._map(base, subset)

    def _map(self, name: str, subset: Sequence[int]) -> str:
        """A CMap from the codes of a subset to their texts (ISO 32000-1, 9.10.3)."""
        codes = [f"<{code:02X}> <{self._utf16(sign)}>" for code, sign in enumerate(subset) if sign]
        blocks = [codes[start : start + _IN_A_BLOCK] for start in range(0, len(codes), _IN_A_BLOCK)]
        block_texts = "\n".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            f"/CIDSystemInfo <</Registry ({name}) /Ordering ({name}) /Supplement 0>> def\n"
            f"/CMapName /{name} def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
            f"{block_texts}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
        )

    def _utf16(self, code: int) -> str:
        return self._meanings.get(code, chr(code)).encode("utf-16-be").hex().upper()


@cache
def _pen() -> Any:
    """The functions with which HarfBuzz draws outlines: they add PDF operators to a list; curves are all cubic."""
    import uharfbuzz

    def put(operator: str) -> Callable[..., None]:
        return lambda *values: values[-1].append(" ".join([*(f"{length:g}" for length in values[:-1]), operator]))

    pen = uharfbuzz.DrawFuncs()
    pen.set_move_to_func(put("m"))
    pen.set_line_to_func(put("l"))
    pen.set_cubic_to_func(put("c"))
    pen.set_close_path_func(put("h"))
    return pen
