"""What a register lacks, found again only where it has changed."""

import datetime
from collections.abc import Iterator

from riskdesk.domain.gaps import Basis, Gap, Relations, entry_gaps, waived
from riskdesk.domain.tree import EntryTree, RegisterTree

# So many entries are taken in between two breaths.
_AT_ONCE = 20


class Missing:
    """Remembers the gaps of each entry as long as it stays as it is, and what its risks have in common with others."""

    def __init__(self) -> None:
        self._basis: Basis | None = None
        self._known: dict[str, tuple[EntryTree, tuple[Gap, ...]]] = {}
        self._relations = Relations()
        self._related: dict[str, EntryTree] = {}
        # Of the entries in an order; None if one of them may have others by now.
        self._shared: tuple[list[str], list[Gap]] | None = None

    def gaps(self, tree: RegisterTree, today: datetime.date) -> list[Gap]:
        """The gaps of a register, as `domain.gaps` tells them."""
        for _ in self.following(tree, today):
            pass
        assert self._shared is not None, "all was taken in"
        found = [gap for identity in self._shared[0] for gap in self._known[identity][1]]
        everything, off = (*found, *self._shared[1], *self._relations.of_register(tree.register)), waived(tree)
        return [gap for gap in everything if gap.kind not in off]

    def following(self, tree: RegisterTree, today: datetime.date) -> Iterator[None]:
        """Take in what has changed, a part at a time; what was taken in stays so where another step comes between."""
        basis = Basis.of(tree.register, today)
        if basis != self._basis:
            self._basis, self._known = basis, {}
        entries = {entry.entry.id: entry for entry in tree.entries}
        self._forget(entries)
        for number, (identity, entry) in enumerate(entries.items(), 1):
            known = self._known.get(identity)
            if known is None or known[0] != entry:
                self._known[identity] = entry, tuple(entry_gaps(entry, basis))
            if identity not in self._related:
                self._related[identity], self._shared = entry, None
                self._relations.put(entry)
            if number % _AT_ONCE == 0:
                yield
        yield from self._relations.refreshing()
        order = list(entries)
        if self._shared is None or self._shared[0] != order:
            yield from self._share(tree, order)

    def _share(self, tree: RegisterTree, order: list[str]) -> Iterator[None]:
        """Find what risks have in common with others, a part at a time."""
        shared: list[Gap] = []
        for number, gap in enumerate(self._relations.gaps(tree), 1):
            shared.append(gap)
            if number % (10 * _AT_ONCE) == 0:
                yield
        self._shared = order, shared

    def _forget(self, entries: dict[str, EntryTree]) -> None:
        """Forget what is gone, or has other relations than it had: a risk may come into another entry."""
        for identity in self._known.keys() - entries.keys():
            del self._known[identity]
        for identity, before in list(self._related.items()):
            now = entries.get(identity)
            if before is now:
                continue
            if now is not None and Relations.are_same(before, now):
                self._related[identity] = now
            else:
                self._relations.drop(before)
                del self._related[identity]
                self._shared = None
