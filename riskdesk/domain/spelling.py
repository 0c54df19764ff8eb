"""The words of a text that are checked with a dictionary; not names, acronyms, numbers and addresses.

A word with a capital inside a sentence is taken for a name. So are words in other letters than Latin ones, as there are
dictionaries of English and French alone.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

_APOSTROPHES, _HYPHENS, _SOFT_HYPHEN = "'\u2019\u02bc", "-\u2010\u2011", "\u00ad"
_INSIDE = rf"[\w\u0300-\u036f{_SOFT_HYPHEN}]"
_JOINT = rf"[{_APOSTROPHES}{re.escape(_HYPHENS)}]"
_WORD = re.compile(rf"{_INSIDE}+(?:{_JOINT}{_INSIDE}+)*")
_CHUNK = re.compile(r"\S+")
# Mail, web and file addresses; names of files and abbreviations with stops inside, such as "e.g.".
_ADDRESS = re.compile(r"@|://|^\W*www\.|\\|^\W?[/~]\w|/.*/|\w\.[a-z0-9]")
_ENDS_SENTENCE = re.compile(r"[.!?…\n\u2028\u2029]")
# Words of at most this length before a full stop are more often abbreviations than ends: Mr., St., art.
_SHORTEST_END = 3
_ELISION = re.compile(rf"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)[{_APOSTROPHES}]", re.IGNORECASE)
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}]s$")
_ACRONYM = re.compile(r"[^\W\d_]*[A-ZÀ-Þ]{2,}s?")
_PLAIN = {ord(sign): "'" for sign in _APOSTROPHES} | {ord(sign): "-" for sign in _HYPHENS} | {ord(_SOFT_HYPHEN): None}
_LAST_LATIN, _MORE_LATIN = "\u024f", ("\u1e00", "\u1eff")
# In letters: a longer text is no word, and a shorter one is a symbol.
_SHORTEST, _LONGEST = 2, 60
# The number of words in the cache: more than most registers have.
_REMEMBERED = 10_000


class Word(NamedTuple):
    """A word to be looked up; `text` has plain apostrophes and hyphens, whatever is between `start` and `end`."""

    start: int
    end: int
    text: str


def words(text: str) -> Iterator[Word]:
    """The words of a text that are to be checked, in order."""
    begins, last = True, 0
    for chunk in _CHUNK.finditer(text):
        at, piece = chunk.start(), chunk.group()
        # A long text without blanks hardly occurs again, and would fill the cache while it is typed.
        inside = _inside if len(piece) <= 2 * _LONGEST else _inside.__wrapped__
        for start, end, typed_word in inside(piece):
            begins = begins or _ends_sentence(text, last, at + start)
            word = _looked_up(typed_word, begins=begins) if typed_word else ""
            if word:
                yield Word(at + start, at + end, word)
            begins, last = False, at + end


def plain(word: str) -> str:
    """A word as dictionaries have it: composed, with plain apostrophes and hyphens."""
    return unicodedata.normalize("NFC", word.translate(_PLAIN))


def listed(text: str) -> set[str]:
    """The words of a list that has one in each line, plain."""
    return {plain(line.strip()) for line in text.splitlines() if line.strip()}


def is_among(known_words: Collection[str], word: str) -> bool:
    """Whether a plain word is a known one: as it is, with a capital, or with "l'" or "'s" joined to it."""
    if not known_words:
        return False
    inside = core(word)
    return any(form in known_words for form in (word, inside, _small(word), _small(inside)))


def _small(word: str) -> str:
    return word[:1].lower() + word[1:]


def core(word: str) -> str:
    """A plain word without what is joined to it: "l'", "qu'" before it, "'s" behind it."""
    return _POSSESSIVE.sub("", _ELISION.sub("", word, count=1) if _ELISION.match(word) else word)


@lru_cache(maxsize=_REMEMBERED)
def _inside(chunk: str) -> tuple[tuple[int, int, str], ...]:
    """The start and end of each word between two blanks, and the word; empty if it is not checked."""
    is_address = _ADDRESS.search(chunk) is not None
    matches = ((match.span(), match.group()) for match in _WORD.finditer(chunk))
    return tuple(
        (*span, "" if is_address or len(typed_word) > 2 * _LONGEST else typed_word) for span, typed_word in matches
    )


def _ends_sentence(text: str, last: int, start: int) -> bool:
    """Whether a sentence ends between the end of a word and the start of the next."""
    between = text[last:start]
    if between == " ":
        return False
    if between.startswith(".") and not between[1:].strip(" \u00a0"):
        before = re.search(r"\w*$", text[:last][-_SHORTEST_END - 1 :])
        return before is None or len(before.group()) > _SHORTEST_END
    return _ENDS_SENTENCE.search(between) is not None


@lru_cache(maxsize=_REMEMBERED)
def _looked_up(typed_word: str, *, begins: bool) -> str:
    """A word as it is looked up; empty if it is not checked."""
    word = plain(typed_word)
    return word if _is_checked(word, core(word), begins=begins) else ""


def _is_checked(word: str, inside: str, *, begins: bool) -> bool:
    if not _SHORTEST <= len(inside) <= _LONGEST or not all(map(_is_letter, word)):
        return False
    parts = inside.split("-")
    if any(_ACRONYM.fullmatch(part) or _has_hump(part) for part in parts):
        return False
    first = 1 if begins and word.startswith(inside) else 0
    return not any(part[:1].isupper() for part in parts[first:])


def _is_letter(sign: str) -> bool:
    if sign in "'-" or unicodedata.combining(sign):
        return True
    return sign.isalpha() and (sign <= _LAST_LATIN or _MORE_LATIN[0] <= sign <= _MORE_LATIN[1])


def _has_hump(part: str) -> bool:
    """Whether a capital follows a small letter, as in eTwinning."""
    return any(one.islower() and other.isupper() for one, other in pairwise(part))
