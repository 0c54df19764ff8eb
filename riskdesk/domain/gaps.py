"""The gaps of a register: what a Steering Committee would ask about."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

from riskdesk.domain.alike import Alike, Groups, IdPair, are_in_order
from riskdesk.domain.ended import standing_entry
from riskdesk.domain.language import words
from riskdesk.domain.part_results import PartResults, differing
from riskdesk.domain.references import folded
from riskdesk.domain.scale import Scale
from riskdesk.domain.telling import first_words, text_of
from riskdesk.domain.text import is_blank, short
from riskdesk.domain.topics import names_topic_alone
from riskdesk.domain.tree import EntryTree, RegisterTree
from riskdesk.domain.values import Mitigation, Register, Risk, Waiver

# How long before a review is due it is reported as due soon.
SOON = datetime.timedelta(days=30)


class GapKind(StrEnum):
    """The kinds of gaps: what is missing, late or contradictory, by the codes that files keep, in the order shown."""

    NO_RISK = "no_risk"
    NO_MITIGATION = "no_mitigation"
    NO_DESCRIPTION = "no_description"
    NOT_ASSESSED = "not_assessed"
    NO_OWNER = "no_owner"
    NO_ACTION_OWNER = "no_action_owner"
    NO_DUE_DATE = "no_due_date"
    OVERDUE = "overdue"
    REVIEW_DUE = "review_due"
    REVIEW_SOON = "review_soon"
    NOT_ESCALATED = "not_escalated"
    ABOVE_TOLERANCE = "above_tolerance"
    RESIDUAL_HIGHER = "residual_higher"
    ALIKE = "alike"
    REFERENCE_TWICE = "reference_twice"
    PERIOD_REVERSED = "period_reversed"
    AFTER_PERIOD = "after_period"
    ONLY_A_TOPIC = "only_a_topic"

    @property
    def counts(self) -> bool:
        """Whether gaps of this kind count as something missing or wrong; others are only mentioned."""
        return self not in (GapKind.REVIEW_SOON, GapKind.ONLY_A_TOPIC)


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap, with the id and the name of the register, entry, risk or mitigation that has it.

    `description` is the text of the item without its `reference`; `like` is the reference or description of another
    risk that is nearly the same.
    """

    kind: GapKind
    id: str
    description: str
    reference: str = ""
    like: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """What the gaps of an entry depend on beside itself; `end` is that of the register's period, or None."""

    scale: Scale
    today: datetime.date
    end: datetime.date | None = None

    @classmethod
    def of(cls, register: Register, today: datetime.date) -> "Basis":
        """The basis for a register on a day."""
        return cls(register.scale, today, None if _is_reversed(register) else register.period_end)

    def is_after(self, day: datetime.date) -> bool:
        """Whether a day is after the register's period."""
        return self.end is not None and day > self.end


def gaps(tree: RegisterTree, today: datetime.date) -> Iterator[Gap]:
    """The gaps of the entries in order, then those between risks and of the register itself; none of a waived kind.

    Ended risks, and entries that have no others, have no gap but a reference that is given twice.
    """
    off = waived(tree)
    return (gap for gap in _all_gaps(tree, today) if gap.kind not in off)


def waived(tree: RegisterTree) -> dict[GapKind, Waiver]:
    """The waivers of a register by their kinds, in the order of these; kinds of a newer Riskdesk are left out."""
    waivers = {waiver.gap: waiver for waiver in reversed(tree.waivers)}
    return {kind: waivers[kind] for kind in GapKind if kind in waivers}


def _all_gaps(tree: RegisterTree, today: datetime.date) -> Iterator[Gap]:
    basis, relations = Basis.of(tree.register, today), Relations()
    for entry in tree.entries:
        yield from chain.from_iterable(item_gaps(entry, basis))
        relations.put(entry)
    list(relations.following([entry.entry.id for entry in tree.entries]))
    yield from chain.from_iterable(relations.gaps.values())
    yield from relations.of_register(tree.register)


def grouped(found_gaps: Iterable[Gap]) -> dict[GapKind, list[Gap]]:
    """Gaps by their kinds, in the order of the kinds."""
    groups: dict[GapKind, list[Gap]] = {kind: [] for kind in GapKind}
    for gap in found_gaps:
        groups[gap.kind].append(gap)
    return {kind: gaps for kind, gaps in groups.items() if gaps}


def item_gaps(entry: EntryTree, basis: Basis) -> Iterator[list[Gap]]:
    """The gaps of an entry itself, and then those of each of its mitigations and risks that are not ended."""
    standing = standing_entry(entry)
    if standing is None:
        return
    yield [Gap(kind, standing.entry.id, first_words(standing)) for kind in _kinds_of_entry(standing)]
    for risk in standing.risks:
        yield [_of_risk(kind, risk) for kind in _kinds_of_risk(risk, basis)]
    for mitigation in standing.mitigations:
        yield [Gap(kind, mitigation.id, mitigation.description) for kind in _kinds_of_mitigation(mitigation, basis)]


class Relations:
    """The risks of a register, by entries, to find gaps that concern several of them.

    `gaps` has these by their kinds, after `following` has run to its end.
    """

    def __init__(self) -> None:
        self._references: Groups[str] = Groups()
        self._alike = Alike()
        self._twins = PartResults(self._gaps_of_twins)
        # The risks, and the ids of their entries, by the ids of the risks.
        self._risks: dict[str, Risk] = {}
        self._holders: dict[str, str] = {}
        # The places of the risks in each entry, and the entries in their order.
        self._inside: dict[str, dict[str, int]] = {}
        self._order: Sequence[str] = ()
        self._places: dict[str, int] = {}
        self._is_changed = True
        self.gaps: Mapping[GapKind, Sequence[Gap]] = {}

    def put(self, entry: EntryTree) -> None:
        """Add the risks of an entry that are not there."""
        self._is_changed = True
        self._inside[entry.entry.id] = {risk.id: place for place, risk in enumerate(entry.risks)}
        for risk in [risk for risk in entry.risks if risk.id not in self._risks]:
            self._risks[risk.id], self._holders[risk.id] = risk, entry.entry.id
            name = folded(risk.reference)
            if name:
                self._references.put(risk.id, name)
            if not risk.ended:
                self._alike.put(risk.id, risk.description)

    def drop(self, entry: EntryTree) -> None:
        """Remove the risks of an entry."""
        self._is_changed = True
        del self._inside[entry.entry.id]
        for risk in entry.risks:
            del self._risks[risk.id], self._holders[risk.id]
            self._references.drop(risk.id)
            self._alike.drop(risk.id)

    def keep(self, before: EntryTree, now: EntryTree) -> EntryTree:
        """Remove risks of an entry that have other relations or another order now; return the entry with the rest."""
        before_slice, now_slice = differing(before.risks, now.risks)
        same = set(map(_related, now.risks[now_slice]))
        between = tuple(risk for risk in before.risks[before_slice] if _related(risk) in same)
        remaining = before.risks[: before_slice.start] + between + before.risks[before_slice.stop :]
        order = {risk.id: place for place, risk in enumerate(now.risks)}
        if not are_in_order([risk.id for risk in remaining], [*order]):
            remaining = ()
        kept_ids = {risk.id for risk in remaining}
        self.drop(replace(before, risks=tuple(risk for risk in before.risks if risk.id not in kept_ids)))
        self._inside[now.entry.id] = order
        return replace(before, risks=remaining)

    @staticmethod
    def are_same(before: EntryTree, now: EntryTree) -> bool:
        """Whether an entry has the same relations as before."""
        before_slice, now_slice = differing(before.risks, now.risks)
        return list(map(_related, before.risks[before_slice])) == list(map(_related, now.risks[now_slice]))

    def following(self, order: Sequence[str]) -> Iterator[None]:
        """Find similar risks and shared references, in parts; an unchanged `order` has to be the same list."""
        if order is self._order and not self._is_changed:
            return
        if order is not self._order:
            if not are_in_order(self._order, order):
                self._alike.reorder()
            self._order, self._places = order, {entry: place for place, entry in enumerate(order)}
        self._is_changed = True
        yield from self._alike.refreshing()
        yield from self._alike.pairing(self._place)
        twins = list(self._alike.twins(self._place))
        yield
        alike = list(chain.from_iterable(self._twins.of(twins)))
        ids = {member for name in self._references.shared for member in self._references.members[name]}
        shared = [_of_risk(GapKind.REFERENCE_TWICE, self._risks[member]) for member in sorted(ids, key=self._place)]
        self.gaps, self._is_changed = {GapKind.ALIKE: alike, GapKind.REFERENCE_TWICE: shared}, False

    @staticmethod
    def of_register(register: Register) -> Iterator[Gap]:
        """The gaps of a register itself: a reversed period."""
        if _is_reversed(register):
            yield Gap(GapKind.PERIOD_REVERSED, register.id, _period(register))

    def _place(self, identity: str) -> tuple[int, int]:
        """The place of a risk: that of its entry, and its own in the entry."""
        entry = self._holders[identity]
        return self._places[entry], self._inside[entry][identity]

    def _gaps_of_twins(self, pairs: Iterable[IdPair]) -> list[Gap]:
        risk_pairs = ((self._risks[identity], self._risks[other]) for identity, other in pairs)
        return [_of_risk(GapKind.ALIKE, risk, like.reference or short(text_of(like))) for risk, like in risk_pairs]


def _related(risk: Risk) -> tuple[str, str, bool, str]:
    """The parts of a risk on which its relations, and its name in them, depend."""
    return risk.id, risk.reference, risk.ended, text_of(risk)


def _of_risk(kind: GapKind, risk: Risk, like: str = "") -> Gap:
    return Gap(kind, risk.id, text_of(risk), risk.reference, like)


def _is_reversed(register: Register) -> bool:
    start, end = register.period_start, register.period_end
    return start is not None and end is not None and end < start


def _period(register: Register) -> str:
    wording = words(register.language)
    return " – ".join(wording.date(day) for day in (register.period_start, register.period_end) if day)


def _kinds_of_entry(entry: EntryTree) -> Iterator[GapKind]:
    if not entry.risks:
        yield GapKind.NO_RISK
    if not entry.mitigations:
        yield GapKind.NO_MITIGATION


def _kinds_of_risk(risk: Risk, basis: Basis) -> Iterator[GapKind]:
    if is_blank(risk.description):
        yield GapKind.NO_DESCRIPTION
    elif names_topic_alone(risk.description):
        yield GapKind.ONLY_A_TOPIC
    if is_blank(risk.owner):
        yield GapKind.NO_OWNER
    yield from _kinds_of_review(risk.next_review, basis)
    yield from _kinds_of_assessment(risk, basis.scale)


def _kinds_of_review(day: datetime.date | None, basis: Basis) -> Iterator[GapKind]:
    if day is None:
        return
    if day < basis.today:
        yield GapKind.REVIEW_DUE
    elif day - basis.today <= SOON:
        yield GapKind.REVIEW_SOON
    if basis.is_after(day):
        yield GapKind.AFTER_PERIOD


def _kinds_of_assessment(risk: Risk, scale: Scale) -> Iterator[GapKind]:
    if not risk.assessment.complete:
        yield GapKind.NOT_ASSESSED
    if scale.band_index(risk.assessment) == len(scale.bands) - 1 and is_blank(risk.escalated_to):
        yield GapKind.NOT_ESCALATED
    last = risk.residual if risk.residual.complete else risk.assessment
    if risk.response is None and scale.is_tolerated(last) is False:
        yield GapKind.ABOVE_TOLERANCE
    if risk.assessment.complete and scale.rank(risk.residual) > scale.rank(risk.assessment):
        yield GapKind.RESIDUAL_HIGHER


def _kinds_of_mitigation(mitigation: Mitigation, basis: Basis) -> Iterator[GapKind]:
    if is_blank(mitigation.description):
        yield GapKind.NO_DESCRIPTION
    if mitigation.settled:
        return
    if is_blank(mitigation.action_owner):
        yield GapKind.NO_ACTION_OWNER
    day = mitigation.due_date
    if day is None:
        yield GapKind.NO_DUE_DATE
        return
    if day < basis.today:
        yield GapKind.OVERDUE
    if basis.is_after(day):
        yield GapKind.AFTER_PERIOD
