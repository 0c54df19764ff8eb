"""A part of a table of a file: a region with its rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from riskdesk.domain.importing.tables.regions import Region
from riskdesk.domain.importing.tables.rows import RegionRow, TableRowKind
from riskdesk.domain.importing.words.fields import Field
from riskdesk.domain.importing.words.vocabulary import plain


@dataclass
class FilePart:
    """A region with the number of its table and with its rows."""

    region: Region
    table: int
    rows: list[RegionRow]

    @property
    def texts(self) -> Iterator[str]:
        """The texts of its risks, in the form in which texts are compared."""
        for row in self.rows:
            for column in self.region.of(Field.DESCRIPTION) if row.kind is TableRowKind.RISK else ():
                cell = self.region.cell(row.number, column)
                if cell is not None:
                    yield plain(cell.text)
