"""Finding text in a register, folded, and the names already used in it."""

from collections.abc import Iterator
from typing import NamedTuple

from riskdesk.domain.fields import FIELDS
from riskdesk.domain.folding import Query, fold
from riskdesk.domain.records import kind_name
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Category, Mitigation, Register, Risk

Found = Register | Category | Risk | Mitigation
# The fields of each kind that hold what a user typed.
TEXTS: dict[type[Found], list[str]] = {
    kind: [field.name for field in FIELDS[kind_name(kind)].values() if field.is_text]
    for kind in (Register, Category, Risk, Mitigation)
}


class Hit(NamedTuple):
    """Where a text was found: from `start` up to `end` in a field of the value `id` of a kind."""

    kind: str
    id: str
    field: str
    start: int
    end: int


def hits(tree: RegisterTree, text: str) -> list[Hit]:
    """Every place where a text stands in a register, in its order; nowhere if it is blank."""
    query = Query(text)
    if not fold(text).strip():
        return []
    return [
        Hit(kind_name(type(value)), value.id, name, start, end)
        for value in searched(tree)
        for name in TEXTS[type(value)]
        for start, end in query.spans(getattr(value, name))
    ]


def owners(tree: RegisterTree) -> list[str]:
    """The names of owners and action owners in a register, each once, in alphabetical order."""
    return sorted(frozenset().union(*(category.persons for category in tree.categories)), key=fold)


def searched(tree: RegisterTree) -> Iterator[Found]:
    """The values of a register that hold text, in its order."""
    yield tree.register
    for item in tree.items:
        if isinstance(item, Category | Risk | Mitigation):
            yield item
