"""Risks in lines of text, and tables with details of risks that stand elsewhere, both found by their numbers."""

import re
from collections.abc import Mapping, Sequence

from riskdesk.domain.importing.context import Ledger
from riskdesk.domain.importing.draft import DraftEntry, DraftRisk
from riskdesk.domain.importing.entries.cell_reader import CellReader
from riskdesk.domain.importing.entries.draft_row import DraftRow
from riskdesk.domain.importing.entries.joining import key, link_column, names_in
from riskdesk.domain.importing.tables.regions import HeadedColumn, Region
from riskdesk.domain.importing.words.fields import Field
from riskdesk.domain.sheets import FilePlace, TextLine

_DEFINED = re.compile(r"^\W*(?:(?:risk|risque)\s+)?([A-Z]{1,4}[ ._-]?\d{1,3})\s*[:–—-]\s+(\S.{9,})$", re.IGNORECASE)


def named_numbers(regions: Sequence[Region]) -> set[str]:
    """The numbers of risks that tables of measures or details refer to."""
    numbers: set[str] = set()
    for region in regions:
        column = link_column(region)
        if column is not None:
            cells = (region.cell(row, column) for row in region.rows)
            numbers |= {key(name) for cell in cells if cell is not None for name in names_in(cell.text)}
    return numbers


def risks_in_lines(
    lines: Sequence[TextLine], numbers: set[str], known_numbers: set[str]
) -> tuple[list[DraftEntry], list[TextLine]]:
    """Entries for the risks that lines of text define and tables refer to, and the lines that were used."""
    entries, used_lines = [], []
    defined_numbers = set(known_numbers)
    for line in lines:
        match = _DEFINED.match(line.text)
        number = key(match[1]) if match else ""
        if match is not None and number in numbers - defined_numbers:
            defined_numbers.add(number)
            risk = DraftRisk(FilePlace(paragraph=line.number), {"reference": match[1], "description": match[2].strip()})
            entries.append(DraftEntry("", [risk]))
            used_lines.append(line)
    return entries, used_lines


def add_details(region: Region, table: int, entries: Sequence[DraftEntry], reader: CellReader, ledger: Ledger) -> None:
    """Add the details in a table to the risks with the same numbers or texts; other rows are reported as left out."""
    risks: Mapping[str, DraftRisk] = {
        key(risk.fields.get(name, "")): risk
        for name in ("description", "reference")
        for entry in entries
        for risk in entry.risks
    }
    number_column = _naming_column(region, table, risks, ledger)
    for row in region.rows:
        number_cell = None if number_column is None else region.cell(row, number_column)
        risk = risks.get(key(number_cell.text)) if number_cell is not None else None
        if risk is None:
            continue
        told = {cell.column for cell in region.grid.by_row[row] if ledger.is_done(table, cell)}
        ledger.use(table, region.grid.by_row[row])
        for column in region.columns:
            cell = region.cell(row, column)
            if cell is None or column is number_column or column.column in told:
                continue
            draft = DraftRow(risk)
            reader.read(column, cell, region.grid.where(cell), draft)
            if draft.measures:
                # The table does not say which of the measures of the risk it means.
                risk.remark_cell(column.name, cell)


def _naming_column(region: Region, table: int, risks: Mapping[str, DraftRisk], ledger: Ledger) -> HeadedColumn | None:
    """The first column that names known risks; cells that are left out, such as other numbers, do not count."""
    columns = (*region.of(Field.ID), *region.of(Field.LINK))
    cells = ((column, cell) for column in columns for cell in region.values(column))
    return next((column for column, cell in cells if key(cell.text) in risks and not ledger.is_done(table, cell)), None)
