"""Work that takes a while: how it tells how much is done, and how it is cancelled.

Work that is done in steps is a generator: it yields how much is done, and returns its result at the end.

Other work is given a checkpoint, a function that it calls again and again. The work may hand it the share that is done,
from 0 to 1, which a progress bar shows. Where the user has cancelled, or the program quits, the checkpoint raises
Cancelled, and the work lets that pass: so a call stands where nothing is left half done.
"""

from collections.abc import Callable, Generator
from typing import Protocol, TypeVar

Made = TypeVar("Made")


class Checkpoint(Protocol):
    """What work calls again and again, with or without the share that is done; raises Cancelled to end the work."""

    def __call__(self, share: float | None = None, /) -> object: ...


class Runner(Protocol):
    """A way to run work that needs a checkpoint, and to return its result: in this thread, or in one of its own."""

    def __call__(self, work: Callable[[Checkpoint], Made], /) -> Made: ...


class Cancelled(Exception):
    """Nobody waits for the result of the work any more."""


def never_cancelled(_share: float | None = None, /) -> None:
    """The checkpoint of work that nobody can cancel, and whose progress nobody sees."""


def share_of(checkpoint: Checkpoint, start: float, end: float) -> Checkpoint:
    """A checkpoint for a part of the work: its own 0 to 1 is told as `start` to `end` of the whole."""

    def checkpoint_within(share: float | None = None, /) -> object:
        return checkpoint(None if share is None else start + share * (end - start))

    return checkpoint_within


def run_here(work: Callable[[Checkpoint], Made], /) -> Made:
    """Run work in this thread, to its end."""
    return work(never_cancelled)


def finished(steps: Generator[object, None, Made]) -> Made:
    """The result once all steps are done."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            result: Made = stop.value
            return result


def stepwise(steps: Generator[tuple[int, int], None, Made]) -> Callable[[Checkpoint], Made]:
    """Work of steps that yield how much of how much is done."""

    def work(checkpoint: Checkpoint) -> Made:
        while True:
            try:
                done, total = next(steps)
            except StopIteration as stop:
                result: Made = stop.value
                return result
            checkpoint(done / total if total else None)

    return work


def in_per_cent(steps: Generator[float, None, Made]) -> Generator[tuple[int, int], None, Made]:
    """Steps that yield shares from 0 to 1, as steps that yield how much of 100 is done."""
    while True:
        try:
            yield round(100 * next(steps)), 100
        except StopIteration as stop:
            result: Made = stop.value
            return result
