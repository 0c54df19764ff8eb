"""Something that one can go to, and what a register has to go to: its items and their owners."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from riskdesk.domain.folding import fold
from riskdesk.domain.records import kind_name
from riskdesk.domain.text import is_blank
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Category, Mitigation, Risk

Item = Category | Risk | Mitigation
# How much of a text is looked at and shown, in signs; what is longer is found by searching.
_LONGEST = 5000
_NUMBER = re.compile(r"\d+$")


class GoalKind(StrEnum):
    """The kinds of what the user can go to."""

    COMMAND = "command"
    REGISTER = "register"
    CATEGORY = "category"
    OWNER = "owner"
    RISK = "risk"
    MITIGATION = "mitigation"


_KINDS: dict[type[Item], GoalKind] = {
    Category: GoalKind.CATEGORY,
    Risk: GoalKind.RISK,
    Mitigation: GoalKind.MITIGATION,
}


@dataclass(frozen=True, slots=True)
class Goal:
    """A place or thing that the user can go to: an item, an owner, a register or a command.

    `id` is that of an item or register, the name of a command, or the first item of an owner.

    `place` says where it is found: the category of an item, the menu of a command. `hint` says more: the keys of a
    command, how a risk ended, the kinds of items that an owner has. `register` is the id of the register that an item
    or owner is in, `home` the name of that register if it is not the open one. One that is `late` stands behind all
    others that fit as well.
    """

    kind: GoalKind
    id: str
    text: str
    reference: str = ""
    place: str = ""
    hint: tuple[str, ...] = ()
    register: str = ""
    home: str = ""
    late: bool = False

    @property
    def key(self) -> str:
        """What identifies it for as long as it exists."""
        if self.kind is GoalKind.COMMAND:
            return f">{self.id}"
        return f"@{self.register} {self.text}" if self.kind is GoalKind.OWNER else self.id


class RegisterGoals:
    """The goals in one register: categories, risks and mitigations by their ids, and owners by their keys."""

    def __init__(self, tree: RegisterTree) -> None:
        self.register, self.tree = tree.register.id, tree
        self.items: dict[str, Item] = {}
        self._category_of: dict[str, str] = {}
        for category in tree.categories:
            self.items[category.category.id] = category.category
            for entry in category.entries:
                items: tuple[Item, ...] = (*entry.risks, *entry.mitigations)
                self.items.update((item.id, item) for item in items)
                self._category_of.update((item.id, category.category.title) for item in items)
        self.owners = {goal.key: goal for goal in _owners_of(self.register, self.items.values())}

    def goal(self, key: str) -> Goal:
        """What the key of an item or an owner stands for."""
        item = self.items.get(key)
        if item is None:
            return self.owners[key]
        reference, place = item.reference if isinstance(item, Risk) else "", one_line(self._category_of.get(key, ""))
        return Goal(_KINDS[type(item)], key, text_of(item), reference, place, _hint(item), self.register)


def one_line(text: str) -> str:
    """A text as it is searched and shown in the palette: in one line, with a long end cut off."""
    return " ".join(text[:_LONGEST].split())


def names_of_owner(tree: RegisterTree, owner: str) -> tuple[list[str], list[str]]:
    """The spellings under which an owner stands in a register: first for risks, then for mitigations."""
    risks = (risk.owner for risk in tree.risks)
    mitigations = (mitigation.action_owner for mitigation in tree.mitigations)
    risk_names, mitigation_names = (
        [name for name in dict.fromkeys(names) if name and one_line(name) == owner] for names in (risks, mitigations)
    )
    return risk_names, mitigation_names


def _owners_of(register: str, items: Iterable[Item]) -> list[Goal]:
    """The owners of risks and mitigations by name. Each leads to the first item that it owns, a risk if possible."""
    owned: dict[str, list[Item]] = {}
    for item in items:
        name = item.owner if isinstance(item, Risk) else item.action_owner if isinstance(item, Mitigation) else ""
        if name:
            owned.setdefault(name, []).append(item)
    items_by_name: dict[str, list[Item]] = {}
    for name, its in owned.items():
        items_by_name.setdefault(one_line(name), []).extend(its)
    return [
        _owner(register, name, items_by_name[name]) for name in sorted(items_by_name, key=fold) if not is_blank(name)
    ]


def _owner(register: str, name: str, items: Sequence[Item]) -> Goal:
    first = next((item for item in items if isinstance(item, Risk)), items[0])
    return Goal(GoalKind.OWNER, first.id, name, hint=tuple(kind_name(type(item)) for item in items), register=register)


def text_of(item: Item) -> str:
    """What an item is known by: a risk by its title, where it has one, and its description."""
    if isinstance(item, Category):
        return one_line(item.title)
    title = one_line(item.title) if isinstance(item, Risk) else ""
    return " – ".join(text for text in (title, one_line(item.description)) if text)


def _hint(item: Item) -> tuple[str, ...]:
    return (item.status,) if isinstance(item, Risk) and item.ended and item.status is not None else ()


def names_of(reference: str) -> list[str]:
    """What a reference may be typed as: itself, or its number alone."""
    number = _NUMBER.search(reference)
    return [] if is_blank(reference) else [reference, *([number[0]] if number else [])]
