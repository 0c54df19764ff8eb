"""Actions on risks."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from riskdesk.desk import siblings
from riskdesk.desk.action import Action
from riskdesk.desk.lineage import register_of
from riskdesk.domain.assessing import Pair
from riskdesk.domain.possible import LEVELS
from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.scale import Assessment
from riskdesk.domain.text import is_blank
from riskdesk.domain.values import Language, Risk
from riskdesk.store.transaction import Transaction


def add(
    entry: str, descriptions: Sequence[str], at: siblings.SiblingPlace = None, language: Language | None = None
) -> Action:
    """Add a risk for each description to an entry, at a place among its siblings."""

    def work(tx: Transaction) -> None:
        references = tx.give_references(register_of(tx, entry), len(descriptions))
        pairs = zip(descriptions, references, strict=True)
        added = [Risk(entry=entry, description=text, reference=name, language=language) for text, name in pairs]
        siblings.insert(tx, added, at)

    return Action(QT_TRANSLATE_NOOP("Action", "Add risk"), work)


def edit(risk: str, **fields: Any) -> Action:
    """Change fields of a risk; if its reference is set to blank, it gets a new one.

    InputProblem if a level is not in the scale of the register, or if the reference is taken.
    """

    def work(tx: Transaction) -> None:
        edited = replace(tx.get(Risk, risk), **fields)
        if "reference" in fields and is_blank(edited.reference):
            (new_reference,) = tx.give_references(register_of(tx, edited.entry), 1)
            edited = replace(edited, reference=new_reference)
        tx.update(edited)

    if fields.keys() & LEVELS:
        return Action(QT_TRANSLATE_NOOP("Action", "Assess risk"), work)
    return Action(QT_TRANSLATE_NOOP("Action", "Edit risk"), work)


def assess_each(assessments: Mapping[str, Assessment], pair: Pair = Pair.INHERENT) -> Action:
    """Give each of these risks an assessment of its own; InputProblem as for `edit`."""

    def work(tx: Transaction) -> None:
        for risk, assessment in assessments.items():
            tx.update(replace(tx.get(Risk, risk), **pair.fields(assessment)))

    one, several = _ASSESSED[pair]
    return Action(one if len(assessments) == 1 else several, work)


def assess(ids: Sequence[str], pair: Pair, assessment: Assessment) -> Action:
    """Give all of these risks one assessment; InputProblem as for `edit`."""
    return assess_each(dict.fromkeys(ids, assessment), pair)


# The labels for one risk, and for several.
_ASSESSED = {
    Pair.INHERENT: (QT_TRANSLATE_NOOP("Action", "Assess risk"), QT_TRANSLATE_NOOP("Action", "Assess risks")),
    Pair.RESIDUAL: (
        QT_TRANSLATE_NOOP("Action", "Assess residual risk"),
        QT_TRANSLATE_NOOP("Action", "Assess residual risks"),
    ),
}
