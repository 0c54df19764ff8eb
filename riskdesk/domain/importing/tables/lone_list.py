"""Reads a table of one column that lists risks: a head that says so, and a risk in each row below."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from riskdesk.domain import pasting
from riskdesk.domain.importing.context import Ledger
from riskdesk.domain.importing.draft import DraftEntry, DraftRisk
from riskdesk.domain.importing.tables.grid import Grid
from riskdesk.domain.importing.words import heads, splitting
from riskdesk.domain.importing.words.fields import MEASURES, Field
from riskdesk.domain.sheets import Cell


class LoneList(NamedTuple):
    """A list of risks: the number of its table, the row of its head, and the cells below."""

    grid: Grid
    table: int
    top: int
    cells: tuple[Cell, ...]

    def entries(self, ledger: Ledger) -> Iterator[DraftEntry]:
        """The risks, each in an entry of its own."""
        ledger.use(self.table, [*self.grid.by_row[self.top], *self.cells])
        for cell, text in zip(self.cells, _unnumbered(self.cells), strict=True):
            item = splitting.as_one(replace(cell, text=text))
            if not splitting.is_nothing(item.text):
                risk = DraftRisk(self.grid.where(cell), {"description": item.text}).completed()
                if item.note:
                    risk.remark("", item.note)
                yield DraftEntry("", [risk])


def lone_list(table: int, grid: Grid) -> LoneList | None:
    """The list of risks in a table; None if the table is no such list."""
    rows = list(grid.by_row.items())
    # A title such as “Risks” may stand above the head.
    at = max(
        (at for at, (_, cells) in enumerate(rows) if len(cells) == 1 and heads.names_risks(cells[0].text)),
        default=len(rows),
    )
    below = tuple(takewhile(_is_no_measures, (cell for _, cells in rows[at + 1 :] for cell in cells)))
    labels = sum(heads.is_whole(cell.text) for cell in below)
    if not below or {cell.column for cell in below} != {rows[at][1][0].column} or 2 * labels > len(below):
        return None
    return LoneList(grid, table, rows[at][0], below)


def _is_no_measures(cell: Cell) -> bool:
    """Whether a cell is no head of measures, which ends a list of risks."""
    return not heads.is_whole(cell.text) or heads.read(cell.text, near=False).field not in {*MEASURES, Field.STRATEGY}


def _unnumbered(cells: Sequence[Cell]) -> list[str]:
    """The texts of cells, without the numbers of a list that count on from cell to cell."""
    texts = [cell.text for cell in cells]
    items = pasting.lists(texts)
    return [item[0] for item in items] if all(len(item) == 1 for item in items) else texts
