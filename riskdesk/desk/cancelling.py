"""Work that ends once it is cancelled."""

from collections.abc import Callable, Generator
from typing import TypeVar

from riskdesk.domain.progress import Cancelled, Checkpoint

Result = TypeVar("Result")


def until_cancelled(
    work: Callable[[Checkpoint], Result], is_cancelled: Callable[[], bool]
) -> Generator[tuple[int, int], None, Result]:
    """Do `work`, which its checkpoint ends once it `is_cancelled`; from then on, yield without end."""

    def checkpoint(_share: float | None = None, /) -> None:
        if is_cancelled():
            raise Cancelled

    yield 0, 0
    try:
        return work(checkpoint)
    except Cancelled:
        while True:
            yield 0, 0
