"""Finds texts that are nearly the same: word order, small words, a mistyped word or, in long ones, some words differ.

Not every pair is compared: such texts have the same words but for one or, if they are long, the same words in one of
several parts. Texts that have that in common form a block, and only texts of one block are compared.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain
from operator import is_
from typing import Any, Generic, TypeAlias, TypeVar
from zlib import crc32

from riskdesk.domain.essence import Essence, are_forms, essence
from riskdesk.domain.part_results import differing

Key = TypeVar("Key")
Item = TypeVar("Item")
# An id, and that of a similar text.
IdPair: TypeAlias = tuple[str, str]
# Larger blocks are ignored: so many texts that differ in one word follow a pattern, such as a list of names.
_MOST_IN_BLOCK = 64
# One word in each `_WORDS_EACH` may differ, up to `_MOST_OTHER` words.
_WORDS_EACH, _MOST_OTHER = 8, 3
# In texts of at least so many words, one may be missing.
_LEAST_FOR_LESS = 5
# With so many parts, `_MOST_OTHER` other words on each side leave at least one part the same.
_PARTS = 2 * _MOST_OTHER + 1
_BEYOND_SUMS = 64
# How many texts are compared in one part of the work.
_AT_ONCE = 100


class Groups(Generic[Key]):
    """Ids grouped by their keys; `shared` are the keys that more than one id has."""

    def __init__(self) -> None:
        self._keys: dict[str, Key] = {}
        self.members: defaultdict[Key, set[str]] = defaultdict(set)
        self.shared: set[Key] = set()

    def put(self, identity: str, key: Key) -> bool:
        """Add an id that is not there; return whether its key is new."""
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
        """Remove an id; return its key if no other id has it."""
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
    """A collection of texts by their ids, which finds those that say nearly the same.

    Adding or removing a text takes time for the texts that are like it, not for all.
    """

    def __init__(self) -> None:
        self._groups: Groups[Essence] = Groups()
        self._blocks: defaultdict[int, set[Essence]] = defaultdict(set)
        # The near texts of each text that has any; texts in `_stale` and in the blocks of `_doubted` are compared
        # again.
        self._near: dict[Essence, frozenset[Essence]] = {}
        self._doubted: set[int] = set()
        self._stale: set[Essence] = set()
        # For each text, the first id of all texts like it, and its own ids, each with the first other id; those of
        # `_unpaired` are found again.
        self._pairs: dict[Essence, tuple[str, tuple[IdPair, ...]]] = {}
        self._unpaired: set[Essence] = set()
        # For each group of similar texts, by its first id: the pairs of each text, and all pairs in order.
        self._together: dict[str, tuple[list[tuple[IdPair, ...]], tuple[IdPair, ...]]] = {}

    def put(self, identity: str, text: str) -> None:
        """Add a text whose id is not there."""
        text_essence = essence(text)
        if not text_essence.words:
            return
        if self._groups.put(identity, text_essence):
            for key in _keys(text_essence):
                self._blocks[key].add(text_essence)
                self._doubt(key)
        self._unpair(text_essence)

    def drop(self, identity: str) -> None:
        """Remove the text of an id."""
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
        """Compare again the texts whose similar ones may have changed, a part at a time."""
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
        """Pair again the ids whose similar texts may have changed, a part at a time; call it after `refreshing`."""
        matched = self._groups.shared | self._near.keys()
        for keys in _parts_of(self._unpaired, _AT_ONCE):
            for key in keys:
                if key in matched:
                    self._pairs[key] = self._pairs_of(key, place)
                else:
                    self._pairs.pop(key, None)
            yield

    def twins(self, place: Callable[[str], Any]) -> Iterator[tuple[IdPair, ...]]:
        """The ids that have similar texts, in groups: each with the first similar id by its `place`.

        A group that did not change is the same object as before. It is to be called after `refreshing`.
        """
        for _ in self.pairing(place):
            pass
        alike: defaultdict[str, list[tuple[IdPair, ...]]] = defaultdict(list)
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
        """The other ids whose texts are like the text of an id, among those that were compared so far."""
        key = self._groups.key(identity)
        if key is not None:
            for one in (key, *self._near.get(key, ())):
                yield from (other for other in self._groups.members[one] if other != identity)

    def _doubt(self, key: int) -> None:
        """Note that a block is to be compared again, as a text joins or leaves it; not if it is too large anyway."""
        if 1 < len(self._blocks[key]) <= _MOST_IN_BLOCK + 1:
            self._doubted.add(key)

    def _unpair(self, key: Essence) -> None:
        """Note that the ids of a text, and of texts near it, are to be paired again."""
        self._unpaired |= {key, *self._near.get(key, ())}

    def _pairs_of(self, key: Essence, place: Callable[[str], Any]) -> tuple[str, tuple[IdPair, ...]]:
        """The first id of all texts like a text, and each id of the text itself with the first other id."""
        ids = sorted(self._groups.members[key], key=place)
        others = [min(self._groups.members[near_key], key=place) for near_key in self._near.get(key, ())]
        first = min((ids[0], *others), key=place)
        # The first id is paired with the second one, and all others with the first.
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
    """Remove all items of a set and yield them, at most so many at a time."""
    while pool:
        yield [pool.pop() for _ in range(min(len(pool), most))]


def _keys(text_essence: Essence) -> Iterator[int]:
    """Keys of which near texts share at least one: of all words, of all but one, and of each part of a long text."""
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
