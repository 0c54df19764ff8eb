"""Actions that fill gaps of many items at once; each is one step."""

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
    """Give a field of these risks, or mitigations, one value; with a blank reference, each risk gets a new one."""

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
    """Swap the beginning and the end of the period of a register."""

    def work(tx: Transaction) -> None:
        before = tx.get(Register, register)
        tx.update(replace(before, period_start=before.period_end, period_end=before.period_start))

    return Action(QT_TRANSLATE_NOOP("Action", "Swap dates of the period"), work)
