"""Values as records: dictionaries of plain JSON, the form the journal and the store speak."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from riskdesk.domain import json_text
from riskdesk.domain.fields import COLUMNS, FIELDS, FieldType
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.label import Label
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.scale import Band, BandColour, Level, Rule, Scale
from riskdesk.domain.values import Value

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Record = dict[str, Any]
AnyValue = TypeVar("AnyValue", bound=Value)

KINDS = {name: kind.type for name, kind in VALUE_KINDS.items()}
_PEOPLE = {field.name for fields_ in FIELDS.values() for field in fields_.values() if field.names_person}
# An older Riskdesk let in more levels and bands than today's.
_MOST_PARTS = 100
_PEOPLE_BEFORE = _PEOPLE - {"approval"}
_PARENTS: dict[type[object], str | None] = {kind.type: kind.parent for kind in VALUE_KINDS.values()}
_NAMES: dict[type[object], str] = {kind: name for name, kind in KINDS.items()}


def kind_name(kind: type[object]) -> str:
    """The name of a kind of value in the store and the journal, such as "risk"."""
    return _NAMES[kind]


def parent_field(kind: type[object]) -> str | None:
    """The field that holds the id of a value's parent; None for a register, which has none."""
    return _PARENTS[kind]


def parent_of(key: tuple[str, str], record: Mapping[str, Any]) -> tuple[str, str] | None:
    """The kind and id of the parent of a record, whose own are `key`; None for a register."""
    field = parent_field(KINDS[key[0]])
    return None if field is None else (field, record[field])


def without_people(record: Record) -> Record:
    """A record, or what differs of one, with the names of people left empty, those in a register document too."""
    told = record | {name: "" for name in _PEOPLE if name in record}
    return told | {"document": _without_people(told["document"])} if "document" in told else told


def without_people_as_before(record: Record) -> Record:
    """The same as an older Riskdesk did it, which left approval lines and documents as they were."""
    return record | {name: "" for name in _PEOPLE_BEFORE if name in record}


def _without_people(document: str) -> str:
    """A register document without the fields that name people; empty if it cannot be read, as it may name anyone."""
    try:
        content = json_text.loads(document)
    except ValueError:
        return ""
    return json_text.written(_without_fields(content))


def _without_fields(content: Any) -> Any:
    if isinstance(content, dict):
        return {name: _without_fields(told) for name, told in content.items() if name not in _PEOPLE}
    return [_without_fields(told) for told in content] if isinstance(content, list) else content


def to_record(value: Value) -> Record:
    """Every field of a value as plain JSON."""
    return {name: write(getattr(value, name)) for name, write, _ in _CODECS[type(value)]}


def from_record(kind: type[AnyValue], record: Mapping[str, Any]) -> AnyValue:
    """The value of a record that `to_record` made."""
    return kind(**{name: read(record[name]) for name, _, read in _CODECS[kind]})


def field_names(kind: str) -> list[str]:
    """The names of all fields of a kind."""
    return list(_READERS[kind])


def field_value(kind: str, name: str, told: Any) -> Any:
    """The value of a field of a record; ValueError, KeyError or TypeError if it cannot hold what is told."""
    return _READERS[kind][name](told)


def require_fields(kind: str, record: Mapping[str, Any]) -> None:
    """ValueError, KeyError or TypeError if a record, or what differs of one, has what no such field can hold."""
    readers = _READERS[kind]
    for name, told in record.items():
        readers[name](told)


def require_whole(kind: str, identity: str, record: Mapping[str, Any]) -> None:
    """The same for the record of the value with that id, which may lack a field that came later."""
    if record["id"] != identity or not _NEEDED[kind] <= record.keys():
        raise ValueError("no whole record of this value")
    require_fields(kind, record)


def parse(kind: type[AnyValue], record: Mapping[str, Any], **known: Any) -> AnyValue:
    """The value of a record from outside, whose fields may be left out; InputProblem if one cannot be read."""
    given = dict(known)
    for name, _, read in _CODECS[kind]:
        if name in record and name not in known:
            given[name] = _parsed(name, read, record[name])
    return kind(**given)


def require_field(kind: str, name: str, told: Any) -> None:
    """InputProblem if a field of a kind cannot hold what is told."""
    _parsed(name, _READERS[kind][name], told)


def defaults(kind: type[Value]) -> Record:
    """The records of the fields that have a plain default: what a document leaves out."""
    return {field.name: _write(field.default) for field in fields(kind) if _has_default(field)}


def completed(kind: str, record: Record) -> Record:
    """A whole record of any format of the store: a field that came later has its default."""
    return record | {name: told for name, told in _DEFAULTS[kind].items() if name not in record}


def scale_record(scale: Scale) -> Record:
    """A scale as plain JSON; one of an older format, whose words are in one language, is again what it was."""
    record: Record = {
        "name": _label_record(scale.name),
        "profile": scale.profile,
        "likelihood": [_level_record(level) for level in scale.likelihood],
        "impact": [_level_record(level) for level in scale.impact],
        "rule": scale.rule.value,
        "bands": [_band_record(band) for band in scale.bands],
    }
    if scale.table:
        record["table"] = [list(row) for row in scale.table]
    return record if scale.tolerance is None else record | {"tolerance": scale.tolerance}


def scale_from_record(record: Mapping[str, Any]) -> Scale:
    """The scale of a record; ValueError, KeyError or TypeError if it is none or has more than any Riskdesk let in."""
    table = record.get("table", ())
    parts = (record["likelihood"], record["impact"], record["bands"], table, *table)
    if any(len(part) > _MOST_PARTS for part in parts):
        raise ValueError("too many levels, bands or cells")
    scale = Scale(
        name=label_from_record(record["name"]),
        profile=_text(record.get("profile", "")),
        likelihood=tuple(_level(level) for level in record["likelihood"]),
        impact=tuple(_level(level) for level in record["impact"]),
        rule=Rule(record["rule"]),
        bands=tuple(_band(band) for band in record["bands"]),
        table=tuple(tuple(_number(cell) for cell in row) for row in table),
        tolerance=None if record.get("tolerance") is None else _number(record["tolerance"]),
    )
    _require_sound(scale)
    return scale


def _require_sound(scale: Scale) -> None:
    if not (scale.likelihood and scale.impact and scale.bands):
        raise ValueError("a scale needs levels and bands")
    if scale.tolerance is not None and not 0 <= scale.tolerance < len(scale.bands):
        raise ValueError("the tolerance names a band that is not there")
    if scale.rule is Rule.TABLE:
        rows = [len(row) for row in scale.table]
        if rows != [len(scale.impact)] * len(scale.likelihood):
            raise ValueError("the table needs a cell for each pair of levels")
        if not all(0 <= cell < len(scale.bands) for row in scale.table for cell in row):
            raise ValueError("the table names a band that is not there")


def _level(record: Mapping[str, Any]) -> Level:
    return Level(label_from_record(record["name"]), label_from_record(record.get("definition", "")))


def _band(record: Mapping[str, Any]) -> Band:
    colour = record.get("colour")
    return Band(
        label_from_record(record["name"]),
        _number(record.get("upto", 0)),
        None if colour is None else BandColour(colour),
    )


def label_from_record(told: object) -> Label:
    """Words in both languages, of which one may be left out; plain text is the same in both.

    TypeError if it is neither.
    """
    if isinstance(told, str):
        return Label.same(told)
    if not isinstance(told, Mapping) or not told.keys() <= {"en", "fr"}:
        raise TypeError("text, or text in both languages, expected")
    return Label(_text(told.get("en", "")), _text(told.get("fr", "")))


def _label_record(label: Label) -> str | Record:
    return label.en if label.en == label.fr else {"en": label.en, "fr": label.fr}


def _level_record(level: Level) -> Record:
    return {"name": _label_record(level.name), "definition": _label_record(level.definition)}


def _band_record(band: Band) -> Record:
    record: Record = {"name": _label_record(band.name), "upto": band.upto}
    return record if band.colour is None else record | {"colour": band.colour.value}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value


def _column(value: object) -> str:
    if value not in COLUMNS:
        raise ValueError("the working register has no such column")
    return str(value)


def _listing(value: object) -> str:
    """The text of a JSON object, or nothing."""
    text = _text(value)
    if text and not isinstance(json_text.loads(text), dict):
        raise TypeError("an object of JSON expected")
    return text


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not -(2**63) <= value < 2**63:
        raise TypeError("whole number expected")
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("true or false expected")
    return value


def _parsed(name: str, read: Callable[[Any], Any], value: object) -> Any:
    try:
        return read(value)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "The field “{field}” cannot hold {value}; correct it and try again."),
            field=name,
            value=repr(value)[:80],
        ) from None


def _has_default(field: Field[Any]) -> bool:
    return field.default is not MISSING


def _codec(kind: type[Value]) -> tuple[tuple[str, Callable[[Any], Any], Callable[[Any], Any]], ...]:
    hints, listed = get_type_hints(kind), FIELDS[kind_name(kind)]
    by_type = {FieldType.COLUMNS: _list_reader(_column), FieldType.LISTING: _listing}
    special = {name: by_type[field.type] for name, field in listed.items() if field.type in by_type}
    readers = {name: special.get(name) or _reader(hint) for name, hint in hints.items()}
    return tuple((field.name, _write, readers[field.name]) for field in fields(kind))


def _write(value: object) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Scale):
        return scale_record(value)
    if isinstance(value, tuple):
        return [_write(item) for item in value]
    return value


def _reader(hint: Any) -> Callable[[Any], Any]:
    if get_origin(hint) is UnionType:
        inner = _reader(next(arm for arm in get_args(hint) if arm is not type(None)))
        return lambda value: None if value is None else inner(value)
    if get_origin(hint) is tuple:
        return _list_reader(_reader(get_args(hint)[0]))
    readers: dict[Any, Callable[[Any], Any]] = {
        str: _text,
        int: _number,
        bool: _truth,
        datetime.date: datetime.date.fromisoformat,
        Scale: scale_from_record,
    }
    reader: Callable[[Any], Any] = readers.get(hint, hint)
    return reader


def _list_reader(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A reader of lists without duplicates."""

    def read_all(value: Any) -> Any:
        if not isinstance(value, list):
            raise TypeError("list expected")
        items = tuple(map(read, value))
        if len(set(items)) < len(items):
            raise ValueError("the same twice")
        return items

    return read_all


_CODECS: dict[type[object], tuple[tuple[str, Callable[[Any], Any], Callable[[Any], Any]], ...]] = {
    kind: _codec(kind) for kind in KINDS.values()
}
_READERS = {kind: {name: read for name, _, read in _CODECS[KINDS[kind]]} for kind in KINDS}
_NEEDED = {name: {it.name for it in fields(kind) if not _has_default(it)} for name, kind in KINDS.items()}
_DEFAULTS: dict[str, Record] = {name: defaults(kind) for name, kind in KINDS.items()}
