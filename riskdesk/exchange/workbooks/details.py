"""Sheets beside the register sheet: the fields of the register, the changes, and texts that are too long for a cell."""

from collections.abc import Sequence

from riskdesk.domain.fields import FieldType
from riskdesk.domain.label import Label
from riskdesk.domain.language import with_no_break_spaces
from riskdesk.domain.long_text import LONG_TEXTS, parts
from riskdesk.domain.register_sheet import ABOUT, CHANGES, DETAILS, PART_FIELD, PART_ID, PART_TEXT
from riskdesk.domain.sheet_change import SheetChange
from riskdesk.exchange.workbooks.book import QUIET, TITLE_LOOKS, Book

_BACK = Label(
    "Import this workbook into Riskdesk to take back what was changed on the sheets “Risks” and “About”: hidden rows"
    " and columns say where each line belongs. Scores, bands, matrix and legend are worked out again. A row without"
    " identifiers is a new one.",
    "Importez ce classeur dans Riskdesk pour y reprendre ce qui a été modifié sur les feuilles « Risques » et"
    " « À propos » : des lignes et colonnes masquées indiquent où chaque ligne a sa place. Les scores, les niveaux de"
    " risque, la matrice et la légende sont recalculés. Une ligne sans identifiant est nouvelle.",
)
_WHEN, _WHO, _WHAT = Label("When", "Date"), Label("By", "Par"), Label("What", "Élément")
_FIELD, _BEFORE, _AFTER = Label("Field", "Champ"), Label("Before", "Avant"), Label("After", "Après")
# Of the description of a table for screen readers.
_LONGEST_DESCRIPTION = 255
# Each part can be seen as a whole, as rows are not taller than some thirty lines.
_READABLE, _TEXT_WIDTH = 2_500, 120
_NO_CHANGES = Label("Nothing changed.", "Aucune modification.")
_PLACE, _PART, _TEXT = Label("Cell", "Cellule"), Label("Part", "Partie"), Label("Text", "Texte")
_LONG = Label("These texts are longer than a cell of a workbook.", "Ces textes dépassent la capacité d’une cellule.")


def write_details(book: Book) -> None:
    """Add the sheet with the fields of the register, which can be edited."""
    sheet, register = book.sheet(ABOUT), book.register
    sheet.widths(0, 26, 70)
    sheet.line(0, 1, book.say(ABOUT), **TITLE_LOOKS)
    row = 0
    for row, field in enumerate(DETAILS, 2):
        sheet.text(row, 0, f"register.{field.name}", book.format())
        sheet.text(row, 1, book.say(field.label), book.head)
        value = getattr(register, field.name)
        if field.type is FieldType.DATE:
            sheet.date(row, 2, value)
        else:
            text = book.say(field.codes[value]) if field.codes else value
            sheet.text(row, 2, text, book.cell(), register.id, f"register.{field.name}")
    sheet.text(row + 2, 2, book.say(_BACK), book.format(**QUIET))
    sheet.page()


def write_changes(book: Book, since: str, changes: Sequence[SheetChange]) -> None:
    """Add the sheet with the changes; `since` tells the beginning of the period."""
    sheet = book.sheet(CHANGES)
    sheet.widths(17, 18, 34, 22, 44, 44)
    sheet.line(0, 0, book.say(CHANGES), **TITLE_LOOKS)
    sheet.heading(1, 0, since, 5, **QUIET)
    if not changes:
        sheet.line(3, 0, book.say(_NO_CHANGES))
        sheet.page()
        return
    heads = [book.say(label) for label in (_WHEN, _WHO, _WHAT, _FIELD, _BEFORE, _AFTER)]
    columns = [{"header": head, "header_format": book.head} for head in heads]
    options = {"name": "changes", "columns": columns, "style": None, "description": since[:_LONGEST_DESCRIPTION]}
    sheet.raw.add_table(3, 0, 3 + len(changes), len(heads) - 1, options)
    moment = book.cell(num_format=f"{book.day} hh:mm", align="left")
    for row, change in enumerate(changes, 4):
        sheet.raw.write_datetime(row, 0, change.at, moment)
        for column, text in enumerate((change.who, change.item, change.field, change.before, change.after), 1):
            sheet.text(row, column, with_no_break_spaces(text), book.cell())
    sheet.raw.freeze_panes(4, 0)
    sheet.page(3)


def write_long_texts(book: Book) -> None:
    """Add a sheet for the texts that are longer than a cell, if any; to be called after all other sheets."""
    long_texts = list(book.long_texts)
    if not long_texts:
        return
    sheet = book.sheet(LONG_TEXTS)
    sheet.widths(0, 0, 20, 6, _TEXT_WIDTH)
    for column, code in ((0, PART_ID), (1, PART_FIELD), (4, PART_TEXT)):
        sheet.line(0, column, code)
    sheet.hide_row(0)
    sheet.line(1, 2, book.say(_LONG), **QUIET)
    for column, label in enumerate((_PLACE, _PART, _TEXT), 2):
        sheet.text(2, column, book.say(label), book.head)
    row = 3
    for long in long_texts:
        for number, part in enumerate(parts(long.text, _READABLE), 1):
            for column, text in enumerate((long.item, long.field, f"{long.sheet}, {long.cell}")):
                sheet.text(row, column, text, book.cell())
            sheet.raw.write_number(row, 3, number, book.cell())
            sheet.text(row, 4, part, book.cell())
            row += 1
    sheet.page(2)
