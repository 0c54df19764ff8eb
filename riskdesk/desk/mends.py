"""What mends the gaps of many items at once; each is one step."""

from collections.abc import Sequence
from typing import Any

from riskdesk.desk.action import Action
from riskdesk.desk.edits import edit
from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.values import Mitigation, Risk
from riskdesk.store.transaction import Transaction

_LABELS = {
    Risk: QT_TRANSLATE_NOOP("Action", "Edit risks"),
    Mitigation: QT_TRANSLATE_NOOP("Action", "Edit mitigations"),
}


def fill(kind: type[Risk | Mitigation], ids: Sequence[str], field: str, value: Any) -> Action:
    """Give a field of all risks, or mitigations, of those ids one value.

    Blank as a reference, each of them gets a new one of its own.
    """

    def work(tx: Transaction) -> None:
        for identity in ids:
            edit(kind, identity, **{field: value}).work(tx)

    return Action(_LABELS[kind], work)
