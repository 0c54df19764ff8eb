"""Branches: an item with all items inside it, to copy, paste and duplicate."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from riskdesk.desk import siblings
from riskdesk.domain.tree import Branch, CategoryTree, EntryTree, Item, RegisterTree
from riskdesk.domain.values import Category, Entry, Mitigation, PrintSet, Risk, SavedView, Waiver, new_id
from riskdesk.store.transaction import Transaction

Aside = TypeVar("Aside", PrintSet, SavedView, Waiver)


def root(branch: Branch) -> Item:
    """The topmost item of a branch."""
    if isinstance(branch, CategoryTree):
        return branch.category
    return branch.entry if isinstance(branch, EntryTree) else branch


def within(branch: Branch) -> list[Item]:
    """All items in a branch but its root, parents before children."""
    return list(branch.values)[1:] if isinstance(branch, CategoryTree | EntryTree) else []


def read(tx: Transaction, item: Item) -> Branch:
    """The branch of an item, read from the store."""
    if isinstance(item, Category):
        return CategoryTree(item, tuple(_read_entry(tx, entry) for entry in tx.children(Entry, item.id)))
    return _read_entry(tx, item) if isinstance(item, Entry) else item


def plant(tx: Transaction, branches: Sequence[Branch], parent: str, at: siblings.SiblingPlace, register: str) -> None:
    """Add copies of branches of one kind under a parent, with new identities and references."""
    risks = sum(isinstance(item, Risk) for branch in branches for item in (root(branch), *within(branch)))
    references = iter(tx.give_references(register, risks))
    copies = [_renewed(branch, parent, references) for branch in branches]
    siblings.insert(tx, [root(copy) for copy in copies], at)
    for copy in copies:
        for item in within(copy):
            tx.insert(item)


def renewed(tree: RegisterTree) -> RegisterTree:
    """A copy of a register with new identities throughout and the same references."""
    register = replace(tree.register, id=new_id())
    references = (risk.reference for risk in tree.risks)
    return RegisterTree(
        register,
        tuple(_renewed_category(category, register.id, references) for category in tree.categories),
        _renewed_asides(tree.print_sets, register.id),
        _renewed_asides(tree.saved_views, register.id),
        _renewed_asides(tree.waivers, register.id),
    )


def _renewed_asides(asides: Iterable[Aside], register: str) -> tuple[Aside, ...]:
    return tuple(replace(value, id=new_id(), register=register) for value in asides)


def _read_entry(tx: Transaction, entry: Entry) -> EntryTree:
    return EntryTree(entry, tuple(tx.children(Risk, entry.id)), tuple(tx.children(Mitigation, entry.id)))


def _renewed(branch: Branch, parent: str, references: Iterator[str]) -> Branch:
    if isinstance(branch, CategoryTree):
        return _renewed_category(branch, parent, references)
    if isinstance(branch, EntryTree):
        return _renewed_entry(branch, parent, references)
    return (
        _renewed_risk(branch, parent, references) if isinstance(branch, Risk) else _renewed_mitigation(branch, parent)
    )


def _renewed_category(branch: CategoryTree, register: str, references: Iterator[str]) -> CategoryTree:
    category = replace(branch.category, id=new_id(), register=register)
    return CategoryTree(category, tuple(_renewed_entry(entry, category.id, references) for entry in branch.entries))


def _renewed_entry(branch: EntryTree, category: str, references: Iterator[str]) -> EntryTree:
    entry = replace(branch.entry, id=new_id(), category=category)
    return EntryTree(
        entry,
        tuple(_renewed_risk(risk, entry.id, references) for risk in branch.risks),
        tuple(_renewed_mitigation(mitigation, entry.id) for mitigation in branch.mitigations),
    )


def _renewed_risk(risk: Risk, entry: str, references: Iterator[str]) -> Risk:
    return replace(risk, id=new_id(), entry=entry, reference=next(references))


def _renewed_mitigation(mitigation: Mitigation, entry: str) -> Mitigation:
    return replace(mitigation, id=new_id(), entry=entry)
