"""Workbooks for owners: each has the risks and mitigations of one owner, some of whose fields may be changed."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from riskdesk.domain.fields import FIELDS
from riskdesk.domain.folding import fold_line
from riskdesk.domain.label import Label
from riskdesk.domain.records import Record, kind_name, to_record
from riskdesk.domain.register_sheet import BANDS, CATEGORY, SCORES, SheetColumn
from riskdesk.domain.scale_record import scale_record
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Mitigation, Risk

FORMAT, VERSION = "riskdesk-courier", 1
# What an owner may change, in the order of the catalogue.
OPEN: Mapping[str, tuple[str, ...]] = {
    "risk": (
        "likelihood", "impact", "residual_likelihood", "residual_impact", "reason", "status", "last_review",
        "next_review", "note",
    ),
    "mitigation": ("description", "due_date", "status"),
}  # fmt: skip
# Columns that no other workbook has: the other side of the entry, and the references of its risks.
FACING, REFERENCES = "entry.facing", "entry.references"
# What an owner sees beside them and cannot change.
LOCKED: Mapping[str, tuple[str, ...]] = {
    "risk": ("risk.reference", CATEGORY, "risk.description", FACING, *SCORES, *BANDS),
    "mitigation": (REFERENCES, CATEGORY, FACING),
}
BESIDE: Mapping[str, tuple[SheetColumn, ...]] = {
    "risk": (SheetColumn(FACING, Label("Mitigations", "Mesures"), 34),),
    "mitigation": (
        SheetColumn(FACING, Label("Risks", "Risques"), 34),
        SheetColumn(REFERENCES, FIELDS["risk"]["reference"].label, 9),
    ),
}


@dataclass(frozen=True, slots=True)
class Parcel:
    """A set of items for one owner: his risks that have not ended and his mitigations that are not over."""

    owner: str
    risks: tuple[Risk, ...]
    mitigations: tuple[Mitigation, ...]

    @property
    def values(self) -> tuple[Risk | Mitigation, ...]:
        return (*self.risks, *self.mitigations)


def parcels(tree: RegisterTree) -> list[Parcel]:
    """A parcel for each owner of a risk or a mitigation, sorted by name; capitals and accents make no difference."""
    names: dict[str, str] = {}
    risks: dict[str, list[Risk]] = {}
    mitigations: dict[str, list[Mitigation]] = {}
    for risk in tree.risks:
        if risk.owner and not risk.ended:
            risks.setdefault(_owner_key(names, risk.owner), []).append(risk)
    for mitigation in tree.mitigations:
        if mitigation.action_owner and not mitigation.settled:
            mitigations.setdefault(_owner_key(names, mitigation.action_owner), []).append(mitigation)
    return [Parcel(names[key], tuple(risks.get(key, ())), tuple(mitigations.get(key, ()))) for key in sorted(names)]


def _owner_key(names: dict[str, str], name: str) -> str:
    key = fold_line(name)
    names.setdefault(key, name)
    return key


def homes(tree: RegisterTree) -> dict[str, tuple[CategoryTree, EntryTree]]:
    """The entries with their categories, by the ids of the entries."""
    return {entry.entry.id: (category, entry) for category in tree.categories for entry in category.entries}


def locked_texts(category: CategoryTree, entry: EntryTree, value: Risk | Mitigation) -> dict[str, str]:
    """What an owner sees of a risk or a mitigation and cannot change, by the codes of columns."""
    beside = {CATEGORY: category.category.title}
    if isinstance(value, Risk):
        beside |= {"risk.reference": value.reference, "risk.description": _told(value)}
        return beside | {FACING: _bullets(item.description for item in entry.mitigations)}
    references = ", ".join(risk.reference for risk in entry.risks if risk.reference)
    return beside | {REFERENCES: references, FACING: _bullets(map(_told, entry.risks))}


def letter(tree: RegisterTree, parcel: Parcel, sent: datetime.datetime) -> Record:
    """The hidden content of a workbook for an owner, as plain JSON: the owner, and all that it said when sent."""
    register, places = tree.register, homes(tree)
    return {
        "format": FORMAT,
        "version": VERSION,
        "register": register.id,
        "title": register.title,
        "owner": parcel.owner,
        "sent": sent.isoformat(timespec="seconds"),
        "scale": scale_record(register.scale),
        "base": {value.id: _open(value) for value in parcel.values},
        "locked": {value.id: locked_texts(*places[value.entry], value) for value in parcel.values},
    }


def _told(risk: Risk) -> str:
    """The text of a risk, or its title if it has no text."""
    return risk.description or risk.title


def _bullets(texts: Iterable[str]) -> str:
    return "\n".join(f"• {text}" for text in texts if text)


def _open(value: Risk | Mitigation) -> dict[str, Any]:
    """The fields of a value that may be changed."""
    record = to_record(value)
    return {name: record[name] for name in OPEN[kind_name(type(value))]}
