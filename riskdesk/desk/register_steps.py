"""The steps of a register with all that is needed to describe them, read together, as another thread does it."""

from typing import NamedTuple

from riskdesk.desk.item_names import Names
from riskdesk.domain.history import StepCriteria, every_event, subjects
from riskdesk.domain.step import Step
from riskdesk.store.history import History


class StepsPage(NamedTuple):
    """The next steps of a register, newest first; only small ones have their changes.

    `before` is the number of the step before which to continue; None if the first step was reached. `undone` has the
    numbers of the steps that were undone, `again` those of the steps that are redoes.
    """

    steps: list[Step]
    before: int | None
    undone: set[int]
    again: set[int]


class ReadStep(NamedTuple):
    """A step with its first items, how many it has, the step that undid it, and whether it is a redo (`again`)."""

    step: Step
    items: int
    undone: Step | None
    again: bool


def read_page(past: History, names: Names, register: str, before: int, most: int, criteria: StepCriteria) -> StepsPage:
    """The next steps that meet the criteria, of at most so many; `names` then knows what they were done to."""
    heads, after = past.of_register(register, before, most, criteria)
    numbers = [step.number for step in heads]
    small_steps = {step.number: step for step in past.short(numbers)}
    steps = [small_steps.get(step.number, step) for step in heads]
    for change in (change for step in steps for change in subjects(step) if change.before is not None):
        names.last_record(change.kind, change.id)
    return StepsPage(steps, after, set(past.undone(numbers)), _redoes(past, steps))


def read_step(past: History, names: Names, number: int, most: int) -> ReadStep:
    """A step with at most so many of its items; `names` then knows these."""
    step, items = past.begun(number, most)
    for event in every_event(step):
        names.last_record(event.change.kind, event.change.id)
    return ReadStep(step, items, past.undone([number]).get(number), bool(_redoes(past, [step])))


def _redoes(past: History, steps: list[Step]) -> set[int]:
    return {step.number for step in steps if step.undoes is not None and past.redoes(step.number)}
