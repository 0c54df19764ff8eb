"""The limits of a store: a larger one would not be opened, so nothing beyond them is written."""

from collections import Counter
from collections.abc import Iterable, Iterator
from sqlite3 import Connection
from typing import Any, TypeAlias

from riskdesk.domain.possible import MOST_BYTES, MOST_ROWS, MOST_STEPS, MOST_TOUCHES, require_count
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.records import KINDS, kind_name
from riskdesk.domain.values import Value

# The number of the last row of each table, which is found at once; a table has no more rows than that.
_LAST_ROWS = "SELECT " + ", ".join(f"(SELECT coalesce(max(rowid), 0) FROM {table})" for table in (*KINDS, "step"))  # noqa: S608
# In bytes: a row of the index and its copy by items, each with two ids.
_LEAST_OF_TOUCH = 2 * 2 * 36
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
