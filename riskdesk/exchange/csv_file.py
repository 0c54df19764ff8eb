"""Tables as CSV: text alone, no cell of it a formula."""

import csv
import datetime
import io
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from riskdesk.domain.formulas import guarded
from riskdesk.domain.values import Language

Value: TypeAlias = str | int | datetime.date | None
# As Excel parts cells in the countries of a language; where the comma stands in numbers, it cannot part cells.
SEPARATORS = {Language.ENGLISH: ",", Language.FRENCH: ";"}


def written(heads: Sequence[str], rows: Iterable[Sequence[Value]], separator: str) -> bytes:
    """The bytes of a CSV file.

    They are in UTF-8 with its mark, which Excel looks for, lines as RFC 4180 ends them, and dates as ISO 8601 writes
    them.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerow([guarded(head) for head in heads])
    writer.writerows(list(map(_cell_text, row)) for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _cell_text(value: Value) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return guarded(value) if isinstance(value, str) else "" if value is None else str(value)
