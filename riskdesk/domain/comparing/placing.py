"""Finds the places of the items of a file among those of a register."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TypeAlias

from riskdesk.domain.comparing.sameness import is_empty
from riskdesk.domain.order import ordered
from riskdesk.domain.records import kind_name, parent_field
from riskdesk.domain.tree import CategoryTree, Item, RegisterTree
from riskdesk.domain.values import Category

# A kind of items and the id of their parent.
Family: TypeAlias = tuple[str, str]


def parent(item: Item) -> str:
    """The id of the parent of an item."""
    identity: str = getattr(item, parent_field(type(item)) or "")
    return identity


def homes_of(tree: RegisterTree) -> dict[str, Category]:
    """The category of each risk, by the ids of risks."""
    return {risk.id: category.category for category in tree.categories for risk in category.risks}


def placed(incoming: RegisterTree, here: RegisterTree, pairs: Mapping[str, str]) -> dict[Family, list[str]]:
    """The ids of all items in the order of the result, by kind and parent.

    Items in both have their id and place in the register. New ones follow the item before them in the file.
    """
    parents = {item.id: parent(item) for item in here.items}
    mine, theirs = defaultdict[Family, list[str]](list), defaultdict[Family, list[str]](list)
    for item in here.items:
        mine[kind_name(type(item)), parent(item)].append(item.id)
    for item, above in _with_parents(incoming, here, pairs, parents):
        key = pairs.get(item.id, item.id)
        theirs[kind_name(type(item)), parents.get(key, above)].append(key)
    families = dict.fromkeys(chain(mine, theirs))
    return {family: ordered((), mine[family], list(dict.fromkeys(theirs[family]))) for family in families}


def _with_parents(
    incoming: RegisterTree, here: RegisterTree, pairs: Mapping[str, str], parents: Mapping[str, str]
) -> Iterator[tuple[Item, str]]:
    """The items of the file with their parents; in a category without a title, each entry stays with the one before."""
    for category in incoming.categories:
        own = pairs.get(category.category.id, category.category.id)
        blank = is_empty(category.category.title) and own not in parents
        homeless = blank and bool(here.categories)
        home = _first_home(category, here, pairs, parents) if homeless else own
        if not blank or (category.entries and not homeless):
            yield category.category, here.register.id
        for entry in category.entries:
            key = pairs.get(entry.entry.id, entry.entry.id)
            home = parents.get(key, home) if homeless else home
            yield entry.entry, home
            yield from ((risk, key) for risk in entry.risks)
            yield from ((mitigation, key) for mitigation in entry.mitigations)


def _first_home(tree: CategoryTree, here: RegisterTree, pairs: Mapping[str, str], parents: Mapping[str, str]) -> str:
    """The category of the first entry that the register has, too; its last category if it has none."""
    paired = (pairs[entry.entry.id] for entry in tree.entries if entry.entry.id in pairs)
    return next((parents[identity] for identity in paired), here.categories[-1].category.id)
