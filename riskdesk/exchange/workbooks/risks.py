"""The register sheet: a table to read, sort, filter and edit, with calculated scores, which can be read back."""

from dataclasses import replace

from riskdesk.domain.document import to_document
from riskdesk.domain.json_text import loads
from riskdesk.domain.label import Label
from riskdesk.domain.language import words
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.register_sheet import (
    BANDS,
    CATEGORY,
    CATEGORY_ID,
    ENTRY,
    ENTRY_ID,
    IDS,
    LAST_PRINTED,
    MITIGATION_ID,
    ORDER,
    RISK_ID,
    SCORES,
    SheetRow,
    sheet_columns,
    sheet_rows,
)
from riskdesk.domain.tree import RegisterTree
from riskdesk.exchange.workbooks.book import Book
from riskdesk.exchange.workbooks.coded import FIRST, HEADS, CodedTable

RISKS = Label("Risks", "Risques")
# The name of the table, for formulas.
TABLE = "register"
# Lists and colours extend to so many new rows below the last one.
_MORE = 500
# The last row that a sheet can have, counted from 0.
_LAST_ROW = 1_048_575
_ABOUT = Label("The risks and mitigations of the register", "Les risques et les mesures du registre")


class RisksSheet:
    """The register sheet being written; its place among the sheets is that of its creation."""

    def __init__(self, book: Book, tree: RegisterTree) -> None:
        self._book, self._tree = book, tree
        self._rows = list(sheet_rows(tree))
        hidden = IDS if any(risk.title for risk in tree.risks) else (*IDS, "risk.title")
        columns = sheet_columns(book.scale)
        self._table = CodedTable(book.sheet(RISKS), TABLE, columns, len(self._rows), hidden=hidden, more=_MORE)

    def write(self, checkpoint: Checkpoint) -> None:
        """Write the sheet, with a checkpoint before each row; the ranges used by its formulas must exist already."""
        register, wording, table = self._tree.register, words(self._book.language), self._table
        # On reading, a row that was moved to another category is recognised by the titles.
        titles = {category.category.id: category.category.title for category in self._tree.categories}
        content = loads(to_document(replace(self._tree, categories=()))) | {"titles": titles}
        day = [wording.date(register.date)] if register.date else []
        subtitle = " · ".join(filter(None, (register.reference, *day, register.handling_mark)))
        table.begin(content, register.title or wording.untitled, subtitle, _ABOUT, LAST_PRINTED)
        for row, line in enumerate(self._rows, FIRST):
            checkpoint((row - FIRST) / len(self._rows))
            self._row(row, line)
        table.finish()
        table.sheet.raw.freeze_panes(FIRST, table.places["risk.reference"] + 1)
        table.sheet.page(HEADS)
        # Whole columns, so that rows that are added below are printed, too.
        table.sheet.raw.print_area(0, len(IDS), _LAST_ROW, table.places[LAST_PRINTED])

    def _row(self, row: int, line: SheetRow) -> None:
        category = line.category.category
        self._table.number(row, ORDER, row - HEADS)
        texts = {
            CATEGORY_ID: category.id,
            ENTRY_ID: line.entry.entry.id if line.entry else "",
            RISK_ID: line.risk.id if line.risk else "",
            MITIGATION_ID: line.mitigation.id if line.mitigation else "",
            ENTRY: line.number,
            CATEGORY: category.title,
        }
        for code, text in texts.items():
            self._table.text(row, code, text, category.id)
        for column in self._table.columns:
            if column.code in (*SCORES, *BANDS) or (column.kind in ("risk", "mitigation") and column.field):
                self._table.value(row, column, line.value(column.kind))
