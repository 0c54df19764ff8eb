"""Text and tables of HTML during reading."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count

from riskdesk.domain.table import PastedCell, PastedRow, PastedTable
from riskdesk.domain.text import without_control

_GAPS = re.compile("\n{3,}")


@dataclass
class Flow:
    """A sequence of texts and tables in the order in which they are read."""

    blocks: list[str | PastedTable] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    def close(self) -> list[str | PastedTable]:
        lines = "".join(self.parts).split("\n")
        text = _GAPS.sub("\n\n", "\n".join(line.strip(" ") for line in lines))
        self.parts.clear()
        if text.strip():
            self.blocks.append(without_control(text.strip()))
        return self.blocks

    def extend(self, blocks: Iterable[str | PastedTable]) -> None:
        self.close().extend(blocks)

    def text(self) -> str:
        """The text of everything that was read, including the text of tables."""
        return "\n\n".join(
            block if isinstance(block, str) else "\n\n".join(cell.text for row in block.rows for cell in row.cells)
            for block in self.close()
        )


@dataclass
class OpenCell:
    """A cell that is being read."""

    column: int
    span: int
    height: int
    flow: Flow = field(default_factory=Flow)

    def read(self) -> PastedCell:
        blocks = self.flow.close()
        tables = tuple(block for block in blocks if isinstance(block, PastedTable))
        around = "\n\n".join(block for block in blocks if isinstance(block, str)) if tables else ""
        return PastedCell(self.flow.text(), self.column, self.span, self.height, tables, around)


@dataclass
class OpenTable:
    """A table being read; `reserved` has for each column the number of rows that its last cell still spans."""

    rows: list[tuple[list[OpenCell], bool, bool]] = field(default_factory=list)
    reserved: dict[int, int] = field(default_factory=dict)
    cell: OpenCell | None = None

    def begin_row(self, *, hidden: bool = False) -> None:
        self.reserved = {column: rows - 1 for column, rows in self.reserved.items() if rows > 1}
        self.rows.append(([], bool(self.reserved), hidden))

    def begin_cell(self, span: int, height: int) -> OpenCell:
        if not self.rows:
            self.begin_row()
        row = self.rows[-1][0]
        column = next(
            place for place in count(row[-1].column + row[-1].span if row else 0) if place not in self.reserved
        )
        self.reserved |= dict.fromkeys(range(column, column + span), height)
        self.cell = OpenCell(column, span, height)
        row.append(self.cell)
        return self.cell

    def blocks(self) -> list[str | PastedTable]:
        """The table, or the content of its cells if it is only a layout of other tables in one column."""
        cells = [cell for row, _, _ in self.rows for cell in row if cell.flow.close()]
        layout = any(isinstance(block, PastedTable) for cell in cells for block in cell.flow.blocks)
        if layout and len({cell.column for cell in cells}) == 1:
            return [block for cell in cells for block in cell.flow.blocks]
        return [PastedTable(tuple(PastedRow(tuple(cell.read() for cell in row), *flags) for row, *flags in self.rows))]
