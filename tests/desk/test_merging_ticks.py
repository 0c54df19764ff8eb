"""A choice changes what a merge of all that is there would, though only what differs is merged."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.desk.merging import Merge
from riskdesk.domain.merge import MergePlace, Merger
from riskdesk.domain.records import to_record
from riskdesk.domain.replay import Key, State
from riskdesk.domain.telling import Telling
from riskdesk.domain.values import Language, Risk
from tests.domain.merges import changed, delete, edited, sides, start

TELLING = Telling(Language.ENGLISH, lambda _context, text: text)

RISK: Key = ("risk", "c0e0r0")
# What each side deletes or writes, where it is there: mostly the same, so that the other does it otherwise.
GOES: dict[str, Key] = {
    "risk": RISK,
    "entry": ("entry", "c0e0"),
    "category": ("category", "c0"),
    "there": ("entry", "c1e0"),
}
WRITTEN: dict[str, dict[str, tuple[Key, dict[str, object]]]] = {
    side: {
        "note": (RISK, {"note": side}),
        "owner": (RISK, {"owner": side}),
        "reference": (RISK, {"reference": mine}),
        "title": (("category", "c0"), {"title": side}),
        "move": (RISK, {"entry": into, "position": 5}),
        "add": (("entry", "c0e0"), {}),
    }
    for side, mine, into in (("here", "R-01", "c1e0"), ("there", "R-02", "c2e0"))
}
# A risk that comes has the reference that the other side gives.
ADDED = {"here": "R-02", "there": "R-01"}
DOINGS = st.lists(st.sampled_from([*GOES, *WRITTEN["here"]]), max_size=5, unique=True)


def state_after(base: State, doings: list[str], side: str) -> State:
    """What a side makes of a state."""
    state = changed(base, [], side)
    for doing in doings:
        if doing in GOES:
            if GOES[doing] in state:
                delete(state, GOES[doing])
            continue
        key, fields = WRITTEN[side][doing]
        if key in state and ("entry", fields.get("entry", "c0e0")) in state:
            state = edited(state, key, **fields)
            if doing == "add":
                state["risk", side] = to_record(Risk(id=side, entry="c0e0", reference=ADDED[side], position=9))
    return state


def whole(merge: Merge) -> Merge:
    """A merge that sets nothing apart, but looks at all that is there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Merger, "_find_unlike", lambda _: merge.mine.keys() | merge.theirs.keys())
        anew = replace(merge)
        assert anew._merger.alike == {}
    return anew


def require_the_same(merge: Merge, data: st.DataObject) -> None:
    assert merge.clashes == whole(merge).clashes
    places = [clash.place for clash in merge.clashes]
    for _ in range(3):
        ticked = data.draw(st.sets(st.sampled_from(places)) if places else st.just(set[MergePlace]()))
        anew = whole(merge)
        assert merge.state(ticked) == anew.state(ticked)
        assert {change.key: change for change in merge.changes(ticked)} == {
            change.key: change for change in anew.changes(ticked)
        }
        assert merge.lines(TELLING, ticked) == anew.lines(TELLING, ticked)
        assert merge.renumbered(ticked) == anew.renumbered(ticked)


@given(DOINGS, DOINGS, st.data())
def test_each_choice_changes_what_a_merge_of_all_that_is_there_would(
    here: list[str], there: list[str], data: st.DataObject
) -> None:
    base = start()
    require_the_same(Merge(base, state_after(base, here, "here"), state_after(base, there, "there")), data)


@given(st.data())
def test_each_choice_after_any_edits_changes_what_a_merge_of_all_would(data: st.DataObject) -> None:
    require_the_same(Merge(*sides(data)), data)
