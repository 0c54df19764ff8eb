"""Several programs work in one folder at once, all are killed at random moments, and what each left behind is counted.

    python -m tests.faults.crowd FOLDER KILLS [FIRST]

A program of its own, as `kills` is. One writes, one reads, one looks the store through, one opens it with its lock,
one backs it up, one exports, one merges a copy. FIRST is the number of the kill to begin with, to see one again.
"""

import json
import os
import re
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from riskdesk.app import places, stores
from riskdesk.desk import registers, risks, transfer
from riskdesk.desk.backups import Backups
from riskdesk.desk.copies import Copy
from riskdesk.desk.formats import Request
from riskdesk.desk.session import Session
from riskdesk.domain.printing import Print
from riskdesk.domain.problems import FileProblem, Problem
from riskdesk.domain.values import Language
from riskdesk.kit import lock  # noqa: F401 - imported once here rather than in each child
from riskdesk.report import rendering  # noqa: F401
from riskdesk.store import writing  # noqa: F401
from riskdesk.store.check import findings
from tests.faults.kills import ended, forked, output_of, say
from tests.faults.typist import Typist, make_store, seal

_LONGEST = 0.8
_KILLS_A_STORE = 20
# How many times as many kills may be needed until one comes while somebody writes.
_PATIENCE = 10
_FOREIGN = {"letter.txt": b"to the Committee of Ministers", "letter.part": b"the second part", "a.riskdesk.bak": b"old"}
_PRIVATE = 0o077
_BUSY = re.compile("another program is using|open in another program|A program ended while it was writing")
OUT = ("out.pdf", "out.json")


@dataclass
class Toll:
    """What came of some kills: steps by what became of them, what was left, and sentences on what must not be."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    backups: int = 0
    rolled_back: int = 0
    parts: int = 0
    locks: int = 0
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Place:
    """The home of a user, with a folder that holds a store and other files."""

    folder: Path

    @property
    def store(self) -> Path:
        return self.folder / "desk" / "a.riskdesk"

    @property
    def temporary(self) -> Path:
        return self.folder / "tmp"

    def here(self, name: str) -> Path:
        return self.store.with_name(name)

    def lay(self) -> None:
        """Put a store that only its owner may read, and the other files, into an empty folder."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.store.parent.mkdir(parents=True)
        self.temporary.mkdir()
        make_store(self.store)
        self.store.chmod(0o600)
        for name, content in _FOREIGN.items():
            self.here(name).write_bytes(content)


def main(folder: Path, kills: int, first: int = 0) -> Toll:
    """Kill everybody `kills` times, and on until one was killed while it wrote; a store lives through some of them."""
    toll, place, known = Toll(), Place(folder / "place"), list[str]()
    os.environ |= {"HOME": str(place.folder), "TMPDIR": str(place.temporary)}
    os.environ |= {f"XDG_{name}_HOME": str(place.folder / name.lower()) for name in ("DATA", "STATE")}
    for number in range(first, first + _PATIENCE * kills):
        if number >= first + kills and toll.rolled_back:
            break
        if number == first or number % _KILLS_A_STORE == 0:
            output_of(place.lay)
            known = []
        acknowledged = killed([partial(work, place, str(number)) for work in CROWD], Random(number))
        toll.rolled_back += place.here("a.riskdesk-journal").exists()
        toll.locks += place.here(".~a.riskdesk.lock").exists()
        toll.parts += len(parts(place))
        report = json.loads(output_of(partial(look, place)))
        toll.kills += 1
        toll.acknowledged += len(acknowledged)
        toll.lost += len({*known, *acknowledged} - set(report["steps"]))
        toll.backups += report["backups"]
        if report["steps"][: len(known)] != known:
            report["wrong"].append("the steps before are others now")
        toll.wrong += [f"kill {number}: {text}" for text in report["wrong"]]
        known = report["steps"]
    return toll


def killed(works: list[Callable[[], None]], chance: Random) -> list[str]:
    """The steps that children acknowledged until all were killed, at once or one after the other."""
    children = [forked(work) for work in works]
    time.sleep(chance.uniform(0.05, _LONGEST))
    at_once = chance.random() < 0.5
    for child, _ in chance.sample(children, len(children)):
        os.kill(child, signal.SIGKILL)
        time.sleep(0 if at_once else chance.uniform(0, 0.02))
    lines = []
    for child, pipe in children:
        text, status = ended(child, pipe)
        if not os.WIFSIGNALED(status):
            sys.exit("A child ended before it was killed: its own words are above.")
        # The last line may be cut off.
        lines += filter(None, text.split("\n")[:-1])
    return lines


def write(place: Place, seed: str) -> None:
    """Type, and say so after each step."""
    with closing(opened(place, "A. Writer")) as session:
        typist = Typist(session, seed)
        while True:
            with leave_to_others(session):
                say(seal(typist.act()))


def read(place: Place, _seed: str) -> None:
    """Open the store to read it, over and over."""
    while True:
        with leave_to_others(), closing(Session.open(place.store, "A. Reader", read_only=True)) as session:
            for register in session.registers():
                session.tree(register.id)


def check(place: Place, _seed: str) -> None:
    """Look the store through while others write: it is sound at each moment."""
    while True:
        with leave_to_others():
            assert findings(place.store) == []


def open_and_close(place: Place, seed: str) -> None:
    """Open the store with its lock, rename what is in it, and close it, by which it is backed up, over and over."""
    for number in count():
        with leave_to_others(), stores.writing(place.store) as session:
            step = session.run(registers.edit(session.registers()[0].id, title=f"{seed} {number}"))
            assert step is not None, "no two titles are the same"
            say(seal(step))


def back_up(place: Place, _seed: str) -> None:
    """Back the store up, over and over."""
    with closing(opened(place, "A. Keeper", read_only=True)) as session:
        backups = Backups.of(places.backups(), place.store, session.id)
    while True:
        with leave_to_others():
            backups.make(place.store, places.now())


def export(place: Place, _seed: str) -> None:
    """Write what the store holds as a PDF and as a register document, over and over."""
    for number in count():
        with leave_to_others(), closing(Session.open(place.store, "A. Printer", read_only=True)) as session:
            tree = session.tree(session.registers()[0].id)
            transfer.export(Request(tree, Print(), places.now(), places.now().date()), place.here(OUT[number % 2]))


def merge(place: Place, seed: str) -> None:
    """Send a copy, write in it, and bring it back, over and over."""
    with closing(opened(place, "A. Merger")) as session:
        for number in count():
            copy = place.here(f"copy {seed} {number}.riskdesk")
            with leave_to_others(session):
                session.send(Copy(), copy)
                with closing(Session.open(copy, "A. Colleague")) as other:
                    entry = next(other.tree(other.registers()[0].id).entries).entry
                    other.run(risks.add(entry.id, [f"{seed} {number}"]))
                step = session.run(session.merge(copy).action())
                say(seal(step) if step else "")
            copy.unlink(missing_ok=True)


def opened(place: Place, who: str, *, read_only: bool = False) -> Session:
    """The store, opened as soon as no other program has the file."""
    while True:
        with leave_to_others():
            return Session.open(place.store, who, read_only=read_only)


CROWD = (write, read, check, open_and_close, back_up, export, merge)


@contextmanager
def leave_to_others(session: Session | None = None) -> Iterator[None]:
    """Go on where another program has the file just now, or has changed the same."""
    try:
        yield
    except Problem as problem:
        if isinstance(problem, FileProblem) and not _BUSY.search(str(problem)):
            raise
        if session is not None:
            with suppress(Problem):
                session.read_changes_of_others()


def look(place: Place) -> None:
    """Open a store as its user does after the crash, and say what is there and what is wrong."""
    report = {"steps": [], "wrong": [], "backups": 0}
    try:
        report["wrong"] += list(_wrong_with(place, report))
    except Problem as problem:
        report["wrong"].append(f"{type(problem).__name__}: {problem}")
    say(json.dumps(report))


def _wrong_with(place: Place, report: dict[str, Any]) -> Iterator[str]:
    with stores.writing(place.store) as session:
        report["steps"] = [seal(step) for step in session._store.steps()]
    if session.backup_problem is not None:
        yield f"not backed up: {session.backup_problem}"
    backups = Backups.of(places.backups(), place.store, session.id).all()
    report["backups"] = len(backups)
    for path in (place.store, *(backup.path for backup in backups)):
        yield from map(str, findings(path))
    yield from _wrong_beside(place)


def _wrong_beside(place: Place) -> Iterator[str]:
    """What is wrong with the other files."""
    yield from (f"{name} was changed" for name, content in _FOREIGN.items() if place.here(name).read_bytes() != content)
    for out in map(place.here, OUT):
        if out.exists():
            transfer.read(out, Language.ENGLISH)
    for fault, paths in {"is left": parts(place), "may be read by others": public(place)}.items():
        if paths:
            yield f"{paths[0].relative_to(place.folder)} {fault}, and {len(paths) - 1} more"


def parts(place: Place) -> list[Path]:
    """What was to become a file, and did not, and copies that were to be gone with their program."""
    unfinished = [path for path in place.folder.rglob("*.part") if path.name not in _FOREIGN]
    return [*unfinished, *(path for path in place.temporary.iterdir() if not _is_trial(path))]


def _is_trial(path: Path) -> bool:
    """Whether a file was Python's own, which tries by eight letters whether it may write to a temporary folder."""
    return len(path.name) == 8 and path.is_file() and path.read_bytes() in (b"", b"blat")


def public(place: Place) -> list[Path]:
    """What others may read of a store that its owner alone may read, and of what Riskdesk keeps of it."""
    paths = [places.own_folder(), *places.own_folder().rglob("*")] if places.own_folder().exists() else []
    return [path for path in (place.store, *paths) if path.stat().st_mode & _PRIVATE]


if __name__ == "__main__":
    folder, *numbers = sys.argv[1:]
    say(json.dumps(asdict(main(Path(folder), *map(int, numbers)))))
