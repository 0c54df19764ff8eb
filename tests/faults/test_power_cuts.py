"""The power goes at any moment: the store opens, is sound, and no step that was acknowledged is missing.

The program's own statements are run by a SQLite whose every operation on a file is recorded; a cut is made at any of
them, and what may be left on the disk is opened by the program.
"""

from bisect import bisect_right
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from riskdesk.domain.problems import Problem
from riskdesk.store.check import findings
from riskdesk.store.journal import FIRST
from riskdesk.store.store import Store
from tests.faults.platter import SECTOR, Platter
from tests.faults.recording import SETTINGS, Recording, record, run
from tests.faults.shim import Operation, Sync, connected

NAME = "cut.riskdesk"
ACTIONS = 40


@dataclass
class Tape:
    """The operations of a recording, and how many of them were done when each action was acknowledged."""

    operations: list[Operation] = field(default_factory=list)
    acknowledged: list[int] = field(default_factory=list)

    def watch(self, operation: Operation, do: Callable[[], None]) -> None:
        do()
        self.operations.append(operation)


@dataclass
class Toll:
    """What came of some cuts."""

    cuts: int = 0
    acknowledged: int = 0
    unsound: list[str] = field(default_factory=list)
    lost: int = 0

    def __str__(self) -> str:
        return f"{self.cuts:,}, acknowledged {self.acknowledged:,}, lost {self.lost}, unsound {len(self.unsound)}"


@pytest.fixture(autouse=True)
def nothing_waits_for_the_disk() -> None:
    """Here a store is set as it is for the user."""


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    return record(tmp_path_factory.mktemp("recording"), ACTIONS)


def taped(recording: Recording, folder: Path, *other_settings: str) -> Tape:
    """The operations that a recording makes, set as the program is or otherwise."""
    path, tape = folder / NAME, Tape()
    path.write_bytes(recording.start)
    with connected(path, tape.watch) as connection:
        run(connection, (*SETTINGS, *other_settings))
        for statements in recording.actions:
            run(connection, statements)
            tape.acknowledged.append(len(tape.operations))
    path.unlink()
    return tape


def cut(recording: Recording, tape: Tape, folder: Path, cuts: int) -> Toll:
    """Cut the power that many times and look at what is left."""
    chance, toll, done = Random("power"), Toll(), 0
    platter = Platter({NAME: recording.start})
    for moment in sorted(chance.randint(1, len(tape.operations)) for _ in range(cuts)):
        for operation in tape.operations[done:moment]:
            platter.take(operation)
        done = moment
        put(folder, platter.cut(chance))
        look(folder / NAME, recording.hashes, bisect_right(tape.acknowledged, moment), toll)
        for file in folder.iterdir():
            file.unlink()
    return toll


def put(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).write_bytes(content)


def look(path: Path, hashes: tuple[str, ...], acknowledged: int, toll: Toll) -> None:
    """Open what a cut has left, as its user does."""
    toll.cuts += 1
    toll.acknowledged += acknowledged
    try:
        with closing(Store.open(path)) as store:
            mark = store.mark
        toll.unsound += [str(problem) for problem in findings(path)]
    except Problem as problem:
        toll.unsound.append(str(problem))
        return
    # In a sound journal, the hash of the last step vouches for all before it.
    assert mark.hash == (FIRST, *hashes)[mark.number]
    assert mark.number <= acknowledged + 1
    toll.lost += max(0, acknowledged - mark.number)


def test_a_power_cut_loses_nothing_that_was_acknowledged(
    recording: Recording, tmp_path: Path, times: Callable[[int, int], int], figures: Callable[[str], None]
) -> None:
    toll = cut(recording, taped(recording, tmp_path), tmp_path, times(100, 5000))
    figures(f"power cuts: {toll}")
    assert (toll.lost, toll.unsound) == (0, [])


def test_a_header_that_a_power_cut_garbled_is_mended_from_the_journal(recording: Recording, tmp_path: Path) -> None:
    tape, chance, toll = taped(recording, tmp_path), Random("header"), Toll()
    moment = max(place for place, operation in enumerate(tape.operations) if operation == Sync(NAME))
    platter = Platter({NAME: recording.start})
    for operation in tape.operations[:moment]:
        platter.take(operation)
    files = platter.cut(chance)
    put(tmp_path, files | {NAME: chance.randbytes(SECTOR) + files[NAME][SECTOR:]})
    look(tmp_path / NAME, recording.hashes, ACTIONS - 1, toll)
    assert (toll.lost, toll.unsound) == (0, [])


@pytest.mark.parametrize(("synchronous", "harm"), [("FULL", "lost"), ("OFF", "unsound")])
def test_the_power_cuts_are_hard_enough_to_tell_other_settings(
    recording: Recording,
    tmp_path: Path,
    times: Callable[[int, int], int],
    figures: Callable[[str], None],
    synchronous: str,
    harm: str,
) -> None:
    tape = taped(recording, tmp_path, f"PRAGMA synchronous={synchronous}")
    toll = cut(recording, tape, tmp_path, times(75, 300))
    figures(f"power cuts had the program said synchronous={synchronous}: {toll}")
    assert getattr(toll, harm)


def test_an_open_store_is_set_as_the_power_cuts_require(tmp_path: Path) -> None:
    with closing(Store.create(tmp_path / NAME)) as store:
        (synchronous,) = store._connection.execute("PRAGMA synchronous").fetchone()
        (journal,) = store._connection.execute("PRAGMA journal_mode").fetchone()
    assert (synchronous, journal) == (3, "delete")
