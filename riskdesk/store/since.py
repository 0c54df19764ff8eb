"""Checking what was done since a mark: whether the tables and the index agree with the new steps."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Sequence
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection

from riskdesk.domain.possible import is_readable
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.records import KINDS, SENSELESS, Record, parent_field
from riskdesk.domain.replay import Key
from riskdesk.domain.step import Change, Step
from riskdesk.domain.touch import Touch, touches
from riskdesk.store import journal
from riskdesk.store.connection import problems, reading
from riskdesk.store.past import Past
from riskdesk.store.reader import Reader
from riskdesk.store.recovery import connect_or_recover

# In characters of the new steps; if there are more, all of the store is checked, which lets others write meanwhile.
_MOST_NEW = 2 * 2**20
_NEW = "SELECT total(length(changes)) FROM step WHERE number > ?"
_UNDONE = "SELECT count(*) FROM step WHERE undoes = ?"


def is_sound(path: Path, mark: journal.Mark, checkpoint: Checkpoint = never_cancelled) -> bool:
    """Whether the journal of a store that SQLite has checked continues from a mark, and its new steps are explained.

    False also if there are very many new steps. Another program that wants to write has to wait for this check.
    `checkpoint` may cancel it.
    """
    with problems(path), closing(connect_or_recover(path, read_only=True)) as connection, reading(connection):
        try:
            (new,) = connection.execute(_NEW, (mark.number,)).fetchone()
            steps = journal.after(connection, mark) if new <= _MOST_NEW else None
            return steps is not None and is_explained(connection, mark, steps, checkpoint)
        except (*SENSELESS, sqlite3.DatabaseError):
            return False


def is_explained(
    connection: Connection, mark: journal.Mark, steps: Sequence[Step], checkpoint: Checkpoint = never_cancelled
) -> bool:
    """Whether the steps since a mark are ones that Riskdesk takes, and the tables agree with them."""
    return (
        journal.broken_at(journal.in_order(connection, mark.number), mark) is None
        and all(step.undoes is None or _is_undone_once(connection, step.undoes) for step in steps)
        and _are_held(Reader(connection), _last(steps), checkpoint)
        and _is_indexed(connection, mark, steps)
    )


def _is_undone_once(connection: Connection, number: int) -> bool:
    (times,) = connection.execute(_UNDONE, (number,)).fetchone()
    return bool(times == 1)


def _last(steps: Sequence[Step]) -> dict[Key, Record | None]:
    """The record that each changed value should have now, as far as the steps show; None if it should be deleted."""
    expected: dict[Key, Record | None] = {}
    for change in _changes(steps):
        expected[change.key] = None if change.after is None else (expected.get(change.key) or {}) | change.after
    return expected


def _are_held(reader: Reader, expected: dict[Key, Record | None], checkpoint: Checkpoint) -> bool:
    for key, record in expected.items():
        checkpoint()
        if not _is_held(reader, key, record):
            return False
    return True


def _is_held(reader: Reader, key: Key, expected: Record | None) -> bool:
    record = reader.record(*key)
    if record is None or expected is None:
        return record is expected
    return record | expected == record and is_readable(key[0], record)


def _is_indexed(connection: Connection, mark: journal.Mark, steps: Sequence[Step]) -> bool:
    indexed: dict[int, set[Touch]] = defaultdict(set)
    for number, touch in Past(connection).touches_since(mark.number):
        indexed[number].add(touch)
    derived = touches(steps, _Before(connection, steps))
    return indexed == {number: touched for number, touched in derived if touched}


class _Before:
    """The state before the steps, derived from the present state and from the steps."""

    def __init__(self, connection: Connection, steps: Sequence[Step]) -> None:
        self._reader, self._past = Reader(connection), Past(connection)
        self._parents: dict[Key, str | None] = {}
        self._registers: dict[str, bool] = {}
        for change in _changes(steps):
            parent = parent_field(KINDS[change.kind])
            if parent is None:
                self._registers.setdefault(change.id, change.before is not None)
            elif change.before is None or parent in change.before:
                self._parents.setdefault(change.key, (change.before or {}).get(parent))

    def register_ids(self) -> Collection[str]:
        now = dict.fromkeys(self._reader.register_ids(), True)
        return [identity for identity, was_there in (now | self._registers).items() if was_there]

    def parent(self, kind: str, identity: str) -> str | None:
        if (kind, identity) in self._parents:
            return self._parents[kind, identity]
        parent = parent_field(KINDS[kind])
        record = self._reader.record(kind, identity)
        return None if record is None or parent is None else str(record[parent])

    def touched(self, number: int) -> Collection[str]:
        return self._past.touched(number)


def _changes(steps: Sequence[Step]) -> list[Change]:
    return [change for step in steps for change in step.changes]
