"""Copies to send: one register or all, with or without history, with or without the names of people."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from riskdesk.domain import json_text
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, NotFound
from riskdesk.domain.records import KINDS, Record, parent_of, without_people
from riskdesk.domain.replay import Key, State, follow, register_of, replay
from riskdesk.domain.step import Change, Step
from riskdesk.store import copying, file_format, journal

# Written to the journals of files, where `history` recognises copies by it: it must never change.
LABEL = QT_TRANSLATE_NOOP("Action", "Copy")
# The most bytes and values of the records in a step, each half of what SQLite accepts and Riskdesk reads back.
LONGEST_STEP, MOST_ITEMS = 32_000_000, json_text.MOST_ITEMS // 2


@dataclass(frozen=True, kw_only=True)
class Copy:
    """The content to put into a copy: one register by its id or all (None), with or without history and names."""

    register: str | None = None
    history: bool = True
    names: bool = True


def send(steps: Iterable[Step], who: str, copy: Copy, new: Path) -> list[FileProblem]:
    """Make a new store from the steps of another; FileProblem if that fails, NotFound if the register does not exist.

    Returns a sentence for each file that an earlier store had left beside `new`.
    """
    copied_steps = list(steps) if copy.register is None else _of_register(steps, ("register", copy.register))
    if not copy.names:
        copied_steps = [_nameless(step) for step in copied_steps]
    if not copy.history:
        copied_steps = first_steps(replay(copied_steps), who if copy.names else "", LABEL)
    return copying.write(new, copied_steps)


def first_steps(state: State, who: str, label: str) -> list[Step]:
    """The first steps of a store with the content `state`: all with the same time, none longer than allowed."""
    order, at = list(KINDS), journal.now()
    keys = sorted(state, key=lambda key: order.index(key[0]))
    parts = enumerate(_parts(Change(*key, None, state[key]) for key in keys), 1)
    return [Step(number, at, who, label, tuple(changes)) for number, changes in parts]


def _parts(changes: Iterable[Change]) -> Iterator[list[Change]]:
    part, length, items = list[Change](), 0, 0
    for change in changes:
        text = file_format.canonical(change.after)
        length, items = length + len(text.encode()), items + json_text.count(text)
        if part and (length > LONGEST_STEP or items > MOST_ITEMS):
            yield part
            part, length, items = [], len(text.encode()), json_text.count(text)
        part.append(change)
    if part:
        yield part


def _of_register(steps: Iterable[Step], register: Key) -> list[Step]:
    """The steps that concern a register and its content, renumbered; NotFound if there is no such register."""
    state, copied_steps = State(), list[Step]()
    numbers: dict[int | None, int] = {}
    for step in steps:
        changes = tuple(inside for change in step.changes for inside in _inside(change, register, state))
        if changes:
            numbers[step.number] = len(copied_steps) + 1
            # An undo may have changed this register even if the step that it undoes did not.
            undoes = numbers.get(step.undoes)
            copied_steps.append(replace(step, number=len(copied_steps) + 1, changes=changes, undoes=undoes))
    if register not in state:
        raise NotFound(QT_TRANSLATE_NOOP("Problem", "The item is no longer there; it may have been deleted."))
    return copied_steps


def _inside(change: Change, register: Key, state: State) -> list[Change]:
    """The part of a change for one register; updates `state`. An item that moves in or out does so with its content."""
    key, parent = change.key, parent_of(change.key, state.get(change.key, {}) | (change.after or {}))
    was, here = (register_of(place, state) == register for place in (key, parent or key))
    if was and not here:
        deletions = [Change(*inside, record, None) for inside, record in reversed(_branch(key, state))]
        follow(state, change)
        return deletions
    follow(state, change)
    # In copies made by an older Riskdesk, a change may move in an item that no other change describes.
    if here and not was and change.before is not None and "id" in state[key]:
        return [Change(*inside, None, record) for inside, record in _branch(key, state)]
    return [change] if here or key == register else []


def _branch(key: Key, state: State) -> list[tuple[Key, Record]]:
    """An item and all items inside it, parents first."""
    records = {key: state[key]}
    for kind in KINDS:
        records |= {
            inner_key: record
            for inner_key, record in state.items()
            if inner_key[0] == kind and parent_of(inner_key, record) in records
        }
    return list(records.items())


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
