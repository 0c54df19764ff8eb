"""Search finds text wherever a user can type some."""

from dataclasses import replace

import pytest

from bench.generate import register
from riskdesk.desk import find
from riskdesk.desk.scales import profile
from riskdesk.domain.fields import FIELDS
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Category, Entry, Mitigation, Register, Risk
from tests.finding import hits

SEARCHED = ("register", "category", "risk", "mitigation")
TEXTS = [(kind, field.name) for kind in SEARCHED for field in FIELDS[kind].values() if field.is_text]


def test_every_text_that_is_typed_is_searched() -> None:
    typed = {
        *("title", "reference", "prepared_by", "approval", "heading", "handling_mark", "description", "reason"),
        *("owner", "trigger", "escalated_to", "note", "action_owner", "words"),
    }
    assert {name for _, name in TEXTS} == typed


@pytest.mark.parametrize(("kind", "name"), TEXTS)
def test_text_is_found_in_every_field_that_holds_some(kind: str, name: str) -> None:
    register = Register(scale=profile("5x5"))
    category = Category(register=register.id)
    entry = Entry(category=category.id)
    blank_values = (register, category, Risk(entry=entry.id), Mitigation(entry=entry.id))
    values = {type(value): value for value in blank_values}
    value_type = VALUE_KINDS[kind].type
    values[value_type] = replace(values[value_type], **{name: "in Zürich, again"})
    inside = EntryTree(entry, (values[Risk],), (values[Mitigation],))
    tree = RegisterTree(values[Register], (CategoryTree(values[Category], (inside,)),))
    assert hits(tree, "ZURICH") == [find.Hit(kind, values[value_type].id, name, 3, 9)]


def described(*risks: Risk, mitigations: tuple[Mitigation, ...] = ()) -> RegisterTree:
    """A register with one entry."""
    register = Register(id="register", title="Delays", scale=profile("5x5"))
    inside = EntryTree(Entry(category="category"), risks, mitigations)
    return RegisterTree(
        register, (CategoryTree(Category(id="category", register="register", title="Delay"), (inside,)),)
    )


@pytest.mark.parametrize(
    ("text", "query", "spans"),
    [
        ("one One ONE", "one", [(0, 3), (4, 7), (8, 11)]),
        ("aaaaa", "aa", [(0, 2), (2, 4)]),
        ("Die Straße, die STRASSE", "strasse", [(4, 10), (16, 23)]),
        ("Ó, ó, o\u0301, o", "ó", [(0, 1), (3, 4), (6, 8), (10, 11)]),
        ("two words", "two  words", []),
        ("two words", " ", []),
        ("two words", "", []),
        ("two words", "o w", [(2, 5)]),
    ],
)
def test_a_text_is_found_as_often_as_it_stands_there(text: str, query: str, spans: list[tuple[int, int]]) -> None:
    matches = hits(described(Risk(id="risk", entry="", description=text)), query)
    assert [(hit.start, hit.end) for hit in matches] == spans
    assert {(hit.id, hit.field) for hit in matches} <= {("risk", "description")}


def test_what_is_found_comes_in_the_order_of_the_register() -> None:
    risks = (Risk(id="r1", entry="", description="no", note="a delay"), Risk(id="r2", entry="", title="delayed"))
    tree = described(*risks, mitigations=(Mitigation(id="m", entry="", description="Delay"),))
    assert [hit.id for hit in hits(tree, "delay")] == ["register", "category", "r1", "r2", "m"]


def test_owners_are_named_once_and_by_the_alphabet() -> None:
    risks = [Risk(entry="", owner=name, escalated_to="Nobody's owner") for name in ("zoe", "Émile", "Anna", "")]
    mitigations = tuple(Mitigation(entry="", action_owner=name) for name in ("Anna", "bob", ""))
    names = find.owners(described(*risks, mitigations=mitigations))
    assert [name for name in names if name != "Nobody's owner"] == ["Anna", "bob", "Émile", "zoe"]


def test_a_category_that_stays_is_looked_through_once() -> None:
    tree = register(200, 1)
    search = find.RegisterSearch("risk")
    assert len(list(search.following(tree))) == len(list(tree.items))
    first, *others = tree.categories
    other = replace(tree, categories=(replace(first, category=replace(first.category, title="Risk")), *others))
    assert len(list(search.following(other))) == len(list(first.values))
    assert search.hits == hits(other, "risk")
