"""Goals: everything in a register that the user can go to, that is its items and their owners."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from riskdesk.domain.folding import fold
from riskdesk.domain.records import kind_name
from riskdesk.domain.text import is_blank
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Category, Mitigation, Risk

GoalItem = Category | Risk | Mitigation
# In characters, the part of a text that is searched and shown in the palette; the search finds the rest.
_LONGEST = 5000
_NUMBER = re.compile(r"\d+$")


class GoalKind(StrEnum):
    """The kinds of goals."""

    COMMAND = "command"
    REGISTER = "register"
    CATEGORY = "category"
    OWNER = "owner"
    RISK = "risk"
    MITIGATION = "mitigation"


_KINDS: dict[type[GoalItem], GoalKind] = {
    Category: GoalKind.CATEGORY,
    Risk: GoalKind.RISK,
    Mitigation: GoalKind.MITIGATION,
}


@dataclass(frozen=True, slots=True)
class Goal:
    """A place or thing that the user can go to: an item, an owner, a register or a command.

    `id` is that of an item or register, the name of a command, or the id of the first item of an owner.

    `place` tells where the goal is: the category of an item, the menu of a command. `hint` adds details: the keys of a
    command, how a risk ended, the kinds of items that an owner has. `register` is the id of the register of an item or
    owner, `home` the name of that register if it is not the open one. A `late` goal is listed after all others that
    match as well.
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
        """The key of the goal, which does not change while it exists."""
        if self.kind is GoalKind.COMMAND:
            return f">{self.id}"
        return f"@{self.register} {self.text}" if self.kind is GoalKind.OWNER else self.id


class RegisterGoals:
    """The goals in one register: categories, risks and mitigations by their ids, and owners by their keys."""

    def __init__(self, tree: RegisterTree) -> None:
        self.register, self.tree = tree.register.id, tree
        self.items: dict[str, GoalItem] = {}
        self._category_of: dict[str, str] = {}
        for category in tree.categories:
            self.items[category.category.id] = category.category
            for entry in category.entries:
                items: tuple[GoalItem, ...] = (*entry.risks, *entry.mitigations)
                self.items.update((item.id, item) for item in items)
                self._category_of.update((item.id, category.category.title) for item in items)
        self.owners = {goal.key: goal for goal in _owners_of(self.register, self.items.values())}

    def goal(self, key: str) -> Goal:
        """The goal for the key of an item or an owner."""
        item = self.items.get(key)
        if item is None:
            return self.owners[key]
        reference, place = item.reference if isinstance(item, Risk) else "", one_line(self._category_of.get(key, ""))
        return Goal(_KINDS[type(item)], key, text_of(item), reference, place, _hint(item), self.register)


def one_line(text: str) -> str:
    """A text for searching and showing in the palette: on one line, and cut off if it is very long."""
    return " ".join(text[:_LONGEST].split())


def names_of_owner(tree: RegisterTree, owner: str) -> tuple[list[str], list[str]]:
    """The spellings of the name of an owner in a register: first those for risks, then those for mitigations."""
    risks = (risk.owner for risk in tree.risks)
    mitigations = (mitigation.action_owner for mitigation in tree.mitigations)
    risk_names, mitigation_names = (
        [name for name in dict.fromkeys(names) if name and one_line(name) == owner] for names in (risks, mitigations)
    )
    return risk_names, mitigation_names


def _owners_of(register: str, items: Iterable[GoalItem]) -> list[Goal]:
    """The owners of risks and mitigations by name. Each leads to the first item that it owns, a risk if possible."""
    owned: dict[str, list[GoalItem]] = {}
    for item in items:
        name = item.owner if isinstance(item, Risk) else item.action_owner if isinstance(item, Mitigation) else ""
        if name:
            owned.setdefault(name, []).append(item)
    items_by_name: dict[str, list[GoalItem]] = {}
    for name, its in owned.items():
        items_by_name.setdefault(one_line(name), []).extend(its)
    return [
        _owner(register, name, items_by_name[name]) for name in sorted(items_by_name, key=fold) if not is_blank(name)
    ]


def _owner(register: str, name: str, items: Sequence[GoalItem]) -> Goal:
    first = next((item for item in items if isinstance(item, Risk)), items[0])
    return Goal(GoalKind.OWNER, first.id, name, hint=tuple(kind_name(type(item)) for item in items), register=register)


def text_of(item: GoalItem) -> str:
    """The text for an item: for a risk, its title, if any, and its description."""
    if isinstance(item, Category):
        return one_line(item.title)
    title = one_line(item.title) if isinstance(item, Risk) else ""
    return " – ".join(text for text in (title, one_line(item.description)) if text)


def _hint(item: GoalItem) -> tuple[str, ...]:
    return (item.status,) if isinstance(item, Risk) and item.ended and item.status is not None else ()


def names_of(reference: str) -> list[str]:
    """The texts that users may type for a reference: the reference, or only its number."""
    number = _NUMBER.search(reference)
    return [] if is_blank(reference) else [reference, *([number[0]] if number else [])]
