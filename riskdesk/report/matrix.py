"""The matrix: risks by likelihood and impact, before mitigation and after it, on one page.

The highest risks are listed below, or on a page of their own if the matrices leave no room.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator

from riskdesk.domain.gaps import GapKind
from riskdesk.domain.language import NBSP, words
from riskdesk.domain.matrix import MatrixCell, cell_of
from riskdesk.domain.printing import DocumentKind, Sides
from riskdesk.domain.scale import Assessment
from riskdesk.domain.terms import terms
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Register, Risk
from riskdesk.report import assessed, heading, ranking
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight
from riskdesk.report.grid import MARK_LINES, Grid, Places
from riskdesk.report.section import Section

_GAP = 18.0
# The height for the first of the highest risks below the matrices and the legend, in points.
_HIGHEST = 110.0
# The greatest number of highest risks, and how many must fit with two lines each; otherwise each has one line.
_TOP, _TOP_IN_FULL = 20, 10


def draw(flow: Flow, tree: RegisterTree, sides: Sides = Sides.BOTH, left_out: int = 0) -> Iterator[None]:
    """Draw the matrix of each side, the legend, and as many of the highest risks as fit on a page.

    `left_out` is the number of risks that are not in the tree because they are closed or rejected.
    """
    register = tree.register
    heading.draw_dense(flow, register, heading.document_heading(register, DocumentKind.MATRIX), left_out)
    _draw_grids(flow, tree, sides)
    assessed.draw_bands(flow, register)
    yield
    highest = _highest(flow, tree)
    if highest is None and ranking.ranked(tree):
        flow.new_page()
        highest = _highest(flow, tree)
    if highest is not None:
        yield from highest.draw()


def _highest(flow: Flow, tree: RegisterTree) -> Section | None:
    """The highest risks that fit on this page, with two lines each if enough of them fit like that."""
    full, short = (ranking.section(flow, tree, _TOP, lines).fitted() for lines in (2, 1))
    return full if full and short and len(full.groups) >= min(_TOP_IN_FULL, len(short.groups)) else short


def _draw_grids(flow: Flow, tree: RegisterTree, chosen_sides: Sides) -> None:
    """Draw the matrices, or a text that the scale has too many levels for this paper."""
    register, term = tree.register, terms(tree.register.language)
    sides = {}
    if chosen_sides is not Sides.RESIDUAL:
        sides[term.inherent] = _places(tree, lambda risk: risk.assessment)
    if chosen_sides is not Sides.INHERENT:
        sides[term.residual] = _places(tree, lambda risk: risk.residual)
    below = flow.style.leading / 2
    room = flow.room - below - assessed.bands_height(flow, register)
    grid, stacked = _grid(flow, register, room, sides.values())
    if not grid.fits:
        flow.paragraph(term.too_many_levels, flow.type(Weight.REGULAR, flow.style.size, flow.style.colours.ink), below)
        return
    top, left = flow.y, flow.left
    for place, (title, places) in enumerate(sides.items()):
        if stacked:
            flow.y -= _GAP if place else 0
        else:
            flow.y, left = top, flow.left + place * (flow.width + _GAP) / len(sides)
        grid.draw(left, title + _missing(tree, places), places)
    flow.y -= below


def _grid(flow: Flow, register: Register, room: float, sides: Collection[Places]) -> tuple[Grid, bool]:
    """A maker of the grids, and whether they are stacked, which they are if only then no word is broken.

    Stacked grids leave room for the highest risks, unless they fit in no other way.
    """
    count = len(sides)
    beside = Grid(flow, register, (flow.width + _GAP) / count - _GAP, room, _HIGHEST, sides)
    if count == 1 or (beside.fits and beside.is_whole):
        return beside, False
    share, below = (room + _GAP) / count - _GAP, _HIGHEST / count
    for lines in range(MARK_LINES, 0, -1):
        high = Grid(flow, register, flow.width, share, below, sides, lines)
        if high.fits and high.is_whole and high.height <= share - below:
            return high, True
    return (high, True) if high.fits and not beside.fits else (beside, False)


def _missing(tree: RegisterTree, places: Places) -> str:
    """A text with the number of risks that are in no cell; empty if there are none."""
    count = sum(1 for _ in tree.risks) - sum(map(len, places.values()))
    term, wording = terms(tree.register.language), words(tree.register.language)
    text = f" – {term.gap_kinds[GapKind.NOT_ASSESSED]}{wording.colon}{NBSP}{wording.number(count)}"
    return text if count else ""


def _places(tree: RegisterTree, of: Callable[[Risk], Assessment]) -> Places:
    places: dict[MatrixCell, list[str]] = defaultdict(list)
    for risk in tree.risks:
        cell = cell_of(of(risk))
        if cell is not None and tree.register.scale.holds(of(risk)):
            places[cell].append(risk.reference or "•")
    return places
