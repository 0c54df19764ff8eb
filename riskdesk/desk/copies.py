"""Copies to send: one register or all, with or without history, with or without the names of people."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.records import KINDS, parent_field, without_people
from riskdesk.domain.replay import State, replay
from riskdesk.domain.step import Change, Step
from riskdesk.store import copying, journal

LABEL = QT_TRANSLATE_NOOP("Action", "Copy")


@dataclass(frozen=True, kw_only=True)
class Copy:
    """What goes into a copy: the register of that id (None for all), the steps so far, the names of people."""

    register: str | None = None
    history: bool = True
    names: bool = True


def send(steps: Iterable[Step], who: str, copy: Copy, new: Path) -> None:
    """Make a new store of the steps of another; FileProblem if it cannot be made."""
    chosen = _of_register(steps, copy.register) if copy.register else list(steps)
    if not copy.names:
        chosen = [_nameless(step) for step in chosen]
    if not copy.history:
        chosen = [as_one(replay(chosen), who if copy.names else "", LABEL)]
    copying.write(new, chosen)


def _of_register(steps: Iterable[Step], register: str) -> list[Step]:
    """The steps that concern a register and what is in it, with numbers of their own."""
    inside, numbers, chosen = {register}, dict[int, int](), list[Step]()
    for step in steps:
        changes = tuple(change for change in step.changes if _belongs(change, inside))
        if changes:
            numbers[step.number] = len(chosen) + 1
            undoes = None if step.undoes is None else numbers[step.undoes]
            chosen.append(replace(step, number=len(chosen) + 1, changes=changes, undoes=undoes))
    return chosen


def _belongs(change: Change, inside: set[str]) -> bool:
    parent = parent_field(KINDS[change.kind])
    if change.id not in inside and parent and (change.after or {}).get(parent) in inside:
        inside.add(change.id)
    return change.id in inside


def as_one(state: State, who: str, label: str) -> Step:
    """The first step of a store, which brings in a whole state."""
    order = list(KINDS)
    keys = sorted(state, key=lambda key: order.index(key[0]))
    changes = tuple(Change(kind, identity, None, state[kind, identity]) for kind, identity in keys)
    return Step(1, journal.now(), who, label, changes)


def _nameless(step: Step) -> Step:
    changes = tuple(
        replace(
            change,
            before=None if change.before is None else without_people(change.before),
            after=None if change.after is None else without_people(change.after),
        )
        for change in step.changes
    )
    return replace(step, who="", changes=changes)
