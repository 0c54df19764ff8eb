"""A table as other programs copy it, reduced to two columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem

MOST_CELLS = 10_000


class WideTable(InputProblem):
    """The problem that a table has other columns than risks and mitigations; an import can make a register of it."""

    @classmethod
    def of(cls, count: int) -> "WideTable":
        """The problem that a table has so many columns."""
        return cls(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The clipboard holds a table of {count} columns; copy the columns of risks and of mitigations "
                "alone, or import the file.",
            ),
            count=count,
        )


@dataclass(frozen=True, slots=True)
class PastedCell:
    """A cell: its text, its first column, and how many columns and rows it spans.

    The `text` includes that of `tables` in the cell; `around` is the text beside these.
    """

    text: str
    column: int
    span: int = 1
    height: int = 1
    tables: tuple["PastedTable", ...] = ()
    around: str = ""

    @property
    def end(self) -> int:
        """The first column after it."""
        return self.column + self.span


@dataclass(frozen=True, slots=True)
class PastedRow:
    """A row; `joined` if a cell of the row above spans into it, `hidden` if it is not shown."""

    cells: tuple[PastedCell, ...]
    joined: bool = False
    hidden: bool = False

    @property
    def filled_cells(self) -> list[PastedCell]:
        return [cell for cell in self.cells if cell.text.strip()]


@dataclass(frozen=True, slots=True)
class PastedPair:
    """A row of two columns; `spanning` if one cell, `left`, spans both."""

    left: str
    right: str = ""
    spanning: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class PastedTable:
    """The rows of a table."""

    rows: tuple[PastedRow, ...]

    @property
    def columns(self) -> list[int]:
        """The columns with text in them; if no row has more than two cells, all after the first are the second."""
        return sorted({cell.column for row in self._placed() for cell in row.filled_cells if not _alone(row)})

    @property
    def texts(self) -> list[str]:
        """The text of each cell."""
        return [cell.text for row in self.rows for cell in row.filled_cells]

    @property
    def lines(self) -> str:
        """The text of the table: a line for each row, with tabs between its cells."""
        return "\n".join("\t".join(cell.text for cell in row.filled_cells) for row in self.rows)

    def pairs(self) -> list[PastedPair]:
        """The rows of a table of two columns, without empty ones; WideTable if it has more."""
        columns = self.columns
        if len(columns) > 2:
            raise WideTable.of(len(columns))
        return [_pair(row, columns[-1]) for row in self._placed() if row.filled_cells]

    def _placed(self) -> Sequence[PastedRow]:
        if any(len(row.cells) > 2 for row in self.rows):
            return self.rows
        return [PastedRow(tuple(_at_edge(cell) for cell in row.cells), row.joined) for row in self.rows]


def from_lines(lines: Sequence[Sequence[str]]) -> PastedTable:
    """The table of the cells in each line; a line of one cell spans all columns, as Word writes merged cells."""
    check_cells(sum(len(line) for line in lines))
    width = max((len(line) for line in lines), default=0)
    return PastedTable(
        tuple(
            PastedRow(tuple(PastedCell(text, place, width if len(line) == 1 else 1) for place, text in enumerate(line)))
            for line in lines
        )
    )


def check_cells(count: int) -> None:
    """Raise InputProblem if a table on the clipboard has more cells than any register."""
    if count > MOST_CELLS:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The clipboard holds a table of more than {count} cells; copy fewer rows at a time, "
                "or import the file.",
            ),
            count=MOST_CELLS,
        )


def _alone(row: PastedRow) -> bool:
    return len(row.filled_cells) == 1 and row.filled_cells[0].span > 1


def _at_edge(cell: PastedCell) -> PastedCell:
    return PastedCell(cell.text, min(cell.column, 1), cell.span)


def _pair(row: PastedRow, second: int) -> PastedPair:
    """A row as two columns, the right one beginning at the column `second`."""
    if _alone(row) and row.filled_cells[0].column < second < row.filled_cells[0].end:
        return PastedPair(row.filled_cells[0].text, spanning=True, joined=row.joined)
    left = [cell.text for cell in row.filled_cells if cell.column < second]
    right = [cell.text for cell in row.filled_cells if cell.column >= second]
    return PastedPair("\n\n".join(left), "\n\n".join(right), joined=row.joined)
