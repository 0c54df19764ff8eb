"""The references of a register: each is given once, and never again."""

from collections.abc import Iterable
from dataclasses import replace

from riskdesk.domain.references import folded
from riskdesk.domain.values import Risk
from riskdesk.store.transaction import Transaction


def make_free(tx: Transaction, register: str, risks: Iterable[Risk]) -> None:
    """Give new references to risks that will be moved to a register where theirs are taken."""
    for risk in freed(tx, register, risks):
        tx.update(risk)


def freed(tx: Transaction, register: str, risks: Iterable[Risk]) -> list[Risk]:
    """The risks whose reference is taken in the register to which they will be added, with new references."""
    coming, clashing = list(risks), list[Risk]()
    alike = tx.alike(register, [risk.reference for risk in coming])
    in_use = {"", *map(folded, alike.values())}
    for risk in coming:
        if folded(risk.reference) in in_use:
            clashing.append(risk)
        in_use.add(folded(risk.reference))
    new_references = tx.give_references(register, len(clashing), [risk.reference for risk in coming])
    return [replace(risk, reference=name) for risk, name in zip(clashing, new_references, strict=True)]
