"""Two copies of a store made one: what either changed since both were the same, and where their changes meet."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from riskdesk.domain.conflict import WORKED_OUT, Clash
from riskdesk.domain.order import ordered, positions
from riskdesk.domain.records import KINDS, Record, parent_of
from riskdesk.domain.replay import Key, State

Place: TypeAlias = tuple[str, str, str]
# What more than one value depends on: whether an item is there with all in it, its reference, and what it lies in.
_LEADING = {"", "reference", *KINDS}
_MISSING = object()


def is_leading(place: Place) -> bool:
    """Whether more than the value itself may differ by what is taken in a place."""
    return place[2] in _LEADING


@dataclass(frozen=True, slots=True)
class Merged:
    """The state that two states merge into, and the clashes between them."""

    state: State
    clashes: tuple[Clash, ...]


class Side:
    """A state with what lies in what."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.inside: dict[Key | None, list[Key]] = defaultdict(list)
        for key, record in sorted(state.items(), key=lambda item: item[1]["position"]):
            self.inside[parent_of(key, record)].append(key)

    def parent(self, key: Key) -> Key | None:
        record = self.state.get(key)
        return None if record is None else parent_of(key, record)

    def whole(self, top: Key) -> Iterator[Key]:
        """An item and all in it."""
        yield top
        for child in self.inside.get(top, ()):
            yield from self.whole(child)


def merge(base: Side, mine: Side, theirs: Side, their_places: Collection[Place] = ()) -> Merged:
    """Everything that one side changed since `base`; where both did, mine, but theirs in `their_places`.

    What one side deleted goes, unless the other edited it or something in it since: that is a clash too. The
    order is that of both sides; those keep their positions that can. What both sides have alike stays the record of
    mine itself.
    """
    return _Merge(base, mine, theirs, their_places).merged()


class _Merge:
    def __init__(self, base: Side, mine: Side, theirs: Side, their_places: Collection[Place]) -> None:
        self._base, self._mine, self._theirs = base, mine, theirs
        self._their_places = their_places
        self._clashes: list[Clash] = []

    def merged(self) -> Merged:
        gone_keys = {*self._deleted(self._mine, self._theirs), *self._deleted(self._theirs, self._mine)}
        remaining = [key for key in dict.fromkeys([*self._mine.state, *self._theirs.state]) if key not in gone_keys]
        settled = self._settled({key: self._record(key) for kind in KINDS for key in remaining if key[0] == kind})
        self._number(settled)
        return Merged(settled, tuple(self._clashes))

    def _deleted(self, keeper: Side, deleter: Side) -> Iterator[Key]:
        """What goes because one side deleted it: each topmost item with all in it that only the keeper has."""
        missing_keys = self._base.state.keys() - deleter.state.keys()
        for top in keeper.state:
            if top in missing_keys and keeper.parent(top) not in missing_keys:
                whole = list(_whole(top, keeper, deleter))
                if self._goes(top, keeper, touched=any(self._is_touched(key, keeper) for key in whole)):
                    yield from whole

    def _goes(self, top: Key, keeper: Side, *, touched: bool) -> bool:
        mine_deleted = keeper is self._theirs
        if not touched:
            return True
        sides = (keeper.state[top], None) if mine_deleted else (None, keeper.state[top])
        clash = Clash(*top, "", *sides)
        self._clashes.append(clash)
        return (clash.place in self._their_places) != mine_deleted

    def _is_touched(self, key: Key, keeper: Side) -> bool:
        """Whether the keeper added or edited a record, or put another into it."""
        before, now = self._base.state.get(key), keeper.state[key]
        if before is None or any(before.get(name) != now[name] for name in now.keys() - WORKED_OUT):
            return True
        return any(self._base.parent(child) != key for child in keeper.inside[key])

    def _record(self, key: Key) -> Record:
        mine, theirs = self._mine.state.get(key), self._theirs.state.get(key)
        if mine is None or theirs is None:
            return theirs or mine or {}
        if mine == theirs:
            return mine
        before = self._base.state.get(key, {})
        # The same as below, for what most of a large store is: neither side touched it, or only one did.
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
        # Each copy gives what is new a reference of its own; that is no contradiction.
        if before is _MISSING and name == "reference":
            return mine
        clash = Clash(*key, name, theirs, mine)
        self._clashes.append(clash)
        return theirs if clash.place in self._their_places else mine

    def _settled(self, state: State) -> State:
        """The records that lie in something, parents first: what was moved into what goes is back where it was."""
        settled: State = {}
        for key, record in state.items():
            parent = parent_of(key, record)
            if parent is None or parent in settled:
                settled[key] = record
                continue
            parents = (side.parent(key) for side in (self._mine, self._theirs, self._base) if key in side.state)
            former = next((place for place in parents if place in settled), None)
            if former is not None:
                settled[key] = record | {former[0]: former[1]}
        return settled

    def _number(self, state: State) -> None:
        families: dict[tuple[str, Key | None], list[Key]] = defaultdict(list)
        for key, record in state.items():
            families[key[0], parent_of(key, record)].append(key)
        for (_, parent), family in families.items():
            if all(self._stays(key, parent) for key in family):
                continue
            sides = (self._siblings(side, parent, set(family)) for side in (self._base, self._mine, self._theirs))
            inside = list(dict.fromkeys([*ordered(*sides), *family]))
            known_positions = [state[key]["position"] for key in inside]
            for key, position in zip(inside, positions(known_positions), strict=True):
                if state[key]["position"] != position:
                    state[key] = state[key] | {"position": position}

    def _stays(self, key: Key, parent: Key | None) -> bool:
        """Whether an item has the same place in both."""
        mine, theirs = self._mine.state.get(key), self._theirs.state.get(key)
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
