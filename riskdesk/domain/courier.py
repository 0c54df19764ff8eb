"""What is sent to owners: to each his risks and mitigations alone, of which some fields may be changed."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from riskdesk.domain.folding import fold
from riskdesk.domain.records import Record, kind_name, to_record
from riskdesk.domain.scale_record import scale_record
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Mitigation, Register, Risk

FORMAT, VERSION = "riskdesk-courier", 1
# What an owner may change, in the order of the catalogue.
OPEN: Mapping[str, tuple[str, ...]] = {
    "risk": (
        "likelihood", "impact", "residual_likelihood", "residual_impact", "reason", "status", "last_review",
        "next_review", "note",
    ),
    "mitigation": ("description", "due_date", "status"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parcel:
    """What goes to one owner: his risks that have not ended and his mitigations that are not over."""

    owner: str
    risks: tuple[Risk, ...] = ()
    mitigations: tuple[Mitigation, ...] = ()

    @property
    def values(self) -> tuple[Risk | Mitigation, ...]:
        return (*self.risks, *self.mitigations)


def parcels(tree: RegisterTree) -> list[Parcel]:
    """A parcel for each owner of a risk or a mitigation, by their names; capitals and accents make no other owner."""
    names: dict[str, str] = {}
    risks: dict[str, list[Risk]] = {}
    mitigations: dict[str, list[Mitigation]] = {}
    for risk in tree.risks:
        if risk.owner and not risk.ended:
            risks.setdefault(_owner_key(names, risk.owner), []).append(risk)
    for mitigation in tree.mitigations:
        if mitigation.action_owner and not mitigation.settled:
            mitigations.setdefault(_owner_key(names, mitigation.action_owner), []).append(mitigation)
    keys = sorted(names, key=lambda key: names[key].casefold())
    return [Parcel(names[key], tuple(risks.get(key, ())), tuple(mitigations.get(key, ()))) for key in keys]


def _owner_key(names: dict[str, str], name: str) -> str:
    key = " ".join(fold(name).split())
    names.setdefault(key, name)
    return key


def letter(register: Register, parcel: Parcel, sent: datetime.datetime) -> Record:
    """What a workbook for an owner hides, as plain JSON: whose it is, and the values when it was sent."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "register": register.id,
        "title": register.title,
        "owner": parcel.owner,
        "sent": sent.isoformat(timespec="seconds"),
        "scale": scale_record(register.scale),
        "base": {value.id: _open(value) for value in parcel.values},
    }


def _open(value: Risk | Mitigation) -> dict[str, Any]:
    """The fields of a value that may be changed."""
    record = to_record(value)
    return {name: record[name] for name in OPEN[kind_name(type(value))]}
