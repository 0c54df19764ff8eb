"""Merging a copy into a store: combining the changes made in both since they were last the same."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from riskdesk.desk.action import Action
from riskdesk.desk.one_scale import require_one_scale
from riskdesk.domain.ancestor import common
from riskdesk.domain.conflict import Clash
from riskdesk.domain.language import words
from riskdesk.domain.merge import MergePlace, Merger, Side
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.progress import Checkpoint, never_cancelled, share_of
from riskdesk.domain.records import KINDS, Record
from riskdesk.domain.references import folded, free, highest, reference
from riskdesk.domain.replay import (
    Key,
    Places,
    State,
    differences,
    first_words,
    places,
    register_of,
    replay,
    scales_in,
    shifted,
)
from riskdesk.domain.scale import Scale
from riskdesk.domain.step import Change, Step
from riskdesk.domain.taking_over import SinceFork, taken_over
from riskdesk.domain.telling import Telling, register_names
from riskdesk.files import is_same
from riskdesk.store.store import Store
from riskdesk.store.transaction import Transaction

# Written to the journals of files, where a merge is recognised by it (`_arrivals`): it must never change.
LABEL = QT_TRANSLATE_NOOP("Action", "Merge a copy")
# The shares of the time after which a copy is checked, and both journals are read.
_OPENED, _FOLLOWED = 0.3, 0.5
# The most changes of one side that are shown for an item that the other side deleted.
_MOST_TOLD = 200


@dataclass(frozen=True)
class Merge:
    """A store (mine) and its copy (theirs), with the last state that they had in common, and their present states.

    `changes` are applied. `clashes` are the places that both changed: there, mine stays unless the place is in
    `taken_places`. `settled` are risks of mine that the copy has already merged: mine get the references that the copy
    gave them, so that they are the same on both sides. `fork` is the state in which both diverged, if they have since
    taken over changes from each other.
    """

    base: State
    mine: State
    theirs: State
    settled: frozenset[Key] = frozenset()
    fork: State | None = None

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """The places that both sides changed to different values."""
        return tuple(self._merger.clashes)

    def changes(self, taken_places: Collection[MergePlace] = ()) -> list[Change]:
        """The changes to the store if theirs is taken in these places."""
        after = self._unlike(taken_places)[1]
        keys = dict.fromkeys([*self._merger.unlike, *after])
        return differences({key: self.mine[key] for key in keys if key in self.mine}, after)

    def state(self, taken_places: Collection[MergePlace] = ()) -> State:
        """The state of the store after that."""
        return self._merger.alike | self._unlike(taken_places)[1]

    def renumbered(self, taken_places: Collection[MergePlace] = ()) -> list[tuple[str, str]]:
        """The references of risks that get a new one in the merge, each with the new one."""
        merged, state = self._unlike(taken_places)
        pairs = [(merged[key]["reference"], state[key]["reference"]) for key in merged if key[0] == "risk"]
        return sorted((old, new) for old, new in pairs if old != new)

    def record(self, key: Key, without: str = "") -> Record:
        """The whole record of a key, from either side; an entry has its first words, but not of the item `without`."""
        record = self.mine.get(key) or self.theirs[key]
        return record | {"description": self._first_words(key, without)} if key[0] == "entry" else record

    def described(self, clash: Clash, telling: Telling) -> tuple[str, str, str]:
        """The place of a clash in words, with the value here and the value in the copy."""
        if clash.field in KINDS:
            theirs, mine = telling.places(clash, lambda kind, *ids: self.record((kind, ids[0]), ids[1]))
        else:
            base, *scales = self._places.scales_of((clash.kind, clash.id), *self._scales)
            values = zip((clash.mine, clash.theirs), scales, strict=True)
            mine, theirs = (self._side(clash, value, telling.on(base, scale)) for value, scale in values)
        return telling.about(clash, self.record((clash.kind, clash.id))), mine, theirs

    def lines(self, telling: Telling, taken_places: Collection[MergePlace] = ()) -> list[str]:
        """A line for each change that is applied if theirs is taken in these places."""
        changes = self.changes(taken_places)
        moved = shifted(changes, self.mine, self._merger.mine.inside)
        rescaled = {change.key: change.after for change in changes if change.after and "scale" in change.after}
        before = self._scales[1]
        after = before | scales_in(rescaled)
        on_scales = telling._replace(scales=lambda key: self._places.scales_of(key, before, after))
        return on_scales.lines(changes, self._record_of, self._places, moved)

    def _record_of(self, change: Change) -> Record:
        """The record that gives the name for a change: for a new item, with the reference that it gets here."""
        coming = change.after if change.before is None else None
        return self.record(change.key) | (coming or {})

    def registers(self, telling: Telling) -> list[str]:
        """The name of the register for each clash; empty if there is only one register."""
        if not self._places.are_several:
            return [""] * len(self.clashes)
        names = register_names(self._places.registers, telling.language)
        return [names[self._places.of[clash.kind, clash.id]] for clash in self.clashes]

    @cached_property
    def _places(self) -> Places:
        return places(self._merger.unlike, self.mine, self.theirs)

    @cached_property
    def _scales(self) -> list[dict[str, Scale]]:
        """The scales of the registers by their ids: in the last state in common, in mine and in theirs."""
        return [scales_in(state) for state in (self.base, self.mine, self.theirs)]

    def _side(self, clash: Clash, value: object, telling: Telling) -> str:
        if clash.field or value is None:
            return telling.side(clash, value)
        keeper = self._merger.theirs if clash.mine is None else self._merger.mine
        return self._kept_item((clash.kind, clash.id), keeper, telling)

    def _kept_item(self, key: Key, side: Side, telling: Telling) -> str:
        """The beginning of an item that one side deleted, and the changes of the other side to it."""
        after = {inner: side.state[inner] for inner in side.whole(key)}
        before = {inner: self.base[inner] for inner in after if inner in self.base}
        changes = differences(before, after)
        lines = telling.lines(changes[:_MOST_TOLD], lambda change: self.record(change.key))
        lines += ["…"] * (len(changes) > _MOST_TOLD)
        record, signs = self.record(key), words(telling.language)
        head = str(record.get("description") or record.get("title") or record.get("name") or "")
        text = f"{signs.semicolon}\n".join(lines)
        return f"{head}{signs.colon}\n{text}" if head and text else head or text

    def _first_words(self, entry: Key, without: str) -> str:
        sides = (self._merger.mine, self._merger.theirs)
        keys = ((side, [key for key in side.inside.get(entry, ()) if key[1] != without]) for side in sides)
        bullets = ({key: side.state[key] for key in inside} for side, inside in keys)
        return next(filter(None, (first_words(state).get(entry[1]) for state in bullets)), "")

    def action(self, taken_places: Collection[MergePlace] = ()) -> Action:
        """Apply the changes of the copy, as one step.

        InputProblem if a scale lacks a level in use, or if a risk was assessed on a scale that is not kept.
        """

        def work(tx: Transaction) -> None:
            now = replace(self, mine={(kind, record["id"]): record for kind, record in tx.records()})
            require_one_scale(now.state(taken_places), now.mine, now.theirs)
            for change in now.changes(taken_places):
                tx.take(change)

        return Action(LABEL, work, sweeping=True)

    def _unlike(self, taken_places: Collection[MergePlace]) -> tuple[State, State]:
        """The merged records that differ between both sides, and the same with new references for incoming risks."""
        merged = self._merger.merge(taken_places)
        risks = {key: merged[key] for key in merged if key in self.settled and key in self.mine}
        merged |= {key: record | {"reference": self.theirs[key]["reference"]} for key, record in risks.items()}
        return merged, self._renumbered(merged)

    def _renumbered(self, unlike: State) -> State:
        """The records with new references for incoming risks whose own is in use here, or was given here since.

        The copy may have given the former references of settled risks to other risks. The present references of settled
        risks have priority over those of other risks that are new here, as the copy does not know the latter.
        """
        base = self.base if self.fork is None else self.fork
        mine, settled, merged = self.mine, self.settled, self._merger.alike | unlike
        state, changed = dict(merged), dict(unlike)
        former_names = {(_register(key, mine), folded(mine[key]["reference"])) for key in settled if key in mine}
        settled_names = {_name(key, merged) for key in settled if key in merged}
        names_in_use = defaultdict[Key, set[str]](set, {key: set(names) for key, names in self._names_alike.items()})
        coming = []
        for key in sorted((key for key in unlike if key[0] == "risk"), key=lambda key: key not in settled):
            register, name = _name(key, merged)
            is_settled = key in settled and name not in names_in_use[register]
            gives_way = key not in base and (register, name) in settled_names
            if is_settled or (_is_known(key, mine, merged) and not gives_way):
                names_in_use[register].add(name)
            else:
                coming.append(key)
        for key in sorted(coming, key=lambda key: merged[key]["reference"]):
            register, name = _register(key, merged), merged[key]["reference"]
            given_here = key not in mine and _given_count(base, register) < highest([name]) <= _given_count(
                mine, register
            )
            given_here = given_here and (register, folded(name)) not in former_names
            if not folded(name) or folded(name) in names_in_use[register] or given_here:
                (number,) = free(_given_count(state, register), names_in_use[register], 1)
                name = reference(number)
                for owner, field in ((register, {"references": number}), (key, {"reference": name})):
                    state[owner] = changed[owner] = state[owner] | field
            names_in_use[register].add(folded(name))
        return changed

    @cached_property
    def _merger(self) -> Merger:
        return Merger(self.base, self.mine, self.theirs)

    @cached_property
    def _names_alike(self) -> dict[Key, set[str]]:
        """The references of risks that are the same on both sides, by their register."""
        names: defaultdict[Key, set[str]] = defaultdict(set)
        for register, name in (_name(key, self.mine) for key in self._merger.alike if key[0] == "risk"):
            names[register].add(name)
        return names


def compare(store: Store, other: Path, checkpoint: Checkpoint = never_cancelled) -> Merge:
    """Compare `store` with its copy `other`; InputProblem if that is no copy, DamagedStore if it is damaged.

    `checkpoint` may cancel it.
    """
    if is_same(other, store.path):
        raise InputProblem(_ITSELF, file=other)
    with closing(Store.open(other, read_only=True, checkpoint=share_of(checkpoint, 0, _OPENED))) as copy:
        steps, identity = copy.steps(), copy.mark.store
    mine, theirs = store.steps(), replay(steps)
    if identity != store.mark.store and not _registers(replay(mine)) & _registers(theirs):
        raise InputProblem(_NO_COPY, file=other, store=store.path)
    checkpoint(_FOLLOWED)
    (fork, forks), state = common(mine, steps, checkpoint), store.state()
    own = SinceFork(mine, {register: at.mine for register, at in forks.items()}, LABEL, checkpoint)
    other_side = SinceFork(steps, {register: at.theirs for register, at in forks.items()}, LABEL, checkpoint)
    checkpoint(1)
    ours, others = _arrivals(mine), _arrivals(steps)
    both = [key for key in ours.keys() & others.keys() & state.keys() & theirs.keys() if key not in fork]
    settled = [key for key in both if ours[key] == (False, state[key]["reference"]) and others[key][0]]
    return Merge(taken_over(fork, own, other_side), state, theirs, frozenset(settled), fork)


def _arrivals(steps: Sequence[Step]) -> dict[Key, tuple[bool, str]]:
    """For each risk of a journal, whether a merge added it, and its reference then or after a later merge."""
    arrivals: dict[Key, tuple[bool, str]] = {}
    for step in steps:
        is_merge = step.label == LABEL
        for change in step.changes:
            if change.kind != "risk" or change.after is None or "reference" not in change.after:
                continue
            if change.key in arrivals and is_merge:
                arrivals[change.key] = (arrivals[change.key][0], change.after["reference"])
            elif change.before is None:
                arrivals.setdefault(change.key, (is_merge, change.after["reference"]))
    return arrivals


def _registers(state: State) -> set[Key]:
    return {key for key in state if key[0] == "register"}


def _name(key: Key, state: State) -> tuple[Key, str]:
    """The register of a risk, and its reference."""
    return _register(key, state), folded(state[key]["reference"])


def _is_known(key: Key, mine: State, merged: State) -> bool:
    """Whether a risk is here already, with the same reference and in the same register."""
    if key not in mine or folded(mine[key]["reference"]) != folded(merged[key]["reference"]):
        return False
    return _register(key, mine) == _register(key, merged)


def _given_count(state: State, register: Key) -> int:
    """The number of references that a register has given."""
    return int(state[register]["references"]) if register in state else 0


def _register(key: Key, state: State) -> Key:
    register = register_of(key, state)
    assert register is not None, "a whole state holds the register of each record in it"
    return register


_ITSELF = QT_TRANSLATE_NOOP("Problem", "{file} is the register file that is open; choose a copy of it.")
_NO_COPY = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} is no copy of {store}: they have no register in common. To bring one of its registers into another file,"
    " export that as JSON and import this.",
)
