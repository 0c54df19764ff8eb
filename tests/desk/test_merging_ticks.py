"""A choice between two values tells the same whether the merge is made anew for it or kept from the choice before."""

from hypothesis import given
from hypothesis import strategies as st

from riskdesk.desk.merging import Merge
from riskdesk.domain.merge import Place
from riskdesk.domain.records import to_record
from riskdesk.domain.replay import Key, State
from riskdesk.domain.values import Risk
from tests.domain.test_merge import changed, delete, edited, start

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


def done(base: State, doings: list[str], side: str) -> State:
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


@given(DOINGS, DOINGS, st.data())
def test_each_choice_changes_what_a_merge_of_its_own_would(
    here: list[str], there: list[str], data: st.DataObject
) -> None:
    base = start()
    kept = Merge(base, done(base, here, "here"), done(base, there, "there"))
    places = [clash.place for clash in kept.clashes]
    for _ in range(3):
        taken = data.draw(st.sets(st.sampled_from(places)) if places else st.just(set[Place]()))
        anew = Merge(base, kept.mine, kept.theirs)
        whole = anew._merge(anew._sides[1], taken)[1]
        assert kept.state(taken) == whole
        assert kept.changes(taken) == anew.changes(taken)
        assert kept.renumbered(taken) == anew.renumbered(taken)
