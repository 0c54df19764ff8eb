"""A cell of a printed table: bullets in lines, and the places where it may go over to the next page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from riskdesk.report.text import Type


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a bullet; `starts` marks the first."""

    text: str
    starts: bool


@dataclass(frozen=True)
class Cell:
    """The lines of a cell, or what is left of them on a later page."""

    lines: tuple[Line, ...]
    leading: float
    gap: float

    def __bool__(self) -> bool:
        return bool(self.lines)

    @property
    def height(self) -> float:
        return sum(self._advances())

    def fitting(self, room: float) -> int:
        """How many lines fit in a height."""
        for place, advance in enumerate(self._advances()):
            room -= advance
            if room < -0.01:
                return place
        return len(self.lines)

    def cut(self, room: float) -> int:
        """How many lines to leave on a page with so much room, so that none stands alone on either side."""
        return next((place for place in range(self.fitting(room), 0, -1) if self._may_cut(place)), 0)

    def split(self, place: int) -> tuple["Cell", "Cell"]:
        """The lines before a place, and those from it on."""
        return Cell(self.lines[:place], self.leading, self.gap), Cell(self.lines[place:], self.leading, self.gap)

    def placed(self) -> Iterator[tuple[float, Line]]:
        """Each line with how far below the top of the cell its own top is."""
        depth = 0.0
        for line, advance in zip(self.lines, self._advances(), strict=True):
            depth += advance
            yield depth - self.leading, line

    def _advances(self) -> Iterator[float]:
        for place, line in enumerate(self.lines):
            yield self.leading + (self.gap if place and line.starts else 0)

    def _may_cut(self, place: int) -> bool:
        lines, last = self.lines, len(self.lines) - 1
        if place > last:
            return True
        if lines[place].starts:
            return place < last
        two_before = place > 1 and not lines[place - 1].starts
        return two_before and place < last and not lines[place + 1].starts


def cell(bullets: Iterable[str], type_: Type, width: float, gap: float) -> Cell:
    """A cell of bullets, each set to a width."""
    lines = chain.from_iterable(_lines(bullet, type_, width) for bullet in bullets)
    return Cell(tuple(lines), type_.leading, gap)


def _lines(bullet: str, type_: Type, width: float) -> Iterator[Line]:
    for place, text in enumerate(type_.lines(bullet, width)):
        yield Line(text, starts=place == 0)
