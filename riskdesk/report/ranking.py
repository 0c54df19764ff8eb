"""Risks in the order of their assessment, and the table of the highest."""

from collections.abc import Iterator

from riskdesk.domain.printing import Column
from riskdesk.domain.terms import terms
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Risk
from riskdesk.report import assessed, heading
from riskdesk.report.cell import Align, Cell
from riskdesk.report.fitting import Content, widths
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight
from riskdesk.report.group import Group
from riskdesk.report.table import Block, Table
from riskdesk.report.table import Column as Printed

# The air in tables that are to fit on one page.
DENSE = 2.5
_FEWEST = 3


def ranked(tree: RegisterTree) -> list[Risk]:
    """The assessed risks of a register, the highest first, equal ones in the order of the register."""
    scale = tree.register.scale
    found = [risk for risk in tree.risks if scale.band_index(risk.assessment) is not None]
    return sorted(found, key=lambda risk: scale.rank(risk.assessment), reverse=True)


def draw(flow: Flow, tree: RegisterTree, most: int, *, on_this_page: bool = False) -> Iterator[None]:
    """Draw the highest risks, at most so many; where only this page is left, those for which there is room."""
    term, risks = terms(tree.register.language), ranked(tree)[:most]
    least = _FEWEST * (flow.style.leading + 2 * DENSE)
    if on_this_page and flow.room < least + 3 * flow.style.leading:
        return
    heading.draw_section(flow, term.highest, 0 if on_this_page else least)
    if not risks:
        small = flow.type(Weight.REGULAR, flow.style.size, flow.style.colours.ink)
        flow.paragraph(term.highest_none, small, after=0)
        return
    table = _table(flow, tree, risks)
    groups = [_group(flow, table, tree, risk) for risk in risks]
    if on_this_page:
        groups = groups[: max(1, table.fitting(groups))]
    yield from table.draw([Block(None, groups)])


def _table(flow: Flow, tree: RegisterTree, risks: list[Risk]) -> Table:
    term, scale = terms(tree.register.language), tree.register.scale
    contents = [
        Content(term.columns[Column.REFERENCE], {risk.reference for risk in risks}),
        Content(term.risk, long=True),
        Content(term.columns[Column.SCORE], {assessed.told(scale, risk.assessment) for risk in risks}),
        Content(term.columns[Column.RESIDUAL], {assessed.told(scale, risk.residual) for risk in risks}),
        Content(term.columns[Column.OWNER], {risk.owner for risk in risks}),
    ]
    ink = flow.style.colours.ink
    types = (flow.type(weight, flow.style.size, ink) for weight in (Weight.REGULAR, Weight.BOLD))
    found = widths(contents, flow.width, DENSE, *types)
    aligns = (Align.START, Align.START, Align.CENTRE, Align.CENTRE, Align.START)
    columns = [
        Printed(content.title, width, align) for content, width, align in zip(contents, found, aligns, strict=True)
    ]
    return Table(flow, columns, heads=0, padding=DENSE)


def _group(flow: Flow, table: Table, tree: RegisterTree, risk: Risk) -> Group:
    scale = tree.register.scale
    row: list[Cell | None] = [
        table.text(0, risk.reference),
        table.short(1, risk.title or risk.description),
        table.text(2, assessed.told(scale, risk.assessment), assessed.ground(flow, scale, risk.assessment)),
        table.text(3, assessed.told(scale, risk.residual), assessed.ground(flow, scale, risk.residual)),
        table.short(4, risk.owner),
    ]
    return table.group([row])
