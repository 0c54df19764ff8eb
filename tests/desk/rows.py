"""Registers to be listed."""

from collections.abc import Sequence
from datetime import date

from riskdesk.desk import scales
from riskdesk.desk.listing import Context
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import (
    Category,
    Entry,
    Language,
    Mitigation,
    Register,
    Risk,
)

TODAY = date(2026, 11, 28)
SCALE = scales.profile("5x5")
CONTEXT = Context(SCALE, Language.ENGLISH, TODAY)


def entry(risks: Sequence[Risk], mitigations: Sequence[Mitigation] = (), category: str = "c") -> EntryTree:
    return EntryTree(Entry(category=category), tuple(risks), tuple(mitigations))


def tree(*categories: tuple[str, Sequence[EntryTree]]) -> RegisterTree:
    register = Register(scale=SCALE)
    category_trees = [
        CategoryTree(Category(register=register.id, position=place, title=title), tuple(entries))
        for place, (title, entries) in enumerate(categories)
    ]
    return RegisterTree(register, tuple(category_trees))
