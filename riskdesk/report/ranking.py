"""Sorts risks by assessment, and makes the table of the highest."""

from collections.abc import Sequence

from riskdesk.domain.fields import COLUMNS
from riskdesk.domain.language import words
from riskdesk.domain.manuscript import Run
from riskdesk.domain.terms import terms
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, Register, Risk
from riskdesk.report import assessed
from riskdesk.report.cell import Align, spoken
from riskdesk.report.columns import RiskColumn, types
from riskdesk.report.fitting import Content
from riskdesk.report.flow import Flow
from riskdesk.report.group import Group
from riskdesk.report.section import Section
from riskdesk.report.table import Table, dense
from riskdesk.report.text import is_blank

# The columns by their codes, with the levels beside the score that they make; after the first comes the risk's text.
_CODES = ("reference", "likelihood", "impact", "score", "residual", "owner")
_TEXT_PLACE = 1


def ranked(tree: RegisterTree) -> list[Risk]:
    """The assessed risks of a register, the highest first, equal ones in the order of the register."""
    scale = tree.register.scale
    rated_risks = [risk for risk in tree.risks if scale.band_index(risk.assessment) is not None]
    return sorted(rated_risks, key=lambda risk: scale.rank(risk.assessment), reverse=True)


def section(flow: Flow, tree: RegisterTree, most: int, lines: int) -> Section:
    """The highest risks, at most `most`, each in at most `lines` lines."""
    term, ranked_risks = terms(tree.register.language), ranked(tree)
    risks = ranked_risks[:most]
    columns = [RiskColumn(code, COLUMNS[code], tree.register) for code in _CODES]
    table = _table(flow, tree.register, columns, risks)
    groups = [_group(flow, table, columns, risk, lines) for risk in risks]

    def note(number: int) -> str:
        return more_text(tree.register.language, len(ranked_risks) - number) if ranked_risks else term.highest_none

    return Section(flow, term.highest, table, groups, note)


def more_text(language: Language, count: int) -> str:
    """A text with the number of risks that are left out; empty if there are none."""
    one, more = terms(language).more
    return (one if count == 1 else more).format(count=words(language).number(count)) if count else ""


def _table(flow: Flow, register: Register, columns: Sequence[RiskColumn], risks: Sequence[Risk]) -> Table:
    regular, _bold = types(flow, flow.style)
    contents = [column.content(risks, regular) for column in columns]
    contents.insert(_TEXT_PLACE, Content(terms(register.language).risk, long=True))
    return dense(flow, contents, [Align.CENTRE if content.centred else Align.START for content in contents])


def _group(flow: Flow, table: Table, columns: Sequence[RiskColumn], risk: Risk, lines: int) -> Group:
    cells = [(Run(column.text(risk)), _ground(flow, column, risk)) for column in columns]
    cells.insert(_TEXT_PLACE, (_text(columns[0].register.language, risk), ""))
    return table.group([[table.short(place, run, lines, ground) for place, (run, ground) in enumerate(cells)]])


def _text(language: Language, risk: Risk) -> Run:
    """The title or description of a risk, after its end if it has ended."""
    wording, text = words(language), spoken(risk.description if is_blank(risk.title) else risk.title)
    end = wording.end(risk)
    return Run(f"{end}{wording.colon} {text}") if end else Run(text, language=risk.language)


def _ground(flow: Flow, column: RiskColumn, risk: Risk) -> str:
    assessment = column.assessment(risk)
    return "" if assessment is None else assessed.ground(flow, column.register.scale, assessment)
