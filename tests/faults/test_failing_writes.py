"""Each operation on the disk fails in turn: what was acknowledged stays, and the rest is absent or whole.

The program's own statements are run by a SQLite whose n-th creation, write, sync, truncation or deletion of a file
fails, n = 1, 2, 3 … until none is left to fail.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

import apsw
import pytest

from riskdesk.store.beside import journal_of
from riskdesk.store.check import findings
from riskdesk.store.store import Store
from tests.faults.recording import SETTINGS, Recording, record, run
from tests.faults.shim import Operation, connected


@dataclass
class Disk:
    """A disk whose operation of the number `fails` fails: `lasting` with all after it, `done` though it was done."""

    fails: int = 0
    lasting: bool = False
    done: bool = False
    operations: int = 0

    @property
    def failed(self) -> bool:
        return 0 < self.fails <= self.operations

    def watch(self, operation: Operation, do: Callable[[], None]) -> None:
        self.operations += 1
        failing = self.failed if self.lasting else self.operations == self.fails
        if self.done or not failing:
            do()
        if failing:
            raise apsw.IOError(f"{type(operation).__name__} {self.operations}")


FAULTS: dict[str, Callable[[int], Disk]] = {
    "for a moment": Disk,
    "for good": partial(Disk, lasting=True),
    "though it was done": partial(Disk, done=True),
}


def starts(recording: Recording, path: Path) -> Iterator[bytes]:
    """What the file is before each action."""
    path.write_bytes(recording.start)
    with connected(path, Disk().watch) as connection:
        run(connection, SETTINGS)
        for statements in recording.actions:
            yield path.read_bytes()
            run(connection, statements)


def failures(
    recording: Recording, path: Path, fault: Callable[[int], Disk]
) -> Iterator[tuple[int, tuple[str, ...], Disk]]:
    """A disk for each operation that can fail: the steps there before, the statements of the next one, the disk."""
    for known, (image, statements) in enumerate(zip([*starts(recording, path)], recording.actions, strict=True)):
        for number in count(1):
            path.write_bytes(image)
            disk = fault(number)
            yield known, statements, disk
            if not disk.failed:
                break


def act(connection: apsw.Connection, statements: tuple[str, ...]) -> bool:
    """Whether an action was acknowledged; the program rolls it back otherwise, where SQLite has not done so."""
    try:
        run(connection, (*SETTINGS, *statements))
    except apsw.Error:
        with suppress(apsw.Error):
            run(connection, ["ROLLBACK"])
        return False
    return True


def look(path: Path, known: dict[bytes, int]) -> int:
    """How many steps are in a store, which is sound; one that is `known` to the byte needs no second look."""
    if path.read_bytes() not in known or journal_of(path).exists():
        with closing(Store.open(path)) as store:
            number = store.mark.number
        assert findings(path) == []
        known[path.read_bytes()] = number
    return known[path.read_bytes()]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_failing_disk_loses_nothing_that_was_acknowledged(
    tmp_path: Path, times: Callable[[int, int], int], figures: Callable[[str], None], fault: str
) -> None:
    recording, path, ends = record(tmp_path, times(3, 60)), tmp_path / "failing.riskdesk", [0, 0]
    looks = dict[bytes, int]()
    for known, statements, disk in failures(recording, path, FAULTS[fault]):
        with connected(path, disk.watch) as connection:
            acknowledged = act(connection, statements)
        new_steps = look(path, looks) - known
        assert acknowledged != disk.failed
        assert new_steps == 1 if acknowledged else new_steps in {0, 1}
        if not acknowledged:
            ends[new_steps] += 1
    figures(
        f"disk failing {fault}: {sum(ends):,} operations of {len(recording.actions)} actions,"
        f" acknowledged lost 0, unacknowledged absent {ends[0]:,}, whole {ends[1]:,}"
    )
    assert sum(ends) > 10 * len(recording.actions)


def test_once_the_disk_answers_again_the_same_connection_goes_on(tmp_path: Path) -> None:
    path, looks = tmp_path / "failing.riskdesk", dict[bytes, int]()
    for known, statements, disk in failures(record(tmp_path, 2), path, Disk):
        with connected(path, disk.watch) as connection:
            if not act(connection, statements):
                run(connection, statements)
        assert look(path, looks) == known + 1
