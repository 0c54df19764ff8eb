"""The automatic numbers of paragraphs in Word, as a page shows them, such as 3 or R-03."""

import re
from collections import defaultdict

from riskdesk.exchange.tables.word_styles import Styles
from riskdesk.exchange.tables.xml_tree import Node

_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST = 3_000
# The characters that may follow a number.
ENDS = ".:) "
# References that Word can count: R1, R-01. A bare number is only a list sign.
_REFERENCE = re.compile(r"[A-Z]{1,3}[ .-]?\d{1,3}")


def is_reference(number: str) -> bool:
    """Whether the number before a paragraph is a reference, such as R-03."""
    return _REFERENCE.fullmatch(number.rstrip(ENDS)) is not None


class Numbers:
    """A counter of numbered paragraphs in a Word document, which must be passed to it in their order."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        # By the numbering definition and the level.
        self._counts: defaultdict[int, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()

    def next(self, paragraph: Node) -> str:
        """The number before a paragraph; empty if it has none."""
        number, depth = self._styles.numbering(paragraph)
        shape = self._styles.shape(number)
        level = self._styles.level(number, depth)
        if shape is None or level is None:
            return ""
        counts = self._counts[id(shape)]
        override = self._styles.start(number, depth) if number not in self._begun else None
        self._begun.add(number)
        if override is not None or depth not in counts:
            counts[depth] = _value(level, "start", 1) if override is None else override
        else:
            counts[depth] += 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        return self._text(number, level, counts)

    def _text(self, number: str, level: Node, counts: dict[int, int]) -> str:
        text = level.find("lvlText")

        def number_text(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            of = self._styles.level(number, depth)
            form = of.find("numFmt") if of is not None else None
            return _written(counts.get(depth, 1), form.get("val") if form is not None else "decimal")

        form = level.find("numFmt")
        if text is None or (form is not None and form.get("val") in ("bullet", "none")):
            return ""
        return _PLACE.sub(number_text, text.get("val")).strip()


def _value(level: Node, name: str, default: int) -> int:
    node = level.find(name)
    text = node.get("val") if node is not None else ""
    return int(text) if text.isdecimal() and len(text) < 6 else default


def _written(number: int, form: str) -> str:
    if form == "decimalZero":
        return f"{number:02d}"
    if form.endswith("Letter") and number:
        text = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
    elif form.endswith("Roman") and number <= _MOST:
        text, left = "", number
        for value, sign in _ROMAN:
            text, left = text + sign * (left // value), left % value
    else:
        return str(number)
    return text.upper() if form.startswith("upper") else text
