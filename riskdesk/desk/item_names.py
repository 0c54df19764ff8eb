"""What the items of a register are named by, also those that are deleted."""

from collections.abc import Iterable
from functools import cached_property

from riskdesk.domain.records import Record, kind_name, to_record
from riskdesk.domain.replay import Key, State, whole_records
from riskdesk.domain.telling import first_words
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Entry, Value
from riskdesk.store.history import History


class Names:
    """The records of the items in a register, for naming them; an entry is named by its first words.

    With a history, those that are deleted are named, too.
    """

    def __init__(self, tree: RegisterTree, past: History | None = None) -> None:
        self._tree, self._past = tree, past
        self._deleted_in: dict[int, State] = {}

    @cached_property
    def _values(self) -> dict[str, Value]:
        return {value.id: value for value in self._tree.values}

    @cached_property
    def _first_words(self) -> dict[str, str]:
        return {entry.entry.id: first_words(entry) for entry in self._tree.entries}

    def all(self) -> Iterable[Key]:
        """Kind and id of all that is in the register, in order."""
        return ((kind_name(type(value)), value.id) for value in self._tree.values)

    def record(self, _kind: str, identity: str) -> Record:
        """The record of an item; empty if it is not there."""
        value = self._values.get(identity)
        if value is None:
            return {}
        extra_fields = {"description": self._first_words.get(identity, "")} if isinstance(value, Entry) else {}
        return to_record(value) | extra_fields

    def last_record(self, kind: str, identity: str) -> Record:
        """The record of an item, or the last one that it had; empty if it never was there."""
        return self.record(kind, identity) or self._deleted_record((kind, identity))

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
        """The steps that last touched the items that are deleted, by their ids."""
        deletions = self._past.deleted_items(self._tree.register.id) if self._past is not None else []
        return {identity: number for number, ids in deletions for identity in ids}
