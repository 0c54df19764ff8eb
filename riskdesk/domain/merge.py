"""The merging of two copies of a store: what each changed since they were the same, and where the changes clash."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import chain
from typing import Any, TypeAlias

from riskdesk.domain.conflict import WORKED_OUT, Clash
from riskdesk.domain.order import ordered, positions
from riskdesk.domain.records import KINDS, Record, parent_of
from riskdesk.domain.replay import Key, State, inside

MergePlace: TypeAlias = tuple[str, str, str]
_MISSING = object()
_NAMED = {"print_set", "saved_view"}


class Side:
    """A state, with the items that are in each item."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.inside = inside(state)

    def parent(self, key: Key) -> Key | None:
        record = self.state.get(key)
        return None if record is None else parent_of(key, record)

    def whole(self, top: Key) -> Iterator[Key]:
        """An item and all in it."""
        yield top
        for child in self.inside.get(top, ()):
            yield from self.whole(child)


class Merger:
    """A merger of two states of a store that were one before.

    `merge` can be repeated with other choices for the `clashes`. What both have `alike`, nearly all of a large store,
    is found only once, and so are the clashes.
    """

    def __init__(self, base: State, mine: State, theirs: State) -> None:
        self._base, self.mine, self.theirs = Side(base), Side(mine), Side(theirs)
        unlike = self._find_unlike()
        self.unlike = [key for key in dict.fromkeys([*mine, *theirs]) if key in unlike]
        self.alike: State = {key: record for key, record in mine.items() if key not in unlike}
        self._added_entries = dict(chain(self._only_in(self.mine, self.theirs), self._only_in(self.theirs, self.mine)))
        self.clashes: list[Clash] = []
        # What is deleted without asking; and what one side deleted and the other changed, with whether mine deleted it.
        self._gone: set[Key] = set()
        self._deleted: dict[MergePlace, tuple[list[Key], bool]] = {}
        self._find_deleted(self.mine, self.theirs)
        self._find_deleted(self.theirs, self.mine)
        self._records = {key: self._record(key) for kind in KINDS for key in self.unlike if key[0] == kind}
        self._asked = {clash.place for clash in self.clashes}

    def merge(self, their_places: Collection[MergePlace] = ()) -> State:
        """The state with everything that either side changed since `base`.

        Where both sides changed a field, it has my value, or theirs in `their_places`. What one side deleted is
        deleted, unless the other edited it or something in it since: that is a clash too. The order is that of both
        sides, and positions are kept where possible. What both have alike is left out, except what had to make room.
        """
        taken_places = self._asked.intersection(their_places)
        goes = (whole for place, (whole, mine_did) in self._deleted.items() if (place in taken_places) != mine_did)
        gone_keys = self._gone.union(*goes)
        state = {key: record for key, record in self._records.items() if key not in gone_keys}
        for kind, identity, name in taken_places:
            if name and (kind, identity) in state:
                state[kind, identity] = state[kind, identity] | {name: self.theirs.state[kind, identity][name]}
        state = self._without_emptied(self._settled(state))
        self._number(state)
        self._name(state)
        return state

    def _find_unlike(self) -> set[Key]:
        """The keys whose records differ, and those of all that is in an item with different parents."""
        mine, theirs = self.mine.state, self.theirs.state
        unlike = {key for key in mine.keys() | theirs.keys() if mine.get(key) != theirs.get(key)}
        tops = [key for key in unlike if self.mine.parent(key) != self.theirs.parent(key)]
        return unlike.union(*map(self.mine.whole, tops))

    def _only_in(self, side: Side, other: Side) -> Iterator[tuple[Key, Side]]:
        """The entries that only one side has, as it added them, with that side."""
        for key in self.unlike:
            if key[0] == "entry" and key in side.state and key not in other.state and key not in self._base.state:
                yield key, side

    def _find_deleted(self, keeper: Side, deleter: Side) -> None:
        """Find what one side deleted: each topmost item with all in it that only the keeper has."""
        kept_keys = (key for key in self.unlike if key in keeper.state and key not in deleter.state)
        missing_keys = dict.fromkeys(key for key in kept_keys if key in self._base.state)
        for top in (key for key in missing_keys if keeper.parent(key) not in missing_keys):
            whole = list(_whole(top, keeper, deleter))
            if any(self._is_touched(key, keeper) for key in whole):
                mine_did = keeper is self.theirs
                sides = (keeper.state[top], None) if mine_did else (None, keeper.state[top])
                clash = Clash(*top, "", *sides)
                self.clashes.append(clash)
                self._deleted[clash.place] = whole, mine_did
            else:
                self._gone.update(whole)

    def _is_touched(self, key: Key, keeper: Side) -> bool:
        """Whether the keeper added or edited a record, or put another into it."""
        before, now = self._base.state.get(key), keeper.state[key]
        if before is None or any(before.get(name) != now[name] for name in now.keys() - WORKED_OUT):
            return True
        return any(self._base.parent(child) != key for child in keeper.inside[key])

    def _record(self, key: Key) -> Record:
        mine, theirs = self.mine.state.get(key), self.theirs.state.get(key)
        if mine is None or theirs is None:
            return theirs or mine or {}
        before = self._base.state.get(key, {})
        # A faster way for most records, which only one side changed.
        if key[0] != "register" and (theirs in (mine, before) or mine == before):
            return {name: (theirs if mine == before else mine)[name] for name in mine}
        return {name: self._value(key, name, before.get(name, _MISSING), mine[name], theirs[name]) for name in mine}

    def _value(self, key: Key, name: str, before: Any, mine: Any, theirs: Any) -> Any:
        if name == "references":
            return max(mine, theirs)
        if theirs in (mine, before):
            return mine
        if mine == before:
            return theirs
        if name in WORKED_OUT:
            return mine
        # Each copy gives a new risk a reference of its own; that is no clash.
        if before is _MISSING and name == "reference" and key[0] == "risk":
            return mine
        if name == "entry" and self._is_same_place(mine, theirs):
            return mine
        self.clashes.append(Clash(*key, name, theirs, mine))
        return mine

    def _is_same_place(self, mine: str, theirs: str) -> bool:
        """Whether two entries were added in the same category: what is in them was moved there by both sides."""
        keys = [key for key in (("entry", mine), ("entry", theirs)) if key in self._added_entries]
        categories = {self._added_entries[key].state[key]["category"] for key in keys}
        return len(keys) == 2 and len(categories) == 1

    def _settled(self, state: State) -> State:
        """The records with a parent that stays, parents first; what was moved into a deleted item returns."""
        settled: State = {}
        for key, record in state.items():
            parent = parent_of(key, record)
            if parent is None or parent in settled or parent in self.alike:
                settled[key] = record
                continue
            parents = (side.parent(key) for side in (self.mine, self.theirs, self._base) if key in side.state)
            former = next((place for place in parents if place in settled or place in self.alike), None)
            if former is not None:
                settled[key] = record | {former[0]: former[1]}
        return settled

    def _without_emptied(self, state: State) -> State:
        """The records without the entries that hold nothing any more, as both sides moved the same to two places."""
        parents = {parent_of(key, record) for key, record in state.items()}
        emptied = {key for key, side in self._added_entries.items() if side.inside.get(key) and key not in parents}
        return {key: record for key, record in state.items() if key not in emptied}

    def _number(self, state: State) -> None:
        families: dict[tuple[str, Key | None], list[Key]] = defaultdict(list)
        for key, record in state.items():
            families[key[0], parent_of(key, record)].append(key)
        for (kind, parent), family in families.items():
            if all(self._stays(key, parent) for key in family):
                continue
            beside = [key for key in self.mine.inside.get(parent, ()) if key[0] == kind and key in self.alike]
            sides = (self._siblings(side, parent, {*family, *beside}) for side in (self._base, self.mine, self.theirs))
            siblings = list(dict.fromkeys([*ordered(*sides), *family]))
            records = [state.get(key) or self.alike[key] for key in siblings]
            new_positions = positions([record["position"] for record in records])
            for key, record, position in zip(siblings, records, new_positions, strict=True):
                if record["position"] != position:
                    state[key] = record | {"position": position}

    def _name(self, state: State) -> None:
        """Append a number to the names of print sets and saved views that come in, if a name is in use here."""
        families: dict[tuple[str, Key | None], list[Key]] = defaultdict(list)
        for key, record in state.items():
            if key[0] in _NAMED:
                families[key[0], parent_of(key, record)].append(key)
        for (kind, parent), family in families.items():
            beside = [key for key in self.mine.inside.get(parent, ()) if key[0] == kind and key in self.alike]
            coming = [key for key in family if self.mine.state.get(key, {}).get("name") != state[key]["name"]]
            names = {(state.get(key) or self.alike[key])["name"] for key in {*beside, *family} - {*coming}}
            for key in coming:
                name, number = state[key]["name"], 1
                while name in names:
                    number += 1
                    name = f"{state[key]['name']} ({number})"
                names.add(name)
                state[key] = state[key] | {"name": name}

    def _stays(self, key: Key, parent: Key | None) -> bool:
        """Whether an item has the same place in both."""
        mine, theirs = self.mine.state.get(key), self.theirs.state.get(key)
        if mine is None or theirs is None or mine["position"] != theirs["position"]:
            return False
        return parent_of(key, mine) == parent == parent_of(key, theirs)

    def _siblings(self, side: Side, parent: Key | None, family: set[Key]) -> list[Key]:
        return [key for key in side.inside.get(parent, ()) if key in family]


def _whole(top: Key, keeper: Side, deleter: Side) -> Iterator[Key]:
    """An item with all in it that the other side does not have."""
    yield top
    for child in keeper.inside[top]:
        if child not in deleter.state:
            yield from _whole(child, keeper, deleter)
