"""The values of a risk register, as `store` keeps them: flat, frozen, each with a UUID for life.

Text that is not given is empty; numbers, dates and codes that are not given are None. Siblings under one
parent are in the order of their `position`, a number that may be fractional, so that there is room between any two.
"""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from os import urandom
from time import monotonic
from typing import NamedTuple, TypeAlias, TypeVar

from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print, PrintColumn
from riskdesk.domain.scale import Assessment, Scale

# The digits before the first dash of an identity.
_FIRST = 8


def new_id() -> str:
    """A new identity for life; those of one second begin alike, so that they lie side by side in the indexes."""
    # Imported late: it looks which system this is, and values that are read have their identities.
    from uuid import uuid4

    return _beginning(int(monotonic())) + str(uuid4())[_FIRST:]


@lru_cache(maxsize=1)
def _beginning(_second: int) -> str:
    """The first digits of all identities of a second; random, so that they do not reveal when they were given."""
    return urandom(_FIRST // 2).hex()


class Language(StrEnum):
    """The languages a register is printed in."""

    ENGLISH = "en"
    FRENCH = "fr"


class Response(StrEnum):
    """The answers to a threat: the strategies of PM² (Guide, appendix B.8)."""

    AVOID = "avoid"
    REDUCE = "reduce"
    TRANSFER = "transfer"
    ACCEPT = "accept"


class RiskStatus(StrEnum):
    """The states that a risk goes through, those of PM² (Guide, appendix B.8)."""

    PROPOSED = "proposed"
    ASSESSING = "assessing"
    WAITING = "waiting"
    APPROVED = "approved"
    REJECTED = "rejected"
    CLOSED = "closed"


ENDED_STATES = (RiskStatus.CLOSED, RiskStatus.REJECTED)


class MitigationStatus(StrEnum):
    """The states that a mitigation goes through."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"


class Proximity(StrEnum):
    """The steps of how soon a risk may happen; PRINCE2 leaves them to the project."""

    IMMINENT = "imminent"
    THREE_MONTHS = "three_months"
    TWELVE_MONTHS = "twelve_months"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A register as a document; `references` counts the references it has ever given, so that none is used again.

    `words`, one in each line, are correct in it, whatever a dictionary says.
    """

    id: str = field(default_factory=new_id)
    position: float = 0
    title: str = ""
    reference: str = ""
    date: datetime.date | None = None
    prepared_by: str = ""
    approval: str = ""
    heading: str = ""
    period_start: datetime.date | None = None
    period_end: datetime.date | None = None
    language: Language = Language.ENGLISH
    handling_mark: str = ""
    scale: Scale
    references: int = 0
    words: str = ""


class RegisterTitle(NamedTuple):
    """The title of a register in a list, with its place among the others of its store."""

    id: str
    position: float
    title: str
    reference: str

    @classmethod
    def of(cls, register: Register) -> "RegisterTitle":
        """The title of a register that was read as a whole."""
        return cls(register.id, register.position, register.title, register.reference)


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A heading over the full width of the printed table."""

    id: str = field(default_factory=new_id)
    register: str
    position: float = 0
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of the printed table: a group of risks faced by a group of mitigations."""

    id: str = field(default_factory=new_id)
    category: str
    position: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """A risk of an entry; likelihood and impact are levels of the register's scale, from 1 up.

    Its texts are in a `language` of their own, or in the register's.
    """

    id: str = field(default_factory=new_id)
    entry: str
    position: float = 0
    description: str = ""
    reference: str = ""
    title: str = ""
    likelihood: int | None = None
    impact: int | None = None
    residual_likelihood: int | None = None
    residual_impact: int | None = None
    reason: str = ""
    response: Response | None = None
    owner: str = ""
    status: RiskStatus | None = None
    proximity: Proximity | None = None
    trigger: str = ""
    identified_on: datetime.date | None = None
    last_review: datetime.date | None = None
    next_review: datetime.date | None = None
    escalated_to: str = ""
    note: str = ""
    language: Language | None = None

    @property
    def assessment(self) -> Assessment:
        return Assessment(self.likelihood, self.impact)

    @property
    def residual(self) -> Assessment:
        return Assessment(self.residual_likelihood, self.residual_impact)

    @property
    def ended(self) -> bool:
        """Whether the risk is closed or rejected: it is shown as such, and neither counted nor ranked."""
        return self.status in ENDED_STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class Mitigation:
    """A measure against the risks of an entry; it answers the entry, not one risk.

    `language` is as in a risk.
    """

    id: str = field(default_factory=new_id)
    entry: str
    position: float = 0
    description: str = ""
    action_owner: str = ""
    due_date: datetime.date | None = None
    status: MitigationStatus | None = None
    language: Language | None = None

    @property
    def settled(self) -> bool:
        """Whether it is done or dropped, so that nothing is left to do."""
        return self.status in (MitigationStatus.DONE, MitigationStatus.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A named, dated, frozen copy of a register; `document` is its register document.

    The format has them and files may hold some, so they are kept, checked and sent on; no command makes one.
    """

    id: str = field(default_factory=new_id)
    register: str
    position: float = 0
    name: str = ""
    date: datetime.date
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintSet:
    """A way to print a register, kept with it under a name."""

    id: str = field(default_factory=new_id)
    register: str
    position: float = 0
    name: str = ""
    kind: DocumentKind = DocumentKind.APPENDIX
    paper: Paper = Paper.A4
    orientation: Orientation = Orientation.PORTRAIT
    columns: tuple[str, ...] = tuple(PrintColumn)
    ended: bool = False

    @property
    def how(self) -> Print:
        return Print(self.kind, self.paper, self.orientation, self.columns, self.ended)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A way to list a register, kept with it under a name; `listing` is a JSON object, or empty for the usual list."""

    id: str = field(default_factory=new_id)
    register: str
    position: float = 0
    name: str = ""
    listing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A kind of gap, by its code, that is not looked for in a register, and why; an unknown code has no effect."""

    id: str = field(default_factory=new_id)
    register: str
    position: float = 0
    gap: str = ""
    reason: str = ""


# What is kept with a register beside its categories.
Kept: TypeAlias = PrintSet | SavedView | Waiver
Value: TypeAlias = Register | Kept | Category | Entry | Risk | Mitigation | Snapshot
AnyValue = TypeVar("AnyValue", bound=Value)
