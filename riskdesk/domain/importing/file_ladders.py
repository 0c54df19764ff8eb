"""Chooses the ladders of a file: of all lists of levels in it, those that fit its values best."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from riskdesk.domain.importing import mappings
from riskdesk.domain.importing.context import ImportContext
from riskdesk.domain.importing.file_part import FilePart
from riskdesk.domain.importing.file_tables import FileTables
from riskdesk.domain.importing.levels import legends, levels
from riskdesk.domain.importing.levels.legends import Legend
from riskdesk.domain.importing.messages import Question, Report
from riskdesk.domain.importing.tables import level_pairs
from riskdesk.domain.importing.tables.grid import Grid
from riskdesk.domain.importing.tables.regions import HeadedColumn
from riskdesk.domain.importing.tables.roles import Role
from riskdesk.domain.importing.tables.rows import TableRowKind
from riskdesk.domain.importing.values.ladder import Evidence, Ladder, read_level
from riskdesk.domain.importing.words.fields import LEVELS, MEASURES, PERSONS, RESIDUAL, SIDES, TEXTS, Field
from riskdesk.domain.importing.words.languages import language_of
from riskdesk.domain.importing.words.splitting import is_nothing
from riskdesk.domain.importing.words.vocabulary import is_error
from riskdesk.domain.scale import Scale
from riskdesk.domain.sheets import Cell, TextLine

# A ladder with more levels than this is rarely right, so the user is asked.
_MANY = 7


@dataclass
class Ladders:
    """The ladders of a file by the fields of their levels, and the legends that they were read from."""

    by_field: dict[Field, Ladder | None] = field(default_factory=dict)
    used_legends: list[Legend] = field(default_factory=list)

    def names(self, side: Field) -> tuple[str, ...]:
        """The levels of a side from low to high; none if the file has none."""
        ladder = self.by_field.get(side)
        return ladder.names if ladder else ()


def choose_ladders(tables: FileTables, context: ImportContext, known: Scale | None) -> Ladders:
    """The ladder of each side; the user is asked where the file does not make it clear.

    `known` is the scale to use if the file lists no levels and all of its levels are on that scale.
    """
    parts = [*tables.registers, *tables.more]
    level_cells = {side: _level_cells(side, parts, tables) for side in SIDES}
    file_legends = all_legends(tables, parts) if any(level_cells.values()) else []
    language = language_of(cell.text for part in parts for cell in part.region.grid.cells.values())
    known_ladders = levels.ladders_of(known)
    ladders = Ladders()
    for side in SIDES:
        texts = [cell.text for _, cell in level_cells[side]]
        by_user = mappings.ladder_of(side, context)
        marks = _marks(side, parts)
        other_texts = [cell.text for _, cell in level_cells[SIDES[1 - SIDES.index(side)]]]
        choice = by_user or marks or levels.choose(side, texts, other_texts, file_legends, language)
        if side in known_ladders and (choice is None or choice.to_confirm) and not marks:
            choice = levels.supposed_on(known_ladders[side], texts) or choice
        ladder = mappings.banded(choice.ladder if choice else None, side, context.answers)
        ladders.by_field |= {side: ladder, RESIDUAL[side]: ladder}
        if choice and choice.legend:
            ladders.used_legends.append(choice.legend)
        if choice:
            _ask_about(choice, side, level_cells[side], context.report)
    return ladders


def _ask_about(
    choice: levels.LadderChoice, side: Field, level_cells: Sequence[tuple[Grid, Cell]], report: Report
) -> None:
    """Warn of a scale whose numbers go down, and ask about one that is only supposed."""
    ladder = choice.ladder
    numbers = [level.number for level in ladder.levels if level.number is not None]
    place = level_cells[0][0].where(level_cells[0][1]) if level_cells else ladder.place
    if numbers and numbers[0] > numbers[-1]:
        report.warn("reversed_scale", ladder.place, ", ".join(ladder.names))
    if ladder.banded and any(ladder.is_in_band(cell.text) or _is_share(cell) for _, cell in level_cells):
        band = next((cell.text for cell in (choice.legend.cells if choice.legend else ()) if "%" in cell.text), "")
        report.ask(Question(f"bands:{side.value}", "bands", ladder.place, band, (), "yes"))
    if choice.to_confirm or len(ladder.levels) > _MANY:
        text = level_cells[0][1].text if level_cells else ladder.names[0]
        names = ", ".join(ladder.names)
        report.ask(Question(f"scale:{side.value}", "scale", place, text, (), names, names))


def _marks(side: Field, parts: Sequence[FilePart]) -> levels.LadderChoice | None:
    """The ladder made of columns that stand for a level each."""
    for part in parts:
        marked_columns = [column for column in part.region.of(Field.LEVEL_MARK) if column.level == side]
        if marked_columns:
            place = part.region.grid.where(marked_columns[0].cell)
            marked_levels = legends.from_low_to_high([read_level(column.name) for column in marked_columns])
            return levels.LadderChoice(Ladder(marked_levels, Evidence.HEAD, place), to_confirm=True)
    return None


def _level_cells(side: Field, parts: Sequence[FilePart], tables: FileTables) -> list[tuple[Grid, Cell]]:
    """The cells that hold levels of one side; of cells with both levels, the half that belongs to this side."""
    fields = (side, RESIDUAL[side])
    return [
        (part.region.grid, replace(cell, text=text, value=None) if column.field is Field.PAIR else cell)
        for part in parts
        for column in part.region.of(*fields, Field.PAIR)
        for row in part.rows
        if row.kind in _rated(part, tables)
        and (cell := part.region.cell(row.number, column)) is not None
        and not (is_error(cell.text) or is_nothing(cell.text))
        for level, text in _texts_by_level(column, cell, side).items()
        if level in fields
    ]


def _texts_by_level(column: HeadedColumn, cell: Cell, side: Field) -> dict[Field, str]:
    return level_pairs.level_texts(column, cell.text) if column.field is Field.PAIR else {side: ""}


def _rated(part: FilePart, tables: FileTables) -> tuple[TableRowKind, ...]:
    """The kinds of rows that have levels: in a table of details, rows need no text of a risk."""
    return (TableRowKind.RISK,) if tables.roles.role_of(part.region) is Role.REGISTER else tuple(TableRowKind)


def all_legends(tables: FileTables, parts: Sequence[FilePart]) -> list[Legend]:
    """All lists of levels in the file: in its text and tables, and in the heads and cells of `parts`."""
    register_rows: defaultdict[int, set[int]] = defaultdict(set)
    # A table of risks that is left out, as another one has them, lists no levels either.
    others = (part for part in tables.parts if part.region.of(*TEXTS) and part.region.of(*MEASURES, *PERSONS))
    for part in (*parts, *others):
        register_rows[part.table] |= {*range(part.region.top, part.region.bottom + 1), *part.region.rows}
    found_legends = list(legends.in_tables(tables.grids, register_rows, tables.lines_before))
    found_legends += legends.in_lines([block for block in tables.source.blocks if isinstance(block, TextLine)])
    for part in parts:
        for column in part.region.of(*LEVELS):
            side = next(side for side in SIDES if column.field in (side, RESIDUAL[side]))
            cells = [cell for row in part.rows if (cell := part.region.cell(row.number, column))]
            found_legends += legends.in_head(column.cell, side, part.region.grid)
            found_legends += legends.in_choices(cells, side, part.region.grid)
    return found_legends


def _is_share(cell: Cell) -> bool:
    return isinstance(cell.value, float) and 0 < cell.value < 1
