"""Assessments as they are printed: score with the word of the band, on its colour, and the legend of the scale."""

from collections.abc import Iterable, Iterator
from itertools import count, zip_longest

from riskdesk.domain.language import NBSP, words
from riskdesk.domain.scale import Assessment, Level, Scale
from riskdesk.domain.terms import terms
from riskdesk.domain.values import Register
from riskdesk.report import heading
from riskdesk.report.cell import NOTHING, Align, Cell
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight
from riskdesk.report.group import Group
from riskdesk.report.structure import BULLETS, Element
from riskdesk.report.table import Block, Column, Table
from riskdesk.report.text import Type

_SWATCH, _BELOW_BANDS = 9.0, 3.0
# In more rows than these, the names of the bands are shortened.
_MOST_ROWS = 3
# How many lines the bands and the note above the levels take as a rule.
_ABOVE_LEVELS = 3


def told(scale: Scale, assessment: Assessment) -> str:
    """An assessment in a word: "12 High", "High" where the scale has no scores, a dash where not assessed."""
    band, score = scale.band(assessment), scale.score(assessment)
    return NBSP.join(str(part) for part in (score, band.name if band else None) if part is not None) or NOTHING


def ground(flow: Flow, scale: Scale, assessment: Assessment) -> str:
    """The colour of the band of an assessment; empty if not assessed."""
    place = scale.band_index(assessment)
    return "" if place is None else flow.style.band(scale.severity(place))


def draw_legend(flow: Flow, register: Register, note: str = "") -> Iterator[None]:
    """Draw what the scale in force means, on one page where that holds it: its bands, a note, and its levels."""
    regular = _regular(flow)
    table, groups = _levels_table(flow, register)
    whole = _ABOVE_LEVELS * regular.leading + table.head_height + sum(group.height for group in groups)
    title = terms(register.language).scale.format(name=register.scale.name)
    fits = whole + heading.section_height(flow) <= flow.height
    heading.draw_section(flow, title, whole if fits else 2 * _ABOVE_LEVELS * regular.leading)
    draw_bands(flow, register)
    flow.paragraph(note, regular, after=4)
    yield from table.draw([Block(None, groups)])


def _levels_table(flow: Flow, register: Register) -> tuple[Table, list[Group]]:
    said, scale = words(register.language), register.scale
    title = terms(register.language).level
    bold = flow.type(Weight.BOLD, flow.style.size, flow.style.colours.ink)
    number = bold.width(title) + 2 * flow.style.padding + 1
    half = (flow.width - number) / 2
    columns = (Column(title, number, Align.CENTRE), Column(said.likelihood, half), Column(said.impact, half))
    table = Table(flow, columns, heads=0)
    rows = zip_longest(scale.likelihood, scale.impact)
    return table, [table.group([_levels(table, place, *levels)]) for place, levels in enumerate(rows, 1)]


def _levels(table: Table, place: int, likelihood: Level | None, impact: Level | None) -> list[Cell | None]:
    return [table.text(0, str(place)), _level(table, 1, likelihood), _level(table, 2, impact)]


def _level(table: Table, column: int, level: Level | None) -> Cell:
    if level is None:
        return table.text(column, NOTHING)
    name = table.text(column, level.name, weight=Weight.BOLD)
    return table.cell(column, [*name.lines, *table.text(column, level.definition).lines])


def draw_bands(flow: Flow, register: Register) -> None:
    """Draw the bands of a scale: each a colour with its word and the scores in it, in as few lines as they need."""
    regular = _regular(flow)
    element = flow.canvas.document.add("L", BULLETS)
    severities = map(register.scale.severity, count())
    for row in _rows(flow, register):
        x = flow.left
        flow.need(regular.leading)
        for text in row:
            _draw_band(flow, x, text, next(severities), regular, element.add("LI").add("LBody"))
            x += _band_width(regular, text)
        flow.y -= regular.leading + _BELOW_BANDS


def bands_height(flow: Flow, register: Register) -> float:
    """How tall the bands are, in points."""
    return len(_rows(flow, register)) * (_regular(flow).leading + _BELOW_BANDS)


def _rows(flow: Flow, register: Register) -> list[list[str]]:
    """The texts of the bands, as many beside each other as a line holds; shorter ones where they take many lines."""
    for beside in (1, 3, 6):
        room = flow.width / beside - 3 * _SWATCH
        rows = _packed([_told_band(register, place, _regular(flow), room) for place in _places(register)], flow)
        if len(rows) <= _MOST_ROWS:
            break
    return rows


def _packed(texts: Iterable[str], flow: Flow) -> list[list[str]]:
    rows: list[list[str]] = []
    used = flow.width
    for text in texts:
        width = _band_width(_regular(flow), text)
        if used + width > flow.width:
            rows.append([])
            used = 0.0
        rows[-1].append(text)
        used += width
    return rows


def _places(register: Register) -> range:
    return range(len(register.scale.bands))


def _told_band(register: Register, place: int, type_: Type, room: float) -> str:
    """The name of a band, shortened where need be, and the scores in it."""
    band, scores = register.scale.bands[place], register.scale.ranges[place]
    if scores is None:
        return type_.one_line(band.name, room)
    pattern = terms(register.language).range
    rest = pattern.format(band="", low=scores[0], high=scores[1])
    return pattern.format(band=type_.one_line(band.name, room - type_.width(rest)), low=scores[0], high=scores[1])


def _band_width(type_: Type, text: str) -> float:
    return 3 * _SWATCH + type_.width(text)


def _draw_band(flow: Flow, x: float, line: str, severity: float, type_: Type, element: Element) -> None:
    box = (x, flow.y - type_.size - 1, _SWATCH, _SWATCH)
    flow.canvas.fill(*box, flow.style.band(severity))
    flow.canvas.frame(*box, flow.style.colours.rule)
    flow.canvas.text(x + 1.5 * _SWATCH, flow.y - type_.size, line, type_, element)


def _regular(flow: Flow) -> Type:
    return flow.type(Weight.REGULAR, flow.style.size, flow.style.colours.ink)
