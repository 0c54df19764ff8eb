"""What happened to an item, in words: a head for each step, and a line for each thing that it did."""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias

from riskdesk.domain.fields import FIELDS, FieldType, field_label
from riskdesk.domain.history import Edit, Event
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, Phrase
from riskdesk.domain.scale import Scale
from riskdesk.domain.scale_record import scale_from_record
from riskdesk.domain.side_by_side import told_apart
from riskdesk.domain.step import Change, Step
from riskdesk.domain.telling import Telling

Find: TypeAlias = Callable[[str, str], Mapping[str, Any]]
_WORDS = re.compile(r"\s+|\w+|[^\w\s]", re.DOTALL)
# If one of two texts has more words, all between their common beginning and end is shown as different.
_MOST_WORDS = 4_000


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A line on one thing that was done: its label, and the texts before and after.

    The texts of `prose` are sentences.

    `edit` is the change of a field, whose value before can be restored. If both texts are empty, the label says all.
    """

    label: str
    before: str = ""
    after: str = ""
    edit: Edit | None = None
    prose: bool = False


class Scales:
    """The scale that a register had before and after each of its steps, given those that changed it, newest first."""

    def __init__(self, now: Scale, register: str, steps: Iterable[Step] = ()) -> None:
        self.now = now
        self._before = [
            (step.number, scale_from_record(change.before["scale"]))
            for step in steps
            for change in step.changes
            if change.id == register and change.before is not None and change.after and "scale" in change.before
        ]

    def after(self, number: int) -> Scale:
        """The scale after a step."""
        return self._since(number + 1)

    def before(self, number: int) -> Scale:
        """The scale before a step."""
        return self._since(number)

    def _since(self, number: int) -> Scale:
        """The scale before all steps from that number on."""
        return next((scale for at, scale in reversed(self._before) if at >= number), self.now)


class Story:
    """A writer of events in words; `find` gives the record of an item by kind and id, empty for a deleted one."""

    def __init__(self, telling: Telling, find: Find, scales: Scales) -> None:
        self._telling, self._find, self._scales = telling, find, scales

    def head(self, step: Step, *, again: bool = False) -> str:
        """The head of a step: its action, or that this was undone or redone."""
        action = Phrase(step.label, "Action").translated(self._telling.translate, self._telling.language)
        if step.undoes is None:
            return action
        text = (
            QT_TRANSLATE_NOOP("History", "Redone: {action}")
            if again
            else QT_TRANSLATE_NOOP("History", "Undone: {action}")
        )
        return self._telling.translate("History", text).format(action=action)

    def lines(self, event: Event) -> list[StoryLine]:
        """What a step did to an item, a line for each thing."""
        lines = [*self._whole(event), *self._partners(event)]
        if event.moved is not None:
            lines.append(self._move(event.moved))
        if event.shifted:
            up, down = QT_TRANSLATE_NOOP("History", "Moved up"), QT_TRANSLATE_NOOP("History", "Moved down")
            lines.append(StoryLine(self._telling.translate("History", up if event.shifted < 0 else down)))
        return lines + [self._edit(event, edit) for edit in event.edits]

    def _whole(self, event: Event) -> list[StoryLine]:
        if event.went:
            text = QT_TRANSLATE_NOOP("History", "Deleted")
        elif event.came:
            text = QT_TRANSLATE_NOOP("History", "Added")
        else:
            return []
        return [StoryLine(self._telling.translate("History", text))]

    def _partners(self, event: Event) -> list[StoryLine]:
        """The other items of a split or a join."""
        text = _PARTNERS.get((event.step.label.partition(" ")[0], event.came, event.went))
        if text is None or event.step.undoes is not None:
            return []
        names = [self._item_name(change) for change in event.others if self._is_partner(event, change)]
        if not names:
            return []
        return [StoryLine(self._telling.translate("History", text).format(items=", ".join(names)))]

    def _is_partner(self, event: Event, other: Change) -> bool:
        """Whether an item is the other side of a split or a join: one that stays, or one that was added or deleted."""
        return (other.before is not None and other.after is not None) == (event.came or event.went)

    def _item_name(self, change: Change) -> str:
        whole = change.after if change.before is None else change.before if change.after is None else None
        record = whole or self._find(change.kind, change.id) or change.after or {}
        return self._telling.item_name(change.kind, record)

    def _move(self, edit: Edit) -> StoryLine:
        before, after = (self._place(edit.field, str(identity)) for identity in (edit.before, edit.after))
        return StoryLine(self._label(edit.field, edit.field), before, after)

    def _place(self, kind: str, identity: str) -> str:
        record = self._find(kind, identity)
        return self._telling.item_name(kind, record) if record else self._telling.translate("Values", "(deleted)")

    def _edit(self, event: Event, edit: Edit) -> StoryLine:
        kind, field, number = event.change.kind, FIELDS[event.change.kind][edit.field], event.step.number
        label = self._label(edit.field, kind)
        if field.is_json:
            return StoryLine(self._telling.changed(label))
        before = self._telling.value(kind, field.name, edit.before, self._scales.before(number))
        after = self._telling.value(kind, field.name, edit.after, self._scales.after(number))
        if before == after and not event.came:
            return StoryLine(self._telling.changed(label), edit=edit)
        prose = field.type is FieldType.TEXT
        return StoryLine(label, "" if event.came else before, after, None if event.came else edit, prose)

    def _label(self, name: str, kind: str) -> str:
        return field_label(kind, name).text(self._telling.language)


class TextFate(Enum):
    """The fate of a part of a text: kept, added or removed."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


def compared(before: str, after: str) -> list[tuple[str, TextFate]]:
    """Two texts as one: what they have in common, what is gone and what is new, by words."""
    one, other = (_WORDS.findall(text) for text in (before, after))
    if max(len(one), len(other)) > _MOST_WORDS:
        return _ends_in_common(before, after)
    parts: list[tuple[str, TextFate]] = []
    for way, start, end, from_, to in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if way == "equal":
            parts.append(("".join(one[start:end]), TextFate.SAME))
            continue
        parts += [("".join(one[start:end]), TextFate.GONE)] if end > start else []
        parts += [("".join(other[from_:to]), TextFate.NEW)] if to > from_ else []
    return _without_crumbs(parts)


def _without_crumbs(parts: list[tuple[str, TextFate]]) -> list[tuple[str, TextFate]]:
    """Parts in which mere blanks between two changes belong to these, so that they read as one."""
    joined: list[tuple[str, TextFate]] = []
    for place, (text, part) in enumerate(parts):
        inside = 0 < place < len(parts) - 1
        if part is TextFate.SAME and inside and not text.strip():
            joined += [(text, TextFate.GONE), (text, TextFate.NEW)]
        else:
            joined.append((text, part))
    return _in_runs(joined)


def _in_runs(parts: list[tuple[str, TextFate]]) -> list[tuple[str, TextFate]]:
    """Parts that have, between those that stay, first all that is gone, then all that is new."""
    runs: list[tuple[str, TextFate]] = []
    gone_text = new_text = ""
    for text, part in [*parts, ("", TextFate.SAME)]:
        if part is TextFate.SAME:
            if gone_text and new_text:
                gone_text, new_text = told_apart(gone_text, new_text)
            runs += [
                (run, kind)
                for run, kind in ((gone_text, TextFate.GONE), (new_text, TextFate.NEW), (text, TextFate.SAME))
                if run
            ]
            gone_text = new_text = ""
        else:
            gone_text, new_text = gone_text + text * (part is TextFate.GONE), new_text + text * (part is TextFate.NEW)
    return runs


def _ends_in_common(before: str, after: str) -> list[tuple[str, TextFate]]:
    start = next((at for at, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), None)
    start = min(len(before), len(after)) if start is None else start
    rest = min(len(before), len(after)) - start
    end = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    parts = (
        (before[:start], TextFate.SAME),
        (before[start : len(before) - end], TextFate.GONE),
        (after[start : len(after) - end], TextFate.NEW),
        (before[len(before) - end :], TextFate.SAME),
    )
    return [(text, part) for text, part in parts if text]


# By the action, and whether the item was added or deleted by it.
_PARTNERS = {
    ("Split", False, False): QT_TRANSLATE_NOOP("History", "Split into: {items}"),
    ("Split", True, False): QT_TRANSLATE_NOOP("History", "Split off from: {items}"),
    ("Join", False, False): QT_TRANSLATE_NOOP("History", "Joined with: {items}"),
    ("Join", False, True): QT_TRANSLATE_NOOP("History", "Joined to: {items}"),
}
