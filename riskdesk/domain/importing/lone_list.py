"""A table of one column that is a list of risks: a head that says so, and a risk in each row below it."""

from collections.abc import Iterator
from typing import NamedTuple

from riskdesk.domain.importing import heads, splitting
from riskdesk.domain.importing.draft import DraftEntry, DraftRisk, Ledger
from riskdesk.domain.importing.grid import Grid
from riskdesk.domain.sheets import Cell


class LoneList(NamedTuple):
    """A list of risks: its `table`, the row of its head, and the cells below."""

    grid: Grid
    table: int
    top: int
    cells: tuple[Cell, ...]

    def entries(self, ledger: Ledger) -> Iterator[DraftEntry]:
        """The risks, each in an entry of its own as those of other tables are."""
        ledger.use(self.table, [*self.grid.by_row[self.top], *self.cells])
        for cell in self.cells:
            item = splitting.whole(cell)
            if not splitting.is_nothing(item.text):
                risk = DraftRisk(self.grid.where(cell), {"description": item.text}).settled()
                if item.note:
                    risk.remark("", item.note)
                yield DraftEntry("", [risk])


def lone_list(table: int, grid: Grid) -> LoneList | None:
    """The list of risks that a table is; None if it is none."""
    rows = list(grid.by_row.items())
    # A title such as “Risks” may stand above the head.
    at = max(
        (at for at, (_, cells) in enumerate(rows) if len(cells) == 1 and heads.names_risks(cells[0].text)),
        default=len(rows),
    )
    below = tuple(cell for _, cells in rows[at + 1 :] for cell in cells)
    labels = sum(heads.is_whole(cell.text) for cell in below)
    if not below or {cell.column for cell in below} != {rows[at][1][0].column} or 2 * labels > len(below):
        return None
    return LoneList(grid, table, rows[at][0], below)
