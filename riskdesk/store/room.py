"""The limits of a store: a larger one would not be opened, so nothing beyond them is written."""

from collections import Counter
from collections.abc import Iterable, Iterator
from sqlite3 import Connection
from typing import Any, TypeAlias

from riskdesk.domain import json_text
from riskdesk.domain.possible import MOST_BYTES, MOST_ROWS, MOST_STEPS, MOST_TOUCHES, require_count
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.records import KINDS, Record, kind_name
from riskdesk.domain.values import Value
from riskdesk.store.connection import LONGEST_VALUE
from riskdesk.store.file_format import canonical

# The number of the last row of each table, which is found at once; a table has no more rows than that.
_LAST_ROWS = "SELECT " + ", ".join(f"(SELECT coalesce(max(rowid), 0) FROM {table})" for table in (*KINDS, "step"))  # noqa: S608
# In bytes: a row of the index and its copy by items, each with two ids.
_LEAST_OF_TOUCH = 2 * 2 * 36
# The shares of the longest step that a new step and a value may take: the step that undoes the one, or deletes the
# other, has more to say, such as another name, and what goes with it.
_OF_STEP, _OF_VALUE = 399 / 400, 398 / 400
# In characters; a value that is too long has a text that is longer.
_LONG = 10_000
Row: TypeAlias = tuple[Any, ...]


def most(table: str) -> int:
    """How many rows a table may have."""
    return {"step": MOST_STEPS, "touch": MOST_TOUCHES}.get(table, MOST_ROWS)


def require_room(connection: Connection, coming: Iterable[Value] = ()) -> None:
    """InputProblem if a store with the new values would be too large to be opened again."""
    counts = Counter(kind_name(type(value)) for value in coming)
    last = dict(zip((*KINDS, "step"), connection.execute(_LAST_ROWS).fetchone(), strict=True))
    for kind in KINDS:
        if last[kind] + counts[kind] > MOST_ROWS:
            require_count(kind, _count(connection, kind) + counts[kind])
    if last["step"] > MOST_STEPS:
        raise InputProblem(_STEPS, most=MOST_STEPS)
    total = size(connection)
    if total > MOST_BYTES:
        raise InputProblem(_BYTES, most=MOST_BYTES // 2**20)
    # A smaller file has no room for so many, and counting takes time in a larger one.
    if total > MOST_TOUCHES * _LEAST_OF_TOUCH and _count(connection, "touch") > MOST_TOUCHES:
        raise InputProblem(_TOUCHES, most=MOST_TOUCHES)


def require_short(changes: str, share: float = 1) -> None:
    """InputProblem for the JSON text of a step if it is longer than that share of what would be read back."""
    if json_text.count(changes) > share * json_text.MOST_ITEMS:
        raise InputProblem(_TOO_MUCH, most=json_text.MOST_ITEMS)
    most = share * LONGEST_VALUE
    if 4 * len(changes) > most and len(changes.encode("utf-8", "surrogatepass")) > most:
        raise InputProblem(_TOO_LONG, most=LONGEST_VALUE // 1_000_000)


def require_undoable(changes: str) -> None:
    """InputProblem for the JSON text of a new step that would be too long to be undone."""
    require_short(changes, _OF_STEP)


def require_deletable(record: Record) -> None:
    """InputProblem for the record of a value that would be too long to be deleted."""
    require_short(canonical(record), _OF_VALUE)


def is_long(record: Record) -> bool:
    """Whether a record, or a part of one, has a text so long that its value may be too long to be deleted."""
    return any(isinstance(field, str) and len(field) > _LONG for field in record.values())


def size(connection: Connection) -> int:
    """The size of a store in bytes."""
    (total,) = connection.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()
    return int(total)


def within(size: int, rows: Iterable[Row]) -> Iterator[Row]:
    """The given rows; ValueError once they are more than a store of that size can hold."""
    for number, row in enumerate(rows):
        size -= sum(len(value) for value in row if isinstance(value, str))
        if size < 0 or number >= MOST_ROWS:
            raise ValueError("more than a store holds")
        yield row


def _count(connection: Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - our own names


_TOO_MUCH = QT_TRANSLATE_NOOP(
    "Problem", "Not saved: more than {most} values, commas and brackets at once. Do it risk by risk or in parts."
)
_TOO_LONG = QT_TRANSLATE_NOOP("Problem", "Not saved: more than {most} MB at once. Do it risk by risk or in parts.")
_STEPS = QT_TRANSLATE_NOOP(
    "Problem", "A register file holds {most} steps at most; send a copy without history, and go on working in that."
)
_BYTES = QT_TRANSLATE_NOOP(
    "Problem", "A register file holds {most} MB at most; send a copy without history, and go on working in that."
)
_TOUCHES = QT_TRANSLATE_NOOP(
    "Problem",
    "A register file notes {most} changes at most, counted by item and register; send a copy without history, and go on"
    " working in that.",
)
