"""Values that come in together are let in as each would be alone, and so are the records of a document."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.desk import scales
from riskdesk.domain.document import from_document
from riskdesk.domain.json_text import written
from riskdesk.domain.possible import admitted, admitted_all, admitted_column, admitted_fields
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.records import kind_name, to_record
from riskdesk.domain.text import all_tidy, tidy
from riskdesk.domain.values import Category, Entry, Language, Mitigation, PrintSet, Register, Risk, RiskStatus, Value
from tests.domain.any_tree import any_trees

SCALE = scales.profile("5x5")
ODD = [
    *("", " ", "x ", "\tx", "x\n", "x\ny", "x\r\ny", "e\u0301", "\u00e9", "\u200d", "\u200dx", "x\u2028y", "\u0300"),
    *("\ufeffx", "x\x1b", "\ud800", "a" + "\u0301" * 101, "x" + "\u0301" * 101, "\u0130 \u00a0", "\u2800"),
]
TEXTS = st.lists(st.sampled_from(ODD) | st.text(max_size=5), max_size=5)
RISKS = [
    Risk(entry="e", position=0, description="Text", status=RiskStatus.CLOSED, likelihood=1),
    Risk(entry="e", position=1.5, description="D\u00e9lai", note="Two\nlines", next_review=date(2026, 11, 29)),
    Risk(entry="f", position=1, language=Language.FRENCH, likelihood=5, impact=1),
]
KEPT: list[Value] = [
    Register(scale=SCALE, title="R"),
    PrintSet(register="r", name="Print"),
    Category(register="r"),
    Entry(category="c"),
    *RISKS,
    Mitigation(entry="e", action_owner="M. Ivanova"),
]


def alone(values: Sequence[Value]) -> list[Value] | None:
    """What each value is as it enters; None if one is refused."""
    try:
        return list(map(admitted, values))
    except InputProblem:
        return None


def together(values: Sequence[Value]) -> list[Value] | None:
    try:
        return list(admitted_all(values))
    except InputProblem:
        return None


def test_what_enters_as_it_is_is_not_made_anew() -> None:
    assert admitted_all(KEPT) is KEPT
    assert alone(KEPT) == KEPT


@pytest.mark.parametrize("row", range(3))
@pytest.mark.parametrize(
    "fields",
    [
        *({"owner": text} for text in ODD),
        *({"note": text} for text in ODD),
        {"id": "r1"},
        {"id": ""},
        {"likelihood": 0},
        {"likelihood": True},
        {"impact": 2**31},
        {"position": 2.5e9},
        {"position": 2},
        {"status": "closed"},
        {"status": "over"},
        {"next_review": date(27, 1, 1)},
    ],
)
def test_each_of_several_values_enters_as_it_would_alone(fields: dict[str, Any], row: int) -> None:
    values: list[Value] = list(KEPT)
    values[values.index(RISKS[row])] = replace(RISKS[row], **fields)
    admitted_values, expected = together(values), alone(values)
    assert admitted_values == expected
    # A code is equal to its text.
    assert admitted_values is None or list(map(types, admitted_values)) == list(map(types, expected or ()))


def types(value: Value) -> list[type]:
    return [type(getattr(value, name)) for name in to_record(value)]


def test_of_no_values_none_enter() -> None:
    assert list(admitted_all([])) == []


@given(TEXTS)
def test_texts_that_are_called_tidy_together_are_so_alone(texts: list[str]) -> None:
    for one_line in (True, False):
        if all_tidy(texts, one_line=one_line):
            assert [tidy(text, one_line=one_line) for text in texts] == texts


def test_tidy_texts_are_known_together() -> None:
    texts = ["", "Text", "D\u00e9lai", "\u0420\u0438\u0441\u043a", "a" * 200, "x" + "\u0301" * 3]
    assert all_tidy(["", "Text", "-" * 200], one_line=True)
    assert all_tidy([*texts, "Two\nlines"], one_line=True)
    assert all_tidy([*texts, "Two\nlines "], one_line=False)
    assert not all_tidy([*texts, "Text "], one_line=True)


@given(any_trees())
def test_what_a_register_holds_enters_as_it_is(tree: Any) -> None:
    values = list(tree.values)
    assert list(admitted_all(values)) == values


def document(*risks: object, **more: object) -> str:
    entries = [{"risks": list(risks)}, {"risks": ["Another"], "mitigations": ["Mitigation"]}]
    return written({"title": "T", "categories": [{"title": "C", "entries": entries}], **more})


@pytest.mark.parametrize(
    ("record", "place"),
    [
        ({"description": 7}, "/categories/1/entries/1/risks/2"),
        ({"id": "r1"}, "/categories/1/entries/1/risks/2"),
        ({"id": ["r1"]}, "/categories/1/entries/1/risks/2"),
        ({"likelihood": "1"}, "/categories/1/entries/1/risks/2"),
        ({"likelihood": True}, "/categories/1/entries/1/risks/2"),
        ({"status": "over"}, "/categories/1/entries/1/risks/2"),
        ({"next_review": "0027-01-01"}, "/categories/1/entries/1/risks/2"),
        ({"note": "\x1b"}, "/categories/1/entries/1/risks/2"),
        (7, "/categories/1/entries/1/risks/2"),
    ],
)
def test_a_record_that_cannot_be_read_among_others_is_told_by_its_place(record: object, place: str) -> None:
    first = {"next_review": None, "position": "first", "entry": 7}
    with pytest.raises(InputProblem, match=f"cannot be read at {place}[: ]"):
        from_document(document(first, record, "Text"), SCALE)


@pytest.mark.parametrize("value", KEPT)
def test_a_field_of_many_records_enters_as_that_of_one(value: Value) -> None:
    kind, record = kind_name(type(value)), to_record(value)
    for name, field_value in admitted_fields(kind, record, ()).items():
        assert list(admitted_column(kind, name, [record[name]] * 3)) == [field_value] * 3


def test_what_is_read_together_is_tidied() -> None:
    tree = from_document(document({"owner": " M. Ivanova\u00a0", "likelihood": 1}, "e\u0301", {"unknown": 5}), SCALE)
    assert [(risk.owner, risk.description, risk.likelihood) for risk in tree.risks] == [
        ("M. Ivanova", "", 1),
        ("", "\u00e9", None),
        ("", "", None),
        ("", "Another", None),
    ]
    assert len({value.id for value in tree.values}) == len(list(tree.values))


def test_what_stands_beside_the_categories_is_told_by_its_place() -> None:
    records = [{"name": "A", "ended": True}, {"name": "B", "columns": ["risk", "risk"]}]
    with pytest.raises(InputProblem, match="cannot be read at /print_sets/2: "):
        from_document(document(print_sets=records), SCALE)
    tree = from_document(document(print_sets=[{"name": "A"}, {"name": "B", "ended": True}]), SCALE)
    assert [(print_set.name, print_set.ended, print_set.position) for print_set in tree.print_sets] == [
        ("A", False, 0),
        ("B", True, 1),
    ]


def test_an_identity_is_given_once() -> None:
    identity = RISKS[0].id
    with pytest.raises(InputProblem, match="twice"):
        from_document(document({"id": identity}, {"id": identity}), SCALE)
    with pytest.raises(InputProblem, match="twice"):
        from_document(document({"id": identity}, id=identity), SCALE)
