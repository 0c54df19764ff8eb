"""The working register: each risk with its assessment, owner and review, beside the mitigations of its entry."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from riskdesk.domain.language import NBSP, words
from riskdesk.domain.printing import Column, Kind, Print
from riskdesk.domain.scale import Assessment
from riskdesk.domain.terms import terms
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Mitigation, Register, Risk
from riskdesk.report import assessed, heading
from riskdesk.report.cell import Align, Cell, Line, lines
from riskdesk.report.fitting import Content, widths
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight
from riskdesk.report.group import Group
from riskdesk.report.table import Block, Table
from riskdesk.report.table import Column as Printed
from riskdesk.report.text import Type, is_blank

_CENTRED = {Column.LIKELIHOOD, Column.IMPACT, Column.SCORE, Column.RESIDUAL}
# Where less than this, in points, is left for the text of a risk, all text of the table is smaller.
_NARROW, _SMALLER = 115.0, 0.85


class _Field(NamedTuple):
    """A column that holds a short text for each risk, with the colour behind it."""

    column: Column
    text: Callable[[Risk], str]
    ground: Callable[[Risk], str] = lambda _risk: ""


def draw(flow: Flow, tree: RegisterTree, how: Print) -> Iterator[None]:
    """Draw the working register, reporting each entry."""
    register = tree.register
    heading.draw(flow, register, terms(register.language).kinds[Kind.WORKING])
    sheet = _Sheet(flow, tree, how)
    if sheet.is_narrow:
        flow.style = flow.style.smaller(_SMALLER)
        sheet = _Sheet(flow, tree, how)
    yield from sheet.table.draw([sheet.block(category) for category in tree.categories] or [sheet.empty()])
    yield from assessed.draw_legend(flow, register, sheet.note)


class _Sheet:
    """The table of the working register and what goes into its cells."""

    def __init__(self, flow: Flow, tree: RegisterTree, how: Print) -> None:
        self._flow, self._register = flow, tree.register
        self._said, self._terms = words(tree.register.language), terms(tree.register.language)
        self._shown = set(how.columns)
        self._small = flow.type(Weight.REGULAR, flow.style.note_size, flow.style.colours.running)
        fields = [made for made in _fields(flow, tree.register) if made.column in self._shown]
        self._before = [made for made in fields if made.column is Column.REFERENCE]
        self._after = [made for made in fields if made.column is not Column.REFERENCE]
        self._risk = len(self._before)
        self._mitigations = self._risk + 1 if Column.MITIGATIONS in self._shown else None
        self._first_after = self._risk + (1 if self._mitigations is None else 2)
        self.table = Table(flow, self._columns(tree), heads=0 if self._before else None)

    @property
    def is_narrow(self) -> bool:
        """Whether there is so little room for text that words would be broken."""
        return self.table.inner(self._risk) < _NARROW

    @property
    def note(self) -> str:
        """What the legend says beside the scale."""
        return self._terms.highest_of_row if Column.SCORE in self._shown else ""

    def block(self, category: CategoryTree) -> Block:
        """A category with its entries."""
        entries = category.entries or (None,)
        return Block(category.category.title, (self._group(entry) for entry in entries))

    def empty(self) -> Block:
        """What stands in the table of a register without categories."""
        return Block(None, [self._group(None)])

    def _columns(self, tree: RegisterTree) -> list[Printed]:
        flow, told = self._flow, self._terms
        contents = [
            *(self._content(made, tree) for made in self._before),
            Content(told.risk, long=True),
            *([] if self._mitigations is None else [Content(told.columns[Column.MITIGATIONS], long=True)]),
            *(self._content(made, tree) for made in self._after),
        ]
        ink = flow.style.colours.ink
        types = (flow.type(weight, flow.style.size, ink) for weight in (Weight.REGULAR, Weight.BOLD))
        centred = {told.columns[column] for column in _CENTRED}
        found = widths(contents, flow.width, flow.style.padding, *types)
        return [
            Printed(content.title, width, Align.CENTRE if content.title in centred else Align.START)
            for content, width in zip(contents, found, strict=True)
        ]

    def _content(self, made: _Field, tree: RegisterTree) -> Content:
        texts = {made.text(risk) for risk in tree.risks}
        return Content(self._terms.columns[made.column], texts, bold=made.column is Column.SCORE)

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
        cells: list[Cell | None] = [self._cell(place, made, risk) for place, made in enumerate(self._before)]
        cells.append(self._risk_cell(risk))
        if self._mitigations is not None:
            cells.append(None)
        for place, made in enumerate(self._after, self._first_after):
            bold = made.column is Column.SCORE and self._is_highest(risk, highest)
            cells.append(self._cell(place, made, risk, Weight.BOLD if bold else Weight.REGULAR))
        return cells

    def _cell(self, place: int, made: _Field, risk: Risk | None, weight: Weight = Weight.REGULAR) -> Cell:
        if risk is None:
            return Cell()
        return self._text(place, risk, made.text(risk), "" if risk.ended else made.ground(risk), weight)

    def _risk_cell(self, risk: Risk | None) -> Cell:
        if risk is None:
            return Cell()
        title = self._text(self._risk, risk, risk.title, weight=Weight.BOLD)
        text = self._text(self._risk, risk, risk.description)
        end = self._text(self._risk, risk, self._said.end(risk), weight=Weight.BOLD)
        return self.table.cell(self._risk, [*title.lines, *text.lines, *end.lines])

    def _text(self, place: int, risk: Risk, text: str, ground: str = "", weight: Weight = Weight.REGULAR) -> Cell:
        """A cell about a risk, in grey where that is ended."""
        if not risk.ended:
            return self.table.text(place, text, ground, weight)
        return self.table.cell(place, lines(text, self._quiet(weight), self.table.inner(place)), ground)

    def _quiet(self, weight: Weight) -> Type:
        style = self._flow.style
        return self._flow.type(weight, style.size, style.colours.ended)

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
        if Column.ACTION_OWNER in self._shown and mitigation.action_owner:
            yield mitigation.action_owner
        if Column.DUE_DATE in self._shown and mitigation.due_date:
            due = self._terms.due.format(date=self._said.date(mitigation.due_date))
            yield _held(due) if self._small.width(f"{due} ·") <= width else due
        if Column.STATUS in self._shown and mitigation.status:
            yield _held(self._said.codes[mitigation.status])

    def _highest(self, entry: EntryTree | None) -> Assessment | None:
        """The assessment of the highest risk of an entry, where scores are shown and one not ended has one."""
        scale = self._register.scale
        risks = entry.risks if entry is not None and Column.SCORE in self._shown else ()
        rated = [it.assessment for it in risks if not it.ended and scale.band_index(it.assessment) is not None]
        return max(rated, key=scale.rank, default=None)

    def _is_highest(self, risk: Risk | None, highest: Assessment | None) -> bool:
        rank = self._register.scale.rank
        if risk is None or risk.ended or highest is None:
            return False
        return rank(risk.assessment) == rank(highest)


def _held(text: str) -> str:
    """Text that stays on one line."""
    return text.replace(" ", NBSP)


def _fields(flow: Flow, register: Register) -> list[_Field]:
    said, scale = words(register.language), register.scale
    return [
        _Field(Column.REFERENCE, lambda risk: risk.reference),
        _Field(Column.LIKELIHOOD, lambda risk: str(risk.likelihood or assessed.NONE)),
        _Field(Column.IMPACT, lambda risk: str(risk.impact or assessed.NONE)),
        _Field(
            Column.SCORE,
            lambda risk: assessed.told(scale, risk.assessment),
            lambda risk: assessed.ground(flow, scale, risk.assessment),
        ),
        _Field(
            Column.RESIDUAL,
            lambda risk: assessed.told(scale, risk.residual),
            lambda risk: assessed.ground(flow, scale, risk.residual),
        ),
        _Field(Column.OWNER, lambda risk: risk.owner),
        _Field(Column.NEXT_REVIEW, lambda risk: said.date(risk.next_review) if risk.next_review else ""),
    ]
