"""The matrix: which risks stand at which likelihood and impact, before mitigation and after it, on one page."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import count
from typing import TypeAlias

from riskdesk.domain.language import words
from riskdesk.domain.printing import Kind
from riskdesk.domain.scale import Assessment, Level
from riskdesk.domain.terms import terms
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Register, Risk
from riskdesk.report import assessed, heading, ranking
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight
from riskdesk.report.structure import COLUMN_HEAD, ROW_HEAD, Element, summary
from riskdesk.report.text import plain

_Places: TypeAlias = dict[tuple[int, int], list[str]]

_GAP, _INSET, _SLACK = 18.0, 2.5, 0.01
_MARK_LINES = 2
# How tall a row is, in points, whose cells need no more, and how much of the width the names of the rows take at most.
_TALL, _HEAD_SHARE = 52.0, 0.24
# What the legend and the first of the highest risks need below the matrices, in points.
_BELOW = 140.0
# So many of the highest risks are told: all of them in a line each, or fewer in two lines.
_TOP, _TOP_IN_FULL = 20, 10


def draw(flow: Flow, tree: RegisterTree) -> Iterator[None]:
    """Draw both matrices, the legend, and the highest risks for which there is room."""
    register, term = tree.register, terms(tree.register.language)
    heading.draw_dense(flow, register, term.kinds[Kind.MATRIX])
    width = (flow.width - _GAP) / 2
    top = flow.y
    sides = {
        term.inherent: _places(tree.risks, lambda risk: risk.assessment),
        term.residual: _places(tree.risks, lambda risk: risk.residual),
    }
    matrix = _Matrix(flow, register, width, sides.values())
    for place, (title, places) in enumerate(sides.items()):
        flow.y = top
        matrix.draw(flow.left + place * (width + _GAP), title, places)
    flow.y -= flow.style.leading / 2
    assessed.draw_bands(flow, register)
    yield
    full = ranking.section(flow, tree, _TOP, 2).fitted()
    short = ranking.section(flow, tree, _TOP, 1).fitted()
    best = full if full and short and len(full.groups) >= min(_TOP_IN_FULL, len(short.groups)) else short
    if best is not None:
        yield from best.draw()


def _places(risks: Iterable[Risk], of: Callable[[Risk], Assessment]) -> _Places:
    """The references of the risks at each likelihood and impact."""
    found: _Places = defaultdict(list)
    for risk in risks:
        likelihood, impact = of(risk).likelihood, of(risk).impact
        if likelihood is not None and impact is not None:
            found[likelihood, impact].append(risk.reference or "•")
    return found


class _Matrix:
    """Matrices of a width, alike in their rows: the highest likelihood on top, the highest impact on the right."""

    def __init__(self, flow: Flow, register: Register, width: float, shown: Collection[_Places]) -> None:
        self._flow, self._register, self._scale = flow, register, register.scale
        ink = flow.style.colours.ink
        self._small = flow.type(Weight.REGULAR, flow.style.running_size - 1, ink)
        self._tiny = flow.type(Weight.REGULAR, flow.style.running_size - 2, flow.style.colours.running)
        self._bold = flow.type(Weight.BOLD, flow.style.size, ink)
        self._left, self._head = flow.left, self._head_width(width)
        self._cell = (width - self._head) / len(self._scale.impact)
        self._heads = 2 * self._small.leading + 2 * _INSET
        self._marks = self._tiny.leading * max(len(self._mark(cell)) for cell in self._scale.cells)
        self._tall = self._heights(shown)

    def _head_width(self, width: float) -> float:
        """How wide the column is that names the rows."""
        said = words(self._register.language)
        corner = (self._small.width(word) for word in (f"{said.likelihood} /", said.impact))
        names = (self._small.width(plain(text)) for text in map(_named, count(1), self._scale.likelihood))
        return min(width * _HEAD_SHARE, max(*corner, *names) + 2 * _INSET + 1)

    def _heights(self, shown: Collection[_Places]) -> list[float]:
        """How tall the row of each likelihood is, the lowest first: alike, but where one has more to show."""
        rows = len(self._scale.likelihood)
        room = max(0.0, self._flow.room - self._bold.leading - self._heads - _BELOW)
        needed = [max(self._needed(places, row) for places in shown) for row in range(1, rows + 1)]
        wanted = [max(need, min(_TALL, room / rows)) for need in needed]
        return wanted if sum(wanted) <= room else _shared(needed, room)

    def _needed(self, places: _Places, likelihood: int) -> float:
        """How tall a row must be to show all its references."""
        texts = (", ".join(found) for (row, _), found in places.items() if row == likelihood)
        most = max((len(self._small.lines(text, self._cell - 2 * _INSET)) for text in texts), default=0)
        return most * self._small.leading + 2 * _INSET + self._marks

    def draw(self, left: float, title: str, places: _Places) -> None:
        """Draw the matrix from `left` on under its title, from where the flow stands."""
        self._left = left
        flow, said = self._flow, words(self._register.language)
        flow.canvas.bookmark(title, 1, flow.y)
        flow.canvas.text(self._left, flow.y - self._bold.size, title, self._bold, flow.canvas.document.add("H2"))
        flow.y -= self._bold.leading + 2
        told = f"{title}: {said.likelihood} × {said.impact}"
        table = flow.canvas.document.add("Table", summary(told))
        self._draw_heads(table.add("THead").add("TR"))
        body = table.add("TBody")
        for likelihood in range(len(self._scale.likelihood), 0, -1):
            self._draw_row(body.add("TR"), likelihood, places)

    def _draw_heads(self, row: Element) -> None:
        said = words(self._register.language)
        corner = f"{said.likelihood} / {said.impact}"
        self._draw_text(row.add("TH", COLUMN_HEAD), self._left, self._head, self._heads, corner)
        for place, level in enumerate(self._scale.impact):
            x = self._left + self._head + place * self._cell
            self._draw_text(row.add("TH", COLUMN_HEAD), x, self._cell, self._heads, _named(place + 1, level))
        self._flow.y -= self._heads

    def _draw_row(self, row: Element, likelihood: int, places: _Places) -> None:
        level, tall = self._scale.likelihood[likelihood - 1], self._tall[likelihood - 1]
        self._draw_text(row.add("TH", ROW_HEAD), self._left, self._head, tall, _named(likelihood, level))
        for impact in range(1, len(self._scale.impact) + 1):
            x = self._left + self._head + (impact - 1) * self._cell
            cell, assessment = row.add("TD"), Assessment(likelihood, impact)
            colour = assessed.ground(self._flow, self._scale, assessment)
            self._flow.canvas.fill(x, self._flow.y - tall, self._cell, tall, colour)
            self._draw_mark(cell, x, assessment)
            text = self._fitted(places.get((likelihood, impact), []), tall)
            self._draw_text(cell, x, self._cell, tall, text, self._marks)
        self._flow.y -= tall

    def _draw_mark(self, cell: Element, x: float, assessment: Assessment) -> None:
        """Draw in the corner what the colour says."""
        top = self._flow.y - _INSET - self._tiny.size
        for place, line in enumerate(self._mark(assessment)):
            self._flow.canvas.text(x + _INSET, top - place * self._tiny.leading, line, self._tiny, cell)

    def _mark(self, assessment: Assessment) -> list[str]:
        """The score, if there is one, and the band, in the lines that they take in a cell."""
        return self._tiny.at_most(assessed.told(self._scale, assessment), self._cell - 2 * _INSET, _MARK_LINES)

    def _fitted(self, references: list[str], tall: float) -> str:
        """As many references as there is room for in a cell, and how many more there are."""
        room = self._lines_in(tall - self._marks)
        for shown in range(len(references), -1, -1):
            more = len(references) - shown
            text = ", ".join(references[:shown]) + (f" +{more}" if more else "")
            if len(self._small.lines(text, self._cell - 2 * _INSET)) <= room:
                return text
        return f"+{len(references)}"

    def _draw_text(
        self, element: Element, x: float, width: float, height: float, text: str, above: float = 0.0
    ) -> None:
        """Draw a cell, as many lines of its text as fit, in the middle of what is left below `above`."""
        flow, small = self._flow, self._small
        flow.canvas.frame(x, flow.y - height, width, height, flow.style.colours.rule)
        lines = small.lines(text, width - 2 * _INSET)[: self._lines_in(height - above)]
        top = flow.y - above - (height - above - len(lines) * small.leading) / 2
        for place, line in enumerate(lines):
            left = x + (width - small.width(line.rstrip(" "))) / 2
            flow.canvas.text(left, top - small.size - place * small.leading, line, small, element)

    def _lines_in(self, height: float) -> int:
        """How many lines of text there is room for in a cell so tall."""
        return max(0, int((height - 2 * _INSET + _SLACK) // self._small.leading))


def _named(number: int, level: Level) -> str:
    return f"{number} {level.name}"


def _shared(needed: Sequence[float], room: float) -> list[float]:
    """What each gets of a room: as much as it needs, but where that is too much no more than the others get."""
    left, given = room, [0.0] * len(needed)
    for waiting, place in zip(
        range(len(needed), 0, -1), sorted(range(len(needed)), key=needed.__getitem__), strict=True
    ):
        given[place] = min(needed[place], left / waiting)
        left -= given[place]
    return [height + left / len(needed) for height in given]
