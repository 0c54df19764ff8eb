"""Work that takes a while: how it reports how much is done, and how it is cancelled.

Work is given a checkpoint, a function that it calls again and again. The work may pass the share that is done, from
0 to 1, which a progress bar shows. If the user has cancelled, or the program quits, the checkpoint raises Cancelled,
which the work does not catch; so it calls the checkpoint only where nothing would be left half done.
"""

from collections.abc import Callable
from typing import Protocol, TypeVar

Result = TypeVar("Result")


class Checkpoint(Protocol):
    """What work calls again and again, with or without the share that is done; raises Cancelled to end the work."""

    def __call__(self, share: float | None = None, /) -> object: ...


class Runner(Protocol):
    """A way to run work that needs a checkpoint in a thread of its own, and to return its result."""

    def __call__(self, work: Callable[[Checkpoint], Result], /) -> Result: ...


class Cancelled(Exception):
    """The exception that ends work for whose result nobody waits any more."""


def never_cancelled(_share: float | None = None, /) -> None:
    """The checkpoint of work that nobody can cancel, and whose progress nobody sees."""


def share_of(checkpoint: Checkpoint, start: float, end: float) -> Checkpoint:
    """A checkpoint for a part of the work: its own 0 to 1 is reported as `start` to `end` of the whole."""

    def checkpoint_within(share: float | None = None, /) -> object:
        return checkpoint(None if share is None else start + share * (end - start))

    return checkpoint_within
