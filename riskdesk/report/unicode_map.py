"""Fonts whose subsets say what each of their codes means, so that text can be copied, searched and read aloud."""

from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

# As many as one block of a CMap may hold (Adobe Technical Note 5411).
_IN_A_BLOCK = 100


class Font(TTFont):  # type: ignore[misc]
    """A TrueType font of ReportLab's with a map to Unicode that PDF/UA and PDF/A accept.

    ReportLab's own says U+0000 of codes that are not used (ISO 14289-1, 7.21.7) and no UTF-16 beyond U+FFFF.
    """

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - ReportLab calls it
        subsets = [list(subset) for subset in self.state[doc].subsets]
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        super().addObjects(doc)
        for name, subset in zip(names, subsets, strict=True):
            base = doc.idToObject[name].BaseFont
            doc.idToObject[f"toUnicodeCMap:{base}"].content = _map(base, subset)


def _map(name: str, subset: Sequence[int]) -> str:
    """A CMap from the codes of a subset to the characters they stand for (ISO 32000-1, 9.10.3)."""
    codes = [f"<{code:02X}> <{_utf16(sign)}>" for code, sign in enumerate(subset) if sign]
    blocks = [codes[start : start + _IN_A_BLOCK] for start in range(0, len(codes), _IN_A_BLOCK)]
    told = "\n".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        f"/CIDSystemInfo <</Registry ({name}) /Ordering ({name}) /Supplement 0>> def\n"
        f"/CMapName /{name} def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        f"{told}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


def _utf16(sign: int) -> str:
    return chr(sign).encode("utf-16-be").hex().upper()
