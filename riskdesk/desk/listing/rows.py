"""The rows of a register, each kept as long as its content is the same."""

from collections.abc import Iterator
from itertools import islice

from riskdesk.desk.listing.row import ListRow
from riskdesk.domain.listing import RowKind
from riskdesk.domain.scale import Scale
from riskdesk.domain.tree import EntryTree, RegisterTree
from riskdesk.domain.values import Category, Mitigation, Risk


class Rows:
    """The rows of the register that was taken last, in its order."""

    def __init__(self) -> None:
        self.all: list[ListRow] = []
        self._by_id: dict[str, ListRow] = {}
        self._of: tuple[str, RowKind, Scale] | None = None

    def take(self, tree: RegisterTree | None, rows: RowKind) -> None:
        """Set the register of the rows; there are none for None."""
        of = (tree.register.id, rows, tree.register.scale) if tree is not None else None
        if of != self._of:
            self._by_id, self._of = {}, of
        self.all = list(self._rows(tree, rows)) if tree is not None else []
        self._by_id = {row.item.id: row for row in self.all}

    def find(self, identity: str) -> ListRow | None:
        """The row of an item."""
        return self._by_id.get(identity)

    def fold_texts(self, most: int) -> bool:
        """Fold the texts of up to `most` rows before a filter needs them; return whether some are left."""
        waiting = (row for row in self.all if not row.is_folded)
        for row in islice(waiting, most):
            _ = row.folded
        return next(waiting, None) is not None

    def _rows(self, tree: RegisterTree, rows: RowKind) -> Iterator[ListRow]:
        scale = tree.register.scale
        for category in tree.categories:
            for entry in category.entries:
                for item in entry.risks if rows is RowKind.RISK else entry.mitigations:
                    yield self._row(item, entry, category.category, scale)

    def _row(self, item: Risk | Mitigation, entry: EntryTree, category: Category, scale: Scale) -> ListRow:
        row = self._by_id.get(item.id)
        if row is not None and row.item is item and row.category is category and _has_same_content(row, entry):
            row.entry = entry
            return row
        return ListRow(item, entry, category, scale)


def _has_same_content(row: ListRow, entry: EntryTree) -> bool:
    """Whether an entry has the same risks and mitigations as the entry that a row knows."""
    before = row.entry
    return before is entry or (before.risks == entry.risks and before.mitigations == entry.mitigations)
