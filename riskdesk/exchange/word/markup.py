"""Pieces of WordprocessingML: elements, and runs of text with their direction and language."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate, groupby
from xml.sax.saxutils import escape, quoteattr

from riskdesk.domain.language import TAGS, no_break_parts
from riskdesk.domain.manuscript import Colour
from riskdesk.domain.text import holds_rtl, is_rtl, without_control
from riskdesk.domain.values import Language

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NO_LANGUAGE = "zxx"
_STRONG = {"L": False, "R": True, "AL": True}
_ARABIC = re.compile("[\u0600-\u08ff\ufb50-\ufefe]")
_BREAKS = {"\n": "br", "\t": "tab"}


def element(name: str, /, *content: str, **attributes: object) -> str:
    """An element in Word's namespace with its attributes; those that are None are omitted."""
    attribute_text = "".join(
        f" w:{key}={quoteattr(str(value))}" for key, value in attributes.items() if value is not None
    )
    inside = "".join(content)
    return f"<w:{name}{attribute_text}>{inside}</w:{name}>" if inside else f"<w:{name}{attribute_text}/>"


def root(name: str, *content: str) -> str:
    """The outermost element of a part, with the namespaces used in it."""
    inside = "".join(content)
    return f'{DECLARATION}<w:{name} xmlns:w="{MAIN}" xmlns:r="{OFFICE}">{inside}</w:{name}>'


def twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * 20)


def hexadecimal(colour: Colour) -> str:
    """A colour in Word's notation."""
    return bytes(colour).hex().upper()


def run(text: str, *, style: str | None = None, fill: Colour | None = None, language: Language | None = None) -> str:
    """Text in as many runs as needed: each part from right to left is a run of its own."""
    text = without_control(text)
    before = [element("rStyle", val=style)] if style else []
    if fill is not None:
        before.append(element("shd", val="clear", color="auto", fill=hexadecimal(fill)))
    tag = element("lang", val=TAGS[language]) if language else ""
    return "".join(_run(part, before, tag, backwards=backwards) for part, backwards in _directed(text))


def _directed(text: str) -> Iterator[tuple[str, bool]]:
    """The text in parts of one direction, each with whether that is from right to left.

    Characters without a direction take that of their neighbours, or of the paragraph if these differ.
    """
    if not holds_rtl(text):
        yield text, False
        return
    base = is_rtl(text)
    ways = [_STRONG.get(unicodedata.bidirectional(sign)) for sign in text]
    before = accumulate(ways, lambda last, way: last if way is None else way, initial=base)
    behind = accumulate(reversed(ways), lambda last, way: last if way is None else way, initial=base)
    sides = zip(text, ways, list(before)[1:], reversed(list(behind)[1:]), strict=True)
    pairs = [(sign, way if way is not None else left if left == right else base) for sign, way, left, right in sides]
    for backwards, part in groupby(pairs, lambda pair: bool(pair[1])):
        yield "".join(sign for sign, _ in part), backwards


def _run(text: str, before: list[str], tag: str, *, backwards: bool) -> str:
    if backwards:
        tag = element("rtl") + element("lang", bidi="ar-SA" if _ARABIC.search(text) else "he-IL")
    return "".join(_alike(part, before, tag, is_held=is_held) for part, is_held in no_break_parts(text) if part)


def _alike(text: str, before: list[str], tag: str, *, is_held: bool) -> str:
    """A run; a no-break space that was typed as a plain one has no language, so that it can be read back as typed.

    Of the two marks for that, Word keeps `noProof`, and LibreOffice `zxx`.
    """
    properties = [*before, tag]
    if is_held:
        properties.insert(1 if before and before[0].startswith("<w:rStyle") else 0, element("noProof"))
        properties[-1] = tag if "bidi" in tag else element("lang", val=NO_LANGUAGE)
    return element("r", element("rPr", *properties) if any(properties) else "", *_pieces(text))


def _pieces(text: str) -> Iterator[str]:
    for piece in re.split("([\n\t])", text):
        if piece in _BREAKS:
            yield element(_BREAKS[piece])
        elif piece:
            yield f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
