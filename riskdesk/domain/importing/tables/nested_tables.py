"""Reads tables inside a cell: measures with their owners and days."""

from collections.abc import Iterator
from typing import Any

from riskdesk.domain.importing.draft import DraftMeasure
from riskdesk.domain.importing.messages import LeftOut, Report
from riskdesk.domain.importing.tables.grid import Grid
from riskdesk.domain.importing.values import month_ends
from riskdesk.domain.importing.words import heads, splitting
from riskdesk.domain.importing.words.fields import Field
from riskdesk.domain.importing.words.vocabulary import MEASURE_STATES, plain
from riskdesk.domain.sheets import Cell, FilePlace, Table


def nested_measures(cell: Cell, place: FilePlace, report: Report) -> Iterator[DraftMeasure]:
    """The measures in the text and the tables of a cell; a line that introduces a table is left out."""
    for paragraph in splitting.split_cells([cell])[0].items:
        if paragraph.text.endswith(":"):
            report.left_out.append(LeftOut("introduction", place, paragraph.text))
        else:
            yield DraftMeasure(paragraph.text, place)
    for table in cell.tables:
        first = next((inner.text for inner in table.cells if not inner.blank), "")
        report.warn("nested_table", place, first)
        yield from _measures(table, place, report)


def _measures(table: Table, place: FilePlace, report: Report) -> Iterator[DraftMeasure]:
    grid = Grid(table)
    rows = list(grid.by_row.values())
    column_heads = [heads.read(cell.text) for cell in rows[0]] if rows else []
    headed = sum(head.sure >= 2 for head in column_heads) * 2 > len(column_heads)
    fields = {cell.column: head.field for cell, head in zip(rows[0], column_heads, strict=True)} if headed else {}
    for row in rows[1:] if headed else rows:
        texts: list[str] = []
        values: dict[str, Any] = {}
        for cell in row:
            field = fields.get(cell.column)
            if field is Field.DUE and (day := month_ends.deadline(cell, place, report)):
                values["due_date"] = day
            else:
                _read_cell(field, cell, texts, values)
        for item in splitting.split_cells([Cell(1, 1, "\n".join(texts))])[0].items if texts else ():
            yield DraftMeasure(item.text, place, dict(values))


def _read_cell(field: Field | None, cell: Cell, texts: list[str], values: dict[str, Any]) -> None:
    state = MEASURE_STATES.get(plain(cell.text))
    if field in (Field.RESPONSIBLE, Field.ACTION_OWNER, Field.OWNER):
        values["action_owner"] = " ".join(cell.text.split())
    elif field in (Field.STATUS, Field.MEASURE_STATUS) and state:
        values["status"] = state
    elif not cell.blank:
        texts.append(cell.text)
