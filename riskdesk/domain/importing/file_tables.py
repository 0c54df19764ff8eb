"""Finds what the tables of a file are, with their regions, rows and columns, before any risk is read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from riskdesk.domain.importing import mappings
from riskdesk.domain.importing.bounds import HeadCount
from riskdesk.domain.importing.context import ImportContext
from riskdesk.domain.importing.entries import joining
from riskdesk.domain.importing.file_part import FilePart
from riskdesk.domain.importing.levels import colours, marked_levels
from riskdesk.domain.importing.repeated_tables import leave_out_repeated
from riskdesk.domain.importing.reshaping import reshape
from riskdesk.domain.importing.tables import columns
from riskdesk.domain.importing.tables.grid import Grid
from riskdesk.domain.importing.tables.regions import Region, regions
from riskdesk.domain.importing.tables.roles import Role, Roles
from riskdesk.domain.importing.tables.rows import RegionRow, TableRowKind, classify
from riskdesk.domain.importing.words.fields import MEASURES, RESIDUAL, TEXTS, Field
from riskdesk.domain.sheets import Source, Table, TextLine


@dataclass(frozen=True)
class FileTables:
    """The tables of a file as they are read, with their regions (`parts`) and the role of each.

    `source` and `grids` hold all tables with heads above; `reshaped` are those that had another shape in the file.
    `lines_before` are the paragraphs before each table, `heading_names` the risks named by headings among them.
    """

    source: Source
    grids: Sequence[Grid]
    reshaped: Sequence[Table]
    lines_before: Mapping[int, Sequence[TextLine]]
    heading_names: Mapping[int, Sequence[str]]
    parts: Sequence[FilePart]
    roles: Roles

    @property
    def registers(self) -> list[FilePart]:
        return self._with_role(Role.REGISTER)

    @property
    def measures(self) -> list[FilePart]:
        """The tables of measures whose risks stand elsewhere."""
        return self._with_role(Role.MEASURES)

    @property
    def more(self) -> list[FilePart]:
        """The tables with details of risks that stand elsewhere."""
        return self._with_role(Role.MORE)

    def _with_role(self, role: Role) -> list[FilePart]:
        return [part for part in self.parts if self.roles.role_of(part.region) is role]

    @property
    def holds_references(self) -> bool:
        """Whether a column called “risk” was taken for references to risks that stand elsewhere."""
        heads = (column for part in self.parts for column in part.region.columns if column.head.field is Field.RISK)
        return any(column.field not in TEXTS for column in heads)


def find_tables(source: Source, context: ImportContext, *, risk_is_text: bool) -> FileTables:
    """Find what the tables of a file are; with `risk_is_text`, short values below “risk” are texts, not references."""
    upright, grids = reshape(source)
    as_they_stand = set(map(id, upright.tables))
    before = _lines_before(upright)
    heading_names = {
        table: names
        for table, lines in before.items()
        if (names := [name for line in lines if line.level for name in joining.names_in_heading(line.text)])
    }
    parts = list(_parts(grids, context, risk_is_text=risk_is_text))
    roles = Roles(grids, [(part.region, part.table) for part in parts], context, heading_names)
    leave_out_repeated(parts, roles, context)
    return FileTables(
        source=upright,
        grids=grids,
        reshaped=[table for table in source.tables if id(table) not in as_they_stand],
        lines_before=before,
        heading_names=heading_names,
        parts=parts,
        roles=roles,
    )


def _parts(grids: Sequence[Grid], context: ImportContext, *, risk_is_text: bool) -> Iterator[FilePart]:
    count = HeadCount()
    for number, grid in enumerate(grids):
        table_regions = regions(grid, count, anything=context.answers.get("import_anyway") == "yes")
        for region in table_regions:
            marked_levels.spell_out(region)
            columns.assign_fields(region, risk_is_text=risk_is_text)
            mappings.apply_mapping(region, context.mapping)
        measures = [(region, column) for region in table_regions for column in region.of(*MEASURES)]
        grid.flatten({(row, column.column) for region, column in measures for row in region.rows})
        for region in table_regions:
            yield FilePart(region, number, _rows(region, context))


def _rows(region: Region, context: ImportContext) -> list[RegionRow]:
    """The rows of a region, with the answers of the user applied."""
    answers = context.answers
    if "no" in (answers.get("residual"), answers.get("two_assessments")):
        for column in region.of(*RESIDUAL.values()):
            column.field = Field.NOTE
    rows = classify(region)
    if colours.read_as_levels(region, rows, context):
        rows = classify(region)
    wants_others = answers.get("types") == "yes"
    return [
        replace(row, kind=TableRowKind.RISK) if wants_others and row.kind is TableRowKind.OTHER_KIND else row
        for row in rows
    ]


def _lines_before(source: Source) -> dict[int, list[TextLine]]:
    """The paragraphs between each table and the one before it, by the number of the table."""
    by_table: dict[int, list[TextLine]] = {}
    waiting: list[TextLine] = []
    count = 0
    for block in source.blocks:
        if isinstance(block, Table):
            by_table[count], waiting = waiting, []
            count += 1
        else:
            waiting.append(block)
    return by_table
