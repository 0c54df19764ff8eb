"""What two copies have in common since they diverged, as one took it over from the other by a merge."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.records import Record
from riskdesk.domain.replay import Key, State, follow, register_of
from riskdesk.domain.step import Change, Step

# The count only rises, in each copy independently.
_COUNT = "references"


class SinceFork:
    """The changes of a copy since its registers diverged from another one's, and those that merges brought into it.

    `forks` are the numbers of the last steps before that; `merges` is the label of the steps of merges.
    """

    def __init__(self, steps: Sequence[Step], forks: Mapping[str, int], merges: str, checkpoint: Checkpoint) -> None:
        self.brought: list[tuple[datetime.datetime, Change]] = []
        self._added: dict[Key, Record] = {}
        self._deleted: set[Key] = set()
        # The values of each field before and after each change; fields without a change have the same value as then.
        self._values: defaultdict[tuple[Key, str], list[Any]] = defaultdict(list)
        taken_back, state = _taken_back(steps), State()
        self._state = state
        for step in steps:
            checkpoint()
            is_merge = step.label == merges and step.undoes is None and step.number not in taken_back
            for change in _since(step, forks, state):
                self._hold(change)
                if is_merge:
                    self.brought.append((step.at, change))

    def _hold(self, change: Change) -> None:
        if change.after is None:
            self._deleted.add(change.key)
        elif change.before is None:
            self._added[change.key] = change.after
        for record in filter(None, (change.before, change.after)):
            for name, value in record.items():
                self._values[change.key, name].append(value)

    def _held(self, key: Key, name: str, value: Any) -> bool:
        return value in self._values[key, name] or (key in self._state and self._state[key].get(name) == value)

    def follow(self, change: Change, state: State) -> None:
        """Apply a change of a merge to the state that both copies have in common, if this copy had that value, too."""
        key, after = change.key, change.after
        if after is None:
            if key in self._deleted:
                state.pop(key, None)
            return
        if change.before is None and key in self._added:
            state[key] = self._added[key]
        if key in state:
            held_values = {
                name: value for name, value in after.items() if name != _COUNT and self._held(key, name, value)
            }
            state[key] = state[key] | held_values


def taken_over(base: State, mine: SinceFork, theirs: SinceFork) -> State:
    """The state that two copies had in common last: `base`, and what one has taken over from the other since.

    In the order of the times at which it was taken over, as neither has the steps of the other.
    """
    state = dict(base)
    brought = [
        (*dated_change, origin) for since, origin in ((mine, theirs), (theirs, mine)) for dated_change in since.brought
    ]
    for _, change, origin in sorted(brought, key=itemgetter(0)):
        origin.follow(change, state)
    return state


def _since(step: Step, forks: Mapping[str, int], state: State) -> Iterator[Change]:
    """The changes of a step in registers that diverged before it."""
    for change in step.changes:
        registers = [register_of(change.key, state)]
        follow(state, change)
        registers.append(register_of(change.key, state))
        if any(key is not None and step.number > forks.get(key[1], step.number) for key in registers):
            yield change


def _taken_back(steps: Sequence[Step]) -> set[int]:
    """The numbers of the steps that were undone, and not redone."""
    numbers: set[int] = set()
    for step in reversed(steps):
        if step.undoes is not None and step.number not in numbers:
            numbers.add(step.undoes)
    return numbers
