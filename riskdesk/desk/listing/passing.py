"""Which rows pass the filters of a listing."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from riskdesk.desk.listing.row import Context, Row
from riskdesk.desk.listing.values import getter
from riskdesk.domain.fields import FieldType
from riskdesk.domain.folding import fold
from riskdesk.domain.list_filters import FILTERS, NO_DATE, OVERDUE, SOON, SOON_DAYS, YES, FilterField, Way
from riskdesk.domain.listing import Filter, RowKind
from riskdesk.domain.scale import Assessment
from riskdesk.domain.text import is_blank
from riskdesk.domain.values import Risk

Test: TypeAlias = Callable[[Row], bool]


def wanted_words(values: Iterable[str]) -> list[str]:
    """The words that a text filter looks for, folded."""
    return [word for value in values for word in fold(value).split()]


def with_words(rows: Sequence[Row], words: Sequence[str]) -> list[Row]:
    """The rows in which all words stand; quicker than a test of each."""
    found = list(rows)
    # The longest word leaves the fewest rows for the next one.
    for word in sorted(words, key=len, reverse=True):
        found = [row for row in found if word in row.folded]
    return found


def test_of(rows: RowKind, told: Filter, context: Context) -> Test:
    """What says whether a row passes a filter, any but that of words."""
    known = FILTERS[rows][told.name]
    match known.way:
        case Way.FIELD:
            return _of_field(rows, known, told.values, context)
        case Way.DUE:
            return _of_days(known.name, frozenset(told.values), context.today)
        case Way.FLAG:
            flag, wanted = _FLAGS[known.name], {value == YES for value in told.values}
            return lambda row: flag(row) in wanted
        case Way.CELL:
            return _of_cell(known.name, told.values)
        case Way.TEXT:
            words = wanted_words(told.values)
            return lambda row: all(word in row.folded for word in words)


_FLAGS: dict[str, Test] = {
    "escalated": lambda row: isinstance(row.item, Risk) and not is_blank(row.item.escalated_to),
    "assessed": lambda row: row.assessment.complete,
    "ended": lambda row: row.ended,
}


def _of_field(rows: RowKind, known: FilterField, values: Sequence[str], context: Context) -> Test:
    field = known.of
    assert field is not None, "it looks at a field"
    if field.type is FieldType.BAND:
        places = {int(value) - 1 if value.isdecimal() else -1 for value in values}
        if known.name == "band":
            return lambda row: row.rank[0] in places
        return lambda row: row.residual_rank[0] in places
    get = getter(rows, known.name, context)
    if field.is_text:
        texts = {fold(value).strip() for value in values}
        return lambda row: fold(get(row)).strip() in texts
    wanted = frozenset(values)
    return lambda row: ("" if (value := get(row)) is None else str(value)) in wanted


def _of_days(name: str, wanted: frozenset[str], today: datetime.date) -> Test:
    soon = today + datetime.timedelta(days=SOON_DAYS)

    def passes(days: Iterable[datetime.date | None]) -> bool:
        given = [day for day in days if day is not None]
        if not given:
            return NO_DATE in wanted
        return (OVERDUE in wanted and min(given) < today) or (
            SOON in wanted and any(today <= day <= soon for day in given)
        )

    if name == "review":
        return lambda row: isinstance(row.item, Risk) and passes([row.item.next_review])
    return lambda row: not (row.rows is RowKind.MITIGATION and row.ended) and passes(row.due)


def _of_cell(name: str, values: Sequence[str]) -> Test:
    cells = {cell_of(value) for value in values}
    if name == "cell":
        return lambda row: row.assessment in cells
    return lambda row: row.residual in cells


def cell_of(value: str) -> Assessment:
    """The pair of levels of a filter's value, such as "4,3"; "-" stands for a half that is not assessed."""
    likelihood, _, impact = value.partition(",")
    return Assessment(_level(likelihood), _level(impact))


def cell_value(assessment: Assessment) -> str:
    """The value of a filter for a pair of levels."""
    return ",".join("-" if level is None else str(level) for level in (assessment.likelihood, assessment.impact))


def _level(text: str) -> int | None:
    return int(text) if text.strip().isdecimal() else None
