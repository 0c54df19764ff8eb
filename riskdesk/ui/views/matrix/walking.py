"""Where the arrow keys lead in a matrix: through a row chip by chip, from row to row cell by cell."""

from enum import Enum
from itertools import chain

from riskdesk.domain.matrix import MatrixCell
from riskdesk.ui.views.matrix.arranging import Box
from riskdesk.ui.views.matrix.picture import Picture, Spot


class WalkDirection(Enum):
    """A way to go: by how many levels of likelihood and of impact."""

    LEFT = (0, -1)
    RIGHT = (0, 1)
    UP = (1, 0)
    DOWN = (-1, 0)

    @property
    def up(self) -> int:
        return int(self.value[0])

    @property
    def right(self) -> int:
        return int(self.value[1])


def walk(picture: Picture, spot: Spot, direction: WalkDirection, row: int) -> Spot:
    """What comes next; the same where nothing does. `row` is the likelihood from which the tray was gone to."""
    if direction in (WalkDirection.UP, WalkDirection.DOWN):
        return _beside(picture, spot, direction) or leap(picture, spot, direction, row)
    line = list(chain.from_iterable(picture.spots(cell) for cell in _row(picture, spot, row)))
    place = line.index(spot) if spot in line else 0
    return line[max(0, min(place + direction.right, len(line) - 1))]


def leap(picture: Picture, spot: Spot, direction: WalkDirection, row: int) -> Spot:
    """The next cell, whatever stands in this one; the same where there is none."""
    cells = _row(picture, spot, row)
    if spot.cell is None:
        return Spot(cells[-2]) if direction is WalkDirection.LEFT else spot
    likelihood, impact = spot.cell[0] + direction.up, spot.cell[1] + direction.right
    if impact > len(picture.scale.impact):
        return Spot(None)
    next_spot = Spot((likelihood, impact))
    return next_spot if next_spot.cell in picture.frame.cells else Spot(spot.cell)


def ends(picture: Picture, spot: Spot, row: int) -> tuple[Spot, Spot]:
    """The first and the last cell of a row."""
    cells = _row(picture, spot, row)
    return Spot(cells[0]), Spot(cells[-2])


def _row(picture: Picture, spot: Spot, row: int) -> list[MatrixCell | None]:
    """The cells of a row from left to right, behind them what is not assessed."""
    likelihood = row if spot.cell is None else spot.cell[0]
    return [*((likelihood, impact) for impact in range(1, len(picture.scale.impact) + 1)), None]


def _beside(picture: Picture, spot: Spot, direction: WalkDirection) -> Spot | None:
    """The chip of the same cell that is nearest above or below; None if there is none."""
    here = picture.box(spot)
    if here is None:
        return None
    inside = [other for other in picture.spots(spot.cell) if other.key or other.more]
    if spot not in inside:
        # From what is not assessed as a whole, into it; a cell is gone past.
        return inside[0] if spot.cell is None and direction is WalkDirection.DOWN and inside else None
    up = direction is WalkDirection.UP
    boxes = {other: box for other in inside if (box := picture.box(other)) is not None and _is_beyond(here, box, up=up)}
    return min(boxes, key=lambda other: _distance(here, boxes[other]), default=None)


def _is_beyond(here: Box, other: Box, *, up: bool) -> bool:
    return other.bottom <= here.y if up else other.y >= here.bottom


def _distance(here: Box, other: Box) -> tuple[float, float]:
    return abs(other.y - here.y), abs(other.x - here.x)
