"""Prints assessments: the score with the name of the band, on its colour, and the legend of the scale."""

from collections.abc import Collection, Iterable, Iterator
from itertools import zip_longest
from typing import TypeAlias

from riskdesk.domain.language import NBSP, words
from riskdesk.domain.manuscript import Run
from riskdesk.domain.scale import Assessment, Level, Scale, Shade
from riskdesk.domain.terms import terms
from riskdesk.domain.values import Language, Register
from riskdesk.report import heading
from riskdesk.report.canvas import LIMIT
from riskdesk.report.cell import NOTHING, Align, Cell
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight
from riskdesk.report.group import Group
from riskdesk.report.structure import BULLETS, Element
from riskdesk.report.table import Block, Table, TableColumn
from riskdesk.report.text import Type

Point: TypeAlias = tuple[float, float]

_PAPER = "1 1 1"
_SWATCH, _BELOW_BANDS = 9.0, 3.0
# The width of the line of tolerance including the white on both its sides, in points.
_HALO = 3.0
# If the bands take more rows than these, their names are shortened.
_MOST_ROWS = 3
# The usual number of lines of the bands and the note above the levels.
_ABOVE_LEVELS = 3


def describe(register: Register, assessment: Assessment) -> str:
    """An assessment in words: "12 High", "High" if the scale has no scores, a dash if not assessed."""
    return register.scale.outcome(assessment, register.language, NBSP) or NOTHING


def ground(flow: Flow, scale: Scale, assessment: Assessment) -> str:
    """The colour of the band of an assessment; empty if not assessed."""
    place = scale.band_index(assessment)
    return "" if place is None else flow.style.band(scale.shade(place))


def legend_text(register: Register) -> str:
    """The legend of the scale in force as one text: its name, its bands with their scores, and what is tolerated."""
    name = terms(register.language).scale.format(name=register.scale.name.text(register.language))
    bands = f"{name} – {', '.join(band_text(register, place) for place in _places(register))}"
    return f"{words(register.language).semicolon} ".join(filter(None, (bands, tolerance_text(register))))


def tolerance_text(register: Register) -> str:
    """A text that names the highest band that is tolerated; empty if the scale has no tolerance."""
    scale, term = register.scale, terms(register.language)
    if scale.tolerance is None:
        return ""
    return term.tolerance.format(band=scale.bands[scale.tolerance].name.text(register.language))


def draw_limit(flow: Flow, lines: Collection[tuple[Point, Point]]) -> None:
    """Draw the line of tolerance from straight lines; it contrasts with every band."""
    for width, colour in ((_HALO, _PAPER), (LIMIT, flow.style.colours.ink)):
        for start, end in lines:
            flow.canvas.rule(start, end, colour, width)


def draw_legend(flow: Flow, register: Register, note: str = "") -> Iterator[None]:
    """Draw the legend of the scale in force, on one page if it fits: its bands, a note, and its levels."""
    regular = _regular(flow)
    table, groups = _levels_table(flow, register)
    whole = _ABOVE_LEVELS * regular.leading + table.head_height + sum(group.height for group in groups)
    title = terms(register.language).scale.format(name=register.scale.name.text(register.language))
    fits = whole + heading.section_height(flow) <= flow.height
    heading.draw_section(flow, title, whole if fits else 2 * _ABOVE_LEVELS * regular.leading)
    draw_bands(flow, register)
    flow.paragraph(note, regular, after=4)
    yield from table.draw([Block(None, groups)])


def _levels_table(flow: Flow, register: Register) -> tuple[Table, list[Group]]:
    wording, scale = words(register.language), register.scale
    title = terms(register.language).level
    bold = flow.type(Weight.BOLD, flow.style.size, flow.style.colours.ink)
    number = bold.width(title) + 2 * flow.style.padding + 1
    half = (flow.width - number) / 2
    columns = (
        TableColumn(title, number, Align.CENTRE),
        TableColumn(wording.likelihood, half),
        TableColumn(wording.impact, half),
    )
    table = Table(flow, columns, heads=0)
    rows = level_rows(scale)
    return table, [
        table.group(
            [
                [
                    table.text(0, Run(str(place))),
                    *(_level(table, at, level, register.language) for at, level in enumerate(levels, 1)),
                ]
            ]
        )
        for place, levels in rows
    ]


def level_rows(scale: Scale) -> Iterator[tuple[int, tuple[Level | None, ...]]]:
    """The rows of a table of levels: each number with its likelihood and its impact, None if there is none."""
    return enumerate(zip_longest(scale.likelihood, scale.impact), 1)


def _level(table: Table, column: int, level: Level | None, language: Language) -> Cell:
    if level is None:
        return table.text(column, Run(NOTHING))
    name = table.text(column, Run(level.name.text(language), strong=True))
    return table.cell(column, [*name.lines, *table.text(column, Run(level.definition.text(language))).lines])


def draw_bands(flow: Flow, register: Register) -> None:
    """Draw the bands of a scale, each a colour with its name and scores, and the tolerance as its line.

    They take as few rows as they need.
    """
    regular = _regular(flow)
    element = flow.canvas.document.add("L", BULLETS)
    shades = iter([*map(register.scale.shade, _places(register)), None])
    for row in _rows(flow, register):
        x = flow.left
        flow.need(regular.leading)
        for text in row:
            _draw_band(flow, x, text, next(shades), regular, element.add("LI").add("LBody"))
            x += _band_width(regular, text)
        flow.y -= regular.leading + _BELOW_BANDS


def bands_height(flow: Flow, register: Register) -> float:
    """The height of the bands, in points."""
    return len(_rows(flow, register)) * (_regular(flow).leading + _BELOW_BANDS)


def _rows(flow: Flow, register: Register) -> list[list[str]]:
    """The texts of the bands, as many in a row as fit; shortened if they take too many rows."""
    for beside in (1, 3, 6):
        room = flow.width / beside - 3 * _SWATCH
        bands = [_band_text(register, place, _regular(flow), room) for place in _places(register)]
        tolerated = _regular(flow).one_line(tolerance_text(register), room)
        rows = _packed([*bands, tolerated] if tolerated else bands, flow)
        if len(rows) <= _MOST_ROWS:
            break
    return rows


def _packed(texts: Iterable[str], flow: Flow) -> list[list[str]]:
    rows: list[list[str]] = []
    used_width = flow.width
    for text in texts:
        width = _band_width(_regular(flow), text)
        if used_width + width > flow.width:
            rows.append([])
            used_width = 0.0
        rows[-1].append(text)
        used_width += width
    return rows


def _places(register: Register) -> range:
    return range(len(register.scale.bands))


def band_text(register: Register, place: int) -> str:
    """The name of a band and the scores in it."""
    band, scores = register.scale.bands[place], register.scale.ranges[place]
    name = band.name.text(register.language)
    return terms(register.language).with_scores(name, scores)


def _band_text(register: Register, place: int, type_: Type, room: float) -> str:
    """The name of a band, shortened if necessary, and the scores in it."""
    band, scores = register.scale.bands[place], register.scale.ranges[place]
    name = band.name.text(register.language)
    term = terms(register.language)
    rest = term.with_scores("", scores)
    return term.with_scores(type_.one_line(name, room - type_.width(rest)), scores)


def _band_width(type_: Type, text: str) -> float:
    return 3 * _SWATCH + type_.width(text)


def _draw_band(flow: Flow, x: float, line: str, shade: Shade | None, type_: Type, element: Element) -> None:
    """Draw the sign of a band, or of the tolerance if there is no shade, and its text."""
    box = (x, flow.y - type_.size - 1, _SWATCH, _SWATCH)
    if shade is None:
        middle = box[1] + _SWATCH / 2
        draw_limit(flow, [((x, middle), (x + _SWATCH, middle))])
    else:
        flow.canvas.fill(*box, flow.style.band(shade))
        flow.canvas.frame(*box, flow.style.colours.rule)
    flow.canvas.text(x + 1.5 * _SWATCH, flow.y - type_.size, line, type_, element)


def _regular(flow: Flow) -> Type:
    return flow.type(Weight.REGULAR, flow.style.size, flow.style.colours.ink)
