"""A transaction: values read, and values written with each change noted."""

from collections.abc import Callable, Collection
from dataclasses import replace
from sqlite3 import Connection
from typing import TypeVar

from riskdesk.domain.order import positions
from riskdesk.domain.possible import admitted, admitted_all, require_readable
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, Problem
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.records import (
    KINDS,
    PARENTS,
    Record,
    changed_fields,
    from_record,
    kind_name,
    to_part,
    to_record,
)
from riskdesk.domain.references import free, reference
from riskdesk.domain.replay import Key
from riskdesk.domain.step import FOLLOWS_FROM_OTHERS, KEPT_BY_UNDO, Change
from riskdesk.domain.touch import Touch, touched_by
from riskdesk.domain.values import Register, Value
from riskdesk.store.entering import Entering
from riskdesk.store.reader import Reader

AnyValue = TypeVar("AnyValue", bound=Value)


class Transaction(Reader):
    """An action's reads and writes; `write` puts the changes in the file.

    `changes` has what was before and after each write, `touched` the registers and items that were written to.
    `checkpoint` is called before each change, and may raise to end the action. All values enter a store by this class
    alone, which checks that they are what `domain.possible` allows.
    """

    def __init__(
        self, connection: Connection, write: Callable[..., None], checkpoint: Checkpoint = never_cancelled
    ) -> None:
        super().__init__(connection)
        self._write, self._checkpoint = write, checkpoint
        self.changes: list[Change] = []
        self.touched: set[Touch] = set()
        self._entering = Entering(self)
        self._cache: dict[Key, Value] = {}
        self._above: dict[Key, str] = {}
        self._registers: dict[Key, str] = {}
        self._waiting: dict[Key, Change] = {}

    @property
    def _connection(self) -> Connection:
        """The connection for whatever asks about more than one row, once what waits is written."""
        self.flush()
        return self._open

    def flush(self) -> None:
        """Write the changes that wait to be written together; whatever asks the store something does so first."""
        waiting, self._waiting = self._waiting, {}
        self._write(*waiting.values())

    def find(self, kind: type[AnyValue], identity: str) -> AnyValue | None:
        """The value with that id, or None; it is read once."""
        key = (kind_name(kind), identity)
        if key not in self._cache:
            value = super().find(kind, identity)
            if value is None:
                return None
            self._cache[key] = value
        cached = self._cache[key]
        assert isinstance(cached, kind), "it is held by its kind"
        return cached

    def record(self, kind: str, identity: str) -> Record | None:
        """The record of a value; None if there is none, KeyError for a kind that is none."""
        if (kind, identity) in self._waiting:
            self.flush()
        record = super().record(kind, identity)
        if record is not None:
            self._note_place((kind, identity), record)
        return record

    def register_of(self, kind: str, identity: str) -> str | None:
        """The id of the register that an item of a kind lies in; None if there is no such item.

        It is looked up once.
        """
        key, parent = (kind, identity), PARENTS[kind]
        register = self._registers.get(key)
        if register is None:
            above = self._above.get(key) or self._read_place(key, parent)
            if above is None:
                return None
            register = above if parent in (None, "register") else self.register_of(parent, above)
            if register is not None:
                self._registers[key] = register
        return register

    def insert(self, *values: Value) -> None:
        """Add new values, parents first; InputProblem if a field of one cannot be what it says."""
        entering = admitted_all(values)
        for value in entering:
            self._enter(Change(kind_name(type(value)), value.id, None, to_record(value)), value)

    def update(self, value: Value, *, also_named: Collection[str] = ()) -> None:
        """Write a value that is there already; nothing happens where nothing differs.

        Its change names the fields that differ, and those that are `also_named`. InputProblem if one that
        differs cannot be what it says.
        """
        before = self.get(type(value), value.id)
        differing = changed_fields(before, value)
        if not differing:
            return
        value = admitted(value, differing)
        old, new = (to_part(version, [*differing, *also_named]) for version in (before, value))
        names = [name for name in differing if new[name] != old[name]]
        if names:
            parts = ({name: record[name] for name in (*names, *also_named)} for record in (old, new))
            self._enter(Change(kind_name(type(value)), value.id, *parts), value)

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

    def give_references(self, register: str, count: int, besides: Collection[str] = ()) -> list[str]:
        """The next references of a register, taken for good; none that is in use there or among `besides`."""
        if not count:
            return []
        holder = self.get(Register, register)
        in_use = self.references_above(register, holder.references)
        numbers = free(holder.references, [*in_use, *besides], count)
        self.update(replace(holder, references=numbers[-1]))
        references = list(map(reference, numbers))
        self._entering.note_free(register, references)
        return references

    def repeat(self, changes: tuple[Change, ...]) -> None:
        """Make changes that were made before, in this or the other direction."""
        for change in changes:
            self._apply(self._required(change))

    def tell_registers_apart(self) -> None:
        """Give a register that came back a position of its own, if another one has taken its old position."""
        places = self.register_places()
        for (identity, now), position in zip(places, positions([now for _, now in places]), strict=True):
            if now != position:
                self.update(replace(self.get(Register, identity), position=position))

    def _enter(self, change: Change, value: Value) -> None:
        self._entering.note(change)
        self._apply(change)
        self._cache[change.key] = value

    def _apply(self, change: Change) -> None:
        self._checkpoint()
        key = change.key
        self.touched.update(touched_by(change, self))
        self._cache.pop(key, None)
        self._note_place(key, change.after)
        if key in self._waiting:
            self.flush()
        self._waiting[key] = change
        self.changes.append(change)

    def _read_place(self, key: Key, parent: str | None) -> str | None:
        """The id of the value that an item lies in, a register's own for itself; None if there is no such item."""
        if key in self._cache:
            return str(getattr(self._cache[key], parent or "id"))
        if key in self._waiting:
            self.flush()
        return self.parent(*key)

    def _note_place(self, key: Key, record: Record | None) -> None:
        """Note which value an item lies in, if its record says so; None as record if it is gone."""
        parent = PARENTS[key[0]]
        if record is None:
            self._above.pop(key, None)
            self._registers.pop(key, None)
        elif parent in record and self._above.get(key) != record[parent]:
            self._above[key] = record[parent]
            # It took with it what lies in it.
            if key in self._registers:
                self._registers.clear()

    def _values(self, kind: type[AnyValue], query: str, *values: object) -> list[AnyValue]:
        found_values = super()._values(kind, query, *values)
        name = kind_name(kind)
        self._cache.update({(name, value.id): value for value in found_values})
        return found_values

    def _required(self, change: Change) -> Change:
        """Check that a change still applies, and return it with today's values as those before it.

        It may bring back what an older Riskdesk let in, but nothing that would keep the store from being opened.
        """
        now = self.record(change.kind, change.id) or {}
        if change.before is not None:
            _require_same(change.kind, change.before, now)
            before = now if change.after is None else {name: now[name] for name in change.before}
            change = replace(change, before=before)
        if change.after is not None:
            require_readable(change.kind, change.id, now | change.after)
        return change


def _require_same(kind: str, before: Record, now: Record) -> None:
    free = KEPT_BY_UNDO.get(kind, set()) | FOLLOWS_FROM_OTHERS.get(kind, set())
    if not now or any(now[name] != value for name, value in before.items() if name not in free):
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The item has changed in the meantime and was left as it is; look at it and try again.",
            ),
        )
