"""Registers as pages of tables, as the views show them: the sheet in two columns, the list, the matrix with counts."""

from collections.abc import Iterator, Sequence
from functools import partial

from riskdesk.desk.formats.format import Request
from riskdesk.desk.listing.arranging import grouped
from riskdesk.desk.listing.document import ListContent
from riskdesk.desk.listing.row import ListRow
from riskdesk.desk.listing.tables import table_of
from riskdesk.desk.listing.values import is_prose
from riskdesk.domain.ended import left_out, printed
from riskdesk.domain.facts import facts
from riskdesk.domain.language import words
from riskdesk.domain.layouts import Layout
from riskdesk.domain.matrix import Board, board
from riskdesk.domain.page import Page, PageCell, PageTable
from riskdesk.domain.printing import DocumentKind, Sides
from riskdesk.domain.scale import Assessment, Level
from riskdesk.domain.telling import name_of
from riskdesk.domain.terms import left_out_text, terms
from riskdesk.domain.tree import CategoryTree, RegisterTree, marked_tree
from riskdesk.domain.values import Language, Mitigation, Register, Risk
from riskdesk.report import assessed
from riskdesk.report.cell import NOTHING, spoken
from riskdesk.report.heading import document_heading
from riskdesk.report.text import is_blank


def page_of(request: Request) -> Page:
    """The page of a request for the appendix, the matrix or a list."""
    if request.layout is Layout.LIST:
        assert request.list_content is not None, "a list is written as it is seen"
        return _list(request.list_content)
    register = request.tree.register
    tree = printed(marked_tree(request.tree, request.original or register), request.how)
    wording = words(register.language)
    kind = DocumentKind.MATRIX if request.layout is Layout.MATRIX else DocumentKind.APPENDIX
    if kind is DocumentKind.MATRIX:
        tables = tuple(_matrices(tree, request.how.sides))
        missing, legend = left_out_of(request), assessed.legend_text(register)
    else:
        tables, missing, legend = (_sheet(tree),), 0, ""
    heading = document_heading(register, kind)
    title = register.title or heading
    left = left_out_text(register.language, missing)
    lines = (*((heading,) if title != heading else ()), *facts(register, wording), left, legend, register.handling_mark)
    approval = (register.approval,) if request.layout is Layout.APPENDIX else ()
    return Page(register.language, title, tuple(filter(None, (*lines, *approval))), tables)


def left_out_of(request: Request) -> int:
    """How many closed and rejected risks the page omits; 0 for a list, which shows what it is filtered by."""
    return 0 if request.layout is Layout.LIST or request.how.prints_ended else left_out(request.tree)


def _sheet(tree: RegisterTree) -> PageTable:
    """A table of a register: risks on the left, mitigations on the right, below the titles of their categories."""
    wording = words(tree.register.language)
    rows = tuple(row for category in tree.categories for row in _rows(category))
    return PageTable((wording.risks_column, wording.mitigations_column), rows)


def _rows(category: CategoryTree) -> Iterator[tuple[PageCell, ...]]:
    """The rows of a category as the appendix prints them: its title or a dash, and no blank bullets or entries."""
    yield (PageCell((spoken(category.category.title),)),)
    for entry in category.entries:
        sides = (_bullets(entry.risks), _bullets(entry.mitigations))
        if any(side.lines for side in sides):
            yield sides


def _bullets(items: Sequence[Risk | Mitigation]) -> PageCell:
    telling = [item for item in items if not is_blank(item.description)]
    texts, languages = (tuple(item.description for item in telling), tuple(item.language for item in telling))
    return PageCell(texts, bulleted=True, languages=languages)


def _list(content: ListContent) -> Page:
    """The shown columns and rows, with a line above each group."""
    language = content.context.language
    heads = table_of((), content.listing, content.context).heads
    groups = grouped(content.rows, content.listing.group, content.context) if content.listing.group else ()
    rows: list[tuple[PageCell, ...]] = []
    for label, group_rows in [(group.label, group.rows) for group in groups] or [("", content.rows)]:
        if label:
            rows.append((PageCell((f"{label} ({words(language).number(len(group_rows))})",)),))
        table = table_of(group_rows, content.listing, content.context)
        rows += map(partial(_list_row, content), group_rows, table.rows)
    title = " – ".join(filter(None, (content.register.title, content.title)))
    lines = tuple(filter(None, (*content.notes, content.register.handling_mark)))
    legend = (_legend(content.shown_register),) if content.shows_assessments else ()
    return Page(language, title, lines, (PageTable(heads, tuple(rows)), *legend))


def _list_row(content: ListContent, row: ListRow, texts: Sequence[str]) -> tuple[PageCell, ...]:
    """The cells of a row; its sentences are in the language of its item."""
    listing, language = content.listing, content.language_of(row)
    columns = (is_prose(listing.rows, column.field) for column in listing.columns)
    return tuple(PageCell.of(text, language if prose else None) for text, prose in zip(texts, columns, strict=True))


def _legend(register: Register) -> PageTable:
    """The legend of the scale in force: its bands, and below them its levels with their definitions."""
    wording, language = words(register.language), register.language
    heads = (terms(language).level, wording.likelihood, wording.impact)
    rows = (
        (PageCell.of(str(number)), *(_definition(level, language) for level in levels))
        for number, levels in assessed.level_rows(register.scale)
    )
    return PageTable(heads, tuple(rows), assessed.legend_text(register))


def _definition(level: Level | None, language: Language) -> PageCell:
    """The name of a level and what it means; a dash if there is no such level."""
    if level is None:
        return PageCell.of(NOTHING)
    return PageCell(tuple(filter(None, (level.name.text(language), level.definition.text(language)))))


def _matrices(tree: RegisterTree, sides: Sides) -> Iterator[PageTable]:
    term = terms(tree.register.language)
    for side, title in ((Sides.INHERENT, term.inherent), (Sides.RESIDUAL, term.residual)):
        if sides in (side, Sides.BOTH):
            yield _matrix(board(tree.risks, side, tree.register.scale), tree.register, title)


def _matrix(shown_board: Board, register: Register, title: str) -> PageTable:
    """Likelihood from the top down, impact from left to right; a cell has its score, its band and its risks."""
    scale, wording, language = register.scale, words(register.language), register.language
    heads = (
        f"{wording.likelihood} / {wording.impact}",
        *(level.numbered(number, language) for number, level in enumerate(scale.impact, 1)),
    )
    rows = [
        (
            PageCell((level.numbered(likelihood, language),), heads=True),
            *(_cell(shown_board, register, likelihood, impact) for impact in range(1, len(scale.impact) + 1)),
        )
        for likelihood, level in reversed(list(enumerate(scale.likelihood, 1)))
    ]
    if shown_board.unassessed:
        names, count = ", ".join(name_of(chip.risk) for chip in shown_board.unassessed), len(shown_board.unassessed)
        line = f"{wording.unassessed(count)} ({wording.number(count)}){wording.colon} {names}"
        rows.append((PageCell((line,)),))
    return PageTable(heads, tuple(rows), title)


def _cell(shown_board: Board, register: Register, likelihood: int, impact: int) -> PageCell:
    wording, chips = words(register.language), shown_board.cells.get((likelihood, impact), ())
    names = ", ".join(name_of(chip.risk) for chip in chips)
    summary = f"{wording.number(len(chips))}{wording.colon} {names}" if chips else ""
    return PageCell(tuple(filter(None, (assessed.describe(register, Assessment(likelihood, impact)), summary))))
