"""The labels of actions on any item, as the Undo menu and the journal name them."""

from collections.abc import Iterable
from enum import Enum

from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.records import kind_name
from riskdesk.domain.tree import Item


class Verb(Enum):
    """What is done to items: its label for a mix of kinds, and one for each kind."""

    DELETE = (
        QT_TRANSLATE_NOOP("Action", "Delete items"),
        {
            "category": QT_TRANSLATE_NOOP("Action", "Delete category"),
            "entry": QT_TRANSLATE_NOOP("Action", "Delete entry"),
            "risk": QT_TRANSLATE_NOOP("Action", "Delete risk"),
            "mitigation": QT_TRANSLATE_NOOP("Action", "Delete mitigation"),
        },
    )
    MOVE = (
        QT_TRANSLATE_NOOP("Action", "Move items"),
        {
            "category": QT_TRANSLATE_NOOP("Action", "Move category"),
            "entry": QT_TRANSLATE_NOOP("Action", "Move entry"),
            "risk": QT_TRANSLATE_NOOP("Action", "Move risk"),
            "mitigation": QT_TRANSLATE_NOOP("Action", "Move mitigation"),
        },
    )
    DUPLICATE = (
        QT_TRANSLATE_NOOP("Action", "Duplicate items"),
        {
            "category": QT_TRANSLATE_NOOP("Action", "Duplicate category"),
            "entry": QT_TRANSLATE_NOOP("Action", "Duplicate entry"),
            "risk": QT_TRANSLATE_NOOP("Action", "Duplicate risk"),
            "mitigation": QT_TRANSLATE_NOOP("Action", "Duplicate mitigation"),
        },
    )
    PASTE = (
        QT_TRANSLATE_NOOP("Action", "Paste items"),
        {
            "category": QT_TRANSLATE_NOOP("Action", "Paste category"),
            "entry": QT_TRANSLATE_NOOP("Action", "Paste entry"),
            "risk": QT_TRANSLATE_NOOP("Action", "Paste risk"),
            "mitigation": QT_TRANSLATE_NOOP("Action", "Paste mitigation"),
        },
    )

    SPLIT = (
        QT_TRANSLATE_NOOP("Action", "Split items"),
        {
            "risk": QT_TRANSLATE_NOOP("Action", "Split risk"),
            "mitigation": QT_TRANSLATE_NOOP("Action", "Split mitigation"),
        },
    )
    JOIN = (
        QT_TRANSLATE_NOOP("Action", "Join items"),
        {
            "risk": QT_TRANSLATE_NOOP("Action", "Join risks"),
            "mitigation": QT_TRANSLATE_NOOP("Action", "Join mitigations"),
        },
    )

    @property
    def label(self) -> str:
        """The label for a mix of kinds."""
        return self.value[0]

    def of(self, items: Iterable[Item]) -> str:
        """The label for these items: that of their kind where they are all of one."""
        kinds = {kind_name(type(item)) for item in items}
        return self.value[1][kinds.pop()] if len(kinds) == 1 else self.label


def verb(label: str) -> Verb | None:
    """What a label says was done to items; None where it says something else."""
    return next((verb for verb in Verb if label in (verb.label, *verb.value[1].values())), None)
