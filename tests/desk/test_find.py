"""Search finds text wherever a user can type some."""

from dataclasses import replace

import pytest

from riskdesk.desk import find
from riskdesk.desk.scales import profile
from riskdesk.domain.fields import FIELDS
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Category, Entry, Language, Mitigation, Register, Risk

SEARCHED = ("register", "category", "risk", "mitigation")
TEXTS = [(kind, field.name) for kind in SEARCHED for field in FIELDS[kind].values() if field.is_text]


def test_every_text_that_is_typed_is_searched() -> None:
    typed = {
        *("title", "reference", "prepared_by", "approval", "heading", "handling_mark", "description", "reason"),
        *("owner", "trigger", "escalated_to", "note", "action_owner"),
    }
    assert {name for _, name in TEXTS} == typed


@pytest.mark.parametrize(("kind", "name"), TEXTS)
def test_text_is_found_in_every_field_that_holds_some(kind: str, name: str) -> None:
    register = Register(scale=profile("5x5", Language.ENGLISH))
    category = Category(register=register.id)
    entry = Entry(category=category.id)
    made = (register, category, Risk(entry=entry.id), Mitigation(entry=entry.id))
    values = {type(value): value for value in made}
    wanted = VALUE_KINDS[kind].type
    values[wanted] = replace(values[wanted], **{name: "in Zürich, again"})
    inside = EntryTree(entry, (values[Risk],), (values[Mitigation],))
    tree = RegisterTree(values[Register], (CategoryTree(values[Category], (inside,)),))
    assert find.hits(tree, "ZURICH") == [find.Hit(values[wanted].id, name, 3, 9)]
