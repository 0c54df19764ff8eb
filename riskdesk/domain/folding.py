"""Folding of text for search, and the place of each hit in the original text."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from riskdesk.domain.text import is_blank

# The index of its first character, and the one after its last.
Span: TypeAlias = tuple[int, int]
_Edges: TypeAlias = dict[int, int] | range

# What word processors write for ' and ", and letters that Unicode does not divide into another one and an accent.
_LETTERS = {"œ": "oe", "æ": "ae", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ß": "ss"}
_CAPITALS = {"Œ": "Oe", "Æ": "Ae", "Ł": "L", "Ø": "O", "Đ": "D", "Ð": "D", "Ħ": "H", "Ŧ": "T", "ẞ": "SS"}
_APOSTROPHES = dict.fromkeys("`´ʹʻʼʽ՚‘’‚‛′‵‹›❛❜", "'")
_QUOTES = dict.fromkeys("ʺˮ“”„‟″‶«»❝❞⹂〝〞〟", '"')
_STROKES = {"−": "-", "⁃": "-", "⁄": "/"}
_ALIKE = str.maketrans(_LETTERS | _CAPITALS | _APOSTROPHES | _QUOTES | _STROKES)
_LINE_END = re.compile("\r\n?")


def fold(text: str, *, case: bool = False) -> str:
    """The `text` in a form for comparison: without accents, ligatures and invisible characters.

    All apostrophes become one character; so do quotes, dashes and spaces. Capitals become small letters, unless `case`
    is true.
    """
    return _folded(text, case)


def fold_line(text: str) -> str:
    """The `text` folded, in one line with single blanks."""
    return " ".join(fold(text).split())


class Query(NamedTuple):
    """A text to look for; `case` makes the search case-sensitive, `words` limits it to whole words."""

    text: str
    case: bool = False
    words: bool = False

    def is_in(self, text: str) -> bool:
        """Whether it occurs in a text, also inside words; it caches nothing, for texts that are searched once."""
        return fold(_LINE_END.sub("\n", self.text), case=self.case) in text.translate(_SIGNS[self.case])

    def spans(self, text: str) -> Iterator[Span]:
        """Where it occurs in a text, from left to right; no hit begins or ends inside a character such as œ."""
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
    """A text with another one instead of each of its spans, which are given from left to right."""
    starts = [0, *(end for _, end in spans)]
    ends = [*(start for start, _ in spans), len(text)]
    return by.join(text[start:end] for start, end in zip(starts, ends, strict=True))


class _Signs(dict[int, str]):
    """A table of the folded form of each character, filled when a character first occurs."""

    def __init__(self, *, case: bool) -> None:
        super().__init__()
        self._case = case

    def __missing__(self, code: int) -> str:
        # Translated before `_plain` too, which would make two single primes of a double one.
        sign = _plain(chr(code).translate(_ALIKE))
        self[code] = _plain((sign if self._case else sign.casefold()).translate(_ALIKE))
        return self[code]


_SIGNS = {case: _Signs(case=case) for case in (False, True)}


@lru_cache(maxsize=200_000)
def _folded(text: str, case: bool) -> str:  # noqa: FBT001 - it is a part of the cache's key
    return text.translate(_SIGNS[case])


def _plain(text: str) -> str:
    """`text` in its compatibility decomposition, without marks."""
    return "".join(map(_plain_sign, unicodedata.normalize("NFKD", text)))


def _plain_sign(sign: str) -> str:
    if sign.isspace():
        return " "
    if unicodedata.category(sign) == "Pd":
        return "-"
    return "" if is_blank(sign) or unicodedata.combining(sign) else sign


def _edges(text: str, *, case: bool) -> tuple[_Edges, _Edges]:
    """Where characters begin and end in a text, by places in the folded one; a mark belongs to the one before."""
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
    """Whether a part of a folded text begins or ends inside a word."""
    edges = ((folded[:start][-1:], folded[start]), (folded[end - 1], folded[end : end + 1]))
    return any(_is_letter(left) and _is_letter(right) for left, right in edges)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_" or (sign != "" and unicodedata.category(sign).startswith("M"))
