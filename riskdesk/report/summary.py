"""The summary for a chair: the number of risks in each band, the ten highest, what is overdue and missing."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from riskdesk.domain.gaps import Gap, GapKind, gaps, waived
from riskdesk.domain.language import NBSP, words
from riskdesk.domain.manuscript import Run
from riskdesk.domain.printing import DocumentKind, PrintColumn
from riskdesk.domain.terms import terms
from riskdesk.domain.text import short
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Mitigation, Risk, Waiver
from riskdesk.report import assessed, heading, ranking
from riskdesk.report.cell import Align, spoken
from riskdesk.report.fitting import Content
from riskdesk.report.flow import Flow
from riskdesk.report.section import Section
from riskdesk.report.table import dense

_HIGHEST = 10
_BETWEEN = 18.0
# On landscape paper, the counts and overdue mitigations are on the left, the highest risks and the gaps on the right,
# if the left side has room for the names of the bands with one of these shares of the width.
_LEFT_SHARES = (0.44, 0.52, 0.6)
# The least width of a column, in points, for the names of categories and the texts of risks.
_NAME = 64.0


class _Detail(NamedTuple):
    """A degree of detail: the greatest number of lines for an item, and of items of each kind."""

    lines: int
    overdue: int
    categories: int | None = None
    highest: int = _HIGHEST


# The first of these in which all sections fit is used for all; then each section gets the first of the others that
# still fits.
_LEAST = tuple(_Detail(1, 5, categories) for categories in (None, 20, 10, 5))
_CRAMPED = tuple(_Detail(1, 3, 3, highest) for highest in (5, 3))
_MORE = tuple(_Detail(lines, 10) for lines in (6, 3, 2, 1))
_Maker = Callable[[_Detail], Section]


def draw(flow: Flow, tree: RegisterTree, today: datetime.date, left_out: int = 0) -> Iterator[None]:
    """Draw the summary of a register for a day.

    `left_out` is the number of risks that are not in the tree because they are closed or rejected.
    """
    heading.draw_dense(flow, tree.register, heading.document_heading(tree.register, DocumentKind.SUMMARY), left_out)
    sections = _Summary(flow, tree, today)
    if flow.width > flow.height:
        left, right = [sections.counts, sections.overdue], [sections.highest, sections.gaps]
        for edge in (flow.left + flow.width * share for share in _LEFT_SHARES):
            sides = ((flow.left, edge - _BETWEEN / 2, left), (edge + _BETWEEN / 2, flow.right, right))
            if all(_fits(flow, column) for column in sides):
                yield from _draw_beside(flow, sides)
                return
    whole = (flow.left, flow.right, [sections.counts, sections.highest, sections.overdue, sections.gaps])
    yield from _draw_column(flow, whole)


_Column = tuple[float, float, Sequence[_Maker]]


def _draw_beside(flow: Flow, columns: Iterable[_Column]) -> Iterator[None]:
    top, lowest = flow.y, flow.y
    for column in columns:
        flow.y = top
        yield from _draw_column(flow, column)
        lowest = min(lowest, flow.y)
    flow.y = lowest


def _draw_column(flow: Flow, column: _Column) -> Iterator[None]:
    """Draw sections below each other; if there is room for more detail, the first ones get it first."""
    left, right, makers = column
    with flow.between(left, right):
        least = ([make(detail) for make in makers] for detail in (*_LEAST, *_CRAMPED))
        sections = _first_fitting(flow, least, [make(_CRAMPED[-1]) for make in makers])
        for place, make in enumerate(makers):
            more = ([*sections[:place], make(detail), *sections[place + 1 :]] for detail in _MORE)
            sections = _first_fitting(flow, more, sections)
        for section in sections:
            fitting = section if section.height <= flow.room else section.fitted()
            if fitting is not None:
                yield from fitting.draw()


def _fits(flow: Flow, column: _Column) -> bool:
    left, right, makers = column
    with flow.between(left, right):
        sections = [make(_LEAST[-1]) for make in makers]
        return _height(sections) <= flow.room and all(section.table.narrowest >= _NAME for section in sections)


def _first_fitting(flow: Flow, tried: Iterable[list[Section]], otherwise: list[Section]) -> list[Section]:
    return next((sections for sections in tried if _height(sections) <= flow.room), otherwise)


def _height(sections: Iterable[Section]) -> float:
    return sum(section.height for section in sections)


class _Summary:
    """The sections of the summary, each made for the column to which the flow is limited."""

    def __init__(self, flow: Flow, tree: RegisterTree, today: datetime.date) -> None:
        self._flow, self._tree, self._today = flow, tree, today
        self._wording, self._term = words(tree.register.language), terms(tree.register.language)
        self._gaps: list[Gap] = list(gaps(tree, today))
        self._off = {kind: self._waiver_text(kind, waiver) for kind, waiver in waived(tree).items()}

    def counts(self, detail: _Detail) -> Section:
        """The number of risks of each category in each band."""
        scale, term = self._tree.register.scale, self._term
        titles = [
            *(band.name.text(self._tree.register.language) for band in reversed(scale.bands)),
            self._wording.not_assessed,
            term.total,
        ]
        shown_places = sorted(self._places[: detail.categories])
        rows = [
            (spoken(self._tree.categories[place].category.title), self._category_counts[place])
            for place in shown_places
        ]
        rows.append((term.total, self._total))
        legend = assessed.legend_text(self._tree.register)
        cells = [[title, *map(self._wording.number, counts)] for title, counts in rows]
        limit = None if scale.tolerance is None else len(scale.bands) - scale.tolerance
        numbers = (
            Content(title, {row[place] for row in cells}, whole=True, limit=1 < place == limit)
            for place, title in enumerate(titles, 1)
        )
        contents = [Content(term.category, long=True), *numbers]

        def note(rows: int) -> str:
            # The last row is the total.
            more = self._more(len(self._tree.categories) - min(rows, len(shown_places)))
            return self._joined((more, legend))

        runs = [[*map(Run, row)] for row in cells]
        return self._section(term.counts, contents, runs, detail.lines, note, centred=True)

    def highest(self, detail: _Detail) -> Section:
        """The highest risks."""
        return ranking.section(self._flow, self._tree, detail.highest, detail.lines)

    def overdue(self, detail: _Detail) -> Section:
        """The overdue mitigations, the oldest first."""
        wording, term = self._wording, self._term
        late = {gap.id for gap in self._gaps if gap.kind is GapKind.OVERDUE}
        mitigations = sorted(
            (mitigation for mitigation in self._tree.mitigations if mitigation.id in late), key=self._due
        )
        shown_mitigations = mitigations[: detail.overdue]
        rows = [
            [
                Run(spoken(mitigation.description), language=mitigation.language),
                Run(spoken(mitigation.action_owner)),
                Run(wording.date(self._due(mitigation))),
            ]
            for mitigation in shown_mitigations
        ]
        contents = [
            Content(term.mitigation, long=True),
            Content(term.columns[PrintColumn.ACTION_OWNER], {row[1].text for row in rows}),
            Content(term.columns[PrintColumn.DUE_DATE], {row[2].text for row in rows}, whole=True),
        ]
        none = self._off.get(GapKind.OVERDUE, term.overdue_none)
        title = term.overdue.format(date=wording.date(self._today))

        def note(rows: int) -> str:
            return self._more(len(mitigations) - rows) if mitigations else none

        return self._section(title, contents, rows, detail.lines, note)

    def gaps(self, _detail: _Detail) -> Section:
        """What is missing, and how often, and which kinds of gaps are waived."""
        term, counts = self._term, Counter(gap.kind for gap in self._gaps)
        gap_texts = [
            f"{term.gap_kinds[kind]}{self._wording.colon}{NBSP}{self._wording.number(counts[kind])}"
            for kind in GapKind
            if counts[kind] and kind is not GapKind.ONLY_A_TOPIC
        ]
        note = self._joined([*gap_texts, *self._off.values()]) or term.gaps_none
        title = term.gaps.format(date=self._wording.date(self._today))
        return self._section(title, [Content("", long=True)], [], note=lambda _rows: note)

    def _section(
        self,
        title: str,
        contents: Sequence[Content],
        rows: Iterable[Sequence[Run]],
        lines: int = 1,
        note: Callable[[int], str] = lambda _rows: "",
        *,
        centred: bool = False,
    ) -> Section:
        """A section whose first column names the rows; the other columns may be `centred`."""
        others = Align.CENTRE if centred else Align.START
        table = dense(self._flow, contents, [Align.START, *[others] * (len(contents) - 1)])
        groups = [table.group([[table.short(column, run, lines) for column, run in enumerate(row)]]) for row in rows]
        return Section(self._flow, title, table, groups, note)

    def _counted(self, risks: Iterable[Risk]) -> list[int]:
        """The number of risks in each band, the highest first, then of those not assessed, then of all."""
        scale = self._tree.register.scale
        counted = Counter(scale.band_index(risk.assessment) for risk in risks)
        bands = [counted[place] for place in range(len(scale.bands) - 1, -1, -1)]
        return [*bands, counted[None], counted.total()]

    @cached_property
    def _category_counts(self) -> list[list[int]]:
        """The number of risks of each category in each band."""
        return [self._counted(category.risks) for category in self._tree.categories]

    @cached_property
    def _total(self) -> list[int]:
        """The number of all risks in each band."""
        return self._counted(self._tree.risks)

    @cached_property
    def _places(self) -> list[int]:
        """The places of the categories in the register, that with the highest risk first."""
        rank = self._tree.register.scale.rank
        highest = [
            max((rank(risk.assessment) for risk in category.risks if not risk.ended), default=(-1,))
            for category in self._tree.categories
        ]
        return sorted(range(len(highest)), key=highest.__getitem__, reverse=True)

    def _more(self, count: int) -> str:
        return ranking.more_text(self._tree.register.language, count)

    def _joined(self, notes: Iterable[str]) -> str:
        return f"{self._wording.semicolon} ".join(filter(None, notes))

    def _waiver_text(self, kind: GapKind, waiver: Waiver) -> str:
        """A sentence that says that a kind of gap is waived, and why."""
        return self._term.waived.format(gap=self._term.gap_kinds[kind], reason=spoken(short(waiver.reason)))

    def _due(self, mitigation: Mitigation) -> datetime.date:
        return mitigation.due_date or self._today
