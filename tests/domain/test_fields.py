"""The catalogue of fields: complete, named in both languages, and at one with the values and the published schema."""

import datetime
import json
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from riskdesk.domain.fields import COLUMNS, DETAILS, FIELDS, FieldType, column_names, field_label, heads, sections
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.printing import PrintColumn
from riskdesk.domain.records import without_people
from riskdesk.domain.scale import Scale
from riskdesk.domain.values import Language, Value

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "register-document.schema.json").read_text("utf-8"))
# Where the schema describes the values of a kind.
DESCRIBED = {
    "register": SCHEMA,
    **{kind: SCHEMA["$defs"][kind] for kind in ("print_set", "category", "entry")},
    "risk": SCHEMA["$defs"]["risk"],
    "mitigation": SCHEMA["$defs"]["mitigation"],
}
INSIDE = {
    "print_sets",
    "saved_views",
    "waivers",
    "categories",
    "entries",
    "risks",
    "mitigations",
    "format",
    "version",
    "id",
}
TYPES_HELD = {
    **dict.fromkeys(
        (FieldType.TEXT, FieldType.LINE, FieldType.PERSON, FieldType.REFERENCE, FieldType.DOCUMENT, FieldType.LISTING),
        str,
    ),
    **dict.fromkeys((FieldType.LEVEL, FieldType.NUMBER), int),
    FieldType.DATE: datetime.date,
    FieldType.SCALE: Scale,
    FieldType.COLUMNS: tuple,
    FieldType.FLAG: bool,
    FieldType.CHOICE: StrEnum,
}


def held_type(kind: str, name: str) -> type:
    """The type that a field holds if it is not empty."""
    hint = get_type_hints(VALUE_KINDS[kind].type)[name]
    (field_type,) = {arm for arm in get_args(hint) or (hint,) if arm not in (type(None), Ellipsis)}
    return tuple if "tuple" in str(hint) else field_type


def test_every_kind_of_value_is_described() -> None:
    assert {kind.type for kind in VALUE_KINDS.values()} == set(get_args(Value))
    assert list(FIELDS) == list(VALUE_KINDS)


@pytest.mark.parametrize("kind", VALUE_KINDS)
def test_every_field_is_in_the_catalogue_in_its_place(kind: str) -> None:
    names = [field.name for field in fields(VALUE_KINDS[kind].type)]
    parent = VALUE_KINDS[kind].parent
    assert parent is None or parent in names
    assert list(FIELDS[kind]) == [name for name in names if name not in ("id", "position", parent)]
    assert all(name == field.name for name, field in FIELDS[kind].items())


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", VALUE_KINDS)
def test_the_labels_of_a_kind_tell_its_fields_apart(kind: str, language: Language) -> None:
    labels = [field.label.text(language) for field in FIELDS[kind].values()]
    assert all(labels)
    assert len(set(labels)) == len(labels)
    assert all(label[0].isupper() for label in labels), "each stands alone"


@pytest.mark.parametrize("language", list(Language))
def test_the_names_of_kinds_and_columns_are_told_apart(language: Language) -> None:
    for names in (
        [label.text(language) for kind in VALUE_KINDS.values() for label in (kind.label, kind.plural)],
        list(column_names(language).values()),
        [head for code, head in heads(language).items() if code not in DETAILS],
    ):
        assert all(names)
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind in FIELDS for name in FIELDS[kind]])
def test_a_field_holds_what_its_type_says(kind: str, name: str) -> None:
    field = FIELDS[kind][name]
    field_type = held_type(kind, name)
    assert issubclass(field_type, TYPES_HELD[field.type])
    assert issubclass(field_type, StrEnum) is (field.type is FieldType.CHOICE)
    assert list(field.codes) == (list(field_type) if issubclass(field_type, StrEnum) else [])
    assert all(label.text(language) for label in field.codes.values() for language in Language)


def test_the_inspector_shows_a_risk_in_the_order_in_which_it_is_read() -> None:
    assert [field.name for section in sections("risk") for field in section.fields] == [
        *("likelihood", "impact", "owner", "status", "next_review", "residual_likelihood", "residual_impact"),
        *("response", "proximity", "trigger", "escalated_to", "identified_on", "last_review"),
        *("reference", "title", "reason", "note", "language"),
    ]
    assert sections("entry") == []


def test_the_codes_of_columns_that_were_kept_mean_what_they_meant() -> None:
    assert list(PrintColumn) == [code for code in COLUMNS if code in set(PrintColumn)]
    assert COLUMNS["status"] is FIELDS["mitigation"]["status"]
    assert COLUMNS["risk_status"] is FIELDS["risk"]["status"]


def test_every_field_of_a_risk_is_a_column_of_the_working_register() -> None:
    column_fields = {field.name for field in COLUMNS.values()}
    # The description is always there, and the language says how a text is read, not what it tells.
    assert FIELDS["risk"].keys() - column_fields == {"description", "language"}
    assert FIELDS["mitigation"].keys() - column_fields == {"description", "language"}


def test_people_are_named_in_the_fields_that_say_so() -> None:
    record = {"owner": "A", "escalated_to": "B", "prepared_by": "C", "action_owner": "D", "note": "E", "heading": "F"}
    assert without_people(record) == dict.fromkeys(record, "") | {"note": "E", "heading": "F"}


@pytest.mark.parametrize(
    ("kind", "name", "label"),
    [
        ("risk", "title", "Short title"),
        ("risk", "entry", "Entry"),
        ("risk", "position", "Position"),
        ("risk", "x", "x"),
    ],
)
def test_a_field_is_named_whatever_it_is(kind: str, name: str, label: str) -> None:
    assert field_label(kind, name).text(Language.ENGLISH) == label


@pytest.mark.parametrize("kind", DESCRIBED)
def test_the_schema_describes_the_fields_of_the_catalogue(kind: str) -> None:
    described = {name: description for name, description in DESCRIBED[kind]["properties"].items() if name not in INSIDE}
    assert described.keys() == FIELDS[kind].keys()
    for name, field in FIELDS[kind].items():
        assert described[name].get("enum", []) == list(map(str, field.codes))
        assert ("format" in described[name]) is (field.type is FieldType.DATE)


def test_the_schema_names_every_column() -> None:
    assert SCHEMA["$defs"]["print_set"]["properties"]["columns"]["items"]["enum"] == list(COLUMNS)
