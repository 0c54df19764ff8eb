"""Copies to be merged."""

from collections import defaultdict
from collections.abc import Iterator

from hypothesis import strategies as st

from riskdesk.domain.label import Label
from riskdesk.domain.records import KINDS, parent_field, parent_of, to_record
from riskdesk.domain.replay import Key, State
from riskdesk.domain.scale import Rule, Scale
from riskdesk.domain.values import Category, Entry, Mitigation, Register, Risk

SCALE = Scale(Label.same("none"), (), (), Rule.PRODUCT, ())
ITEMS = (Category, Entry, Risk, Mitigation)
TEXTS = {"category": "title", "risk": "note", "mitigation": "action_owner"}
PLACES = st.integers(0, 30)
EDITS = st.lists(
    st.tuples(st.just("edit"), PLACES, st.sampled_from("abc"))
    | st.tuples(st.just("add"), PLACES, st.sampled_from(ITEMS))
    | st.tuples(st.just("delete"), PLACES, st.none())
    | st.tuples(st.just("move"), PLACES, PLACES)
    | st.tuples(st.just("turn"), PLACES, st.none()),
    max_size=8,
)


def start() -> State:
    """Three categories with two entries each, of two risks and a mitigation."""
    values: list[Register | Category | Entry | Risk | Mitigation] = [Register(id="r", scale=SCALE)]
    for c in range(3):
        values.append(Category(id=f"c{c}", register="r", position=c))
        for e in range(2):
            values.append(Entry(id=f"c{c}e{e}", category=f"c{c}", position=e))
            values += [Risk(id=f"c{c}e{e}r{r}", entry=f"c{c}e{e}", position=r) for r in range(2)]
            values.append(Mitigation(id=f"c{c}e{e}m", entry=f"c{c}e{e}"))
    kinds = {kind: name for name, kind in KINDS.items()}
    return {(kinds[type(value)], value.id): to_record(value) for value in values}


def inside(state: State, key: Key) -> list[Key]:
    return [child for child, record in state.items() if parent_of(child, record) == key]


def changed(base: State, edits: list[tuple[str, int, object]], side: str) -> State:
    """What a side makes of a state."""
    state = {key: dict(record) for key, record in base.items()}
    for number, (edit_kind, place, value) in enumerate(edits):
        keys = [key for key in state if key[0] != "register"]
        if not keys:
            break
        EDITORS[edit_kind](state, keys[place % len(keys)], value, f"{side}{number}")
        number_all(state)
    return state


def edit(state: State, key: Key, text: object, _identity: str) -> None:
    if key[0] in TEXTS:
        state[key][TEXTS[key[0]]] = text


def add(state: State, key: Key, kind: type, identity: str) -> None:
    """A new item of a kind at the start of what is nearest to a key."""
    parent = next((above for above in ancestors(key, state) if above[0] == parent_field(kind)), None)
    if parent is not None:
        state[kind.__name__.lower(), identity] = to_record(kind(id=identity, **dict([parent])))


def move(state: State, key: Key, place: int, _identity: str) -> None:
    parents = [parent for parent in state if parent[0] == parent_field(KINDS[key[0]])]
    state[key][parents[0][0]] = parents[place % len(parents)][1]


def turn(state: State, key: Key, _value: object, _identity: str) -> None:
    for child in inside(state, key):
        state[child]["position"] = -state[child]["position"]


def delete(state: State, key: Key, _value: object = None, _identity: str = "") -> None:
    for child in inside(state, key):
        delete(state, child)
    del state[key]


EDITORS = {"edit": edit, "add": add, "delete": delete, "move": move, "turn": turn}


def number_all(state: State) -> None:
    families: dict[object, list[Key]] = defaultdict(list)
    for key, record in sorted(state.items(), key=lambda item: item[1]["position"]):
        families[key[0], parent_of(key, record)].append(key)
    for family in families.values():
        for position, key in enumerate(family):
            state[key]["position"] = position


def sides(data: st.DataObject) -> tuple[State, State, State]:
    base = start()
    return base, changed(base, data.draw(EDITS), "mine"), changed(base, data.draw(EDITS), "theirs")


def ancestors(key: Key | None, *states: State) -> Iterator[Key]:
    """An item and what it is in, on any side."""
    if key is not None:
        yield key
        for state in states:
            if key in state:
                yield from ancestors(parent_of(key, state[key]), *states)


def edited(state: State, key: Key, **fields: object) -> State:
    return state | {key: state[key] | fields}
