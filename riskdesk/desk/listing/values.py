"""The value of a row in a field: as a value, as text, and as a sort key."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeAlias

from riskdesk.desk.listing.row import Context, ListRow
from riskdesk.domain.fields import FIELDS, FieldType
from riskdesk.domain.folding import fold
from riskdesk.domain.language import words
from riskdesk.domain.listing import LISTED, RowKind
from riskdesk.domain.scale import Scale
from riskdesk.domain.telling import name_of

Get: TypeAlias = Callable[[ListRow], Any]
Tell: TypeAlias = Callable[[ListRow], str]
_DIGITS = re.compile(r"(\d{1,18})")
_BETWEEN = "; "


@lru_cache(maxsize=200_000)
def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """The parts of a text as a key that sorts numbers by value: R-9 comes before R-10."""
    parts = _DIGITS.split(fold(text).strip())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)


_WORKED_OUT: dict[str, Callable[[Scale], Get]] = {
    "category": lambda _scale: lambda row: row.category.title,
    "score": lambda scale: lambda row: scale.score(row.assessment),
    "band": lambda _scale: lambda row: row.assessment,
    "residual_score": lambda scale: lambda row: scale.score(row.residual),
    "residual_band": lambda _scale: lambda row: row.residual,
    "mitigations": lambda _scale: lambda row: row.entry.mitigations,
    "risks": lambda _scale: lambda row: row.entry.risks,
}
_RANKS: dict[str, Get] = {
    "category": lambda row: (row.category.position, row.category.id),
    "score": lambda row: row.rank if row.rank[0] >= 0 else None,
    "band": lambda row: row.rank if row.rank[0] >= 0 else None,
    "residual_score": lambda row: row.residual_rank if row.residual_rank[0] >= 0 else None,
    "residual_band": lambda row: row.residual_rank if row.residual_rank[0] >= 0 else None,
    "mitigations": lambda row: len(row.entry.mitigations) or None,
    "risks": lambda row: natural(risks_text(row)) or None,
}


def is_own(rows: RowKind, name: str) -> bool:
    """Whether a field is one of the item itself, neither computed nor one of its entry or category."""
    return name in FIELDS[rows]


def is_prose(rows: RowKind, name: str) -> bool:
    """Whether a field has sentences of the item itself, which are in its language."""
    return is_own(rows, name) and FIELDS[rows][name].is_prose


def getter(rows: RowKind, name: str, context: Context) -> Get:
    """A function that gives the value of a row in a field."""
    if is_own(rows, name):
        return lambda row: getattr(row.item, name)
    return _WORKED_OUT[name](context.scale)


def teller(rows: RowKind, name: str, context: Context) -> Tell:
    """A function that gives the value of a row in a field as text, with dates in their short form; empty for none."""
    field, get, wording = LISTED[rows][name], getter(rows, name, context), words(context.language)
    if name == "risks":
        return risks_text
    if name == "mitigations":
        return lambda row: _BETWEEN.join(mitigation.description for mitigation in row.entry.mitigations)
    match field.type:
        case FieldType.DATE:
            return lambda row: wording.short_date(day) if (day := get(row)) else ""
        case FieldType.BAND:
            return lambda row: context.scale.outcome(get(row), context.language)
        case FieldType.CHOICE:
            labels = {code: label.text(context.language) for code, label in field.codes.items()}
            return lambda row: labels.get(get(row), "")
        case _:
            return lambda row: "" if (value := get(row)) is None else str(value)


def sort_key(rows: RowKind, name: str, context: Context) -> Get:
    """A function that gives the sort key of a row: levels and bands by rank, dates by date, text folded.

    Categories are sorted in the order of the register, not by title.

    The key is None if there is no value.
    """
    if name in _RANKS:
        return _RANKS[name]
    field, get = LISTED[rows][name], getter(rows, name, context)
    if field.type is FieldType.CHOICE:
        places = {code: place for place, code in enumerate(field.codes)}
        return lambda row: places.get(get(row))
    if field.type is FieldType.REFERENCE:
        return lambda row: natural(get(row)) or None
    if field.is_text:
        return lambda row: fold(get(row)).strip() or None
    return get


def risks_text(row: ListRow) -> str:
    """The references of the risks that a mitigation is for."""
    return ", ".join(map(name_of, row.entry.risks))
