"""Text as a user typed it, and as the register prints it."""

import re
import unicodedata
from collections.abc import Iterable

from riskdesk.domain import pasting
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\u0085")
_CLOSING = " \t\n\u00a0\u202f;."


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
    """The list items in text from other programs, without signs of lists and control characters."""
    return pasting.bullets(without_control(pasted))


def fold(text: str) -> str:
    """`text` as searching compares it: without accents and case."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


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
