"""The appendix like the source document: a heading, then risks beside mitigations, and no scores."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from riskdesk.domain.language import words
from riskdesk.domain.manuscript import Run
from riskdesk.domain.printing import DocumentKind
from riskdesk.domain.text import punctuated
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Mitigation, Risk
from riskdesk.report import heading
from riskdesk.report.flow import Flow
from riskdesk.report.group import Group
from riskdesk.report.table import Block, Table, TableColumn
from riskdesk.report.text import is_blank

_Bullets: TypeAlias = tuple[Sequence[Run], Sequence[Run]]
_NOTHING: _Bullets = ((), ())


def draw(flow: Flow, tree: RegisterTree) -> Iterator[None]:
    """Draw the appendix of a register, reporting each row."""
    register, wording, style = tree.register, words(tree.register.language), flow.style
    heading.draw(flow, register, heading.document_heading(register, DocumentKind.APPENDIX), register.approval)
    point = flow.width / (style.risks_share + style.mitigations_share)
    columns = (
        TableColumn(wording.risks_column, style.risks_share * point),
        TableColumn(wording.mitigations_column, style.mitigations_share * point),
    )
    table = Table(flow, columns)
    blocks = [_block(table, category, wording.semicolon) for category in tree.categories]
    yield from table.draw(blocks or [_empty(table)])


def _block(table: Table, category: CategoryTree, semicolon: str) -> Block:
    rows = [row for entry in category.entries if any(row := _row(entry, semicolon))]
    return Block(category.category.title, (_group(table, row) for row in rows or [_NOTHING]))


def _empty(table: Table) -> Block:
    return Block(None, [_group(table, _NOTHING)])


def _group(table: Table, row: _Bullets) -> Group:
    return table.group([[table.bullets(column, runs) for column, runs in enumerate(row)]])


def _row(entry: EntryTree, semicolon: str) -> _Bullets:
    return bullets(entry.risks, semicolon), bullets(entry.mitigations, semicolon)


def bullets(items: Sequence[Risk | Mitigation], semicolon: str) -> list[Run]:
    """The texts of the risks or mitigations that are not blank, as they are printed."""
    telling = [item for item in items if not is_blank(item.description)]
    texts = punctuated((item.description for item in telling), semicolon)
    return [Run(text, language=item.language) for item, text in zip(telling, texts, strict=True)]
