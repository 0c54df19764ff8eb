"""Makes tables of lines whose columns are parted by tabs: a line of heads, and below it lines of as many parts.

They know the places of their cells in the file.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from riskdesk.domain.importing.words import heads
from riskdesk.domain.importing.words.fields import TEXTS
from riskdesk.domain.sheets import Block, Cell, FilePlace, Source, Table, TableKind, TextLine

_TABS = re.compile(r"\t+")
_Row = list[str]


def lines_as_tables(source: Source) -> Source:
    """The source with a table in the place of each such head and the lines below it."""
    return replace(source, blocks=tuple(_blocks(source.blocks)))


def _blocks(blocks: Sequence[Block]) -> Iterator[Block]:
    place = number = 0
    while place < len(blocks):
        rows = list(_rows(blocks, place))
        if len(rows) > 1:
            number += 1
            yield _table(rows, number)
        else:
            yield blocks[place]
        place += len(rows) if len(rows) > 1 else 1


def _rows(blocks: Sequence[Block], first: int) -> Iterator[tuple[TextLine, _Row]]:
    """The lines of a table that begins with that block, each with its parts; none if it is no line of heads.

    A heading between rows, which has a single part, is a category. Between rows, the last cells of a line may be left
    out.
    """
    head = blocks[first]
    parts = _TABS.split(head.text) if isinstance(head, TextLine) else []
    if not isinstance(head, TextLine) or not _is_head(parts):
        return
    yield head, parts
    waiting: list[tuple[TextLine, _Row]] = []
    for place in range(first + 1, len(blocks)):
        line = blocks[place]
        if not isinstance(line, TextLine):
            return
        row = _row(line.text, len(parts))
        if row is not None:
            yield from waiting
            yield line, row
            waiting = []
        elif (line.level and "\t" not in line.text) or _is_begun(line.text, len(parts)):
            waiting.append((line, line.text.split("\t")))
        else:
            return


def _is_head(parts: Sequence[str]) -> bool:
    """Whether parts of a line are heads of columns, one of them that of risks."""
    fields = {head.field for part in parts if (head := heads.read(part, near=False)).sure >= 2}
    return 2 * len(fields) > len(parts) > 1 and not TEXTS.isdisjoint(fields)


def _row(text: str, count: int) -> _Row | None:
    """The parts of a line if they are so many: between tabs, of which several may stand in a row to reach a column."""
    return next((row for row in (text.split("\t"), _TABS.split(text)) if len(row) == count), None)


def _is_begun(text: str, count: int) -> bool:
    """Whether a line has the first cells of a row of so many, and not the heads of another table."""
    parts = text.split("\t")
    return 1 < len(parts) < count and all(map(str.strip, parts)) and not _is_head(parts)


def _table(rows: Sequence[tuple[TextLine, _Row]], number: int) -> Table:
    cells = [
        # A heading goes over the whole width, as categories do.
        Cell(row, column, part.strip(), width=len(rows[0][1]) if len(parts) == 1 else 1)
        for row, (_, parts) in enumerate(rows, 1)
        for column, part in enumerate(parts, 1)
        if part.strip()
    ]
    places = {
        (cell.row, column): (FilePlace(paragraph=rows[cell.row - 1][0].number),)
        for cell in cells
        for column in (0, cell.column)
    }
    return Table(TableKind.TEXT, number, cells=tuple(cells), places=places, head=1)
