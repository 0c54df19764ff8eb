"""A register from the tables of a file, with what is to be warned of and asked.

Each table gets a role with its reason; what no register takes in is told as left out, cell by cell.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from riskdesk.domain.importing import (
    additions,
    columns,
    heads,
    joining,
    legends,
    levels,
    mapped,
    matrices,
    rest,
    title_block,
)
from riskdesk.domain.importing.building import Builder
from riskdesk.domain.importing.draft import DraftEntry, Ledger
from riskdesk.domain.importing.fields import LEVELS, RESIDUAL, Field
from riskdesk.domain.importing.grid import Grid
from riskdesk.domain.importing.ladder import Ladder, step
from riskdesk.domain.importing.legends import Legend
from riskdesk.domain.importing.messages import Question, Report
from riskdesk.domain.importing.planting import plant
from riskdesk.domain.importing.regions import Region, regions
from riskdesk.domain.importing.result import Import, TableRole
from riskdesk.domain.importing.roles import Roles
from riskdesk.domain.importing.rows import Row, RowKind, classify
from riskdesk.domain.importing.taking import Taker
from riskdesk.domain.scale import Scale
from riskdesk.domain.sheets import Cell, Line, Place, Source, Table
from riskdesk.domain.values import Language

# From the levels of both sides, as found, to a scale in which they are the levels.
MakeScale = Callable[[tuple[str, ...], tuple[str, ...]], Scale]
_SIDES = (Field.LIKELIHOOD, Field.IMPACT)


def read(
    source: Source,
    scale: MakeScale,
    language: Language,
    mapping: Mapping[str, Any] | None = None,
    answers: Mapping[str, str] | None = None,
) -> Import:
    """The register in a file; `mapping` and `answers` are those of an import before, or changed by a user."""
    return _Reading(source, mapping or {}, answers or {}).done(scale, language)


@dataclass
class _Part:
    """A region, its table, and its rows."""

    region: Region
    table: int
    rows: list[Row]


class _Reading:
    def __init__(self, source: Source, mapping: Mapping[str, Any], answers: Mapping[str, str]) -> None:
        self._source, self._mapping, self._answers = source, mapping, answers
        self._report, self._ledger = Report(), Ledger()
        self._grids = [Grid(table) for table in source.tables]
        self._before = _lines_before(source)
        self._parts = list(self._found())
        self._roles = Roles(self._grids, [(part.region, part.table) for part in self._parts], mapping, answers)
        self._ladders: dict[Field, Ladder | None] = {}
        self._legends_used: list[Legend] = []
        self._used_lines: list[Line] = []

    def done(self, scale: MakeScale, language: Language) -> Import:
        for remark in self._source.remarks:
            self._report.warn(remark.kind, remark.place, remark.text)
            if remark.kind == "encoding":
                self._report.ask(Question("encoding", "encoding", remark.place, remark.text, ("cp1252", "cp850"), ""))
        registers = [part for part in self._parts if self._roles.is_register(part.region)]
        self._choose_ladders([*registers, *(part for part in self._parts if self._roles.is_more(part.region))])
        entries = [entry for part in registers for entry in self._build(part, registers)]
        entries += self._from_matrices(entries)
        self._add(entries)
        self._join(entries, registers)
        head = self._head(registers)
        risks = any(entry.risks for entry in entries)
        if not risks:
            self._take_back()
        self._tell_headings()
        rest.tell(
            self._grids, self._roles, self._legends_used, self._source, self._used_lines, self._report, self._ledger
        )
        if not risks:
            return self._nothing()
        names = tuple(self._names(side) for side in _SIDES)
        tree, places = plant(entries, head, scale(*names), language)
        return self._import(tree, places)

    def _import(self, tree: Any, places: Any) -> Import:
        report = self._report
        told = [(part.region, part.table, self._roles.role_of(part.region)) for part in self._parts]
        made = mapped.mapping_of(told, self._ladders)
        return Import(
            self._source.name, tree, places, tuple(self._role_of_tables()), tuple(report.messages),
            tuple(report.questions), tuple(report.left_out), made,
        )  # fmt: skip

    def _take_back(self) -> None:
        """Where there are no risks, nothing comes in, and all that did not go yet is told as left out."""
        tables = {(table.kind, table.number): place for place, table in enumerate(self._source.tables)}
        self._ledger.keep_only(
            (tables[it.place.kind, it.place.table], *cell)
            for it in self._report.left_out
            if it.place.kind is not None
            for cell in it.cells
        )
        self._used_lines.clear()

    def _nothing(self) -> Import:
        """A file without a register says so, and offers its scale."""
        place = next((grid.where(cell) for grid in self._grids for cell in grid.cells.values()), None)
        found = next((cell.text for grid in self._grids for cell in grid.cells.values()), self._source.name)
        if place is not None:
            self._report.warn("not_a_register", replace(place, row=0, column=0), found)
        self._ask_anyway()
        for legend in self._all_legends([])[:1]:
            more = ", ".join(legend.ladder.names)
            self._report.ask(Question("take_scale", "take_scale", legend.ladder.place, more, ("yes", "no"), "no", more))
        return self._import(None, {})

    def _ask_anyway(self) -> None:
        """Ask whether a table of something else, such as issues, is to come in."""
        for grid in self._grids:
            for row, cells in grid.by_row.items():
                told = [heads.read(cell.text) for cell in cells]
                if len({head.field for head in told if head.sure >= 2}) >= 3 and row + 1 in grid.by_row:
                    found = grid.table.name or cells[0].text
                    choices = ("yes", "no")
                    self._report.ask(
                        Question("import_anyway", "import_anyway", grid.where(cells[0]), found, choices, "no")
                    )
                    return

    def _found(self) -> Iterator[_Part]:
        for number, grid in enumerate(self._grids):
            for region in regions(grid, anything=self._answers.get("import_anyway") == "yes"):
                columns.settle(region)
                mapped.settle(region, self._mapping)
                yield _Part(region, number, classify(region))

    def _role_of_tables(self) -> Iterator[TableRole]:
        for number, grid in enumerate(self._grids):
            yield TableRole(grid.place(), *self._roles.of(number))

    def _choose_ladders(self, registers: Sequence[_Part]) -> None:
        """The ladder of each side, from all that the file tells; asked where that is not enough."""
        found = self._all_legends(registers)
        used = {side: self._used(side, registers) for side in _SIDES}
        for side in _SIDES:
            other = used[_SIDES[1 - _SIDES.index(side)]]
            texts = [cell.text for _, cell in used[side]]
            given = mapped.ladder_of(side, self._mapping, self._answers)
            marks = self._marks(side, registers)
            chosen = given or marks or levels.choose(side, texts, [cell.text for _, cell in other], found)
            ladder = chosen.ladder if chosen else None
            for field in (side, RESIDUAL[side]):
                self._ladders[field] = ladder
            if chosen and chosen.legend:
                self._legends_used.append(chosen.legend)
            self._tell_ladder(side, chosen, used[side])

    def _tell_ladder(self, side: Field, chosen: levels.Found | None, used: Sequence[tuple[Grid, Any]]) -> None:
        if chosen is None:
            return
        ladder = chosen.ladder
        numbers = [it.number for it in ladder.steps if it.number is not None]
        place = used[0][0].where(used[0][1]) if used else ladder.place
        if numbers and numbers[0] > numbers[-1]:
            self._report.warn("reversed_scale", ladder.place, ", ".join(ladder.names))
        if ladder.banded and any("%" in cell.text or _is_share(cell) for _, cell in used):
            band = next((cell.text for cell in (chosen.legend.cells if chosen.legend else ()) if "%" in cell.text), "")
            self._report.ask(Question(f"bands:{side.value}", "bands", ladder.place, band, (), "yes"))
        if chosen.asked or len(ladder.steps) > 7:
            found = used[0][1].text if used else ladder.names[0]
            question = Question(f"scale:{side.value}", "scale", place, found, (), ", ".join(ladder.names))
            self._report.ask(replace(question, more=", ".join(ladder.names)))

    def _marks(self, side: Field, registers: Sequence[_Part]) -> levels.Found | None:
        """The ladder of columns that each stand for a level."""
        for part in registers:
            marked = [column for column in part.region.of(Field.LEVEL_MARK) if column.level == side]
            if marked:
                place = part.region.grid.where(marked[0].cell)
                steps = legends.ordered([step(column.name) for column in marked])
                return levels.Found(Ladder(steps, "head", place), asked=True)
        return None

    def _used(self, side: Field, registers: Sequence[_Part]) -> list[tuple[Grid, Any]]:
        return [
            (part.region.grid, cell)
            for part in registers
            for column in part.region.of(side, RESIDUAL[side])
            for row in part.rows
            if row.kind in self._rated(part) and (cell := part.region.cell(row.number, column)) is not None
        ]

    def _rated(self, part: _Part) -> tuple[RowKind, ...]:
        """The rows of a table that have levels; one that says more of risks has no texts of them."""
        return (RowKind.RISK,) if self._roles.is_register(part.region) else tuple(RowKind)

    def _all_legends(self, registers: Sequence[_Part]) -> list[Legend]:
        taken: defaultdict[int, set[int]] = defaultdict(set)
        for part in registers:
            taken[part.table] |= {*range(part.region.top, part.region.bottom + 1), *part.region.rows}
        found = list(legends.in_tables(self._grids, taken, self._before))
        found += legends.in_lines([block for block in self._source.blocks if isinstance(block, Line)])
        for part in registers:
            for column in part.region.of(*LEVELS):
                side = next(side for side in _SIDES if column.field in (side, RESIDUAL[side]))
                cells = [cell for row in part.rows if (cell := part.region.cell(row.number, column))]
                found += legends.in_head(column.cell, side, part.region.grid)
                found += legends.behind(cells, side, part.region.grid)
        return found

    def _names(self, side: Field) -> tuple[str, ...]:
        ladder = self._ladders.get(side)
        return ladder.names if ladder else ()

    def _build(self, part: _Part, registers: Sequence[_Part]) -> list[DraftEntry]:
        region = part.region
        self._ask_columns(region, part.rows)
        title = self._title_of(part, registers)
        builder = Builder(
            region, part.table, part.rows, self._ladders, self._answers, self._report, self._ledger, title
        )
        return builder.entries()

    def _title_of(self, part: _Part, registers: Sequence[_Part]) -> str:
        """The category that a sheet or the heading above a table names, where several tables have one head."""
        if part.region.repeated or (part is not registers[0] and not self._is_titled(part, registers)):
            first = part.region.repeated[0] if part.region.repeated else part.region.top
            column = part.region.columns[0]
            place = part.region.grid.place(first, column.column)
            question = f"which_table:{part.table}"
            self._report.ask(Question(question, "which_table", place, column.name, ("yes", "no"), "yes"))
        alike = [it for it in registers if it.region.signature == part.region.signature and it.table != part.table]
        if not alike or part.region.of(Field.CATEGORY):
            return self._going_on(part, registers) if alike else ""
        grid = part.region.grid
        headings = [line for line in self._before.get(part.table, []) if line.level]
        name = grid.table.name if grid.is_sheet else headings[-1].text if headings else ""
        if not name or (not grid.is_sheet and part is registers[0] and not self._headed(alike)):
            return self._going_on(part, registers)
        if not grid.is_sheet:
            self._used_lines.append(headings[-1])
        place = grid.where(part.region.columns[0].cell)
        self._report.ask(Question("category", "category", place, name, ("yes", "no"), "yes"))
        return name if self._answers.get("category", "yes") == "yes" else ""

    def _is_titled(self, part: _Part, registers: Sequence[_Part]) -> bool:
        """Whether a table has the head of the first one, and a name of its own by its sheet or heading."""
        alike = part.region.signature == registers[0].region.signature
        return alike and (part.region.grid.is_sheet or self._headed([part]))

    def _headed(self, parts: Sequence[_Part]) -> bool:
        return any(line.level for part in parts for line in self._before.get(part.table, []))

    def _tell_headings(self) -> None:
        """Warn of headings like those that name categories, below which no table stands."""
        used = [line for line in self._used_lines if line.level]
        levels_used = {line.level for line in used}
        if not used:
            return
        blocks = self._source.blocks
        for place, block in enumerate(blocks[:-1]):
            if isinstance(block, Line) and block.level in levels_used and block not in used:
                nearest = next((it for it in blocks[place + 1 :] if isinstance(it, Table) or it.level), None)
                if isinstance(nearest, Line) and nearest.level == block.level and block.number > used[0].number:
                    self._report.warn("empty_category", Place(paragraph=block.number), block.text)

    def _going_on(self, part: _Part, registers: Sequence[_Part]) -> str:
        """The last category of the table before, if this table goes on with it."""
        place = registers.index(part)
        if not place or registers[place - 1].region.signature != part.region.signature:
            return ""
        titles = [row.cells[0].text for row in registers[place - 1].rows if row.kind is RowKind.CATEGORY]
        return titles[-1] if titles else ""

    def _ask_columns(self, region: Region, found: Sequence[Row]) -> None:
        """Ask what heads leave open, and tell of hidden columns."""
        pairs = region.of(*_SIDES), region.of(*RESIDUAL.values())
        if all(pairs):
            first, second = pairs[0][0], pairs[1][0]
            both = first.head.residual and second.head.residual
            if both or not second.head.residual:
                kind = "two_assessments" if both else "residual"
                told = first if both else second
                name = told.groups[-1] if told.groups else told.name
                question = Question(kind, kind, region.grid.where(second.cell), name, ("yes", "no"), "yes")
                self._report.ask(question)
        for column in region.columns:
            if column.column in region.grid.table.hidden_columns:
                cell = next((it for row in found if (it := region.cell(row.number, column))), column.cell)
                self._report.warn("hidden_columns", region.grid.where(cell), cell.text)
        others = [row for row in found if row.kind is RowKind.OTHER_KIND]
        for row in others[:1]:
            kind = next(cell for cell in row.cells if any(c.column == cell.column for c in region.of(Field.KIND)))
            question = Question("types", "types", region.grid.where(kind), kind.text, ("yes", "no"), "no")
            self._report.ask(question)

    def _from_matrices(self, entries: Sequence[DraftEntry]) -> list[DraftEntry]:
        """The risks in the cells of a matrix, if a user wants them."""
        found: list[DraftEntry] = []
        for number, grid in enumerate(self._grids):
            sides = None if entries else matrices.axes(grid)
            if sides is not None:
                first = sides[0][0]
                inside = next((it for it in grid.by_row[first.row] if it is not first), first)
                question = Question(
                    "matrix_as_register", "matrix_as_register", grid.where(inside), inside.text, ("yes", "no"), "no"
                )
                self._report.ask(question)
                if self._answers.get("matrix_as_register") == "yes":
                    more, ladders = matrices.entries(grid, number, self._ledger)
                    found += more
                    self._ladders |= ladders
        return found

    def _add(self, entries: list[DraftEntry]) -> None:
        """Take in risks that stand in lines of text, and what tables say more of risks."""
        more = [part for part in self._parts if self._roles.is_more(part.region)]
        naming = [part.region for part in self._parts if self._roles.is_measures(part.region)]
        lines = [block for block in self._source.blocks if isinstance(block, Line)]
        known = {joining.key(risk.fields.get("reference", "")) for entry in entries for risk in entry.risks}
        wanted = additions.named([*naming, *(part.region for part in more)])
        found, used = additions.from_lines(lines, wanted, known)
        entries += found
        self._used_lines += used
        for part in more:
            residual = any(column.field in RESIDUAL.values() for column in part.region.columns)
            taker = Taker(self._ladders, {}, self._answers, self._report, score_alone=not residual)
            additions.add(part.region, part.table, entries, taker, self._ledger)

    def _join(self, entries: list[DraftEntry], registers: Sequence[_Part]) -> None:
        others = {
            joining.key(cell.text)
            for part in registers
            for row in part.rows
            if row.kind is RowKind.OTHER_KIND
            for column in part.region.of(Field.ID)
            if (cell := part.region.cell(row.number, column)) is not None
        }
        joiner = joining.Joiner(entries, others, self._report, self._ledger)
        for part in self._parts:
            if self._roles.is_measures(part.region):
                joiner.join(part.region, part.table)

    def _head(self, registers: Sequence[_Part]) -> dict[str, Any]:
        """What the file says of the register itself."""
        found: dict[str, Any] = {}
        for part in registers[:1]:
            if part.region.grid.is_sheet:
                told, cells = title_block.from_cells(part.region.grid, part.region.top)
                self._ledger.use(part.table, cells)
                found |= told
                for number, grid in enumerate(self._grids[: part.table]):
                    if self._roles.is_cover(number) and len(registers) > 1:
                        told, cells = title_block.from_cells(grid, max(grid.by_row, default=0) + 1)
                        self._ledger.use(number, cells)
                        found |= told
            else:
                lines = [line for number in range(part.table + 1) for line in self._before.get(number, [])]
                told, used = title_block.from_lines([line for line in lines if line not in self._used_lines])
                self._used_lines += used
                found |= told
        return found


def _is_share(cell: Cell) -> bool:
    return isinstance(cell.value, float) and 0 < cell.value < 1


def _lines_before(source: Source) -> dict[int, list[Line]]:
    """The paragraphs between each table and the one before it."""
    found: dict[int, list[Line]] = {}
    waiting: list[Line] = []
    count = 0
    for block in source.blocks:
        if isinstance(block, Table):
            found[count], waiting = waiting, []
            count += 1
        else:
            waiting.append(block)
    return found
