"""The journal: every step ever taken, each carrying the hash of the step before it."""

import datetime
import hashlib
import json
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Row, select

from riskdesk.domain.step import Change, Past, Step
from riskdesk.store.schema import canonical, step, store

_FIRST = "0" * 64


def append(
    connection: Connection, who: str, label: str, changes: Sequence[Change], *, undoes: int | None = None
) -> Step:
    """Write the next step of the journal, in the transaction that makes its changes."""
    last = connection.execute(select(step.c.number, step.c.hash).order_by(step.c.number.desc()).limit(1)).first()
    number, previous = (last.number + 1, last.hash) if last else (1, _FIRST)
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
    connection.execute(step.insert().values(hash=_hash(told), **told))
    return Step(number, at, who, label, tuple(changes), undoes)


def read(connection: Connection, number: int) -> Step:
    """The step of that number."""
    return _step(connection.execute(select(step).where(step.c.number == number)).one())


def steps(connection: Connection) -> Iterator[Step]:
    """Every step, in order."""
    return (_step(row) for row in connection.execute(select(step).order_by(step.c.number)))


def last_at(connection: Connection) -> datetime.datetime:
    """When the last step was taken; when the store was made where there is none."""
    last = connection.execute(select(step.c.at).order_by(step.c.number.desc()).limit(1)).scalar()
    made = connection.execute(select(store.c.created)).scalar_one()
    return datetime.datetime.fromisoformat(last or made)


def past(connection: Connection) -> Past:
    """What can be undone and redone, after all steps so far."""
    taken = connection.execute(select(step.c.number, step.c.undoes).order_by(step.c.number))
    return Past((row.number, row.undoes) for row in taken)


def broken_at(connection: Connection) -> int | None:
    """The number of the first step whose hash or link to the step before is wrong; None if the chain is whole."""
    previous, expected = _FIRST, 1
    for row in connection.execute(select(step).order_by(step.c.number)):
        told = {name: told for name, told in row._mapping.items() if name != "hash"}
        if row.number != expected or row.previous != previous or row.hash != _hash(told):
            return expected
        previous, expected = row.hash, expected + 1
    return None


def _hash(told: dict[str, object]) -> str:
    return hashlib.sha256(canonical(told).encode("utf-8")).hexdigest()


def _step(row: Row[tuple[object, ...]]) -> Step:
    changes = tuple(Change(*change) for change in json.loads(row.changes))
    return Step(row.number, datetime.datetime.fromisoformat(row.at), row.who, row.label, changes, row.undoes)
