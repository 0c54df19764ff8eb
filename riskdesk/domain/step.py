"""What an action did: a step of the journal and its changes."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, Problem
from riskdesk.domain.records import PARENTS, Record
from riskdesk.domain.values import RegisterTitle

# Later than any step.
LATEST = 2**62
# A reference once given is never used again, so the count of them survives an undo.
KEPT_BY_UNDO = {"register": {"references"}}
# The position of a register depends on which others there are, and may differ when a step is undone.
FOLLOWS_FROM_OTHERS = {"register": {"position"}}


class NoStep(Problem, ValueError):
    """The error that a row of a journal is no step of any Riskdesk; `number` is the number that the row gives."""

    def __init__(self, number: int) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "Problem",
                "Step {step} of the change history contains data that Riskdesk does not write; open a backup,"
                " or recover what is left.",
            ),
            step=str(number),
        )
        self.number = number


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one value: its record before and after; None if it did not exist, only what differs for an edit.

    The change of an item that was moved, and for which others made room, has its parent as well.
    """

    kind: str
    id: str
    before: Record | None
    after: Record | None

    @property
    def key(self) -> tuple[str, str]:
        """The kind and id of the value, which are the key of its record in a state."""
        return self.kind, self.id

    @property
    def edited(self) -> frozenset[str]:
        """The fields that an edit gives another value; empty if the value was added or deleted."""
        if self.before is None or self.after is None:
            return frozenset()
        return frozenset(name for name, value in self.after.items() if self.before.get(name) != value)


@dataclass(frozen=True)
class Step:
    """An action in the journal; `undoes` is the number of the step that it undoes (a redo undoes an undo).

    What is worked out from it is kept with it. `registers` are those that it touched; the store gives them for a step
    that was just taken, by any user.
    """

    number: int
    at: datetime.datetime
    who: str
    label: str
    changes: tuple[Change, ...]
    undoes: int | None = None
    registers: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def created(self) -> tuple[str, ...]:
        """The ids of the values that the step added, in order."""
        return tuple(change.id for change in self.changes if change.before is None)

    @cached_property
    def outermost(self) -> tuple[str, ...]:
        """The ids of the values that the step added, in order, without those that are inside another one."""
        created_ids = set(self.created)
        return tuple(
            change.id
            for change in self.changes
            if change.before is None and (change.after or {}).get(PARENTS[change.kind] or "") not in created_ids
        )


def together(changes: Iterable[Change]) -> Change:
    """Changes of one item, one after the other, as one change."""
    first, *others = changes
    for change in others:
        if change.after is None or first.after is None:
            first = replace(first, after=change.after)
        else:
            before = None if first.before is None else (change.before or {}) | first.before
            first = replace(first, before=before, after=first.after | change.after)
    return first


def inverse(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes that undo `changes`."""
    return tuple(_turned(change) for change in reversed(changes) if _turned(change).after != {})


def _turned(change: Change) -> Change:
    kept_fields = KEPT_BY_UNDO.get(change.kind, set())
    if change.before is None or change.after is None or not kept_fields & change.after.keys():
        return Change(change.kind, change.id, change.after, change.before)
    before = {name: value for name, value in change.before.items() if name not in kept_fields}
    return Change(change.kind, change.id, {name: change.after[name] for name in before}, before)


class UndoDirection(Enum):
    """The two directions in the history: `UNDO` takes back what was done, `REDO` what was undone."""

    UNDO = "undo"
    REDO = "redo"


class Undoable(NamedTuple):
    """The step that undo or redo would take back: its number, its label and who took it."""

    number: int
    label: str
    who: str


def listed_changes(step: Step) -> list[Change]:
    """The changes of a step that show in a list of registers, as a new reference or a scale does not."""
    return [change for change in step.changes if change.kind == "register" and _is_listed(change)]


def _is_listed(change: Change) -> bool:
    return change.before is None or change.after is None or not change.after.keys().isdisjoint(RegisterTitle._fields)
