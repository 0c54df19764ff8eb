"""The register document: whole, canonical, described by its schema, and clear about what is wrong."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from riskdesk.desk import scales
from riskdesk.desk.templates import TEMPLATES, template
from riskdesk.domain.document import from_document, to_document
from riskdesk.domain.possible_scale import LONGEST_DEFINITION, LONGEST_NAME
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.scale_record import scale_record
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import (
    Language,
    Register,
    new_id,
)
from tests.domain.any_trees import SCALE, trees

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "register-document.schema.json").read_text("utf-8"))
SOURCE = json.loads((ROOT / "tests" / "data" / "kazakhstan-2024-2027.json").read_text("utf-8"))
SHIPPED = scales.profile("5x5")


@pytest.mark.parametrize("value", [1, 0, "true", None, []])
def test_what_is_neither_true_nor_false_is_refused(value: object) -> None:
    text = json.dumps({"title": "t", "categories": [], "print_sets": [{"name": "Board", "ended": value}]})
    with pytest.raises(InputProblem, match="/print_sets/1"):
        from_document(text, SHIPPED)


@pytest.mark.slow
@given(trees())
def test_a_register_comes_back_as_it_went_out(tree: RegisterTree) -> None:
    text, unknown = to_document(tree), list[str]()
    returned = from_document(text, SHIPPED, tell_unknown=unknown.extend)
    assert unknown == []
    assert json.loads(to_document(returned)) == json.loads(text)
    assert [replace(value, id="", register="") for value in returned.kept_values] == [
        replace(value, id="", register="") for value in tree.kept_values
    ]
    assert returned.register.scale == tree.register.scale
    jsonschema.validate(json.loads(text), SCHEMA)


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("language", Language)
def test_every_template_fits_the_schema(name: str, language: Language) -> None:
    jsonschema.validate(json.loads(to_document(template(name, language))), SCHEMA)


def test_the_example_is_the_source_document_to_the_letter() -> None:
    tree = template("kazakhstan-2024-2027", Language.ENGLISH)
    categories = [
        {
            "title": category.category.title,
            "entries": [
                {
                    "risks": [risk.description for risk in entry.risks],
                    "mitigations": [mitigation.description for mitigation in entry.mitigations],
                }
                for entry in category.entries
            ],
        }
        for category in tree.categories
    ]
    assert categories == SOURCE["categories"]


def test_dates_are_written_as_iso_says() -> None:
    tree = RegisterTree(Register(scale=SCALE, date=date(2026, 3, 1)))
    assert json.loads(to_document(tree))["date"] == "2026-03-01"


def scaled(**other: object) -> str:
    """A document whose scale has some parts of its own."""
    return json.dumps({"scale": scale_record(SHIPPED) | other})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "no JSON that can be read"),
        ("[]", "expected"),
        ('{"format": "other"}', "not a register"),
        ('{"a": 1}', "not a register; choose one that was exported"),
        ('{"version": 3}', "version 3"),
        ('{"version": 0}', "version 0"),
        ('{"title": "a", "title": "b"}', "“title” twice"),
        ('{"categories": [{"entries": {}}]}', "/categories/1/entries"),
        ('{"categories": [{"entries": [{"risks": [{"likelihood": "high"}]}]}]}', "/categories/1/entries/1/risks/1"),
        ('{"categories": [{"entries": [{"risks": [{"likelihood": 9}]}]}]}', "level"),
        ('{"date": "yesterday"}', "yesterday"),
        ('{"print_sets": [{"kind": "poster"}]}', "/print_sets/1.*poster"),
        ('{"print_sets": [{"columns": ["owner", "owner"]}]}', "/print_sets/1.*columns"),
        ('{"print_sets": [{"columns": "owner"}]}', "/print_sets/1.*columns"),
        ('{"title": "bell \\u0007"}', "U\\+0007"),
        ('{"scale": {}}', "scale"),
        (scaled(name="n" * 100_000), "/scale.*“n{60}…” has more than 100 characters"),
        (scaled(bands=[{"name": "b" * 101, "upto": 25}]), "/scale.*“b{60}…” has more than 100 characters"),
        (scaled(likelihood=[{"name": "Low", "definition": "d" * 1001}]), "/scale.*“d{60}…” has more than 1,000"),
        ('{"saved_views": [{"listing": {}}]}', "/saved_views/1.*listing"),
        ('{"saved_views": [{"listing": "[]"}]}', "/saved_views/1.*listing"),
        ('{"waivers": [{"gap": 5}]}', "/waivers/1.*gap"),
        ('{"waivers": {}}', "/waivers"),
        ("[" * 100_000, "This JSON has more than 16 lists"),
        pytest.param('{"title": "' + "," * 2_000_001 + '"}', "more than 2,000,000 values", id="too much"),
        ('{"categories": [{"entries": [{"risks": [{"status": "late"}]}]}]}', "/risks/1.*status.*late"),
        ('{"categories": [{"entries": [{"risks": [{"status": []}]}]}]}', "/risks/1.*status"),
        ('{"categories": [{"entries": [{"mitigations": [{"due_date": "1899-12-31"}]}]}]}', "/mitigations/1.*31"),
        ('{"categories": [{"id": "x"}]}', "/categories/1.*no UUID"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, message: str) -> None:
    with pytest.raises(InputProblem, match=message):
        from_document(text, SHIPPED)


def test_names_that_no_register_has_are_told_once_each() -> None:
    entry = {
        "Title": "",
        "risks": [{"description": "d", "e-mail": ""}, {"description": "d", "e-mail": "", "position": 7}],
        "mitigations": ["m", {"description": "m", "cost": 3}],
    }
    categories = [{"title": "C", "risks": ["in no entry"], "entries": [entry]}]
    document = {"$schema": "", "format": "riskdesk-register", "colour": 1, "waivers": [], "categories": categories}
    unknown = list[str]()
    from_document(json.dumps(document), SHIPPED, tell_unknown=unknown.extend)
    assert unknown == ["Title", "colour", "cost", "e-mail", "risks"]


@pytest.mark.parametrize(
    "part",
    [
        lambda scale: scale,
        lambda scale: scale["likelihood"][0],
        lambda scale: scale["impact"][-1],
        lambda scale: scale["bands"][0],
    ],
)
def test_names_that_no_scale_has_are_told_as_others_are(part: Callable[[Any], Any]) -> None:
    scale = scale_record(SHIPPED)
    part(scale)["e-mail"] = 3
    document = {"scale": scale, "categories": []}
    unknown = list[str]()
    from_document(json.dumps(document), SHIPPED, tell_unknown=unknown.extend)
    assert unknown == ["e-mail"]


def test_what_a_document_says_of_the_place_of_an_item_is_left_alone() -> None:
    record = {"description": " d ", "entry": {}, "position": "first"}
    identity = new_id()
    entry = {"category": 5, "position": -1, "risks": [record, record | {"id": identity, "position": 0}]}
    tree = from_document(json.dumps({"categories": [{"register": [], "position": {}, "entries": [entry]}]}), SHIPPED)
    (branch,) = tree.entries
    assert (branch.entry.category, branch.entry.position) == (tree.categories[0].category.id, 0)
    assert [(risk.entry, risk.position, risk.description) for risk in branch.risks] == [
        (branch.entry.id, 0, " d "),
        (branch.entry.id, 1, " d "),
    ]
    assert branch.risks[1].id == identity


def test_an_identity_that_an_older_riskdesk_let_in_is_left_out_and_given_anew() -> None:
    tree = template("kazakhstan-2024-2027", Language.ENGLISH)
    older = replace(tree, register=replace(tree.register, id="Register 1"))
    document = to_document(older)
    assert "id" not in json.loads(document)
    again = from_document(document, scales.profile(scales.DEFAULT))
    assert replace(again.register, id="") == replace(tree.register, id="")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("part", "most"), [("name", LONGEST_NAME), ("definition", LONGEST_DEFINITION)])
def test_the_schema_says_how_long_the_words_of_a_scale_may_be(language: Language, part: str, most: int) -> None:
    for length in (most, most + 1):
        level = {"name": "Low", part: {language.value: "w" * length}}
        schema = jsonschema.Draft202012Validator({"$ref": "#/$defs/level", "$defs": SCHEMA["$defs"]})
        assert schema.is_valid(level) == (length == most)
