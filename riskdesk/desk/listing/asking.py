"""Listings as users type them: parsing names of fields, and values in words."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from riskdesk.desk.listing.row import Context
from riskdesk.domain.fields import FieldType
from riskdesk.domain.folding import fold
from riskdesk.domain.label import Label
from riskdesk.domain.list_filters import FILTERS, NO, YES, FilterField, FilterKind
from riskdesk.domain.listing import GROUPS, LISTED, ListColumn, Listing, RowKind, Sort, usual_columns
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.values import Language

_YES_NO = {YES: Label("Yes", "Oui"), NO: Label("No", "Non")}


def parse_listing(
    rows: RowKind, sorts: str, filters: Sequence[str], columns: str, group: str, context: Context
) -> Listing:
    """The listing for field names with commas, a “-” before those that descend, and filters like "owner=Anna Keller".

    If a filter is given twice, either of its values passes. InputProblem if there is no such field or value.
    """
    listing = Listing(rows, usual_columns(rows))
    if names := _names(columns):
        listing = replace(listing, columns=tuple(ListColumn(_checked_name(name, LISTED[rows])) for name in names))
    listing = replace(listing, sorts=tuple(_sort(name, rows) for name in _names(sorts)))
    for filter_text in filters:
        name, value = _filter(filter_text, rows, context)
        listing = listing.filtered(name, *listing.values(name), value)
    return replace(listing, group=_checked_name(group, GROUPS)) if group else listing


def _names(text: str) -> list[str]:
    return list(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))


def _sort(name: str, rows: RowKind) -> Sort:
    return Sort(_checked_name(name.removeprefix("-").strip(), LISTED[rows]), name.startswith("-"))


def _filter(text: str, rows: RowKind, context: Context) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "“{typed}” is no filter; write it as FIELD=VALUE, such as owner=Anna."),
            typed=text,
        )
    filter_field = FILTERS[rows][_checked_name(name.strip(), FILTERS[rows])]
    return filter_field.name, _value(filter_field, value.strip(), context)


def _value(filter_field: FilterField, text: str, context: Context) -> str:
    """The filter value for a text, which may be its code, its name in either language, or a number."""
    names = _named_values(filter_field, context)
    if not names:
        return _cell(filter_field, text) if filter_field.kind is FilterKind.CELL else text
    folded_text = fold(text)
    for value, labels in names.items():
        if folded_text in {fold(value), *map(fold, labels)}:
            return value
    if filter_field.of is not None and filter_field.of.type is FieldType.PERSON:
        return text
    raise InputProblem(
        QT_TRANSLATE_NOOP("Problem", "“{typed}” is no value of {filter}; choose among {known}."),
        typed=text,
        filter=filter_field.name,
        known=", ".join(labels[0] for labels in names.values()),
    )


def _named_values(filter_field: FilterField, context: Context) -> Mapping[str, Sequence[str]]:
    """The names of the values of a filter, if its values are fixed."""
    nothing = {"": _both(filter_field.nothing, context)}
    if filter_field.kind is FilterKind.FLAG:
        return {
            value: [*_both(_YES_NO[value], context), *_both(label, context)]
            for value, label in filter_field.words.items()
        }
    if filter_field.words:
        codes = {value: _both(label, context) for value, label in filter_field.words.items()}
        return codes if filter_field.kind is FilterKind.DUE else codes | nothing
    field, scale = filter_field.of, context.scale
    if field is None or field.type not in (FieldType.BAND, FieldType.LEVEL, FieldType.PERSON):
        return {}
    if field.type is FieldType.PERSON:
        return nothing
    steps = [band.name for band in scale.bands]
    if field.type is FieldType.LEVEL:
        steps = [level.name for level in scale.levels_of(field.name)]
    return {str(place): _both(name, context) for place, name in enumerate(steps, 1)} | nothing


def _both(label: Label, context: Context) -> list[str]:
    """A label in the language of the program, then in the other."""
    return [label.text(language) for language in sorted(Language, key=lambda it: it != context.language)]


def _cell(filter_field: FilterField, text: str) -> str:
    cell = ",".join(half.strip() for half in text.split(","))
    if not filter_field.admits(cell):
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "“{typed}” is no pair of levels; write likelihood and impact, such as 4,3."),
            typed=text,
        )
    return cell


def _checked_name(name: str, choices: Iterable[str]) -> str:
    names = list(choices)
    if name in names:
        return name
    for alike in difflib.get_close_matches(name.lower(), names, 1):
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "There is no field “{name}” in this list; did you mean “{field}”?"),
            name=name,
            field=alike,
        )
    raise InputProblem(
        QT_TRANSLATE_NOOP("Problem", "There is no field “{name}” in this list; choose among {known}."),
        name=name,
        known=", ".join(names),
    )
