"""Text as a user typed it, and as the register prints it."""

import re
import unicodedata
from collections.abc import Iterable

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\u0085")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_CLOSING = " \t\n\u00a0\u202f;."
# What Word, Excel and mail put before a list item: a bullet sign, or a number with a dot or bracket, then space.
_LIST_SIGN = re.compile(
    "^[\\s\u00a0]*(?:[\u2022\u2023\u25aa\u25ab\u25cf\u25cb\u25e6\u2043\u2219\u00b7\uf0b7\uf0a7\uf076\uf0d8*\u2013\u2014-]"
    "|\\(?(?:\\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)])[\\s\u00a0]+"
)
# Signs that stand for a list item even when no space follows, as Word's private ones do.
_BARE_SIGN = re.compile("^[\\s\u00a0]*[\u2022\u25aa\u25cf\uf0b7\uf0a7\uf076\uf0d8][\\s\u00a0]*")


def clean(text: str) -> str:
    """`text` in NFC with plain line ends; InputProblem where it holds a control character."""
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))
    found = _CONTROL.search(text)
    if found:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The text holds the control character {code} at position {position}; remove it and try again.",
            ),
            code=f"U+{ord(found.group()):04X}",
            position=found.start() + 1,
        )
    return text


def without_control(text: str) -> str:
    """`text` with its control characters left out, for what comes from the clipboard."""
    return _CONTROL.sub("", _LINE_ENDS.sub("\n", text.replace("\x0b", "\n")))


def bullets(pasted: str) -> list[str]:
    """The list items in pasted text: one a line, without the signs and numbers Word puts there."""
    lines = (_BARE_SIGN.sub("", _LIST_SIGN.sub("", line)).strip() for line in without_control(pasted).split("\n"))
    return [line for line in lines if line]


def fold(text: str) -> str:
    """`text` as searching compares it: without accents and case."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def holds_rtl(text: str) -> bool:
    """Whether a text holds a letter of a script that runs from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def is_rtl(text: str) -> bool:
    """Whether a paragraph runs from right to left: what its first letter does (UAX #9, P2)."""
    if not holds_rtl(text):
        return False
    ways = (unicodedata.bidirectional(sign) for sign in text)
    return next((way != "L" for way in ways if way in ("L", "R", "AL")), False)


def punctuated(texts: Iterable[str], semicolon: str = ";") -> list[str]:
    """The bullets of one printed cell: each ends with a semicolon, the last with "." (as the source prints them).

    A closing question or exclamation mark, ellipsis or colon stays as it was typed.
    """
    typed = list(texts)
    return [_ended(text, "." if place == len(typed) else semicolon) for place, text in enumerate(typed, 1)]


def _ended(text: str, sign: str) -> str:
    text = text.rstrip()
    if text.endswith(("?", "!", "\u2026", "...", ":")):
        return text
    return text.rstrip(_CLOSING) + sign
