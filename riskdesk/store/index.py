"""The index of the journal: the registers and items that each step changed, derived from the steps."""

from collections import defaultdict
from collections.abc import Iterable
from sqlite3 import Connection
from typing import TypeAlias

from riskdesk.domain.step import Step
from riskdesk.domain.touch import touches

_INSERT = "INSERT INTO touch (register, step, item) VALUES (?, ?, ?)"
# The first format with an index.
SINCE = 3
Sums: TypeAlias = dict[int, int]


def fill(connection: Connection, steps: Iterable[Step]) -> None:
    """Make the index of a journal again."""
    connection.execute("DELETE FROM touch")
    for number, touched in touches(steps):
        connection.executemany(_INSERT, [(register, number, item) for register, item in touched])


def stored(connection: Connection) -> Sums:
    """A checksum for each step over its rows in the index, in any order."""
    sums: Sums = defaultdict(int)
    for register, step, item in connection.execute("SELECT register, step, item FROM touch"):
        sums[step] ^= hash((register, item))
    return sums


def derived(steps: Iterable[Step]) -> Sums:
    """A checksum for each step as from `stored`, but computed from the journal.

    NoStep if a step changes more than a store holds.
    """
    sums: Sums = defaultdict(int)
    for number, touched in touches(steps):
        for row in touched:
            sums[number] ^= hash(row)
    return sums


def first_difference(expected: Sums, actual: Sums) -> int | None:
    """The number of the first step for which two indexes differ; None if they are equal."""
    return min(
        (number for number in expected.keys() | actual.keys() if expected.get(number) != actual.get(number)),
        default=None,
    )
