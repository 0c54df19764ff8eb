"""Tables as text: CSV, in which all cells are plain text and none is a formula, and what is put on the clipboard."""

import csv
import datetime
import io
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from riskdesk.domain.formulas import guarded
from riskdesk.domain.values import Language

Value: TypeAlias = str | int | datetime.date | None
# The separators that Excel uses in countries of each language: not the comma if that is the decimal separator.
SEPARATORS = {Language.ENGLISH: ",", Language.FRENCH: ";"}


def written(heads: Sequence[str], rows: Iterable[Sequence[Value]], separator: str) -> bytes:
    """The bytes of a CSV file.

    They are UTF-8 with a byte order mark, which Excel needs; line ends follow RFC 4180, and dates ISO 8601.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerow([guarded(head) for head in heads])
    writer.writerows(list(map(_cell_text, row)) for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def copied(rows: Iterable[Iterable[str]]) -> str:
    """Rows with tabs and quotes, as Excel puts them on the clipboard; text like formulas is to be guarded before."""
    return "\n".join("\t".join(map(_quoted, row)) for row in rows)


def _quoted(cell: str) -> str:
    return '"{}"'.format(cell.replace('"', '""')) if any(sign in cell for sign in '\t\n"') else cell


def _cell_text(value: Value) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return guarded(value) if isinstance(value, str) else "" if value is None else str(value)
