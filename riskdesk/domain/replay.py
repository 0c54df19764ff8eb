"""The state that steps lead to, and how one state differs from another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from operator import attrgetter, itemgetter
from typing import NamedTuple, TypeAlias

from riskdesk.domain.records import KINDS, SENSELESS, Record, kind_name, parent_field, parent_of, to_record
from riskdesk.domain.scale import Scale
from riskdesk.domain.scale_record import scale_from_record
from riskdesk.domain.step import Change, NoStep, Step
from riskdesk.domain.text import is_blank
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import RegisterTitle, Value

Key: TypeAlias = tuple[str, str]
State: TypeAlias = dict[Key, Record]
_ORDER = {kind: place for place, kind in enumerate(KINDS)}


def state_of(tree: RegisterTree) -> State:
    """Every record of a register, but for its snapshots."""
    return records_of(tree.values)


def records_of(values: Iterable[Value]) -> State:
    """The records of values, by kind and id."""
    return {(kind_name(type(value)), value.id): to_record(value) for value in values}


def replay(steps: Iterable[Step]) -> State:
    """Every record by its kind and id, as the steps of a journal left it."""
    state: State = {}
    for step in steps:
        for change in step.changes:
            follow(state, change)
    return state


def followed(steps: Iterable[Step], state: State) -> Iterator[Step]:
    """Each step of a whole journal, after it is made in a state; NoStep if it does not fit that state."""
    for step in steps:
        for change in step.changes:
            if not _applies(change, state):
                raise NoStep(step.number)
            follow(state, change)
        yield step


def _applies(change: Change, state: State) -> bool:
    if change.before is None:
        return change.key not in state
    # In copies of one register by an older Riskdesk, the journal has only the move of an item that came from another.
    return change.key in state or parent_field(KINDS[change.kind]) in (change.after or {})


def follow(state: State, change: Change) -> None:
    """Make a change in a state."""
    key = change.key
    if change.after is None:
        state.pop(key, None)
    else:
        state[key] = state[key] | change.after if key in state else change.after


def register_of(key: Key, state: State) -> Key | None:
    """The key of the register that a value is in; None if it is in none of the state."""
    record = state.get(key)
    if record is None:
        return None
    parent = parent_of(key, record)
    return key if parent is None else register_of(parent, state)


def first_words(state: State) -> dict[str, str]:
    """The words by which each entry is named, those of its first risk or else of its first mitigation, by its id."""
    words: dict[str, str] = {}
    for kind in ("risk", "mitigation"):
        bullets = (
            record for (each, _), record in state.items() if each == kind and not is_blank(record["description"])
        )
        for record in sorted(bullets, key=itemgetter("position")):
            words.setdefault(record["entry"], record["description"])
    return words


class Places(NamedTuple):
    """The registers of some states, in order, and the id of the register that each of some values is in."""

    registers: Sequence[RegisterTitle]
    of: Mapping[Key, str]

    @property
    def are_several(self) -> bool:
        """Whether there are several registers, so that the one that a value is in has to be named."""
        return len(self.registers) > 1

    def scales_of(self, key: Key, *scales: Mapping[str, Scale]) -> tuple[Scale | None, ...]:
        """The scale of the register that a value is in, among each of some scales by the ids of their registers."""
        register = self.of.get(key, "")
        return tuple(by_register.get(register) for by_register in scales)


def places(keys: Iterable[Key], *states: State) -> Places:
    """The registers that values are in, by the first state that has them."""
    registers: dict[str, RegisterTitle] = {}
    for record in (record for state in states for (kind, _), record in state.items() if kind == "register"):
        title = RegisterTitle(*(record[name] for name in RegisterTitle._fields))
        registers.setdefault(title.id, title)
    homes = ((key, next(filter(None, (register_of(key, state) for state in states)), None)) for key in keys)
    ordered = sorted(registers.values(), key=attrgetter("position"))
    return Places(ordered, {key: register[1] for key, register in homes if register is not None})


class Differences(NamedTuple):
    """The changes between two states, with what is needed to describe them: whole records, registers and scales.

    `shifted` are the keys of values that have another place among their siblings, `scales` the scales of the registers
    in both states, by their ids.
    """

    changes: Sequence[Change]
    records: State
    places: Places
    shifted: Set[Key]
    scales: tuple[Mapping[str, Scale], Mapping[str, Scale]]


def described(before: State, after: State, *others: State) -> Differences:
    """The changes that lead from one state to another, with records from the last state or else from another one."""
    changes, states = differences(before, after), (after, before, *others)
    whereabouts, scales = places((change.key for change in changes), *states), (scales_in(before), scales_in(after))
    records = whole_records(changes, *states)
    return Differences(changes, records, whereabouts, shifted(changes, before, inside(before)), scales)


def scales_in(state: State) -> dict[str, Scale]:
    """The scale of each register in a state, by the id of the register, but for those that make no sense."""
    scales = {}
    for (kind, identity), record in state.items():
        if kind == "register":
            with suppress(*SENSELESS):
                scales[identity] = scale_from_record(record["scale"])
    return scales


def inside(state: State) -> defaultdict[Key | None, list[Key]]:
    """The keys of the children of each value, in order; under None those without a parent."""
    children = defaultdict[Key | None, list[Key]](list)
    for key, record in sorted(state.items(), key=lambda item: item[1]["position"]):
        children[parent_of(key, record)].append(key)
    return children


def whole_records(changes: Iterable[Change], *states: State) -> State:
    """The whole record of each value that changed, from the first state that has it, to name it by.

    An entry is described by its first words.
    """
    descriptions: dict[str, str] = {}
    for state in reversed(states):
        descriptions |= first_words(state)
    records = {change.key: next(state[change.key] for state in states if change.key in state) for change in changes}
    entries = ((key, {"description": descriptions.get(key[1], "")}) for key in records if key[0] == "entry")
    return records | {key: records[key] | description for key, description in entries}


def differences(before: State, after: State) -> list[Change]:
    """The changes that lead from one state to another: additions, parents first, then edits, then deletions.

    Those of a kind come in the order of the states.
    """
    added = [Change(*key, None, record) for key, record in after.items() if key not in before]
    both = ((key, before[key], record) for key, record in after.items() if key in before)
    edited = [_edit(key, was, record) for key, was, record in both if record is not was and record != was]
    removed = [Change(*key, record, None) for key, record in before.items() if key not in after]
    return [*sorted(added, key=_rank), *sorted(edited, key=_rank), *sorted(removed, key=_rank, reverse=True)]


def shifted(changes: Iterable[Change], before: State, lying: Mapping[Key | None, Sequence[Key]]) -> set[Key]:
    """The values that changes move among the siblings of their kind that they have both before and after.

    `lying` has the children of each value before, in order.
    """
    edits = {change.key: change.after for change in changes if change.before is not None}
    placed = [key for key, after in edits.items() if after is not None and "position" in after]
    displaced = set()
    for kind, parent in {(key[0], parent_of(key, before[key])) for key in placed}:
        field = None if parent is None else parent[0]
        beside = [key for key in lying.get(parent, ()) if key[0] == kind]
        staying = [key for key in beside if (after := edits.get(key, {})) is not None and field not in after]
        now = sorted(staying, key=lambda key: (before[key] | (edits.get(key) or {}))["position"])
        displaced |= {key for was, key in zip(staying, now, strict=True) if was != key}
    return displaced.intersection(placed)


def _edit(key: Key, before: Record, after: Record) -> Change:
    names = [name for name in after if before.get(name) != after[name]]
    return Change(*key, {name: before.get(name) for name in names}, {name: after[name] for name in names})


def _rank(change: Change) -> int:
    return _ORDER[change.kind]
