"""Work done in steps: generators that yield how far it is, and give what was made at the end."""

from collections.abc import Generator
from typing import TypeVar

Made = TypeVar("Made")


def finished(steps: Generator[object, None, Made]) -> Made:
    """What is made once all steps are done."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            made: Made = done.value
            return made


def in_per_cent(steps: Generator[float, None, Made]) -> Generator[tuple[int, int], None, Made]:
    """Steps that yield shares from 0 to 1, as steps that yield how much of 100 is done."""
    while True:
        try:
            yield round(100 * next(steps)), 100
        except StopIteration as done:
            made: Made = done.value
            return made
