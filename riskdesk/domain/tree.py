"""A register with all that is in it, in order: what is shown, printed, exported and compared."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import NamedTuple, TypeAlias

from riskdesk.domain.part_results import differing
from riskdesk.domain.scale import Assessment
from riskdesk.domain.values import (
    ENDED_STATES,
    Category,
    Entry,
    Kept,
    Language,
    Mitigation,
    PrintSet,
    Register,
    Risk,
    SavedView,
    Value,
    Waiver,
)

Item: TypeAlias = Category | Entry | Risk | Mitigation


@dataclass(frozen=True, slots=True)
class EntryTree:
    """An entry with its risks and mitigations."""

    entry: Entry
    risks: tuple[Risk, ...] = ()
    mitigations: tuple[Mitigation, ...] = ()

    @property
    def values(self) -> Iterator[Item]:
        """The entry and all that is in it, parents before children."""
        return chain((self.entry,), self.risks, self.mitigations)


class Tally(NamedTuple):
    """The numbers of risks and mitigations, of ended risks, and of assessed ones among those that are not ended."""

    risks: int = 0
    mitigations: int = 0
    ended: int = 0
    assessed: int = 0


class Extent(NamedTuple):
    """The length of some texts together: the numbers of texts, characters and line breaks."""

    texts: int = 0
    signs: int = 0
    breaks: int = 0

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Extent":
        text = "".join(texts)
        return cls(len(texts), len(text), text.count("\n"))


@dataclass(frozen=True)
class CategoryTree:
    """A category with its entries; what is worked out from it is kept with it."""

    category: Category
    entries: tuple[EntryTree, ...] = ()

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of the category and of all that is in it."""
        return frozenset(value.id for value in self.values)

    @cached_property
    def tally(self) -> Tally:
        """The counts of what is in it."""
        risks = sum(len(entry.risks) for entry in self.entries)
        mitigations = sum(len(entry.mitigations) for entry in self.entries)
        assessed = sum(count for levels, count in self.standing.items() if levels.complete)
        return Tally(risks, mitigations, risks - self.standing.total(), assessed)

    @cached_property
    def extents(self) -> Sequence[tuple[Extent, Extent]]:
        """How long the texts of the risks of each entry are, and those of its mitigations."""
        return [(_extent(entry.risks), _extent(entry.mitigations)) for entry in self.entries]

    @cached_property
    def standing(self) -> Counter[Assessment]:
        """How many risks that are not ended have each pair of levels."""
        return standing_levels(self.risks)

    @cached_property
    def persons(self) -> frozenset[str]:
        """The owners and action owners named in it."""
        owners = chain(
            (risk.owner for risk in self.risks),
            (mitigation.action_owner for entry in self.entries for mitigation in entry.mitigations),
        )
        return frozenset(owners) - {""}

    @property
    def values(self) -> Iterator[Item]:
        """The category and all that is in it, parents before children."""
        return chain((self.category,), chain.from_iterable(entry.values for entry in self.entries))

    @property
    def risks(self) -> Iterator[Risk]:
        return chain.from_iterable(entry.risks for entry in self.entries)


def standing_levels(risks: Iterable[Risk]) -> Counter[Assessment]:
    """How many of some risks that are not ended have each pair of levels, in the order in which these first occur."""
    counts = Counter([(risk.likelihood, risk.impact) for risk in risks if risk.status not in ENDED_STATES])
    return Counter({Assessment(*levels): count for levels, count in counts.items()})


def _extent(bullets: Iterable[Risk | Mitigation]) -> Extent:
    return Extent.of([bullet.description for bullet in bullets])


# An item with all that is in it.
Branch: TypeAlias = CategoryTree | EntryTree | Risk | Mitigation


def other_entries(
    before: Sequence[CategoryTree], now: Sequence[CategoryTree]
) -> tuple[Sequence[EntryTree], Sequence[EntryTree]]:
    """The entries of a register before and now, without the same ones at the beginning and at the end."""
    before_slice, now_slice = differing(before, now)
    old, new = _entries(before[before_slice]), _entries(now[now_slice])
    before_slice, now_slice = differing(old, new)
    return old[before_slice], new[now_slice]


def _entries(categories: Sequence[CategoryTree]) -> Sequence[EntryTree]:
    return [entry for category in categories for entry in category.entries]


@dataclass(frozen=True, slots=True)
class RegisterTree:
    """A register with its categories, its print settings and saved views, and the gaps that are not looked for."""

    register: Register
    categories: tuple[CategoryTree, ...] = ()
    print_sets: tuple[PrintSet, ...] = ()
    saved_views: tuple[SavedView, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    @property
    def values(self) -> Iterator[Value]:
        """The register and all that is kept with it, parents before children."""
        return chain((self.register,), self.kept_values, self.items)

    @property
    def kept_values(self) -> Iterator[Kept]:
        """What is kept with the register beside its categories."""
        return chain(self.print_sets, self.saved_views, self.waivers)

    @property
    def items(self) -> Iterator[Item]:
        """All items of the register, parents before children."""
        return chain.from_iterable(category.values for category in self.categories)

    def among(self, ids: Collection[str]) -> Iterator[Item]:
        """The items of the register that have one of those ids, in its order."""
        return (
            item
            for category in (self.categories if ids else ())
            if not category.ids.isdisjoint(ids)
            for item in category.values
            if item.id in ids
        )

    def risks_among(self, ids: Collection[str]) -> Iterator[Risk]:
        """The risks of the register that have one of those ids, in its order."""
        return (
            risk
            for category in (self.categories if ids else ())
            if not category.ids.isdisjoint(ids)
            for risk in category.risks
            if risk.id in ids
        )

    def bullets_among(self, ids: Collection[str]) -> list[Risk] | list[Mitigation]:
        """The risks that have one of those ids, or whose entry or category has, in the order of the register.

        If there is no risk, the mitigations that have one of those ids.
        """
        risks: list[Risk] = []
        mitigations: list[Mitigation] = []
        for category in self.categories if ids else ():
            for entry in () if category.ids.isdisjoint(ids) else category.entries:
                whole = category.category.id in ids or entry.entry.id in ids
                risks += [risk for risk in entry.risks if whole or risk.id in ids]
                mitigations += [mitigation for mitigation in entry.mitigations if mitigation.id in ids]
        return risks or mitigations

    def find(self, identity: str) -> Register | Item | None:
        """The register or the item in it with that id, None if there is none."""
        if identity == self.register.id:
            return self.register
        return next(self.among((identity,)), None)

    @property
    def tally(self) -> Tally:
        """The counts of what is in it."""
        tallies = [category.tally for category in self.categories]
        return Tally(*map(sum, zip(*tallies, strict=True)))

    def work_out(self) -> None:
        """Have what every view needs of the categories worked out, which is kept with them: in another thread."""
        for category in self.categories:
            _ = category.tally, category.ids, category.extents

    @property
    def entries(self) -> Iterator[EntryTree]:
        return chain.from_iterable(category.entries for category in self.categories)

    @property
    def risks(self) -> Iterator[Risk]:
        return chain.from_iterable(entry.risks for entry in self.entries)

    @property
    def standing_risks(self) -> Iterator[Risk]:
        """The risks that are not ended."""
        return (risk for risk in self.risks if not risk.ended)

    @property
    def mitigations(self) -> Iterator[Mitigation]:
        return chain.from_iterable(entry.mitigations for entry in self.entries)


def with_languages(tree: RegisterTree, language: Language) -> RegisterTree:
    """The tree in which each risk and mitigation has a language: this one unless it has its own."""
    categories = []
    for category in tree.categories:
        entries = (
            replace(
                entry,
                risks=tuple(replace(risk, language=risk.language or language) for risk in entry.risks),
                mitigations=tuple(replace(item, language=item.language or language) for item in entry.mitigations),
            )
            for entry in category.entries
        )
        categories.append(replace(category, entries=tuple(entries)))
    return replace(tree, categories=tuple(categories))


def marked_tree(tree: RegisterTree, original: Register) -> RegisterTree:
    """The tree with the language of each of its texts, if it has its register in another one than the original."""
    return tree if original.language == tree.register.language else with_languages(tree, original.language)
