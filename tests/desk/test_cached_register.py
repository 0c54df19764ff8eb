"""A register in memory follows the steps that are taken: what they touch is new, all else stays the same object."""

import datetime
from dataclasses import replace

import pytest

from riskdesk.desk import scales
from riskdesk.desk.cached_register import CachedRegister
from riskdesk.domain.growing import ChangingRegister
from riskdesk.domain.label import Label
from riskdesk.domain.records import kind_name, to_record
from riskdesk.domain.step import Change, Step
from riskdesk.domain.tree import Extent
from riskdesk.domain.values import Category, Entry, PrintSet, Risk, Snapshot, Value
from tests.desk.standing import START, ids_of, register_of, text_of

TREE = register_of(START)
IDS = ids_of(TREE)
OTHER = register_of("X: x0 | ")
DAY = datetime.date(2026, 1, 1)


def step(*changes: Change) -> Step:
    return Step(1, datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC), "me", "Edit", changes)


def edit(value: Value, **fields: object) -> Change:
    record = to_record(value)
    return Change(kind_name(type(value)), value.id, {name: record[name] for name in fields}, fields)


def added(value: Value) -> Change:
    return Change(kind_name(type(value)), value.id, None, to_record(value))


def deleted(value: Value) -> Change:
    return Change(kind_name(type(value)), value.id, to_record(value), None)


def value(name: str) -> Value:
    return next(value for value in TREE.values if value.id == IDS[name])


NEW_ENTRY = Entry(category=IDS["B"])


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ([edit(value("r1"), description="changed")], START.replace("r1", "changed")),
        ([edit(value("r2"), entry=IDS["e3"], position=1)], START.replace(" r2", "").replace("r3", "r3 r2")),
        ([deleted(value("r2"))], START.replace(" r2", "")),
        ([added(Risk(entry=IDS["e3"], position=1, description="new"))], START.replace("r3", "r3 new")),
        ([added(Category(register=TREE.register.id, position=3, title="D"))], f"{START}; D: "),
        ([added(NEW_ENTRY), added(Risk(entry=NEW_ENTRY.id, description="new"))], START.replace("B: ", "B: new | ")),
        ([edit(TREE.register, title="New title")], START),
        ([added(PrintSet(register=TREE.register.id, name="Board"))], START),
        ([edit(value("r1"), description="one"), edit(value("r1"), description="two")], START.replace("r1", "two")),
    ],
)
def test_what_a_step_changes_is_followed(changes: list[Change], text: str) -> None:
    shelf = CachedRegister(ChangingRegister(TREE.values))
    assert shelf.tree == TREE
    shelf.take(step(*changes))
    shelf.turn()
    tree = shelf.tree
    assert text_of(tree) == text
    assert not shelf.over
    assert shelf.tree is tree
    before = {value.id: value for value in TREE.values}
    touched = {change.id for change in changes}
    assert all(value is before[value.id] for value in tree.values if value.id not in touched)


def test_a_shelf_shows_what_was_until_it_turns_to_what_a_step_has_led_to() -> None:
    shelf = CachedRegister(ChangingRegister(TREE.values))
    before = shelf.tree
    shelf.take(step(edit(value("r1"), description="changed")))
    assert shelf.tree is before
    shelf.turn()
    assert text_of(shelf.tree) == START.replace("r1", "changed")


def test_the_register_itself_and_its_print_sets_are_followed() -> None:
    shelf = CachedRegister(ChangingRegister(TREE.values))
    board = PrintSet(register=TREE.register.id, name="Board")
    shelf.take(step(edit(TREE.register, title="New title"), added(board)))
    shelf.turn()
    assert (shelf.tree.register.title, shelf.tree.print_sets) == ("New title", (board,))
    shelf.take(step(edit(board, name="Committee")))
    shelf.turn()
    assert [print_set.name for print_set in shelf.tree.print_sets] == ["Committee"]


@pytest.mark.parametrize(
    "change",
    [
        edit(next(OTHER.risks), description="changed"),
        deleted(next(OTHER.risks)),
        added(Category(register=OTHER.register.id)),
        added(OTHER.register),
        added(Snapshot(register=TREE.register.id, date=DAY, document="{}")),
    ],
)
def test_what_is_done_elsewhere_changes_nothing(change: Change) -> None:
    shelf = CachedRegister(ChangingRegister(TREE.values))
    before = shelf.tree
    shelf.take(step(change))
    shelf.turn()
    assert shelf.tree is before
    assert not shelf.over


@pytest.mark.parametrize(
    "changes",
    [
        [deleted(TREE.register)],
        [edit(value("B"), register=OTHER.register.id)],
        [edit(value("r0"), entry=next(OTHER.entries).entry.id, position=1)],
        [edit(next(OTHER.risks), entry=IDS["e0"], position=3)],
        # What is done to it later in the same step is read from the store, too.
        [edit(next(OTHER.risks), entry=IDS["e0"], position=3), edit(next(OTHER.risks), description="there")],
        [edit(value("B"), register=OTHER.register.id), edit(value("r0"), description="here")],
    ],
)
def test_a_register_that_is_gone_or_has_exchanged_something_is_read_again(changes: list[Change]) -> None:
    shelf = CachedRegister(ChangingRegister(TREE.values))
    shelf.take(step(*changes))
    assert shelf.over


def test_what_was_only_edited_leaves_the_branches_beside_it_the_same() -> None:
    shelf = CachedRegister(ChangingRegister(TREE.values))
    before = shelf.tree
    shelf.take(step(edit(value("r0"), description="changed"), edit(TREE.register, title="New")))
    shelf.turn()
    tree = shelf.tree
    assert (tree.register.title, next(tree.risks).description) == ("New", "changed")
    assert tree.categories[0] is not before.categories[0]
    assert all(now is then for now, then in zip(tree.categories[1:], before.categories[1:], strict=True))
    beside = zip(tree.categories[0].entries[1:], before.categories[0].entries[1:], strict=True)
    assert all(now is then for now, then in beside)


def test_how_long_texts_are_is_known_by_the_time_a_step_is_shown() -> None:
    """Whoever takes it up may do so in another thread than whoever shows it."""
    shelf = CachedRegister(ChangingRegister(TREE.values))
    shelf.take(step(edit(value("r0"), description="One\nand another")))
    shelf.turn()
    assert all("extents" in vars(category) for category in shelf.tree.categories)
    risks, _ = shelf.tree.categories[0].extents[0]
    assert risks == Extent.of([risk.description for risk in shelf.tree.categories[0].entries[0].risks])


def test_the_scale_of_an_older_file_is_shown_in_both_languages_before_and_after_a_step() -> None:
    shipped = scales.profile(scales.DEFAULT)
    likelihood = tuple(replace(level, name=Label.same(level.name.fr)) for level in shipped.likelihood)
    older = replace(TREE, register=replace(TREE.register, scale=replace(shipped, likelihood=likelihood)))
    shelf = CachedRegister(ChangingRegister(older.values))
    assert shelf.tree.register.scale == shipped
    shelf.take(step(edit(older.register, title="changed")))
    shelf.turn()
    assert shelf.tree.register.title == "changed"
    assert shelf.tree.register.scale == shipped
