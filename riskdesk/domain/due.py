"""What has become due between two days."""

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from riskdesk.domain.ended import is_ended
from riskdesk.domain.gaps import Basis, Gap, GapKind, entry_gaps, waived
from riskdesk.domain.tree import CategoryTree, RegisterTree

_Days: TypeAlias = list[datetime.date]
DUE = (GapKind.OVERDUE, GapKind.REVIEW_DUE, GapKind.REVIEW_SOON)


def became_due(
    found: Mapping[GapKind, Sequence[Gap]], tree: RegisterTree, since: datetime.date | None
) -> dict[GapKind, list[Gap]]:
    """Of the gaps that were found in a register, what is due and was not on a day (None: all that is due)."""
    before = set()
    if since is not None and any(kind in found for kind in DUE):
        basis = Basis.of(tree.register, since)
        before = {(gap.kind, gap.id) for entry in tree.entries for gap in entry_gaps(entry, basis)}
    left = {kind: [gap for gap in found.get(kind, ()) if (kind, gap.id) not in before] for kind in DUE}
    return {kind: gaps for kind, gaps in left.items() if gaps}


@dataclass(frozen=True)
class DueDates:
    """How many mitigations are due, and how many reviews, by the day; nothing that tells what they are."""

    mitigations: Mapping[datetime.date, int]
    reviews: Mapping[datetime.date, int]

    def due(self, day: datetime.date) -> dict[GapKind, int]:
        """How much is overdue on a day, by the kinds of gaps that this is, whatever the register is then."""
        dates = {GapKind.OVERDUE: self.mitigations, GapKind.REVIEW_DUE: self.reviews}
        return {kind: sum(count for due, count in its.items() if due < day) for kind, its in dates.items()}


class DueDays:
    """Counts what is or will become due in registers; a category that stays as it is is not looked through again."""

    def __init__(self) -> None:
        # By the identity of a category, which is held so that no other one gets it.
        self._counted: dict[int, tuple[CategoryTree, tuple[_Days, _Days]]] = {}
        self._mitigations: Counter[datetime.date] = Counter()
        self._reviews: Counter[datetime.date] = Counter()

    def dates(self, tree: RegisterTree) -> DueDates:
        """What is or will become due in a register; nothing of a kind that is waived."""
        self._follow(tree.categories)
        off = waived(tree)
        return DueDates(
            {} if GapKind.OVERDUE in off else dict(self._mitigations),
            {} if GapKind.REVIEW_DUE in off else dict(self._reviews),
        )

    def _follow(self, categories: Sequence[CategoryTree]) -> None:
        gone, self._counted = self._counted, {}
        for category in categories:
            known = gone.pop(id(category), None)
            if known is None:
                known = category, _days(category)
                self._count(known[1], 1)
            self._counted[id(category)] = known
        for _, days in gone.values():
            self._count(days, -1)

    def _count(self, days: tuple[_Days, _Days], by: int) -> None:
        for counter, its in zip((self._mitigations, self._reviews), days, strict=True):
            for day in its:
                counter[day] += by
                if not counter[day]:
                    del counter[day]


def _days(category: CategoryTree) -> tuple[_Days, _Days]:
    """The days on which mitigations and reviews of a category are due."""
    standing = (entry for entry in category.entries if not is_ended(entry))
    mitigations = [it.due_date for entry in standing for it in entry.mitigations if it.due_date and not it.settled]
    return mitigations, [risk.next_review for risk in category.risks if risk.next_review and not risk.ended]
