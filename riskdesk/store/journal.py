"""The journal: every step ever taken, each carrying the hash of the step before it."""

import datetime
import json
from collections.abc import Iterator, Sequence
from itertools import chain
from sqlite3 import Connection

from riskdesk.domain.records import Record
from riskdesk.domain.step import Change, Past, Step
from riskdesk.store.file_format import canonical, rows

_FIRST = "0" * 64
_IN_ORDER = "SELECT * FROM step ORDER BY number"


def next_step(
    connection: Connection, who: str, label: str, changes: Sequence[Change], *, undoes: int | None = None
) -> tuple[Step, Record]:
    """The next step of the journal and its row, to be written in the transaction that makes its changes."""
    last = next(rows(connection, "SELECT number, hash FROM step ORDER BY number DESC LIMIT 1"), None)
    number, previous = (last["number"] + 1, last["hash"]) if last else (1, _FIRST)
    at = datetime.datetime.now(datetime.UTC)
    told = {
        "number": number,
        "at": at.isoformat(timespec="milliseconds"),
        "who": who,
        "label": label,
        "undoes": undoes,
        "changes": canonical([[change.kind, change.id, change.before, change.after] for change in changes]),
        "previous": previous,
    }
    return Step(number, at, who, label, tuple(changes), undoes), told | {"hash": _hash(told)}


def read(connection: Connection, number: int) -> Step:
    """The step of that number."""
    return _step(next(rows(connection, "SELECT * FROM step WHERE number = ?", number)))


def steps(connection: Connection) -> Iterator[Step]:
    """Every step, in order."""
    return (_step(row) for row in rows(connection, _IN_ORDER))


def last_at(connection: Connection) -> datetime.datetime:
    """When the last step was taken; when the store was made where there is none."""
    last = rows(connection, "SELECT at FROM step ORDER BY number DESC LIMIT 1")
    made = rows(connection, "SELECT created AS at FROM store")
    return datetime.datetime.fromisoformat(next(chain(last, made))["at"])


def past(connection: Connection) -> Past:
    """What can be undone and redone, after all steps so far."""
    taken = connection.execute("SELECT number, undoes FROM step ORDER BY number")
    return Past(iter(taken))


def broken_at(connection: Connection) -> int | None:
    """The number of the first step whose hash or link to the step before is wrong; None if the chain is whole."""
    previous, expected = _FIRST, 1
    for row in rows(connection, _IN_ORDER):
        told = {name: told for name, told in row.items() if name != "hash"}
        if row["number"] != expected or row["previous"] != previous or row["hash"] != _hash(told):
            return expected
        previous, expected = row["hash"], expected + 1
    return None


def _hash(told: Record) -> str:
    # OpenSSL, which it loads, is wanted by the first step alone.
    import hashlib

    return hashlib.sha256(canonical(told).encode("utf-8")).hexdigest()


def _step(row: Record) -> Step:
    changes = tuple(Change(*change) for change in json.loads(row["changes"]))
    at = datetime.datetime.fromisoformat(row["at"])
    return Step(row["number"], at, row["who"], row["label"], changes, row["undoes"])
