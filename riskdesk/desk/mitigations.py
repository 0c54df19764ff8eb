"""Actions on mitigations."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from riskdesk.desk import siblings
from riskdesk.desk.action import Action
from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.values import Entry, Language, Mitigation
from riskdesk.store.transaction import Transaction


def add(
    entry: str, descriptions: Sequence[str], at: siblings.SiblingPlace = None, language: Language | None = None
) -> Action:
    """Add a mitigation for each description to an entry, at a place among its siblings."""

    def work(tx: Transaction) -> None:
        tx.get(Entry, entry)
        added = [Mitigation(entry=entry, description=text, language=language) for text in descriptions]
        siblings.insert(tx, added, at)

    return Action(QT_TRANSLATE_NOOP("Action", "Add mitigation"), work)


def edit(mitigation: str, **fields: Any) -> Action:
    """Change fields of a mitigation."""

    def work(tx: Transaction) -> None:
        tx.update(replace(tx.get(Mitigation, mitigation), **fields))

    return Action(QT_TRANSLATE_NOOP("Action", "Edit mitigation"), work)
