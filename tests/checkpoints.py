"""A checkpoint to give to work that is tested."""

from riskdesk.domain.progress import Cancelled


class Shares(list[float]):
    """A checkpoint that lists the shares it is told, and cancels the work once these are so many (None: never)."""

    def __init__(self, most: int | None = None) -> None:
        super().__init__()
        self._most = most

    def __call__(self, share: float | None = None, /) -> None:
        if len(self) == self._most:
            raise Cancelled
        if share is not None:
            self.append(share)
