"""A register as it was after a step: steps taken back from what it is now, or made again from the beginning."""

from collections.abc import Callable, Generator, Sequence

from riskdesk.domain.replay import State, follow
from riskdesk.domain.rewind import take_back, tree_of
from riskdesk.domain.step import Step
from riskdesk.domain.tree import RegisterTree
from riskdesk.store.history import History

# Steps that are read at once: nobody who writes waits longer than for these.
_CHUNK = 500


def rewinding(history: History, register: str, number: int) -> Generator[tuple[int, int], None, RegisterTree | None]:
    """The register once a step was taken; None if it was not there. Yields how many steps of how many are done."""
    later, state = history.since(register, number)
    if len(later) <= number:
        yield from _walk(history, state, later, take_back)
    else:
        state = {}
        yield from _walk(history, state, range(1, number + 1), _make)
    return tree_of(state, register)


def _walk(
    history: History, state: State, numbers: Sequence[int], go: Callable[[State, Step], None]
) -> Generator[tuple[int, int], None, None]:
    yield 0, len(numbers)
    for start in range(0, len(numbers), _CHUNK):
        part = numbers[start : start + _CHUNK]
        steps = {step.number: step for step in history.steps(part)}
        for number in part:
            go(state, steps[number])
        yield start + len(part), len(numbers)


def _make(state: State, step: Step) -> None:
    for change in step.changes:
        follow(state, change)
