"""What is on the clipboard: branches cut or copied, as our own JSON and as text for other programs."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from riskdesk.desk.branches import Branch, root
from riskdesk.domain.document import (
    bullet_record,
    category_record,
    entry_record,
    read_bullet,
    read_category,
    read_entry,
)
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.records import Record, kind_name
from riskdesk.domain.tree import CategoryTree, EntryTree, Item, RegisterTree
from riskdesk.domain.values import Mitigation, Risk

MIME = "application/x-riskdesk-clip+json"
_READERS: dict[str, Callable[[object], Branch]] = {
    "category": lambda content: read_category("", content, 0, "/category"),
    "entry": lambda content: read_entry("", content, 0, "/entry"),
    "risk": lambda content: read_bullet(Risk, "", content, 0, "/risk"),
    "mitigation": lambda content: read_bullet(Mitigation, "", content, 0, "/mitigation"),
}


@dataclass(frozen=True)
class Clip:
    """Copied branches, in the order of the register."""

    branches: tuple[Branch, ...]

    @property
    def json(self) -> str:
        """The branches for another Riskdesk window."""
        return json.dumps([[kind_name(type(root(branch))), _nameless(_record(branch))] for branch in self.branches])

    @property
    def text(self) -> str:
        """The branches for other programs: a line for each bullet, or a table as Excel copies it."""
        # What other programs get is made, and imported, when something is copied.
        from riskdesk.desk import copied

        return copied.as_text(self.branches)

    @property
    def html(self) -> str:
        """The branches for other programs: a list, or a table of two columns."""
        from riskdesk.desk import copied

        return copied.as_html(self.branches)

    @classmethod
    def from_json(cls, text: str) -> "Clip":
        """A clip read from its JSON; InputProblem if the text is no clip."""
        try:
            return cls(tuple(_READERS[kind](content) for kind, content in json.loads(text)))
        except (ValueError, TypeError, KeyError):
            raise InputProblem(
                QT_TRANSLATE_NOOP("Problem", "The clipboard cannot be read; copy again and paste anew.")
            ) from None


def copy(tree: RegisterTree, ids: Sequence[str]) -> Clip:
    """The clip of items of a register; what lies inside another of them is copied once, with it."""
    return Clip(tuple(_chosen(tree, set(ids))))


def topmost(tree: RegisterTree, ids: Sequence[str]) -> list[Item]:
    """The items with those ids in the order of the register, without those that lie inside another of them."""
    return [root(branch) for branch in _chosen(tree, set(ids))]


def _chosen(tree: RegisterTree, ids: set[str]) -> Iterator[Branch]:
    for category in tree.categories:
        if category.category.id in ids:
            yield category
            continue
        for entry in category.entries:
            if entry.entry.id in ids:
                yield entry
                continue
            bullets: tuple[Risk | Mitigation, ...] = (*entry.risks, *entry.mitigations)
            yield from (bullet for bullet in bullets if bullet.id in ids)


def _record(branch: Branch) -> Record:
    if isinstance(branch, CategoryTree):
        return category_record(branch)
    return entry_record(branch) if isinstance(branch, EntryTree) else bullet_record(branch)


def _nameless(content: Any) -> Any:
    """A record without identities, which what is pasted is given anew."""
    if isinstance(content, list):
        return [_nameless(item) for item in content]
    if not isinstance(content, dict):
        return content
    return {name: _nameless(told) for name, told in content.items() if name != "id"}
