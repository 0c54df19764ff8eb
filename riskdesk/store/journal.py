"""The journal: all steps ever taken, each with the hash of the step before it."""

import datetime
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from sqlite3 import Connection
from typing import Any, NamedTuple

from riskdesk.domain import json_text
from riskdesk.domain.language import moment_label
from riskdesk.domain.possible import MOST_STEPS, is_time, time_of
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, Problem
from riskdesk.domain.records import SENSELESS, Record, completed, require_fields, require_whole, without_empty
from riskdesk.domain.step import Change, NoStep, Step
from riskdesk.domain.text import is_line, printable
from riskdesk.store.file_format import any_text, canonical, rows
from riskdesk.store.past import Past
from riskdesk.store.room import require_short, require_undoable

FIRST = "0" * 64
# JSON escapes of surrogates, which cannot be encoded if they are unpaired; Riskdesk never escapes letters.
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
# In characters, many times what a name or a label takes.
_LONGEST_LINE = 10_000
_MARK = "SELECT store.id, number, hash FROM store LEFT JOIN step ON number = (SELECT max(number) FROM step)"


class Mark(NamedTuple):
    """A position in a journal: the identity of the store, and the number and hash of the last step."""

    store: str
    number: int = 0
    hash: str = FIRST


def mark(connection: Connection) -> Mark:
    """The present end of the journal; its `store` is empty if the file has lost its identity."""
    with any_text(connection):
        store, *last = connection.execute(_MARK).fetchone() or ("",)
    return Mark(store, *last) if any(last) else Mark(store)


def first(connection: Connection) -> int:
    """The number of the first row of the journal, which is 1; also if there is none."""
    (number,) = connection.execute("SELECT coalesce(min(number), 1) FROM step").fetchone()
    return int(number)


def after(connection: Connection, reached: Mark) -> list[Step] | None:
    """The steps after a mark; None if the mark is not from this journal."""
    if not goes_on(connection, reached):
        return None
    with any_text(connection):
        new = list(map(step_of, in_order(connection, reached.number)))
    touched = Past(connection).since(reached.number) if new else {}
    return [replace(step, registers=frozenset(touched.get(step.number, ()))) for step in new]


def now() -> datetime.datetime:
    """The time; Problem if the clock of the computer is so wrong that the time could not be read back."""
    at = datetime.datetime.fromtimestamp(time.time(), datetime.UTC)
    if not is_time(at):
        raise Problem(_CLOCK, time=moment_label(at))
    return at


def goes_on(connection: Connection, reached: Mark) -> bool:
    """Whether a mark is from this journal, to which steps may have been added since."""
    with any_text(connection):
        row = connection.execute("SELECT hash FROM step WHERE number = ?", (reached.number,)).fetchone()
        return mark(connection).store == reached.store and (not reached.number or row == (reached.hash,))


def next_step(
    reached: Mark, who: str, label: str, changes: Sequence[Change], *, undoes: int | None
) -> tuple[Step, Record]:
    """The step after a mark and its row, to be written in the transaction that makes its changes.

    Of `who` and `label`, it has what can be part of a line. InputProblem for one that could not be undone.
    """
    who, label = (printable(text, _LONGEST_LINE) for text in (who, label))
    step = Step(reached.number + 1, now(), who, label, tuple(changes), undoes)
    row = row_of(step, reached.hash)
    if undoes is None:
        require_undoable(row["changes"])
    return step, row


def row_of(step: Step, previous: str) -> Record:
    """The row of a step after the one with that hash; InputProblem if it is longer than would be read back."""
    changes = canonical(list(map(_plain_change, step.changes)))
    require_short(changes)
    row = {
        "number": step.number,
        "at": step.at.isoformat(timespec="milliseconds"),
        "who": step.who,
        "label": step.label,
        "undoes": step.undoes,
        "changes": changes,
        "previous": previous,
    }
    return row | {"hash": _hash(row)}


def is_whole(row: Record) -> bool:
    """Whether the hash in a row is correct for the rest of the row."""
    return bool(row["hash"] == _hash({name: value for name, value in row.items() if name != "hash"}))


def read(connection: Connection, number: int) -> Step:
    """The step of that number."""
    with any_text(connection):
        return step_of(next(rows(connection, "SELECT * FROM step WHERE number = ?", number)))


def steps(connection: Connection) -> Iterator[Step]:
    """All steps, in order."""
    with any_text(connection):
        yield from map(step_of, in_order(connection))


def in_order(connection: Connection, after: int = 0, most: int = MOST_STEPS) -> Iterator[Record]:
    """The rows of the steps after that number, in order, at most so many."""
    return rows(connection, "SELECT * FROM step WHERE number > ? ORDER BY number LIMIT ?", after, most)


def last_at(connection: Connection) -> datetime.datetime:
    """The time of the last step; for an empty journal, when the store was made."""
    with any_text(connection):
        last = next(rows(connection, "SELECT number, at FROM step ORDER BY number DESC LIMIT 1"), None)
        (created,) = connection.execute("SELECT created FROM store").fetchone()
    try:
        return time_of(created if last is None else last["at"])
    except ValueError:
        raise NoStep(0 if last is None else last["number"]) from None


def broken_at(chain: Iterable[Record], reached: Mark | None = None) -> int | None:
    """The number of the first row whose hash or link to the row before is wrong; None if the chain is whole.

    The chain begins after `reached`, or with the first step.
    """
    previous, expected = (FIRST, 1) if reached is None else (reached.hash, reached.number + 1)
    for row in chain:
        if row["number"] != expected or row["previous"] != previous or not is_whole(row):
            return expected
        previous, expected = row["hash"], expected + 1
    return None


def head_of(row: Record) -> Step:
    """The step in a row, without its changes; NoStep if the row has values that no Riskdesk ever wrote."""
    number, undoes = row["number"], row["undoes"]
    try:
        _require_lines(row["who"], row["label"])
        at = time_of(row["at"])
        if not 0 < number <= MOST_STEPS or not (undoes is None or 0 < undoes < number):
            raise ValueError("no such step")
    except SENSELESS:
        raise NoStep(number) from None
    return Step(number, at, row["who"], row["label"], (), undoes)


def step_of(row: Record) -> Step:
    """The step in a row; NoStep if the row has values that no Riskdesk ever wrote."""
    head = head_of(row)
    try:
        _require_letters(row["changes"])
        changes = _changes(row["changes"])
        # Only the first step, in a copy of an empty store, and an undo may change nothing.
        if not changes and head.number != 1 and head.undoes is None:
            raise ValueError("no such step")
    except SENSELESS:
        raise NoStep(head.number) from None
    return Step(head.number, head.at, head.who, head.label, changes, head.undoes)


def _plain_change(change: Change) -> list[object]:
    """A change in the form of the journal; added or deleted values omit their empty fields."""
    kind, before, after = change.kind, change.before, change.after
    if before is None and after is not None:
        after = without_empty(kind, after)
    elif after is None and before is not None:
        before = without_empty(kind, before)
    return [kind, change.id, before, after]


def _changes(text: str) -> tuple[Change, ...]:
    """The changes of a step; ValueError, KeyError, TypeError or AttributeError if the text is not a list of them."""
    content = json_text.loads(text)
    if not isinstance(content, list):
        raise TypeError("a list expected")
    if _HALF.search(text):
        _require_letters(canonical(content))
    return tuple(map(_change, content))


def _change(parts: Sequence[Any]) -> Change:
    """The change in a step, with its whole record; raises one of `SENSELESS` if it is none."""
    kind, identity, before, after = parts
    if before is None:
        after = _whole(kind, identity, after)
    elif after is None:
        before = _whole(kind, identity, before)
    else:
        if before.keys() != after.keys() or "id" in after or not after or not isinstance(identity, str):
            raise ValueError("no edit")
        require_fields(kind, before)
        require_fields(kind, after)
    return Change(kind, identity, before, after)


def _whole(kind: str, identity: str, record: Record) -> Record:
    """The full record of an added or deleted value; the step may lack fields that are empty or came later."""
    require_whole(kind, identity, record)
    return completed(kind, record)


def _require_letters(*texts: object) -> None:
    """TypeError for what is no text, ValueError for a text with unpaired surrogates, as from undecodable bytes."""
    for text in texts:
        if not isinstance(text, str):
            raise TypeError("text expected")
        if not text.isascii():
            text.encode()


def _require_lines(*texts: object) -> None:
    """TypeError for what is no text, ValueError for a text that cannot be part of a line, as names and labels are."""
    for text in texts:
        if not isinstance(text, str):
            raise TypeError("text expected")
        if len(text) > _LONGEST_LINE or not is_line(text):
            raise ValueError("a line expected")


def _hash(row: Record) -> str:
    # Imported here, as it loads OpenSSL, which is needed only from the first step on.
    import hashlib

    return hashlib.sha256(canonical(row).encode("utf-8", "surrogateescape")).hexdigest()


_CLOCK = QT_TRANSLATE_NOOP(
    "Problem", "Not saved: the clock of this computer is wrong, it says {time}; set it and try again."
)
