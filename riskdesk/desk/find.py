"""Finding text in a register, accents and case folded, and the names already used in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from riskdesk.domain.fields import FIELDS, FieldType
from riskdesk.domain.records import kind_name
from riskdesk.domain.text import fold
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Category, Mitigation, Register, Risk

Found = Register | Category | Risk | Mitigation
_TEXTS = {
    kind: [field.name for field in FIELDS[kind_name(kind)].values() if field.is_text]
    for kind in (Register, Category, Risk, Mitigation)
}
_PERSONS: dict[type[object], list[str]] = {
    kind: [field.name for field in FIELDS[kind_name(kind)].values() if field.type is FieldType.PERSON]
    for kind in (Risk, Mitigation)
}


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a text was found: from `start` up to `end` in a field of the value `id`."""

    id: str
    field: str
    start: int
    end: int


def hits(tree: RegisterTree, query: str) -> list[Hit]:
    """Every place where a query stands in the text of a register, in its order."""
    wanted = fold(query)
    if not wanted.strip():
        return []
    return [
        Hit(value.id, name, start, end)
        for value in _values(tree)
        for name in _TEXTS[type(value)]
        for start, end in _spans(getattr(value, name), wanted)
    ]


def owners(tree: RegisterTree) -> list[str]:
    """The names of owners and action owners in a register, each once, in alphabetical order."""
    names = {getattr(value, name) for value in (*tree.risks, *tree.mitigations) for name in _PERSONS[type(value)]}
    return sorted(names - {""}, key=fold)


def _values(tree: RegisterTree) -> Iterator[Found]:
    yield tree.register
    for item in tree.items:
        if isinstance(item, Category | Risk | Mitigation):
            yield item


def _spans(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    folded = _folded(text)
    if wanted not in folded:
        return
    origin = [place for place, sign in enumerate(text) for _ in fold(sign)]
    at = folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        yield origin[at], origin[end - 1] + 1
        at = folded.find(wanted, end)


@lru_cache(maxsize=200_000)
def _folded(text: str) -> str:
    return "".join(fold(sign) for sign in text) if not text.isascii() else text.lower()
