"""What other programs write to a store while it is open: looked at like a store that is opened, before it counts."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from sqlite3 import Connection

from riskdesk.domain.possible import is_readable
from riskdesk.domain.records import Record
from riskdesk.domain.replay import Key
from riskdesk.domain.step import Step
from riskdesk.store import check, guard, journal
from riskdesk.store.reader import Reader

_UNDONE = "SELECT count(*) FROM step WHERE undoes = ?"


def version(connection: Connection) -> int:
    """A number that changes whenever another program has written, and never by what this connection writes."""
    (number,) = connection.execute("PRAGMA data_version").fetchone()
    return int(number)


def steps(path: Path, connection: Connection, known: journal.Mark) -> list[Step] | None:
    """The steps that others have taken since a mark; None if the journal is not the one that was marked.

    Where these do not explain what was written, the whole store is looked through. FileProblem if its tables are not
    ours any more, DamagedStore if something is wrong with it.
    """
    guard.require_schema(path, connection)
    # What cannot be read is found, and told, where all is looked through.
    with suppress(ValueError, TypeError):
        taken = journal.after(connection, known)
        if taken is None or _is_explained(connection, known, taken):
            return taken
    check.require_health(path, connection)
    return journal.after(connection, known)


def _is_explained(connection: Connection, known: journal.Mark, taken: Sequence[Step]) -> bool:
    """Whether there are new steps that Riskdesk may have taken, and the values they wrote are what they say."""
    new, reader = journal.in_order(connection, known.number), Reader(connection)
    return (
        bool(taken)
        and journal.broken_at(new, known) is None
        and all(step.undoes is None or _is_undone_once(connection, step.undoes) for step in taken)
        and all(_is_held(reader, key, record) for key, record in _last(taken).items())
    )


def _is_undone_once(connection: Connection, number: int) -> bool:
    (times,) = connection.execute(_UNDONE, (number,)).fetchone()
    return bool(times == 1)


def _last(taken: Sequence[Step]) -> dict[Key, Record | None]:
    """What each value that steps have changed holds now, as far as they tell; None if it is gone."""
    told: dict[Key, Record | None] = {}
    for change in (change for step in taken for change in step.changes):
        told[change.key] = None if change.after is None else {**(told.get(change.key) or {}), **change.after}
    return told


def _is_held(reader: Reader, key: Key, told: Record | None) -> bool:
    held = reader.record(*key)
    if held is None or told is None:
        return held is told
    return held | told == held and is_readable(key[0], held)
