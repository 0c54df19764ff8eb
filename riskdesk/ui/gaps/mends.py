"""Ways to fix a gap: where its field is, and what all gaps of a kind can be given at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from riskdesk.desk import mends
from riskdesk.desk.action import Action
from riskdesk.domain.gaps import Gap, GapKind
from riskdesk.domain.values import Mitigation, Risk

# The fields in which a gap shows; if there are several, the first that is filled in.
PLACES: dict[GapKind, tuple[str, ...]] = {
    GapKind.NOT_ASSESSED: ("likelihood",),
    GapKind.NO_OWNER: ("owner",),
    GapKind.NO_ACTION_OWNER: ("action_owner",),
    GapKind.NO_DUE_DATE: ("due_date",),
    GapKind.OVERDUE: ("due_date",),
    GapKind.REVIEW_DUE: ("next_review",),
    GapKind.REVIEW_SOON: ("next_review",),
    GapKind.NOT_ESCALATED: ("escalated_to",),
    GapKind.ABOVE_TOLERANCE: ("response",),
    GapKind.RESIDUAL_HIGHER: ("residual_likelihood",),
    GapKind.REFERENCE_TWICE: ("reference",),
    GapKind.PERIOD_REVERSED: ("period_end",),
    GapKind.AFTER_PERIOD: ("due_date", "next_review"),
}


@dataclass(frozen=True, slots=True)
class Target:
    """A field to which all risks or mitigations that lack it can be given one value."""

    kind: type[Risk | Mitigation]
    field: str


TARGETS: dict[GapKind, Target] = {
    GapKind.NO_OWNER: Target(Risk, "owner"),
    GapKind.NO_ACTION_OWNER: Target(Mitigation, "action_owner"),
    GapKind.NO_DUE_DATE: Target(Mitigation, "due_date"),
    GapKind.OVERDUE: Target(Mitigation, "due_date"),
    GapKind.REVIEW_DUE: Target(Risk, "next_review"),
    GapKind.REVIEW_SOON: Target(Risk, "next_review"),
    GapKind.NOT_ESCALATED: Target(Risk, "escalated_to"),
    GapKind.ABOVE_TOLERANCE: Target(Risk, "response"),
}


def at_once(kind: GapKind, gaps: Sequence[Gap]) -> Action | None:
    """Return the action that fixes these gaps of a kind without a question; None if the user has to decide."""
    match kind:
        case GapKind.REFERENCE_TWICE:
            return mends.fill(Risk, _later(gaps), "reference", "")
        case GapKind.RESIDUAL_HIGHER:
            return mends.lower_residual([gap.id for gap in gaps])
        case GapKind.PERIOD_REVERSED:
            return mends.turn_period(gaps[0].id)
    return None


def _later(gaps: Sequence[Gap]) -> list[str]:
    """All risks except the first one with each reference."""
    first: dict[str, str] = {}
    return [gap.id for gap in gaps if first.setdefault(gap.reference.strip().casefold(), gap.id) != gap.id]


def mend_of(kind: GapKind, gaps: Sequence[Gap]) -> str:
    """The words for the command that fixes these gaps of a kind; empty if each has to be fixed separately."""
    return _Words().mend_of(kind, len(gaps))


class _Words(QObject):
    # A QObject, as lupdate finds plurals only in calls of self.tr.
    def mend_of(self, kind: GapKind, count: int) -> str:
        if kind in TARGETS:
            return self._filling(TARGETS[kind].field, count)
        texts = {
            GapKind.NOT_ASSESSED: self.tr("Assess %Ln risk(s)…", "", count),
            GapKind.RESIDUAL_HIGHER: self.tr("Set residual to inherent for %Ln risk(s)", "", count),
            GapKind.REFERENCE_TWICE: self.tr("Give new references"),
            GapKind.PERIOD_REVERSED: self.tr("Swap the two dates"),
        }
        return texts.get(kind, "")

    def _filling(self, field: str, count: int) -> str:
        texts = {
            "owner": self.tr("Set owner of %Ln risk(s)…", "", count),
            "action_owner": self.tr("Set owner of %Ln mitigation(s)…", "", count),
            "due_date": self.tr("Set due date of %Ln mitigation(s)…", "", count),
            "next_review": self.tr("Set next review of %Ln risk(s)…", "", count),
            "escalated_to": self.tr("Escalate %Ln risk(s)…", "", count),
            "response": self.tr("Choose a response to %Ln risk(s)…", "", count),
        }
        return texts[field]
