"""A register as it changes: what a change does not affect stays the same object, so that views can compare it."""

from collections.abc import Callable, Iterable, Set
from operator import attrgetter
from typing import Any

from riskdesk.domain.tree import Branch, CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Category, Entry, Mitigation, PrintSet, Register, Risk, SavedView, Value, Waiver

_PARENT: dict[type[Value], Callable[[Any], str]] = {
    Category: attrgetter("register"),
    Entry: attrgetter("category"),
    Risk: attrgetter("entry"),
    Mitigation: attrgetter("entry"),
    PrintSet: attrgetter("register"),
    SavedView: attrgetter("register"),
    Waiver: attrgetter("register"),
}
_position = attrgetter("position")


class ChangingRegister:
    """The values of one register by their ids, and its tree; snapshots are no part of either."""

    def __init__(self, values: Iterable[Value]) -> None:
        self._values: dict[str, Value] = {}
        # By kind and parent; the latter is None for the register.
        self._inside: dict[tuple[type[Value], str | None], dict[str, Value]] = {}
        self._branches: dict[str, Any] = {}
        self._tree: RegisterTree | None = None
        for value in values:
            identity, kind = value.id, type(value)
            parent = _PARENT[kind](value) if kind is not Register else None
            self._values[identity] = value
            inside = self._inside.get((kind, parent))
            if inside is None:
                self._inside[kind, parent] = {identity: value}
            else:
                inside[identity] = value

    def __contains__(self, identity: object) -> bool:
        return identity in self._values

    def get(self, identity: str) -> Value | None:
        """The value with that id; None if there is none."""
        return self._values.get(identity)

    @property
    def ids(self) -> Set[str]:
        """The ids of the register and of all that is in it."""
        return self._values.keys()

    @property
    def values(self) -> Iterable[Value]:
        """The register and all that is in it, in any order."""
        return self._values.values()

    def put(self, value: Value) -> None:
        """Add a value, or replace the one with its id."""
        place, before = _place(value), self._values.get(value.id)
        if before is not None and _place(before) != place:
            self.drop(value.id)
        self._values[value.id] = value
        self._inside.setdefault(place, {})[value.id] = value
        self._forget(value.id, place[1])

    def drop(self, identity: str) -> None:
        """Remove the value with that id; what is inside it has to be removed separately."""
        place = _place(self._values.pop(identity))
        del self._inside[place][identity]
        self._forget(identity, place[1])

    def tree(self) -> RegisterTree:
        """The register as it is now; the unchanged parts of the tree are the same objects as before."""
        if self._tree is None:
            (register,) = self._children(Register, None)
            categories = [
                self._branches.get(category.id) or self._category(category)
                for category in self._children(Category, register.id)
            ]
            self._tree = RegisterTree(
                register,
                tuple(categories),
                *(tuple(self._children(kind, register.id)) for kind in (PrintSet, SavedView, Waiver)),
            )
        return self._tree

    def branch(self, identity: str) -> Branch:
        """An item with all that is in it."""
        item = self._values[identity]
        if isinstance(item, Category):
            return self._category(item)
        if isinstance(item, Entry):
            return self._entry(item)
        assert isinstance(item, Risk | Mitigation), "nothing else lies in a register"
        return item

    def _category(self, category: Category) -> CategoryTree:
        entries = [self._branches.get(entry.id) or self._entry(entry) for entry in self._children(Entry, category.id)]
        category_tree = self._branches[category.id] = CategoryTree(category, tuple(entries))
        return category_tree

    def _entry(self, entry: Entry) -> EntryTree:
        risks, mitigations = self._children(Risk, entry.id), self._children(Mitigation, entry.id)
        entry_tree = self._branches[entry.id] = EntryTree(entry, tuple(risks), tuple(mitigations))
        return entry_tree

    def _children(self, kind: type[Value], parent: str | None) -> list[Any]:
        return sorted(self._inside.get((kind, parent), {}).values(), key=_position)

    def _forget(self, identity: str, parent: str | None) -> None:
        """Discard the branches that contain a value; above a branch that is not made, none is made either."""
        self._tree = None
        self._branches.pop(identity, None)
        while parent is not None and self._branches.pop(parent, None) is not None:
            holder = self._values.get(parent)
            parent = None if holder is None else _place(holder)[1]


def grow(values: Iterable[Value]) -> RegisterTree:
    """The tree of one register and what is kept with it, from its values in any order."""
    return ChangingRegister(values).tree()


def _place(value: Value) -> tuple[type[Value], str | None]:
    parent = _PARENT.get(type(value))
    return type(value), None if parent is None else parent(value)
