"""A register as it was: found by undoing steps from its present state, or by replaying them from the beginning."""

from dataclasses import dataclass

from riskdesk.domain.conflict import WORKED_OUT
from riskdesk.domain.growing import grow
from riskdesk.domain.records import KINDS, from_record
from riskdesk.domain.replay import Key, State, follow, register_of, state_of
from riskdesk.domain.step import Change, Step
from riskdesk.domain.tree import RegisterTree


def take_back(state: State, step: Step) -> None:
    """Undo a step in a state that it led to."""
    for change in reversed(step.changes):
        follow(state, Change(change.kind, change.id, change.after, change.before))


def tree_of(state: State, register: str) -> RegisterTree | None:
    """A register of a state; None if it is not there."""
    keys = [key for key in state if key[0] != "snapshot" and "id" in state[key]]
    inside = [key for key in keys if register_of(key, state) == ("register", register)]
    values = [from_record(KINDS[key[0]], state[key]) for key in inside]
    return grow(values) if ("register", register) in inside else None


@dataclass(frozen=True, slots=True)
class Since:
    """The changes to a register since a moment, by kind and id; a new place alone is no change."""

    changed: frozenset[Key]
    added: frozenset[Key]
    removed: frozenset[Key]


def compared(then: RegisterTree, now: RegisterTree) -> Since:
    """The changes that lead from one state of a register to another."""
    one, other = state_of(then), state_of(now)
    differ = [key for key in one.keys() & other.keys() if _differ(key, one, other)]
    return Since(frozenset(differ), frozenset(other.keys() - one.keys()), frozenset(one.keys() - other.keys()))


def _differ(key: Key, one: State, other: State) -> bool:
    return any(one[key][name] != value for name, value in other[key].items() if name not in WORKED_OUT)
