"""Sorts risks by assessment, and makes the table of the highest."""

from riskdesk.domain.language import words
from riskdesk.domain.printing import PrintColumn
from riskdesk.domain.terms import terms
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, Risk
from riskdesk.report import assessed
from riskdesk.report.cell import Align, Cell, spoken
from riskdesk.report.fitting import Content
from riskdesk.report.flow import Flow
from riskdesk.report.group import Group
from riskdesk.report.section import Section
from riskdesk.report.table import Table, dense
from riskdesk.report.text import is_blank


def ranked(tree: RegisterTree) -> list[Risk]:
    """The assessed risks of a register, the highest first, equal ones in the order of the register."""
    scale = tree.register.scale
    rated_risks = [risk for risk in tree.risks if scale.band_index(risk.assessment) is not None]
    return sorted(rated_risks, key=lambda risk: scale.rank(risk.assessment), reverse=True)


def section(flow: Flow, tree: RegisterTree, most: int, lines: int) -> Section:
    """The highest risks, at most `most`, each in at most `lines` lines."""
    term, ranked_risks = terms(tree.register.language), ranked(tree)
    risks = ranked_risks[:most]
    table = _table(flow, tree, risks)
    groups = [_group(flow, table, tree, risk, lines) for risk in risks]

    def note(number: int) -> str:
        return more_text(tree.register.language, len(ranked_risks) - number) if ranked_risks else term.highest_none

    return Section(flow, term.highest, table, groups, note)


def more_text(language: Language, count: int) -> str:
    """A text with the number of risks that are left out; empty if there are none."""
    one, more = terms(language).more
    return (one if count == 1 else more).format(count=words(language).number(count)) if count else ""


def _table(flow: Flow, tree: RegisterTree, risks: list[Risk]) -> Table:
    term = terms(tree.register.language)
    contents = [
        Content(
            term.columns[PrintColumn.REFERENCE],
            {risk.reference for risk in risks},
            meaning=term.meanings[PrintColumn.REFERENCE],
        ),
        Content(term.risk, long=True),
        Content(term.columns[PrintColumn.SCORE], {assessed.describe(tree.register, risk.assessment) for risk in risks}),
        Content(
            term.columns[PrintColumn.RESIDUAL], {assessed.describe(tree.register, risk.residual) for risk in risks}
        ),
        Content(term.columns[PrintColumn.OWNER], {risk.owner for risk in risks}),
    ]
    return dense(flow, contents, (Align.START, Align.START, Align.CENTRE, Align.CENTRE, Align.START))


def _group(flow: Flow, table: Table, tree: RegisterTree, risk: Risk, lines: int) -> Group:
    scale = tree.register.scale
    text = spoken(risk.description if is_blank(risk.title) else risk.title)
    end = words(tree.register.language).end(risk)
    if end:
        text = f"{end}{words(tree.register.language).colon} {text}"
    row: list[Cell | None] = [
        table.short(0, spoken(risk.reference)),
        table.short(1, text, lines),
        table.short(
            2, assessed.describe(tree.register, risk.assessment), lines, assessed.ground(flow, scale, risk.assessment)
        ),
        table.short(
            3, assessed.describe(tree.register, risk.residual), lines, assessed.ground(flow, scale, risk.residual)
        ),
        table.short(4, spoken(risk.owner), lines),
    ]
    return table.group([row])
