"""A register as a workbook for people, which can be read back as a whole."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.sheet_change import SheetChange
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.exchange.workbooks.book import Book, LongText, Paint
from riskdesk.exchange.workbooks.details import write_changes, write_details, write_long_texts
from riskdesk.exchange.workbooks.legend import write_legend
from riskdesk.exchange.workbooks.matrix import write_matrix
from riskdesk.exchange.workbooks.risks import TABLE, RisksSheet


@dataclass(frozen=True, slots=True)
class Workbook:
    """The bytes of a workbook, and what does not fit in it.

    Texts that are longer than its cells are whole on a separate sheet; low rows, by sheet and number from 1, are too
    low for their texts.
    """

    data: bytes
    long_texts: tuple[LongText, ...] = ()
    low_rows: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, book: Book) -> "Workbook":
        """The workbook of a book whose sheets are written."""
        low_rows = ((sheet.name, row + 1) for sheet in book.sheets for row in sheet.low_rows())
        return cls(book.finished(), tuple(book.long_texts), tuple(low_rows))


def register_workbook(
    tree: RegisterTree,
    language: Language,
    paint: Paint,
    changed_at: datetime.datetime,
    changes: tuple[str, Sequence[SheetChange]] | None,
    checkpoint: Checkpoint = never_cancelled,
) -> Workbook:
    """A register in a language: register sheet, matrix, legend, changes if given, and the fields of the register.

    `changes` are the beginning of the period and the changes in it. `checkpoint` may cancel it.
    """
    book = Book(tree.register, language, paint, changed_at)
    risks = RisksSheet(book, tree)
    write_matrix(book, tree, TABLE)
    write_legend(book, tree)
    if changes is not None:
        write_changes(book, *changes)
    write_details(book)
    risks.write(checkpoint)
    write_long_texts(book)
    return Workbook.of(book)
