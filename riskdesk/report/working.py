"""The working register: each risk with its assessment, owner and review, beside the mitigations of its entry."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from riskdesk.domain.manuscript import CellText, Para, Role, Run
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.terms import terms
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.report import assessed, heading
from riskdesk.report.actions import action_text
from riskdesk.report.cell import Align, Cell, Line, lines
from riskdesk.report.columns import require_room, types
from riskdesk.report.fitting import Content, least_width, widths
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight
from riskdesk.report.group import Group
from riskdesk.report.style import operands
from riskdesk.report.table import Block, Table, TableColumn
from riskdesk.report.text import Type
from riskdesk.report.working_text import WorkingText

# If less than this, in points, is left for the text of a risk, the table has the first of these smaller sizes in
# which no word is broken.
_NARROW, _SMALLER = 115.0, (8.0, 7.2, 6.3)


def draw(flow: Flow, tree: RegisterTree, how: Print) -> Iterator[None]:
    """Draw the working register, reporting each entry; InputProblem if the paper has no room for its columns."""
    register = tree.register
    heading.draw(flow, register, heading.document_heading(register, DocumentKind.WORKING))
    working = fitting_table(flow, tree, how)
    yield from working.table.draw([working.block(category) for category in tree.categories] or [working.empty()])
    yield from assessed.draw_legend(flow, register, working.note)


def fitting_table(flow: Flow, tree: RegisterTree, how: Print) -> "WorkingTable":
    """The table in the largest type that suits the paper; the flow keeps the style of that type."""
    usual = flow.style
    require_room(flow, tree.register, how, usual.smaller(_SMALLER[-1] / usual.size))
    table = WorkingTable(flow, tree, how)
    if not table.is_narrow:
        return table
    for size in _SMALLER:
        flow.style = usual.smaller(size / usual.size)
        table = WorkingTable(flow, tree, how)
        if table.fits:
            break
    return table


class WorkingTable:
    """The table of the working register, with its text broken into lines."""

    def __init__(self, flow: Flow, tree: RegisterTree, how: Print) -> None:
        self._flow, self._text = flow, WorkingText(tree.register, how)
        term = terms(tree.register.language)
        size = min(flow.style.note_size, flow.style.size)
        self._small = flow.type(Weight.REGULAR, size, flow.style.colours.running)
        texts = [Content(term.risk, [f"{risk.title} {risk.description}" for risk in tree.risks], long=True)]
        if self._text.mitigations is not None:
            mitigation_texts = [
                " ".join((mitigation.description, *self._text.actions.parts(mitigation)))
                for mitigation in tree.mitigations
            ]
            texts.append(
                Content(term.columns["mitigations"], mitigation_texts, long=True, indent=flow.style.bullet_indent)
            )
        before, after = (
            [column.content(tree.risks, self._types[0]) for column in columns]
            for columns in (self._text.before, self._text.after)
        )
        self._contents = [*before, *texts, *after]
        self.columns = self._table_columns()
        self.table = Table(flow, self.columns, heads=0 if before else None)

    @property
    def is_narrow(self) -> bool:
        """Whether there is so little room for the text of risks that a smaller type is more readable."""
        return not self.fits or self.table.inner(self._text.risk) < _NARROW

    @property
    def fits(self) -> bool:
        """Whether no word has to be broken."""
        return least_width(self._contents, self._flow.style.padding, *self._types) <= self._flow.width

    @property
    def note(self) -> str:
        """The note in the legend."""
        return self._text.note

    def block(self, category: CategoryTree) -> Block:
        """A category with its entries."""
        entries = category.entries or (None,)
        return Block(category.category.title, (self._group(entry) for entry in entries))

    def empty(self) -> Block:
        """The content of the table for a register without categories."""
        return Block(None, [self._group(None)])

    @property
    def _types(self) -> tuple[Type, Type]:
        return types(self._flow, self._flow.style)

    def _table_columns(self) -> list[TableColumn]:
        column_widths = widths(self._contents, self._flow.width, self._flow.style.padding, *self._types)
        return [
            TableColumn(content.title, width, Align.CENTRE if content.centred else Align.START, meaning=content.meaning)
            for content, width in zip(self._contents, column_widths, strict=True)
        ]

    def _group(self, entry: EntryTree | None) -> Group:
        """An entry: a row for each risk, with the mitigations beside all of them."""
        rows = [
            [None if cell is None else self._cell(place, cell) for place, cell in enumerate(row.cells)]
            for row in self._text.rows(entry)
        ]
        tall: dict[int, Cell] = {}
        place = self._text.mitigations
        if place is not None and (cell := rows[0][place]) is not None:
            tall[place], rows[0][place] = cell, None
        stripe = self._text.stripe(entry)
        return self.table.group(rows, tall, "" if stripe is None else operands(stripe))

    def _cell(self, place: int, cell: CellText) -> Cell:
        """A cell broken into lines, bulleted if it has bullets."""
        ground = "" if cell.fill is None else operands(cell.fill)
        if all(para.role is Role.CELL for para in cell.paras):
            return self.table.cell(place, [line for para in cell.paras for line in self._lines(place, para)], ground)
        return self._bullets(place, cell.paras)

    def _lines(self, place: int, para: Para) -> Iterator[Line]:
        (run,) = para.runs
        style = self._flow.style
        weight = Weight.BOLD if run.strong else Weight.REGULAR
        type_ = self._flow.type(weight, style.size, style.colours.ended if run.quiet else style.colours.ink)
        return lines(run, type_, self.table.inner(place))

    def _bullets(self, place: int, paras: Iterable[Para]) -> Cell:
        bullets = self.table.bullets(place, ())
        width = self.table.inner(place) - bullets.indent
        cell_lines: list[Line] = []
        for para in paras:
            if para.role is Role.BULLET:
                cell_lines += self.table.bullets(place, para.runs).lines
            else:
                text = action_text([run.text for run in para.runs], self._small, width)
                action_lines = lines(Run(text), self._small, width)
                cell_lines += (replace(line, starts=False) for line in action_lines)
        return Cell(tuple(cell_lines), bullets.indent)
