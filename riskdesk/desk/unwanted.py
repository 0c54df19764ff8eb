"""Work that ends once nobody waits for it any more."""

from collections.abc import Callable, Generator
from typing import TypeVar

from riskdesk.domain.progress import Look, Unwanted

Result = TypeVar("Result")


def until_unwanted(
    work: Callable[[Look], Result], unwanted: Callable[[], bool]
) -> Generator[tuple[int, int], None, Result]:
    """Do `work`, whose looks end it once it is `unwanted`; from then on, yield without end."""

    def look(_share: float | None = None, /) -> None:
        if unwanted():
            raise Unwanted

    yield 0, 0
    try:
        return work(look)
    except Unwanted:
        while True:
            yield 0, 0
