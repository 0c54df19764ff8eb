"""An action of a user: a label for the menu, the work in one transaction, and its result."""

from collections.abc import Callable, Sequence, Sized
from typing import NamedTuple

from riskdesk.domain.problems import Problem
from riskdesk.domain.step import Step
from riskdesk.store.transaction import Transaction

# An action on so many items or more is sweeping.
_MANY = 10


class Action(NamedTuple):
    """An action of a user; `label` is English text marked for translation under "Action".

    `work` may return a more exact label, which it knows once it has read the data. The store is backed up before a
    `sweeping` action, one that adds or deletes much at once.
    """

    label: str
    work: Callable[[Transaction], str | None]
    sweeping: bool = False


class ActionResult(NamedTuple):
    """The result of an action: its step, or the problem that prevented it; neither if nothing had to change."""

    step: Step | None = None
    problem: Problem | None = None


def is_sweeping(items: Sized) -> bool:
    """Whether an action on these items changes so much at once that the store is backed up before."""
    return len(items) >= _MANY


def in_turn(actions: Sequence[Action]) -> Action:
    """Combine actions, at least one, into one that does them in turn, as one step with the label of the first."""

    def work(tx: Transaction) -> None:
        for action in actions:
            action.work(tx)

    return Action(actions[0].label, work, any(action.sweeping for action in actions))
