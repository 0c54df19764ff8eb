"""The journal: every step ever taken, each carrying the hash of the step before it."""

import datetime
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from sqlite3 import Connection

from riskdesk.domain.records import Record
from riskdesk.domain.step import Change, Step
from riskdesk.store.file_format import canonical, rows
from riskdesk.store.past import Past

FIRST = "0" * 64


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the journal of a store was read: the store's identity, the number and hash of the last step."""

    store: str
    number: int = 0
    hash: str = FIRST


def mark(connection: Connection) -> Mark:
    """Where the journal ends now."""
    (store,) = connection.execute("SELECT id FROM store").fetchone()
    last = connection.execute("SELECT number, hash FROM step ORDER BY number DESC LIMIT 1").fetchone()
    return Mark(store, *(last or ()))


def after(connection: Connection, known: Mark) -> list[Step] | None:
    """The steps taken since a mark; None if the journal is not the one that was marked."""
    if not goes_on(connection, known):
        return None
    new = list(in_order(connection, known.number))
    touched = Past(connection).since(known.number) if new else {}
    return [replace(step_of(row), registers=frozenset(touched.get(row["number"], ()))) for row in new]


def goes_on(connection: Connection, known: Mark) -> bool:
    """Whether the journal is the one that was marked, though steps may have been added."""
    found = connection.execute("SELECT hash FROM step WHERE number = ?", (known.number,)).fetchone()
    return mark(connection).store == known.store and (not known.number or found == (known.hash,))


def next_step(
    known: Mark, who: str, label: str, changes: Sequence[Change], *, undoes: int | None = None
) -> tuple[Step, Record]:
    """The step after a mark and its row, to be written in the transaction that makes its changes."""
    step = Step(known.number + 1, datetime.datetime.now(datetime.UTC), who, label, tuple(changes), undoes)
    return step, row_of(step, known.hash)


def row_of(step: Step, previous: str) -> Record:
    """The row of a step that follows the one of that hash."""
    told = {
        "number": step.number,
        "at": step.at.isoformat(timespec="milliseconds"),
        "who": step.who,
        "label": step.label,
        "undoes": step.undoes,
        "changes": canonical([[change.kind, change.id, change.before, change.after] for change in step.changes]),
        "previous": previous,
    }
    return told | {"hash": _hash(told)}


def is_whole(row: Record) -> bool:
    """Whether the hash of a row is that of what it tells."""
    return bool(row["hash"] == _hash({name: told for name, told in row.items() if name != "hash"}))


def read(connection: Connection, number: int) -> Step:
    """The step of that number."""
    return step_of(next(rows(connection, "SELECT * FROM step WHERE number = ?", number)))


def steps(connection: Connection) -> Iterator[Step]:
    """Every step, in order."""
    return (step_of(row) for row in in_order(connection))


def in_order(connection: Connection, after: int = 0) -> Iterator[Record]:
    """The rows of every step after that number, in order."""
    return rows(connection, "SELECT * FROM step WHERE number > ? ORDER BY number", after)


def last_at(connection: Connection) -> datetime.datetime:
    """When the last step was taken; for an empty journal, when the store was made."""
    last = rows(connection, "SELECT at FROM step ORDER BY number DESC LIMIT 1")
    made = rows(connection, "SELECT created AS at FROM store")
    return datetime.datetime.fromisoformat(next(chain(last, made))["at"])


def broken_at(chain: Iterable[Record], known: Mark | None = None) -> int | None:
    """The number of the first row whose hash or link to the row before is wrong; None if the chain is whole.

    It begins after what is `known`, or with the first step.
    """
    previous, expected = (FIRST, 1) if known is None else (known.hash, known.number + 1)
    for row in chain:
        if row["number"] != expected or row["previous"] != previous or not is_whole(row):
            return expected
        previous, expected = row["hash"], expected + 1
    return None


def _hash(told: Record) -> str:
    # OpenSSL, which it loads, is wanted by the first step alone.
    import hashlib

    return hashlib.sha256(canonical(told).encode("utf-8", "surrogateescape")).hexdigest()


def step_of(row: Record) -> Step:
    """The step that a row tells of."""
    changes = tuple(Change(*change) for change in json.loads(row["changes"]))
    at = datetime.datetime.fromisoformat(row["at"])
    return Step(row["number"], at, row["who"], row["label"], changes, row["undoes"])
