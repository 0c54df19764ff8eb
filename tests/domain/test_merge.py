"""Two states made one: whatever either side did is there, or the user is asked about it."""

import datetime
from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.domain.ancestor import common
from riskdesk.domain.conflict import WORKED_OUT, Clash
from riskdesk.domain.merge import MergePlace, Merger
from riskdesk.domain.order import ordered
from riskdesk.domain.records import KINDS, Record, kind_name, parent_of, to_record
from riskdesk.domain.replay import Key, State
from riskdesk.domain.step import Change, Step
from riskdesk.domain.values import Category, Entry, Register, Risk, Value
from tests.domain.merges import (
    SCALE,
    ancestors,
    changed,
    delete,
    edited,
    inside,
    sides,
    start,
)

NOW = datetime.datetime(2031, 11, 24, tzinfo=datetime.UTC)


class Merged(NamedTuple):
    """The state that two states merge into, and the clashes between them."""

    state: State
    clashes: tuple[Clash, ...]


def merge(base: State, mine: State, theirs: State, taken_places: Collection[MergePlace] = ()) -> Merged:
    merger = Merger(base, mine, theirs)
    return Merged(merger.alike | merger.merge(taken_places), tuple(merger.clashes))


@given(st.data())
def test_what_one_side_alone_changed_is_taken_as_it_is(data):
    base, mine, theirs = sides(data)
    assert merge(base, mine, base) == Merged(mine, ())
    assert merge(base, base, theirs) == Merged(theirs, ())
    assert merge(base, mine, mine) == Merged(mine, ())


@given(st.data(), st.booleans())
def test_everything_is_there_or_was_asked_about(data, all_theirs):
    base, mine, theirs = sides(data)
    clashes = merge(base, mine, theirs).clashes
    merged = merge(base, mine, theirs, {clash.place for clash in clashes} if all_theirs else ())
    assert merged.clashes == clashes
    asked_places = {clash.place for clash in clashes}
    whole = {place[:2] for place in asked_places if not place[2]}
    for side in (mine, theirs):
        for key in base.keys() | side.keys():
            if whole & set(ancestors(key, base, mine, theirs)):
                continue
            if key not in side:
                assert key not in merged.state
            else:
                for name in side[key].keys() - WORKED_OUT:
                    if key not in base or side[key][name] != base[key][name]:
                        assert (
                            (*key, name) in asked_places
                            or is_emptied(key, side, merged.state)
                            or is_emptied((name, side[key][name]), side, merged.state)
                            or (name in KINDS and whole)  # where it was moved to may be gone
                            or merged.state[key][name] == side[key][name]
                        )


def is_emptied(key: Key, side: State, merged: State) -> bool:
    """Whether an entry had something in it on one side, and is gone with the last of it."""
    held = any(parent_of(*item) == key for item in side.items())
    return key[0] == "entry" and held and key not in merged


@given(st.data(), st.booleans())
def test_each_value_lies_in_one_that_is_there_at_a_place_of_its_own(data, all_theirs):
    base, mine, theirs = sides(data)
    clashes = merge(base, mine, theirs).clashes
    state = merge(base, mine, theirs, {clash.place for clash in clashes} if all_theirs else ()).state
    positions = defaultdict(list)
    for key, record in state.items():
        parent = parent_of(key, record)
        assert parent is None or parent in state
        positions[key[0], parent].append(record["position"])
    for siblings in positions.values():
        assert len(set(siblings)) == len(siblings)


RISK: Key = ("risk", "c0e0r0")
ENTRY: set[Key] = {("entry", "c0e0"), RISK, ("risk", "c0e0r1"), ("mitigation", "c0e0m")}


@pytest.mark.parametrize(("takes_theirs", "expected"), [(False, "mine"), (True, "theirs")])
def test_one_field_changed_by_both_is_asked(takes_theirs, expected):
    base = start()
    mine, theirs = edited(base, RISK, note="mine", title="M"), edited(base, RISK, note="theirs", owner="T")
    clash = Clash(*RISK, "note", "theirs", "mine")
    merged = merge(base, mine, theirs, {clash.place} if takes_theirs else ())
    assert merged.clashes == (clash,)
    record: Record = merged.state[RISK]
    assert (record["note"], record["title"], record["owner"]) == (expected, "M", "T")


@pytest.mark.parametrize("deleter", ["mine", "theirs"])
def test_a_clash_over_a_deletion_tells_what_either_side_has(deleter):
    base = start()
    without, with_more = changed(base, [], ""), edited(base, RISK, note="still wanted")
    delete(without, RISK)
    mine, theirs = (without, with_more) if deleter == "mine" else (with_more, without)
    assert merge(base, mine, theirs).clashes == (Clash(*RISK, "", theirs.get(RISK), mine.get(RISK)),)


def test_another_reference_on_each_side_is_asked_about_unless_the_risk_is_new():
    base = start()
    mine, theirs = edited(base, RISK, reference="R-07"), edited(base, RISK, reference="R-09")
    assert merge(base, mine, theirs).clashes == (Clash(*RISK, "reference", "R-09", "R-07"),)
    new = {key: record for key, record in base.items() if key != RISK}
    assert merge(new, mine, theirs) == Merged(mine, ())


def test_two_references_of_a_register_clash_though_no_earlier_state_is_known():
    mine, theirs = (edited(start(), ("register", "r"), reference=text) for text in ("CM(2031)1", "CM(2031)2"))
    assert merge({}, mine, theirs).clashes == (Clash("register", "r", "reference", "CM(2031)2", "CM(2031)1"),)


def test_what_both_added_and_told_otherwise_is_asked_about():
    base = start()
    mine, theirs = edited(base, RISK, note="mine"), edited(base, RISK, note="theirs")
    del base[RISK]
    assert merge(base, mine, theirs).clashes == (Clash(*RISK, "note", "theirs", "mine"),)


@pytest.mark.parametrize("takes_theirs", [False, True])
@pytest.mark.parametrize("deleter", ["mine", "theirs"])
def test_a_category_that_one_deleted_and_the_other_changed_clashes_as_a_whole(deleter, takes_theirs):
    base = start()
    without, with_more = changed(base, [], ""), edited(base, RISK, note="still wanted")
    delete(without, ("category", "c0"))
    states = (without, with_more) if deleter == "mine" else (with_more, without)
    (clash,) = merge(base, *states).clashes
    assert clash.place == ("category", "c0", "")
    state = merge(base, *states, {clash.place} if takes_theirs else ()).state
    # Mine holds unless theirs is taken.
    assert (RISK in state) is ((deleter == "mine") is takes_theirs)
    assert (("mitigation", "c0e0m") in state) is (RISK in state)


def test_a_risk_that_both_moved_is_asked_about():
    base = start()
    mine, theirs = edited(base, RISK, entry="c1e0"), edited(base, RISK, entry="c2e0")
    (clash,) = merge(base, mine, theirs).clashes
    assert (clash.field, clash.mine, clash.theirs) == ("entry", "c1e0", "c2e0")


def in_an_entry_of_its_own(base: State, category: str, entry: str) -> State:
    """The state with a risk moved to a category, in a new entry."""
    new = to_record(Entry(id=entry, category=category, position=2))
    return edited(base, RISK, entry=entry) | {("entry", entry): new}


def test_no_entry_is_left_behind_where_both_moved_a_risk_to_another_category():
    base = start()
    mine, theirs = in_an_entry_of_its_own(base, "c1", "new1"), in_an_entry_of_its_own(base, "c2", "new2")
    (clash,) = merge(base, mine, theirs).clashes
    for taken_places, entry, other in ((set(), "new1", "new2"), ({clash.place}, "new2", "new1")):
        state = merge(base, mine, theirs, taken_places).state
        assert state[RISK]["entry"] == entry
        assert ("entry", entry) in state
        assert ("entry", other) not in state


@pytest.mark.parametrize("mover", ["mine", "theirs"])
def test_an_entry_stays_where_it_was_moved_though_the_other_side_took_all_out_of_it(mover):
    base = start()
    moved, without = edited(base, ("entry", "c0e0"), category="c1", position=9), changed(base, [], "")
    for key in ENTRY - {("entry", "c0e0")}:
        without[key]["entry"] = "c0e1"
    delete(without, ("entry", "c0e0"))
    states = (moved, without) if mover == "mine" else (without, moved)
    (clash,) = merge(base, *states).clashes
    state = merge(base, *states, () if mover == "mine" else {clash.place}).state
    assert state["entry", "c0e0"]["category"] == "c1"
    assert state[RISK]["entry"] == "c0e1"


def test_an_entry_that_was_added_without_anything_in_it_comes_in():
    theirs = start() | {("entry", "new"): to_record(Entry(id="new", category="c1", position=2))}
    assert ("entry", "new") in merge(start(), start(), theirs).state


def test_a_risk_that_both_moved_to_the_same_category_is_not_asked_about():
    base = start()
    mine, theirs = in_an_entry_of_its_own(base, "c1", "new1"), in_an_entry_of_its_own(base, "c1", "new2")
    merged = merge(base, mine, theirs)
    assert merged.clashes == ()
    assert merged.state[RISK]["entry"] == "new1"
    assert ("entry", "new2") not in merged.state


def test_a_risk_that_one_moved_into_an_entry_of_its_own_and_the_other_into_one_beside_it_is_asked_about():
    base = start()
    mine, theirs = in_an_entry_of_its_own(base, "c1", "new1"), edited(base, RISK, entry="c1e0")
    assert [clash.place for clash in merge(base, mine, theirs).clashes] == [(*RISK, "entry")]
    assert [clash.place for clash in merge(base, theirs, mine).clashes] == [(*RISK, "entry")]


def test_where_both_moved_risks_is_found_in_about_as_many_steps_as_there_are_risks():
    class Name(str):
        """An id that counts how often it is compared."""

        compared = 0
        __slots__ = ()
        __hash__ = str.__hash__

        def __eq__(self, other: object) -> bool:
            Name.compared += 1
            return super().__eq__(other)

    def steps(count: int) -> int:
        values: list[Value] = [Register(id="r", scale=SCALE), Category(id="c", register="r")]
        values += [Entry(id=f"e{at}", category="c") for at in range(count)]
        values += [Risk(id=f"k{at}", entry=f"e{at}") for at in range(count)]
        base = {(kind_name(type(value)), value.id): to_record(value) for value in values}
        mine, theirs = dict(base), dict(base)
        for state, side in ((mine, "mine"), (theirs, "theirs")):
            for at in range(count):
                name = Name(f"{side}{at}")
                state["entry", name] = to_record(Entry(id=name, category="c"))
                state["risk", f"k{at}"] = state["risk", f"k{at}"] | {"entry": name}
        Name.compared = 0
        assert merge(base, mine, theirs).clashes == ()
        return Name.compared

    assert steps(40) < 3 * steps(20)


@pytest.mark.parametrize("mover", ["mine", "theirs"])
def test_a_risk_that_was_moved_into_a_deleted_entry_is_back_where_it_was(mover):
    base = start()
    moved, without = edited(base, RISK, entry="c1e0"), changed(base, [], "")
    delete(without, ("entry", "c1e0"))
    mine, theirs = (moved, without) if mover == "mine" else (without, moved)
    (clash,) = merge(base, mine, theirs).clashes
    assert clash.place == ("entry", "c1e0", "")
    stays, goes = ((), {clash.place}) if mover == "mine" else ({clash.place}, ())
    assert merge(base, mine, theirs, stays).state[RISK]["entry"] == "c1e0"
    assert merge(base, mine, theirs, goes).state[RISK]["entry"] == "c0e0"


def test_a_risk_that_both_moved_into_entries_that_were_deleted_is_back_where_it_was():
    base = start()
    mine, theirs = edited(base, RISK, entry="c1e0"), edited(base, RISK, entry="c2e0")
    delete(mine, ("entry", "c2e0"))
    delete(theirs, ("entry", "c1e0"))
    taken_places = {("entry", "c1e0", "")}
    assert {clash.place for clash in merge(base, mine, theirs).clashes} >= taken_places | {("entry", "c2e0", "")}
    state = merge(base, mine, theirs, taken_places).state
    assert ("entry", "c1e0") not in state
    assert ("entry", "c2e0") not in state
    assert state[RISK]["entry"] == "c0e0"
    places = {state[key]["position"] for key in inside(state, ("entry", "c0e0")) if key[0] == "risk"}
    assert len(places) == 2


@pytest.mark.parametrize("new", [False, True])
def test_a_risk_whose_entries_are_all_deleted_goes_with_them(new):
    base = start()
    mine, theirs = edited(base, RISK, entry="c1e0"), edited(base, RISK, entry="c2e0")
    for side, entry in ((mine, "c2e0"), (theirs, "c1e0")):
        delete(side, ("entry", entry))
        delete(side, ("entry", "c0e0"))
    if new:
        del base[RISK]
    state = merge(base, mine, theirs, {("entry", "c1e0", "")}).state
    assert RISK not in state
    assert ("entry", "c1e1") in state


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        ("ab", "ab", "ab", "ab"),
        ("ab", "abm", "abt", "abmt"),
        ("ab", "mab", "tab", "mtab"),
        ("ab", "ab", "atb", "atb"),
        ("abc", "abc", "cab", "cab"),
        ("abc", "abmc", "cab", "cabm"),
        ("abc", "cba", "cab", "cba"),
        ("abc", "ac", "abct", "act"),
        ("abc", "ac", "cab", "ca"),
        ("", "m", "t", "mt"),
    ],
)
def test_an_order_is_that_of_the_side_that_changed_it(base, mine, theirs, both):
    # What one side deleted is not in the family that is ordered.
    remaining = [item for item in theirs if item in mine or item not in base]
    assert "".join(ordered(base, mine, remaining)) == both


@pytest.mark.parametrize(
    ("change", "unlike"),
    [
        (lambda state: edited(state, RISK, note="mine"), {RISK}),
        (lambda state: edited(state, RISK, entry="c1e0"), {RISK}),
        (lambda state: edited(state, ("category", "c0"), title="mine"), {("category", "c0")}),
        (lambda state: edited(state, ("entry", "c0e0"), category="c1"), ENTRY),
        (lambda state: {key: record for key, record in state.items() if key != RISK}, {RISK}),
    ],
)
def test_only_what_differs_is_merged_and_all_in_what_lies_elsewhere(change, unlike):
    base = start()
    for states in ((change(base), base), (base, change(base))):
        assert set(Merger(base, *states).unlike) == unlike
    assert Merger(base, change(base), change(base)).unlike == []


def test_a_journal_may_take_away_what_something_lies_in_before_that_itself():
    """None of Riskdesk does; one that was made to do harm is followed all the same."""
    state = start()
    category = next(record["category"] for (kind, _), record in state.items() if kind == "entry")
    gone = [key for key in state if ("category", category) in ancestors(key, state)]
    remaining = {key: record for key, record in state.items() if key not in gone}
    steps = [
        Step(1, NOW, "me", "Add", tuple(Change(*key, None, record) for key, record in state.items())),
        Step(2, NOW, "me", "Delete", tuple(Change(*key, state[key], None) for key in gone)),
    ]
    assert gone[0] == ("category", category)
    assert common(steps, steps).state == remaining
