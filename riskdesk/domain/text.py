"""Text as a user typed it, and as the register prints it."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from itertools import repeat
from typing import NamedTuple

from riskdesk.domain.abbreviations import is_abbreviation
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem

# How much of a text is told of in a sentence, in characters.
LONGEST = 80
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# What Word writes in plain text for breaks of lines and pages, and for a hyphen at which no line breaks.
_FROM_WORD = str.maketrans({"\x0b": "\n", "\x0c": "\n", "\x1e": "\u2011"})
_NOT_IN_LINE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\u0085")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_STOP = "."
# Signs that the closing mark of a printed text replaces: commas and semicolons, also those of other scripts.
_SEPARATORS = frozenset(",;\u060c\u3001\uff0c")
_ELLIPSIS = re.compile(r"\.\s?\.\s?\.")
# Marks that end a sentence have one of these in their Unicode name, whatever the script; the standard library does not
# have the property that says so (Sentence_Terminal). "COLON" is in the names of semicolons, too: the Arabic and the
# wide one stay as they were typed, "," and ";" never come here.
_CLOSING_NAMES = (
    "FULL STOP", "QUESTION MARK", "EXCLAMATION MARK", "DANDA", "ELLIPSIS", "COLON", "INTERROBANG", "SIGN SECTION",
    "MARK SHAD", "SIGN KHAN", "BARIYOOSAN", "KHOMUT", "PARAGRAPH SEPARATOR",
)  # fmt: skip
# Spaces of any width, and invisible characters: Default_Ignorable_Code_Point, and Braille without a dot.
_BLANK = re.compile(
    "[\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]*"
)
# Removed at both ends of a line; not characters that join letters or set a direction, as they have a meaning there.
_EDGES = (
    " \t\n\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u2060"
    "\u3000\ufeff"
)
# More than any script puts on a letter; the time to normalize a run of marks grows with the square of its length.
_MOST_MARKS = 100
_NO_LETTERS = re.compile(rf"[^\w\s]{{{_MOST_MARKS + 1},}}")


def clean(text: str) -> str:
    """`text` in NFC with plain line ends; InputProblem if it has a control character or too many marks in a row."""
    if text.isascii() and text.isprintable():
        # Most texts are so, and there is nothing in them to look for.
        return text
    text = _LINE_ENDS.sub("\n", text)
    _require_few_marks(text)
    text = unicodedata.normalize("NFC", text)
    match = _CONTROL.search(text)
    if match:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The text holds the control character {code} at position {position}; remove it and try again.",
            ),
            code=f"U+{ord(match.group()):04X}",
            position=str(match.start() + 1),
        )
    return text


def tidy(text: str, *, one_line: bool) -> str:
    """Clean text as it is kept: empty if all of it is invisible, one line without blanks at its ends."""
    if text.isascii() and text.isprintable():
        # Such texts, as most are, are clean; no other character in them is blank.
        stripped = text.strip(" ")
        return stripped if one_line or not stripped else text
    text = clean(text)
    if is_blank(text):
        return ""
    return text.strip(_EDGES) if one_line else text


def all_tidy(texts: Iterable[str], *, one_line: bool) -> bool:
    """Whether `tidy` would leave many texts unchanged; to check them together takes a tenth of the time.

    If one begins with a blank, or has very many symbols in a row, it may return False without a need.
    """
    texts = set(texts)
    if any(match.end() for match in map(_BLANK.match, texts) if match):
        return False
    if one_line and texts != set(map(str.strip, texts, repeat(_EDGES))):
        return False
    together = "".join(texts)
    if together.isascii() and together.isprintable():
        return True
    together = "\n".join(texts)
    odd = _CONTROL.search(together) or _LINE_ENDS.search(together) or _NO_LETTERS.search(together)
    return not odd and unicodedata.is_normalized("NFC", together)


def is_blank(text: str) -> bool:
    """Whether all of a text is invisible."""
    return _BLANK.fullmatch(text) is not None


class Parts(NamedTuple):
    """A text in two parts, and the blanks between them."""

    before: str
    seam: str
    after: str

    @property
    def whole(self) -> str:
        return "".join(self)


def parted(before: str, after: str) -> Parts:
    """A text that is cut in two: the blanks around the cut belong to neither part."""
    first, second = before.rstrip(_EDGES), after.lstrip(_EDGES)
    return Parts(first, before[len(first) :] + after[: len(after) - len(second)], second)


def joined(one: str, other: str, seam: str = " ") -> Parts:
    """Two texts that become one, with a seam between them unless one is empty."""
    first, _, second = parted(one, other)
    return Parts(first, seam if first and second else "", second)


def holds_control(text: str) -> bool:
    """Whether a text holds a character that `clean` refuses."""
    return _CONTROL.search(_LINE_ENDS.sub("\n", text)) is not None


def is_line(text: str) -> bool:
    """Whether a text is one line, without control characters and tabs."""
    return text.isprintable() or _NOT_IN_LINE.search(text) is None


def _require_few_marks(text: str) -> None:
    # Most texts are too short to be searched, and a step may have thousands.
    for run in _NO_LETTERS.finditer(text) if len(text) > _MOST_MARKS else ():
        in_a_row = 0
        for place, sign in enumerate(run.group(), run.start() + 1):
            in_a_row = in_a_row + 1 if unicodedata.combining(sign) else 0
            if in_a_row > _MOST_MARKS:
                raise InputProblem(
                    QT_TRANSLATE_NOOP(
                        "Problem",
                        "The text holds more than {most} combining marks in a row at position {position}; remove them"
                        " and try again.",
                    ),
                    most=_MOST_MARKS,
                    position=str(place - _MOST_MARKS),
                )


def without_control(text: str) -> str:
    """`text` with its control characters left out, for what comes from the clipboard.

    Those that Word writes in plain text for breaks of lines and pages, and for hyphens that do not break, stay as such.
    """
    if text.isprintable():
        return text
    return _CONTROL.sub("", _LINE_ENDS.sub("\n", text.translate(_FROM_WORD)))


def printable(text: str, most: int) -> str:
    """The printable characters of a text from any source, as part of a line: at most `most` of them."""
    return "".join(sign for sign in text if sign.isprintable())[:most]


def shortened(text: str, most: int) -> str:
    """The beginning of a text with more than `most` characters, and a sign that it goes on; any other as it is."""
    return text if len(text) <= most else f"{text[:most].rstrip()}…"


def short(text: str) -> str:
    """Text in one line, shortened if it is long."""
    return shortened(in_a_line(text), LONGEST)


def in_a_line(text: str) -> str:
    """Text with a space for each run of blanks, and a question mark for what is no character."""
    return " ".join(readable(text).split())


def readable(text: str) -> str:
    """Text with a question mark for what is no character."""
    return text.encode("utf-8", "replace").decode("utf-8")


def bullets(pasted: str) -> list[str]:
    """The list items in text from other programs, without signs of lists and control characters.

    Raise InputProblem if it is more than can be read at once.
    """
    # Imported late, as its many patterns are needed only when something is pasted.
    from riskdesk.domain import clipboard, pasting

    clipboard.require_size(pasted, clipboard.LARGEST_TEXT)
    return pasting.bullets(without_control(pasted))


def holds_rtl(text: str) -> bool:
    """Whether a text holds a letter of a script that runs from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def is_rtl(text: str) -> bool:
    """Whether a paragraph runs from right to left, as its first letter does (UAX #9, P2)."""
    if not holds_rtl(text):
        return False
    ways = (unicodedata.bidirectional(sign) for sign in text)
    return next((way != "L" for way in ways if way in ("L", "R", "AL")), False)


def punctuated(texts: Iterable[str], semicolon: str = ";") -> list[str]:
    """The bullets of one printed cell: each ends with a semicolon, the last with "." (as the source prints them).

    A closing question or exclamation mark, ellipsis or colon of any script stays as it was typed, and so does the full
    stop of an abbreviation.
    """
    items = list(texts)
    return [_ended(text, _STOP if place == len(items) else semicolon) for place, text in enumerate(items, 1)]


def _ended(text: str, sign: str) -> str:
    """A text that ends with a sign, unless it is closed already."""
    stem = _without(text, _is_replaced)
    tail = text[len(stem) :]
    inner = _without(stem, _is_closer)
    if _ELLIPSIS.search(tail):
        return _without(text, _is_separator)
    if _is_greek_question(stem, tail):
        return stem + tail[0]
    if _is_closed(inner):
        return stem
    if tail.startswith(_STOP) and is_abbreviation(stem):
        return stem + _STOP + sign.removeprefix(_STOP)
    if inner != stem and inner.endswith(_STOP) and sign == _STOP and not is_abbreviation(inner[:-1]):
        return stem
    return stem + sign


def _without(text: str, is_loose: Callable[[str], bool]) -> str:
    """`text` without the characters at its end for which `is_loose` is true."""
    end = len(text)
    while end and is_loose(text[end - 1]):
        end -= 1
    return text[:end]


def _is_separator(sign: str) -> bool:
    return sign.isspace() or sign in _SEPARATORS


def _is_replaced(sign: str) -> bool:
    return sign == _STOP or _is_separator(sign)


def _is_closer(sign: str) -> bool:
    """Whether a sign may stand after the mark that closes a sentence: a bracket, a quote, an invisible character."""
    return sign.isspace() or sign in "\"'\ufe0e\ufe0f" or unicodedata.category(sign) in ("Pe", "Pf", "Pi", "Cf")


def _is_closed(text: str) -> bool:
    """Whether a text ends with a mark, other than a full stop, that closes a sentence or announces what follows."""
    last = text[-1:]
    if last in ("", _STOP) or unicodedata.category(last)[0] not in "PS":
        return text.endswith("...")
    name = unicodedata.name(last, "")
    return any(closing in name for closing in _CLOSING_NAMES)


def _is_greek_question(stem: str, tail: str) -> bool:
    """Whether a semicolon is the question mark of Greek, which is the same character in Unicode."""
    return tail.startswith(";") and unicodedata.name(stem[-1:] or " ", "").startswith("GREEK")
