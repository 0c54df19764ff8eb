"""A transaction: values read, and values written with each change noted."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import fields, replace
from sqlite3 import Connection
from typing import TypeVar

from riskdesk.domain.growing import grow
from riskdesk.domain.possible import admitted, require_readable
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, NotFound, Problem
from riskdesk.domain.records import KINDS, Record, completed, from_record, kind_name, parent_field, to_record
from riskdesk.domain.references import folded
from riskdesk.domain.step import FOLLOWS_FROM_OTHERS, KEPT_BY_UNDO, Change
from riskdesk.domain.touch import Touch, touched_by
from riskdesk.domain.tree import Item, RegisterTree
from riskdesk.domain.values import Category, Entry, Mitigation, PrintSet, Register, Risk, SavedView, Value, Waiver
from riskdesk.store import room
from riskdesk.store.entering import Entering
from riskdesk.store.file_format import rows, unpacked

AnyValue = TypeVar("AnyValue", bound=Value)
_ITEMS: tuple[type[Item], ...] = (Risk, Mitigation, Entry, Category)

# The names in these come from the kinds of value, never from a user.
_ALL = {kind: f"SELECT * FROM {kind}" for kind in KINDS}  # noqa: S608
_ENTRIES = "JOIN category ON category.id = entry.category WHERE category.register = ?"
_IN_REGISTER = {
    "entry": f"SELECT entry.* FROM entry {_ENTRIES}",  # noqa: S608
    "risk": f"SELECT risk.* FROM risk JOIN entry ON entry.id = risk.entry {_ENTRIES}",  # noqa: S608
    "mitigation": f"SELECT mitigation.* FROM mitigation JOIN entry ON entry.id = mitigation.entry {_ENTRIES}",  # noqa: S608
}
# SQLite looks through the references and hands over those few that are asked for; only signs of ASCII it compares as
# `folded` does, without case.
_REFERENCES = "SELECT id, reference FROM risk WHERE"
_LISTED = "(SELECT value FROM json_each(?))"
_HERE = (
    "? = (SELECT register FROM entry JOIN category ON category.id = entry.category WHERE entry.id = risk.entry)"
    " ORDER BY risk.rowid"
)
_NOT_ASCII = "reference GLOB '*[^ -~]*'"
_NUMBER = "CAST(substr(trim(reference), 3) AS INTEGER)"
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


def _json(texts: Iterable[str]) -> str:
    return json.dumps(list(texts))


class Reader:
    """Values of a store as they are at one moment."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, kind: type[AnyValue], identity: str) -> AnyValue | None:
        """The value with that id, or None."""
        record = self.record(kind_name(kind), identity)
        return None if record is None else from_record(kind, record)

    def get(self, kind: type[AnyValue], identity: str) -> AnyValue:
        """The value with that id; NotFound if the store has no such value."""
        value = self.find(kind, identity)
        if value is None:
            raise NotFound(
                QT_TRANSLATE_NOOP("Problem", "The item is no longer there; it may have been deleted."),
            )
        return value

    def locate(self, identity: str) -> Item:
        """The category, entry, risk or mitigation with that id; NotFound if there is no such item."""
        for kind in _ITEMS:
            value = self.find(kind, identity)
            if value is not None:
                return value
        raise NotFound(QT_TRANSLATE_NOOP("Problem", "The item is no longer there; it may have been deleted."))

    def children(self, kind: type[AnyValue], parent: str) -> list[AnyValue]:
        """The values of one parent, in order."""
        query = f"{_ALL[kind_name(kind)]} WHERE {parent_field(kind)} = ? ORDER BY position"
        return self._values(kind, query, parent)

    def registers(self) -> list[Register]:
        """The registers of the store, in order."""
        return self._values(Register, "SELECT * FROM register ORDER BY position, rowid")

    def register_ids(self) -> list[str]:
        """The ids of the registers of the store."""
        return [identity for (identity,) in self._connection.execute("SELECT id FROM register")]

    def register_of(self, kind: str, identity: str) -> str | None:
        """The id of the register that an item of a kind lies in; None if there is no such item."""
        found = self._connection.execute(_REGISTER_OF[kind], (identity,)).fetchone()
        return None if found is None else str(found[0])

    def tree(self, register: str) -> RegisterTree:
        """A register with all that is in it."""
        return grow(
            (
                self.get(Register, register),
                *self.children(Category, register),
                *self._values(Entry, _IN_REGISTER["entry"], register),
                *self._values(Risk, _IN_REGISTER["risk"], register),
                *self._values(Mitigation, _IN_REGISTER["mitigation"], register),
                *self.children(PrintSet, register),
                *self.children(SavedView, register),
                *self.children(Waiver, register),
            )
        )

    def references(self, register: str, risks: Collection[str]) -> dict[str, str]:
        """The references of those risks that are in a register, by their ids, in the order in which they were added."""
        return dict(self._connection.execute(f"{_REFERENCES} id IN {_LISTED} AND {_HERE}", (_json(risks), register)))

    def alike(self, register: str, references: Iterable[str]) -> dict[str, str]:
        """The references of a register that are equal to one of those, by the ids of the risks that have them."""
        names = {folded(reference) for reference in references}
        query = f"{_REFERENCES} (lower(trim(reference)) IN {_LISTED} OR {_NOT_ASCII}) AND {_HERE}"
        found = self._connection.execute(query, (_json(names), register))
        return {identity: reference for identity, reference in found if folded(reference) in names}

    def references_above(self, register: str, number: int) -> list[str]:
        """The references of a register that may have a higher number; none is left out that has."""
        query = f"{_REFERENCES} ({_NUMBER} > ? OR {_NOT_ASCII}) AND {_HERE}"
        return [reference for _, reference in self._connection.execute(query, (number, register))]

    def require_room(self, coming: Iterable[Value]) -> None:
        """InputProblem if there is no room in the store for the values that are to come in."""
        room.require_room(self._connection, coming)

    def ids(self) -> set[str]:
        """Every identity in use."""
        return {record["id"] for _, record in self.records()}

    def records(self) -> Iterator[tuple[str, Record]]:
        """Every row of the store as (kind, record)."""
        for kind, query in _ALL.items():
            for row in rows(self._connection, query):
                yield kind, unpacked(kind, row)

    def record(self, kind: str, identity: str) -> Record | None:
        """The record of a value; None if there is none, KeyError for a kind that is none."""
        row = next(rows(self._connection, f"{_ALL[kind]} WHERE id = ?", identity), None)
        return None if row is None else unpacked(kind, row)

    def _values(self, kind: type[AnyValue], query: str, *values: object) -> list[AnyValue]:
        name = kind_name(kind)
        return [from_record(kind, unpacked(name, row)) for row in rows(self._connection, query, *values)]


class Transaction(Reader):
    """An action's reads and writes; `write` puts them in the file.

    `changes` notes what was before and after each, `touched` the registers and items it was done to. This is the one
    door through which values enter a store: what they may be is said in `domain.possible`.
    """

    def __init__(self, connection: Connection, write: Callable[[Change], None]) -> None:
        super().__init__(connection)
        self._write = write
        self.changes: list[Change] = []
        self.touched: set[Touch] = set()
        self._entering = Entering(self)

    def insert(self, value: Value) -> None:
        """Add a new value; InputProblem if one of its fields cannot be what it says."""
        self._enter(Change(kind_name(type(value)), value.id, None, to_record(admitted(value))))

    def update(self, value: Value) -> None:
        """Write a value that is there already; nothing happens where nothing differs.

        InputProblem if a field that differs cannot be what it says.
        """
        before = self.get(type(value), value.id)
        changed = [field.name for field in fields(value) if getattr(value, field.name) != getattr(before, field.name)]
        old, new = to_record(before), to_record(admitted(value, changed))
        names = [name for name in changed if new[name] != old[name]]
        if names:
            told = ({name: it[name] for name in names} for it in (old, new))
            self._enter(Change(kind_name(type(value)), value.id, *told))

    def delete(self, value: Value) -> None:
        """Remove a value that has no children."""
        self._apply(Change(kind_name(type(value)), value.id, to_record(value), None))

    def take(self, change: Change) -> None:
        """Make a change that comes from another store."""
        kind, record = KINDS[change.kind], self.record(change.kind, change.id)
        if change.after is None:
            self.delete(self.get(kind, change.id))
        elif record is None:
            self.insert(from_record(kind, change.after))
        else:
            self.update(from_record(kind, record | change.after))

    def settle(self) -> None:
        """Check, once all is written, that levels are in the scale and references are unique.

        A reference that was typed is counted among those given, so that it is never given again. InputProblem says
        what does not hold.
        """
        self._entering.require_levels()
        for identity, number in self._entering.require_references().items():
            register = self.find(Register, identity)
            if register is not None and number > register.references:
                self.update(replace(register, references=number))

    def repeat(self, changes: tuple[Change, ...]) -> None:
        """Make changes that were made before, in this or the other direction."""
        for change in changes:
            self._apply(self._required(change))

    def number_registers(self) -> None:
        """Number the registers from 0 without gaps."""
        for position, register in enumerate(self.registers()):
            self.update(replace(register, position=position))

    def _enter(self, change: Change) -> None:
        self._entering.note(change)
        self._apply(change)

    def _apply(self, change: Change) -> None:
        self.touched.update(touched_by(change, self))
        self._write(change)
        self.changes.append(change)

    def _required(self, change: Change) -> Change:
        """Check that a change still applies, and give it with today's values as those before it.

        It may bring back what an older Riskdesk let in, but nothing with which the store would not be opened again.
        """
        now = self.record(change.kind, change.id) or {}
        if change.before is None:
            change = replace(change, after=completed(change.kind, change.after or {}))
        else:
            _require_same(change.kind, change.before, now)
            before = now if change.after is None else {name: now[name] for name in change.before}
            change = replace(change, before=before)
        if change.after is not None:
            require_readable(change.kind, change.id, now | change.after)
        return change


def _require_same(kind: str, before: Record, now: Record) -> None:
    free = KEPT_BY_UNDO.get(kind, set()) | FOLLOWS_FROM_OTHERS.get(kind, set())
    if not now or any(now[name] != told for name, told in before.items() if name not in free):
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The item has changed in the meantime and was left as it is; look at it and try again.",
            ),
        )
