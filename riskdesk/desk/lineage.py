"""The ancestors of an item, up to its register."""

from collections.abc import Iterator

from riskdesk.domain.tree import Item
from riskdesk.domain.values import Category, Entry, Mitigation, Register, Risk
from riskdesk.store.transaction import Transaction


def register_of(tx: Transaction, identity: str) -> str:
    """The id of the register that an item is in; a register is in itself."""
    if tx.find(Register, identity):
        return identity
    return next(item.register for item in lineage(tx, tx.locate(identity)) if isinstance(item, Category))


def lineage(tx: Transaction, item: Item) -> Iterator[Item]:
    """An item, its parent, and so on up to its category."""
    yield item
    if isinstance(item, Risk | Mitigation):
        yield from lineage(tx, tx.get(Entry, item.entry))
    elif isinstance(item, Entry):
        yield tx.get(Category, item.category)
