"""The order of siblings: positions increase under each parent, and there is room between any two."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from riskdesk.domain import order
from riskdesk.domain.records import kind_name, parent_field
from riskdesk.domain.tree import Item
from riskdesk.domain.values import Category, Entry, Kept, Mitigation, Risk
from riskdesk.store.transaction import Transaction

# A value that has a position among its siblings.
Sibling: TypeAlias = Item | Kept
# The place for new siblings: before the one with that number, counted from 0, or at the end (None). If others may write
# meanwhile, the ids of all siblings that were before it: the place is then after the last of these that still exists.
SiblingPlace: TypeAlias = int | Sequence[str] | None
# The id of a sibling and its position (None: to be assigned).
Standing: TypeAlias = tuple[str, float | None]


def parent_of(item: Sibling) -> str:
    """The id of an item's parent."""
    parent: str = getattr(item, _field(type(item)))
    return parent


def place_of(tx: Transaction, item: Sibling) -> int:
    """The place of an item among its siblings, counted from 0."""
    return [identity for identity, _ in tx.places(type(item), parent_of(item))].index(item.id)


def insert(tx: Transaction, items: Sequence[Sibling], place: SiblingPlace = None) -> None:
    """Add new items, all of one kind and parent, at a place among their siblings."""
    if not items:
        return
    here = tx.places(type(items[0]), parent_of(items[0]))
    at = _number(here, place)
    placed, _ = _placed(tx, items, [*here[:at], *_coming(items), *here[at:]])
    tx.insert(*placed)


def move(tx: Transaction, items: Sequence[Sibling], parent: str, place: SiblingPlace) -> None:
    """Put items of one kind, in the given order, at a place under a parent, counted before they are moved."""
    kind, moved = type(items[0]), {item.id for item in items}
    here = tx.places(kind, parent)
    at = _number(here, place)
    above, below = ([standing for standing in part if standing[0] not in moved] for part in (here[:at], here[at:]))
    ordered = [*above, *_coming(items), *below]
    if [identity for identity, _ in ordered] != [identity for identity, _ in here]:
        placed, is_crowded = _placed(tx, [_under(item, parent) for item in items], ordered)
        # This marks the items that were moved for the history, as others only made room for them; one may have got the
        # position that it had.
        place_fields = [_field(kind), "position"] if is_crowded else []
        for item in placed:
            tx.update(item, also_named=place_fields)


def insert_among(tx: Transaction, items: Sequence[Sibling], coming: Collection[str]) -> None:
    """Add those of `items` whose ids are in `coming`; `items` are all siblings in their new order."""
    new = [item for item in items if item.id in coming]
    if new:
        placed, _ = _placed(tx, new, [(item.id, None if item.id in coming else item.position) for item in items])
        tx.insert(*placed)


def _coming(items: Iterable[Sibling]) -> list[Standing]:
    return [(item.id, None) for item in items]


def _placed(tx: Transaction, items: Sequence[Sibling], ordered: Sequence[Standing]) -> tuple[list[Sibling], bool]:
    """The items with their new positions among `ordered` siblings, and whether others had to make room.

    Those are given new positions here; all other siblings keep theirs.
    """
    positions = order.positions([position for _, position in ordered])
    placings = [(identity, before, now) for (identity, before), now in zip(ordered, positions, strict=True)]
    giving_way = [(identity, now) for identity, before, now in placings if before not in (None, now)]
    for identity, now in giving_way:
        tx.update(replace(tx.get(type(items[0]), identity), position=now))
    new_positions = (now for _, before, now in placings if before is None)
    return [replace(item, position=now) for item, now in zip(items, new_positions, strict=True)], bool(giving_way)


def remove(tx: Transaction, items: Iterable[Sibling]) -> None:
    """Delete items with their content."""
    for item in list(items):
        _delete(tx, item)


def put_back(tx: Transaction, item: Sibling) -> None:
    """Add a deleted item at its former place among the siblings left, behind one that has its position now."""
    here = tx.places(type(item), parent_of(item))
    insert(tx, [item], sum(position < item.position for _, position in here))


def below(tx: Transaction, item: Sibling) -> list[Sibling]:
    """The children of an item, in order."""
    if isinstance(item, Category):
        return [*tx.children(Entry, item.id)]
    if isinstance(item, Entry):
        return [*tx.children(Risk, item.id), *tx.children(Mitigation, item.id)]
    return []


def _number(here: Sequence[Standing], place: SiblingPlace) -> int:
    if place is None:
        return len(here)
    if isinstance(place, int):
        return place
    behind = {identity: at for at, (identity, _) in enumerate(here, 1)}
    return next((behind[identity] for identity in reversed(place) if identity in behind), 0)


def _delete(tx: Transaction, item: Sibling) -> None:
    for child in below(tx, item):
        _delete(tx, child)
    tx.delete(item)


def _under(item: Sibling, parent: str) -> Sibling:
    parent_fields: dict[str, Any] = {_field(type(item)): parent}
    return replace(item, **parent_fields)


def _field(kind: type[Sibling]) -> str:
    field = parent_field(kind)
    assert field is not None, f"a {kind_name(kind)} has a parent"
    return field
