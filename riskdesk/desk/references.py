"""The references of a register: given once, and never used again."""

from collections.abc import Iterable
from dataclasses import replace

from riskdesk.domain.references import folded
from riskdesk.domain.values import Risk
from riskdesk.store.transaction import Transaction


def make_free(tx: Transaction, register: str, risks: Iterable[Risk]) -> None:
    """Give new references to those risks whose own is taken in a register that they are about to come into."""
    for risk in freed(tx, register, risks):
        tx.update(risk)


def freed(tx: Transaction, register: str, risks: Iterable[Risk]) -> list[Risk]:
    """Those risks that are about to come into a register where their reference is taken, each with a new one."""
    coming, clashing = list(risks), list[Risk]()
    held = tx.alike(register, [risk.reference for risk in coming])
    taken = {"", *map(folded, held.values())}
    for risk in coming:
        if folded(risk.reference) in taken:
            clashing.append(risk)
        taken.add(folded(risk.reference))
    given = tx.give_references(register, len(clashing), [risk.reference for risk in coming])
    return [replace(risk, reference=name) for risk, name in zip(clashing, given, strict=True)]
