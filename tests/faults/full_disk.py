"""A disk with no room, then a little more, until what a user does goes through.

    python -m tests.faults.full_disk FILE full|dead|small PAGES

A program of its own, for the limit that it has the system set, on the size of a file, binds all that it writes. On a
`full` disk the store cannot grow; on a `dead` one its last pages cannot be written again either, so that SQLite cannot
even take back what it wrote before. There is room for so many PAGES more each time. On a `small` one, an action that
does not fit is tried once. Prints what the user was told as JSON: when writing, when reading.
"""

import json
import sys
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

from riskdesk.desk import items, registers, risks
from riskdesk.desk.action import Action
from riskdesk.desk.session import Session
from riskdesk.domain.problems import Problem
from riskdesk.domain.tree import RegisterTree
from tests.faults.typist import add_register
from tests.labels import redo_label, undo_label

with suppress(ImportError):
    import resource

PAGE = 4096
Make = Callable[[RegisterTree], Action]
# The last of each is what is done without room; None is an undo.
ACTIONS: dict[str, Sequence[Make | None]] = {
    "a long note": [lambda tree: risks.edit(next(tree.risks).id, note="слово " * 5_000)],
    "many risks": [lambda tree: risks.add(next(tree.entries).entry.id, [f"risk {number}" for number in range(100)])],
    "another register": [lambda _: add_register()],
    "a deletion": [lambda tree: items.delete([category.category.id for category in tree.categories])],
    "an undo": [lambda tree: registers.delete(tree.register.id), None],
}


def prepare(session: Session, name: str) -> Callable[[], None]:
    """Do what comes before an action; returns the action itself."""
    *first, last = ACTIONS[name]
    for make in first:
        _do(session, make)
    return lambda: _do(session, last)


def press(session: Session, name: str, make_room: Callable[[int], object], more: int = 1) -> list[str]:
    """Do an action with room for no page, then `more`, until it goes through; returns what was told each time before.

    Each time, what is shown, what is in the file and what can be undone is as it was.
    """
    act = prepare(session, name)
    before, refusals = content(session), []
    for pages in count(step=more):
        make_room(pages)
        problem = refusal(act)
        if problem is None:
            break
        refusals.append(problem)
        assert content(session) == before, problem
    assert content(session) != before
    return refusals


def die(session: Session, name: str, more: int) -> tuple[list[str], list[str]]:
    """Do an action on a disk that does not take the last pages, and again once it does.

    Returns what was told when writing and, while the disk was so, when reading.
    """
    act = prepare(session, name)
    before, writing, reading = content(session), [], []
    for pages in range(0, session.path.stat().st_size // PAGE, more):
        limit(pages * PAGE)
        writing.append(refusal(act))
        reading.append(refusal(lambda: content(session)))
        limit(resource.RLIM_INFINITY)
        assert content(session) == before, writing[-1]
    act()
    assert content(session) != before
    return writing, [text for text in reading if text]


def overflow(session: Session) -> str | None:
    """Do an action that is larger than SQLite's memory and the room on the disk; returns what was told."""
    entry = next(session.tree(session.registers()[0].id).entries).entry.id
    limit(session.path.stat().st_size + 100 * PAGE)
    return refusal(lambda: session.run(risks.add(entry, [f"{number} " + "слово " * 300 for number in range(1_000)])))


def refusal(work: Callable[[], object]) -> str | None:
    """What the user is told where something cannot be done."""
    try:
        work()
    except Problem as problem:
        return str(problem)
    return None


def content(session: Session) -> object:
    """What a session shows, what its file holds, and what can be undone."""
    trees = [session.tree(register.id) for register in session.registers()]
    return trees, session._store.state(), session._store.steps(), undo_label(session, None), redo_label(session, None)


def limit(size: int) -> None:
    """Let this program write no file that is larger."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def main(path: Path, disk: str, more: int) -> tuple[list[str], list[str]]:
    """Do every action on such a disk."""
    refusals: tuple[list[str], list[str]] = ([], [])
    if disk == "small":
        with closing(Session.open(path, "A. Tester")) as session:
            refusals[0].append(str(overflow(session)))
        return refusals
    for name in ACTIONS:
        with closing(Session.open(path, "A. Tester")) as session:
            if disk == "full":
                refusals[0].extend(press(session, name, lambda pages: limit(path.stat().st_size + pages * PAGE), more))
            else:
                for texts, added in zip(refusals, die(session, name, more), strict=True):
                    texts.extend(added)
            limit(resource.RLIM_INFINITY)
            session.undo(None)
    return refusals


def _do(session: Session, make: Make | None) -> None:
    if make is None:
        session.undo(None)
    else:
        session.run(make(session.tree(session.registers()[0].id)))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))))
