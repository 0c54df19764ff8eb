"""The labels of actions on any items."""

import pytest

from riskdesk.desk.labels import Verb
from riskdesk.domain.tree import Item
from riskdesk.domain.values import Category, Entry, Mitigation, Risk

ITEMS: dict[str, Item] = {
    "category": Category(register=""),
    "entry": Entry(category=""),
    "risk": Risk(entry=""),
    "mitigation": Mitigation(entry=""),
}


@pytest.mark.parametrize("kind", ITEMS)
@pytest.mark.parametrize("verb", Verb)
def test_the_kind_is_named_where_all_are_of_one(verb: Verb, kind: str) -> None:
    named = verb.name.capitalize()
    assert verb.of([ITEMS[kind]]) == verb.of([ITEMS[kind]] * 2) == f"{named} {kind}"
    others = [item for other, item in ITEMS.items() if other != kind]
    assert verb.of([ITEMS[kind], others[0]]) == verb.of(ITEMS.values()) == verb.label == f"{named} items"


@pytest.mark.parametrize("verb", Verb)
def test_what_is_done_to_nothing_has_the_label_of_all(verb: Verb) -> None:
    assert verb.of([]) == verb.label
