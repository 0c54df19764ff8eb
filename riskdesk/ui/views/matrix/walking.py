"""Where the arrow keys lead in a matrix: along a row chip by chip, up and down within a cell, then to the next."""

from enum import Enum
from itertools import chain

from riskdesk.domain.matrix import MatrixCell
from riskdesk.ui.views.matrix.arranging import Box
from riskdesk.ui.views.matrix.picture import Picture, Spot


class WalkDirection(Enum):
    """A direction, as the change of the level of likelihood and of impact."""

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
    """The next spot, or the same at an end; `row` is the likelihood from which the user went to the tray."""
    if direction in (WalkDirection.UP, WalkDirection.DOWN):
        return _beside(picture, spot, direction) or leap(picture, spot, direction, row)
    line = list(chain.from_iterable(picture.spots(cell) for cell in _row(picture, spot, row)))
    place = line.index(spot) if spot in line else 0
    return line[max(0, min(place + direction.right, len(line) - 1))]


def leap(picture: Picture, spot: Spot, direction: WalkDirection, row: int) -> Spot:
    """The next cell, past the chips of this one; the same if there is none."""
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
    """The cells of a row from left to right, then None for the risks that are not assessed."""
    # The scale may have fewer levels since then.
    likelihood = min(row, len(picture.scale.likelihood)) if spot.cell is None else spot.cell[0]
    return [*((likelihood, impact) for impact in range(1, len(picture.scale.impact) + 1)), None]


def _beside(picture: Picture, spot: Spot, direction: WalkDirection) -> Spot | None:
    """The chip of the same cell that is nearest above or below; None if there is none."""
    here = picture.box(spot)
    if here is None:
        return None
    inside = [other for other in picture.spots(spot.cell) if other.key or other.more]
    if spot not in inside:
        # Down leads from the tray to the chips in it, but from a cell past its chips.
        return inside[0] if spot.cell is None and direction is WalkDirection.DOWN and inside else None
    up = direction is WalkDirection.UP
    boxes = {other: box for other in inside if (box := picture.box(other)) is not None and _is_beyond(here, box, up=up)}
    return min(boxes, key=lambda other: _distance(here, boxes[other]), default=None)


def _is_beyond(here: Box, other: Box, *, up: bool) -> bool:
    return other.bottom <= here.y if up else other.y >= here.bottom


def _distance(here: Box, other: Box) -> tuple[float, float]:
    return abs(other.y - here.y), abs(other.x - here.x)
