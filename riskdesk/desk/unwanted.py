"""Reading that ends once nobody waits for what is read."""

from collections.abc import Callable, Generator
from typing import TypeVar

from riskdesk.domain.progress import Look, Unwanted

Result = TypeVar("Result")


def until_unwanted(
    work: Callable[[Look], Result], unwanted: Callable[[], bool]
) -> Generator[tuple[int, int], None, Result]:
    """Do work that looks again and again whether it is `unwanted`; once it is, give up and yield without end."""

    def look(_share: float | None = None, /) -> None:
        if unwanted():
            raise Unwanted

    yield 0, 0
    try:
        return work(look)
    except Unwanted:
        while True:
            yield 0, 0
