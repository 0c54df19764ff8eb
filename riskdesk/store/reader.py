"""Reading the values of a store as they are at one moment."""

import json
from collections.abc import Iterable, Iterator
from operator import attrgetter, itemgetter
from sqlite3 import Connection
from typing import Any

from riskdesk.domain.growing import ChangingRegister
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, NotFound
from riskdesk.domain.records import (
    KINDS,
    PARENTS,
    Record,
    from_columns,
    from_record,
    kind_name,
    parent_field,
    title_from_record,
)
from riskdesk.domain.references import folded
from riskdesk.domain.tree import Item, RegisterTree
from riskdesk.domain.values import (
    AnyValue,
    Category,
    Entry,
    Mitigation,
    PrintSet,
    Register,
    RegisterTitle,
    Risk,
    SavedView,
    Value,
    Waiver,
)
from riskdesk.store import room
from riskdesk.store.file_format import rows, scale, unpacked

_ITEMS: tuple[type[Item], ...] = (Risk, Mitigation, Entry, Category)

# The names in these queries are from the kinds of value, never from a user.
_ALL = {kind: f"SELECT * FROM {kind}" for kind in KINDS}  # noqa: S608
_TITLES = f"SELECT {', '.join(RegisterTitle._fields)} FROM register"  # noqa: S608
_ENTRIES = "JOIN category ON category.id = entry.category WHERE category.register = ?"
_IN_REGISTER = {
    "entry": f"SELECT entry.* FROM entry {_ENTRIES}",  # noqa: S608
    "risk": f"SELECT risk.* FROM risk JOIN entry ON entry.id = risk.entry {_ENTRIES}",  # noqa: S608
    "mitigation": f"SELECT mitigation.* FROM mitigation JOIN entry ON entry.id = mitigation.entry {_ENTRIES}",  # noqa: S608
}
# The references of a register: found by its entries, or by the index of references, which covers the whole store.
_OF_ITS_OWN = (
    "SELECT risk.id, reference FROM category CROSS JOIN entry ON entry.category = category.id"
    " CROSS JOIN risk INDEXED BY risk_of_entry ON risk.entry = entry.id WHERE category.register = ?"
)
_BY_INDEX = (
    "SELECT risk.id, reference FROM risk CROSS JOIN entry ON entry.id = risk.entry"
    " CROSS JOIN category ON category.id = entry.category WHERE category.register = ?"
)
# If the index gives fewer risks than this, the register of each is looked up.
_FEW = 500
# The plus sign keeps SQLite from reading the whole table just to get the rows in order.
_IN_ORDER = "ORDER BY +risk.rowid"
_PARENT = {kind: f"SELECT {parent or 'id'} FROM {kind} WHERE id = ?" for kind, parent in PARENTS.items()}  # noqa: S608
# SQLite looks up each value in each table; the other way round, it would sort the values for each table.
_IN_USE = f"SELECT value FROM json_each(?) WHERE {' OR '.join(f'value IN (SELECT id FROM {kind})' for kind in KINDS)}"  # noqa: S608
# The key of a reference in its index: its number, or its text in lower case. Texts that SQLite cannot fold as `folded`
# does share one key, and are always queried, too. In SQLite, each number is less than each text.
_KEY = (
    "CASE WHEN {0} GLOB '*[^ -~]*' OR {0} <> trim({0}) THEN x''"
    " WHEN {0} GLOB '[rR]-[0-9]*' THEN CAST(substr({0}, 3) AS INTEGER) ELSE lower({0}) END"
)
_REFERS = f"reference <> '' AND {_KEY.format('reference')}"
_EQUAL = f"{_REFERS} IN (SELECT {_KEY.format('value')} FROM json_each(?))"  # noqa: S608
_ABOVE = f"{_REFERS} > ? AND {_KEY.format('reference')} < ''"
_ODD = f"{_REFERS} = x''"
_CATEGORY = "JOIN category ON category.id = entry.category"
_IN_REGISTERS = ("print_set", "saved_view", "waiver", "category", "snapshot")
_REGISTER_OF = {
    "register": "SELECT id FROM register WHERE id = ?",
    **{kind: f"SELECT register FROM {kind} WHERE id = ?" for kind in _IN_REGISTERS},  # noqa: S608
    "entry": f"SELECT register FROM entry {_CATEGORY} WHERE entry.id = ?",  # noqa: S608
    **{
        kind: f"SELECT register FROM {kind} JOIN entry ON entry.id = {kind}.entry {_CATEGORY} WHERE {kind}.id = ?"  # noqa: S608
        for kind in ("risk", "mitigation")
    },
}


# Rows are sorted here and not by SQLite, which would have to hold all rows that damaged pages lead to.
_position = attrgetter("position")


def _json(texts: Iterable[str]) -> str:
    return json.dumps(list(texts))


def no_such_item() -> NotFound:
    """The problem that an item is not in the store."""
    return NotFound(QT_TRANSLATE_NOOP("Problem", "The item is no longer there; it may have been deleted."))


class Reader:
    """A reader of the values of a store as they are at one moment.

    `size`, the bytes of the file, is given for a store that SQLite has not checked, whose pages may form cycles:
    ValueError if more is read than a file of that size can hold.
    """

    def __init__(self, connection: Connection, size: int | None = None) -> None:
        self._open, self._size = connection, size

    @property
    def _connection(self) -> Connection:
        """The connection for queries about several rows; a transaction first writes its pending changes."""
        return self._open

    def find(self, kind: type[AnyValue], identity: str) -> AnyValue | None:
        """The value with that id; None if there is none."""
        record = self.record(kind_name(kind), identity)
        return None if record is None else from_record(kind, record)

    def get(self, kind: type[AnyValue], identity: str) -> AnyValue:
        """The value with that id; NotFound if the store has no such value."""
        value = self.find(kind, identity)
        if value is None:
            raise no_such_item()
        return value

    def locate(self, identity: str) -> Item:
        """The category, entry, risk or mitigation with that id; NotFound if there is no such item."""
        for kind in _ITEMS:
            value = self.find(kind, identity)
            if value is not None:
                return value
        raise no_such_item()

    def children(self, kind: type[AnyValue], parent: str) -> list[AnyValue]:
        """The values of a kind under a parent, in order."""
        query = f"{_ALL[kind_name(kind)]} WHERE {parent_field(kind)} = ? ORDER BY rowid"
        return sorted(self._values(kind, query, parent), key=_position)

    def places(self, kind: type[Value], parent: str) -> list[tuple[str, float]]:
        """The ids and positions of the values of a kind under a parent, in order."""
        query = f"SELECT id, position FROM {kind_name(kind)} WHERE {parent_field(kind)} = ? ORDER BY rowid"  # noqa: S608
        return sorted(self._connection.execute(query, (parent,)), key=itemgetter(1))

    def titles(self) -> list[RegisterTitle]:
        """The registers of the store as they are listed, in order; only the fields for that are read."""
        return sorted(map(title_from_record, self._rows(_TITLES)), key=_position)

    def registers(self) -> list[Register]:
        """The registers of the store, in order; equal scales are the same `Scale` object."""
        found_rows = self._rows("SELECT * FROM register ORDER BY rowid")
        return sorted((from_record(Register, row, scale=scale(row["scale"])) for row in found_rows), key=_position)

    def register_ids(self) -> list[str]:
        """The ids of the registers of the store."""
        return [identity for (identity,) in self._connection.execute("SELECT id FROM register")]

    def position_at_end(self) -> float:
        """A position after all registers of the store."""
        # Imported here, as nothing is added before the register is shown.
        from riskdesk.domain.order import positions

        (last,) = self._connection.execute("SELECT max(position) FROM register").fetchone()
        return positions([*([] if last is None else [last]), None])[-1]

    def register_places(self) -> list[tuple[str, float]]:
        """The ids and positions of the registers of the store, in order."""
        return list(self._connection.execute("SELECT id, position FROM register ORDER BY position, rowid"))

    def parent(self, kind: str, identity: str) -> str | None:
        """The id of the parent of an item; for a register, its own id; None if there is no such item."""
        row = self._open.execute(_PARENT[kind], (identity,)).fetchone()
        return None if row is None else str(row[0])

    def register_of(self, kind: str, identity: str) -> str | None:
        """The id of the register of an item of a kind; None if there is no such item."""
        row = self._connection.execute(_REGISTER_OF[kind], (identity,)).fetchone()
        return None if row is None else str(row[0])

    def tree(self, register: str) -> RegisterTree:
        """A register with its content."""
        return self.growing(register).tree()

    def growing(self, register: str) -> ChangingRegister:
        """A register with its content, in a form that can change."""
        return ChangingRegister(
            (
                self.get(Register, register),
                *self.children(Category, register),
                *self._in_register(Entry, register),
                *self._in_register(Risk, register),
                *self._in_register(Mitigation, register),
                *self.children(PrintSet, register),
                *self.children(SavedView, register),
                *self.children(Waiver, register),
            )
        )

    def alike(self, register: str, references: Iterable[str]) -> dict[str, str]:
        """The references of a register that are equal to one of those, by the ids of their risks."""
        names = {folded(reference) for reference in references} - {""}
        candidates = (*self._references(register, _EQUAL, _json(names)), *self._references(register, _ODD))
        return {identity: reference for identity, reference in candidates if folded(reference) in names}

    def references_above(self, register: str, number: int) -> list[str]:
        """The references of a register that may have a higher number; none that has one is missing."""
        candidates = (*self._references(register, _ABOVE, number), *self._references(register, _ODD))
        return [reference for _, reference in candidates]

    def _references(self, register: str, condition: str, *values: object) -> list[tuple[str, str]]:
        """The risks of a register whose references meet a condition with these values; by an index if there are few."""
        some = f"SELECT count(*) FROM (SELECT 1 FROM risk WHERE {condition} LIMIT {_FEW})"  # noqa: S608
        (count,) = self._connection.execute(some, values).fetchone()
        if not count:
            return []
        way = _BY_INDEX if count < _FEW else _OF_ITS_OWN
        return list(self._connection.execute(f"{way} AND {condition} {_IN_ORDER}", (register, *values)))

    def require_room(self, coming: Iterable[Value]) -> None:
        """InputProblem if the store has no room for the new values."""
        room.require_room(self._connection, coming)

    def ids_in_use(self, ids: Iterable[str]) -> set[str]:
        """Those of the ids that are in use in the store."""
        return {identity for (identity,) in self._connection.execute(_IN_USE, (_json(ids),))}

    def records(self) -> Iterator[tuple[str, Record]]:
        """All rows of the store as (kind, record)."""
        for kind, query in _ALL.items():
            for row in self._rows(query):
                yield kind, unpacked(kind, row)

    def record(self, kind: str, identity: str) -> Record | None:
        """The record of a value; None if there is none, KeyError for an unknown kind."""
        row = next(rows(self._open, f"{_ALL[kind]} WHERE id = ?", identity), None)
        return None if row is None else unpacked(kind, row)

    def _values(self, kind: type[AnyValue], query: str, *values: object) -> list[AnyValue]:
        name = kind_name(kind)
        return [from_record(kind, unpacked(name, row)) for row in self._rows(query, *values)]

    def _in_register(self, kind: type[AnyValue], register: str) -> list[AnyValue]:
        """The entries, risks or mitigations of a register, which may be very many."""
        names, found_rows = self._columns_and_rows(_IN_REGISTER[kind_name(kind)], register)
        columns = list(zip(*found_rows, strict=True)) or [()] * len(names)
        return from_columns(kind, dict(zip(names, columns, strict=True)))

    def _rows(self, query: str, *values: object) -> Iterator[Record]:
        names, found_rows = self._columns_and_rows(query, *values)
        return (dict(zip(names, row, strict=True)) for row in found_rows)

    def _columns_and_rows(self, query: str, *values: object) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
        """The names of the columns of a query, and its rows."""
        cursor = self._connection.execute(query, values)
        names = [column[0] for column in cursor.description]
        return names, cursor if self._size is None else room.within(self._size, cursor)
