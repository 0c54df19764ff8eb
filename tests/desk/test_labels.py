"""The labels of actions on any items."""

import pytest

from riskdesk.desk import labels
from riskdesk.desk.labels import Verb
from riskdesk.domain.tree import Item
from riskdesk.domain.values import Category, Entry, Mitigation, Risk

ITEMS: dict[str, Item] = {
    "category": Category(register=""),
    "entry": Entry(category=""),
    "risk": Risk(entry=""),
    "mitigation": Mitigation(entry=""),
}


# Of these alone are there two that become one, or one that becomes two.
BULLETS = {Verb.SPLIT, Verb.JOIN}


@pytest.mark.parametrize("kind", ["risk", "mitigation"])
def test_bullets_alone_are_split_and_joined(kind: str) -> None:
    assert Verb.SPLIT.of([ITEMS[kind]]) == f"Split {kind}"
    assert Verb.JOIN.of([ITEMS[kind]]) == f"Join {kind}s"


@pytest.mark.parametrize("kind", ITEMS)
@pytest.mark.parametrize("verb", [verb for verb in Verb if verb not in BULLETS])
def test_the_kind_is_named_where_all_are_of_one(verb: Verb, kind: str) -> None:
    named = verb.name.capitalize()
    assert verb.of([ITEMS[kind]]) == verb.of([ITEMS[kind]] * 2) == f"{named} {kind}"
    others = [item for other, item in ITEMS.items() if other != kind]
    assert verb.of([ITEMS[kind], others[0]]) == verb.of(ITEMS.values()) == verb.label == f"{named} items"


@pytest.mark.parametrize("verb", Verb)
def test_what_is_done_to_nothing_has_the_label_of_all(verb: Verb) -> None:
    assert verb.of([]) == verb.label


@pytest.mark.parametrize("done", Verb)
def test_a_label_tells_what_was_done(done: Verb) -> None:
    assert {labels.verb(label) for label in (done.label, *done.value[1].values())} == {done}


def test_another_label_tells_nothing_of_it() -> None:
    assert labels.verb("New risk") is None
