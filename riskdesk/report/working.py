"""The working register: each risk with its assessment, owner and review, beside the mitigations of its entry."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from riskdesk.domain.codes import ORIENTATIONS, PAPERS
from riskdesk.domain.fields import COLUMNS, DETAILS, Field, FieldType
from riskdesk.domain.language import NBSP, words
from riskdesk.domain.printing import Kind, Print
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.scale import Assessment
from riskdesk.domain.terms import terms
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Mitigation, Register, Risk
from riskdesk.report import assessed, heading
from riskdesk.report.cell import Align, Cell, Line, lines
from riskdesk.report.fitting import Content, is_long, least_width, widths
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight
from riskdesk.report.group import Group
from riskdesk.report.table import Block, Table
from riskdesk.report.table import Column as Printed
from riskdesk.report.text import Type, is_blank

_CENTRED = {FieldType.LEVEL, FieldType.BAND}
# Types of field whose values are words of Riskdesk's own.
_OURS = {FieldType.CHOICE, FieldType.DATE}
# The columns that stand before the risk itself.
_BEFORE = ("reference", "title")
# Where less than this, in points, is left for the text of a risk, all text of the table is smaller, by the first of
# these shares with which no word is broken.
_NARROW, _SMALLER = 115.0, (0.85, 0.7)


class _Column(NamedTuple):
    """A column that holds a text for each risk, with the colour behind it."""

    code: str
    field: Field
    text: Callable[[Risk], str]
    ground: Callable[[Risk], str]


def draw(flow: Flow, tree: RegisterTree, how: Print) -> Iterator[None]:
    """Draw the working register, reporting each entry; InputProblem if the paper has no room for its columns."""
    register = tree.register
    heading.draw(flow, register, terms(register.language).kinds[Kind.WORKING])
    sheet = _fitting_sheet(flow, tree, how)
    yield from sheet.table.draw([sheet.block(category) for category in tree.categories] or [sheet.empty()])
    yield from assessed.draw_legend(flow, register, sheet.note)


def _fitting_sheet(flow: Flow, tree: RegisterTree, how: Print) -> "_Sheet":
    """The sheet in the largest type that suits the paper; the flow has the style of that type from then on."""
    usual, sheet = flow.style, _Sheet(flow, tree, how)
    if not sheet.is_narrow:
        return sheet
    for share in _SMALLER:
        flow.style = usual.smaller(share)
        sheet = _Sheet(flow, tree, how)
        if sheet.fits:
            return sheet
    if not sheet.can_fit:
        turned = ORIENTATIONS[how.orientation].in_sentence
        raise InputProblem(_NO_ROOM, paper=PAPERS[how.paper], orientation=turned)
    return sheet


class _Sheet:
    """The table of the working register and what goes into its cells."""

    def __init__(self, flow: Flow, tree: RegisterTree, how: Print) -> None:
        self._flow, self._tree, self._register = flow, tree, tree.register
        self._said, self._terms = words(tree.register.language), terms(tree.register.language)
        self._shown = set(how.columns)
        self._small = flow.type(Weight.REGULAR, flow.style.note_size, flow.style.colours.running)
        columns = [column for column in _columns(flow, tree.register) if column.code in self._shown]
        self._before = [column for column in columns if column.code in _BEFORE]
        self._after = [column for column in columns if column.code not in _BEFORE]
        self._risk = len(self._before)
        self._mitigations = self._risk + 1 if "mitigations" in self._shown else None
        self._first_after = self._risk + (1 if self._mitigations is None else 2)
        self._contents = self._all_contents(self._content)
        self.table = Table(flow, self._columns(), heads=0 if self._before else None)

    @property
    def is_narrow(self) -> bool:
        """Whether there is so little room for the text of risks that a smaller type reads better."""
        return not self.fits or self.table.inner(self._risk) < _NARROW

    @property
    def fits(self) -> bool:
        """Whether no word needs to be broken."""
        return least_width(self._contents, self._flow.style.padding, *self._types) <= self._flow.width

    @property
    def can_fit(self) -> bool:
        """Whether no word of Riskdesk's own would be broken, whatever the register holds."""
        ours = self._all_contents(self._own_content)
        return least_width(ours, self._flow.style.padding, *self._types) <= self._flow.width

    @property
    def note(self) -> str:
        """What the legend says beside the scale."""
        return self._terms.highest_of_row if "score" in self._shown else ""

    def block(self, category: CategoryTree) -> Block:
        """A category with its entries."""
        entries = category.entries or (None,)
        return Block(category.category.title, (self._group(entry) for entry in entries))

    def empty(self) -> Block:
        """What stands in the table of a register without categories."""
        return Block(None, [self._group(None)])

    @property
    def _types(self) -> tuple[Type, Type]:
        """The regular and the bold type of the table."""
        size, ink = self._flow.style.size, self._flow.style.colours.ink
        return self._flow.type(Weight.REGULAR, size, ink), self._flow.type(Weight.BOLD, size, ink)

    def _all_contents(self, content: Callable[[_Column], Content]) -> list[Content]:
        """What each column of the table holds, those of risks and mitigations among them."""
        mitigations = [] if self._mitigations is None else [Content(self._terms.columns["mitigations"], long=True)]
        return [
            *map(content, self._before),
            Content(self._terms.risk, long=True),
            *mitigations,
            *map(content, self._after),
        ]

    def _content(self, column: _Column) -> Content:
        texts = {column.text(risk) for risk in self._tree.risks}
        content = Content(self._head(column), texts, bold=column.code == "score", firm=column.field.type in _OURS)
        return replace(content, long=column.field.is_prose and is_long(content, self._types[0]))

    def _own_content(self, column: _Column) -> Content:
        """What a column may hold: our own words, or sentences of any length."""
        field = column.field
        texts = [label.text(self._register.language) for label in field.codes.values()]
        if field.type is FieldType.DATE:
            texts = [self._said.date(datetime.date(2000, month, 28)) for month in range(1, 13)]
        return Content(self._head(column), texts, long=field.is_prose)

    def _head(self, column: _Column) -> str:
        return column.field.head.text(self._register.language)

    def _columns(self) -> list[Printed]:
        found = widths(self._contents, self._flow.width, self._flow.style.padding, *self._types)
        centred = {self._place(column) for column in (*self._before, *self._after) if column.field.type in _CENTRED}
        return [
            Printed(content.title, width, Align.CENTRE if place in centred else Align.START)
            for place, (content, width) in enumerate(zip(self._contents, found, strict=True))
        ]

    def _place(self, column: _Column) -> int:
        """Where a column stands in the table."""
        if column in self._before:
            return self._before.index(column)
        return self._first_after + self._after.index(column)

    def _group(self, entry: EntryTree | None) -> Group:
        """An entry: a row for each risk, and its mitigations beside them all."""
        risks = entry.risks if entry is not None and entry.risks else (None,)
        highest = self._highest(entry)
        tall: Mapping[int, Cell] = {}
        if self._mitigations is not None:
            tall = {self._mitigations: self._mitigation_cell(entry.mitigations if entry is not None else ())}
        stripe = "" if highest is None else assessed.ground(self._flow, self._register.scale, highest)
        return self.table.group([self._row(risk, highest) for risk in risks], tall, stripe)

    def _row(self, risk: Risk | None, highest: Assessment | None) -> list[Cell | None]:
        cells: list[Cell | None] = [self._cell(place, column, risk) for place, column in enumerate(self._before)]
        cells.append(self._risk_cell(risk))
        if self._mitigations is not None:
            cells.append(None)
        for place, column in enumerate(self._after, self._first_after):
            is_highest = column.code == "score" and risk is not None and self._ranks_as(risk.assessment, highest)
            cells.append(self._cell(place, column, risk, Weight.BOLD if is_highest else Weight.REGULAR))
        return cells

    def _cell(self, place: int, column: _Column, risk: Risk | None, weight: Weight = Weight.REGULAR) -> Cell:
        return Cell() if risk is None else self.table.text(place, column.text(risk), column.ground(risk), weight)

    def _risk_cell(self, risk: Risk | None) -> Cell:
        if risk is None:
            return Cell()
        # The title stands above the text unless it has a column of its own.
        above = "" if "title" in self._shown else risk.title
        title = self.table.text(self._risk, above, weight=Weight.BOLD)
        return self.table.cell(self._risk, [*title.lines, *self.table.text(self._risk, risk.description).lines])

    def _mitigation_cell(self, mitigations: tuple[Mitigation, ...]) -> Cell:
        assert self._mitigations is not None, "asked for where there is a column"
        bullets = self.table.bullets(self._mitigations, ())
        found: list[Line] = []
        for mitigation in mitigations:
            description = assessed.NONE if is_blank(mitigation.description) else mitigation.description
            found += self.table.bullets(self._mitigations, [description]).lines
            width = self.table.inner(self._mitigations) - bullets.indent
            for line in lines(f"{NBSP}· ".join(self._details(mitigation, width)), self._small, width):
                found.append(replace(line, starts=False))
        return Cell(tuple(found), bullets.indent)

    def _details(self, mitigation: Mitigation, width: float) -> Iterator[str]:
        """What is said of a mitigation; a date is not broken where it has room on a line."""
        for code, field in DETAILS.items():
            text = self._said.value(field, getattr(mitigation, field.name))
            if code in self._shown and text:
                yield self._detail(field, text, width)

    def _detail(self, field: Field, text: str, width: float) -> str:
        told = self._terms.due.format(date=text) if field.name == "due_date" else text
        is_held = field.type is FieldType.CHOICE or (
            field.type is FieldType.DATE and self._small.width(f"{told} ·") <= width
        )
        return _held(told) if is_held else told

    def _highest(self, entry: EntryTree | None) -> Assessment | None:
        """The assessment of the highest risk of an entry, where scores are shown and one of its risks has one."""
        scale = self._register.scale
        risks = entry.risks if entry is not None and "score" in self._shown else ()
        rated = [risk.assessment for risk in risks if scale.band_index(risk.assessment) is not None]
        return max(rated, key=scale.rank, default=None)

    def _ranks_as(self, assessment: Assessment, highest: Assessment | None) -> bool:
        rank = self._register.scale.rank
        return highest is not None and rank(assessment) == rank(highest)


def _held(text: str) -> str:
    """Text that stays on one line."""
    return text.replace(" ", NBSP)


def _columns(flow: Flow, register: Register) -> Iterator[_Column]:
    """Every column that holds something of a risk."""
    for code, field in COLUMNS.items():
        if code not in DETAILS and field.type is not FieldType.MITIGATIONS:
            yield _Column(code, field, partial(_text, register, field), partial(_ground, flow, register, field))


def _text(register: Register, field: Field, risk: Risk) -> str:
    value = getattr(risk, field.name)
    if field.type is FieldType.BAND:
        return assessed.told(register.scale, value)
    if field.type is FieldType.LEVEL:
        return str(value or assessed.NONE)
    return words(register.language).value(field, value)


def _ground(flow: Flow, register: Register, field: Field, risk: Risk) -> str:
    if field.type is not FieldType.BAND:
        return ""
    return assessed.ground(flow, register.scale, getattr(risk, field.name))


_NO_ROOM = QT_TRANSLATE_NOOP(
    "Problem",
    "The columns chosen for the working register do not fit on this paper ({paper}, {orientation}); choose fewer"
    " columns or larger paper.",
)
