"""The very statements of a session, to be run again by a SQLite that lets a test stand between it and the disk."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import apsw

from riskdesk.desk.session import Session
from riskdesk.domain.step import Step
from riskdesk.store.connection import _PRAGMAS, _WRITING
from tests.faults.typist import Typist, add_register

SETTINGS = tuple(f"PRAGMA {pragma}" for pragma in (*_PRAGMAS, *_WRITING))


@dataclass(frozen=True)
class Recording:
    """The file before the first action, the statements of each action, and the hash of the step that each left."""

    start: bytes
    actions: tuple[tuple[str, ...], ...]
    hashes: tuple[str, ...]


def record(folder: Path, actions: int) -> Recording:
    """The statements of a session on a new store: a register is brought in, and typed in by chance."""
    path = folder / "recorded.riskdesk"
    traced: list[str] = []
    with closing(Session.create(path, "A. Tester")) as session:
        start = path.read_bytes()
        session._store._connection.set_trace_callback(traced.append)
        done = [(_taken_out(traced), session._store.mark.hash) for _ in _steps(session, actions)]
    return Recording(start, *zip(*done, strict=True))


def run(connection: apsw.Connection, statements: Iterable[str]) -> None:
    """Run statements, each to its end."""
    for statement in statements:
        connection.execute(statement).fetchall()


def _steps(session: Session, actions: int) -> Iterator[Step]:
    first = session.run(add_register())
    assert first is not None, "it is a register"
    yield first
    typist = Typist(session, "recorded")
    for _ in range(actions - 1):
        yield typist.act()


def _taken_out(traced: list[str]) -> tuple[str, ...]:
    statements = tuple(traced)
    traced.clear()
    return statements
