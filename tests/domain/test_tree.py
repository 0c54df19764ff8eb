"""A register as a tree: what stands in it is found by its id."""

import json
from dataclasses import replace

import pytest

from riskdesk.desk import scales
from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.document import from_document
from riskdesk.domain.tree import Tally
from riskdesk.domain.values import Language, PrintSet, SavedView, Value

PLAIN = template(EXAMPLE, Language.ENGLISH)
KEPT = PrintSet(register=PLAIN.register.id, name="Board"), SavedView(register=PLAIN.register.id, name="Late")
TREE = replace(PLAIN, print_sets=KEPT[:1], saved_views=KEPT[1:])


@pytest.mark.parametrize("value", [TREE.register, *TREE.items], ids=lambda value: type(value).__name__)
def test_the_register_and_each_item_in_it_is_found_by_its_id(value: Value) -> None:
    assert TREE.find(value.id) is value


@pytest.mark.parametrize(
    "identity", ["", "nowhere", *(value.id for value in KEPT)], ids=["none", "other", "set", "view"]
)
def test_nothing_is_found_of_what_does_not_stand_in_it(identity: str) -> None:
    assert TREE.find(identity) is None


def test_items_are_found_in_the_order_of_the_register_whatever_the_order_of_their_ids() -> None:
    items = list(TREE.items)[::3]
    assert [*TREE.among([item.id for item in reversed(items)])] == items
    assert [*TREE.among([TREE.register.id, *(value.id for value in KEPT)])] == []


def test_a_category_counts_what_is_in_it_and_which_of_it_still_stands() -> None:
    scale = scales.profile(scales.DEFAULT)
    bullets = [
        {"description": "open and assessed", "likelihood": 2, "impact": 3},
        {"description": "half assessed", "likelihood": 2},
        {"description": "over", "likelihood": 1, "impact": 1, "status": "closed"},
    ]
    entry = {"risks": bullets, "mitigations": ["Ask", "Pay"]}
    tree = from_document(json.dumps({"categories": [{"title": "A", "entries": [entry]}]}), scale)
    assert tree.categories[0].tally == Tally(risks=3, mitigations=2, ended=1, assessed=1)
