"""The order among siblings: positions count from 0 without gaps under each parent."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar

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


def named(tx: Transaction, kind: type[Named], register: str, name: str) -> Named | None:
    """What a register keeps under a name; None if there is nothing."""
    wanted = tidy(name, one_line=True)
    return next((kept for kept in tx.children(kind, register) if kept.name == wanted), None)


def insert(tx: Transaction, items: Sequence[Sibling], position: int | None = None) -> None:
    """Add new items, all of one kind and parent, at a position among their siblings (None for the end)."""
    if not items:
        return
    siblings: list[Sibling] = list(tx.children(type(items[0]), parent_of(items[0])))
    at = len(siblings) if position is None else min(position, len(siblings))
    for place, item in enumerate(items, at):
        tx.insert(replace(item, position=place))
    _number(tx, siblings[at:], at + len(items))


def move(tx: Transaction, items: Sequence[Sibling], parent: str, position: int) -> None:
    """Put items of one kind, in the order given, before what is now at `position` under a parent."""
    kind, moved = type(items[0]), {item.id for item in items}
    siblings: list[Sibling] = list(tx.children(kind, parent))
    before = [item for item in siblings[:position] if item.id not in moved]
    after = [item for item in siblings[position:] if item.id not in moved]
    left = {parent_of(item) for item in items} - {parent}
    _number(tx, [*before, *(_under(item, parent) for item in items), *after])
    for former in left:
        close(tx, kind, former)


def remove(tx: Transaction, items: Iterable[Sibling]) -> None:
    """Delete items with all that is in them, and close the gaps they leave."""
    gone = list(items)
    for item in gone:
        _delete(tx, item)
    for kind, parent in dict.fromkeys((type(item), parent_of(item)) for item in gone):
        close(tx, kind, parent)


def close(tx: Transaction, kind: type[Sibling], parent: str) -> None:
    """Number the children of a parent from 0 without gaps."""
    _number(tx, tx.children(kind, parent))


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


def _number(tx: Transaction, items: Iterable[Sibling], first: int = 0) -> None:
    for place, item in enumerate(items, first):
        tx.update(replace(item, position=place))


def _under(item: Sibling, parent: str) -> Sibling:
    told: dict[str, Any] = {_field(type(item)): parent}
    return replace(item, **told)


def _field(kind: type[Sibling]) -> str:
    field = parent_field(kind)
    assert field is not None, f"a {kind_name(kind)} has a parent"
    return field
