"""The kinds of value: what each is called, and in which kind it lies."""

from typing import NamedTuple

from riskdesk.domain.label import Label
from riskdesk.domain.values import (
    Category,
    Entry,
    Mitigation,
    PrintSet,
    Register,
    Risk,
    SavedView,
    Snapshot,
    Value,
    Waiver,
)


class ValueKind(NamedTuple):
    """A kind of value; `name` is its name in the file, `parent` the kind its values lie in (None for a register)."""

    name: str
    type: type[Value]
    parent: str | None
    label: Label
    plural: Label


# In the order in which values are written: parents first.
VALUE_KINDS = {
    kind.name: kind
    for kind in (
        ValueKind("register", Register, None, Label("Register", "Registre"), Label("Registers", "Registres")),
        ValueKind(
            "print_set",
            PrintSet,
            "register",
            Label("Print settings", "Réglages d’impression"),
            Label("Sets of print settings", "Jeux de réglages d’impression"),
        ),
        ValueKind(
            "saved_view",
            SavedView,
            "register",
            Label("Saved view", "Vue enregistrée"),
            Label("Saved views", "Vues enregistrées"),
        ),
        ValueKind("waiver", Waiver, "register", Label("Waiver", "Dérogation"), Label("Waivers", "Dérogations")),
        ValueKind("category", Category, "register", Label("Category", "Catégorie"), Label("Categories", "Catégories")),
        ValueKind("entry", Entry, "category", Label("Entry", "Ligne"), Label("Entries", "Lignes")),
        ValueKind("risk", Risk, "entry", Label("Risk", "Risque"), Label("Risks", "Risques")),
        ValueKind(
            "mitigation",
            Mitigation,
            "entry",
            Label("Mitigation", "Mesure d’atténuation"),
            Label("Mitigations", "Mesures d’atténuation"),
        ),
        ValueKind("snapshot", Snapshot, "register", Label("Snapshot", "Instantané"), Label("Snapshots", "Instantanés")),
    )
}
