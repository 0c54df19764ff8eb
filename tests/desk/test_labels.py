"""The labels of actions on any items."""

import pytest

from riskdesk.desk import labels
from riskdesk.desk.labels import Verb
from riskdesk.domain.problems import Phrase
from riskdesk.domain.tree import Item
from riskdesk.domain.values import Category, Entry, Language, Mitigation, Risk

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


PLURALS = {"category": "categories", "entry": "entries", "risk": "risks", "mitigation": "mitigations"}


@pytest.mark.parametrize("kind", ITEMS)
@pytest.mark.parametrize("verb", [verb for verb in Verb if verb not in BULLETS])
def test_the_kind_is_named_where_all_are_of_one_and_several_are_counted(verb: Verb, kind: str) -> None:
    verb_name = verb.name.capitalize()
    assert verb.of([ITEMS[kind]]) == f"{verb_name} {kind}"
    assert verb.of(iter([ITEMS[kind]] * 12)) == f"{verb_name} 12 {PLURALS[kind]}"
    others = [item for other, item in ITEMS.items() if other != kind]
    assert verb.of([ITEMS[kind], others[0]]) == f"{verb_name} 2 items"
    assert verb.of(ITEMS.values()) == f"{verb_name} 4 items"


@pytest.mark.parametrize("verb", Verb)
def test_what_is_done_to_nothing_has_the_label_of_all(verb: Verb) -> None:
    assert verb.of([]) == verb.label


@pytest.mark.parametrize("verb", Verb)
def test_a_label_tells_what_was_done(verb: Verb) -> None:
    assert {labels.verb(label.replace("{count}", "10034")) for label in verb.labels} == {verb}
    assert labels.verb(verb.label) is verb


@pytest.mark.parametrize("label", ["New risk", "Delete 3 registers", "Delete {count} risk", "3", ""])
def test_another_label_tells_nothing_of_it(label: str) -> None:
    assert labels.verb(label) is None


def test_a_label_with_a_number_is_told_in_another_language() -> None:
    french = {"Delete {count} risks": "Suppression de {count} risques", "Delete risk": "Suppression d’un risque"}

    def translation(label: str) -> str:
        return Phrase(label, "Action").translated(lambda _context, text: french.get(text, text), Language.FRENCH)

    assert translation("Delete 31 risks") == "Suppression de 31 risques"
    assert translation("Delete 12345 risks") == "Suppression de 12\u202f345 risques"
    assert translation("Delete risk") == "Suppression d’un risque"
    for foreign in ("Edit 3 {count} of 5", "{0} %n {", "Delete {count} risks and 3", "Edit 0031", "9" * 5_000):
        assert translation(foreign) == foreign


def test_what_is_left_in_english_has_its_numbers_so() -> None:
    def translation(label: str, language: Language) -> str:
        return Phrase(label, "Action").translated(lambda _context, text: text, language)

    for language in Language:
        assert translation("Delete 12345 risks", language) == "Delete 12,345 risks"
        assert translation("Delete 31 risks", language) == "Delete 31 risks"
