"""Names for the items of a register, including deleted ones."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from riskdesk.domain.records import Record, kind_name, to_record
from riskdesk.domain.replay import Key, State, whole_records
from riskdesk.domain.telling import first_words
from riskdesk.domain.tree import EntryTree, RegisterTree
from riskdesk.domain.values import Value
from riskdesk.store.history import History

if TYPE_CHECKING:
    from riskdesk.desk.session import Session


class Names:
    """The records of the items in a register, for naming them; an entry is named by its first words.

    With a history, there are records of deleted items, too.
    """

    def __init__(self, tree: RegisterTree, past: History | None = None) -> None:
        self._tree, self._past = tree, past
        self._deleted_in: dict[int, State] = {}

    @cached_property
    def _values(self) -> dict[str, Value]:
        return {value.id: value for value in self._tree.values}

    @cached_property
    def _entries(self) -> dict[str, EntryTree]:
        return {entry.entry.id: entry for entry in self._tree.entries}

    def all(self) -> Iterable[Key]:
        """The kind and id of everything in the register, in order."""
        return ((kind_name(type(value)), value.id) for value in self._tree.values)

    def record(self, _kind: str, identity: str, without: str = "") -> Record:
        """The record of an item; empty if there is no such item. An entry is not named by the item `without`."""
        value = self._values.get(identity)
        if value is None:
            return {}
        entry = self._entries.get(identity)
        return to_record(value) | ({} if entry is None else {"description": first_words(entry, without)})

    def last_record(self, kind: str, identity: str, without: str = "") -> Record:
        """The record of an item, or its last record if it was deleted; empty if it never existed."""
        return self.record(kind, identity, without) or self._deleted_record((kind, identity))

    def _deleted_record(self, key: Key) -> Record:
        number = self._last_steps.get(key[1])
        if number is None or self._past is None:
            return {}
        if number not in self._deleted_in:
            deletions = [change for change in self._past.step(number).changes if change.after is None]
            self._deleted_in[number] = whole_records(
                deletions, {change.key: change.before or {} for change in deletions}
            )
        return self._deleted_in[number].get(key, {})

    @cached_property
    def _last_steps(self) -> dict[str, int]:
        """The number of the last step for each deleted item, by its id."""
        deletions = self._past.deleted_items(self._tree.register.id) if self._past is not None else []
        return {identity: number for number, ids in deletions for identity in ids}


class NamesInStore:
    """The records of the items in an open store: in one register, also deleted ones, else in another one.

    The other registers are read when an item is not in that one.
    """

    def __init__(self, session: "Session", register: str) -> None:
        self._session, self._register = session, register
        self._names = Names(session.tree(register), session.history)

    def record(self, kind: str, identity: str, without: str = "") -> Record:
        """The record of an item, as in `Names.last_record`; empty if it is in no register."""
        here = self._names.last_record(kind, identity, without)
        return here or next(filter(None, (names.record(kind, identity, without) for names in self._others)), {})

    @cached_property
    def _others(self) -> Sequence[Names]:
        registers = [register.id for register in self._session.registers() if register.id != self._register]
        return [Names(self._session.tree(register, keep=False)) for register in registers]
