"""The working register: each risk with its assessment, owner and review, beside the mitigations of its entry."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from riskdesk.domain.language import words
from riskdesk.domain.printing import Kind, Print
from riskdesk.domain.scale import Assessment
from riskdesk.domain.terms import terms
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Mitigation, Risk
from riskdesk.report import assessed, heading
from riskdesk.report.actions import Actions
from riskdesk.report.cell import NOTHING, Align, Cell, Line, lines, spoken
from riskdesk.report.columns import RiskColumn, require_room, risk_columns, types
from riskdesk.report.fitting import Content, least_width, widths
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight
from riskdesk.report.group import Group
from riskdesk.report.table import Block, Table
from riskdesk.report.table import Column as Printed
from riskdesk.report.text import Type, is_blank

# The columns that stand before the risk itself.
_BEFORE = ("reference", "title")
# Where less than this, in points, is left for the text of a risk, all text of the table is smaller, in the first of
# these sizes in which no word is broken.
_NARROW, _SMALLER = 115.0, (8.0, 7.2, 6.3)


def draw(flow: Flow, tree: RegisterTree, how: Print) -> Iterator[None]:
    """Draw the working register, reporting each entry; InputProblem if the paper has no room for its columns."""
    register = tree.register
    heading.draw(flow, register, terms(register.language).kinds[Kind.WORKING])
    sheet = _fitting_sheet(flow, tree, how)
    yield from sheet.table.draw([sheet.block(category) for category in tree.categories] or [sheet.empty()])
    yield from assessed.draw_legend(flow, register, sheet.note)


def _fitting_sheet(flow: Flow, tree: RegisterTree, how: Print) -> "_Sheet":
    """The sheet in the largest type that suits the paper; the flow has the style of that type from then on."""
    usual = flow.style
    require_room(flow, tree.register, how, usual.smaller(_SMALLER[-1] / usual.size))
    sheet = _Sheet(flow, tree, how)
    if not sheet.is_narrow:
        return sheet
    for size in _SMALLER:
        flow.style = usual.smaller(size / usual.size)
        sheet = _Sheet(flow, tree, how)
        if sheet.fits:
            break
    return sheet


class _Sheet:
    """The table of the working register and what goes into its cells."""

    def __init__(self, flow: Flow, tree: RegisterTree, how: Print) -> None:
        self._flow, self._register = flow, tree.register
        self._said, self._terms = words(tree.register.language), terms(tree.register.language)
        self._shown = set(how.columns)
        size = min(flow.style.note_size, flow.style.size)
        self._small = flow.type(Weight.REGULAR, size, flow.style.colours.running)
        self._actions = Actions(tree.register, self._shown)
        columns = list(risk_columns(tree.register, how))
        self._before = [column for column in columns if column.code in _BEFORE]
        self._after = [column for column in columns if column.code not in _BEFORE]
        self._risk = len(self._before)
        self._mitigations = self._risk + 1 if "mitigations" in self._shown else None
        self._first_after = self._risk + (1 if self._mitigations is None else 2)
        texts = [Content(self._terms.risk, [f"{risk.title} {risk.description}" for risk in tree.risks], long=True)]
        if self._mitigations is not None:
            told = [" ".join((it.description, *self._actions.parts(it))) for it in tree.mitigations]
            texts.append(Content(self._terms.columns["mitigations"], told, long=True))
        before, after = (
            [column.content(tree, self._types[0]) for column in columns] for columns in (self._before, self._after)
        )
        self._contents = [*before, *texts, *after]
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
        return types(self._flow, self._flow.style)

    def _columns(self) -> list[Printed]:
        found = widths(self._contents, self._flow.width, self._flow.style.padding, *self._types)
        return [
            Printed(content.title, width, Align.CENTRE if content.centred else Align.START, meaning=content.meaning)
            for content, width in zip(self._contents, found, strict=True)
        ]

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
            bold = column.code == "score" and self._is_highest(risk, highest)
            cells.append(self._cell(place, column, risk, Weight.BOLD if bold else Weight.REGULAR))
        return cells

    def _cell(self, place: int, column: RiskColumn, risk: Risk | None, weight: Weight = Weight.REGULAR) -> Cell:
        if risk is None:
            return self.table.text(place, NOTHING)
        return self._text(place, risk, column.text(risk), "" if risk.ended else column.ground(self._flow, risk), weight)

    def _risk_cell(self, risk: Risk | None) -> Cell:
        if risk is None:
            return self.table.text(self._risk, NOTHING)
        # The title stands above the text unless it has a column of its own.
        above = "" if "title" in self._shown else risk.title
        title = self._text(self._risk, risk, above, weight=Weight.BOLD)
        text = self._text(self._risk, risk, spoken(risk.description) if is_blank(above) else risk.description)
        end = self._text(self._risk, risk, self._said.end(risk), weight=Weight.BOLD)
        return self.table.cell(self._risk, [*title.lines, *text.lines, *end.lines])

    def _text(self, place: int, risk: Risk, text: str, ground: str = "", weight: Weight = Weight.REGULAR) -> Cell:
        """A cell about a risk, in grey if that is ended."""
        if not risk.ended:
            return self.table.text(place, text, ground, weight)
        return self.table.cell(place, lines(text, self._quiet(weight), self.table.inner(place)), ground)

    def _quiet(self, weight: Weight) -> Type:
        style = self._flow.style
        return self._flow.type(weight, style.size, style.colours.ended)

    def _mitigation_cell(self, mitigations: tuple[Mitigation, ...]) -> Cell:
        assert self._mitigations is not None, "asked for where there is a column"
        if not mitigations:
            return self.table.text(self._mitigations, NOTHING)
        bullets = self.table.bullets(self._mitigations, ())
        width = self.table.inner(self._mitigations) - bullets.indent
        found: list[Line] = []
        for mitigation in mitigations:
            found += self.table.bullets(self._mitigations, [spoken(mitigation.description)]).lines
            action = lines(self._actions.text(mitigation, self._small, width), self._small, width)
            found += (replace(line, starts=False) for line in action)
        return Cell(tuple(found), bullets.indent)

    def _highest(self, entry: EntryTree | None) -> Assessment | None:
        """The assessment of the highest risk of an entry, where scores are shown and one not ended has one."""
        scale = self._register.scale
        risks = entry.risks if entry is not None and "score" in self._shown else ()
        rated = [it.assessment for it in risks if not it.ended and scale.band_index(it.assessment) is not None]
        return max(rated, key=scale.rank, default=None)

    def _is_highest(self, risk: Risk | None, highest: Assessment | None) -> bool:
        rank = self._register.scale.rank
        if risk is None or risk.ended or highest is None:
            return False
        return rank(risk.assessment) == rank(highest)
