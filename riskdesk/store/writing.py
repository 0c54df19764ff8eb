"""Writing to a store: SQLAlchemy compiles each statement once, and the driver executes it with all rows together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from sqlite3 import Connection
from typing import Any, TypeAlias

from sqlalchemy import bindparam, column, table
from sqlalchemy.dialects import sqlite

from riskdesk.domain.records import KINDS, RANKS, Record, field_names
from riskdesk.domain.step import Change
from riskdesk.domain.touch import Touch
from riskdesk.store.file_format import packed

# A table, the operation, and the columns that an edit sets; an insert sets all columns.
Statement: TypeAlias = tuple[str, str, tuple[str, ...]]
RowValues: TypeAlias = tuple[Any, ...] | Mapping[str, Any]
_COLUMNS = {kind: field_names(kind) for kind in KINDS} | {
    "step": ["number", "at", "who", "label", "undoes", "changes", "previous", "hash"],
    "touch": ["register", "step", "item"],
}
_TABLES = {name: table(name, *map(column, columns)) for name, columns in _COLUMNS.items()}
# The parameter of a statement for the id of its row; no column has that name.
_ROW = "row_id"
_ITS_ROW = column("id") == bindparam(_ROW)
_IN_ORDER, _BY_NAMES = sqlite.dialect(paramstyle="qmark"), sqlite.dialect(paramstyle="named")
_VALUES_OF = {name: itemgetter(*columns) for name, columns in _COLUMNS.items()}


class Writer:
    """A writer of changes and steps in the transaction that is open."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def write(self, *changes: Change) -> None:
        """Write changes in order: insert, delete or update rows; similar changes use one statement."""
        for statement, alike in groupby(_sorted_out(changes), _statement_of):
            self._execute(statement, [_row_of(change) for change in alike])

    def add_step(self, row: Record) -> None:
        """Add a row to the journal."""
        self._execute(("step", "insert", ()), [_VALUES_OF["step"](row)])

    def add_touches(self, number: int, touched: Iterable[Touch]) -> None:
        """Add the changes of a step to the index of the journal."""
        items: defaultdict[str, list[str]] = defaultdict(list)
        for register, item in touched:
            items[register].append(item)
        # In the order of the index, so that they are written side by side.
        rows = [(register, number, item) for register in sorted(items) for item in sorted(items[register])]
        if rows:
            self._execute(("touch", "insert", ()), rows)

    def _execute(self, statement: Statement, rows: Sequence[RowValues]) -> None:
        self._connection.executemany(_sql(*statement), rows)


@cache
def _sql(name: str, way: str, columns: Sequence[str]) -> str:
    """A statement for one table: inserts take values in the order of the columns, others by name."""
    values = _TABLES[name]
    statements = {
        "insert": values.insert(),
        "update": values.update().where(_ITS_ROW),
        "delete": values.delete().where(_ITS_ROW),
    }
    dialect = _IN_ORDER if way == "insert" else _BY_NAMES
    return str(statements[way].compile(dialect=dialect, column_keys=list(columns) or None))


def _sorted_out(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes in an order with the same result, in which similar ones follow each other.

    New values come parents first, deleted ones parents last.
    """
    for (comes, goes), run in groupby(changes, lambda change: (change.before is None, change.after is None)):
        if comes or goes:
            yield from sorted(run, key=lambda change: RANKS[change.kind], reverse=goes)
        else:
            yield from run


def _statement_of(change: Change) -> Statement:
    """The statement that makes a change, and similar ones."""
    if change.before is None:
        return change.kind, "insert", ()
    return (change.kind, "delete", ()) if change.after is None else (change.kind, "update", tuple(change.after))


def _row_of(change: Change) -> RowValues:
    """The parameters of a statement for a change; an insert has the id among its values."""
    row = packed(change.kind, change.after or {})
    return _VALUES_OF[change.kind](row) if change.before is None else {_ROW: change.id} | row
