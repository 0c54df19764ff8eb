"""Pairs items of a file and a register: by identity, by reference, then by text if that is unambiguous."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import chain
from typing import Any, TypeVar

from riskdesk.domain.alike import Alike
from riskdesk.domain.comparing.comparison import Match
from riskdesk.domain.comparing.sameness import key
from riskdesk.domain.essence import essence
from riskdesk.domain.references import folded
from riskdesk.domain.tree import CategoryTree, EntryTree, Item, RegisterTree
from riskdesk.domain.values import Category, Mitigation, Risk

ItemType = TypeVar("ItemType", Category, Risk, Mitigation)
# So many risks with the same reference and other texts are no coincidence.
_FEW = 3
# An entry with more texts that are left over is another one; comparing each with each would take long.
_MOST_LEFT_OVER = 100
_PLACE = {"id", "register", "category", "entry", "position", "reference"}


class Pairing:
    """The pairs of items that are the same in a file and a register; `of` has ids of the register by ids of the file.

    Several entries of the file may be paired with one of the register, if each risk has a row of its own in the file.
    Mitigations that are repeated in these rows are in `repeated`.
    """

    def __init__(self, incoming: RegisterTree, here: RegisterTree) -> None:
        self._incoming, self._here = incoming, here
        self.of: dict[str, str] = {incoming.register.id: here.register.id}
        self.match: dict[str, Match] = {}
        self.repeated: set[str] = set()
        self._paired_here: set[str] = {here.register.id}
        self._here_entry = {item.id: entry.entry.id for entry in here.entries for item in entry.values}
        self._by_identity(incoming.items, here.items)
        self._risks()
        self._entries()
        self._reworded_risks()
        self._mitigations()
        self._categories()

    def _pair(self, incoming: str, here: str, match: Match) -> None:
        self.of[incoming] = here
        self.match[incoming] = match
        self._paired_here.add(here)

    def _free(self, incoming: Iterable[ItemType], here: Iterable[ItemType]) -> tuple[list[ItemType], list[ItemType]]:
        return [item for item in incoming if item.id not in self.of], [
            item for item in here if item.id not in self._paired_here
        ]

    def _by_identity(self, incoming: Iterable[Item], here: Iterable[Item]) -> None:
        kinds = {item.id: type(item) for item in here}
        for item in incoming:
            if kinds.get(item.id) is type(item):
                self._pair(item.id, item.id, Match.IDENTITY)

    def _risks(self) -> None:
        self._by_reference()
        titles = {
            risk.id: key(tree.category.title)
            for tree in chain(self._incoming.categories, self._here.categories)
            for risk in tree.risks
        }
        incoming, here = list(self._incoming.risks), list(self._here.risks)
        self._by_content(incoming, here, lambda risk: (titles[risk.id], *_content(risk)))
        self._by_content(incoming, here, _content)
        self._by_text(incoming, here, lambda risk: (titles[risk.id], _text(risk)))
        self._by_text(incoming, here, _text)
        self._by_near_texts(incoming, here)

    def _by_reference(self) -> None:
        """Pair risks with the same reference, unless the text of one belongs to another risk, as after renumbering.

        If most such pairs have different texts, the references are those of another register: only alike risks are
        paired.
        """
        incoming, here = self._free(self._incoming.risks, self._here.risks)
        by_reference = {folded(risk.reference): risk for risk in here if folded(risk.reference)}
        pairs = [(risk, other) for risk in incoming if (other := by_reference.pop(folded(risk.reference), None))]
        alike = [(one, other) for one, other in pairs if _is_alike(one, other)]
        stand_once = [
            {text for text, count in Counter(map(_text, risks)).items() if count == 1} for risks in (here, incoming)
        ]
        if len(pairs) < _FEW or 2 * len(alike) >= len(pairs):
            alike += [
                (one, other)
                for one, other in pairs
                if _text(one) not in stand_once[0] and _text(other) not in stand_once[1]
            ]
        for one, other in alike:
            self._pair(one.id, other.id, Match.REFERENCE)

    def _by_content(
        self, incoming: Iterable[ItemType], here: Iterable[ItemType], key_of: Callable[[ItemType], Hashable]
    ) -> None:
        """Pair items with the same content, as many as there are on both sides."""
        for group, others in self._groups(incoming, here, key_of):
            for one, other in zip(group, others, strict=False):
                self._pair(one.id, other.id, Match.TEXT)

    def _by_text(
        self, incoming: Iterable[ItemType], here: Iterable[ItemType], key_of: Callable[[ItemType], Hashable]
    ) -> None:
        """Pair items with the same text in order, if the text is as frequent on both sides."""
        for group, others in self._groups(incoming, here, key_of):
            if len(group) == len(others) and _text(group[0]):
                for one, other in zip(group, others, strict=True):
                    self._pair(one.id, other.id, Match.TEXT)

    def _groups(
        self, incoming: Iterable[ItemType], here: Iterable[ItemType], key_of: Callable[[ItemType], Hashable]
    ) -> Iterator[tuple[list[ItemType], list[ItemType]]]:
        """The items of both sides with the same key that are not paired yet."""
        ones, others = (_grouped(items, key_of) for items in self._free(incoming, here))
        for name, group in ones.items():
            if name in others:
                yield group, others[name]

    def _by_near_texts(self, incoming: Iterable[ItemType], here: Iterable[ItemType]) -> None:
        """Pair items with nearly the same text, if each is like only one of the other side."""
        ones, others = self._free(incoming, here)
        if not ones or not others:
            return
        alike = Alike()
        for item in chain(ones, others):
            alike.put(item.id, _wording(item))
        for _ in alike.refreshing():
            pass
        theirs = {item.id for item in others}
        self._pair_unambiguous({item.id: [other for other in alike.like(item.id) if other in theirs] for item in ones})

    def _by_most_words(self, incoming: Iterable[ItemType], here: Iterable[ItemType]) -> None:
        """Pair reworded items of one entry, if each has most words in common with only one of the other side."""
        ones, others = self._free(incoming, here)
        if max(len(ones), len(others)) <= _MOST_LEFT_OVER:
            self._pair_unambiguous({one.id: [other.id for other in others if _is_reworded(one, other)] for one in ones})

    def _pair_unambiguous(self, near: Mapping[str, Sequence[str]]) -> None:
        """Pair ids with those of the other side that are near, where that is a single one on both sides."""
        counts = Counter(chain.from_iterable(near.values()))
        for identity, like in near.items():
            if len(like) == 1 and counts[like[0]] == 1:
                self._pair(identity, like[0], Match.NEAR_TEXT)

    def _entries(self) -> None:
        """Pair entries by their risks, or by their mitigations if they have none."""
        for entry in self._incoming.entries:
            items = entry.risks or entry.mitigations
            inside = [self._here_entry[self.of[item.id]] for item in items if item.id in self.of]
            if inside and entry.entry.id not in self.of:
                self.of[entry.entry.id], self.match[entry.entry.id] = inside[0], Match.CONTENT
                self._paired_here.add(inside[0])

    def _reworded_risks(self) -> None:
        by_id = {entry.entry.id: entry for entry in self._here.entries}
        for entry in self._incoming.entries:
            if entry.entry.id in self.of:
                self._by_most_words(entry.risks, by_id[self.of[entry.entry.id]].risks)

    def _mitigations(self) -> None:
        by_id = {entry.entry.id: entry for entry in self._here.entries}
        for entry in self._incoming.entries:
            around = dict.fromkeys(self._here_entry[self.of[item.id]] for item in entry.values if item.id in self.of)
            there = [mitigation for identity in around for mitigation in by_id[identity].mitigations]
            self._answers(entry, there)
        # Entries without risks are paired by their mitigations.
        alone = [mitigation for entry in self._incoming.entries if not entry.risks for mitigation in entry.mitigations]
        self._by_content(alone, self._here.mitigations, _content)
        self._entries()

    def _answers(self, entry: EntryTree, there: Sequence[Mitigation]) -> None:
        self._repeat(entry, there)
        self._by_content(entry.mitigations, there, _content)
        self._by_text(entry.mitigations, there, _text)
        self._by_near_texts(entry.mitigations, there)
        self._by_most_words(entry.mitigations, there)

    def _repeat(self, entry: EntryTree, there: Sequence[Mitigation]) -> None:
        """Pair a mitigation of the register with all its repetitions in rows of the file for the risks of an entry."""
        paired = {_content(mitigation): mitigation for mitigation in there if mitigation.id in self._paired_here}
        unpaired = {_content(mitigation) for mitigation in there if mitigation.id not in self._paired_here}
        for mitigation in entry.mitigations:
            if mitigation.id not in self.of and _content(mitigation) in paired and _content(mitigation) not in unpaired:
                self.of[mitigation.id] = paired[_content(mitigation)].id
                self.repeated.add(mitigation.id)

    def _categories(self) -> None:
        incoming, here = ([tree.category for tree in side.categories] for side in (self._incoming, self._here))
        self._by_content(incoming, here, _text)
        self._by_near_texts(incoming, here)
        free = {category.id for category in self._free(incoming, here)[1]}
        home = {risk.id: tree.category.id for tree in self._here.categories for risk in tree.risks}
        inside = {tree.category.id: set(self._homes(tree, home)) for tree in self._incoming.categories}
        counts = Counter(chain.from_iterable(inside.values()))
        for category in self._free(incoming, here)[0]:
            homes = inside[category.id]
            if _text(category) and len(homes) == 1 and counts[min(homes)] == 1 and homes <= free:
                self._pair(category.id, min(homes), Match.CONTENT)

    def _homes(self, tree: CategoryTree, home: dict[str, str]) -> Iterator[str]:
        return (home[self.of[risk.id]] for risk in tree.risks if risk.id in self.of)


def _grouped(items: Iterable[ItemType], key_of: Callable[[ItemType], Hashable]) -> dict[Hashable, list[ItemType]]:
    groups: defaultdict[Hashable, list[ItemType]] = defaultdict(list)
    for item in items:
        groups[key_of(item)].append(item)
    return groups


def _wording(item: Category | Risk | Mitigation) -> str:
    return item.title if isinstance(item, Category) else item.description


def _text(item: Category | Risk | Mitigation) -> str:
    return key(_wording(item))


def _content(item: ItemType) -> tuple[Any, ...]:
    """All fields of an item but for its place and reference."""
    return (_text(item), *(getattr(item, field.name) for field in fields(item) if field.name not in _PLACE))


def _is_alike(one: Risk, other: Risk) -> bool:
    """Whether two texts are the same, or share a third of the words of the shorter one."""
    words, others = essence(one.description).words, essence(other.description).words
    return _text(one) == _text(other) or 3 * len(words & others) >= min(len(words), len(others))


def _is_reworded(one: Category | Risk | Mitigation, other: Category | Risk | Mitigation) -> bool:
    """Whether two texts share half of their words, more than one, and no name or number was replaced by another."""
    here, there = essence(_wording(one)), essence(_wording(other))
    shared = here.words & there.words
    replaced = (here.words - there.words) & here.fixed and (there.words - here.words) & there.fixed
    return not replaced and len(shared) > 1 and len(here.words) + len(there.words) <= 4 * len(shared)
