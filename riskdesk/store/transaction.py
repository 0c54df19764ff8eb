"""A transaction: values read, and values written with each change noted."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, select

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, NotFound, Problem
from riskdesk.domain.records import Record, from_record, kind_name, parent_field, to_record
from riskdesk.domain.step import KEPT_BY_UNDO, Change
from riskdesk.domain.text import clean
from riskdesk.domain.tree import Item, RegisterTree, grow
from riskdesk.domain.values import Category, Entry, Mitigation, Register, Risk, Value
from riskdesk.store.schema import TABLES

AnyValue = TypeVar("AnyValue", bound=Value)
_ITEMS: tuple[type[Item], ...] = (Risk, Mitigation, Entry, Category)


class Reader:
    """Values of a store as they are at one moment."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, kind: type[AnyValue], identity: str) -> AnyValue | None:
        """The value with that id, or None."""
        record = self._record(kind_name(kind), identity)
        return None if record is None else from_record(kind, record)

    def get(self, kind: type[AnyValue], identity: str) -> AnyValue:
        """The value with that id; NotFound where there is none."""
        value = self.find(kind, identity)
        if value is None:
            raise NotFound(
                QT_TRANSLATE_NOOP("Problem", "The item is no longer there; it may have been deleted."),
            )
        return value

    def locate(self, identity: str) -> Item:
        """The category, entry, risk or mitigation with that id; NotFound where there is none."""
        for kind in _ITEMS:
            value = self.find(kind, identity)
            if value is not None:
                return value
        raise NotFound(QT_TRANSLATE_NOOP("Problem", "The item is no longer there; it may have been deleted."))

    def children(self, kind: type[AnyValue], parent: str) -> list[AnyValue]:
        """The values of one parent, in order."""
        table = TABLES[kind_name(kind)]
        of = parent_field(kind)
        assert of is not None, "a register has no parent"
        return self._values(kind, select(table).where(table.c[of] == parent).order_by(table.c.position))

    def registers(self) -> list[Register]:
        """The registers of the store, in order."""
        table = TABLES["register"]
        return self._values(Register, select(table).order_by(table.c.position))

    def tree(self, register: str) -> RegisterTree:
        """A register with all that is in it."""
        category, entry, risk, mitigation = (TABLES[name] for name in ("category", "entry", "risk", "mitigation"))
        in_register, of_register = entry.join(category), category.c.register == register
        return grow(
            self.get(Register, register),
            self._values(Category, select(category).where(of_register)),
            self._values(Entry, select(entry).select_from(in_register).where(of_register)),
            self._values(Risk, select(risk).select_from(risk.join(in_register)).where(of_register)),
            self._values(Mitigation, select(mitigation).select_from(mitigation.join(in_register)).where(of_register)),
        )

    def ids(self) -> set[str]:
        """Every identity in use."""
        return {row.id for table in TABLES.values() for row in self._connection.execute(select(table.c.id))}

    def records(self) -> Iterator[tuple[str, Record]]:
        """Every row of the store as (kind, record)."""
        for name, table in TABLES.items():
            for row in self._connection.execute(select(table)):
                yield name, dict(row._mapping)

    def _record(self, kind: str, identity: str) -> Record | None:
        table = TABLES[kind]
        row = self._connection.execute(select(table).where(table.c.id == identity)).first()
        return None if row is None else dict(row._mapping)

    def _values(self, kind: type[AnyValue], query: Select[tuple[object, ...]]) -> list[AnyValue]:
        rows: list[Row[tuple[object, ...]]] = list(self._connection.execute(query))
        return [from_record(kind, dict(row._mapping)) for row in rows]


class Transaction(Reader):
    """An action's reads and writes; `changes` notes what was before and after each write."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self.changes: list[Change] = []

    def insert(self, value: Value) -> None:
        """Add a new value; InputProblem where a text holds a control character."""
        record = to_record(_cleaned(value))
        self._apply(Change(kind_name(type(value)), value.id, None, record))

    def update(self, value: Value) -> None:
        """Write a value that is there already; nothing happens where nothing differs."""
        kind = kind_name(type(value))
        after = to_record(_cleaned(value))
        before = to_record(self.get(type(value), value.id))
        names = [name for name in after if after[name] != before[name]]
        if names:
            old = {name: before[name] for name in names}
            self._apply(Change(kind, value.id, old, {name: after[name] for name in names}))

    def delete(self, value: Value) -> None:
        """Remove a value that has no children."""
        self._apply(Change(kind_name(type(value)), value.id, to_record(value), None))

    def repeat(self, changes: tuple[Change, ...]) -> None:
        """Make changes that were made before, in this or the other direction."""
        for change in changes:
            self._apply(self._required(change))

    def _apply(self, change: Change) -> None:
        table = TABLES[change.kind]
        row = table.c.id == change.id
        if change.before is None:
            self._connection.execute(table.insert().values(**(change.after or {})))
        elif change.after is None:
            self._connection.execute(table.delete().where(row))
        else:
            self._connection.execute(table.update().values(**change.after).where(row))
        self.changes.append(change)

    def _required(self, change: Change) -> Change:
        """A change that finds what it expects; what it deletes is noted as it stands, with what no undo takes back."""
        now, kept = self._record(change.kind, change.id) or {}, KEPT_BY_UNDO.get(change.kind, set())
        if any(now.get(name, now) != told for name, told in (change.before or {}).items() if name not in kept):
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "The item has changed in the meantime and was left as it is; look at it and try again.",
                ),
            )
        return replace(change, before=now) if change.after is None else change


def _cleaned(value: Value) -> Value:
    texts = {field.name: getattr(value, field.name) for field in fields(value)}
    differs: dict[str, Any] = {
        name: clean(told) for name, told in texts.items() if type(told) is str and clean(told) != told
    }
    return replace(value, **differs) if differs else value
