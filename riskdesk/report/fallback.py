"""The shipped fonts: the first of each weight, and those for characters that it lacks."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from reportlab.pdfbase import pdfmetrics

from riskdesk.report.unicode_map import Font
from riskdesk.resource import resource


class Weight(StrEnum):
    """The weights of the font family, each with a font of its own."""

    REGULAR = "Regular"
    BOLD = "Bold"
    ITALIC = "Italic"


# The blocks of Unicode for which each font is tried; only those that a document needs are loaded.
_SCRIPTS = {
    "NotoSansArmenian": ((0x0530, 0x058F), (0xFB13, 0xFB17)),
    "NotoSansHebrew": ((0x0590, 0x05FF), (0xFB1D, 0xFB4F)),
    "NotoSansArabic": ((0x0600, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFE)),
    "NotoSansGeorgian": ((0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)),
}
_SIGNS = {
    "NotoSansMath": ((0x2032, 0x23FF), (0x27E8, 0x27EB), (0x2A7D, 0x2A7E)),
    "NotoSansSymbols2": ((0x2300, 0x2BFF), (0x1F300, 0x1F6FF)),
    "NotoSansSymbols": ((0x2300, 0x27BF),),
}


def first(weight: Weight) -> Font:
    """The font in which the text of a weight is set."""
    return load(f"NotoSans-{weight}")


def others(weight: Weight, sign: str) -> Iterator[Font]:
    """The fonts that may have a character which the first one lacks."""
    script = Weight.BOLD if weight is Weight.BOLD else Weight.REGULAR
    for families, face in ((_SCRIPTS, script), (_SIGNS, Weight.REGULAR)):
        for family, blocks in families.items():
            if any(low <= ord(sign) <= high for low, high in blocks):
                yield load(f"{family}-{face}")


@cache
def load(name: str) -> Font:
    """A shipped font, registered with ReportLab under the name of its file."""
    font = Font(name, str(resource(f"fonts/{name}.ttf")), shapable=False)
    pdfmetrics.registerFont(font)
    return font
