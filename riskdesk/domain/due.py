"""What has become due between two days."""

import datetime
from collections.abc import Mapping, Sequence

from riskdesk.domain.gaps import Basis, Gap, GapKind, entry_gaps
from riskdesk.domain.tree import RegisterTree

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
