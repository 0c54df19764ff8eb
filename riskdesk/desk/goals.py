"""What one can go to: the items of the open register, their owners, the registers of the file, and commands."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from riskdesk.domain.folding import fold
from riskdesk.domain.matching import Found, Texts
from riskdesk.domain.records import kind_name
from riskdesk.domain.text import is_blank
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.typed import Typed
from riskdesk.domain.values import Category, Mitigation, Risk

Item = Category | Risk | Mitigation
# How much of a text is looked at and shown, in signs; what is longer is found by searching.
_LONGEST = 5000
# What is read at once where the user waits.
_PIECE = 150
_NUMBER = re.compile(r"\d+$")


class GoalKind(StrEnum):
    """What it is that one can go to."""

    COMMAND = "command"
    REGISTER = "register"
    CATEGORY = "category"
    OWNER = "owner"
    RISK = "risk"
    MITIGATION = "mitigation"


# The signs that something typed begins with where only one kind is wanted; of risks, by their references.
SIGNS = {">": GoalKind.COMMAND, "@": GoalKind.OWNER, "#": GoalKind.RISK}
_KINDS: dict[type[Item], GoalKind] = {
    Category: GoalKind.CATEGORY,
    Risk: GoalKind.RISK,
    Mitigation: GoalKind.MITIGATION,
}


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to go to: an item or a register by its `id`, a command by its name, an owner by what they own first.

    `place` says where it is found: in which category an item, in which menu a command. `hint` is what else is to be
    known: the keys of a command, how a risk ended, the kinds of what an owner has.
    """

    kind: GoalKind
    id: str
    text: str
    reference: str = ""
    place: str = ""
    hint: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What it is known by as long as it is there."""
        if self.kind is GoalKind.COMMAND:
            return f">{self.id}"
        return f"@{self.text}" if self.kind is GoalKind.OWNER else self.id


class Goals:
    """All that one can go to, found by what is typed."""

    def __init__(self) -> None:
        self._tree: RegisterTree | None = None
        self._texts, self._references = Texts(), Texts()
        # The items as they are, and as their texts were read.
        self._items: dict[str, Item] = {}
        self._read: dict[str, Item] = {}
        self._category_of: dict[str, str] = {}
        self._others: dict[str, Goal] = {}

    def follow(self, tree: RegisterTree | None, others: Iterable[Goal]) -> Iterator[None]:
        """Know an open register, and registers and commands, as they are now.

        A piece is read each time the next one is asked for; what is known can be found. What was not changed is not
        read again.
        """
        if tree is not self._tree:
            self._tree = tree
            self._items, self._category_of = _items_of(tree)
        self._keep_others([*others, *_owners_of(self._items.values())])
        for key in self._read.keys() - self._items.keys():
            self._drop(key)
        return self._read_changed()

    def goal(self, key: str) -> Goal | None:
        """What a key stands for; None if it is not there any more."""
        item = self._items.get(key)
        if item is None:
            return self._others.get(key)
        reference, place = item.reference if isinstance(item, Risk) else "", one_line(self._category_of.get(key, ""))
        return Goal(_KINDS[type(item)], key, _text(item), reference, place, _hint(item))

    def find(self, typed: str, most: int, first: Sequence[str] = ()) -> Found:
        """The keys of what something typed points to, the best first; of those that fit alike, the `first` ones.

        A sign before it says which kind alone is wanted. Where nothing is typed, it is all of that kind; of all kinds,
        the `first` ones and commands.
        """
        kind = SIGNS.get(typed[:1])
        wanted = Typed(typed[1:] if kind else typed)
        if not wanted.text.strip():
            return self._listed(kind, most, first)
        if kind is GoalKind.RISK:
            return self._references.find(wanted, most, first=first)
        return self._texts.find(wanted, most, self._keys_of(kind) if kind else None, first)

    def _listed(self, kind: GoalKind | None, most: int, first: Sequence[str]) -> Found:
        keys = self._keys_of(kind or GoalKind.COMMAND)
        before = [key for key in first if (key in keys if kind else self.goal(key) is not None)]
        listed = dict.fromkeys([*before, *keys])
        return Found(list(islice(listed, most)), len(listed))

    def _keys_of(self, kind: GoalKind) -> list[str]:
        """The keys of a kind, in order; of risks, those that have a reference."""
        if kind is GoalKind.RISK:
            return [key for key in self._items if key in self._references]
        return [key for key, goal in self._others.items() if goal.kind is kind]

    def _keep_others(self, goals: Iterable[Goal]) -> None:
        before, self._others = self._others, {goal.key: goal for goal in goals}
        for key in before.keys() - self._others.keys():
            self._texts.drop(key)
        for key, goal in self._others.items():
            if key not in self._texts or before[key].text != goal.text:
                self._texts.put(key, goal.text, short=True)

    def _read_changed(self) -> Iterator[None]:
        unread = [item for key, item in self._items.items() if self._read.get(key) is not item]
        for start in range(0, len(unread), _PIECE):
            for item in unread[start : start + _PIECE]:
                self._put(item)
            yield

    def _put(self, item: Item) -> None:
        references = _references(item.reference) if isinstance(item, Risk) else []
        self._texts.put(item.id, _text(item), *references, short=isinstance(item, Category))
        if item.id in self._references:
            self._references.drop(item.id)
        if references:
            self._references.put(item.id, *references)
        self._read[item.id] = item

    def _drop(self, key: str) -> None:
        del self._read[key]
        self._texts.drop(key)
        if key in self._references:
            self._references.drop(key)


def one_line(text: str) -> str:
    """A text as it is looked at and shown: in one line, and not longer than is read at a glance or two."""
    return " ".join(text[:_LONGEST].split())


def _items_of(tree: RegisterTree | None) -> tuple[dict[str, Item], dict[str, str]]:
    """Categories, risks and mitigations, and the title of the category that each of the latter lies in."""
    items: dict[str, Item] = {}
    titles: dict[str, str] = {}
    for category in tree.categories if tree is not None else ():
        items[category.category.id] = category.category
        for entry in category.entries:
            held: tuple[Item, ...] = (*entry.risks, *entry.mitigations)
            items.update((item.id, item) for item in held)
            titles.update((item.id, category.category.title) for item in held)
    return items, titles


def _owners_of(items: Iterable[Item]) -> list[Goal]:
    """The owners of risks and mitigations by name, with what each has; one leads to the first of it, a risk if any."""
    owned: dict[str, list[Item]] = {}
    for item in items:
        name = item.owner if isinstance(item, Risk) else item.action_owner if isinstance(item, Mitigation) else ""
        if name:
            owned.setdefault(name, []).append(item)
    named: dict[str, list[Item]] = {}
    for name, its in owned.items():
        named.setdefault(one_line(name), []).extend(its)
    return [_owner(name, named[name]) for name in sorted(named, key=fold) if not is_blank(name)]


def _owner(name: str, items: Sequence[Item]) -> Goal:
    first = next((item for item in items if isinstance(item, Risk)), items[0])
    return Goal(GoalKind.OWNER, first.id, name, hint=tuple(kind_name(type(item)) for item in items))


def _text(item: Item) -> str:
    """What an item is known by: a risk by its title, where it has one, and its description."""
    if isinstance(item, Category):
        return one_line(item.title)
    title = one_line(item.title) if isinstance(item, Risk) else ""
    return " – ".join(text for text in (title, one_line(item.description)) if text)


def _hint(item: Item) -> tuple[str, ...]:
    return (item.status,) if isinstance(item, Risk) and item.ended and item.status is not None else ()


def _references(reference: str) -> list[str]:
    """A reference, and its number alone, by which it may be pointed to as well."""
    number = _NUMBER.search(reference)
    return [] if is_blank(reference) else [reference, *([number[0]] if number else [])]
