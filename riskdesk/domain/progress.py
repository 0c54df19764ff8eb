"""Work that takes a while: how far it is, told by generators that give what was made at the end, and whether to go on.

Work that cannot be done in steps is given a `Look`, which it calls again and again.
"""

from collections.abc import Callable, Generator
from typing import Protocol, TypeVar

Made = TypeVar("Made")


class Look(Protocol):
    """A function that long work calls again and again; it raises Unwanted once nobody waits for the work.

    It may be told the share of the work that is done, from 0 to 1.
    """

    def __call__(self, share: float | None = None, /) -> object: ...


class Doing(Protocol):
    """A way to do work that looks whether to go on, and to give what it makes: here and now, or in another thread."""

    def __call__(self, work: Callable[[Look], Made], /) -> Made: ...


class Unwanted(Exception):
    """The error that ends work because nobody waits for it any more."""


def no_look(_share: float | None = None, /) -> None:
    """Let work go on to its end."""


def part(look: Look, start: float, end: float) -> Look:
    """A look for a part of the work, which begins and ends at these shares of all of it."""

    def look_within(share: float | None = None, /) -> object:
        return look(None if share is None else start + share * (end - start))

    return look_within


def at_once(work: Callable[[Look], Made], /) -> Made:
    """Do work here and now, to its end."""
    return work(no_look)


def finished(steps: Generator[object, None, Made]) -> Made:
    """What is made once all steps are done."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            result: Made = stop.value
            return result


def in_per_cent(steps: Generator[float, None, Made]) -> Generator[tuple[int, int], None, Made]:
    """Steps that yield shares from 0 to 1, as steps that yield how much of 100 is done."""
    while True:
        try:
            yield round(100 * next(steps)), 100
        except StopIteration as stop:
            result: Made = stop.value
            return result
