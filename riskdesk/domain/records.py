"""Values as records: dictionaries of plain JSON, the form that the journal and the store use."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, Field, fields
from types import NoneType
from typing import Any, TypeAlias, get_type_hints

from riskdesk.domain import json_text
from riskdesk.domain.codecs import CODECS, inner_type, to_plain
from riskdesk.domain.fields import FIELDS
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.plain import text
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.text import shortened
from riskdesk.domain.values import AnyValue, RegisterTitle, Value

Record: TypeAlias = dict[str, Any]
# What may be raised by reading a field that cannot hold a value.
SENSELESS = (ValueError, KeyError, TypeError, AttributeError)

KINDS = {name: kind.type for name, kind in VALUE_KINDS.items()}
# Parents have lower ranks than their children.
RANKS = {kind: rank for rank, kind in enumerate(KINDS)}
_PEOPLE = {field.name for fields_ in FIELDS.values() for field in fields_.values() if field.names_person}
_PEOPLE_BEFORE = _PEOPLE - {"approval"}
# The field that holds the id of a value's parent, by its kind; None for a register, which has none.
PARENTS: dict[str, str | None] = {name: kind.parent for name, kind in VALUE_KINDS.items()}
_NAMES: dict[type[object], str] = {kind: name for name, kind in KINDS.items()}


def kind_name(kind: type[object]) -> str:
    """The name of a kind of value in the store and the journal, such as "risk"."""
    return _NAMES[kind]


def parent_field(kind: type[object]) -> str | None:
    """The field that holds the id of a value's parent; None for a register, which has none."""
    return PARENTS[_NAMES[kind]]


def parent_of(key: tuple[str, str], record: Mapping[str, Any]) -> tuple[str, str] | None:
    """The kind and id of the parent of a record, whose own are `key`; None for a register."""
    field = PARENTS[key[0]]
    return None if field is None else (field, record[field])


def nest(
    key: tuple[str, str], find: Callable[..., Mapping[str, Any]]
) -> list[tuple[tuple[str, str], Mapping[str, Any]]]:
    """The key and record of an item, after those of all that it lies in, the outermost first.

    `find` returns the record for a kind and id, empty if it is not known; what an unknown item lies in is left out.
    """
    record = find(*key)
    parent = parent_of(key, record) if record else None
    return [*(nest(parent, find) if parent is not None else ()), (key, record)]


def without_people(record: Record) -> Record:
    """A record, or a part of one, with the names of people left empty, also those in a register document."""
    nameless = record | {name: "" for name in _PEOPLE if name in record}
    return (
        nameless | {"document": _document_without_people(nameless["document"])} if "document" in nameless else nameless
    )


def without_people_as_before(record: Record) -> Record:
    """A record without names of people as an older Riskdesk made it, which kept approval lines and documents."""
    return record | {name: "" for name in _PEOPLE_BEFORE if name in record}


def _document_without_people(document: str) -> str:
    """A register document without the fields that name people; empty if it cannot be read, as it may name anyone."""
    try:
        content = json_text.loads(document)
    except ValueError:
        return ""
    return json_text.written(_without_fields(content))


def _without_fields(content: Any) -> Any:
    if isinstance(content, dict):
        return {name: _without_fields(value) for name, value in content.items() if name not in _PEOPLE}
    return [_without_fields(value) for value in content] if isinstance(content, list) else content


def to_record(value: Value) -> Record:
    """Every field of a value as plain JSON."""
    codec = CODECS[type(value)]
    record = dict(zip(codec.readers, codec.fields_of(value), strict=True))
    for name, write in codec.writers.items():
        raw = record[name]
        if raw is not None:
            record[name] = write(raw)
    return record


def by_kind(values: Iterable[Value]) -> dict[type[Value], list[Value]]:
    """Values grouped by their kinds, both in the order in which they occur."""
    groups: defaultdict[type[Value], list[Value]] = defaultdict(list)
    for value in values:
        groups[type(value)].append(value)
    return groups


def changed_fields(before: Value, after: Value) -> list[str]:
    """The names of the fields in which two values of a kind differ."""
    codec = CODECS[type(before)]
    return [
        name
        for name, old, new in zip(codec.readers, codec.fields_of(before), codec.fields_of(after), strict=True)
        if old != new
    ]


def to_part(value: Value, names: Iterable[str]) -> Record:
    """Some fields of a value as plain JSON."""
    writers = CODECS[type(value)].writers
    return {name: to_plain(writers, name, getattr(value, name)) for name in names}


def from_record(kind: type[AnyValue], record: Mapping[str, Any], **known_values: Any) -> AnyValue:
    """The value of a record that `to_record` made; fields whose values are known are not read."""
    readers = CODECS[kind].readers
    return kind(
        **{name: read(record[name]) for name, read in readers.items() if name not in known_values}, **known_values
    )


def from_columns(kind: type[AnyValue], columns: Mapping[str, Sequence[Any]]) -> list[AnyValue]:
    """The values of records whose fields are given in columns; each is read as by `from_record`."""
    return of_columns(kind, {name: read_column(read, columns[name]) for name, read in CODECS[kind].readers.items()})


def of_columns(kind: type[AnyValue], columns: Mapping[str, Sequence[Any]]) -> list[AnyValue]:
    """The values whose fields have the contents of columns."""
    values = [object.__new__(kind) for _ in columns["id"]]
    for name, put in CODECS[kind].setters.items():
        deque(map(put, values, columns[name]), maxlen=0)
    return values


def with_fields(value: AnyValue, replacements: Mapping[str, Any]) -> AnyValue:
    """A copy of a value with other contents in some fields, as `replace` gives it."""
    codec = CODECS[type(value)]
    other = object.__new__(type(value))
    for put, content in zip(codec.setters.values(), codec.fields_of(value), strict=True):
        put(other, content)
    for name, content in replacements.items():
        codec.setters[name](other, content)
    return other


def read_column(read: Callable[[Any], Any], column: Sequence[Any]) -> Sequence[Any]:
    """The values of a field in many records; equal contents are read once."""
    types = set(map(type, column))
    if read is text and types <= {str}:
        return column
    # Others may be equal though they are different, as 1, 1.0 and true are.
    if types <= {str, int, NoneType} or types <= {float}:
        return list(map({cell: read(cell) for cell in set(column)}.__getitem__, column))
    return list(map(read, column))


def title_from_record(record: Mapping[str, Any]) -> RegisterTitle:
    """The title in the record of a register; one of `SENSELESS` is raised if it has what no register can have."""
    return RegisterTitle(*[read(record[name]) for name, read in _TITLE_READERS.items()])


def field_names(kind: str) -> list[str]:
    """The names of all fields of a kind."""
    return list(_READERS[kind])


def field_readers(kind: str) -> Mapping[str, Callable[[Any], Any]]:
    """The functions that read the fields of a kind from plain JSON; they raise one of `SENSELESS` if they cannot."""
    return _READERS[kind]


def field_value(kind: str, name: str, raw: Any) -> Any:
    """The value of a field of a record; ValueError, KeyError or TypeError if it cannot hold `raw`."""
    return _READERS[kind][name](raw)


def require_fields(kind: str, record: Mapping[str, Any]) -> None:
    """Raise ValueError, KeyError or TypeError if a record, or a part of one, has what a field cannot hold."""
    readers = _READERS[kind]
    for name, raw in record.items():
        readers[name](raw)


def require_whole(kind: str, identity: str, record: Mapping[str, Any]) -> None:
    """Do the same for a whole record of the value with that id, which may lack fields that were introduced later."""
    if record["id"] != identity or not _NEEDED[kind] <= record.keys():
        raise ValueError("no whole record of this value")
    require_fields(kind, record)


def field_types(kind: type[Value]) -> dict[str, Any]:
    """The type of each field of a kind, without None: text, a number, a code, a date, a scale, a list."""
    return {name: inner_type(hint) for name, hint in get_type_hints(kind).items()}


def parsed_field(kind: str, name: str, raw: Any) -> Any:
    """The value of a field from outside; InputProblem if it cannot hold `raw`."""
    try:
        return _READERS[kind][name](raw)
    except SENSELESS:
        raise unfit(name, raw) from None


def unfit(name: str, raw: object) -> InputProblem:
    """The problem of a field that cannot hold `raw`."""
    return InputProblem(
        QT_TRANSLATE_NOOP("Problem", "The field “{field}” cannot hold {value}; correct it and try again."),
        field=name,
        value=shortened(repr(raw), 80),
    )


def defaults(kind: type[Value]) -> Record:
    """The plain defaults of fields, as a record: values that a document leaves out."""
    writers = CODECS[kind].writers
    return {field.name: to_plain(writers, field.name, field.default) for field in fields(kind) if _has_default(field)}


def without_empty(kind: str, record: Record) -> Record:
    """A whole record without the empty texts and nulls that `completed` brings back."""
    empty = _EMPTY[kind]
    return {name: value for name, value in record.items() if value or empty.get(name, ...) != value}


def completed(kind: str, record: Record) -> Record:
    """A whole record from a journal of any format: the record itself, or one in which what it lacks has its default."""
    whole = _DEFAULTS[kind]
    if whole.keys() <= record.keys():
        return record
    return record | {name: value for name, value in whole.items() if name not in record}


def _has_default(field: Field[Any]) -> bool:
    return field.default is not MISSING


_READERS = {kind: CODECS[KINDS[kind]].readers for kind in KINDS}
_TITLE_READERS = {name: _READERS["register"][name] for name in RegisterTitle._fields}
_NEEDED = {name: {field.name for field in fields(kind) if not _has_default(field)} for name, kind in KINDS.items()}
_DEFAULTS: dict[str, Record] = {name: defaults(kind) for name, kind in KINDS.items()}
_EMPTY = {
    kind: {name: value for name, value in record.items() if value in (None, "")} for kind, record in _DEFAULTS.items()
}
