"""The gaps of a register, updated only for parts of it that have changed."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, count, islice
from typing import TypeAlias

from riskdesk.domain.gaps import Basis, Gap, GapKind, Relations, grouped, item_gaps, waived
from riskdesk.domain.part_results import PartResults, differing
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree, other_entries

_Gaps: TypeAlias = Mapping[GapKind, Sequence[Gap]]
# The entries handled, or items examined, before the caller gets a turn.
_AT_ONCE, _ITEMS_AT_ONCE = 20, 200


class RegisterGaps:
    """The gaps of a register, updated only for entries that have changed.

    It remembers the relations of risks to those of other entries.
    """

    def __init__(self) -> None:
        self._basis: Basis | None = None
        self._categories: Sequence[CategoryTree] = ()
        # The ids of the entries in order; the same list object until they change.
        self._order: Sequence[str] = ()
        # The entries that are still to be processed.
        self._coming: dict[str, EntryTree] = {}
        # The entries whose relations have to be dropped before that, and those whose relations may have to be.
        self._gone: dict[str, EntryTree] = {}
        self._leaving: dict[str, EntryTree] = {}
        self._gaps: dict[str, tuple[EntryTree, tuple[Gap, ...]]] = {}
        self._related: dict[str, EntryTree] = {}
        self._relations = Relations()
        self._of_categories = PartResults(self._gaps_of)
        self._orders = PartResults(_order)
        # The gaps of the categories when they were last counted, and their numbers.
        self._counted: Sequence[_Gaps] = ()
        self._counts: Counter[GapKind] = Counter()

    def gaps_by_kind(self, tree: RegisterTree, today: datetime.date) -> dict[GapKind, list[Gap]]:
        """The gaps of a register by their kinds, as `domain.gaps` defines them."""
        of_categories, others = self._parts(tree, today)
        gaps_by_kind: dict[GapKind, list[Gap]] = {kind: [] for kind in GapKind}
        for part in chain(of_categories, others):
            for kind, gaps in part.items():
                gaps_by_kind[kind] += gaps
        off = waived(tree)
        return {kind: gaps for kind, gaps in gaps_by_kind.items() if gaps and kind not in off}

    def count(self, tree: RegisterTree, today: datetime.date) -> int:
        """The number of gaps of a register, without the kinds that are only mentioned."""
        of_categories, others = self._parts(tree, today)
        old, new = differing(self._counted, of_categories)
        for part in self._counted[old]:
            self._counts.subtract(_numbers(part))
        for part in of_categories[new]:
            self._counts.update(_numbers(part))
        self._counted, off = of_categories, waived(tree)
        numbers = chain(self._counts.items(), *(_numbers(part).items() for part in others))
        return sum(count for kind, count in numbers if kind.counts and kind not in off)

    def _parts(self, tree: RegisterTree, today: datetime.date) -> tuple[Sequence[_Gaps], Sequence[_Gaps]]:
        """The gaps of each category, and those that belong to no single category."""
        for _ in self.following(tree, today):
            pass
        of_register = grouped(Relations.of_register(tree.register))
        return self._of_categories.of(tree.categories), (self._relations.gaps, of_register)

    def following(self, tree: RegisterTree, today: datetime.date) -> Iterator[None]:
        """Process the changes of a register in parts. An action may come between parts; nothing is processed twice."""
        self._see(tree, Basis.of(tree.register, today))
        # Everything is dropped before anything is added, as risks may have moved between entries.
        yield from self._each(self._gone, self._drop)
        yield from self._each(self._leaving, self._leave)
        # Two passes, as a single entry may have thousands of risks and each pass over them takes long.
        yield from self._weigh([*self._coming.items()])
        yield
        yield from self._each(self._coming, self._take)
        yield from self._relations.following(self._order)
        # Let the caller take a turn before the gaps are counted and shown.
        yield

    @staticmethod
    def _each(entries: dict[str, EntryTree], work: Callable[[str, EntryTree], None]) -> Iterator[None]:
        """Call `work` with each of the entries, and remove them from the dictionary; yields after some of them."""
        while entries:
            for identity in list(islice(entries, _AT_ONCE)):
                work(identity, entries.pop(identity))
            if entries:
                yield

    def _see(self, tree: RegisterTree, basis: Basis) -> None:
        """Note which entries are new, deleted or changed, without looking at others."""
        before, self._categories = self._categories, tree.categories
        if basis == self._basis:
            old, here = map(_by_id, other_entries(before, tree.categories))
        else:
            self._basis, self._gaps, self._of_categories = basis, {}, PartResults(self._gaps_of)
            old, here = map(_by_id, (chain.from_iterable(category.entries for category in before), tree.entries))
        if list(old) != list(here):
            self._order = [*chain.from_iterable(self._orders.of(tree.categories))]
        for identity in old.keys() - here.keys():
            self._gaps.pop(identity, None)
            self._coming.pop(identity, None)
            self._leaving.pop(identity, None)
            self._gone[identity] = old[identity]
        for identity, entry in here.items():
            self._gone.pop(identity, None)
            is_taken = self._related.get(identity) is entry and identity in self._gaps
            # An entry may have its gaps already without having been processed.
            if not is_taken or identity in self._coming:
                self._coming[identity] = self._leaving[identity] = entry

    def _leave(self, identity: str, entry: EntryTree) -> None:
        """Drop the relations that an entry no longer has."""
        related = self._related.get(identity)
        if related is not None and not Relations.are_same(related, entry):
            self._related[identity] = self._relations.keep(related, entry)

    def _drop(self, identity: str, _entry: EntryTree) -> None:
        related = self._related.pop(identity, None)
        if related is not None:
            self._relations.drop(related)

    def _weigh(self, entries: Iterable[tuple[str, EntryTree]]) -> Iterator[None]:
        """Find the gaps of these entries, some items at a time."""
        assert self._basis is not None, "it was seen"
        basis, weighed = self._basis, count(1)
        for identity, entry in entries:
            before, entry_gaps = self._gaps.get(identity), list[Gap]()
            for gaps in before[1:] if before is not None and before[0] == entry else item_gaps(entry, basis):
                entry_gaps += gaps
                if not next(weighed) % _ITEMS_AT_ONCE:
                    yield
            self._gaps[identity] = entry, tuple(entry_gaps)

    def _take(self, identity: str, entry: EntryTree) -> None:
        related = self._related.get(identity)
        if related is None or not Relations.are_same(related, entry):
            self._relations.put(entry)
        self._related[identity] = entry

    def _gaps_of(self, category: CategoryTree) -> _Gaps:
        return grouped(chain.from_iterable(self._gaps[entry.entry.id][1] for entry in category.entries))


def _numbers(part: _Gaps) -> dict[GapKind, int]:
    return {kind: len(gaps) for kind, gaps in part.items()}


def _order(category: CategoryTree) -> list[str]:
    return [entry.entry.id for entry in category.entries]


def _by_id(entries: Iterable[EntryTree]) -> dict[str, EntryTree]:
    return {entry.entry.id: entry for entry in entries}
