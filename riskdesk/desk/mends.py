"""What mends the gaps of many items at once; each is one step."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from riskdesk.desk.action import Action
from riskdesk.desk.edits import edit
from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.values import Mitigation, Register, Risk
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


def lower_residual(ids: Sequence[str]) -> Action:
    """Give the risks of those ids the inherent assessment as their residual one."""

    def work(tx: Transaction) -> None:
        for identity in ids:
            risk = tx.get(Risk, identity)
            tx.update(replace(risk, residual_likelihood=risk.likelihood, residual_impact=risk.impact))

    return Action(QT_TRANSLATE_NOOP("Action", "Set residual to inherent"), work)


def turn_period(register: str) -> Action:
    """Let the period of a register begin where it ends, and end where it begins."""

    def work(tx: Transaction) -> None:
        before = tx.get(Register, register)
        tx.update(replace(before, period_start=before.period_end, period_end=before.period_start))

    return Action(QT_TRANSLATE_NOOP("Action", "Swap dates of the period"), work)
