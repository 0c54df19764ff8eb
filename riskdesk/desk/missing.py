"""What a register lacks, found again only where it has changed."""

import datetime

from riskdesk.domain.gaps import Gap, entry_gaps, register_gaps
from riskdesk.domain.scale import Scale
from riskdesk.domain.tree import EntryTree, RegisterTree

# All that the gaps of an entry depend on.
_Seen = tuple[EntryTree, Scale, datetime.date]


class Missing:
    """Remembers the gaps of each entry as long as it stays as it is."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[_Seen, tuple[Gap, ...]]] = {}

    def gaps(self, tree: RegisterTree, today: datetime.date) -> list[Gap]:
        """The gaps of a register, as `domain.gaps` tells them."""
        known, scale = {}, tree.register.scale
        for entry in tree.entries:
            seen, before = (entry, scale, today), self._known.get(entry.entry.id)
            same = before is not None and before[0] == seen
            known[entry.entry.id] = before if same and before else (seen, tuple(entry_gaps(*seen)))
        self._known = known
        return [gap for _, found in known.values() for gap in found] + list(register_gaps(tree))
