"""The content that Riskdesk puts on the clipboard: branches as JSON for itself, as text and HTML for other programs."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from riskdesk.desk.branches import root, within
from riskdesk.domain import json_text
from riskdesk.domain.clipboard import require_size
from riskdesk.domain.document import bullet_record, category_record, entry_record
from riskdesk.domain.growing import ChangingRegister
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.reading import Reader
from riskdesk.domain.records import Record, kind_name
from riskdesk.domain.tree import Branch, CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Mitigation, Risk

MIME = "application/x-riskdesk-clip+json"
# Limited, as the user waits while the items are read.
MOST_ITEMS = 10_000
# In characters: a thousand for each of the most items.
_LARGEST = 10_000_000
# A hundred for each of the most items: its fields, and the commas in its texts.
_MOST_VALUES = 1_000_000
_FINDERS: dict[str, Callable[[Reader, object], str]] = {
    "category": lambda reader, content: reader.category("", content, 0, "/category"),
    "entry": lambda reader, content: reader.entry("", content, 0, "/entry"),
    "risk": lambda reader, content: reader.bullet(Risk, "", content, 0, "/risk"),
    "mitigation": lambda reader, content: reader.bullet(Mitigation, "", content, 0, "/mitigation"),
}


class Clip(NamedTuple):
    """A copy of some branches of a register, in its order, for the clipboard.

    `foreign` is whether they are a table of another program, whose categories are those that have the same titles.
    """

    branches: tuple[Branch, ...]
    foreign: bool = False

    @property
    def json(self) -> str:
        """The branches for another Riskdesk window; InputProblem if there are more than it would accept."""
        _require_few(sum(1 + len(within(branch)) for branch in self.branches))
        records = [[kind_name(type(root(branch))), _nameless(_record(branch))] for branch in self.branches]
        # Not in escapes, which count as six characters for one.
        text = json.dumps(records, ensure_ascii=False)
        _require_readable(text)
        return text

    @property
    def text(self) -> str:
        """The branches for other programs: a line for each bullet, or a table in the format that Excel copies."""
        # Imported late: only copying needs it.
        from riskdesk.desk import copied

        return copied.as_text(self.branches)

    @property
    def html(self) -> str:
        """The branches for other programs: a list, or a table of two columns."""
        from riskdesk.desk import copied

        return copied.as_html(self.branches)

    @classmethod
    def from_json(cls, text: str) -> "Clip":
        """A clip from its JSON; InputProblem if the text is no clip, or if it has more items than can be pasted."""
        _require_readable(text)
        try:
            content = json_text.loads(text, most=_MOST_VALUES)
            reader = Reader(_counting(len(content)))
            roots = [_FINDERS[kind](reader, _nameless(record)) for kind, record in content]
            return cls(tuple(map(ChangingRegister(reader.values()).branch, roots)))
        except (ValueError, TypeError, KeyError):
            raise InputProblem(
                QT_TRANSLATE_NOOP("Problem", "The clipboard cannot be read; copy and paste again.")
            ) from None


def _require_readable(text: str) -> None:
    """Raise InputProblem if a text has more than is read at once."""
    require_size(text, _LARGEST)
    count = json_text.count(text)
    if count > _MOST_VALUES:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The clipboard holds {count} values, commas and brackets; copy at most {most} at a time.",
            ),
            count=count,
            most=_MOST_VALUES,
        )


def _counting(begun: int) -> Callable[[str, int], None]:
    """A function that counts items, from `begun` on, and raises InputProblem before there are too many."""
    _require_few(begun)
    total = begun

    def count(_kind: str, number: int) -> None:
        nonlocal total
        total += number
        _require_few(total)

    return count


def _require_few(count: int) -> None:
    if count > MOST_ITEMS:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The clipboard takes {most} items at a time; choose fewer, or export the register and import it.",
            ),
            most=MOST_ITEMS,
        )


def copy(tree: RegisterTree, ids: Sequence[str]) -> Clip:
    """The clip of some items of a register; an item inside another one of them is copied only as part of that."""
    return Clip(tuple(_chosen_branches(tree, set(ids))))


def _chosen_branches(tree: RegisterTree, ids: set[str]) -> Iterator[Branch]:
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
    """A record without identities, as pasted items get new ones."""
    if isinstance(content, list):
        return [_nameless(item) for item in content]
    if not isinstance(content, dict):
        return content
    return {name: _nameless(value) for name, value in content.items() if name != "id"}
