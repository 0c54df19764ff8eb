"""Finds the measures in the cells of a region, and the items of cells that hold several."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from riskdesk.domain.importing.bounds import require_items
from riskdesk.domain.importing.context import ImportContext
from riskdesk.domain.importing.draft import DraftMeasure, NoteLine
from riskdesk.domain.importing.entries.draft_row import DraftRow
from riskdesk.domain.importing.messages import LeftOut, Question
from riskdesk.domain.importing.tables.nested_tables import nested_measures
from riskdesk.domain.importing.tables.regions import HeadedColumn, Region
from riskdesk.domain.importing.tables.rows import RegionRow, TableRowKind
from riskdesk.domain.importing.words import lines_below, splitting
from riskdesk.domain.importing.words.fields import MEASURES, Field
from riskdesk.domain.importing.words.splitting import CellItem, SplitCell
from riskdesk.domain.importing.words.vocabulary import responses
from riskdesk.domain.sheets import Cell
from riskdesk.domain.values import MitigationStatus

_DATED = re.compile(r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\s*[-–—:]\s")
# The columns that may hold a list as long as that of the measures.
LISTED = (Field.ACTION_OWNER, Field.DUE, Field.MEASURE_STATUS)
# The columns for the fields that a line below a measure may give.
_COLUMNS_OF_LINES = {"action_owner": Field.ACTION_OWNER, "due_date": Field.DUE, "status": Field.MEASURE_STATUS}
# A letter that may begin a name, and so is no number of a list.
_INITIAL = re.compile(r"[A-Z]\.")
_WORDED = re.compile(r"(\w+)\s*:\s+(.+)", re.DOTALL)


class Measures:
    """The measures and texts in the cells of a region, split where a cell holds several.

    A column is split as a whole, as the numbers of a list may count on from cell to cell.
    """

    def __init__(self, region: Region, rows: Sequence[RegionRow], context: ImportContext) -> None:
        self._region, self._grid, self._rows = region, region.grid, rows
        self._context, self._report = context, context.report
        self._split_cells = dict(self._split_columns())

    def _without_progress(self, column: HeadedColumn, items: Sequence[CellItem], draft: DraftRow) -> Sequence[CellItem]:
        """The measures of a cell; lines about progress, which begin with a day, go to the note of the risk."""
        remaining = [item for item in items if not _DATED.match(item.text)]
        if not remaining:
            return items
        for item in items:
            if _DATED.match(item.text):
                draft.risk.remark(column.name, item.text)
        return remaining

    def _without_responses(self, items: Sequence[CellItem], draft: DraftRow) -> Sequence[CellItem]:
        """The measures without the response that each begins with, such as “Reduce:”; the risk gets that response.

        If not every measure begins with one, they stay as they are.
        """
        matches = [_WORDED.match(item.text) for item in items]
        named_responses = [responses(match[1]) if match else set() for match in matches]
        if (
            self._region.of(Field.RESPONSE)
            or not named_responses
            or not all(len(named) == 1 for named in named_responses)
        ):
            return items
        if len(set.union(*named_responses)) == 1:
            draft.risk.fields["response"] = named_responses[0].pop()
        else:
            draft.risk.note += [NoteLine(item.text) for item in items]
        return [replace(item, text=match[2]) for match, item in zip(matches, items, strict=True) if match]

    def in_cell(self, column: HeadedColumn, cell: Cell, draft: DraftRow) -> Iterator[DraftMeasure]:
        """The measures in a cell."""
        place = self._grid.where(cell)
        if cell.tables:
            yield from nested_measures(cell, place, self._report)
            return
        if splitting.is_nothing(cell.text):
            self._report.left_out.append(LeftOut.of_cell("nothing", place, cell))
            return
        self._report.noted.add(cell.note)
        split_cell = self._split_cells.get((cell.row, cell.column)) or splitting.split_cells([cell])[0]
        items = split_cell.items
        if split_cell.doubt and items:
            key, default = f"split:{split_cell.doubt}", "yes" if len(items) > 1 else "no"
            answer = self._context.ask(Question(key, "split", place, items[0].text, ("yes", "no"), default))
            items = splitting.answered(cell, split_cell, answer)
        existing = self._is_done_already(column)
        fields = {"status": MitigationStatus.DONE} if existing else {}
        measures: list[DraftMeasure] = []
        # A field that has a column is not read from lines as well: one of the two values would be lost.
        in_columns = {name for name, field in _COLUMNS_OF_LINES.items() if self._region.of(field)}
        in_lines: set[str] = set()
        # Only a line without a sign of a list may be a detail of the measure above.
        lines = splitting.bare_lines(cell)
        for item in self._without_responses(self._without_progress(column, items, draft), draft):
            is_line = bool(measures) and not item.note and item.text in lines
            line_fields = lines_below.of_measure(item.text) if is_line else {}
            if line_fields and line_fields.keys().isdisjoint(in_columns | in_lines):
                measures[-1].fields |= line_fields
                in_lines |= line_fields.keys()
            else:
                text = f"{item.text} ({item.note})" if item.note else item.text
                measures.append(DraftMeasure(text, item.place or place, dict(fields), column.column, existing))
                in_lines = set()
        yield from measures

    def items(self, cell: Cell) -> tuple[CellItem, ...]:
        """The items in a cell."""
        self._report.noted.add(cell.note)
        split_cell = self._split_cells.get((cell.row, cell.column))
        # A cell that was moved from a neighbouring column was not split with the others.
        return (split_cell or splitting.split_cells([cell])[0]).items

    def is_split(self, cell: Cell) -> bool:
        """Whether the column of a cell holds lists."""
        return (cell.row, cell.column) in self._split_cells

    def number_before(self, cell: Cell | None) -> tuple[str, str] | None:
        """The number before the text of a cell, and that text; None unless such numbers count on through the column."""
        split_cell = self._split_cells.get((cell.row, cell.column)) if cell else None
        if cell is None or split_cell is None or len(split_cell.items) != 1:
            return None
        text, item = splitting.as_one(cell).text, split_cell.items[0].text
        number = text.removesuffix(item).strip()
        is_number = text.endswith(item) and any(map(str.isalnum, number)) and not _INITIAL.fullmatch(number)
        return (number, item) if is_number else None

    def part_texts(self) -> bool:
        """Whether a cell of texts holds several items that are surely items, and not only lines."""
        texts = {column.column for column in self._region.of(Field.DESCRIPTION)}
        return any(
            len(split_cell.items) > 1 and not split_cell.doubt
            for (_, column), split_cell in self._split_cells.items()
            if column in texts
        )

    def _is_done_already(self, column: HeadedColumn) -> bool:
        if column.field is not Field.EXISTING:
            return False
        place = self._grid.where(column.cell)
        question = Question("existing", "existing_controls", place, column.name, ("yes", "no"), "yes")
        return self._context.ask(question) == "yes"

    def _split_columns(self) -> Iterator[tuple[tuple[int, int], SplitCell]]:
        for column in self._region.of(Field.DESCRIPTION, *MEASURES, *LISTED):
            cells = [
                cell
                for row in self._rows
                if row.kind in (TableRowKind.RISK, TableRowKind.MORE)
                if (cell := self._region.cell(row.number, column)) is not None
            ]
            if column.field in LISTED and not any(sign in cell.text for cell in cells for sign in "\n;"):
                continue
            # Splitting that many cells would take long, so they are counted first.
            require_items(sum(cell.text.count(sign) for cell in cells for sign in "\n;+"))
            split_cells = splitting.split_cells(cells, of_names=column.field is Field.ACTION_OWNER)
            for cell, split_cell in zip(cells, split_cells, strict=True):
                self._report.count(len(split_cell.items))
                yield (cell.row, cell.column), self._with_places(cell, split_cell)

    def _with_places(self, cell: Cell, split_cell: SplitCell) -> SplitCell:
        """The items of a cell that was made of several paragraphs, each with the place of its paragraph."""
        table = self._grid.table
        places = table.places.get((cell.row, cell.column), ())
        # Places of the same kind of table are those of whole cells, not of paragraphs.
        if len(places) != len(split_cell.items) or any(place.kind is table.kind for place in places):
            return split_cell
        items = (replace(item, place=place) for item, place in zip(split_cell.items, places, strict=True))
        return replace(split_cell, items=tuple(items))
