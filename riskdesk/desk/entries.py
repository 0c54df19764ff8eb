"""Actions on entries."""

from collections.abc import Sequence

from riskdesk.desk import mitigations as mitigation_actions
from riskdesk.desk import risks as risk_actions
from riskdesk.desk import siblings
from riskdesk.desk.action import Action
from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.values import Category, Entry
from riskdesk.store.transaction import Transaction


def add(category: str, at: int | None = None, risks: Sequence[str] = (), mitigations: Sequence[str] = ()) -> Action:
    """Add an entry to a category, at a place (None: at the end), with risks and mitigations of these descriptions."""

    def work(tx: Transaction) -> None:
        tx.get(Category, category)
        entry = Entry(category=category)
        siblings.insert(tx, [entry], at)
        risk_actions.add(entry.id, risks).work(tx)
        mitigation_actions.add(entry.id, mitigations).work(tx)

    return Action(QT_TRANSLATE_NOOP("Action", "Add entry"), work)
