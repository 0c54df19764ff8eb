"""What is copied of a register: the items that were chosen, in its order, each once with all that is in it."""

from dataclasses import replace

import pytest

from riskdesk.desk import branches, clip
from riskdesk.desk.clip import Clip
from riskdesk.domain.tree import CategoryTree, EntryTree
from riskdesk.domain.values import Category, Entry, Mitigation, Risk
from tests.desk.standing import START, ids_of, register_of

TREE = register_of(START)
IDS = ids_of(TREE)
NAMES = {identity: name for name, identity in IDS.items()}


@pytest.mark.parametrize(
    ("chosen", "copied"),
    [
        ("r1", "r1"),
        ("m1 r2 r0", "r0 r2 m1"),
        ("r6 e3 B r0", "r0 e3 B r6"),
        ("e0 r0 m1 r3", "e0 r3"),
        ("r0 e0 A e4 r5", "A e4"),
        ("C m4 B A", "A B C"),
        ("", ""),
    ],
)
def test_what_lies_inside_another_is_copied_once(chosen: str, copied: str) -> None:
    ids = [IDS[name] for name in chosen.split()]
    assert [NAMES[branches.root(branch).id] for branch in clip.copy(TREE, ids).branches] == copied.split()


def test_a_category_and_an_entry_are_copied_with_all_in_them() -> None:
    category, entry = clip.copy(TREE, [IDS["A"], IDS["e4"]]).branches
    assert isinstance(category, CategoryTree)
    assert isinstance(entry, EntryTree)
    assert [NAMES[item.id] for item in branches.within(category)] == ["e0", "r0", "r1", "r2", "m0", "m1", "e3", "r3"]
    assert [NAMES[item.id] for item in branches.within(entry)] == ["r4", "r5", "m2"]
    assert branches.within(entry.risks[0]) == []


def test_a_clip_that_was_read_again_has_the_same_texts_and_no_identity() -> None:
    copied = clip.copy(TREE, [IDS[name] for name in ("A", "e4", "r6", "m3")])
    parsed = Clip.from_json(copied.json)
    assert parsed.text == copied.text
    assert not any(identity in copied.json for identity in NAMES)
    again = [item for branch in parsed.branches for item in (branches.root(branch), *branches.within(branch))]
    assert not {item.id for item in again} & NAMES.keys()
    assert len({item.id for item in again}) == len(again) == 15


def test_what_runs_from_right_to_left_says_so_to_word() -> None:
    arabic = "تأخر اعتماد القانون (2027)."
    risk, mitigation = Risk(entry="", description=arabic), Mitigation(entry="", description="Talks")
    assert f'<li dir="rtl">{arabic}</li><li>Talks</li>' in Clip((risk, replace(risk, description="Talks"))).html
    category = CategoryTree(
        Category(register="", title=arabic), (EntryTree(Entry(category=""), (risk,), (mitigation,)),)
    )
    html = Clip((category,)).html
    assert f'<td colspan="2" dir="rtl"><b>{arabic}</b>' in html
    assert f'valign="top" dir="rtl">• {arabic}</td><td width="50%" valign="top">• Talks</td>' in html
