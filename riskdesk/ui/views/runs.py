"""Runs of consecutive rows, so that Qt is notified only once for each run."""

from collections.abc import Iterator, Sequence
from itertools import pairwise


def runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The runs of consecutive numbers in sorted rows, each as its first and last."""
    breaks = [at for at, (before, row) in enumerate(pairwise(rows), 1) if row != before + 1]
    for first, end in pairwise((0, *breaks, len(rows)) if rows else ()):
        yield rows[first], rows[end - 1]
