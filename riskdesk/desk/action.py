"""What a user does: a label for the menu and the work in one transaction."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from riskdesk.store.transaction import Transaction


class Action(NamedTuple):
    """Something a user can do; `label` is English text marked for translation under "Action".

    `work` may return a label more exact than that, once it knows what it touched. Before a `sweeping` action, which
    brings in or takes away much at once, the store is backed up.
    """

    label: str
    work: Callable[[Transaction], str | None]
    sweeping: bool = False


def in_turn(actions: Sequence[Action]) -> Action:
    """Actions, at least one, done one after the other as one step under the label of the first."""

    def work(tx: Transaction) -> None:
        for action in actions:
            action.work(tx)

    return Action(actions[0].label, work, any(action.sweeping for action in actions))
