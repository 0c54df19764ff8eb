"""Joins measures in tables of their own to the risks that they name; risks that share a measure share an entry."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from riskdesk.domain.folding import fold
from riskdesk.domain.importing.bounds import require_items
from riskdesk.domain.importing.context import ImportContext
from riskdesk.domain.importing.draft import DraftEntry, DraftMeasure
from riskdesk.domain.importing.messages import LeftOut
from riskdesk.domain.importing.tables.nested_tables import nested_measures
from riskdesk.domain.importing.tables.regions import HeadedColumn, Region
from riskdesk.domain.importing.values import month_ends
from riskdesk.domain.importing.values.dated import text_of
from riskdesk.domain.importing.words import splitting
from riskdesk.domain.importing.words.fields import MEASURES, TEXTS, Field
from riskdesk.domain.importing.words.vocabulary import MEASURE_STATES, plain
from riskdesk.domain.sheets import Cell, FilePlace

_BETWEEN = re.compile(r"\s*(?:[/,;&+\n]|\bet\b|\band\b)\s*")
_AMONG = re.compile(r"\b[A-Z]{1,3}[ .-]?\d{1,3}\b")
# A measure that names more risks than this is reported as left out.
_MOST_NAMES = 500
_LEADING = re.compile(r"^(?:risks?|risques?|n°|no\.?)\s*", re.IGNORECASE)


@dataclass
class Joiner:
    """Joins measures in tables of their own to the entries of the risks that they name.

    `others` are numbers of items in the same file that are no risks.
    """

    entries: list[DraftEntry]
    others: set[str]
    context: ImportContext

    def join(self, region: Region, table: int, heading: Sequence[str] = (), going_on: Collection[int] = ()) -> None:
        """Join each row of a table of measures; `heading` has the risks for rows that name none.

        Rows `going_on` answer the risks of the row above if they name none.
        """
        link = link_column(region)
        names: list[str] = []
        for number in region.rows:
            ledger = self.context.ledger
            cells = {cell.column: cell for cell in region.grid.by_row[number] if not ledger.is_done(table, cell)}
            ledger.use(table, cells.values())
            link_cell = region.grid.at(number, link.column) if link else None
            if link_cell is not None:
                names = self._names(link_cell.text)
            elif number not in going_on:
                names = list(heading)
            if len(names) > _MOST_NAMES:
                self._leave_out("measures", region, list(cells.values()))
            elif cells:
                self._join_row(region, cells, names)

    def _names(self, text: str) -> list[str]:
        """The risks that a cell names: one by its whole text, or several by their numbers."""
        return [text] if key(text) in self._entries_by_number else names_in(text)

    def _join_row(self, region: Region, cells: Mapping[int, Cell], names: Sequence[str]) -> None:
        entries_by_number = self._entries_by_number
        entries = [entries_by_number[key(name)] for name in names if key(name) in entries_by_number]
        first = next(iter(cells.values()))
        for name in names:
            if key(name) not in entries_by_number and (entries or key(name) not in self.others):
                self.context.report.warn("unknown_reference", region.grid.where(first), name)
        if not entries:
            self._leave_out("measures", region, list(cells.values()))
            return
        entry = self._merge(entries)
        cells = _without_number(region, cells, entry, names)
        fields, remarks = self._fields(region, cells, link_column(region))
        for column in region.of(*MEASURES):
            cell = cells.get(column.column)
            if cell is not None and not cell.tables and splitting.is_nothing(cell.text):
                self._leave_out("nothing", region, [cell])
            elif cell is not None:
                entry.measures += self._measures(cell, region.grid.where(cell), fields)
        columns = {column.column for column in region.columns}
        remarks += [("", cell) for column, cell in cells.items() if column not in columns]
        for head, cell in remarks:
            entry.risks[0].remark_cell(head, cell)

    @cached_property
    def _entries_by_number(self) -> dict[str, DraftEntry]:
        """The entries by the numbers of their risks, and by their texts."""
        return {number: entry for entry in self.entries for number in _numbers(entry)}

    def _leave_out(self, reason: str, region: Region, cells: Sequence[Cell]) -> None:
        self.context.report.left_out.append(LeftOut.of_cells(reason, region.grid.where(cells[0]), cells))

    def _measures(self, cell: Cell, place: FilePlace, fields: Mapping[str, object]) -> Iterator[DraftMeasure]:
        """The measures in a cell or in the tables inside it, each with the fields of its row."""
        if cell.tables:
            for measure in nested_measures(cell, place, self.context.report):
                yield replace(measure, fields={**fields, **measure.fields})
        else:
            require_items(max(map(cell.text.count, "\n;+")))
            items = splitting.split_cells([cell])[0].items
            self.context.report.count(len(items))
            yield from (DraftMeasure(item.text, place, dict(fields)) for item in items)

    def _fields(
        self, region: Region, cells: Mapping[int, Cell], link: HeadedColumn | None
    ) -> tuple[dict[str, object], list[tuple[str, Cell]]]:
        """The fields that a row gives its measures, and the cells without such a field, with their heads."""
        fields: dict[str, object] = {}
        remarks: list[tuple[str, Cell]] = []
        for column in region.columns:
            cell = cells.get(column.column)
            if cell is None or column is link or column.field in MEASURES:
                continue
            if splitting.is_nothing(cell.text):
                self._leave_out("nothing", region, [cell])
                continue
            state, where = MEASURE_STATES.get(plain(cell.text)), region.grid.where(cell)
            if column.field in (Field.ACTION_OWNER, Field.OWNER, Field.RESPONSIBLE):
                fields["action_owner"] = " ".join(cell.text.split())
            elif column.field is Field.DUE and (day := month_ends.deadline(cell, where, self.context.report)):
                fields["due_date"] = day
            elif state is not None:
                fields["status"] = state
            else:
                remarks.append((column.name, cell))
        return fields, remarks

    def _merge(self, entries: Sequence[DraftEntry]) -> DraftEntry:
        """Merge the entries of all risks that a measure names."""
        entry = entries[0]
        for other in entries[1:]:
            if other is not entry:
                self._entries_by_number.update(
                    (number, entry) for number in _numbers(other) if self._entries_by_number[number] is other
                )
                entry.risks += other.risks
                entry.measures += other.measures
                # An empty entry is dropped later.
                other.risks, other.measures = [], []
        return entry


def _numbers(entry: DraftEntry) -> Iterator[str]:
    """The keys of the numbers and texts of the risks in an entry."""
    names = (risk.fields.get(name, "") for name in ("description", "reference") for risk in entry.risks)
    return filter(None, map(key, names))


def _without_number(
    region: Region, cells: Mapping[int, Cell], entry: DraftEntry, names: Sequence[str]
) -> Mapping[int, Cell]:
    """The cells of a row but for the number beside the text of a risk, which becomes the reference of that risk."""
    link = link_column(region)
    if link is None or link.head.field not in TEXTS or len(names) > 1:
        return cells
    risk = next((risk for risk in entry.risks if key(risk.fields.get("description", "")) == key(names[0])), None)
    for column in region.of(Field.ID):
        cell = cells.get(column.column)
        if risk is not None and cell is not None and not splitting.is_nothing(cell.text):
            number = text_of(cell, " ".join(cell.text.split()))
            if risk.fields.setdefault("reference", number) == number:
                cells = {place: other for place, other in cells.items() if other is not cell}
    return cells


def link_column(region: Region) -> HeadedColumn | None:
    """The column that names the risks."""
    return next(iter(region.of(Field.LINK) or region.of(Field.ID)), None)


def names_in_heading(text: str) -> list[str]:
    """The numbers of risks that a heading names among other words."""
    return _AMONG.findall(text)


def names_in(text: str) -> list[str]:
    """The numbers of risks that a cell names, such as R1 / R3."""
    return [part.strip() for part in _BETWEEN.split(text) if part.strip()]


@lru_cache(maxsize=16_384)
def key(reference: str) -> str:
    """A key for comparing references: R-01, R 1 and R1 have the same."""
    bare_reference = _LEADING.sub("", fold(reference)) if not reference.strip().isdecimal() else reference
    return re.sub(r"(?<!\d)0+(?=\d)", "", re.sub(r"[\s._-]+", "", bare_reference).strip("()[]"))
