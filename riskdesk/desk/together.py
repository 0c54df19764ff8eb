"""Changing several risks or mitigations together, as one step, with a preview of the changes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from riskdesk.desk import siblings
from riskdesk.desk.action import Action, is_sweeping
from riskdesk.desk.losses import Bullet
from riskdesk.domain.fields import FIELDS, Field, FieldType
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.records import kind_name
from riskdesk.domain.tree import EntryTree, RegisterTree
from riskdesk.domain.values import Category, Entry, Risk
from riskdesk.store.transaction import Transaction

LABEL = QT_TRANSLATE_NOOP("Action", "Change items together")
# The name of the field for the category of a risk, whose value is the id of a category.
CATEGORY = "category"
_TYPES = (FieldType.PERSON, FieldType.CHOICE, FieldType.DATE)
_MORE = ("escalated_to",)


@dataclass(frozen=True, slots=True)
class PlannedEdit:
    """A field that would change, with its value before and after; for `CATEGORY`, both are categories.

    In that case, `along` is how many mitigations move with the risk, and `left` how many stay behind.
    """

    field: str
    before: Any
    after: Any
    along: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class Planned:
    """An item with the changes to it; no edits if it has these values already."""

    item: Bullet
    edits: tuple[PlannedEdit, ...]


def fields_of(kind: type[Bullet]) -> dict[str, Field]:
    """The fields that can be changed together, by their names."""
    name = kind_name(kind)
    own_fields = {field.name: field for field in FIELDS[name].values() if field.type in _TYPES or field.name in _MORE}
    category = {CATEGORY: Field(CATEGORY, FieldType.CHOICE, VALUE_KINDS["category"].label)} if kind is Risk else {}
    return own_fields | category


def planned(tree: RegisterTree, items: Sequence[Bullet], fields: Mapping[str, Any]) -> list[Planned]:
    """The changes to each item if these fields were given these values."""
    moves = _moves(tree, items, fields[CATEGORY]) if CATEGORY in fields else {}
    own = {name: value for name, value in fields.items() if name != CATEGORY}
    return [
        Planned(
            item,
            (
                *(
                    PlannedEdit(name, getattr(item, name), value)
                    for name, value in own.items()
                    if getattr(item, name) != value
                ),
                *moves.get(item.id, ()),
            ),
        )
        for item in items
    ]


def change(items: Sequence[Bullet], fields: Mapping[str, Any]) -> Action:
    """Set fields of items to these values; InputProblem if a field cannot have its value.

    If all risks of an entry are moved to another category, the entry moves as a whole; else they move in an entry of
    their own, and the mitigations stay.
    """
    own = {name: value for name, value in fields.items() if name != CATEGORY}

    def work(tx: Transaction) -> None:
        for item in items:
            current: Bullet = tx.get(type(item), item.id)
            tx.update(replace(current, **own))
        if CATEGORY in fields:
            move(tx, [item.id for item in items], fields[CATEGORY])

    return Action(LABEL, work, sweeping=is_sweeping(items))


def _moves(tree: RegisterTree, items: Sequence[Bullet], target: str) -> dict[str, tuple[PlannedEdit, ...]]:
    chosen_ids = {item.id for item in items}
    after = next(category.category for category in tree.categories if category.category.id == target)
    moves: dict[str, tuple[PlannedEdit, ...]] = {}
    for category in tree.categories:
        if category.category.id == target:
            continue
        for entry in category.entries:
            moves |= dict(_moves_of(entry, chosen_ids, category.category, after))
    return moves


def _moves_of(
    entry: EntryTree, chosen_ids: set[str], before: Category, after: Category
) -> Iterator[tuple[str, tuple[PlannedEdit, ...]]]:
    risks, count = [risk for risk in entry.risks if risk.id in chosen_ids], len(entry.mitigations)
    whole = len(risks) == len(entry.risks)
    for risk in risks:
        edit = PlannedEdit(CATEGORY, before, after, along=count if whole else 0, left=0 if whole else count)
        yield risk.id, (edit,)


def move(tx: Transaction, ids: Sequence[str], target: str) -> None:
    """Move risks to the end of a category, as `change` does."""
    entries: dict[str, list[Risk]] = {}
    for identity in ids:
        risk = tx.get(Risk, identity)
        if tx.get(Entry, risk.entry).category != target:
            entries.setdefault(risk.entry, []).append(risk)
    for entry, risks in entries.items():
        place = len(tx.children(Entry, target))
        if len(risks) == len(tx.children(Risk, entry)):
            siblings.move(tx, [tx.get(Entry, entry)], target, place)
        else:
            new_entry = Entry(category=target)
            siblings.insert(tx, [new_entry], place)
            siblings.move(tx, sorted(risks, key=lambda risk: risk.position), new_entry.id, 0)
