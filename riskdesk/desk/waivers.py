"""The kinds of gaps that are ignored in a register, and why."""

from dataclasses import replace

from riskdesk.desk import siblings
from riskdesk.desk.action import Action
from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.values import Register, Waiver
from riskdesk.store.transaction import Transaction


def waive(register: str, gap: str, reason: str) -> Action:
    """Ignore a kind of gap, given by its code, in a register; if it is ignored already, change the reason."""

    def work(tx: Transaction) -> None:
        tx.get(Register, register)
        existing = next((waiver for waiver in tx.children(Waiver, register) if waiver.gap == gap), None)
        if existing is None:
            siblings.insert(tx, [Waiver(register=register, gap=gap, reason=reason)])
        else:
            tx.update(replace(existing, reason=reason))

    return Action(QT_TRANSLATE_NOOP("Action", "Look no longer for a gap"), work)


def delete(waiver: str) -> Action:
    """Look for a kind of gap again, even if it was waived twice, in two copies of a store that were merged."""

    def work(tx: Transaction) -> None:
        given = tx.get(Waiver, waiver)
        siblings.remove(tx, [each for each in tx.children(Waiver, given.register) if each.gap == given.gap])

    return Action(QT_TRANSLATE_NOOP("Action", "Look for a gap again"), work)
