"""Testing which rows pass the filters of a listing."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from riskdesk.desk.listing.row import Context, ListRow
from riskdesk.desk.listing.values import getter
from riskdesk.domain.ended import is_ended
from riskdesk.domain.fields import FieldType
from riskdesk.domain.folding import fold
from riskdesk.domain.list_filters import FILTERS, NO_DATE, OVERDUE, SOON, SOON_DAYS, YES, FilterField, FilterKind
from riskdesk.domain.listing import Filter, RowKind
from riskdesk.domain.scale import Assessment
from riskdesk.domain.text import is_blank
from riskdesk.domain.values import Risk

Test: TypeAlias = Callable[[ListRow], bool]


def filter_words(values: Iterable[str]) -> list[str]:
    """The words that a text filter looks for, folded."""
    return [word for value in values for word in fold(value).split()]


def with_words(rows: Sequence[ListRow], words: Sequence[str]) -> list[ListRow]:
    """The rows that contain all words; quicker than a test of each row."""
    remaining = list(rows)
    # Longest word first, as it usually leaves the fewest rows for the others.
    for word in sorted(words, key=len, reverse=True):
        remaining = [row for row in remaining if word in row.folded]
    return remaining


def test_of(rows: RowKind, row_filter: Filter, context: Context) -> Test:
    """A function that tells whether a row passes a filter."""
    filter_field = FILTERS[rows][row_filter.name]
    match filter_field.kind:
        case FilterKind.FIELD:
            return _of_field(rows, filter_field, row_filter.values, context)
        case FilterKind.DUE:
            return _of_days(filter_field.name, frozenset(row_filter.values), context.today)
        case FilterKind.FLAG:
            flag, wanted_flags = _FLAGS[filter_field.name], {value == YES for value in row_filter.values}
            return lambda row: flag(row) in wanted_flags
        case FilterKind.CELL:
            return _of_cell(filter_field.name, row_filter.values)
        case FilterKind.TEXT:
            words = filter_words(row_filter.values)
            return lambda row: all(word in row.folded for word in words)


_FLAGS: dict[str, Test] = {
    "escalated": lambda row: isinstance(row.item, Risk) and not is_blank(row.item.escalated_to),
    "assessed": lambda row: row.assessment.complete,
    "ended": lambda row: row.ended,
}


def _of_field(rows: RowKind, filter_field: FilterField, values: Sequence[str], context: Context) -> Test:
    field = filter_field.of
    assert field is not None, "it looks at a field"
    if field.type is FieldType.BAND:
        places = {int(value) - 1 if value.isdecimal() else -1 for value in values}
        if filter_field.name == "band":
            return lambda row: row.rank[0] in places
        return lambda row: row.residual_rank[0] in places
    get = getter(rows, filter_field.name, context)
    if field.is_text:
        texts = {fold(value).strip() for value in values}
        return lambda row: fold(get(row)).strip() in texts
    wanted_values = frozenset(values)
    return lambda row: ("" if (value := get(row)) is None else str(value)) in wanted_values


def _of_days(name: str, wanted_values: frozenset[str], today: datetime.date) -> Test:
    soon = today + datetime.timedelta(days=SOON_DAYS)

    def passes(days: Iterable[datetime.date | None]) -> bool:
        known_days = [day for day in days if day is not None]
        if not known_days:
            return NO_DATE in wanted_values
        return (OVERDUE in wanted_values and min(known_days) < today) or (
            SOON in wanted_values and any(today <= day <= soon for day in known_days)
        )

    if name == "review":
        return lambda row: isinstance(row.item, Risk) and not row.ended and passes([row.item.next_review])
    return lambda row: not (row.ended or is_ended(row.entry)) and passes(row.due)


def _of_cell(name: str, values: Sequence[str]) -> Test:
    cells = {cell_of(value) for value in values}
    if name == "cell":
        return lambda row: row.assessment in cells
    if name == "residual_cell":
        return lambda row: row.residual in cells
    return lambda row: row.assessment in cells or row.residual in cells


def cell_of(value: str) -> Assessment:
    """The pair of levels of a filter's value, such as "4,3"; "-" stands for a half that is not assessed."""
    likelihood, _, impact = value.partition(",")
    return Assessment(_level(likelihood), _level(impact))


def cell_value(assessment: Assessment) -> str:
    """The value of a filter for a pair of levels, as `cell_of` reads it."""
    return ",".join("-" if level is None else str(level) for level in (assessment.likelihood, assessment.impact))


def _level(text: str) -> int | None:
    return int(text) if text.strip().isdecimal() else None
