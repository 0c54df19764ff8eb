"""What steps did to an item: edited, added, deleted or moved it; and criteria by which steps are chosen."""

import json
from bisect import bisect
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from riskdesk.domain.conflict import WORKED_OUT
from riskdesk.domain.fields import FIELDS
from riskdesk.domain.folding import Query
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.records import Record, parent_of
from riskdesk.domain.replay import Key, whole_records
from riskdesk.domain.step import Change, Step, together


@dataclass(frozen=True, slots=True)
class Edit:
    """A field that was given another value; both values are as in the journal."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Event:
    """The changes that one step made to an item, taken as one event; `others` are its changes to other items.

    `undone_by` is the step that undid it and was not undone itself; `again` says that it redoes what was undone.
    `moves` has the ids of the items that the step moved among their siblings if it did nothing else, with -1 for up and
    1 for down.
    """

    step: Step
    change: Change
    undone_by: Step | None = None
    again: bool = False
    moves: Mapping[str, int] = field(default_factory=dict)

    @property
    def came(self) -> bool:
        return self.change.before is None

    @property
    def went(self) -> bool:
        return self.change.after is None

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The fields that got another value, in the order of the catalogue; for a new item, those not empty.

        There are none if the item was deleted.
        """
        before, after = self.change.before or {}, self.change.after or {}
        names = (name for name in FIELDS[self.change.kind] if name in after and name not in WORKED_OUT)
        edits = (Edit(name, before.get(name), after[name]) for name in names)
        return tuple(edit for edit in edits if not (self.came and edit.after in (None, "")))

    @property
    def moved(self) -> Edit | None:
        """The parents of the item before and after, if it was moved into another one."""
        parent = VALUE_KINDS[self.change.kind].parent
        if parent not in self.change.edited:
            return None
        return Edit(parent, (self.change.before or {}).get(parent), (self.change.after or {})[parent])

    @property
    def shifted(self) -> int:
        """-1 if the item was moved up among its siblings, 1 if it was moved down, 0 for neither."""
        return self.moves.get(self.change.id, 0)

    @property
    def others(self) -> tuple[Change, ...]:
        """The changes of other items of its kind in the step, except those that only moved."""
        return tuple(
            change
            for change in self.step.changes
            if change.kind == self.change.kind and change.id != self.change.id and not _is_shift(change)
        )

    @property
    def tells(self) -> bool:
        """Whether it did more to the item than shift it as others were moved."""
        return self.came or self.went or bool(self.edits or self.moved or self.shifted)


def events(steps: Iterable[Step], item: str, undone: Mapping[int, Step], again: Collection[int] = ()) -> list[Event]:
    """The events of an item in some steps, in their order, without steps that did nothing to it."""
    item_events = []
    for step in steps:
        changes = [change for change in step.changes if change.id == item]
        if changes:
            event = Event(step, together(changes), undone.get(step.number), step.number in again, moves(step))
            item_events += [event] if event.tells else []
    return item_events


def every_event(step: Step) -> Iterator[Event]:
    """The events of a step, one for each item that it did something to, in order.

    Deleted items come last, in the order of their kinds: what was around others before these.
    """
    moved, changes = moves(step), dict[str, list[Change]]()
    for change in step.changes:
        changes.setdefault(change.id, []).append(change)
    every = [Event(step, together(of_item), moves=moved) for of_item in changes.values()]
    order = list(VALUE_KINDS)
    every.sort(key=lambda event: order.index(event.change.kind) if event.went else -1)
    return (event for event in every if event.tells)


def subjects(step: Step) -> list[Change]:
    """The changes that were the purpose of a step.

    Left out are items that only made room, fields that are worked out, and items added or deleted with their parent.
    """
    moving = moves(step)
    moved = [change for change in step.changes if change.id in moving]
    whole = {
        change.key: change.after or change.before or {}
        for change in step.changes
        if change.before is None or change.after is None
    }
    inside = {key for key, record in whole.items() if parent_of(key, record) in whole}
    changes = (
        change for change in step.changes if change.key not in inside and (change.after or {"": 0}).keys() - WORKED_OUT
    )
    return moved or list(changes)


def before(record: Record | None, event: Event) -> Record | None:
    """The record of an item before an event, given the record after it; None if there was none."""
    change = event.change
    if change.before is None:
        return None
    if change.after is None or record is None:
        return change.before if change.after is None else None
    return record | change.before


@dataclass(frozen=True, slots=True)
class Gone:
    """An item that a step deleted with all that was in it: the changes, parents first, so that of the item is first."""

    step: Step
    changes: tuple[Change, ...]

    @property
    def top(self) -> Change:
        return self.changes[0]

    @property
    def record(self) -> Record:
        """The record of the item; an entry is described by its first words."""
        return whole_records([self.top], {change.key: change.before or {} for change in self.changes})[self.top.key]


def gone_in(step: Step, items: Collection[str]) -> list[Gone]:
    """What a step deleted of some items: each topmost one with those that were in it.

    All that was in a deleted register is included, whether it is among the items or not.
    """
    went = {change.key: change for change in step.changes if change.before is not None and change.after is None}
    order = list(VALUE_KINDS)
    keys = sorted(went, key=lambda key: (order.index(key[0]), (went[key].before or {}).get("position", 0)))
    branches: dict[Key, list[Change]] = {}
    top: dict[Key, Key] = {}
    for key in keys:
        above = top.get(parent_of(key, went[key].before or {}) or key)
        if key[1] in items or (above is not None and above[0] == "register"):
            top[key] = above or key
            branches.setdefault(top[key], []).append(went[key])
    head = replace(step, changes=())
    return [Gone(head, tuple(changes)) for changes in branches.values()]


@dataclass(frozen=True, slots=True)
class StepCriteria:
    """The criteria for steps: who took them, the kind of value or field that they changed, and a text."""

    who: str | None = None
    kind: str = ""
    field: str = ""
    text: str = ""

    @property
    def by_head(self) -> bool:
        """Whether the criteria say nothing on changes, so that the head of a step is enough."""
        return not (self.kind or self.text.strip())

    @property
    def signs(self) -> list[str]:
        """The texts that occur in the JSON text of the changes of each wanted step."""
        kind = [f'["{self.kind}",'] if self.kind else []
        return [*kind, *([f'"{self.field}":'] if self.field else [])]

    def may_be_in(self, changes: str) -> bool:
        """Whether the JSON text of a step's changes may contain the text that is looked for."""
        encoded = json.dumps(self.text.strip(), ensure_ascii=False)[1:-1]
        return not encoded or Query(encoded).is_in(changes)

    def admits(self, step: Step) -> bool:
        """Whether one of the changes of a step has the kind, the field and the text."""
        return any(self._admits(change) for change in step.changes if self.kind in ("", change.kind))

    def _admits(self, change: Change) -> bool:
        names = [self.field] if self.field else [name for name, field in FIELDS[change.kind].items() if field.is_text]
        values = [side.get(name) for side in (change.before, change.after) if side is not None for name in names]
        if not self.text.strip():
            return not self.field or any(value not in (None, "") for value in values)
        query = Query(self.text.strip())
        return any(isinstance(value, str) and query.is_in(value) for value in values)


ANY = StepCriteria()


def _is_shift(change: Change) -> bool:
    """Whether a change gives an item another place among its siblings and no more; it may get its position back."""
    is_placed = "position" in (change.before or {}) and "position" in (change.after or {})
    return is_placed and change.edited <= {"position"}


def _places(change: Change) -> tuple[float, float]:
    """The positions before and after a change."""
    return (change.before or {})["position"], (change.after or {})["position"]


def _way(change: Change) -> float:
    before, after = _places(change)
    return after - before


def moves(step: Step) -> dict[str, int]:
    """The ids of items that a step moved among their siblings, with -1 for up and 1 for down.

    It is empty if the step did more than move. If others made room, the records of what was moved also have the parent.
    Up to format 5 of the store, the items between an old and a new place exchanged positions: the one that went
    furthest was moved.
    """
    if not step.changes or not all(map(_is_shift, step.changes)):
        return {}
    ids = _moved(step)
    others = [change for change in step.changes if change.id not in ids]
    before, after = (sorted(_places(change)[side] for change in others) for side in (0, 1))
    directions = {}
    for change in step.changes:
        if change.id in ids:
            was, now = _places(change)
            # An item that made room may have been shifted further than the one that was put before it.
            way = bisect(after, now) - bisect(before, was) or now - was
            directions[change.id] = (way > 0) - (way < 0)
    return directions


def _moved(step: Step) -> frozenset[str]:
    """The ids of the items that were moved by a step which did nothing else."""
    identities = frozenset(
        change.id for change in step.changes if VALUE_KINDS[change.kind].parent in (change.after or {})
    )
    if identities:
        return identities
    before, after = (sorted(_places(change)[side] for change in step.changes) for side in (0, 1))
    furthest = max(abs(_way(change)) for change in step.changes)
    return frozenset(change.id for change in step.changes if before != after or abs(_way(change)) == furthest)
