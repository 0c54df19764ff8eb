"""Assessments as they are printed: score with the word of the band, on its colour, and the legend of the scale."""

from collections.abc import Iterator
from itertools import zip_longest

from riskdesk.domain.language import words
from riskdesk.domain.scale import Assessment, Level, Scale
from riskdesk.domain.terms import terms
from riskdesk.domain.values import Register
from riskdesk.report import heading
from riskdesk.report.cell import Align, Cell
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight
from riskdesk.report.group import Group
from riskdesk.report.structure import BULLETS, Element
from riskdesk.report.table import Block, Column, Table
from riskdesk.report.text import Type

NONE = "–"
_SWATCH = 9.0
# How many lines the bands and the note above the levels take as a rule.
_ABOVE_LEVELS = 3


def told(scale: Scale, assessment: Assessment) -> str:
    """An assessment in a word: "12 High", "High" where the scale has no scores, a dash where not assessed."""
    band, score = scale.band(assessment), scale.score(assessment)
    return " ".join(str(part) for part in (score, band.name if band else None) if part is not None) or NONE


def ground(flow: Flow, scale: Scale, assessment: Assessment) -> str:
    """The colour of the band of an assessment; empty where not assessed."""
    place = scale.band_index(assessment)
    return "" if place is None else flow.style.band(scale.severity(place))


def draw_legend(flow: Flow, register: Register, note: str = "") -> Iterator[None]:
    """Draw what the scale in force means, on one page where that holds it: its bands, a note, and its levels."""
    regular = flow.type(Weight.REGULAR, flow.style.size, flow.style.colours.ink)
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
    number = 2 * flow.style.size + 2 * flow.style.padding
    half = (flow.width - number) / 2
    columns = (Column("", number, Align.CENTRE), Column(said.likelihood, half), Column(said.impact, half))
    table = Table(flow, columns, heads=0)
    rows = zip_longest(scale.likelihood, scale.impact)
    return table, [table.group([_levels(table, place, *levels)]) for place, levels in enumerate(rows, 1)]


def _levels(table: Table, place: int, likelihood: Level | None, impact: Level | None) -> list[Cell | None]:
    return [table.text(0, str(place)), _level(table, 1, likelihood), _level(table, 2, impact)]


def _level(table: Table, column: int, level: Level | None) -> Cell:
    if level is None:
        return Cell()
    name = table.text(column, level.name, weight=Weight.BOLD)
    return table.cell(column, [*name.lines, *table.text(column, level.definition).lines])


def draw_bands(flow: Flow, register: Register) -> None:
    """Draw the bands of a scale: each a colour with its word and the scores in it, in as few lines as they need."""
    regular = flow.type(Weight.REGULAR, flow.style.size, flow.style.colours.ink)
    bands = flow.canvas.document.add("L", BULLETS)
    x = flow.left
    flow.need(regular.leading)
    for place, text in enumerate(_bands(register)):
        line = regular.one_line(text, flow.width - 2 * _SWATCH)
        width = 3 * _SWATCH + regular.width(line)
        if x > flow.left and x + width > flow.right:
            x = flow.left
            flow.y -= regular.leading + 2
            flow.need(regular.leading)
        _draw_band(flow, x, line, register.scale.severity(place), regular, bands.add("LI").add("LBody"))
        x += width
    flow.y -= regular.leading + 4


def _draw_band(flow: Flow, x: float, line: str, severity: float, type_: Type, element: Element) -> None:
    box = (x, flow.y - type_.size - 1, _SWATCH, _SWATCH)
    flow.canvas.fill(*box, flow.style.band(severity))
    flow.canvas.frame(*box, flow.style.colours.rule)
    flow.canvas.text(x + 1.5 * _SWATCH, flow.y - type_.size, line, type_, element)


def _bands(register: Register) -> Iterator[str]:
    for band, scores in zip(register.scale.bands, register.scale.ranges, strict=True):
        pattern = terms(register.language).range
        yield band.name if scores is None else pattern.format(band=band.name, low=scores[0], high=scores[1])
