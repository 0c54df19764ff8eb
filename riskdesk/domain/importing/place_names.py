"""Names places in a file for the user."""

from collections.abc import Callable

from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.sheets import FilePlace, TableKind

_SHEET = QT_TRANSLATE_NOOP("Import", "Sheet “{name}”")
_CELL = QT_TRANSLATE_NOOP("Import", "Sheet “{name}”, {cell}")
_CELL_ROWS = QT_TRANSLATE_NOOP("Import", "Sheet “{name}”, rows {row} to {last}")
_TABLE = QT_TRANSLATE_NOOP("Import", "Table {table}")
_ROW = QT_TRANSLATE_NOOP("Import", "Table {table}, row {row}")
_ROWS = QT_TRANSLATE_NOOP("Import", "Table {table}, rows {row} to {last}")
_LINE = QT_TRANSLATE_NOOP("Import", "Line {row}")
_LINES = QT_TRANSLATE_NOOP("Import", "Lines {row} to {last}")
_PARAGRAPH = QT_TRANSLATE_NOOP("Import", "Paragraph {paragraph}")
_TEXT = QT_TRANSLATE_NOOP("Import", "Paragraph {row}")
_FILE = QT_TRANSLATE_NOOP("Import", "File")


def place_words(place: FilePlace, translate: Callable[[str, str], str]) -> str:
    """The name of a place in the user's language, such as “Sheet “Risks”, B7”."""
    return translate("Import", _pattern(place)).format(
        name=place.name,
        cell=place.cell or place.row,
        table=place.table,
        row=place.row,
        last=place.last_row,
        paragraph=place.paragraph,
    )


def _pattern(place: FilePlace) -> str:
    several = place.last_row > place.row > 0
    match place.kind:
        case TableKind.SHEET:
            return _CELL_ROWS if several else _CELL if place.row else _SHEET
        case TableKind.TABLE:
            return _ROWS if several else _ROW if place.row else _TABLE
        case TableKind.TEXT:
            return _TEXT if place.row else _FILE
        case TableKind.LINES:
            return _LINES if several else _LINE if place.row else _FILE
    return _PARAGRAPH if place.paragraph else _FILE
