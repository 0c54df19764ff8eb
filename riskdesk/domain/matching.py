"""Which texts a few typed letters point to: by what they begin with, by words in any order, by initials, or nearly."""

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from itertools import chain
from typing import NamedTuple

from riskdesk.domain.folding import Query, Span, fold

_WORD = re.compile(r"\w+")
# Letters that may stand inside a word without being taken for chance.
_LETTERS_INSIDE = 3
# How long a word is at least in which one letter may be wrong, or two.
_ONE_WRONG, _TWO_WRONG = 4, 8
# What is found without near words where near ones are looked for, too; and how many of these.
_FEW, _NEAR_WORDS = 25, 5
# What stands before each word of a text, and around each text, as they are kept.
_GAP, _EDGE = " ", "\n"


class Found(NamedTuple):
    """The best of what was found, in order, and how much there is in `all`."""

    keys: list[str]
    all: int


class _Part(NamedTuple):
    """A word of a text: where it stands there, and itself, folded."""

    start: int
    end: int
    folded: str


@dataclass(frozen=True)
class Typed:
    """What was typed to point to a text."""

    text: str

    @cached_property
    def words(self) -> list[str]:
        """Its words, folded."""
        return _words(self.text)

    @cached_property
    def phrase(self) -> str:
        """Its words as they follow each other."""
        return _GAP.join(self.words)

    @property
    def initials(self) -> str:
        """Its letters, which may be the beginnings of words."""
        return "".join(self.words)

    def spans(self, text: str) -> list[Span]:
        """Where in a text that it points to the letters stand that were typed, from left to right."""
        parts = [_Part(*part.span(), fold(part.group())) for part in _WORD.finditer(text)]
        found = {word: _as_typed(word, text, parts) for word in self.words}
        if all(found.values()):
            return _joined(chain.from_iterable(found.values()))
        # What matches elsewhere, such as the letter of a reference, is not to be seen in each word of the text.
        other = (spans if _may_be_inside(word) else [] for word, spans in found.items())
        nearly = (spans or _nearly(word, parts) for word, spans in zip(found, other, strict=True))
        return initials(self.initials, text) or _joined(chain.from_iterable(nearly))


class Texts:
    """Texts by a key, each with other names that point to it as well.

    They are compared folded, and kept so. A search that only goes on typing looks through what the last one found.
    """

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}
        self._sizes: dict[str, int] = {}
        self._short: dict[str, str] = {}
        self._vocabulary: dict[str, frozenset[str]] = {}
        self._last: tuple[list[str], list[str]] | None = None

    def __contains__(self, key: str) -> bool:
        return key in self._kept

    def put(self, key: str, *names: str, short: bool = False) -> None:
        """Keep a text, or another one for a key; that of a `short` one is pointed to by its initials, too."""
        words = [_words(name) for name in names]
        kept = "".join(f"{_EDGE}{_GAP}{_GAP.join(found)}" for found in words if found) + _EDGE
        self._kept[key], self._sizes[key], self._last = kept, len(names[0]), None
        if short:
            self._short[key] = names[0]
        for word in set(chain.from_iterable(words)):
            if word not in self._vocabulary and _wrong_letters(word):
                self._vocabulary[word] = frozenset(word)

    def drop(self, key: str) -> None:
        """Keep the text of a key no longer."""
        del self._kept[key], self._sizes[key]
        self._short.pop(key, None)
        self._last = None

    def find(self, typed: Typed, most: int, among: Collection[str] | None = None, first: Collection[str] = ()) -> Found:
        """The keys of the texts that something typed points to: whole texts, beginnings, words, initials, near ones.

        It looks `among` some keys alone. Of those that match alike, the `first` ones come first, then short texts.
        """
        ranked = self._ranked(typed, among) if typed.words else []
        count = sum(map(len, ranked))
        best: list[str] = []
        for keys in ranked:
            if len(best) < most:
                fitting = set(keys)
                before = [key for key in first if key in fitting]
                best += dict.fromkeys([*before, *sorted(keys, key=self._sizes.__getitem__)])
        if typed.words and count < min(_FEW, most):
            best = list(dict.fromkeys([*best, *self._near(typed, among)]))
            count = len(best)
        return Found(best[:most], count)

    def _ranked(self, typed: Typed, among: Collection[str] | None) -> list[list[str]]:
        """What is found for the letters as they are typed, by how well it fits."""
        kept, holding = self._kept, self._holding(typed)
        if among is not None:
            holding = [key for key in holding if key in among]
        beginning = holding
        for word in typed.words:
            if _may_be_inside(word):
                beginning = [key for key in beginning if _GAP + word in kept[key]]
        starting, rest = _parted(kept, beginning, f"{_EDGE}{_GAP}{typed.phrase}")
        whole, starting = _parted(kept, starting, f"{_EDGE}{_GAP}{typed.phrase}{_EDGE}")
        following, apart = (rest, []) if len(typed.words) == 1 else _parted(kept, rest, f"{_GAP}{typed.phrase}")
        known = set(beginning)
        by_initials = [key for key in self._by_initials(typed, among) if key not in known]
        known.update(by_initials)
        inside = [key for key in holding if key not in known] if len(holding) > len(beginning) else []
        return [whole, starting, following, apart, by_initials, inside]

    def _holding(self, typed: Typed) -> list[str]:
        """What has all the words in it: as beginnings of words, or inside them where they are long enough."""
        kept, pool = self._kept, list(self._kept)
        parts = [word if _may_be_inside(word) else _GAP + word for word in typed.words]
        if self._last is not None and all(any(part in now for now in parts) for part in self._last[0]):
            pool = self._last[1]
        for part in parts:
            pool = [key for key in pool if part in kept[key]]
        self._last = parts, pool
        return pool

    def _by_initials(self, typed: Typed, among: Collection[str] | None) -> Iterator[str]:
        for key, text in self._short.items():
            if (among is None or key in among) and initials(typed.initials, text):
                yield key

    def _near(self, typed: Typed, among: Collection[str] | None) -> list[str]:
        """What has, for each word that nothing begins with, one that is nearly the same, the nearest first."""
        kept, pool = self._kept, list(self._kept if among is None else among)
        # What is found as it is typed leaves little for the others to be looked for in.
        unknown = []
        for word in typed.words:
            beginning = [key for key in pool if _GAP + word in kept[key]]
            pool = beginning or pool
            if not beginning:
                unknown.append(word)
        for word in unknown:
            alike = [_GAP + other for other in near(word, self._vocabulary)]
            pool = list(dict.fromkeys(key for other in alike for key in pool if other in kept[key]))
        return pool


def near(wanted: str, words: Mapping[str, Collection[str]]) -> list[str]:
    """The words that begin like a wanted one but for a letter or two, the nearest alone; each is given its letters."""
    allowed, letters, size = _wrong_letters(wanted), set(wanted), len(wanted)
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    found = []
    for word, its_letters in words.items() if allowed else ():
        # What costs little rules nearly all of them out.
        if (wanted[0] in word[:2] or word[0] in wanted[:2]) and len(letters.difference(its_letters)) <= allowed:
            wrong = _wrong(matcher, word[:size], size)
            if wrong <= allowed:
                allowed = wrong
                found.append((wrong, len(letters.symmetric_difference(its_letters)), word))
    return [word for wrong, _, word in nsmallest(_NEAR_WORDS, found) if wrong == allowed]


def initials(letters: str, text: str) -> list[Span] | None:
    """Where letters stand in a text that are the beginnings of two words or more, as those of "epdf" in "Export PDF".

    Words may be left out between them; None if the letters are no such beginnings.
    """
    reached: dict[int, list[Span]] = {0: []}
    for part in _WORD.finditer(text):
        word = fold(part.group())
        for taken in sorted(reached, reverse=True):
            for size in range(1, _alike(letters[taken:], word) + 1):
                reached.setdefault(taken + size, [*reached[taken], (part.start(), part.start() + size)])
    found = reached.get(len(letters), [])
    return found if len(found) > 1 else None


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _parted(kept: dict[str, str], keys: list[str], part: str) -> tuple[list[str], list[str]]:
    """The keys of texts that have a part, and the others."""
    having = [key for key in keys if part in kept[key]]
    if not having:
        return [], keys
    known = set(having)
    return having, [key for key in keys if key not in known]


def _may_be_inside(word: str) -> bool:
    """Whether a word is long enough to stand inside another one not by chance; signs of no Latin script always are."""
    return len(word) >= _LETTERS_INSIDE or not word.isascii()


def _wrong_letters(word: str) -> int:
    """How many letters of a word may be wrong; none in a number."""
    return (len(word) >= _ONE_WRONG) + (len(word) >= _TWO_WRONG) if word.isalpha() else 0


def _wrong(matcher: difflib.SequenceMatcher[str], part: str, size: int) -> int:
    """How many letters of a word are not those of the wanted one, in their order."""
    matcher.set_seq1(part)
    return max(size, len(part)) - sum(block.size for block in matcher.get_matching_blocks())


def _as_typed(word: str, text: str, parts: Iterable[_Part]) -> list[Span]:
    """Where a word begins one of a text, else where it stands inside one."""
    starting = [
        (part.start, part.start + _first_end(text[part.start : part.end], word))
        for part in parts
        if part.folded.startswith(word)
    ]
    return starting or (list(Query(word).spans(text)) if _may_be_inside(word) else [])


def _nearly(word: str, parts: Iterable[_Part]) -> list[Span]:
    """The words of a text that are nearly the same as one."""
    alike = near(word, {part.folded: part.folded for part in parts})
    return [(part.start, part.end) for part in parts if part.folded in alike]


def _first_end(text: str, word: str) -> int:
    """Where a word ends that a text begins with; behind a sign such as œ where it ends inside of it."""
    return next((end for _, end in Query(word).spans(text)), len(text))


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans from left to right, where some lie in others."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined


def _alike(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
