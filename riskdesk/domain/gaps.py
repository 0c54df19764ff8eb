"""The gaps of a register: what a Steering Committee would ask about."""

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from riskdesk.domain.ended import standing_entry
from riskdesk.domain.language import words
from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.references import folded
from riskdesk.domain.scale import Scale
from riskdesk.domain.text import is_blank
from riskdesk.domain.tree import EntryTree, RegisterTree
from riskdesk.domain.values import Mitigation, MitigationStatus, Register, Risk

_SETTLED = {MitigationStatus.DONE, MitigationStatus.DROPPED}


class GapKind(StrEnum):
    """What is missing or late."""

    NO_RISK = QT_TRANSLATE_NOOP("Gap", "entry without risks")
    NO_MITIGATION = QT_TRANSLATE_NOOP("Gap", "entry without mitigations")
    NO_DESCRIPTION = QT_TRANSLATE_NOOP("Gap", "no description")
    NOT_ASSESSED = QT_TRANSLATE_NOOP("Gap", "not assessed")
    NO_OWNER = QT_TRANSLATE_NOOP("Gap", "no owner")
    NO_ACTION_OWNER = QT_TRANSLATE_NOOP("Gap", "no action owner")
    NO_DUE_DATE = QT_TRANSLATE_NOOP("Gap", "no due date")
    OVERDUE = QT_TRANSLATE_NOOP("Gap", "mitigation overdue")
    REVIEW_DUE = QT_TRANSLATE_NOOP("Gap", "review due")
    NOT_ESCALATED = QT_TRANSLATE_NOOP("Gap", "in the highest band and not escalated")
    RESIDUAL_HIGHER = QT_TRANSLATE_NOOP("Gap", "residual assessment above the inherent one")
    REFERENCE_TWICE = QT_TRANSLATE_NOOP("Gap", "reference given twice")
    PERIOD_REVERSED = QT_TRANSLATE_NOOP("Gap", "the period ends before it begins")


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap and the id of the register, entry, risk or mitigation that has it."""

    kind: GapKind
    id: str
    description: str


def gaps(tree: RegisterTree, today: datetime.date) -> Iterator[Gap]:
    """The gaps of a register in its order, then shared references and a reversed period.

    Ended risks and what was done about them have none but a reference that is given twice.
    """
    for entry in tree.entries:
        yield from entry_gaps(entry, tree.register.scale, today)
    yield from register_gaps(tree)


def entry_gaps(entry: EntryTree, scale: Scale, today: datetime.date) -> Iterator[Gap]:
    """The gaps of an entry and of what stands in it."""
    left = standing_entry(entry)
    if left is None:
        return
    yield from (Gap(kind, left.entry.id, _first_words(left)) for kind in _kinds_of_entry(left))
    for risk in left.risks:
        yield from (Gap(kind, risk.id, _name(risk)) for kind in _kinds_of_risk(risk, scale, today))
    for mitigation in left.mitigations:
        told = mitigation.description
        yield from (Gap(kind, mitigation.id, told) for kind in _kinds_of_mitigation(mitigation, today))


def register_gaps(tree: RegisterTree) -> Iterator[Gap]:
    """The gaps of a register that no entry has by itself."""
    yield from (Gap(GapKind.REFERENCE_TWICE, risk.id, _name(risk)) for risk in _sharing(tree))
    if _is_reversed(tree.register):
        yield Gap(GapKind.PERIOD_REVERSED, tree.register.id, _period(tree.register))


def _sharing(tree: RegisterTree) -> Iterator[Risk]:
    """The risks whose reference another one has, too."""
    counts = Counter(folded(risk.reference) for risk in tree.risks)
    return (risk for risk in tree.risks if folded(risk.reference) and counts[folded(risk.reference)] > 1)


def _is_reversed(register: Register) -> bool:
    start, end = register.period_start, register.period_end
    return start is not None and end is not None and end < start


def _period(register: Register) -> str:
    told = words(register.language)
    return " – ".join(told.date(day) for day in (register.period_start, register.period_end) if day)


def _name(risk: Risk) -> str:
    """The description of a risk; without one its short title or its reference."""
    return next((text for text in (risk.description, risk.title, risk.reference) if not is_blank(text)), "")


def _first_words(entry: EntryTree) -> str:
    names = (*map(_name, entry.risks), *(mitigation.description for mitigation in entry.mitigations))
    return next((name for name in names if not is_blank(name)), "")


def _kinds_of_entry(entry: EntryTree) -> Iterator[GapKind]:
    if not entry.risks:
        yield GapKind.NO_RISK
    if not entry.mitigations:
        yield GapKind.NO_MITIGATION


def _kinds_of_risk(risk: Risk, scale: Scale, today: datetime.date) -> Iterator[GapKind]:
    if is_blank(risk.description):
        yield GapKind.NO_DESCRIPTION
    if not risk.assessment.complete:
        yield GapKind.NOT_ASSESSED
    if is_blank(risk.owner):
        yield GapKind.NO_OWNER
    if risk.next_review and risk.next_review < today:
        yield GapKind.REVIEW_DUE
    if scale.band_index(risk.assessment) == len(scale.bands) - 1 and is_blank(risk.escalated_to):
        yield GapKind.NOT_ESCALATED
    if risk.assessment.complete and scale.rank(risk.residual) > scale.rank(risk.assessment):
        yield GapKind.RESIDUAL_HIGHER


def _kinds_of_mitigation(mitigation: Mitigation, today: datetime.date) -> Iterator[GapKind]:
    if is_blank(mitigation.description):
        yield GapKind.NO_DESCRIPTION
    if mitigation.status in _SETTLED:
        return
    if is_blank(mitigation.action_owner):
        yield GapKind.NO_ACTION_OWNER
    if not mitigation.due_date:
        yield GapKind.NO_DUE_DATE
    elif mitigation.due_date < today:
        yield GapKind.OVERDUE
