"""The parts of a file that an import looks at: regions with their rows, and the text between tables."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from riskdesk.domain.importing.levels import colours
from riskdesk.domain.importing.messages import Report
from riskdesk.domain.importing.tables.regions import Region
from riskdesk.domain.importing.tables.rows import RegionRow, RowKind, classify
from riskdesk.domain.importing.words.fields import RESIDUAL, Field
from riskdesk.domain.importing.words.vocabulary import plain
from riskdesk.domain.sheets import Source, Table, TextLine


@dataclass
class FilePart:
    """A region, the place of its table in the file, and its rows."""

    region: Region
    table: int
    rows: list[RegionRow]

    @property
    def texts(self) -> Iterator[str]:
        """The texts of its risks, as they are compared."""
        for row in self.rows:
            for column in self.region.of(Field.DESCRIPTION) if row.kind is RowKind.RISK else ():
                cell = self.region.cell(row.number, column)
                if cell is not None:
                    yield plain(cell.text)


def rows_of(region: Region, answers: Mapping[str, str], report: Report) -> list[RegionRow]:
    """The rows of a region, as the answers want them."""
    if "no" in (answers.get("residual"), answers.get("two_assessments")):
        for column in region.of(*RESIDUAL.values()):
            column.field = Field.NOTE
    rows = classify(region)
    if colours.take(region, rows, answers, report):
        rows = classify(region)
    wants_others = answers.get("types") == "yes"
    return [replace(row, kind=RowKind.RISK) if wants_others and row.kind is RowKind.OTHER_KIND else row for row in rows]


def lines_before(source: Source) -> dict[int, list[TextLine]]:
    """The paragraphs before each table and behind the table before it, by the number of the table."""
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
