"""What a user does to risks."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from riskdesk.desk import references, siblings
from riskdesk.desk.action import Action
from riskdesk.desk.lineage import register_of
from riskdesk.domain.fields import FIELDS, FieldType
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.scale import Scale
from riskdesk.domain.values import Entry, Register, Risk
from riskdesk.store.transaction import Transaction

_ASSESSED = {name for name, field in FIELDS["risk"].items() if field.type is FieldType.LEVEL}


def add(entry: str, descriptions: Sequence[str], position: int | None = None) -> Action:
    """Add a risk for each description to an entry, before the one now at `position` (None for the end)."""

    def work(tx: Transaction) -> None:
        tx.get(Entry, entry)
        given = references.give(tx, register_of(tx, entry), len(descriptions))
        told = zip(descriptions, given, strict=True)
        siblings.insert(tx, [Risk(entry=entry, description=text, reference=name) for text, name in told], position)

    return Action(QT_TRANSLATE_NOOP("Action", "Add risk"), work)


def edit(risk: str, **fields: Any) -> Action:
    """Change fields of a risk; InputProblem where a level is not in the register's scale."""

    def work(tx: Transaction) -> None:
        edited = replace(tx.get(Risk, risk), **fields)
        if _ASSESSED & fields.keys():
            require_level(tx.get(Register, register_of(tx, edited.entry)).scale, edited)
        tx.update(edited)

    if _ASSESSED & fields.keys():
        return Action(QT_TRANSLATE_NOOP("Action", "Assess risk"), work)
    return Action(QT_TRANSLATE_NOOP("Action", "Edit risk"), work)


def require_level(scale: Scale, risk: Risk) -> None:
    """InputProblem where an assessment of a risk names a level that is not in the scale."""
    if not (scale.holds(risk.assessment) and scale.holds(risk.residual)):
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem", "The scale “{scale}” does not have every level of the risk {risk}; assess it anew first."
            ),
            scale=scale.name,
            risk=risk.reference or risk.description[:60],
        )
