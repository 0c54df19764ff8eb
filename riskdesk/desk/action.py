"""What a user does, a label for the menu and the work in one transaction, and what came of it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from riskdesk.domain.problems import Problem
from riskdesk.domain.step import Step
from riskdesk.store.transaction import Transaction


class Action(NamedTuple):
    """An action that a user can do; `label` is English text marked for translation under "Action".

    `work` may return a more exact label once it knows what it touched. The store is backed up before a `sweeping`
    action, one that brings in or takes away much at once.
    """

    label: str
    work: Callable[[Transaction], str | None]
    sweeping: bool = False


class ActionResult(NamedTuple):
    """What came of an action: the step it took, or the problem that prevented it; neither if nothing had to change."""

    step: Step | None = None
    problem: Problem | None = None


def in_turn(actions: Sequence[Action]) -> Action:
    """Actions, at least one, done one after the other as one step under the label of the first."""

    def work(tx: Transaction) -> None:
        for action in actions:
            action.work(tx)

    return Action(actions[0].label, work, any(action.sweeping for action in actions))
