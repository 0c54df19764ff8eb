"""Tables as files hold them: plain values, whatever program wrote the file.

Rows and columns count from 1, as the file counts them; in text files, a row is the line where it begins.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

# These enclose a note in a text, which is put where the file has the mark of the note.
NOTE_BEGIN, NOTE_END = "\ufff9", "\ufffb"
NOTE = re.compile(f"{NOTE_BEGIN}([^{NOTE_BEGIN}{NOTE_END}]*){NOTE_END}")


class TableKind(StrEnum):
    """The kinds of tables, by which their places are named; TEXT is a table made of paragraphs."""

    SHEET = "sheet"
    TABLE = "table"
    LINES = "lines"
    TEXT = "text"


Plain: TypeAlias = bool | int | float | datetime.date | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a cell: its text, and the sign or number that a list shows before it."""

    text: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that holds something, or is merged over others.

    `text` is what is shown; `value` what is stored, if it is a number, a truth value or a day; `formula` its source.
    `choices` are the values that its drop-down list allows. `paragraphs` are given if the file distinguishes list items
    from other text, `tables` if there are tables inside the cell. `note` is a footnote outside the text.
    """

    row: int
    column: int
    text: str = ""
    height: int = 1
    width: int = 1
    value: Plain = None
    formula: str = ""
    comment: str = ""
    choices: tuple[str, ...] = ()
    bold: bool = False
    fill: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    tables: tuple["Table", ...] = ()
    note: str = ""

    @property
    def blank(self) -> bool:
        return not self.text.strip() and not self.tables


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet, a table of a document, or the lines of a text file; `number` counts those of one kind from 1.

    One that was transposed or combined for an import has the `places` in the file of each of its cells, and that of a
    whole row as its column 0; below the row of its `head`, it has no other row of heads. One that `goes_on` has the
    heads of the table before it above its own rows.
    """

    kind: TableKind
    number: int
    name: str = ""
    cells: tuple[Cell, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    places: "Mapping[tuple[int, int], tuple[FilePlace, ...]]" = field(default_factory=dict)
    head: int = 0
    goes_on: bool = False

    def place(self, row: int = 0, column: int = 0, last_row: int = 0) -> "FilePlace":
        """A place in the table; without a row, that of the whole table."""
        return FilePlace(self.kind, self.number, self.name, row, column, last_row)

    def place_of(self, cell: Cell) -> "FilePlace":
        """The place of a cell of the table."""
        return self.place(cell.row, cell.column)


@dataclass(frozen=True, slots=True)
class TextLine:
    """A paragraph outside tables; `level` is that of a heading, 0 for other text, and `number` its place.

    `depth` is the level of a list item in its list, from 0.
    """

    text: str
    number: int
    level: int = 0
    depth: int = 0


Block: TypeAlias = Table | TextLine


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A place in a file: a cell, rows, a whole table, or a paragraph; 0 is none."""

    kind: TableKind | None = None
    table: int = 0
    name: str = ""
    row: int = 0
    column: int = 0
    last_row: int = 0
    paragraph: int = 0

    @property
    def cell(self) -> str:
        """The cell as spreadsheets name it, such as B7."""
        return f"{letters(self.column)}{self.row}" if self.row and self.column else ""

    def covers(self, row: int) -> bool:
        """Whether the place includes a row of the same table."""
        return not self.row or self.row <= row <= max(self.row, self.last_row)


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on something that a reader found in a file and that is in no cell.

    `kind` is one of those of an import's messages or reasons; `guess` is what the reader took for granted.
    """

    kind: str
    text: str
    place: FilePlace = FilePlace()
    guess: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The content of a file that was read: its tables and the text around them, in order."""

    blocks: tuple[Block, ...] = ()
    remarks: tuple[Remark, ...] = ()
    name: str = ""

    @property
    def tables(self) -> Iterator[Table]:
        for block in self.blocks:
            if isinstance(block, Table):
                yield block


def letters(column: int) -> str:
    """A column as spreadsheets name it: A, B … Z, AA."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
