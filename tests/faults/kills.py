"""Kill writers at random moments, and count what each left behind.

    python -m tests.faults.kills FOLDER KILLS

A program of its own, for only where no thread and no connection is may be forked safely: whatever opens a store here
is a child. Prints what was counted, and what was wrong, as JSON.
"""

import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, TextIO

from riskdesk.desk.session import Session
from riskdesk.domain.problems import Problem
from riskdesk.store import writing  # noqa: F401 - imported once here rather than in each child
from riskdesk.store.check import findings
from riskdesk.store.store import Store
from tests.faults.typist import Typist, make_store, seal

_LONGEST = 0.06
_KILLS_A_STORE = 25


@dataclass
class Toll:
    """What came of some kills: steps by what became of them, and sentences on what must not be."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    unacknowledged_but_whole: int = 0
    rolled_back: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, known: list[str], acknowledged: list[str], report: dict[str, Any]) -> None:
        """Count one kill: the steps that were there before, those acknowledged since, and what was found after."""
        expected = known + acknowledged
        more = report["steps"][len(expected) :]
        self.kills += 1
        self.acknowledged += len(acknowledged)
        self.lost += len(set(expected) - set(report["steps"]))
        self.unacknowledged_but_whole += len(more)
        self.rolled_back += report["rolled back"]
        self.wrong += report["wrong"]
        if report["steps"] != expected + more[:1]:
            self.wrong.append(f"after {len(expected)} steps, there were {len(report['steps'])}")


def main(folder: Path, kills: int) -> Toll:
    """Kill a writer `kills` times; a store lives through some of them before there is a new one."""
    toll = Toll()
    known: list[str] = []
    for number in range(kills):
        path = folder / f"{number // _KILLS_A_STORE}.riskdesk"
        if not path.exists():
            output_of(partial(make_store, path))
            known = json.loads(output_of(partial(look, path)))["steps"]
        # Every other one is killed while it opens the store, perhaps, and mends what the one before it left.
        seconds, late = Random(number).uniform(0, _LONGEST), number % 2 == 1
        acknowledged = killed(partial(write, path, str(number)), seconds, late=late)
        report = json.loads(output_of(partial(look, path)))
        toll.add(known, acknowledged, report)
        known = report["steps"]
    return toll


def write(path: Path, seed: str) -> None:
    """Say that the store is open, then act and say so after each action, until the end."""
    with closing(Session.open(path, "A. Writer")) as session:
        say("open")
        typist = Typist(session, seed)
        while True:
            say(seal(typist.act()))


def look(path: Path) -> None:
    """Open a store as its user does after the crash, and say what is there."""
    report = {"steps": [], "rolled back": path.with_name(f"{path.name}-journal").exists()}
    try:
        with closing(Store.open(path)) as store:
            report["steps"] = [seal(step) for step in store.steps()]
        report["wrong"] = [str(problem) for problem in findings(path)]
    except Problem as problem:
        report["wrong"] = [str(problem)]
    say(json.dumps(report))


def killed(work: Callable[[], None], seconds: float, *, late: bool) -> list[str]:
    """What a child said after its first line, until it was killed: seconds after its start or, if `late`, that line."""
    child, pipe = forked(work)
    if late:
        pipe.readline()
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    text, status = ended(child, pipe)
    if not os.WIFSIGNALED(status):
        sys.exit("A child ended before it was killed: its own words are above.")
    return text.splitlines()[0 if late else 1 :]


def output_of(work: Callable[[], None]) -> str:
    """What a child said in the end."""
    text, status = ended(*forked(work))
    if status:
        sys.exit("A child failed: its own words are above.")
    return text


def forked(work: Callable[[], None]) -> tuple[int, TextIO]:
    """A child that does some work, and where what it says comes out."""
    pipe, mouth = os.pipe()
    child = os.fork()
    if child:
        os.close(mouth)
        return child, os.fdopen(pipe)
    try:
        os.dup2(mouth, sys.stdout.fileno())
        work()
        os._exit(0)
    except BaseException:  # noqa: BLE001 - a child never goes on with what its parent does
        traceback.print_exc()
    finally:
        os._exit(1)


def ended(child: int, pipe: TextIO) -> tuple[str, int]:
    """What a child said and how it ended."""
    with pipe:
        text = pipe.read()
    return text, os.waitpid(child, 0)[1]


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    say(json.dumps(asdict(main(Path(sys.argv[1]), int(sys.argv[2])))))
