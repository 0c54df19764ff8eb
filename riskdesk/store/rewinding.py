"""A past state of a register: steps are undone from the present state, or redone from the beginning."""

from collections.abc import Callable, Sequence

from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.replay import State, follow
from riskdesk.domain.rewind import take_back, tree_of
from riskdesk.domain.step import Step
from riskdesk.domain.tree import RegisterTree
from riskdesk.store.history import History

# The steps that are read at a time; a program that wants to write waits no longer than for these.
_CHUNK = 500


def tree_after(
    history: History, register: str, number: int, checkpoint: Checkpoint = never_cancelled
) -> RegisterTree | None:
    """The register after a step; None if it did not exist then. `checkpoint` may cancel it."""
    later, state = history.since(register, number)
    if len(later) <= number:
        _walk(history, state, later, take_back, checkpoint)
    else:
        state = {}
        _walk(history, state, range(1, number + 1), _make, checkpoint)
    return tree_of(state, register)


def _walk(
    history: History,
    state: State,
    numbers: Sequence[int],
    go: Callable[[State, Step], None],
    checkpoint: Checkpoint,
) -> None:
    for start in range(0, len(numbers), _CHUNK):
        checkpoint(start / len(numbers))
        part = numbers[start : start + _CHUNK]
        steps = {step.number: step for step in history.steps(part)}
        for number in part:
            go(state, steps[number])
    checkpoint(1)


def _make(state: State, step: Step) -> None:
    for change in step.changes:
        follow(state, change)
