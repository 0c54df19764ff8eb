"""The order among siblings: their positions rise under each parent, and between two there is room for another."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar

from riskdesk.domain import order
from riskdesk.domain.records import kind_name, parent_field
from riskdesk.domain.text import tidy
from riskdesk.domain.tree import Item
from riskdesk.domain.values import Category, Entry, Kept, Mitigation, PrintSet, Risk, SavedView
from riskdesk.store.transaction import Transaction

# What stands in an order under its parent.
Sibling: TypeAlias = Item | Kept
Named = TypeVar("Named", PrintSet, SavedView)


def parent_of(item: Sibling) -> str:
    """The id of an item's parent."""
    parent: str = getattr(item, _field(type(item)))
    return parent


def place_of(tx: Transaction, item: Sibling) -> int:
    """The place of an item among its siblings, counted from 0."""
    return [other.id for other in tx.children(type(item), parent_of(item))].index(item.id)


def named(tx: Transaction, kind: type[Named], register: str, name: str) -> Named | None:
    """What a register keeps under a name; None if there is nothing."""
    wanted = tidy(name, one_line=True)
    return next((kept for kept in tx.children(kind, register) if kept.name == wanted), None)


def insert(tx: Transaction, items: Sequence[Sibling], place: int | None = None) -> None:
    """Add new items, all of one kind and parent, at a place among their siblings (None for the end)."""
    if not items:
        return
    kind = type(items[0])
    places = tx.places(kind, parent_of(items[0]))
    above = len(places if place is None else places[:place])
    now: list[float | None] = [position for _, position in places]
    positions = order.positions([*now[:above], *(None for _ in items), *now[above:]])
    for item, position in zip(items, positions[above:], strict=False):
        tx.insert(replace(item, position=position))
    # The others keep theirs, but where there is no room.
    for (identity, before), position in zip(places, positions[:above] + positions[above + len(items) :], strict=True):
        if position != before:
            tx.update(replace(tx.get(kind, identity), position=position))


def move(tx: Transaction, items: Sequence[Sibling], parent: str, place: int) -> None:
    """Put items of one kind, in the order given, before what is now at a place under a parent."""
    moved = {item.id for item in items}
    siblings: list[Sibling] = list(tx.children(type(items[0]), parent))
    before = [item for item in siblings[:place] if item.id not in moved]
    after = [item for item in siblings[place:] if item.id not in moved]
    ordered = [*before, *(_under(item, parent) for item in items), *after]
    if [item.id for item in ordered] != [item.id for item in siblings]:
        arrange(tx, ordered, moved, tx.update)


def arrange(tx: Transaction, items: Sequence[Sibling], coming: Collection[str], put: Callable[[Any], None]) -> None:
    """Put what has one of the ids that are coming among its siblings, which are given in order with it.

    The others keep their positions, but where there is no room.
    """
    known = [None if item.id in coming else item.position for item in items]
    for item, position in zip(items, order.positions(known), strict=True):
        if item.id in coming:
            put(replace(item, position=position))
        elif position != item.position:
            tx.update(replace(item, position=position))


def remove(tx: Transaction, items: Iterable[Sibling]) -> None:
    """Delete items with all that is in them."""
    for item in list(items):
        _delete(tx, item)


def put_back(tx: Transaction, item: Sibling) -> None:
    """Add what was deleted where it stood: among those that are left, what has its position since goes behind it."""
    siblings: list[Sibling] = list(tx.children(type(item), parent_of(item)))
    insert(tx, [item], sum(other.position < item.position for other in siblings))


def below(tx: Transaction, item: Sibling) -> list[Sibling]:
    """What is directly in an item, in order."""
    if isinstance(item, Category):
        return [*tx.children(Entry, item.id)]
    if isinstance(item, Entry):
        return [*tx.children(Risk, item.id), *tx.children(Mitigation, item.id)]
    return []


def _delete(tx: Transaction, item: Sibling) -> None:
    for child in below(tx, item):
        _delete(tx, child)
    tx.delete(item)


def _under(item: Sibling, parent: str) -> Sibling:
    told: dict[str, Any] = {_field(type(item)): parent}
    return replace(item, **told)


def _field(kind: type[Sibling]) -> str:
    field = parent_field(kind)
    assert field is not None, f"a {kind_name(kind)} has a parent"
    return field
