"""What a step leaves as it is keeps its lines on the sheet, and all stand where they would if laid out at once."""

import random
from dataclasses import replace

import pytest

from bench.generate import register
from riskdesk.domain.growing import ChangingRegister
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Category, Entry, Mitigation, Risk
from riskdesk.ui.views.sheet.layout.content import Content
from riskdesk.ui.views.sheet.layout.lines import ITEMS, LineKind, Pending
from riskdesk.ui.views.sheet.layout.sheet_layout import _MOST, SheetLayout


def growing(risks: int) -> ChangingRegister:
    """A register with a category of few entries, one of many and an empty one."""
    tree = register(risks, 1)
    values = list(tree.values)
    (large,) = (value for value in values if isinstance(value, Category))
    few, none = Category(register=tree.register.id, position=1), Category(register=tree.register.id, position=2)
    moved = {entry.id for entry in [value for value in values if isinstance(value, Entry)][-3:]}
    spread_out = [
        replace(value, category=few.id) if isinstance(value, Entry) and value.id in moved else value for value in values
    ]
    assert large.position == 0
    return ChangingRegister([*spread_out, few, none])


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> ChangingRegister:
    monkeypatch.setattr("bench.generate._RISKS_IN_CATEGORY", 10_000)
    return growing(400)


def told_by(content: Content) -> tuple[object, ...]:
    """All that a content tells, row by row."""
    blocks = list(content.blocks)
    return (
        list(content.lines),
        blocks,
        [content.block_of(row) for row in range(len(content.lines))],
        [content.row_of(line.key) for line in content.lines],
        [content.category_of(row) for row in range(len(content.lines))],
        dict(content.rows),
    )


def anew(tree: RegisterTree, pending: Pending | None = None) -> tuple[object, ...]:
    return told_by(SheetLayout().content(tree, pending))


def changed(laying: SheetLayout, before: Content, tree: RegisterTree, pending: Pending | None = None) -> int:
    """How many sections of a content were laid out again, but for the two that belong to no category."""
    kept_ids = set(map(id, before.sections))
    return sum(id(section) not in kept_ids for section in laying.content(tree, pending).sections[1:-1])


def test_only_what_is_beside_a_changed_risk_of_a_large_category_is_laid_out_again(large: ChangingRegister) -> None:
    laying = SheetLayout()
    before = laying.content(large.tree())
    assert len(large.tree().categories[0].entries) > 2 * _MOST
    risk = large.tree().categories[0].entries[_MOST + 2].risks[0]
    large.put(replace(risk, description="Other"))
    assert changed(laying, before, large.tree()) == 1
    assert told_by(laying.content(large.tree())) == anew(large.tree())


def test_a_line_that_is_written_lays_out_only_what_is_beside_it(large: ChangingRegister) -> None:
    laying = SheetLayout()
    before, entry = laying.content(large.tree()), large.tree().categories[0].entries[2 * _MOST].entry
    assert changed(laying, before, large.tree(), Pending(LineKind.RISK, entry.id, 0)) == 1
    assert changed(laying, before, large.tree()) == 0


@pytest.mark.parametrize("editable", [False, True])
def test_where_an_item_stands_is_known_before_its_line_is_made(large: ChangingRegister, *, editable: bool) -> None:
    for entry in large.tree().categories[0].entries[:2]:
        for risk in entry.risks:
            large.drop(risk.id)
    content, known = (SheetLayout().content(large.tree(), editable=editable) for _ in range(2))
    items = {line.id: row for row, line in enumerate(content.lines) if line.kind in ITEMS}
    assert dict(known.rows) == items
    every_third = dict(list(items.items())[::3])
    assert known.rows.of(set(every_third)) == list(every_third.values())
    assert known.rows.of({*list(every_third)[:2], "nowhere"}) == list(every_third.values())[:2]
    assert tuple(known.rows.ids([0, *every_third.values()])) == tuple(every_third)


@pytest.mark.parametrize("place", [0, 1, _MOST - 1, _MOST, _MOST + 1, 2 * _MOST, 3 * _MOST - 1, -1])
def test_a_new_entry_is_written_once_wherever_it_comes(large: ChangingRegister, place: int) -> None:
    tree = large.tree()
    for category in tree.categories:
        at = len(category.entries) if place < 0 else min(place, len(category.entries))
        content = SheetLayout().content(tree, Pending(LineKind.RISK, category.category.id, at, new_entry=True))
        rows = [row for row, line in enumerate(content.lines) if line.kind is LineKind.ENTRY and line.pending]
        (line,) = (content.lines[row] for row in rows)
        assert (line.parent, line.place) == (category.category.id, at)
        # It stands above the entry that has its place now.
        below = next(
            (line_below for line_below in content.lines[rows[0] + 1 :] if line_below.kind is LineKind.ENTRY), None
        )
        if at < len(category.entries):
            assert below is not None
            assert below.id == category.entries[at].entry.id


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(1, 4))])
def test_after_any_changes_all_lines_stand_where_they_would_if_laid_out_at_once(
    large: ChangingRegister, seed: int
) -> None:
    chance, laying = random.Random(seed), SheetLayout()
    for _ in range(40):
        tree = large.tree()
        entries, bullets = list(tree.entries), [*tree.risks, *tree.mitigations]
        pending = chance.choice(
            [
                None,
                Pending(LineKind.MITIGATION, chance.choice(entries).entry.id, 1),
                Pending(
                    LineKind.RISK, chance.choice(tree.categories).category.id, chance.randrange(60), new_entry=True
                ),
                Pending(LineKind.CATEGORY, tree.register.id, chance.randrange(4)),
            ]
        )
        assert told_by(laying.content(tree, pending)) == anew(tree, pending)
        match chance.randrange(5):
            case 0:
                large.put(replace(chance.choice(bullets), description="Other"))
            case 1:
                large.drop(chance.choice(bullets).id)
            case 2:
                large.put(replace(chance.choice(entries).entry, position=chance.randrange(200)))
            case 3:
                large.put(replace(chance.choice(tree.categories).category, title="Other", position=chance.randrange(9)))
            case _:
                kind = chance.choice([Risk, Mitigation])
                large.put(kind(entry=chance.choice(entries).entry.id, description="New"))
