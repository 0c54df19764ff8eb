"""The matrix: which risks stand at which likelihood and impact, before mitigation and after it, on one page."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TypeAlias

from riskdesk.domain.language import words
from riskdesk.domain.printing import Kind
from riskdesk.domain.scale import Assessment
from riskdesk.domain.terms import terms
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Register, Risk
from riskdesk.report import assessed, heading, ranking
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight
from riskdesk.report.structure import COLUMN_HEAD, ROW_HEAD, Element, summary

_Places: TypeAlias = dict[tuple[int, int], list[str]]

_GAP, _INSET = 18.0, 2.5
_TALLEST, _LOWEST = 52.0, 14.0
# What the legend and the first of the highest risks need below the matrices, in points.
_BELOW = 140.0
_TOP = 20
_HEAD_SHARE = 0.24


def draw(flow: Flow, tree: RegisterTree) -> Iterator[None]:
    """Draw both matrices, the legend, and the highest risks for which there is room."""
    register, term = tree.register, terms(tree.register.language)
    heading.draw(flow, register, term.kinds[Kind.MATRIX])
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
    sections = [ranking.section(flow, tree, _TOP, lines) for lines in (2, 1)]
    highest = sections[0] if sections[0].height <= flow.room else sections[1].fitted()
    if highest is not None:
        yield from highest.draw()


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
        self._left, self._head = flow.left, width * _HEAD_SHARE
        self._cell = (width - self._head) / len(self._scale.impact)
        self._heads = 2 * self._small.leading + 2 * _INSET
        self._tall = self._heights(shown)

    def _heights(self, shown: Collection[_Places]) -> list[float]:
        """How tall the row of each likelihood is, the lowest first: all alike, but where one has more to show."""
        flow, count = self._flow, len(self._scale.likelihood)
        room = flow.room - self._bold.leading - self._heads - _BELOW
        alike = max(_LOWEST, min(_TALLEST, room / count))
        needed = [max(self._needed(places, row) for places in shown) for row in range(1, count + 1)]
        spare = alike * count - sum(needed)
        if spare < 0 or max(needed) <= alike:
            return [alike] * count
        return [height + spare / count for height in needed]

    def _needed(self, places: _Places, likelihood: int) -> float:
        """How tall a row must be to show all its references."""
        texts = (", ".join(found) for (row, _), found in places.items() if row == likelihood)
        most = max((len(self._small.lines(text, self._cell - 2 * _INSET)) for text in texts), default=0)
        return max(_LOWEST, most * self._small.leading + 2 * _INSET + self._tiny.leading)

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
            self._draw_text(row.add("TH", COLUMN_HEAD), x, self._cell, self._heads, f"{place + 1} {level.name}")
        self._flow.y -= self._heads

    def _draw_row(self, row: Element, likelihood: int, places: _Places) -> None:
        level, tall = self._scale.likelihood[likelihood - 1], self._tall[likelihood - 1]
        self._draw_text(row.add("TH", ROW_HEAD), self._left, self._head, tall, f"{likelihood} {level.name}")
        for impact in range(1, len(self._scale.impact) + 1):
            x = self._left + self._head + (impact - 1) * self._cell
            colour = assessed.ground(self._flow, self._scale, Assessment(likelihood, impact))
            cell = row.add("TD")
            text = self._fitted(places.get((likelihood, impact), []), tall)
            self._draw_text(cell, x, self._cell, tall, text, colour)
            self._draw_mark(cell, x, Assessment(likelihood, impact))
        self._flow.y -= tall

    def _draw_mark(self, cell: Element, x: float, assessment: Assessment) -> None:
        """Draw in the corner what the colour says: the score, or the band where the scale has no scores."""
        score, band = self._scale.score(assessment), self._scale.band(assessment)
        text = str(score) if score is not None else band.name if band else ""
        line = self._tiny.one_line(text, self._cell - 2 * _INSET)
        self._flow.canvas.text(x + _INSET, self._flow.y - _INSET - self._tiny.size, line, self._tiny, cell)

    def _fitted(self, references: list[str], tall: float) -> str:
        """As many references as there is room for in a cell, and how many more there are."""
        room = int((tall - 2 * _INSET - self._tiny.leading) // self._small.leading)
        for shown in range(len(references), -1, -1):
            more = len(references) - shown
            text = ", ".join(references[:shown]) + (f" +{more}" if more else "")
            if len(self._small.lines(text, self._cell - 2 * _INSET)) <= room:
                return text
        return f"+{len(references)}"

    def _draw_text(self, element: Element, x: float, width: float, height: float, text: str, ground: str = "") -> None:
        """Draw a cell, as many lines of its text as fit, below each other in its middle."""
        flow, small = self._flow, self._small
        box = (x, flow.y - height, width, height)
        if ground:
            flow.canvas.fill(*box, ground)
        flow.canvas.frame(*box, flow.style.colours.rule)
        lines = small.lines(text, width - 2 * _INSET)[: int((height - 2 * _INSET) // small.leading)]
        top = flow.y - (height - len(lines) * small.leading) / 2
        for place, line in enumerate(lines):
            left = x + (width - small.width(line.rstrip(" "))) / 2
            flow.canvas.text(left, top - small.size - place * small.leading, line, small, element)
