"""Gives each measure of a row its own owner, day or state, where these stand in a list as long as that of the measures.

The first item of such a list belongs to the first measure, the second one to the second, and so on.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from riskdesk.domain.importing.draft import DraftMeasure, DraftRisk
from riskdesk.domain.importing.entries.cell_reader import CellReader
from riskdesk.domain.importing.entries.draft_row import DraftRow
from riskdesk.domain.importing.entries.measures import LISTED, Measures
from riskdesk.domain.importing.tables.regions import HeadedColumn, Region
from riskdesk.domain.importing.words import splitting
from riskdesk.domain.importing.words.fields import Field
from riskdesk.domain.importing.words.splitting import CellItem
from riskdesk.domain.sheets import Cell

_NUMBERED = re.compile(r"\s*\(?(\d{1,2})[.)](?:\s(.*))?")


@dataclass(frozen=True, slots=True)
class ListBeside:
    """A cell beside measures that holds several owners, days or states."""

    column: HeadedColumn
    cell: Cell
    items: tuple[CellItem, ...]

    def cell_of(self, item: CellItem) -> Cell:
        """The cell as if it held one of its items only."""
        return replace(self.cell, text=item.text, value=None, paragraphs=(), note=item.note)

    def by_place(self, count: int) -> dict[int, CellItem]:
        """The items by the places of their measures, of which there are `count`; empty if the lists do not fit.

        Numbers before the items are such places, so that measures may be left out.
        """
        matches = [_NUMBERED.fullmatch(line) for line in self.cell.text.split("\n") if line.strip()]
        numbers = [int(match[1]) for match in matches if match is not None]
        rise = numbers == sorted(set(numbers)) and 1 < len(numbers) == len(matches) and numbers[0] > 0
        if rise and numbers[-1] <= count and not splitting.without_notes(self.cell.text)[1] and not self.cell.note:
            texts = [(match[2] or "").strip() for match in matches if match is not None]
            return {number - 1: CellItem(text, "") for number, text in zip(numbers, texts, strict=True) if text}
        return dict(enumerate(self.items)) if len(self.items) == count else {}

    @property
    def rest(self) -> Cell:
        """The cell to be read for all measures: without the sign of a list, if it holds one item."""
        return self.cell_of(self.items[0]) if len(self.items) == 1 else self.cell

    @property
    def is_sure(self) -> bool:
        """Whether each item is about another measure; names without signs of a list may all be about each of them."""
        if self.column.field is not Field.ACTION_OWNER or any(paragraph.sign for paragraph in self.cell.paragraphs):
            return True
        lines = [line.strip() for line in self.cell.text.split("\n") if line.strip()]
        return all(map(_NUMBERED.fullmatch, lines)) or (
            len(lines) == len(self.items)
            and all(line != item.text for line, item in zip(lines, self.items, strict=True))
        )


def lists_in(region: Region, cells: Mapping[int, Cell], measures: Measures) -> Iterator[ListBeside]:
    """The lists beside the measures of a row, whose cells are given by column."""
    for column in region.of(*LISTED):
        cell = cells.get(column.column)
        items = measures.items(cell) if cell is not None and measures.is_split(cell) else ()
        if cell is not None and (len(items) > 1 or (items and items[0].text != cell.text.strip())):
            yield ListBeside(column, cell, items)


def assign(
    lists: Sequence[ListBeside], measures: Sequence[DraftMeasure], reader: CellReader, region: Region, risk: DraftRisk
) -> list[ListBeside]:
    """Give each measure its items, and return the lists that do not fit these.

    What is no field of a measure goes to the note of the risk, with the measure that it is about.
    """
    targets_of = {id(beside): _measures_of(beside.column, measures) for beside in lists}
    pairs = [(beside, items) for beside in lists if (items := beside.by_place(len(targets_of[id(beside)])))]
    if not any(beside.is_sure for beside, _ in pairs):
        return list(lists)
    for beside, items in pairs:
        place, targets = region.grid.where(beside.cell), targets_of[id(beside)]
        for at, item in items.items():
            measure = targets[at]
            own = DraftRow(DraftRisk(place))
            reader.read(beside.column, beside.cell_of(item), place, own)
            measure.fields = own.measures | own.single.get(measure.column, {}) | measure.fields
            about = f" ({measure.description})" if len(targets) > 1 else ""
            risk.note += [line._replace(text=f"{line.text}{about}") for line in own.risk.note]
    done = [beside for beside, _ in pairs]
    return [beside for beside in lists if beside not in done]


def _measures_of(column: HeadedColumn, measures: Sequence[DraftMeasure]) -> list[DraftMeasure]:
    """The measures that a column is about: those of one column, else all that were not done before."""
    if column.measure is not None:
        return [measure for measure in measures if measure.column == column.measure]
    return [measure for measure in measures if not measure.existing]
