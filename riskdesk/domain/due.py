"""What has become due between two days."""

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from riskdesk.domain.ended import is_ended
from riskdesk.domain.gaps import Basis, Gap, GapKind, item_gaps, waived
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree, other_entries

DUE = (GapKind.OVERDUE, GapKind.REVIEW_DUE, GapKind.REVIEW_SOON)


def became_due(
    gaps_by_kind: Mapping[GapKind, Sequence[Gap]], tree: RegisterTree, since: datetime.date | None
) -> dict[GapKind, list[Gap]]:
    """The gaps, out of those that were found, that are due now and were not due on the day `since`.

    If that is None, they are all gaps that are due.
    """
    before = set()
    if since is not None and any(kind in gaps_by_kind for kind in DUE):
        basis = Basis.of(tree.register, since)
        before = {(gap.kind, gap.id) for entry in tree.entries for gaps in item_gaps(entry, basis) for gap in gaps}
    due_gaps = {kind: [gap for gap in gaps_by_kind.get(kind, ()) if (kind, gap.id) not in before] for kind in DUE}
    return {kind: gaps for kind, gaps in due_gaps.items() if gaps}


@dataclass(frozen=True)
class DueDates:
    """The numbers of mitigations and of reviews that are or become due on each day.

    It does not say which ones they are.
    """

    mitigations: Mapping[datetime.date, int]
    reviews: Mapping[datetime.date, int]

    def due(self, day: datetime.date) -> dict[GapKind, int]:
        """How many of these are overdue on a day, by the kind of gap, if the register stays as it is."""
        dates = {GapKind.OVERDUE: self.mitigations, GapKind.REVIEW_DUE: self.reviews}
        return {kind: sum(count for due, count in its.items() if due < day) for kind, its in dates.items()}


class DueDays:
    """A counter of mitigations and reviews that are or will become due in registers.

    Entries that did not change are not counted again.
    """

    def __init__(self) -> None:
        self._categories: Sequence[CategoryTree] = ()
        self._mitigations: Counter[datetime.date] = Counter()
        self._reviews: Counter[datetime.date] = Counter()

    def dates(self, tree: RegisterTree) -> DueDates:
        """The days on which something is or becomes due in a register, without kinds that are waived."""
        self._follow(tree.categories)
        off = waived(tree)
        return DueDates(
            {} if GapKind.OVERDUE in off else dict(self._mitigations),
            {} if GapKind.REVIEW_DUE in off else dict(self._reviews),
        )

    def _follow(self, categories: Sequence[CategoryTree]) -> None:
        old_entries, new_entries = other_entries(self._categories, categories)
        self._categories = categories
        for entry in old_entries:
            self._count(entry, -1)
        for entry in new_entries:
            self._count(entry, 1)

    def _count(self, entry: EntryTree, by: int) -> None:
        for counter, days in zip((self._mitigations, self._reviews), _days(entry), strict=True):
            for day in days:
                counter[day] += by
                if not counter[day]:
                    del counter[day]


def _days(entry: EntryTree) -> tuple[list[datetime.date], list[datetime.date]]:
    """The days on which mitigations and reviews of an entry are due."""
    mitigations = [] if is_ended(entry) else entry.mitigations
    dues = [mitigation.due_date for mitigation in mitigations if mitigation.due_date and not mitigation.settled]
    return dues, [risk.next_review for risk in entry.risks if risk.next_review and not risk.ended]
