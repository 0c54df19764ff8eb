"""The labels of actions on any items, as the Undo menu and the journal show them."""

from collections.abc import Iterable
from enum import Enum

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, counted
from riskdesk.domain.records import kind_name
from riskdesk.domain.tree import Item


class Verb(Enum):
    """What is done to items, as labels: for each kind and for a mix of kinds, for one item and for several."""

    DELETE = (
        (QT_TRANSLATE_NOOP("Action", "Delete items"), QT_TRANSLATE_NOOP("Action", "Delete {count} items")),
        {
            "category": (
                QT_TRANSLATE_NOOP("Action", "Delete category"),
                QT_TRANSLATE_NOOP("Action", "Delete {count} categories"),
            ),
            "entry": (
                QT_TRANSLATE_NOOP("Action", "Delete entry"),
                QT_TRANSLATE_NOOP("Action", "Delete {count} entries"),
            ),
            "risk": (
                QT_TRANSLATE_NOOP("Action", "Delete risk"),
                QT_TRANSLATE_NOOP("Action", "Delete {count} risks"),
            ),
            "mitigation": (
                QT_TRANSLATE_NOOP("Action", "Delete mitigation"),
                QT_TRANSLATE_NOOP("Action", "Delete {count} mitigations"),
            ),
        },
    )
    MOVE = (
        (QT_TRANSLATE_NOOP("Action", "Move items"), QT_TRANSLATE_NOOP("Action", "Move {count} items")),
        {
            "category": (
                QT_TRANSLATE_NOOP("Action", "Move category"),
                QT_TRANSLATE_NOOP("Action", "Move {count} categories"),
            ),
            "entry": (
                QT_TRANSLATE_NOOP("Action", "Move entry"),
                QT_TRANSLATE_NOOP("Action", "Move {count} entries"),
            ),
            "risk": (
                QT_TRANSLATE_NOOP("Action", "Move risk"),
                QT_TRANSLATE_NOOP("Action", "Move {count} risks"),
            ),
            "mitigation": (
                QT_TRANSLATE_NOOP("Action", "Move mitigation"),
                QT_TRANSLATE_NOOP("Action", "Move {count} mitigations"),
            ),
        },
    )
    DUPLICATE = (
        (QT_TRANSLATE_NOOP("Action", "Duplicate items"), QT_TRANSLATE_NOOP("Action", "Duplicate {count} items")),
        {
            "category": (
                QT_TRANSLATE_NOOP("Action", "Duplicate category"),
                QT_TRANSLATE_NOOP("Action", "Duplicate {count} categories"),
            ),
            "entry": (
                QT_TRANSLATE_NOOP("Action", "Duplicate entry"),
                QT_TRANSLATE_NOOP("Action", "Duplicate {count} entries"),
            ),
            "risk": (
                QT_TRANSLATE_NOOP("Action", "Duplicate risk"),
                QT_TRANSLATE_NOOP("Action", "Duplicate {count} risks"),
            ),
            "mitigation": (
                QT_TRANSLATE_NOOP("Action", "Duplicate mitigation"),
                QT_TRANSLATE_NOOP("Action", "Duplicate {count} mitigations"),
            ),
        },
    )
    PASTE = (
        (QT_TRANSLATE_NOOP("Action", "Paste items"), QT_TRANSLATE_NOOP("Action", "Paste {count} items")),
        {
            "category": (
                QT_TRANSLATE_NOOP("Action", "Paste category"),
                QT_TRANSLATE_NOOP("Action", "Paste {count} categories"),
            ),
            "entry": (
                QT_TRANSLATE_NOOP("Action", "Paste entry"),
                QT_TRANSLATE_NOOP("Action", "Paste {count} entries"),
            ),
            "risk": (
                QT_TRANSLATE_NOOP("Action", "Paste risk"),
                QT_TRANSLATE_NOOP("Action", "Paste {count} risks"),
            ),
            "mitigation": (
                QT_TRANSLATE_NOOP("Action", "Paste mitigation"),
                QT_TRANSLATE_NOOP("Action", "Paste {count} mitigations"),
            ),
        },
    )

    SPLIT = (
        (QT_TRANSLATE_NOOP("Action", "Split items"),),
        {
            "risk": (QT_TRANSLATE_NOOP("Action", "Split risk"),),
            "mitigation": (QT_TRANSLATE_NOOP("Action", "Split mitigation"),),
        },
    )
    JOIN = (
        (QT_TRANSLATE_NOOP("Action", "Join items"),),
        {
            "risk": (QT_TRANSLATE_NOOP("Action", "Join risks"),),
            "mitigation": (QT_TRANSLATE_NOOP("Action", "Join mitigations"),),
        },
    )

    @property
    def label(self) -> str:
        """The label if the items are not known yet."""
        return self._forms("")[0]

    def of(self, items: Iterable[Item]) -> str:
        """The label for some items: by their kind if they are of one, and with their number if there are several."""
        all_items = list(items)
        kinds = {kind_name(type(item)) for item in all_items}
        forms = self._forms(kinds.pop() if len(kinds) == 1 else "")
        return forms[0] if len(all_items) < 2 else forms[-1].format(count=len(all_items))

    @property
    def labels(self) -> set[str]:
        """All its labels; {count} is a placeholder for a number."""
        return {form for kind in ("", *self.value[1]) for form in self._forms(kind)}

    def _forms(self, kind: str) -> tuple[str, ...]:
        mixed, of_kinds = self.value
        forms: tuple[str, ...] = of_kinds.get(kind, mixed)
        return forms


def verb(label: str) -> Verb | None:
    """The verb to which a label belongs; None if there is none."""
    pattern, _ = counted(label)
    return next((verb for verb in Verb if pattern in verb.labels), None)


# The labels of actions that there were once: they are still in journals, and have to be translated.
_FORMER = (QT_TRANSLATE_NOOP("Action", "Edit waiver"),)
