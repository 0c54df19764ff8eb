"""The grid of a matrix: a cell for each pair of levels, with its score and band and the references of its risks."""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate, count
from typing import TypeAlias

from riskdesk.domain.language import NBSP, words
from riskdesk.domain.matrix import tolerance_line
from riskdesk.domain.scale import Assessment, Level
from riskdesk.domain.values import Register
from riskdesk.report import assessed
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight
from riskdesk.report.structure import ROW_HEAD, Element, column_head, summary
from riskdesk.report.text import plain

# The references of the risks at each likelihood and impact.
Places: TypeAlias = Mapping[tuple[int, int], Sequence[str]]

_INSET, _SLACK = 2.5, 0.01
# The greatest number of lines for the score and band of a cell, and for the name of a column.
MARK_LINES, _HEAD_LINES = 2, 4
# The usual height of a row, in points, and the greatest share of the width for the names of the rows.
_TALL, _HEAD_SHARE = 52.0, 0.24
# A text that must fit in each cell.
_SHORTEST = "+99"


class Grid:
    """A maker of matrices of one width, with the highest likelihood on top and the highest impact on the right.

    All of them have the same rows. Their height is at most `room`, of which they leave `below` free if they can. The
    score and band of a cell take at most `mark_lines` lines.
    """

    def __init__(
        self,
        flow: Flow,
        register: Register,
        width: float,
        room: float,
        below: float,
        sides: Collection[Places],
        mark_lines: int = MARK_LINES,
    ) -> None:
        self._flow, self._register, self._scale = flow, register, register.scale
        ink = flow.style.colours.ink
        self._small = flow.type(Weight.REGULAR, flow.style.running_size - 1, ink)
        self._tiny = flow.type(Weight.REGULAR, flow.style.running_size - 2, ink)
        self._bold = flow.type(Weight.BOLD, flow.style.size, ink)
        self._left, self._head = flow.left, self._head_width(width)
        self._cell = (width - self._head) / len(self._scale.impact)
        self._inner = self._cell - 2 * _INSET
        self._heads = self._heads_height()
        rows = room - self._bold.leading - 2 - self._heads
        self._mark_lines, rows = self._plan(rows, below, mark_lines)
        self._marks = self._mark_lines * self._tiny.leading
        self._tall = self._heights(sides, rows)

    @property
    def fits(self) -> bool:
        """Whether each cell has room for the number of its risks."""
        least = self._small.leading + 2 * _INSET + self._marks - _SLACK
        return self._inner >= self._small.width(_SHORTEST) and min(self._tall) >= least

    @property
    def height(self) -> float:
        """The height of one matrix with its title."""
        return self._bold.leading + 2 + self._heads + sum(self._tall)

    @property
    def is_whole(self) -> bool:
        """Whether no word in the names of levels is broken."""
        sides = ((self._scale.likelihood, self._head - 2 * _INSET), (self._scale.impact, self._inner))
        return all(
            self._small.width(word) <= width + _SLACK
            for levels, width in sides
            for name in map(self._numbered, levels, count(1))
            for word in plain(name).split(" ")
        )

    def draw(self, left: float, title: str, places: Places) -> None:
        """Draw a matrix with its title from `left` on, at the position of the flow."""
        self._left = left
        flow, wording = self._flow, words(self._register.language)
        flow.canvas.bookmark(title, 1, flow.y)
        flow.canvas.text(self._left, flow.y - self._bold.size, title, self._bold, flow.canvas.document.add("H2"))
        flow.y -= self._bold.leading + 2
        description = f"{title}{wording.colon} {wording.likelihood} × {wording.impact}"
        tolerated = assessed.tolerance_text(self._register)
        table = flow.canvas.document.add(
            "Table", summary(f"{description}{wording.semicolon} {tolerated}" if tolerated else description)
        )
        self._draw_heads(table.add("THead").add("TR"))
        top = flow.y
        body = table.add("TBody")
        for likelihood in range(len(self._scale.likelihood), 0, -1):
            self._draw_row(body.add("TR"), likelihood, places)
        self._draw_tolerance(top)

    def _head_width(self, width: float) -> float:
        """The width of the column with the names of the rows."""
        wording = words(self._register.language)
        corner = (self._small.width(word) for word in (f"{wording.likelihood} /", wording.impact))
        names = (self._small.width(plain(text)) for text in map(self._numbered, self._scale.likelihood, count(1)))
        return min(width * _HEAD_SHARE, max(*corner, *names) + 2 * _INSET + 1)

    def _heads_height(self) -> float:
        names = map(self._numbered, self._scale.impact, count(1))
        lines = max(len(self._small.at_most(name, self._inner, _HEAD_LINES)) for name in names)
        return max(2, lines) * self._small.leading + 2 * _INSET

    def _plan(self, room: float, below: float, most: int) -> tuple[int, float]:
        """The number of lines for score and band, and the height of all rows; the room `below` is given up first."""
        rows = len(self._scale.likelihood)
        most = max((len(self._band_lines(cell, most)) for cell in self._scale.cells), default=0)
        for lines in range(most, 0, -1):
            least = rows * (lines * self._tiny.leading + self._small.leading + 2 * _INSET)
            if least <= room:
                return lines, max(least, room - below)
        return 0, room

    def _heights(self, sides: Collection[Places], room: float) -> list[float]:
        """The heights of the rows, lowest likelihood first: equal, unless a row needs more."""
        rows = len(self._scale.likelihood)
        needed = [max(self._needed(places, row) for places in sides) for row in range(1, rows + 1)]
        heights = [max(need, min(_TALL, room / rows)) for need in needed]
        return heights if sum(heights) <= room else _shared(needed, room)

    def _needed(self, places: Places, likelihood: int) -> float:
        """The height that a row needs to show all its references, for one line at least."""
        texts = (", ".join(references) for (row, _), references in places.items() if row == likelihood)
        most = max((len(self._small.lines(text, self._inner)) for text in texts), default=1)
        return most * self._small.leading + 2 * _INSET + self._marks

    def _draw_heads(self, row: Element) -> None:
        wording = words(self._register.language)
        corner = f"{wording.likelihood} / {wording.impact}"
        self._draw_text(row.add("TH", column_head()), self._left, self._head, self._heads, corner)
        for place, level in enumerate(self._scale.impact):
            x = self._left + self._head + place * self._cell
            self._draw_text(row.add("TH", column_head()), x, self._cell, self._heads, self._numbered(level, place + 1))
        self._flow.y -= self._heads

    def _draw_row(self, row: Element, likelihood: int, places: Places) -> None:
        level, tall = self._scale.likelihood[likelihood - 1], self._tall[likelihood - 1]
        self._draw_text(row.add("TH", ROW_HEAD), self._left, self._head, tall, self._numbered(level, likelihood))
        for impact in range(1, len(self._scale.impact) + 1):
            x = self._left + self._head + (impact - 1) * self._cell
            cell, assessment = row.add("TD"), Assessment(likelihood, impact)
            colour = assessed.ground(self._flow, self._scale, assessment)
            self._flow.canvas.fill(x, self._flow.y - tall, self._cell, tall, colour)
            self._draw_mark(cell, x, assessment)
            text = self._fitted(places.get((likelihood, impact), ()), tall)
            self._draw_text(cell, x, self._cell, tall, text, self._marks)
        self._flow.y -= tall

    def _draw_tolerance(self, top: float) -> None:
        """Draw the line of tolerance over rows that begin at a height."""
        edges = [top - depth for depth in accumulate(reversed(self._tall), initial=0.0)][::-1]
        lines = []
        for (likelihood, impact), way in tolerance_line(self._scale):
            right, above = self._left + self._head + impact * self._cell, edges[likelihood]
            end = (right, edges[likelihood - 1]) if way == (1, 0) else (right - self._cell, above)
            lines.append(((right, above), end))
        assessed.draw_limit(self._flow, lines)

    def _draw_mark(self, cell: Element, x: float, assessment: Assessment) -> None:
        """Draw the score and band in the corner of a cell, as its colour alone must not convey them."""
        top = self._flow.y - _INSET - self._tiny.size
        for place, line in enumerate(self._band_lines(assessment, self._mark_lines)):
            self._flow.canvas.text(x + _INSET, top - place * self._tiny.leading, line, self._tiny, cell)

    def _band_lines(self, assessment: Assessment, most: int) -> list[str]:
        """The score, if there is one, and the band, in at most `most` lines; else the score alone.

        A line may end after the score.
        """
        text, score = assessed.describe(self._register, assessment), self._scale.score(assessment)
        if score is not None:
            text = text.replace(NBSP, " ", 1)
        broken = any(self._tiny.width(word) > self._inner for word in plain(text).split(" "))
        if score is not None and (broken or len(self._tiny.lines(text, self._inner)) > most):
            text = str(score)
        return self._tiny.at_most(text, self._inner, most) if most else []

    def _fitted(self, references: Sequence[str], tall: float) -> str:
        """The references that fit in a cell, and the number of the others."""
        room = self._lines_in(tall - self._marks)

        def text(number: int) -> str:
            more = len(references) - number
            return ", ".join(references[:number]) + (f" +{words(self._register.language).number(more)}" if more else "")

        def is_too_long(number: int) -> bool:
            return len(self._small.lines(text(number), self._inner)) > room

        if not is_too_long(len(references)):
            return text(len(references))
        too_many = bisect_left(range(len(references)), x=True, key=is_too_long)
        return text(max(0, too_many - 1)).strip()

    def _draw_text(
        self, element: Element, x: float, width: float, height: float, text: str, above: float = 0.0
    ) -> None:
        """Draw a cell with as much of its text as fits, vertically centred in the room below `above`."""
        flow, small = self._flow, self._small
        flow.canvas.frame(x, flow.y - height, width, height, flow.style.colours.rule)
        lines = small.at_most(text, width - 2 * _INSET, max(1, self._lines_in(height - above)))
        top = flow.y - above - (height - above - len(lines) * small.leading) / 2
        for place, line in enumerate(lines):
            left = x + (width - small.width(line.rstrip(" "))) / 2
            flow.canvas.text(left, top - small.size - place * small.leading, line, small, element)

    def _numbered(self, level: Level, number: int) -> str:
        return level.numbered(number, self._register.language)

    def _lines_in(self, height: float) -> int:
        """The number of lines of text that fit in a cell of a height."""
        return int((height - 2 * _INSET + _SLACK) // self._small.leading)


def _shared(needed: Sequence[float], room: float) -> list[float]:
    """A share of a room for each need: all of it, or if there is too little room, at most as much as the others get."""
    left, heights = room, list(needed)
    for served, place in enumerate(sorted(range(len(needed)), key=needed.__getitem__)):
        heights[place] = min(needed[place], left / (len(needed) - served))
        left -= heights[place]
    return [height + left / len(needed) for height in heights]
