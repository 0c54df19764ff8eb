"""Values that are read by columns are those that are read one by one, and what is refused is refused."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from riskdesk.domain.records import SENSELESS, from_columns, from_record, to_record, with_fields
from riskdesk.domain.values import Entry, Language, Mitigation, Response, Risk, RiskStatus

RISKS = [
    Risk(id="a", entry="e", likelihood=1, impact=5, status=RiskStatus.CLOSED, language=Language.FRENCH),
    Risk(id="b", entry="e", position=3, description="Text", likelihood=1, response=Response.AVOID),
    Risk(id="c", entry="f", next_review=datetime.date(2026, 11, 28), description="Text"),
]


def columns(records: list[dict[str, Any]]) -> dict[str, list[Any]]:
    return {name: [record[name] for record in records] for name in records[0]}


@pytest.mark.parametrize(
    "values",
    [RISKS, RISKS[:1], [Entry(id="a", category="c"), Entry(id="b", category="c", position=1)], [Mitigation(entry="e")]],
)
def test_values_read_by_columns_equal_those_read_one_by_one(values: list[Any]) -> None:
    records = [to_record(value) for value in values]
    from_table = from_columns(type(values[0]), columns(records))
    assert from_table == values == [from_record(type(values[0]), record) for record in records]
    assert list(map(hash, from_table)) == list(map(hash, values))


def test_of_no_records_there_are_no_values() -> None:
    assert from_columns(Risk, {name: [] for name in to_record(RISKS[0])}) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("likelihood", 1.0),
        ("likelihood", True),
        ("likelihood", "1"),
        ("likelihood", 2**63),
        ("position", None),
        ("description", None),
        ("description", 7),
        ("description", b"Text"),
        ("status", "gone"),
        ("status", 1),
        ("next_review", "28 November"),
        ("next_review", 20261128),
        ("language", ""),
        ("entry", 1.0),
    ],
)
@pytest.mark.parametrize("row", range(3))
def test_what_no_field_can_hold_is_refused_in_any_row(name: str, value: object, row: int) -> None:
    """Though another row has what is equal to it, such as 1 and 1.0."""
    records = [to_record(risk) for risk in RISKS]
    records[row][name] = value
    with pytest.raises(SENSELESS):
        from_record(Risk, records[row])
    with pytest.raises(SENSELESS):
        from_columns(Risk, columns(records))


def test_other_fields_make_another_value() -> None:
    changes = {"likelihood": None, "description": "Other"}
    for risk in RISKS:
        before = to_record(risk)
        assert with_fields(risk, changes) == replace(risk, **changes)
        assert to_record(risk) == before
