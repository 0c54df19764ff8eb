"""The workbook that is sent to an owner: the owner's risks and mitigations, with the fields that owners may change."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from riskdesk.domain.courier import BESIDE, FACING, OPEN, REFERENCES, Parcel, homes, letter, locked_texts
from riskdesk.domain.label import Label
from riskdesk.domain.language import words
from riskdesk.domain.register_sheet import (
    BAND,
    CATEGORY,
    MITIGATION_ID,
    RESIDUAL_BAND,
    RESIDUAL_SCORE,
    RISK_ID,
    SCORE,
    SheetColumn,
    sheet_columns,
)
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Mitigation, Risk
from riskdesk.exchange.workbooks.book import Book, Paint
from riskdesk.exchange.workbooks.coded import FIRST, HEADS, CodedTable
from riskdesk.exchange.workbooks.details import write_long_texts
from riskdesk.exchange.workbooks.legend import write_legend
from riskdesk.exchange.workbooks.register import Workbook

_RISKS, _MITIGATIONS = Label("Your risks", "Vos risques"), Label("Your mitigations", "Vos mesures")
_HOW = Label(
    "For {owner}, sent on {day}. Cells below a head with ✎ can be changed, all others are locked; then send the"
    " workbook back.",
    "À l’attention de {owner}, envoyé le {day}. Les cellules sous un en-tête marqué ✎ peuvent être modifiées, les"
    " autres sont verrouillées ; renvoyez ensuite le classeur.",
)
# The columns that are shown beside those that can be changed.
_OF_RISKS = (
    RISK_ID, "risk.reference", CATEGORY, "risk.description", FACING, "risk.likelihood", "risk.impact", SCORE, BAND,
    "risk.residual_likelihood", "risk.residual_impact", RESIDUAL_SCORE, RESIDUAL_BAND, "risk.reason", "risk.status",
    "risk.last_review", "risk.next_review", "risk.note",
)  # fmt: skip
_OF_MITIGATIONS = (
    MITIGATION_ID, REFERENCES, CATEGORY, FACING, "mitigation.description", "mitigation.due_date", "mitigation.status",
)  # fmt: skip
_WIDTHS = {"risk.description": 40, "mitigation.description": 50, "risk.reason": 24, "risk.note": 24}
# In the heads of columns that can be changed, whose cells are also white.
_MARK = "✎"
# Column widths and row heights can be changed, and rows can be filtered.
_ALLOWED = {"format_columns": True, "format_rows": True, "autofilter": True}


def courier_workbook(tree: RegisterTree, parcel: Parcel, paint: Paint, sent: datetime.datetime) -> Workbook:
    """The workbook for a parcel of a register, in the language of the register."""
    book = Book(tree.register, tree.register.language, paint, sent)
    writer = _Writer(book, tree, parcel, sent)
    risks = writer.table(_RISKS, "your_risks", _OF_RISKS, len(parcel.risks)) if parcel.risks else None
    measures = (
        writer.table(_MITIGATIONS, "your_mitigations", _OF_MITIGATIONS, len(parcel.mitigations))
        if parcel.mitigations
        else None
    )
    write_legend(book, replace(tree, categories=()))
    if risks is not None:
        writer.fill(risks, parcel.risks, _RISKS)
    if measures is not None:
        writer.fill(measures, parcel.mitigations, _MITIGATIONS)
    write_long_texts(book)
    book.protect(_ALLOWED)
    return Workbook.of(book)


class _Writer:
    def __init__(self, book: Book, tree: RegisterTree, parcel: Parcel, sent: datetime.datetime) -> None:
        self._book, self._tree = book, tree
        self._content = letter(tree, parcel, sent)
        day = words(book.language).date(sent.date())
        self._how = book.say(_HOW).format(owner=parcel.owner, day=day)
        self._homes = homes(tree)

    def table(self, name: Label, code: str, codes: tuple[str, ...], count: int) -> CodedTable:
        """A new sheet with a table of the columns with these codes."""
        by_code = {column.code: column for column in sheet_columns(self._book.scale)}
        beside = BESIDE["risk" if codes is _OF_RISKS else "mitigation"]
        by_code |= {column.code: column for column in beside}
        columns = [_marked(by_code[column_code]) for column_code in codes if column_code in by_code]
        hidden = {RISK_ID, MITIGATION_ID}
        open_codes = {f"{kind}.{field}" for kind, fields in OPEN.items() for field in fields}
        return CodedTable(self._book.sheet(name), code, columns, count, hidden=hidden, open_codes=open_codes)

    def fill(self, table: CodedTable, values: Sequence[Risk | Mitigation], name: Label) -> None:
        """Write the rows of a table."""
        own = {value.id for value in values}
        parts = {
            name: {identity: record for identity, record in self._content[name].items() if identity in own}
            for name in ("base", "locked")
        }
        title = self._tree.register.title or words(self._book.language).untitled
        table.begin(self._content | parts, title, self._how, name)
        for row, value in enumerate(values, FIRST):
            self._row(table, row, value)
        table.finish()
        table.sheet.raw.freeze_panes(FIRST, 2)
        table.sheet.page(HEADS)

    def _row(self, table: CodedTable, row: int, value: Risk | Mitigation) -> None:
        identity = RISK_ID if isinstance(value, Risk) else MITIGATION_ID
        texts = {identity: value.id, **locked_texts(*self._homes[value.entry], value)}
        for column in table.columns:
            if column.code in texts:
                table.text(row, column.code, texts[column.code], value.id)
            else:
                table.value(row, column, value)


def _marked(column: SheetColumn) -> SheetColumn:
    """A column whose head shows that it can be changed, if so."""
    width = _WIDTHS.get(column.code, column.width)
    if column.field is None or column.field.name not in OPEN.get(column.kind, ()):
        return replace(column, width=width)
    head = Label(f"{_MARK} {column.head.en}", f"{_MARK} {column.head.fr}")
    return replace(column, head=head, width=width)
