"""A transaction: it reads and writes values, and notes each change."""

from collections.abc import Callable, Collection
from dataclasses import replace
from sqlite3 import Connection
from weakref import proxy

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
from riskdesk.domain.values import AnyValue, Register, Value
from riskdesk.store.admission_check import AdmissionCheck
from riskdesk.store.reader import Reader
from riskdesk.store.room import is_long, require_deletable


class Transaction(Reader):
    """The reads and writes of an action; `write` writes the changes to the file.

    `changes` has the values before and after each write, `touched` the registers and items that were changed.
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
        # Weak, so that all that was read and changed goes as soon as the transaction is over, not with other garbage.
        self._admission = AdmissionCheck(proxy(self))
        self._cache: dict[Key, Value] = {}
        self._above: dict[Key, str] = {}
        self._registers: dict[Key, str] = {}
        self._waiting: dict[Key, Change] = {}

    @property
    def _connection(self) -> Connection:
        """The connection for queries about several rows; pending changes are written first."""
        self.flush()
        return self._open

    def flush(self) -> None:
        """Write the pending changes together; this is called before each query to the tables."""
        waiting, self._waiting = self._waiting, {}
        self._write(*waiting.values())

    def find(self, kind: type[AnyValue], identity: str) -> AnyValue | None:
        """The value with that id, or None; it is read only once."""
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
        """The record of a value; None if there is none, KeyError for an unknown kind."""
        if (kind, identity) in self._waiting:
            self.flush()
        record = super().record(kind, identity)
        self._note_place((kind, identity), record)
        return record

    def register_of(self, kind: str, identity: str) -> str | None:
        """The id of the register of an item of a kind; None if there is no such item.

        It is looked up only once.
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
        """Add new values, parents first; InputProblem if a field has an impossible value."""
        entering = admitted_all(values)
        for value in entering:
            self._enter(Change(kind_name(type(value)), value.id, None, to_record(value)), value)

    def update(self, value: Value, *, also_named: Collection[str] = ()) -> None:
        """Write a changed value, unless nothing differs and nothing is to be named.

        Its change has the fields that differ, and those that are `also_named`. InputProblem if one that differs has an
        impossible value.
        """
        before = self.get(type(value), value.id)
        differing = changed_fields(before, value)
        if not differing and not also_named:
            return
        value = admitted(value, differing)
        old, new = (to_part(version, [*differing, *also_named]) for version in (before, value))
        names = [name for name in differing if new[name] != old[name]]
        if names or also_named:
            parts = ({name: record[name] for name in dict.fromkeys((*names, *also_named))} for record in (old, new))
            self._enter(Change(kind_name(type(value)), value.id, *parts), value)

    def delete(self, value: Value) -> None:
        """Delete a value without children."""
        self._apply(Change(kind_name(type(value)), value.id, to_record(value), None))

    def take(self, change: Change) -> None:
        """Make a change from another store."""
        kind, record = KINDS[change.kind], self.record(change.kind, change.id)
        if change.after is None:
            self.delete(self.get(kind, change.id))
        elif record is None:
            self.insert(from_record(kind, change.after))
        else:
            self.update(from_record(kind, record | change.after))

    def settle(self) -> None:
        """Check, when everything is written, that levels are in the scale, references unique, and values not too long.

        References that users typed are counted as given, so that they are never given again. InputProblem if a check
        fails.
        """
        for change in self.changes:
            if change.after is not None and is_long(change.after) and (record := self.record(change.kind, change.id)):
                require_deletable(record)
        self._admission.require_levels()
        for identity, number in self._admission.require_references().items():
            register = self.find(Register, identity)
            if register is not None and number > register.references:
                self.update(replace(register, references=number))

    def give_references(self, register: str, count: int, besides: Collection[str] = ()) -> list[str]:
        """The next references of a register, given permanently; none of them is in use there or among `besides`."""
        if not count:
            return []
        holder = self.get(Register, register)
        in_use = self.references_above(register, holder.references)
        numbers = free(holder.references, [*in_use, *besides], count)
        self.update(replace(holder, references=numbers[-1]))
        references = list(map(reference, numbers))
        self._admission.note_free(register, references)
        return references

    def repeat(self, changes: tuple[Change, ...]) -> None:
        """Make changes of an earlier step again, in the same or the other direction."""
        for change in changes:
            self._apply(self._required(change))

    def tell_registers_apart(self) -> None:
        """Give a register that was brought back a new position, if another one has its old position now."""
        places = self.register_places()
        for (identity, now), position in zip(places, positions([now for _, now in places]), strict=True):
            if now != position:
                self.update(replace(self.get(Register, identity), position=position))

    def _enter(self, change: Change, value: Value) -> None:
        self._admission.note(change)
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
        """The id of the parent of an item; for a register, its own id; None if there is no such item."""
        if key in self._cache:
            return str(getattr(self._cache[key], parent or "id"))
        if key in self._waiting:
            self.flush()
        return self.parent(*key)

    def _note_place(self, key: Key, record: Record | None) -> None:
        """Note the parent of an item, if its record has that; with None as record, that the item is deleted."""
        parent = PARENTS[key[0]]
        if record is None:
            self._above.pop(key, None)
            self._registers.pop(key, None)
        elif parent in record and self._above.get(key) != record[parent]:
            self._above[key] = record[parent]
            # The items inside it are deleted as well.
            if key in self._registers:
                self._registers.clear()

    def _values(self, kind: type[AnyValue], query: str, *values: object) -> list[AnyValue]:
        found_values = super()._values(kind, query, *values)
        name = kind_name(kind)
        self._cache.update({(name, value.id): value for value in found_values})
        return found_values

    def _required(self, change: Change) -> Change:
        """Check that a change still applies, and return it with the present values as those before it.

        It may bring back values that an older Riskdesk allowed, but none that would keep the store from being opened.
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
