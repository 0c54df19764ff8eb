"""Makes a register of the tables of a file, with warnings and questions.

Each table gets a role with a reason; every cell that does not come in is reported as left out.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from riskdesk.domain.importing import leftovers, mappings, questions, title_block
from riskdesk.domain.importing.category_names import CategoryNames, title_above, warn_of_empty
from riskdesk.domain.importing.context import ImportContext, Ledger
from riskdesk.domain.importing.draft import DraftEntry
from riskdesk.domain.importing.entries import additions, joining, matrices
from riskdesk.domain.importing.entries.cell_reader import CellReader
from riskdesk.domain.importing.entries.entry_builder import EntryBuilder
from riskdesk.domain.importing.entries.level_reader import LevelReader
from riskdesk.domain.importing.file_ladders import Ladders, all_legends, choose_ladders
from riskdesk.domain.importing.file_part import FilePart
from riskdesk.domain.importing.file_tables import FileTables, find_tables
from riskdesk.domain.importing.levels import colours
from riskdesk.domain.importing.messages import Question, Report
from riskdesk.domain.importing.origins import Origins
from riskdesk.domain.importing.remarks import warn_of_remarks
from riskdesk.domain.importing.result import Import, TableRole
from riskdesk.domain.importing.tables import footnotes
from riskdesk.domain.importing.tables.lone_list import LoneList, lone_list
from riskdesk.domain.importing.tables.roles import Role
from riskdesk.domain.importing.tables.rows import TableRowKind
from riskdesk.domain.importing.tree_building import build_tree
from riskdesk.domain.importing.words.fields import RESIDUAL, SIDES, Field
from riskdesk.domain.importing.words.languages import language_of_heads
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.scale import Scale
from riskdesk.domain.sheets import FilePlace, Source, TableKind, TextLine
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language

# Makes a scale of the names of likelihoods and of impacts.
MakeScale = Callable[[tuple[str, ...], tuple[str, ...]], Scale]


def read(
    source: Source,
    scale: MakeScale,
    language: Language,
    mapping: Mapping[str, Any] | None = None,
    answers: Mapping[str, str] | None = None,
    checkpoint: Checkpoint = never_cancelled,
    known: Scale | None = None,
) -> Import:
    """The register in a file; `mapping` and `answers` are those of an earlier import, perhaps changed by the user.

    `checkpoint` may cancel the reading. `known` is the scale of the register that the file will be merged into; it is
    used if the file lists no levels of its own.
    """
    source, notes = footnotes.split_off(source)

    def attempt(*, risk_is_text: bool) -> tuple[Import, FileTables, ImportContext]:
        context = ImportContext(mapping or {}, answers or {}, Report(), Ledger(checkpoint))
        tables = find_tables(source, context, risk_is_text=risk_is_text)
        return _import(tables, context, scale, language, known), tables, context

    result, tables, context = attempt(risk_is_text=False)
    if result.tree is None and tables.holds_references:
        # No other column holds the texts of risks, so the one called “risk” may.
        second_result, _, second_context = attempt(risk_is_text=True)
        if second_result.tree is not None:
            result, context = second_result, second_context
    return footnotes.with_notes(result, notes, context.report.noted)


def _import(
    tables: FileTables, context: ImportContext, scale: MakeScale, language: Language, known: Scale | None
) -> Import:
    # Its places are those of the file already; all others are translated at the end.
    file_report = Report()
    warn_of_remarks(tables.source, file_report)
    colours.warn_of_cards(tables.reshaped, context.report, file_report)
    ladders = choose_ladders(tables, context, known)
    names = CategoryNames(tables, context)
    entries, begins = _read_entries(tables, ladders, names, context)
    _place_in_matrices(tables, entries, ladders, context)
    used_lines = [*names.used_lines, *_add_from_lines(tables, entries)]
    for part in tables.more:
        _add_details(part, entries, ladders, context)
    _join_measures(tables, entries, context)
    register_fields, title_lines = _register_fields(tables, begins, used_lines, context, by_sheets=names.by_sheets)
    has_risks = any(entry.risks for entry in entries)
    if has_risks:
        used_lines += title_lines
    else:
        used_lines = []
        _mark_all_unused(tables, context)
    warn_of_empty(tables.source, used_lines, context.report)
    leftovers.report_leftovers(tables, ladders.used_legends, used_lines, context)
    tree: RegisterTree | None = None
    places: Mapping[str, FilePlace] = {}
    if has_risks:
        new_scale = scale(*(ladders.names(side) for side in SIDES))
        usual = language_of_heads(column.name for part in tables.registers for column in part.region.columns)
        tree, places = build_tree(entries, register_fields, new_scale, usual or language)
    else:
        levels = _levels_without_risks(tables, context)
        if levels:
            tree, places = build_tree([], register_fields, scale(levels, ()), language)
    return _result(tables, context, ladders, file_report, tree, places)


def _result(
    tables: FileTables,
    context: ImportContext,
    ladders: Ladders,
    file_report: Report,
    tree: RegisterTree | None,
    places: Mapping[str, FilePlace],
) -> Import:
    report, origins = context.report, Origins(tables.source)
    risks = set() if tree is None else {risk.id for risk in tree.risks}
    region_roles = [(part.region, part.table, tables.roles.role_of(part.region)) for part in tables.parts]
    return Import(
        name=tables.source.name,
        tree=tree,
        places={item: (origins.row if item in risks else origins.place)(place) for item, place in places.items()},
        roles=tuple(TableRole(grid.place(), *tables.roles.of(number)) for number, grid in enumerate(tables.grids)),
        regions=tuple(mappings.regions_read(region_roles)),
        messages=(*file_report.messages, *origins.with_file_places(report.messages)),
        questions=(*file_report.questions.values(), *origins.with_file_places(report.questions.values())),
        left_out=tuple(origins.left_out(report.left_out)),
        mapping=mappings.mapping_of(region_roles, ladders.by_field),
    )


def _mark_all_unused(tables: FileTables, context: ImportContext) -> None:
    """Mark all cells as not used, as nothing comes in without risks; the rest of them is then reported as left out."""
    numbers = {(table.kind, table.number): number for number, table in enumerate(tables.source.tables)}
    context.ledger.keep_only(
        (numbers[item.place.kind, item.place.table], *cell)
        for item in context.report.left_out
        if item.place.kind is not None
        for cell in item.cells
    )


def _levels_without_risks(tables: FileTables, context: ImportContext) -> tuple[str, ...]:
    """The levels of a file without risks, if the user wants a register with them; warns and asks."""
    first = next(((grid, cell) for grid in tables.grids for cell in grid.cells.values()), None)
    if first is not None:
        grid, cell = first
        context.report.warn("not_a_register", grid.place(), cell.text)
    questions.ask_anyway(tables.grids, context.report)
    for legend in all_legends(tables, [])[:1]:
        names = ", ".join(legend.ladder.names)
        question = Question("take_scale", "take_scale", legend.ladder.place, names, ("yes", "no"), "no", names)
        if context.ask(question) == "yes":
            return legend.ladder.names
    return ()


def _read_entries(
    tables: FileTables, ladders: Ladders, names: CategoryNames, context: ImportContext
) -> tuple[list[DraftEntry], list[tuple[int, int]]]:
    """The entries in registers, else in a list of risks, else in matrices, and where these begin: table and row."""
    begins = [(part.table, part.region.top - (title_above(part) is not None)) for part in tables.registers]
    entries = [entry for part in tables.registers for entry in _entries_of(part, ladders, names, context)]
    risk_list = None if entries else _risk_list(tables)
    if risk_list is not None:
        begins.append((risk_list.table, risk_list.top))
        entries += risk_list.entries(context.ledger)
    if not entries:
        entries += _entries_in_matrices(tables, ladders, context)
    return entries, begins


def _entries_of(part: FilePart, ladders: Ladders, names: CategoryNames, context: ImportContext) -> list[DraftEntry]:
    questions.ask_columns(part.region, part.rows, context.report)
    title = names.of(part)
    return EntryBuilder(part.region, part.table, part.rows, ladders.by_field, context, category=title).entries()


def _risk_list(tables: FileTables) -> LoneList | None:
    """The first table that lists risks and nothing else; None if there is none."""
    for number, grid in enumerate(tables.grids):
        risk_list = lone_list(number, grid) if tables.roles.of(number)[1] is Role.OTHER else None
        if risk_list is not None:
            tables.roles.add_lone_list(number)
            return risk_list
    return None


def _entries_in_matrices(tables: FileTables, ladders: Ladders, context: ImportContext) -> Iterator[DraftEntry]:
    """Entries for the risks in the cells of matrices, if the user wants them; adds the ladders of these matrices."""
    for number, grid in enumerate(tables.grids):
        sides = matrices.axes(grid)
        if sides is not None:
            first = sides.down[0]
            inside = next((cell for cell in grid.by_row[first.row] if cell is not first), first)
            kind = "matrix_as_register"
            question = Question(kind, kind, grid.where(inside), inside.text, ("yes", "no"), "no")
            if context.ask(question) == "yes":
                entries, matrix_ladders = matrices.entries(grid, number, context.ledger)
                ladders.by_field |= matrix_ladders
                yield from entries


def _place_in_matrices(
    tables: FileTables, entries: Sequence[DraftEntry], ladders: Ladders, context: ImportContext
) -> None:
    """Read levels of risks from matrices that hold their numbers, if nothing else in the file gives levels."""
    if any(ladders.by_field.values()):
        return
    for grid, matrix_ladders, names in matrices.place_risks(tables.grids, entries, context.ledger):
        ladders.by_field |= matrix_ladders
        context.report.warn("cells_by_marks", grid.place(), names)


def _add_from_lines(tables: FileTables, entries: list[DraftEntry]) -> list[TextLine]:
    """Add entries for the risks in lines of text that tables refer to, and return these lines."""
    lines = [block for block in tables.source.blocks if isinstance(block, TextLine)]
    known_numbers = {joining.key(risk.fields.get("reference", "")) for entry in entries for risk in entry.risks}
    named_numbers = additions.named_numbers([part.region for part in (*tables.measures, *tables.more)])
    line_entries, used_lines = additions.risks_in_lines(lines, named_numbers, known_numbers)
    entries += line_entries
    return used_lines


def _add_details(part: FilePart, entries: Sequence[DraftEntry], ladders: Ladders, context: ImportContext) -> None:
    """Add what a table says of risks that stand elsewhere."""
    score_alone = not part.region.of(*RESIDUAL.values())
    reader = CellReader(LevelReader(ladders.by_field, context), {}, context, score_alone=score_alone)
    additions.add_details(part.region, part.table, entries, reader, context.ledger)


def _join_measures(tables: FileTables, entries: list[DraftEntry], context: ImportContext) -> None:
    """Add the measures in tables of their own to the entries of the risks that they name."""
    others = {
        joining.key(cell.text)
        for part in tables.registers
        for row in part.rows
        if row.kind is TableRowKind.OTHER_KIND
        for column in part.region.of(Field.ID)
        if (cell := part.region.cell(row.number, column)) is not None
    }
    joiner = joining.Joiner(entries, others, context)
    for part in tables.measures:
        going_on = {row.number for row in part.rows if row.kind is TableRowKind.MORE}
        joiner.join(part.region, part.table, tables.heading_names.get(part.table, ()), going_on)


def _register_fields(
    tables: FileTables,
    begins: Sequence[tuple[int, int]],
    used_lines: Sequence[TextLine],
    context: ImportContext,
    *,
    by_sheets: bool,
) -> tuple[dict[str, Any], list[TextLine]]:
    """What the file says of the register itself, and the lines of text that say it.

    `begins` are the tables in which registers begin, with the rows of their heads.
    """
    for table, top in begins[:1]:
        if tables.grids[table].table.kind in (TableKind.SHEET, TableKind.LINES):
            covers = range(table) if len(tables.registers) > 1 else ()
            sheets = [(table, top), *((number, None) for number in covers if tables.roles.of(number)[0] is Role.OTHER)]
            titles = title_block.shared_titles(tables.grids, begins) if by_sheets else None
            return title_block.from_sheets(tables.grids, sheets, context.ledger, titles), []
        lines = [line for number in range(table + 1) for line in tables.lines_before.get(number, [])]
        return title_block.from_lines([line for line in lines if line not in used_lines])
    return {}, []
