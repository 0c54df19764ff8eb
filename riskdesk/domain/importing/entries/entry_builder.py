"""Makes entries of the rows of a region."""

import re
from collections.abc import Iterator, Mapping, Sequence

from riskdesk.domain.folding import fold
from riskdesk.domain.importing import questions
from riskdesk.domain.importing.context import ImportContext
from riskdesk.domain.importing.draft import DraftEntry, DraftMeasure, DraftRisk, NoteLine
from riskdesk.domain.importing.entries import parallel_lists
from riskdesk.domain.importing.entries.cell_reader import CellReader
from riskdesk.domain.importing.entries.checking import check_scores
from riskdesk.domain.importing.entries.draft_row import DraftRow
from riskdesk.domain.importing.entries.level_reader import LevelReader
from riskdesk.domain.importing.entries.measures import Measures
from riskdesk.domain.importing.entries.merged_cells import merged_into
from riskdesk.domain.importing.messages import LeftOut, Question
from riskdesk.domain.importing.tables import shifted_rows
from riskdesk.domain.importing.tables.regions import HeadedColumn, Region
from riskdesk.domain.importing.tables.rows import RegionRow, TableRowKind
from riskdesk.domain.importing.values.ladder import Ladder
from riskdesk.domain.importing.words import lines_below, splitting
from riskdesk.domain.importing.words.fields import LEVELS, MEASURES, RESIDUAL, TEXTS, Field
from riskdesk.domain.importing.words.vocabulary import plain
from riskdesk.domain.sheets import Cell, FilePlace
from riskdesk.domain.values import RiskStatus

_CLOSED = re.compile(r"\bclosed\b|\bclos(?:es?)?\b|\bclotures?\b|\bfermes?\b")
_CONTINUED = re.compile(r"\s*\((?:continued|cont\.?|cont’?d|suite)\)\s*$", re.IGNORECASE)
# A table without any of these only has risks beside measures, so that a cell may hold several risks.
_ASSESSED = LEVELS | {Field.PAIR, Field.TITLE, Field.OWNER, Field.STATUS, Field.LEVEL_MARK, Field.RESPONSE}


class EntryBuilder:
    """Makes the entries of one region, row by row; a row without a category belongs to the last one."""

    def __init__(
        self,
        region: Region,
        table: int,
        rows: Sequence[RegionRow],
        ladders: Mapping[Field, Ladder | None],
        context: ImportContext,
        category: str,
    ) -> None:
        self._region, self._grid, self._rows = region, region.grid, rows
        self._table, self._context, self._report = table, context, context.report
        self._category, self._ladders = category, ladders
        score_alone = not region.of(*RESIDUAL.values())
        unrated = not region.of(*LEVELS, Field.LEVEL_MARK, Field.PAIR)
        orders = dict(questions.ask_day_order(region, rows, context))
        self._reader = CellReader(LevelReader(ladders, context), orders, context, unrated, score_alone=score_alone)
        # The name of a sheet may say that its risks are closed.
        self._closed = bool(_CLOSED.search(fold(region.grid.table.name)))
        self._measures = Measures(region, rows, context)
        self._several = self._holds_groups()
        self._by_anchor: dict[tuple[int, int], DraftEntry] = {}
        self._entries: list[DraftEntry] = []
        self._titles: set[str] = set()
        self._checked: list[tuple[DraftRisk, dict[int, Cell]]] = []

    def entries(self) -> list[DraftEntry]:
        """The entries, in the order of the rows."""
        pending: RegionRow | None = None
        for row in self._rows:
            if row.kind is TableRowKind.CATEGORY:
                self._warn_if_empty(pending)
                pending = row
                self._begin_category(row)
            elif row.kind in (TableRowKind.RISK, TableRowKind.MORE):
                self._read_row(row)
                pending = self._still_pending(pending)
            else:
                self._leave_out(row)
        self._warn_if_empty(pending)
        check_scores(self._region, self._checked, self._ladders, self._report)
        return self._entries

    def _begin_category(self, row: RegionRow) -> None:
        cell = row.cells[0]
        title = _title(cell)
        if title != cell.text.strip() and plain(title) in self._titles | {plain(self._category)}:
            self._report.warn("continued", self._grid.where(cell), cell.text)
        self._category = title
        self._titles.add(plain(title))
        self._context.ledger.use(self._table, row.cells)

    def _still_pending(self, row: RegionRow | None) -> RegionRow | None:
        """The row of the current category if that has no entry yet; a category in a column replaces it."""
        title = _title(row.cells[0]) if row is not None else ""
        if row is not None and self._category != title:
            self._warn_if_empty(row)
            return None
        return None if self._entries and self._entries[-1].category == title else row

    def _warn_if_empty(self, row: RegionRow | None) -> None:
        """Warn of a category without risks."""
        if row is not None:
            self._report.warn("empty_category", self._grid.where(row.cells[0]), row.cells[0].text)
            self._report_left_out("empty_category", row)

    def _leave_out(self, row: RegionRow) -> None:
        self._report_left_out(row.kind.value, row)
        if row.kind is TableRowKind.NO_VALUE:
            self._report.warn("no_value", self._grid.where(row.cells[0]), row.cells[0].text)

    def _report_left_out(self, reason: str, row: RegionRow) -> None:
        self._report.left_out.append(LeftOut.of_cells(reason, self._grid.where(row.cells[0]), row.cells))
        self._context.ledger.use(self._table, row.cells)

    def _read_row(self, row: RegionRow) -> None:
        if not self._is_wanted(row):
            return
        self._context.ledger.use(self._table, row.cells)
        cells = self._by_column(row)
        cells |= merged_into(self._region, row, cells)
        category = self._category_of(row)
        draft = DraftRow(DraftRisk(self._place(row)))
        lists = list(parallel_lists.lists_in(self._region, cells, self._measures))
        listed = {beside.column.column for beside in lists}
        others = {column: cell for column, cell in cells.items() if column not in listed}
        measures = list(self._read_cells(row, others, draft))
        for beside in parallel_lists.assign(lists, measures, self._reader, self._region, draft.risk):
            self._reader.read(beside.column, beside.rest, self._grid.where(beside.cell), draft)
        before = self._entries[-1] if self._entries else None
        again = before is not None and before.category == category and self._repeats_risk(before, draft)
        entry = before if again and before is not None else self._entry(row, category)
        if row.kind is TableRowKind.RISK and not self._repeats_risk(entry, draft):
            risks = self._risks(row, cells, draft)
            for risk in risks if self._closed else ():
                risk.fields.setdefault("status", RiskStatus.CLOSED)
            entry.risks += risks
            self._checked.append((draft.risk, cells))
        elif entry.risks:
            self._add_to_risk(entry.risks[-1], draft.risk, cells)
        for column in self._region.of(Field.CATEGORY):
            own = cells.get(column.column)
            if own is not None and entry.category != category and entry.risks:
                entry.risks[-1].remark_cell(column.name, own)
        draft.give_to(measures, entry.risks[-1] if entry.risks else draft.risk)
        entry.measures += measures

    def _is_wanted(self, row: RegionRow) -> bool:
        """Whether a row comes in: the user may not want hidden ones, and one without a risk needs a risk above."""
        if row.number in self._grid.table.hidden_rows:
            texts = {column.column for column in self._region.of(*TEXTS)}
            place = self._grid.where(row.cells[0])
            text = next((cell for cell in row.cells if cell.column in texts), row.cells[0]).text
            self._report.warn("hidden_rows", place, text)
            if self._context.ask(Question("hidden_rows", "hidden_rows", place, text, ("yes", "no"), "yes")) == "no":
                self._report_left_out("chosen", row)
                return False
        if row.kind is TableRowKind.MORE and not self._entries:
            self._report_left_out("rest", row)
            return False
        return True

    def _add_to_risk(self, risk: DraftRisk, more: DraftRisk, cells: Mapping[int, Cell]) -> None:
        """Add what a further row says of a risk: new fields as they are, other values of known fields in the note."""
        risk.note += [line for line in more.note if line not in risk.note]
        for name, value in more.fields.items():
            if risk.fields.setdefault(name, value) != value:
                field = {"reference": Field.ID}.get(name) or Field(name)
                for column in self._region.of(field):
                    if column.column in cells:
                        risk.remark_cell(column.name, cells[column.column])

    def _repeats_risk(self, entry: DraftEntry, draft: DraftRow) -> bool:
        """Whether a row repeats the risk above to give another measure."""
        fields = draft.risk.fields
        return bool(entry.risks) and "description" in fields and fields.items() <= entry.risks[-1].fields.items()

    def _by_column(self, row: RegionRow) -> dict[int, Cell]:
        """The cells of a row by the columns that they belong to; cells one column off are moved back."""
        cells = {cell.column: cell for cell in row.cells}
        right = shifted_rows.shifted_back(self._region, cells, self._ladders)
        if right is not None:
            first = next(cell for column, cell in sorted(cells.items()) if right.get(column) is not cell)
            self._report.warn("shifted_row", self._grid.where(first), first.text)
            return right
        return cells

    def _category_of(self, row: RegionRow) -> str:
        """The category of a row: from its cell, from one merged over it, or from the last row that had one."""
        for column in self._region.of(Field.CATEGORY):
            cell = self._grid.at(row.number, column.column)
            if self._grid.table.places:
                # A card says all of its risk, so that no category goes on from the card before.
                self._category = ""
            if cell is not None and not splitting.is_nothing(cell.text):
                title = splitting.as_one(cell).text
                parts = [part.strip() for part in re.split(r"[,;/]", title)]
                known = self._known_categories(column)
                if len(parts) > 1 and any(plain(part) in known for part in parts) and plain(title) not in self._titles:
                    self._report.warn("two_categories", self._grid.where(cell), title)
                self._category = title
        return self._category

    def _known_categories(self, column: HeadedColumn) -> set[str]:
        if not self._titles:
            cells = (self._region.cell(row.number, column) for row in self._rows)
            self._titles |= {plain(cell.text) for cell in cells if cell and "," not in cell.text}
        return self._titles

    def _entry(self, row: RegionRow, category: str) -> DraftEntry:
        """The entry of a row: a new one, unless a cell is merged with a row above or the row has no risk of its own."""
        anchors = [
            cell
            for column in self._region.of(Field.DESCRIPTION, *MEASURES)
            if (cell := self._grid.at(row.number, column.column)) is not None
        ]
        entry = next(
            (self._by_anchor[key] for cell in anchors if (key := (cell.row, cell.column)) in self._by_anchor), None
        )
        if entry is None and row.kind is TableRowKind.MORE and self._entries:
            entry = self._entries[-1]
            self._report.warn("moved_on", self._grid.where(row.cells[0]), row.cells[0].text)
        if entry is None:
            entry = DraftEntry(category)
            self._entries.append(entry)
        self._by_anchor |= {(cell.row, cell.column): entry for cell in anchors}
        return entry

    def _read_cells(self, row: RegionRow, cells: Mapping[int, Cell], draft: DraftRow) -> Iterator[DraftMeasure]:
        """Read all cells of a row, and yield its measures; cells that may hold several risks are read by `_risks`."""
        marks, where = dict[str, list[HeadedColumn]](), self._grid.where
        for column in self._region.columns:
            cell = cells.get(column.column)
            if cell is None or column.field is Field.CATEGORY or self._reader.is_missing(column, cell, where(cell)):
                continue
            if column.field in MEASURES:
                yield from self._measures.in_cell(column, cell, draft)
            elif column.field is Field.LEVEL_MARK:
                marks.setdefault(column.level, []).append(column)
            elif not (self._several and column.field is Field.DESCRIPTION and row.kind is TableRowKind.RISK):
                self._reader.read(column, cell, where(cell), draft)
        self._reader.levels.read_marks(marks, cells, where, draft.risk)
        known_columns = {column.column for column in self._region.columns}
        for column_number, cell in cells.items():
            if column_number not in known_columns:
                draft.risk.remark_cell("", cell)

    def _risks(self, row: RegionRow, cells: Mapping[int, Cell], draft: DraftRow) -> list[DraftRisk]:
        if not self._several:
            return [self._with_number(draft.risk, cells).completed()]
        risks: list[DraftRisk] = []
        for column in self._region.of(Field.DESCRIPTION):
            cell = cells.get(column.column)
            lines = splitting.bare_lines(cell) if cell else ()
            for item in self._measures.items(cell) or (splitting.as_one(cell),) if cell else ():
                is_line = item.text in lines and not item.note and bool(risks) and "status" not in risks[-1].fields
                ended = lines_below.ended(item.text) if is_line else None
                if ended is not None:
                    risks[-1].fields["status"] = ended
                    continue
                place = self._grid.where(cell) if cell else self._place(row)
                risk = DraftRisk(item.place or place, {"description": item.text})
                # The text of a list item stays as it is, even if it begins with a reference.
                risk = risk.completed() if item.text in lines else risk
                if item.note and cell:
                    self._reader.footnote(item.note, self._grid.where(cell), risk)
                risks.append(risk)
        if risks:
            number = draft.risk.fields.pop("reference", "") if len(risks) > 1 else ""
            risks[0].note += [
                *([NoteLine(number, self._region.of(Field.ID)[0].name)] if number else []),
                *draft.risk.note,
            ]
            risks[0].fields |= draft.risk.fields
        return risks

    def _with_number(self, risk: DraftRisk, cells: Mapping[int, Cell]) -> DraftRisk:
        """A risk with the number before its text as its reference, if such numbers count on and no column has them."""
        for column in () if self._region.of(Field.ID) else self._region.of(Field.DESCRIPTION)[:1]:
            parts = self._measures.number_before(cells.get(column.column))
            if parts is not None and risk.fields.get("description") == " ".join(parts):
                risk.fields |= {"reference": parts[0].strip("().[] "), "description": parts[1]}
        return risk

    def _holds_groups(self) -> bool:
        """Whether a cell may hold several risks: no column is about one risk, and no number stands for a single one."""
        if any(column.titled or column.field in _ASSESSED for column in self._region.columns):
            return False
        return not self._region.of(Field.ID) or self._measures.part_texts()

    def _place(self, row: RegionRow) -> FilePlace:
        return self._grid.where(row.cells[0])


def _title(cell: Cell) -> str:
    """The title of a category, without words such as “(continued)”."""
    return _CONTINUED.sub("", splitting.as_one(cell).text)
