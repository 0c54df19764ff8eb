"""The summary for a chair: how many risks in which band, the highest ten, what is overdue and what is missing."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from riskdesk.domain.gaps import GapKind, gaps
from riskdesk.domain.language import words
from riskdesk.domain.printing import Column, Kind
from riskdesk.domain.terms import Terms, terms
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Mitigation, Risk
from riskdesk.report import heading, ranking
from riskdesk.report.cell import Align
from riskdesk.report.fitting import Content, widths
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight
from riskdesk.report.table import Block, Table
from riskdesk.report.table import Column as Printed

_HIGHEST, _MOST_OVERDUE = 10, 5


def draw(flow: Flow, tree: RegisterTree, today: datetime.date) -> Iterator[None]:
    """Draw the summary of a register as it stands on a day."""
    term = terms(tree.register.language)
    heading.draw(flow, tree.register, term.kinds[Kind.SUMMARY])
    found = list(gaps(tree, today))
    yield from _draw_counts(flow, tree, term)
    yield from ranking.draw(flow, tree, _HIGHEST)
    late = {gap.id for gap in found if gap.kind is GapKind.OVERDUE}
    overdue = [mitigation for mitigation in tree.mitigations if mitigation.id in late]
    yield from _draw_overdue(flow, tree, term, overdue, today)
    _draw_gaps(flow, term, Counter(gap.kind for gap in found))


def _draw_counts(flow: Flow, tree: RegisterTree, term: Terms) -> Iterator[None]:
    scale, said = tree.register.scale, words(tree.register.language)
    titles = [*(band.name for band in reversed(scale.bands)), said.not_assessed, term.total]
    rows = [(category.category.title, _counts(tree, category.risks)) for category in tree.categories]
    rows.append((term.total, _counts(tree, tree.risks)))
    heading.draw_section(flow, term.counts, 4 * flow.style.leading)
    table = _table(flow, [Content(term.category, long=True), *map(Content, titles)], Align.CENTRE)
    yield from _draw_rows(table, [[title, *map(str, counts)] for title, counts in rows])


def _counts(tree: RegisterTree, risks: Iterable[Risk]) -> list[int]:
    """How many risks are in each band, the highest first, how many are not assessed, and all of them."""
    scale = tree.register.scale
    counted = Counter(scale.band_index(risk.assessment) for risk in risks)
    bands = [counted[place] for place in range(len(scale.bands) - 1, -1, -1)]
    return [*bands, counted[None], counted.total()]


def _draw_overdue(
    flow: Flow, tree: RegisterTree, term: Terms, overdue: Sequence[Mitigation], today: datetime.date
) -> Iterator[None]:
    said = words(tree.register.language)
    heading.draw_section(flow, term.overdue.format(date=said.date(today)), 4 * flow.style.leading)
    if not overdue:
        _draw_note(flow, term.overdue_none)
        return
    shown = sorted(overdue, key=lambda mitigation: mitigation.due_date or today)[:_MOST_OVERDUE]
    rows = [
        [mitigation.description, mitigation.action_owner, said.date(mitigation.due_date or today)]
        for mitigation in shown
    ]
    contents = [
        Content(term.mitigation, long=True),
        Content(term.columns[Column.ACTION_OWNER], {row[1] for row in rows}),
        Content(term.columns[Column.DUE_DATE], {row[2] for row in rows}),
    ]
    yield from _draw_rows(_table(flow, contents), rows)
    if len(overdue) > len(shown):
        _draw_note(flow, term.more.format(count=len(overdue) - len(shown)))


def _draw_gaps(flow: Flow, term: Terms, counts: Counter[GapKind]) -> None:
    heading.draw_section(flow, term.gaps, 2 * flow.style.leading)
    told = [f"{term.gap_kinds[kind]}{term.colon} {counts[kind]}" for kind in GapKind if counts[kind]]
    _draw_note(flow, "; ".join(told) or term.gaps_none)


def _table(flow: Flow, contents: Sequence[Content], align: Align = Align.START) -> Table:
    """A table whose first column names the rows; `align` is that of the others."""
    ink = flow.style.colours.ink
    types = (flow.type(weight, flow.style.size, ink) for weight in (Weight.REGULAR, Weight.BOLD))
    found = widths(contents, flow.width, ranking.DENSE, *types)
    aligns = [Align.START, *[align] * (len(contents) - 1)]
    columns = [Printed(content.title, width, at) for content, width, at in zip(contents, found, aligns, strict=True)]
    return Table(flow, columns, heads=0, padding=ranking.DENSE)


def _draw_rows(table: Table, rows: Iterable[Sequence[str]]) -> Iterator[None]:
    groups = (table.group([[table.short(column, text) for column, text in enumerate(row)]]) for row in rows)
    yield from table.draw([Block(None, groups)])


def _draw_note(flow: Flow, text: str) -> None:
    flow.paragraph(text, flow.type(Weight.REGULAR, flow.style.size, flow.style.colours.ink), after=0)
