"""The appendix as the source document prints it: a heading, then risks beside mitigations, and no scores."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from riskdesk.domain.language import Words, words
from riskdesk.domain.text import punctuated
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Mitigation, Register, Risk
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight
from riskdesk.report.group import Group
from riskdesk.report.table import Block, Column, Table

_Bullets: TypeAlias = tuple[Sequence[str], Sequence[str]]
_NOTHING: _Bullets = ((), ())


def draw(flow: Flow, tree: RegisterTree) -> Iterator[None]:
    """Draw the appendix of a register, reporting each row."""
    _draw_heading(flow, tree.register)
    said, style = words(tree.register.language), flow.style
    point = flow.width / (style.risks_share + style.mitigations_share)
    columns = (
        Column(said.risks_column, style.risks_share * point),
        Column(said.mitigations_column, style.mitigations_share * point),
    )
    table = Table(flow, columns)
    yield from table.draw([_block(table, category) for category in tree.categories] or [_empty(table)])


def _draw_heading(flow: Flow, register: Register) -> None:
    style, said = flow.style, words(register.language)
    heading, ink = style.colours.heading, style.colours.ink
    small = flow.type(Weight.REGULAR, style.size, ink)
    flow.canvas.bookmark(register.heading or said.heading, 0, flow.y)
    flow.paragraph(
        register.heading or said.heading, flow.type(Weight.BOLD, style.heading_size, heading), after=2, tag="H1"
    )
    flow.paragraph(register.title, flow.type(Weight.BOLD, style.title_size, ink), after=4)
    for fact in _facts(register, said):
        flow.paragraph(fact, small, after=0)
    flow.paragraph(register.approval, flow.type(Weight.ITALIC, style.size, ink), after=0)
    flow.y -= style.leading


def _facts(register: Register, said: Words) -> Iterator[str]:
    date = said.date(register.date) if register.date else ""
    yield " – ".join(filter(None, (register.reference, date)))
    if register.prepared_by:
        yield said.prepared_by.format(name=register.prepared_by)
    if register.period_start or register.period_end:
        start, end = (said.date(day) if day else "…" for day in (register.period_start, register.period_end))
        yield said.period.format(start=start, end=end)


def _block(table: Table, category: CategoryTree) -> Block:
    rows = [row for entry in category.entries if any(row := _row(entry))]
    return Block(category.category.title, (_group(table, row) for row in rows or [_NOTHING]))


def _empty(table: Table) -> Block:
    return Block(None, [_group(table, _NOTHING)])


def _group(table: Table, row: _Bullets) -> Group:
    return table.group([[table.bullets(column, texts) for column, texts in enumerate(row)]])


def _row(entry: EntryTree) -> _Bullets:
    return _bullets(entry.risks), _bullets(entry.mitigations)


def _bullets(items: Sequence[Risk | Mitigation]) -> list[str]:
    return punctuated(item.description for item in items if item.description.strip())
