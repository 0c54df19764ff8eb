"""Finds texts by a few typed letters: by their beginning, by words in any order, by initials, or by near words."""

import sys
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import NamedTuple

from riskdesk.domain.nearness import initials, may_be_inside, near, words, wrong_letters
from riskdesk.domain.typed import TypedQuery

# Near words are looked for if fewer texts than these are found without them.
_FEW = 25
# In the stored texts, what is before each word, and what is around each name.
_GAP, _EDGE = " ", "\n"
# The character that is sorted after every other.
_LAST = chr(sys.maxunicode)


class Matches(NamedTuple):
    """The best matches, in order, and in `all` how many there are."""

    keys: list[str]
    all: int


class Texts:
    """A collection of texts that is searched by what a user types; each has a key, and may have other names.

    Texts are compared folded. This is an index of words with the texts that each is in, as there are far more texts
    than words. A text has a number; a text that replaces it gets a new number, and the old one is not used again.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._keys: list[str] = []
        self._texts: list[str] = []
        self._sizes: list[int] = []
        self._short: dict[str, str] = {}
        self._last: set[int] = set()
        # The texts that a word is in, and those in which it is the first word of a name.
        self._holding: dict[str, array[int]] = {}
        self._first: dict[str, array[int]] = {}
        # In how many of the texts that are still kept each word is.
        self._counts = Counter[str]()
        self._letters: dict[str, frozenset[str]] = {}
        self._sorted: list[str] | None = None

    def __contains__(self, key: str) -> bool:
        return key in self._numbers

    def put(self, key: str, *names: str, short: bool = False) -> None:
        """Keep a text under a key, replacing the one before; a `short` one is also found by its initials."""
        if key in self:
            self.drop(key)
        word_lists = [name_words for name in names if (name_words := words(name))]
        number = self._numbers[key] = len(self._keys)
        self._keys.append(key)
        self._sizes.append(len(names[0]))
        self._texts.append("".join(f"{_EDGE}{_GAP}{_GAP.join(name_words)}" for name_words in word_lists) + _EDGE)
        for word in set(chain.from_iterable(word_lists)):
            self._note(word, number)
        for word in {name_words[0] for name_words in word_lists}:
            self._first.setdefault(word, array("I")).append(number)
        if short:
            self._short[key] = names[0]

    def stand(self, key: str, *, last: bool) -> None:
        """Set whether a text comes after all others that match equally well, or among them."""
        (self._last.add if last else self._last.discard)(self._numbers[key])

    def drop(self, key: str) -> None:
        """Remove the text of a key."""
        number = self._numbers.pop(key)
        self._short.pop(key, None)
        self._last.discard(number)
        for word in set(self._texts[number].split()):
            self._counts[word] -= 1
            if not self._counts[word]:
                self._forget(word)
        self._texts[number] = ""

    def find(
        self, query: TypedQuery, most: int, among: Collection[str] | None = None, first: Collection[str] = ()
    ) -> Matches:
        """The keys of the texts that match a query: whole texts, then beginnings, words, initials, and near words.

        If `among` is given, only these keys are searched. Of texts that match equally well, the `first` ones come
        first, then short ones, and last those that `stand` put there.
        """
        if not query.words:
            return Matches([], 0)
        numbers, keys, sizes = self._numbers, self._keys, self._sizes
        there = set(numbers.values() if among is None else (numbers[key] for key in among if key in numbers))
        holding = set.intersection(there, *map(self._with, query.words))
        by_initials = {numbers[key] for key, text in self._short.items() if initials(query.initials, text)} & there
        before = {numbers[key]: None for key in first if key in numbers}
        best: dict[int, None] = {}
        for rank in self._ranks(query, holding, by_initials):
            if len(best) >= most:
                break
            best.update(dict.fromkeys(number for number in before if number in rank))
            ordered = sorted(sorted(rank), key=sizes.__getitem__)
            best.update(dict.fromkeys(sorted(ordered, key=self._last.__contains__)))
        count = len(holding | by_initials)
        if count < min(_FEW, most):
            best.update(dict.fromkeys(self._near(query, there)))
            count = len(best)
        return Matches([keys[number] for number in islice(best, most)], count)

    def _ranks(self, query: TypedQuery, holding: set[int], by_initials: set[int]) -> Iterator[set[int]]:
        """The texts that match the letters as they are typed, the best first; a text may be repeated in a later set."""
        beginning = set.intersection(holding, *map(self._beginning, query.words))
        starting = beginning & self._union(self._first, self._words_from(query.words[0]))
        if len(query.words) > 1:
            starting = self._having(starting, _EDGE + _GAP + query.phrase)
        yield self._having(starting, _EDGE + _GAP + query.phrase + _EDGE)
        yield starting
        if len(query.words) > 1:
            yield self._having(beginning, _GAP + query.phrase)
        yield beginning
        yield by_initials
        yield holding

    def _near(self, query: TypedQuery, there: set[int]) -> Iterable[int]:
        """The texts that have a near word for each word that no text has a beginning of, the nearest first."""
        matches = {word: self._beginning(word) & there for word in query.words}
        unknown = [word for word in query.words if not matches[word]]
        pool = set.intersection(there, *(numbers for numbers in matches.values() if numbers))
        ordered: dict[int, None] = dict.fromkeys(pool if not unknown else ())
        for word in unknown:
            ordered = {
                number: None for other in near(word, self._letters) for number in sorted(self._beginning(other) & pool)
            }
            pool = set(ordered)
        return ordered

    def _note(self, word: str, number: int) -> None:
        if word not in self._holding:
            self._holding[word], self._sorted = array("I"), None
            if wrong_letters(word):
                self._letters[word] = frozenset(word)
        self._holding[word].append(number)
        self._counts[word] += 1

    def _forget(self, word: str) -> None:
        """Remove a word that is in no text any more."""
        del self._holding[word], self._counts[word]
        self._first.pop(word, None)
        self._letters.pop(word, None)
        self._sorted = None

    def _with(self, word: str) -> set[int]:
        """The texts that a word is in, also inside another word if it is long enough for that."""
        if not may_be_inside(word):
            return self._beginning(word)
        return self._union(self._holding, (other for other in self._holding if word in other))

    def _beginning(self, word: str) -> set[int]:
        """The texts with a word that begins with this one."""
        return self._union(self._holding, self._words_from(word))

    def _words_from(self, beginning: str) -> list[str]:
        """The words with this beginning."""
        if self._sorted is None:
            self._sorted = sorted(self._holding)
        first = bisect_left(self._sorted, beginning)
        return self._sorted[first : bisect_left(self._sorted, beginning + _LAST, first)]

    def _union(self, numbers: Mapping[str, Iterable[int]], among: Iterable[str]) -> set[int]:
        return set().union(*(numbers[word] for word in among if word in numbers))

    def _having(self, numbers: Iterable[int], part: str) -> set[int]:
        return {number for number in numbers if part in self._texts[number]}
