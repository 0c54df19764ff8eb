"""Texts that say nearly the same: word order, small words, a mistyped word or, in longer ones, another word apart.

They are found without comparing each with each: texts that are nearly the same have the same words but for one, or,
where they are long, the same words in one of several parts; and what has that in common stands in one block.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain
from operator import is_
from typing import Any, Generic, TypeVar
from zlib import crc32

from riskdesk.domain.essence import Essence, are_forms, essence
from riskdesk.domain.part_results import differing

Key = TypeVar("Key")
Item = TypeVar("Item")
# An id, and another one whose text is like its own.
Pair = tuple[str, str]
# More texts than this that have all but one word in common follow a pattern, such as the names of a list.
_MOST_IN_BLOCK = 64
# One word in so many may be another one, up to so many words.
_WORDS_EACH, _MOST_OTHER = 8, 3
# From so many words on, one may be left out.
_LEAST_FOR_LESS = 5
# Of so many parts, that many other words on both sides leave one as it is.
_PARTS = 2 * _MOST_OTHER + 1
_BEYOND_SUMS = 64
# So many texts are looked at between two breaths.
_AT_ONCE = 100


class Groups(Generic[Key]):
    """A grouping of ids by a key that they have in common; `shared` are the keys that several of them have."""

    def __init__(self) -> None:
        self._keys: dict[str, Key] = {}
        self.members: defaultdict[Key, set[str]] = defaultdict(set)
        self.shared: set[Key] = set()

    def put(self, identity: str, key: Key) -> bool:
        """Take an id in that is not there; whether its key is new."""
        self._keys[identity] = key
        members = self.members[key]
        members.add(identity)
        if len(members) > 1:
            self.shared.add(key)
        return len(members) == 1

    def key(self, identity: str) -> Key | None:
        """The key of an id; None if it is not there."""
        return self._keys.get(identity)

    def drop(self, identity: str) -> Key | None:
        """Leave an id out; its key if no other id has that."""
        key = self._keys.pop(identity, None)
        if key is None:
            return None
        members = self.members[key]
        members.discard(identity)
        if len(members) < 2:
            self.shared.discard(key)
        if members:
            return None
        del self.members[key]
        return key


class Alike:
    """A collection of texts by their ids that finds those which say nearly the same.

    To put in or drop a text takes time for the texts that are like it, not for all.
    """

    def __init__(self) -> None:
        self._groups: Groups[Essence] = Groups()
        self._blocks: defaultdict[int, set[Essence]] = defaultdict(set)
        # What is near each, where there is anything; `_stale`, and what stands in a block of `_doubted`, is looked at
        # again.
        self._near: dict[Essence, frozenset[Essence]] = {}
        self._doubted: set[int] = set()
        self._stale: set[Essence] = set()
        # The first id of all that is like a text, and the ids of the text with the first other of each; those of
        # `_unpaired` are found again.
        self._pairs: dict[Essence, tuple[str, tuple[Pair, ...]]] = {}
        self._unpaired: set[Essence] = set()
        # By the first id of all that is alike: the pairs of each text, and all of them in order.
        self._together: dict[str, tuple[list[tuple[Pair, ...]], tuple[Pair, ...]]] = {}

    def put(self, identity: str, text: str) -> None:
        """Take in a text that is not there."""
        text_essence = essence(text)
        if not text_essence.words:
            return
        if self._groups.put(identity, text_essence):
            for key in _keys(text_essence):
                self._blocks[key].add(text_essence)
                self._doubt(key)
        self._unpair(text_essence)

    def drop(self, identity: str) -> None:
        """Leave the text of an id out."""
        key = self._groups.key(identity)
        if key is not None:
            self._unpair(key)
        lost_essence = self._groups.drop(identity)
        if lost_essence is None:
            return
        for block in _keys(lost_essence):
            self._doubt(block)
            self._blocks[block].discard(lost_essence)
            if not self._blocks[block]:
                del self._blocks[block]
        self._near.pop(lost_essence, None)

    def refreshing(self) -> Iterator[None]:
        """Look again at what may be like others since texts came or went, a part at a time."""
        for keys in _parts_of(self._doubted, 10 * _AT_ONCE):
            self._stale |= set().union(*(self._blocks.get(key, ()) for key in keys))
            yield
        for texts in _parts_of(self._stale, _AT_ONCE):
            for one in texts:
                self._look_at(one)
            yield

    def reorder(self) -> None:
        """Forget which of the similar texts comes first, as their order has changed."""
        self._unpaired |= self._pairs.keys()

    def pairing(self, place: Callable[[str], Any]) -> Iterator[None]:
        """Pair the texts again that may have others beside them now, a part at a time; all was looked at before."""
        matched = self._groups.shared | self._near.keys()
        for keys in _parts_of(self._unpaired, _AT_ONCE):
            for key in keys:
                if key in matched:
                    self._pairs[key] = self._pairs_of(key, place)
                else:
                    self._pairs.pop(key, None)
            yield

    def twins(self, place: Callable[[str], Any]) -> Iterator[tuple[Pair, ...]]:
        """Each id whose text another one is like, with the first of those others by their `place`.

        What is alike follows each other, and is the same object as before where it stays as it was. All was looked at
        before (`refreshing`).
        """
        for _ in self.pairing(place):
            pass
        alike: defaultdict[str, list[tuple[Pair, ...]]] = defaultdict(list)
        for first, pairs in self._pairs.values():
            alike[first].append(pairs)
        before, self._together = self._together, {}
        for first in sorted(alike, key=place):
            parts, (parts_before, pairs) = alike[first], before.get(first, ([], ()))
            if len(parts) != len(parts_before) or not all(map(is_, parts, parts_before)):
                pairs = tuple(sorted(chain(*parts), key=lambda pair: place(pair[0]))) if parts[1:] else parts[0]
            self._together[first] = parts, pairs
            yield pairs

    def like(self, identity: str) -> Iterator[str]:
        """The other ids whose texts are like the text of an id, among those that were looked at so far."""
        key = self._groups.key(identity)
        if key is not None:
            for one in (key, *self._near.get(key, ())):
                yield from (other for other in self._groups.members[one] if other != identity)

    def _doubt(self, key: int) -> None:
        """Look again at what stands in a block, which a text joins or leaves; not where it is too large anyway."""
        if 1 < len(self._blocks[key]) <= _MOST_IN_BLOCK + 1:
            self._doubted.add(key)

    def _unpair(self, key: Essence) -> None:
        """Pair the ids of a text again, and those of texts that are near it."""
        self._unpaired |= {key, *self._near.get(key, ())}

    def _pairs_of(self, key: Essence, place: Callable[[str], Any]) -> tuple[str, tuple[Pair, ...]]:
        """The first id of all texts like a text, and each id of the text itself with the first other id."""
        ids = sorted(self._groups.members[key], key=place)
        others = [min(self._groups.members[near_key], key=place) for near_key in self._near.get(key, ())]
        first = min((ids[0], *others), key=place)
        # For the first one it is another one; it stands for itself with all that follow.
        second = min((*ids[1:2], *others), key=place)
        return first, tuple((identity, second if identity == first else first) for identity in ids)

    def _look_at(self, one: Essence) -> None:
        blocks = (self._blocks.get(key, ()) for key in _keys(one))
        others: set[Essence] = set().union(*(block for block in blocks if 1 < len(block) <= _MOST_IN_BLOCK))
        near = frozenset(other for other in others if other != one and are_near(other, one))
        if near != self._near.get(one, frozenset()):
            self._unpaired.add(one)
        if near and one in self._groups.members:
            self._near[one] = near
        else:
            self._near.pop(one, None)


def are_near(one: Essence, other: Essence) -> bool:
    """Whether two texts say nearly the same."""
    here, there = one.words - other.words, other.words - one.words
    if here & one.fixed or there & other.fixed:
        return False
    differing, most = max(len(here), len(there)), max(len(one.words), len(other.words))
    if differing <= min(_MOST_OTHER, most // _WORDS_EACH):
        return True
    if differing > 1:
        return False
    return are_forms(*here, *there) if here and there else most >= _LEAST_FOR_LESS


def are_in_order(before: Sequence[str], now: Sequence[str]) -> bool:
    """Whether the ids that are in both lists stand in the same order."""
    before_slice, now_slice = differing(before, now)
    before, now = before[before_slice], now[now_slice]
    former, present = set(before), set(now)
    return [identity for identity in before if identity in present] == [
        identity for identity in now if identity in former
    ]


def _parts_of(pool: set[Item], most: int) -> Iterator[list[Item]]:
    """Take all out of a set, so many at a time."""
    while pool:
        yield [pool.pop() for _ in range(min(len(pool), most))]


def _keys(text_essence: Essence) -> Iterator[int]:
    """What near texts have at least one of in common: all words, all but one, and one of the parts of a long text."""
    signs = [_sign(word) for word in text_essence.words]
    whole = sum(signs)
    yield whole
    if len(signs) > 1:
        yield from (whole - sign for sign in signs)
    if len(signs) >= 2 * _WORDS_EACH - 1:
        for part in range(_PARTS):
            inside = sum(sign for sign in signs if sign % _PARTS == part)
            if inside:
                yield (part + 1 << _BEYOND_SUMS) + inside


@cache
def _sign(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))
