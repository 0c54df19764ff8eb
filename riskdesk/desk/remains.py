"""The remains of a value in a damaged store: its rows, compared field by field with the whole steps of the journal."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import Any
from uuid import UUID

from riskdesk.domain.fields import FIELDS, FieldType
from riskdesk.domain.possible import is_readable, is_readable_field
from riskdesk.domain.records import KINDS, Record, defaults, field_names, parent_field
from riskdesk.domain.replay import Key, State
from riskdesk.domain.step import Step

_SIGN_OF_DAMAGE = "\ufffd"
_DATES = {
    kind: [field.name for field in fields_by_name.values() if field.type is FieldType.DATE]
    for kind, fields_by_name in FIELDS.items()
}
# A fixed identity for each kind, for the item that collects children whose parents have no known identity.
SHELTER = {kind: str(UUID(int=number)) for number, kind in enumerate(KINDS)}


class Doubt(Enum):
    """The reasons why a value in a salvaged store may differ from the lost one."""

    RESTORED = auto()  # no row was found; the value is from the journal and may be outdated
    REPLACED = auto()  # the row found is garbled; the value is from the journal and may be outdated
    DIFFERS = auto()  # the value found was kept, but the journal or another row has a different one
    UNVOUCHED = auto()  # no whole step confirms the value found
    GARBLED = auto()  # the value found is garbled, and no step has a better one
    EMPTIED = auto()  # the value found cannot be read at all, and no step has one
    HEADING = auto()  # the item is lost, and was replaced by a heading
    GONE = auto()  # the item is lost, except for what is reported


@dataclass(frozen=True, slots=True)
class DoubtfulValue:
    """A value, or one field of it, that is in doubt: as it is `now` in the new store, and in the `other` source."""

    doubt: Doubt
    key: Key
    field: str | None = None
    now: Any = None
    other: Any = None


def state_from_steps(steps: Iterable[Step]) -> State:
    """The values according to steps; as steps may be missing, a record may have only the fields that were edited."""
    state: State = {}
    for step in steps:
        for change in step.changes:
            if change.after is None:
                state.pop(change.key, None)
            else:
                state[change.key] = ({} if change.before is None else state.get(change.key, {})) | change.after
    return state


class Remains:
    """The remains of a damaged store: the rows of each value, and the values according to whole steps.

    `scale` is used if no scale can be read.
    """

    def __init__(self, rows: dict[Key, list[Record]], journal_state: State, scale: Record) -> None:
        self._rows, self._journal_state = rows, journal_state
        self._scale = scale
        self.keys = [*journal_state, *(key for key in rows if key not in journal_state)]

    def weighed(self, key: Key) -> tuple[Record | None, list[DoubtfulValue]]:
        """The record of a value and its doubtful fields; no record if too little is left of it."""
        rows, journal_record, names = self._rows.get(key, []), self._journal_state.get(key, {}), field_names(key[0])
        whole = len(journal_record) == len(names)
        if rows == [journal_record] and is_readable(key[0], journal_record) and self._may_enter(key[0], journal_record):
            # Most values are sound, and need no further checks.
            return journal_record, []
        if not rows and not whole:
            return None, _lost_fields(key, journal_record)
        findings = [DoubtfulValue(Doubt.UNVOUCHED if rows else Doubt.RESTORED, key)] if not (rows and whole) else []
        record = {}
        for name in names:
            record[name], doubts = self._field(key, name, [row[name] for row in rows] or [journal_record[name]])
            findings += doubts
        return (record, findings) if is_readable(key[0], record) else (None, _lost_fields(key, record))

    def _may_enter(self, kind: str, record: Record) -> bool:
        """Whether a readable record has no scale, which is checked elsewhere, and no date too far for a document."""
        return "scale" not in record and all(is_readable_field(kind, name, record[name]) for name in _DATES[kind])

    def _field(self, key: Key, name: str, row_values: list[Any]) -> tuple[Any, list[DoubtfulValue]]:
        """The value of a field, decided from the rows and the journal, and the doubts about it."""
        clear = [value for value in row_values if self._is_clear(key, name, value)]
        journal_record = self._journal_state.get(key, {})
        if name not in journal_record or not is_readable_field(key[0], name, journal_record[name]):
            return self._alone(key, name, row_values, clear)
        if journal_record[name] not in row_values and not clear:
            return journal_record[name], [DoubtfulValue(Doubt.REPLACED, key, name, journal_record[name], row_values[0])]
        now = journal_record[name] if journal_record[name] in row_values else clear[0]
        others = [journal_record[name], *clear]
        return now, [DoubtfulValue(Doubt.DIFFERS, key, name, now, other) for other in _without(others, now)]

    def _alone(self, key: Key, name: str, row_values: list[Any], clear: list[Any]) -> tuple[Any, list[DoubtfulValue]]:
        """The value of a field that is in rows but in no usable step, and the doubts about it."""
        if clear:
            return clear[0], [
                DoubtfulValue(Doubt.DIFFERS, key, name, clear[0], other) for other in _without(clear, clear[0])
            ]
        for value in row_values:
            if is_readable_field(key[0], name, value):
                return value, [DoubtfulValue(Doubt.GARBLED, key, name, value)]
        above = parent_field(KINDS[key[0]])
        now = (defaults(KINDS[key[0]]) | {"scale": self._scale, above: SHELTER.get(above or "")}).get(name)
        return now, [DoubtfulValue(Doubt.EMPTIED, key, name, now, row_values[0])]

    def _is_clear(self, key: Key, name: str, value: Any) -> bool:
        """Whether a value shows no damage. A missing parent is damage if the journal knows one that exists."""
        if not is_readable_field(key[0], name, value) or _SIGN_OF_DAMAGE in str(value):
            return False
        if name != parent_field(KINDS[key[0]]) or (name, self._journal_state.get(key, {}).get(name)) not in self._there:
            return True
        return (name, value) in self._there

    @cached_property
    def _there(self) -> set[Key]:
        return set(self.keys)


def _lost_fields(key: Key, record: Record) -> list[DoubtfulValue]:
    """The fields that are left of a value that cannot be restored."""
    fields = [(name, value) for name, value in record.items() if name != "id" and value]
    return [DoubtfulValue(Doubt.GONE, key, name, None, value) for name, value in fields]


def _without(values: list[Any], now: Any) -> list[Any]:
    """The values other than `now`, each once."""
    others: list[Any] = []
    for value in values:
        if value != now and value not in others:
            others.append(value)
    return others
