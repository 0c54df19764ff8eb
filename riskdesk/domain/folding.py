"""Text as searching compares it, and where in the text as it was typed each hit stands."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from riskdesk.domain.text import is_blank

# From its first sign up to the one behind its last.
Span: TypeAlias = tuple[int, int]
_Edges: TypeAlias = dict[int, int] | range

# What word processors write for ' and ", and letters that Unicode holds to be no others with an accent.
_LETTERS = {"œ": "oe", "æ": "ae", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ß": "ss"}
_CAPITALS = {"Œ": "Oe", "Æ": "Ae", "Ł": "L", "Ø": "O", "Đ": "D", "Ð": "D", "Ħ": "H", "Ŧ": "T", "ẞ": "SS"}
_APOSTROPHES = dict.fromkeys("`´ʹʻʼʽ՚‘’‚‛′‵‹›❛❜", "'")
_QUOTES = dict.fromkeys("ʺˮ“”„‟″‶«»❝❞⹂〝〞〟", '"')
_STROKES = {"−": "-", "⁃": "-", "⁄": "/"}
_ALIKE = str.maketrans(_LETTERS | _CAPITALS | _APOSTROPHES | _QUOTES | _STROKES)
_LINE_END = re.compile("\r\n?")


def fold(text: str, *, case: bool = False) -> str:
    """The `text` made ready to be compared: without accents, ligatures and invisible signs.

    Each kind of apostrophe, quote, dash and space has one sign. Capitals become small letters, unless they are told
    apart by `case`.
    """
    return _folded(text, case)


class Query(NamedTuple):
    """A text to look for; `case` tells capitals from small letters, `words` leaves out what is a part of a word."""

    text: str
    case: bool = False
    words: bool = False

    def is_in(self, text: str) -> bool:
        """Whether it stands in a text that is not looked through again, whose folded form is not remembered."""
        return fold(_LINE_END.sub("\n", self.text), case=self.case) in text.translate(_SIGNS[self.case])

    def spans(self, text: str) -> Iterator[Span]:
        """Where in a text it stands, from left to right; none begins or ends inside a sign such as œ."""
        query, folded = fold(_LINE_END.sub("\n", self.text), case=self.case), fold(text, case=self.case)
        if not query or query not in folded:
            return
        starts, ends = _edges(text, case=self.case)
        at = folded.find(query)
        while at >= 0:
            end = at + len(query)
            if at in starts and end in ends and not (self.words and _is_part(folded, at, end)):
                yield starts[at], ends[end]
                at = folded.find(query, end)
            else:
                at = folded.find(query, at + 1)


def replaced(text: str, spans: Sequence[Span], by: str) -> str:
    """A text with another one in place of each of its spans, given from left to right."""
    starts = [0, *(end for _, end in spans)]
    ends = [*(start for start, _ in spans), len(text)]
    return by.join(text[start:end] for start, end in zip(starts, ends, strict=True))


class _Signs(dict[int, str]):
    """A table of what each sign is folded to, filled when the sign is first met."""

    def __init__(self, *, case: bool) -> None:
        super().__init__()
        self._case = case

    def __missing__(self, code: int) -> str:
        # Before compatible signs are made the same: the double prime would be two of the single one.
        sign = _plain(chr(code).translate(_ALIKE))
        self[code] = _plain((sign if self._case else sign.casefold()).translate(_ALIKE))
        return self[code]


_SIGNS = {case: _Signs(case=case) for case in (False, True)}


@lru_cache(maxsize=200_000)
def _folded(text: str, case: bool) -> str:  # noqa: FBT001 - what is remembered is known by it
    return text.translate(_SIGNS[case])


def _plain(text: str) -> str:
    """`text` in its simplest signs, without marks."""
    return "".join(map(_plain_sign, unicodedata.normalize("NFKD", text)))


def _plain_sign(sign: str) -> str:
    if sign.isspace():
        return " "
    if unicodedata.category(sign) == "Pd":
        return "-"
    return "" if is_blank(sign) or unicodedata.combining(sign) else sign


def _edges(text: str, *, case: bool) -> tuple[_Edges, _Edges]:
    """Where signs begin and end in a text, by the places in the folded one; a mark belongs to the sign before it."""
    if text.isascii():
        return range(len(text)), range(len(text) + 1)
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    at = 0
    for place, sign in enumerate(text):
        size = len(fold(sign, case=case))
        if size:
            starts[at] = place
            at += size
        if size or unicodedata.category(sign).startswith("M"):
            ends[at] = place + 1
    return starts, ends


def _is_part(folded: str, start: int, end: int) -> bool:
    """Whether a part of a folded text is less than whole words."""
    edges = ((folded[:start][-1:], folded[start]), (folded[end - 1], folded[end : end + 1]))
    return any(_is_letter(left) and _is_letter(right) for left, right in edges)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_" or (sign != "" and unicodedata.category(sign).startswith("M"))
