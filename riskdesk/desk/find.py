"""Finding text in a register, compared in folded form, and the owners named in it."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from riskdesk.domain.fields import FIELDS
from riskdesk.domain.folding import Query, fold
from riskdesk.domain.records import kind_name
from riskdesk.domain.tree import CategoryTree, RegisterTree
from riskdesk.domain.values import Category, Mitigation, Register, Risk, Value

Found = Register | Category | Risk | Mitigation
# The fields of each kind with text that users type.
TEXTS: dict[type[Value], list[str]] = {
    kind: [field.name for field in FIELDS[kind_name(kind)].values() if field.is_text]
    for kind in (Register, Category, Risk, Mitigation)
}


class Hit(NamedTuple):
    """A place where a text was found: from `start` up to `end` in a field of the value `id` of a kind."""

    kind: str
    id: str
    field: str
    start: int
    end: int


class RegisterSearch:
    """A search for one text in a register, repeated as the register changes.

    Only categories that changed are searched again.
    """

    def __init__(self, text: str) -> None:
        self.text, self._query, self._is_blank = text, Query(text), not fold(text).strip()
        # By the `id()` of a category; the category is kept as well, so that no other object gets that number.
        self._by_category: dict[int, tuple[CategoryTree, list[Hit]]] = {}
        # All hits in the register that was last searched, in its order; none if the text is blank.
        self.hits: list[Hit] = []

    def following(self, tree: RegisterTree) -> Iterator[None]:
        """Search the present register, one value at a time; if that is not finished, `hits` stay as they were."""
        if self._is_blank:
            return
        by_category = dict[int, tuple[CategoryTree, list[Hit]]]()
        for category in tree.categories:
            if id(category) not in self._by_category:
                hits = list[Hit]()
                for value in category.values:
                    hits += self._in(value)
                    yield
                self._by_category[id(category)] = category, hits
            by_category[id(category)] = self._by_category[id(category)]
        self._by_category = by_category
        self.hits = [*self._in(tree.register), *chain.from_iterable(hits for _, hits in by_category.values())]

    def _in(self, value: Value) -> Iterator[Hit]:
        for name in TEXTS.get(type(value), ()):
            for start, end in self._query.spans(getattr(value, name)):
                yield Hit(kind_name(type(value)), value.id, name, start, end)


def owners(tree: RegisterTree) -> list[str]:
    """The names of owners and action owners in a register, each once, in alphabetical order."""
    return sorted(frozenset().union(*(category.persons for category in tree.categories)), key=fold)


def searched(tree: RegisterTree) -> Iterator[Found]:
    """The values of a register that hold text, in its order."""
    yield tree.register
    for item in tree.items:
        if isinstance(item, Category | Risk | Mitigation):
            yield item
