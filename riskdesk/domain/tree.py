"""A register with all that is in it, in order: what is shown, printed, exported and compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from riskdesk.domain.values import (
    Category,
    Entry,
    Kept,
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


@dataclass(frozen=True, slots=True)
class CategoryTree:
    """A category with its entries."""

    category: Category
    entries: tuple[EntryTree, ...] = ()

    @property
    def values(self) -> Iterator[Item]:
        """The category and all that is in it, parents before children."""
        return chain((self.category,), chain.from_iterable(entry.values for entry in self.entries))

    @property
    def risks(self) -> Iterator[Risk]:
        return chain.from_iterable(entry.risks for entry in self.entries)


@dataclass(frozen=True, slots=True)
class RegisterTree:
    """A register with its categories, the ways in which it is printed and listed, and what is not looked for in it."""

    register: Register
    categories: tuple[CategoryTree, ...] = ()
    print_sets: tuple[PrintSet, ...] = ()
    saved_views: tuple[SavedView, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    @property
    def values(self) -> Iterator[Value]:
        """The register and all that is kept with it, parents before children."""
        return chain((self.register,), self.kept, self.items)

    @property
    def kept(self) -> Iterator[Kept]:
        """What is kept with the register beside its categories."""
        return chain(self.print_sets, self.saved_views, self.waivers)

    @property
    def items(self) -> Iterator[Item]:
        """All that stands in the register, parents before children."""
        return chain.from_iterable(category.values for category in self.categories)

    @property
    def entries(self) -> Iterator[EntryTree]:
        return chain.from_iterable(category.entries for category in self.categories)

    @property
    def risks(self) -> Iterator[Risk]:
        return chain.from_iterable(entry.risks for entry in self.entries)

    @property
    def mitigations(self) -> Iterator[Mitigation]:
        return chain.from_iterable(entry.mitigations for entry in self.entries)
