"""A register from the tables of a file, with what is to be warned of and asked.

Each table gets a role with its reason; what no register takes in is told as left out, cell by cell.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, starmap
from typing import Any

from riskdesk.domain.importing import mapped, questions, rest, title_block
from riskdesk.domain.importing.bounds import HeadCount
from riskdesk.domain.importing.choosing import Ladders
from riskdesk.domain.importing.draft import DraftEntry, Ledger
from riskdesk.domain.importing.entries import additions, joining, matrices
from riskdesk.domain.importing.entries.building import Builder
from riskdesk.domain.importing.entries.taking import Taker
from riskdesk.domain.importing.headed import put_upright
from riskdesk.domain.importing.levels import colours, levels, marked_levels
from riskdesk.domain.importing.messages import Question, Report
from riskdesk.domain.importing.naming import Names
from riskdesk.domain.importing.origins import Origins
from riskdesk.domain.importing.parts import FilePart, lines_before, rows_of
from riskdesk.domain.importing.planting import plant
from riskdesk.domain.importing.remarks import warn_of_remarks
from riskdesk.domain.importing.result import Import, TableRole
from riskdesk.domain.importing.tables import columns, footnotes
from riskdesk.domain.importing.tables.lone_list import lone_list
from riskdesk.domain.importing.tables.regions import regions
from riskdesk.domain.importing.tables.roles import Roles, richness
from riskdesk.domain.importing.tables.rows import RowKind
from riskdesk.domain.importing.words.fields import MEASURES, RESIDUAL, SIDES, TEXTS, Field
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.scale import Scale
from riskdesk.domain.sheets import Source, TableKind, TextLine
from riskdesk.domain.values import Language

# A table repeats another one if that has so much of its risks.
_MOST = 0.8
# From the levels of both sides, as found, to a scale in which they are the levels.
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
    """The register in a file; `mapping` and `answers` are those of an import before, or changed by a user.

    `checkpoint` may cancel the reading. On the scale that is `known`, that of a register which the file is to come
    into, stand the levels of which the file does not say on which one they do.
    """
    source, notes = footnotes.apart(source)
    options = mapping or {}, answers or {}, checkpoint, known
    reading = _Reading(source, *options)
    result = reading.done(scale, language)
    if result.tree is None and reading.holds_references:
        second_reading = _Reading(source, *options, alone=True)
        second_result = second_reading.done(scale, language)
        reading, result = (reading, result) if second_result.tree is None else (second_reading, second_result)
    return footnotes.with_notes(result, notes, reading.report.noted)


class _Reading:
    def __init__(
        self, source: Source, mapping: Mapping[str, Any], answers: Mapping[str, str], checkpoint: Checkpoint,
        known: Scale | None, *, alone: bool = False,
    ) -> None:  # fmt: skip
        tables = list(source.tables)
        source, grids = put_upright(source)
        as_they_stand = set(map(id, source.tables))
        self._put_together = [table for table in tables if id(table) not in as_they_stand]
        self._source, self._mapping, self._answers = source, mapping, answers
        self.report, self._remarks, self._ledger = Report(), Report(), Ledger(checkpoint)
        self._alone = alone
        self._grids = grids
        self._before = lines_before(source)
        self._parts = list(self._find_parts())
        self._heading_names = {
            table: names
            for table, lines in self._before.items()
            if (names := [name for line in lines if line.level for name in joining.names_in_heading(line.text)])
        }
        region_tables = [(part.region, part.table) for part in self._parts]
        self._roles = Roles(self._grids, region_tables, mapping, answers, self._heading_names)
        self._demote()
        self._registers = [part for part in self._parts if self._roles.is_register(part.region)]
        # The tables in which registers begin, and the rows of their heads.
        self._begins = [(part.table, part.region.top) for part in self._registers]
        self._ladders = Ladders(
            source, self._grids, self._before, mapping, answers, self.report,
            has_texts=lambda part: self._roles.is_register(part.region), known_ladders=levels.ladders_of(known),
        )  # fmt: skip
        self._names = Names(source, self._before, self._registers, answers, self.report)

    @property
    def holds_references(self) -> bool:
        """Whether what is called “risk” was taken for references, of risks that stand elsewhere."""
        heads = (column for part in self._parts for column in part.region.columns if column.head.field is Field.RISK)
        return any(column.field not in TEXTS for column in heads)

    def _demote(self) -> None:
        """Let only the richest of several tables with the same risks, such as a summary, come in."""
        registers = [part for part in self._parts if self._roles.is_register(part.region)]
        known_texts: set[str] = set()
        for part in sorted(registers, key=lambda part: -richness(part.region)):
            texts = set(part.texts)
            if len(texts) > 1 and len(texts & known_texts) >= _MOST * len(texts):
                if self._answers.get(f"which_table:{part.table}") != "yes":
                    self._roles.demote(part.region, part.table)
                cell = part.region.columns[0].cell
                choices, key = ("yes", "no"), f"which_table:{part.table}"
                place = part.region.grid.where(cell)
                self.report.ask(Question(key, "which_table", place, part.region.grid.table.name, choices, "no"))
            known_texts |= texts

    def done(self, scale: MakeScale, language: Language) -> Import:
        warn_of_remarks(self._source, self._remarks)
        colours.tell_of_cards(self._put_together, self.report, self._remarks)
        self._ladders.choose([*self._registers, *(part for part in self._parts if self._roles.is_more(part.region))])
        entries = [entry for part in self._registers for entry in self._build(part)]
        entries += self._from_list(entries)
        entries += self._from_matrices(entries)
        self._place_in_matrices(entries)
        self._add(entries)
        self._join(entries)
        head = self._head()
        risks = any(entry.risks for entry in entries)
        if not risks:
            self._take_back()
        self._names.tell_empty()
        rest.tell(
            self._grids, self._roles, self._ladders.used_legends, self._source, self._names.used_lines, self.report,
            self._ledger,
        )  # fmt: skip
        if not risks:
            return self._nothing(scale, head, language)
        new_scale = scale(*(self._ladders.names(side) for side in SIDES))
        tree, places = plant(entries, head, new_scale, language)
        return self._import(tree, places)

    def _import(self, tree: Any, places: Any) -> Import:
        report, remarks, origins = self.report, self._remarks, Origins(self._source)
        risks = set() if tree is None else {risk.id for risk in tree.risks}
        region_roles = [(part.region, part.table, self._roles.role_of(part.region)) for part in self._parts]
        mapping = mapped.mapping_of(region_roles, self._ladders.by_field)
        return Import(
            self._source.name,
            tree,
            {item: (origins.row if item in risks else origins.place)(place) for item, place in places.items()},
            tuple(TableRole(grid.place(), *self._roles.of(number)) for number, grid in enumerate(self._grids)),
            tuple(mapped.regions_read(region_roles)),
            (*remarks.messages, *origins.with_file_places(report.messages)),
            (*remarks.questions.values(), *origins.with_file_places(report.questions.values())),
            tuple(origins.left_out(report.left_out)), mapping,
        )  # fmt: skip

    def _take_back(self) -> None:
        """Let nothing come in, where there are no risks; all that was not left out yet is told as left out."""
        tables = {(table.kind, table.number): place for place, table in enumerate(self._source.tables)}
        self._ledger.keep_only(
            (tables[item.place.kind, item.place.table], *cell)
            for item in self.report.left_out
            if item.place.kind is not None
            for cell in item.cells
        )
        self._names.used_lines.clear()

    def _nothing(self, scale: MakeScale, head: dict[str, Any], language: Language) -> Import:
        """A file without a register says so, and offers its scale, for a register without risks."""
        place = next((grid.where(cell) for grid in self._grids for cell in grid.cells.values()), None)
        text = next((cell.text for grid in self._grids for cell in grid.cells.values()), self._source.name)
        if place is not None:
            self.report.warn("not_a_register", replace(place, row=0, column=0), text)
        questions.ask_anyway(self._grids, self.report)
        for legend in self._ladders.legends([])[:1]:
            more = ", ".join(legend.ladder.names)
            self.report.ask(Question("take_scale", "take_scale", legend.ladder.place, more, ("yes", "no"), "no", more))
            if self._answers.get("take_scale") == "yes":
                return self._import(*plant([], head, scale(legend.ladder.names, ()), language))
        return self._import(None, {})

    def _find_parts(self) -> Iterator[FilePart]:
        count = HeadCount()
        for number, grid in enumerate(self._grids):
            table_regions = regions(grid, count, anything=self._answers.get("import_anyway") == "yes")
            for region in table_regions:
                marked_levels.take(region)
                columns.settle(region, alone=self._alone)
                mapped.settle(region, self._mapping)
            measures = [(region, column) for region in table_regions for column in region.of(*MEASURES)]
            grid.flatten({(row, column.column) for region, column in measures for row in region.rows})
            for region in table_regions:
                yield FilePart(region, number, rows_of(region, self._answers, self.report))

    def _build(self, part: FilePart) -> list[DraftEntry]:
        region = part.region
        questions.ask_columns(region, part.rows, self.report)
        title = self._names.of(part)
        builder = Builder(
            region, part.table, part.rows, self._ladders.by_field, self._answers, self.report, self._ledger, title
        )
        return builder.entries()

    def _from_list(self, entries: Sequence[DraftEntry]) -> Iterator[DraftEntry]:
        """The risks of a table that lists them and nothing else, where no other table has any."""
        others = [] if entries else [grid for grid in enumerate(self._grids) if self._roles.of(grid[0])[1] == "other"]
        for risk_list in islice(filter(None, starmap(lone_list, others)), 1):
            self._roles.take_lone_list(risk_list.table)
            self._begins.append((risk_list.table, risk_list.top))
            yield from risk_list.entries(self._ledger)

    def _from_matrices(self, entries: Sequence[DraftEntry]) -> list[DraftEntry]:
        """The risks in the cells of a matrix, if a user wants them."""
        drafts: list[DraftEntry] = []
        for number, grid in enumerate(self._grids):
            sides = None if entries else matrices.axes(grid)
            if sides is not None:
                first = sides.down[0]
                inside = next((cell for cell in grid.by_row[first.row] if cell is not first), first)
                question = Question(
                    "matrix_as_register", "matrix_as_register", grid.where(inside), inside.text, ("yes", "no"), "no"
                )
                self.report.ask(question)
                if self._answers.get("matrix_as_register") == "yes":
                    more, ladders = matrices.entries(grid, number, self._ledger)
                    drafts += more
                    self._ladders.by_field |= ladders
        return drafts

    def _place_in_matrices(self, entries: Sequence[DraftEntry]) -> None:
        """Take the levels of risks from matrices with their numbers, if the file tells no levels otherwise."""
        if any(self._ladders.by_field.values()):
            return
        for grid, ladders, names in matrices.place_all(self._grids, entries, self._ledger):
            self._ladders.by_field |= ladders
            self.report.warn("cells_by_marks", grid.place(), names)

    def _add(self, entries: list[DraftEntry]) -> None:
        """Take in risks that stand in lines of text, and what tables say more of risks."""
        more = [part for part in self._parts if self._roles.is_more(part.region)]
        naming = [part.region for part in self._parts if self._roles.is_measures(part.region)]
        lines = [block for block in self._source.blocks if isinstance(block, TextLine)]
        known_numbers = {joining.key(risk.fields.get("reference", "")) for entry in entries for risk in entry.risks}
        named_numbers = additions.named_numbers([*naming, *(part.region for part in more)])
        line_entries, used_lines = additions.from_lines(lines, named_numbers, known_numbers)
        entries += line_entries
        self._names.used_lines += used_lines
        for part in more:
            residual = any(column.field in RESIDUAL.values() for column in part.region.columns)
            taker = Taker(self._ladders.by_field, {}, self._answers, self.report, score_alone=not residual)
            additions.add(part.region, part.table, entries, taker, self._ledger)

    def _join(self, entries: list[DraftEntry]) -> None:
        others = {
            joining.key(cell.text)
            for part in self._registers
            for row in part.rows
            if row.kind is RowKind.OTHER_KIND
            for column in part.region.of(Field.ID)
            if (cell := part.region.cell(row.number, column)) is not None
        }
        joiner = joining.Joiner(entries, others, self.report, self._ledger)
        for part in self._parts:
            if self._roles.is_measures(part.region):
                joiner.join(part.region, part.table, self._heading_names.get(part.table, ()))

    def _head(self) -> dict[str, Any]:
        """What the file says of the register itself."""
        fields: dict[str, Any] = {}
        for table, top in self._begins[:1]:
            if self._grids[table].table.kind in (TableKind.SHEET, TableKind.LINES):
                covers = range(table) if len(self._registers) > 1 else ()
                sheets = [(table, top), *((number, None) for number in covers if self._roles.is_cover(number))]
                titles = title_block.shared(self._grids, self._begins) if self._names.by_sheets else None
                fields |= title_block.from_sheets(self._grids, sheets, self._ledger, titles)
            else:
                lines = [line for number in range(table + 1) for line in self._before.get(number, [])]
                more, used = title_block.from_lines([line for line in lines if line not in self._names.used_lines])
                self._names.used_lines += used
                fields |= more
        return fields
