"""States: which registers values are in, what moved among its siblings, and a register as it was."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from riskdesk.domain.replay import Places, State, described, places, state_of
from riskdesk.domain.rewind import tree_of
from riskdesk.domain.values import RegisterTitle
from tests.desk.standing import ids_of, register_of

HERE = register_of("A: r0 r1 r2 | , r3 | ")
IDS = ids_of(HERE)
STATE = state_of(HERE)


def edited(edits: Mapping[str, Mapping[str, Any]]) -> State:
    """The state with other values in the records of some risks, which are known by their texts."""
    keys = {("risk", IDS[text]): values for text, values in edits.items()}
    return {key: record | keys.get(key, {}) for key, record in STATE.items()}


@pytest.mark.parametrize(
    ("edits", "shifted_texts"),
    [
        ({"r1": {"note": "new"}}, set()),
        ({"r0": {"position": 1}, "r1": {"position": 0}}, {"r0", "r1"}),
        # One that makes room keeps its place among the others, and so do those behind one that left.
        ({"r1": {"position": 7}, "r2": {"position": 8}}, set()),
        ({"r0": {"entry": IDS["e3"], "position": 9}, "r1": {"position": 0}, "r2": {"position": 1}}, set()),
    ],
)
def test_shifted_is_what_has_another_place_among_those_that_stay(
    edits: Mapping[str, Mapping[str, Any]], shifted_texts: set[str]
) -> None:
    assert described(STATE, edited(edits)).shifted == {("risk", IDS[text]) for text in shifted_texts}


def test_values_are_in_the_registers_of_the_first_state_that_has_them() -> None:
    other = replace(register_of("B: r0 | "), register=replace(HERE.register, id="other", position=1, title="Second"))
    old = state_of(replace(HERE, register=replace(HERE.register, title="Old title")))
    (category,) = (branch.category for branch in other.categories)
    others = {
        key: record | ({"register": "other"} if key[0] == "category" else {}) for key, record in state_of(other).items()
    }
    keys = [("risk", IDS["r0"]), ("category", category.id), ("risk", "nowhere")]
    found_places = places(keys, STATE | others, old)
    register = HERE.register
    assert found_places == Places(
        [RegisterTitle(register.id, 0, register.title, ""), RegisterTitle("other", 1, "Second", "")],
        {keys[0]: register.id, keys[1]: "other"},
    )
    assert found_places.are_several
    assert not places(keys, STATE, old).are_several


def test_a_register_is_made_of_what_is_whole_in_it() -> None:
    assert tree_of(STATE, HERE.register.id) == HERE
    assert tree_of(STATE, "gone") is None
    # The journal of an older Riskdesk may have only the move of an item that came from another store.
    moved = {("risk", "elsewhere"): {"entry": IDS["e0"], "position": 5}}
    assert tree_of(STATE | moved, HERE.register.id) == HERE
