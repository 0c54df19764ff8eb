"""Rows that follow one another, which Qt is told of together: it takes as long over each."""

from collections.abc import Iterator, Sequence
from itertools import pairwise


def runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Sorted rows as pairs of first and last of those that follow one another."""
    breaks = [at for at, (before, row) in enumerate(pairwise(rows), 1) if row != before + 1]
    for first, end in pairwise((0, *breaks, len(rows)) if rows else ()):
        yield rows[first], rows[end - 1]
