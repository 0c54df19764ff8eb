"""Rows of a printed table that belong together, such as the risks of an entry beside its mitigations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from riskdesk.report.cell import Cell
from riskdesk.report.structure import ROW_HEAD, Element, down

Row = Sequence[Cell | None]


@dataclass(frozen=True)
class Group:
    """A group of rows with a cell for each column, None where a cell of `tall` spans them all.

    `frame` is what a row needs beside the height of its lines, `least` the height of an empty row; `colour` is that of
    the stripe that marks the group, if any.
    """

    rows: Sequence[Row]
    frame: float
    least: float
    tall: Mapping[int, Cell] = field(default_factory=dict)
    colour: str = ""

    def __bool__(self) -> bool:
        return bool(self.rows)

    @property
    def height(self) -> float:
        return max(sum(self.heights), *(cell.height + self.frame for cell in self.tall.values()), 0.0)

    @property
    def beginning(self) -> float:
        """The height at its start that is kept together: the first row, and the start of each cell beside it."""
        return max(self._height(self.rows[0]), *(cell.beginning + self.frame for cell in self.tall.values()), 0.0)

    @property
    def heights(self) -> list[float]:
        """The height of each row by itself."""
        return [self._height(row) for row in self.rows]

    def tag(self, body: Element, heads: int | None) -> None:
        """Add the elements of the rows to a table; a cell in column `heads` names its row if it says anything."""
        for place, row in enumerate(self.rows):
            element = body.add("TR")
            for column, cell in enumerate(row):
                if cell is not None:
                    cell.tag(
                        element.add("TH", ROW_HEAD) if column == heads and cell.says_something else element.add("TD")
                    )
                elif place == 0:
                    self.tall[column].tag(element.add("TD", down(len(self.rows))))

    def divided(self, room: float, whole: float, *, fresh: bool) -> tuple["Group", "Group"]:
        """The part that fits in a height, and the rest; rows up to `whole` tall are kept together.

        On a `fresh` page, the first part is never empty.
        """
        fitting, left = self._rows_divided(room, whole)
        if not fitting and fresh:
            fitting, left = self._cut_row(room, force=True)
        if not fitting:
            return replace(self, rows=()), self
        tall, rest = self._tall_divided(room, last=not left, force=fresh)
        if not left and any(rest.values()):
            left = [[None if column in rest else Cell() for column in range(len(self.rows[0]))]]
        return replace(self, rows=fitting, tall=tall), replace(self, rows=left, tall=rest)

    def _rows_divided(self, room: float, whole: float) -> tuple[Sequence[Row], Sequence[Row]]:
        for place, height in enumerate(self.heights):
            if height > room + 0.01:
                if height <= whole:
                    return self.rows[:place], self.rows[place:]
                here, left = replace(self, rows=self.rows[place:])._cut_row(room, force=False)
                return [*self.rows[:place], *here], left
            room -= height
        return self.rows, ()

    def _cut_row(self, room: float, *, force: bool) -> tuple[Sequence[Row], Sequence[Row]]:
        """Cut the first row at a height, if it has a place for that; with `force`, anywhere."""
        row, inner = self.rows[0], room - self.frame
        places = [0 if cell is None else cell.cut(inner) for cell in row]
        if force and not any(places):
            places = [0 if cell is None else cell.fitting(inner) for cell in row]
        if not force and any(cell and not place for cell, place in zip(row, places, strict=True)):
            # Otherwise a text would begin on the page after that of its neighbours.
            return (), self.rows
        parts = [None if cell is None else cell.split(place) for cell, place in zip(row, places, strict=True)]
        here = [None if part is None else part[0] for part in parts]
        left = [None if part is None else part[1] for part in parts]
        rest = [left, *self.rows[1:]] if any(left) else self.rows[1:]
        return [here], rest

    def _tall_divided(self, room: float, *, last: bool, force: bool) -> tuple[dict[int, Cell], dict[int, Cell]]:
        here, rest = {}, {}
        for column, cell in self.tall.items():
            inner = room - self.frame
            place = cell.cut(inner) or (cell.fitting(inner) if force else 0)
            here[column], rest[column] = cell.split(len(cell.lines) if last and cell.height <= inner else place)
        return here, rest

    def _height(self, row: Row) -> float:
        return max(self.least, *(cell.height + self.frame for cell in row if cell is not None))
