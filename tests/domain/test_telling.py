"""Changes are told as people read them, whatever values they hold."""

import pytest

from riskdesk.domain.step import Change
from riskdesk.domain.telling import Telling, short
from riskdesk.domain.values import Language

ENGLISH = Telling(Language.ENGLISH, lambda _context, text: text)
SCALE = {"name": "Mine", "likelihood": [{"name": "rare"}, {"name": "often"}], "impact": [{"name": "low"}]}


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("note", "as it was typed", "as it was typed"),
        ("note", None, ""),
        ("next_review", "2027-01-05", "5\u00a0January 2027"),
        ("next_review", "no date", "no date"),
        ("status", "approved", "Approved"),
        ("status", "made up", "made up"),
        ("note", "approved", "approved"),
        ("likelihood", 4, "4"),
        ("kind", "working", "Working risk register"),
        ("paper", "a3", "A3"),
        ("orientation", "landscape", "Landscape"),
        ("columns", ["reference", "likelihood"], "Ref., Likelihood"),
        ("columns", ["made up"], "['made up']"),
        ("scale", SCALE, "Mine: rare / often × low"),
        ("scale", "no scale", "no scale"),
        ("scale", {"name": "half"}, "{'name': 'half'}"),
    ],
)
def test_a_value_is_told_as_people_read_it(field, value, told):
    assert ENGLISH.value(field, value) == told


def test_an_edit_names_the_risk_and_the_fields():
    change = Change("risk", "1", {"note": "", "owner": "A"}, {"note": "new", "owner": "B"})
    line = ENGLISH.told(change, {"reference": "R-05", "description": "Text"})
    assert line == "risk R-05 · note: “” → “new” · owner: “A” → “B”"


def test_what_is_added_or_gone_is_told_by_its_text():
    assert ENGLISH.told(Change("category", "1", None, {"title": "Legal"})) == "category added: “Legal”"
    assert ENGLISH.told(Change("risk", "1", {"description": "Old"}, None)) == "risk removed: “Old”"


def test_places_and_counts_are_left_out_of_the_lines():
    moved = Change("risk", "1", {"entry": "a", "position": 1}, {"entry": "b", "position": 2})
    shifted = Change("risk", "2", {"position": 1}, {"position": 2})
    assert ENGLISH.lines([moved, shifted]) == ["risk · moved"]


def test_long_text_is_cut_and_put_on_one_line():
    assert short("a\n\tb") == "a b"
    assert short("x" * 200) == "x" * 80 + "…"
    assert short("\udcff") == "?"
