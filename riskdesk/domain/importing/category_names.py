"""Categories named by a sheet or by the heading above a table, where several tables have the same head."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from riskdesk.domain.importing.context import ImportContext
from riskdesk.domain.importing.file_part import FilePart
from riskdesk.domain.importing.file_tables import FileTables
from riskdesk.domain.importing.messages import Question, Report
from riskdesk.domain.importing.tables.rows import TableRowKind
from riskdesk.domain.importing.words.fields import Field
from riskdesk.domain.sheets import Cell, FilePlace, Source, Table, TextLine


@dataclass
class CategoryNames:
    """Finds the category that a sheet, or the heading above a table, names.

    `used_lines` are the headings that came in as categories, `by_sheets` is true if sheets name them.
    """

    tables: FileTables
    context: ImportContext
    used_lines: list[TextLine] = field(default_factory=list)
    by_sheets: bool = False

    def of(self, part: FilePart) -> str:
        """The category of a part; empty if nothing outside the table names one."""
        table = part.region.grid.table
        if table.places and not table.goes_on:
            return ""
        above = title_above(part)
        if above is not None:
            self.context.ledger.use(part.table, [above])
            return above.text.strip()
        if (part.region.repeated and part.region.grid.is_sheet) or (
            part is not self._registers[0] and not self._is_titled(part)
        ):
            first = part.region.repeated[0] if part.region.repeated else part.region.top
            column = part.region.columns[0]
            place = part.region.grid.place(first, column.column)
            question = f"which_table:{part.table}"
            self.context.ask(Question(question, "which_table", place, column.name, ("yes", "no"), "yes"))
        alike = self._headed_alike or self._alike[part.region.shape]
        if len(alike) < 2 or part.region.of(Field.CATEGORY):
            return self._going_on(part) if len(alike) > 1 else ""
        grid = part.region.grid
        headings = [line for line in self.tables.lines_before.get(part.table, []) if line.level]
        name = grid.table.name if grid.is_sheet else headings[-1].text if headings else ""
        if not name or (not grid.is_sheet and part is self._registers[0] and not self._headed(alike - {part.table})):
            return self._going_on(part)
        if not grid.is_sheet:
            self.used_lines.append(headings[-1])
        place = grid.where(part.region.columns[0].cell)
        answer = self.context.ask(Question("category", "category", place, name, ("yes", "no"), "yes"))
        is_wanted = answer == "yes"
        self.by_sheets = is_wanted and grid.is_sheet
        return name if is_wanted else ""

    def _is_titled(self, part: FilePart) -> bool:
        """Whether a table has the same head as the first one, and a sheet or heading of its own that names it."""
        alike = part.region.shape == self._registers[0].region.shape
        return bool(self._headed_alike) or (alike and (part.region.grid.is_sheet or self._headed({part.table})))

    @cached_property
    def _registers(self) -> list[FilePart]:
        return self.tables.registers

    @cached_property
    def _alike(self) -> dict[str, set[int]]:
        """The tables with each head, by its shape."""
        tables: defaultdict[str, set[int]] = defaultdict(set)
        for part in self._registers:
            tables[part.region.shape].add(part.table)
        return tables

    @cached_property
    def _headed_alike(self) -> set[int]:
        """All tables of a document, if each has a heading of its own and all these are of one level; else none."""
        tables = {part.table for part in self._registers if not part.region.grid.is_sheet}
        by_table = ([line for line in self.tables.lines_before.get(table, []) if line.level] for table in tables)
        headings = [line for lines in by_table for line in lines[-1:]]
        levels = {line.level for line in headings}
        is_each = len(headings) == len(tables) == len({line.text for line in headings}) == len(self._registers)
        return tables if is_each and len(levels) == 1 else set()

    @cached_property
    def _previous(self) -> dict[int, FilePart]:
        """The part before each one but the first, by its identity."""
        return {id(part): before for before, part in pairwise(self._registers)}

    def _headed(self, tables: set[int]) -> bool:
        return any(line.level for table in tables for line in self.tables.lines_before.get(table, []))

    def _going_on(self, part: FilePart) -> str:
        """The last category of the table before, if this table has the same head and so continues it."""
        before = self._previous.get(id(part))
        if before is None or before.region.shape != part.region.shape:
            return ""
        titles = [row.cells[0].text for row in before.rows if row.kind is TableRowKind.CATEGORY]
        return titles[-1] if titles else ""


def title_above(part: FilePart) -> Cell | None:
    """The cell above the head that names the first category, if one like it stands above each repeated head.

    They are alike if they begin with the same word, as “Part A” and “Part B” do, or have the same colour.
    """
    region, first_rows = part.region, [row for row in part.region.repeated if row - 1 not in part.region.repeated]
    categories = {row.number: row.cells[0] for row in part.rows if row.kind is TableRowKind.CATEGORY}
    cells = region.grid.by_row.get(region.top - 1, [])
    others = [categories.get(row - 1) for row in first_rows]
    if len(cells) != 1 or not others or None in others:
        return None
    alike = all(other is not None and _are_alike(cells[0], other) for other in others)
    return cells[0] if alike else None


def _are_alike(first: Cell, second: Cell) -> bool:
    words, others = (cell.text.split() for cell in (first, second))
    return words[:1] == others[:1] or (first.fill != "" and first.fill == second.fill)


def warn_of_empty(source: Source, used_lines: Sequence[TextLine], report: Report) -> None:
    """Warn of headings of the level that names categories, but without a table below."""
    used_headings = [line for line in used_lines if line.level]
    used_levels, known_headings = {line.level for line in used_headings}, set(used_headings)
    marks = [block for block in source.blocks if isinstance(block, Table) or block.level]
    for block, following in pairwise(marks if used_headings else ()):
        if isinstance(block, TextLine) and block.level in used_levels and block not in known_headings:
            empty = isinstance(following, TextLine) and following.level == block.level
            if empty and block.number > used_headings[0].number:
                report.warn("empty_category", FilePlace(paragraph=block.number), block.text)
