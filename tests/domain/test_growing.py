"""A register that grows step by step is the one that is made at once, and shares all that did not change."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.growing import ChangingRegister, grow
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Category, Entry, Language, Mitigation, Risk, Value

TREE = template(EXAMPLE, Language.ENGLISH)
ITEMS = list(TREE.items)


def moved(value: Value, place: int, parent: int) -> Value:
    """An item elsewhere, as far as its kind allows."""
    moved_value: Value = value
    if isinstance(value, Risk | Mitigation):
        entries = [entry.entry.id for entry in TREE.entries]
        moved_value = replace(value, entry=entries[parent % len(entries)], position=place, description=f"Moved {place}")
    elif isinstance(value, Entry):
        moved_value = replace(
            value, category=TREE.categories[parent % len(TREE.categories)].category.id, position=place
        )
    elif isinstance(value, Category):
        moved_value = replace(value, position=place, title=f"Moved {place}")
    return moved_value


def one_at_a_time(tree: RegisterTree) -> list[object]:
    """The parts of a tree, in order."""
    return [tree.register, *tree.categories, *(entry for entry in tree.entries)]


@given(st.lists(st.tuples(st.integers(0, len(ITEMS) - 1), st.integers(0, 9), st.integers(0, 99)), max_size=12))
def test_what_is_put_and_dropped_gives_the_tree_of_what_is_left(changes: list[tuple[int, int, int]]) -> None:
    growing, values = ChangingRegister(TREE.values), {value.id: value for value in TREE.values}
    for number, place, parent in changes:
        item = ITEMS[number]
        if place == 0 and isinstance(item, Risk | Mitigation) and item.id in values:
            growing.drop(item.id)
            del values[item.id]
        else:
            values[item.id] = moved(item, place, parent)
            growing.put(values[item.id])
        growing.tree()
    unordered = [sorted(map(repr, grow(values.values()).values)), sorted(map(repr, growing.tree().values))]
    assert unordered[0] == unordered[1]
    assert all(
        [value.position for value in part] == sorted(value.position for value in part)
        for entry in growing.tree().entries
        for part in (entry.risks, entry.mitigations)
    )


def test_only_what_holds_a_changed_value_is_made_anew() -> None:
    growing = ChangingRegister(TREE.values)
    before = growing.tree()
    risk = before.categories[1].entries[2].risks[0]
    growing.put(replace(risk, description="Other"))
    after = growing.tree()
    same = [one is other for one, other in zip(one_at_a_time(before), one_at_a_time(after), strict=True)]
    anew = [part for part, is_same in zip(one_at_a_time(after), same, strict=True) if not is_same]
    assert anew == [after.categories[1], after.categories[1].entries[2]]
    assert after.categories[1].entries[2].risks[0].description == "Other"
    assert growing.tree() is after
