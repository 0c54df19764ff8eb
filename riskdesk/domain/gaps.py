"""The gaps of a register: what a Steering Committee would ask about."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from riskdesk.domain.ended import standing
from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.tree import EntryTree, RegisterTree
from riskdesk.domain.values import Mitigation, MitigationStatus, Risk

_SETTLED = {MitigationStatus.DONE, MitigationStatus.DROPPED}


class GapKind(StrEnum):
    """What is missing or late."""

    NO_RISK = QT_TRANSLATE_NOOP("Gap", "entry without a risk")
    NO_MITIGATION = QT_TRANSLATE_NOOP("Gap", "entry without a mitigation")
    NO_DESCRIPTION = QT_TRANSLATE_NOOP("Gap", "no description")
    NOT_ASSESSED = QT_TRANSLATE_NOOP("Gap", "not assessed")
    NO_OWNER = QT_TRANSLATE_NOOP("Gap", "no owner")
    NO_ACTION_OWNER = QT_TRANSLATE_NOOP("Gap", "no action owner")
    NO_DUE_DATE = QT_TRANSLATE_NOOP("Gap", "no due date")
    OVERDUE = QT_TRANSLATE_NOOP("Gap", "mitigation overdue")
    REVIEW_DUE = QT_TRANSLATE_NOOP("Gap", "review due")
    NOT_ESCALATED = QT_TRANSLATE_NOOP("Gap", "in the highest band and not escalated")
    RESIDUAL_HIGHER = QT_TRANSLATE_NOOP("Gap", "residual assessment above the inherent one")


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap and the id of the entry, risk or mitigation that has it."""

    kind: GapKind
    id: str
    description: str


def gaps(tree: RegisterTree, today: datetime.date) -> Iterator[Gap]:
    """The gaps of a register in the order of the register; ended risks and what was done about them have none."""
    for entry in standing(tree).entries:
        for kind in _entry_gaps(entry):
            yield Gap(kind, entry.entry.id, _first_words(entry))
        for risk in entry.risks:
            for kind in _risk_gaps(tree, risk, today):
                yield Gap(kind, risk.id, risk.description)
        for mitigation in entry.mitigations:
            for kind in _mitigation_gaps(mitigation, today):
                yield Gap(kind, mitigation.id, mitigation.description)


def _first_words(entry: EntryTree) -> str:
    bullets: tuple[Risk | Mitigation, ...] = (*entry.risks, *entry.mitigations)
    return next((bullet.description for bullet in bullets), "")


def _entry_gaps(entry: EntryTree) -> Iterator[GapKind]:
    if not entry.risks:
        yield GapKind.NO_RISK
    if not entry.mitigations:
        yield GapKind.NO_MITIGATION


def _risk_gaps(tree: RegisterTree, risk: Risk, today: datetime.date) -> Iterator[GapKind]:
    scale = tree.register.scale
    if not risk.description.strip():
        yield GapKind.NO_DESCRIPTION
    if not risk.assessment.complete:
        yield GapKind.NOT_ASSESSED
    if not risk.owner:
        yield GapKind.NO_OWNER
    if risk.next_review and risk.next_review < today:
        yield GapKind.REVIEW_DUE
    if scale.band_index(risk.assessment) == len(scale.bands) - 1 and not risk.escalated_to:
        yield GapKind.NOT_ESCALATED
    if risk.assessment.complete and scale.rank(risk.residual) > scale.rank(risk.assessment):
        yield GapKind.RESIDUAL_HIGHER


def _mitigation_gaps(mitigation: Mitigation, today: datetime.date) -> Iterator[GapKind]:
    if not mitigation.description.strip():
        yield GapKind.NO_DESCRIPTION
    if mitigation.status in _SETTLED:
        return
    if not mitigation.action_owner:
        yield GapKind.NO_ACTION_OWNER
    if not mitigation.due_date:
        yield GapKind.NO_DUE_DATE
    elif mitigation.due_date < today:
        yield GapKind.OVERDUE
