"""What a value may be: checks of all that enters a store from any source, and milder ones of a store that is opened.

An older Riskdesk admitted what is refused today, such as a date in the year 27; such a store can still be opened.
"""

import datetime
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from operator import attrgetter
from types import NoneType
from typing import Any

from riskdesk.domain.fields import FIELDS, FieldType, field_label
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.language import day_label
from riskdesk.domain.possible_scale import LARGEST_NUMBER, admitted_scale, scale_texts
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.records import (
    KINDS,
    SENSELESS,
    Record,
    by_kind,
    field_readers,
    field_types,
    field_value,
    kind_name,
    parsed_field,
    read_column,
    unfit,
)
from riskdesk.domain.scale import Assessment, Scale
from riskdesk.domain.telling import risk_name
from riskdesk.domain.text import all_tidy, clean, holds_control, shortened, tidy
from riskdesk.domain.values import AnyValue, Risk

# More than all programmes together will have in ten years (docs/reliability.md); to count them costs no memory.
MOST_ROWS, MOST_STEPS = 500_000, 1_000_000
# An import of fifty thousand risks is one step that touches them all; a file of the largest size holds no more.
MOST_TOUCHES = 3_000_000
MOST_BYTES = 2**30
# At least a day from the first and the last time of some systems, so that they can show it in any time zone.
FIRST_TIME, END_OF_TIME = (datetime.datetime(year, 1, day, tzinfo=datetime.UTC) for year, day in ((1970, 2), (3000, 1)))
FIRST_DAY, LAST_DAY = datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)
LEVELS = ("likelihood", "impact", "residual_likelihood", "residual_impact")
_LEAST = {"position": -LARGEST_NUMBER, **dict.fromkeys(LEVELS, 1)}
# Fields of paragraphs, which may end with a blank, as the user may be about to continue after it.
_PARAGRAPHS = {"description", "reason", "note", "approval", "document"}
_LISTINGS = {
    (kind, name) for kind, fields in FIELDS.items() for name, field in fields.items() if field.type is FieldType.LISTING
}
_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def is_identity(text: str) -> bool:
    """Whether a text is a UUID as Riskdesk writes it, in small letters."""
    return _UUID.fullmatch(text) is not None


def is_time(at: datetime.datetime) -> bool:
    """Whether a time has a zone, and any system can show it in any zone."""
    return at.tzinfo is not None and FIRST_TIME <= at < END_OF_TIME


def time_of(text: str) -> datetime.datetime:
    """The time at which a step was taken or a store made, from ISO 8601; ValueError if `is_time` does not hold."""
    at = datetime.datetime.fromisoformat(text)
    if not is_time(at):
        raise ValueError("no time at which there was a Riskdesk")
    return at


def is_readable(kind: str, record: Record) -> bool:
    """Whether a record of any Riskdesk so far is complete, and each of its fields has a possible value."""
    try:
        fields = {name: read(record[name]) for name, read in field_readers(kind).items()}
        return _is_plain(record, fields.get("scale"))
    except SENSELESS:
        return False


def is_readable_field(kind: str, name: str, raw: Any) -> bool:
    """Whether a field can be read as the file has it.

    Scales and dates have to be admissible, as documents may have no others; snapshots are in no document.
    """
    try:
        value = field_value(kind, name, raw)
        if isinstance(value, datetime.date) and kind != "snapshot":
            _day(kind, name, value)
        return _is_plain({name: raw}, admitted_scale(value) if isinstance(value, Scale) else None)
    except (*SENSELESS, InputProblem):
        return False


def _is_plain(record: Record, scale: Scale | None) -> bool:
    """Whether texts have no control characters and numbers fit the tables; UnicodeError for half a surrogate pair."""
    text = "\n".join([value for value in record.values() if isinstance(value, str)])
    "".join((text, *scale_texts(scale))).encode()
    numbers = [(name, value) for name, value in record.items() if isinstance(value, (int, float))]
    fits = (_LEAST.get(name, -LARGEST_NUMBER) <= number <= LARGEST_NUMBER for name, number in numbers)
    return not holds_control(text) and all(fits)


def require_readable(kind: str, identity: str, record: Record) -> None:
    """Raise InputProblem for a record with which the store could not be opened again."""
    if not is_readable(kind, record):
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The {kind} {id} was not saved, as it contains what no register file may contain; open a backup.",
            ),
            kind=VALUE_KINDS[kind].label.in_sentence,
            id=identity,
        )


def admitted(value: AnyValue, names: Collection[str] | None = None) -> AnyValue:
    """A value as it may enter a store, its texts tidied; InputProblem if a field has a value that it cannot have.

    Only the fields of those `names` are checked, if they are given.
    """
    doors, changed = _DOORS[kind_name(type(value))], dict[str, Any]()
    for name in doors if names is None else doors.keys() & names:
        original = getattr(value, name)
        if original is not None:  # as many fields are
            entering = doors[name](original)
            if not _is_same(entering, original):
                changed[name] = entering
    return replace(value, **changed) if changed else value


def admitted_fields(kind: str, record: Mapping[str, Any], known_names: Collection[str]) -> dict[str, Any]:
    """The fields of a record from outside as they may enter a store, texts tidied, without those that are known.

    InputProblem if one cannot be read or has a value that it cannot have.
    """
    readers, doors, fields = field_readers(kind), _DOORS[kind], dict[str, Any]()
    for name, raw in record.items():
        read = readers.get(name)
        if read is not None and name not in known_names:
            try:
                value = read(raw)
            except SENSELESS:
                raise unfit(name, raw) from None
            door = doors.get(name)
            fields[name] = value if value is None or door is None else door(value)
    return fields


def admitted_all(values: Sequence[AnyValue]) -> Sequence[AnyValue]:
    """The values, each as `admitted` returns it; they are checked by columns, which is faster for many."""
    for kind, alike in by_kind(values).items():
        doors = _DOORS[kind_name(kind)]
        columns = zip(*map(attrgetter(*doors), alike), strict=True)
        if not all(map(_enter_alike, doors.values(), columns)):
            return list(map(admitted, values))
    return values


def admitted_column(kind: str, name: str, column: Sequence[Any]) -> Sequence[Any]:
    """The contents of one field in many records from outside, as they may enter a store.

    InputProblem, or one of `SENSELESS`, is raised if one of them cannot enter.
    """
    values, door = read_column(field_readers(kind)[name], column), _DOORS[kind].get(name)
    return values if door is None or _enter_alike(door, values) else list(map(door, values))


def _enter_alike(door: Callable[[Any], Any], column: Sequence[Any]) -> bool:
    """Whether the contents of a field in many values all enter unchanged; False if each has to be checked."""
    if door in (_line, _paragraph):
        return all_tidy(column, one_line=door is _line)
    values, types = set(column) - {None}, set(map(type, column)) - {NoneType}
    # Values of different types may be equal, as a code and its text are.
    return (len(types) <= 1 or types == {int, float}) and all(_is_same(door(value), value) for value in values)


def _is_same(entering: Any, original: Any) -> bool:
    """Whether a value that enters is unchanged, also in type: a window may pass a code as its text, which is equal."""
    return bool(entering == original) and type(entering) is type(original)


def require_levels(scale: Scale, risk: Risk, names: Collection[str] = LEVELS) -> None:
    """Raise InputProblem if one of the levels in the fields of those names is not in the scale."""
    levels = {name: getattr(risk, name) if name in names else None for name in LEVELS}
    halves = (
        Assessment(levels["likelihood"], levels["impact"]),
        Assessment(levels["residual_likelihood"], levels["residual_impact"]),
    )
    if not all(map(scale.holds, halves)):
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem", "The scale “{scale}” does not have every level of the risk {risk}; assess it again first."
            ),
            scale=scale.name,
            risk=risk_name(risk),
        )


def require_count(kind: str, count: int) -> None:
    """Raise InputProblem if a store cannot hold so many values of a kind."""
    if count > MOST_ROWS:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "There would be {count} values of the kind “{kind}”, and a register file holds {most} at most; divide"
                " them.",
            ),
            count=count,
            kind=VALUE_KINDS[kind].label.in_sentence,
            most=MOST_ROWS,
        )


def _line(text: str) -> str:
    return tidy(text, one_line=True)


def _paragraph(text: str) -> str:
    return tidy(text, one_line=False)


def _listing(kind: str, name: str, text: str) -> str:
    parsed_field(kind, name, text)
    return clean(text)


def _identity(text: str) -> str:
    if not is_identity(text):
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem", "The identity “{id}” is no UUID in small letters; correct it, or leave it out for a new one."
            ),
            id=shortened(text, 60),
        )
    return text


def _day(kind: str, name: str, day: datetime.date) -> datetime.date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem", "The date {date} ({field}) is not between {first} and {last}; correct it and try again."
            ),
            date=day_label(day),
            field=field_label(kind, name).in_sentence,
            first=day_label(FIRST_DAY),
            last=day_label(LAST_DAY),
        )
    return day


def _number(kind: str, name: str, number: float) -> float:
    least = _LEAST.get(name, 0)
    if not least <= number <= LARGEST_NUMBER:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The number {number} ({field}) is not between {least} and {most}; correct it and try again.",
            ),
            number=str(number),
            field=field_label(kind, name).in_sentence,
            least=str(least),
            most=str(LARGEST_NUMBER),
        )
    return number


def _door(kind: str, name: str, hint: Any) -> Callable[[Any], Any] | None:
    """The function that makes the value of a field fit for a store, or refuses it; None if any value may enter."""
    if hint is str:
        if (kind, name) in _LISTINGS:
            return partial(_listing, kind, name)
        return _identity if name == "id" else _paragraph if name in _PARAGRAPHS else _line
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return partial(parsed_field, kind, name)
    by_type: dict[Any, Callable[[Any], Any]] = {
        datetime.date: partial(_day, kind, name),
        int: partial(_number, kind, name),
        float: partial(_number, kind, name),
        Scale: admitted_scale,
    }
    return by_type.get(hint)


_DOORS = {
    kind: {name: door for name, hint in field_types(KINDS[kind]).items() if (door := _door(kind, name, hint))}
    for kind in KINDS
}
