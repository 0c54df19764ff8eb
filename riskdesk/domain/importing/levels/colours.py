"""Cells with a colour and no words: they are reported, and read as levels only if the user says so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from riskdesk.domain.importing.context import ImportContext
from riskdesk.domain.importing.messages import LeftOut, Question, Report
from riskdesk.domain.importing.tables.regions import HeadedColumn, Region
from riskdesk.domain.importing.tables.rows import RegionRow, TableRowKind
from riskdesk.domain.importing.words import heads
from riskdesk.domain.importing.words.fields import LEVELS, Field
from riskdesk.domain.importing.words.languages import language_of
from riskdesk.domain.label import Label
from riskdesk.domain.sheets import Cell, Table
from riskdesk.domain.traffic_lights import Light, is_colourful, light

_NAMES = {
    Light.GREEN: Label("Low", "Faible"),
    Light.AMBER: Label("Medium", "Moyen"),
    Light.RED: Label("High", "Élevé"),
}
_RATED = {*LEVELS, Field.SCORE}
_KEY = "colours"


def warn_of_cards(tables: Iterable[Table], report: Report, remarks: Report) -> None:
    """Warn of coloured cells beside a label of levels in tables that are read as cards, once for each label.

    If the report has warnings of colours already, these come from the same tables.
    """
    named: set[str] = set()
    is_told = _KEY in report.questions or any(message.kind == _KEY for message in report.messages)
    for table in () if is_told else tables:
        labels = {cell.row: cell for cell in reversed(table.cells) if cell.text.strip()}
        for cell in table.cells:
            label = labels.get(cell.row)
            if label is None or not cell.blank or light(cell.fill) is None or label.column >= cell.column:
                continue
            name = label.text.strip(" :\u00a0")
            if heads.read(name).field in _RATED and name not in named:
                named.add(name)
                remarks.warn(_KEY, table.place_of(cell), name)


class _Bare(NamedTuple):
    """The cells of a column that have a colour and no words; `is_worded` if other cells of the column have words."""

    column: HeadedColumn
    cells: list[Cell]
    is_worded: bool

    @property
    def is_rated(self) -> bool:
        return self.column.field in _RATED and not self.is_worded


def read_as_levels(region: Region, rows: Sequence[RegionRow], context: ImportContext) -> bool:
    """Fill coloured cells with words of levels if the user wants that (True if any was filled), else warn."""
    report = context.report
    columns = list(_reported_columns(region, rows, report))
    rated = [cell for bare in columns if bare.is_rated for cell in bare.cells]
    is_offered = _is_clear(rated)
    words = _words(region) if is_offered and context.answers.get(_KEY) == "yes" else {}
    for bare in columns:
        place = region.grid.where(bare.cells[0])
        if is_offered and bare.is_rated:
            report.ask(Question(_KEY, _KEY, place, bare.column.name, ("yes", "no"), "no"))
        if not words or not bare.is_rated:
            report.warn(_KEY, place, bare.column.name)
    if words:
        region.grid.fill(replace(cell, text=words[shade]) for cell in rated if (shade := light(cell.fill)))
    return bool(words)


def _reported_columns(region: Region, rows: Sequence[RegionRow], report: Report) -> Iterator[_Bare]:
    """The columns with coloured cells to report; scores are left out if the levels have columns of their own."""
    for bare in _columns(region, rows):
        if bare.column.field is Field.SCORE and region.of(*LEVELS, Field.LEVEL_MARK, Field.PAIR):
            report.left_out.append(LeftOut("score", region.grid.where(bare.cells[0]), bare.column.name))
        else:
            yield bare


def _columns(region: Region, rows: Sequence[RegionRow]) -> Iterator[_Bare]:
    """The columns in which rows of risks have coloured cells without words."""
    risks = {row.number: row for row in rows if row.kind in (TableRowKind.RISK, TableRowKind.MORE) and region.grid.bare}
    bare: defaultdict[int, list[Cell]] = defaultdict(list)
    rated = {column.column for column in region.columns if column.field in _RATED}
    # A colour that empty cells of other columns have, too, stands for no level.
    others = {(cell.row, cell.fill) for cell in region.grid.bare if cell.column not in rated}
    for cell in region.grid.bare:
        row = risks.get(cell.row)
        # Nor does the colour of a whole row.
        alike = cell.column in rated and (cell.row, cell.fill) in others
        if row is not None and is_colourful(cell.fill) and not alike and all(c.fill != cell.fill for c in row.cells):
            bare[cell.column].append(cell)
    for column in region.columns:
        cells = bare[column.column]
        several = len({light(cell.fill) for cell in cells} - {None}) > 1
        if cells and (column.field in _RATED or several):
            yield _Bare(column, cells, any(region.cell(number, column) for number in risks))


def _is_clear(cells: Sequence[Cell]) -> bool:
    """Whether there are several colours, each a different colour of a traffic light."""
    lights = [light(fill) for fill in {cell.fill for cell in cells}]
    return len(lights) > 1 and None not in lights and len(set(lights)) == len(lights)


def _words(region: Region) -> dict[Light, str]:
    """The levels in the language of the table."""
    language = language_of(cell.text for cell in region.grid.cells.values())
    return {light: name.text(language or "en") for light, name in _NAMES.items()}
