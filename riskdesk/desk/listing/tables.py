"""A list as a table: for the clipboard, as CSV and as JSON."""

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from riskdesk.desk.listing.row import Context, ListRow
from riskdesk.desk.listing.values import getter, teller
from riskdesk.domain.fields import FieldType
from riskdesk.domain.formulas import guarded
from riskdesk.domain.listing import LISTED, Listing
from riskdesk.domain.scale import Assessment
from riskdesk.domain.telling import name_of
from riskdesk.exchange import csv_file
from riskdesk.exchange.html_page import as_text_cell, copied_page, direction, escaped

_TABLE = '<table border="1" cellspacing="0" cellpadding="4">'


@dataclass(frozen=True, slots=True)
class PlainTable:
    """The heads of columns, and the text of each cell row by row."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table_of(rows: Sequence[ListRow], listing: Listing, context: Context) -> PlainTable:
    """A table of rows with the columns of a listing in their order, in words for people."""
    names = [column.field for column in listing.columns]
    tells = [teller(listing.rows, name, context) for name in names]
    heads = tuple(LISTED[listing.rows][name].label.text(context.language) for name in names)
    return PlainTable(heads, tuple(tuple(tell(row) for tell in tells) for row in rows))


def as_text(table: PlainTable) -> str:
    """A table as text with tabs and quotes, as Excel writes a table."""
    return csv_file.copied(map(guarded, row) for row in (table.heads, *table.rows))


def as_html(table: PlainTable) -> str:
    """A table as HTML for Word and Excel; text of the user is escaped."""
    heads = "".join(f"<th{as_text_cell(head)}>{escaped(head)}</th>" for head in table.heads)
    rows = ("".join(map(_html_cell, row)) for row in table.rows)
    return copied_page(f"{_TABLE}<tr>{heads}</tr>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")


def _html_cell(cell: str) -> str:
    return f'<td valign="top"{direction(cell)}{as_text_cell(cell)}>{escaped(cell)}</td>'


def as_csv(rows: Sequence[ListRow], listing: Listing, context: Context, separator: str = ",") -> bytes:
    """A table as CSV, with levels and dates in the form that other programs read (`csv_file`)."""
    names = [column.field for column in listing.columns]
    tells = [_exact(listing, name, context) for name in names]
    heads = [LISTED[listing.rows][name].label.text(context.language) for name in names]
    return csv_file.written(heads, ([tell(row) for tell in tells] for row in rows), separator)


def as_json(rows: Sequence[ListRow], listing: Listing, context: Context) -> str:
    """A list of objects, with the fields of the columns by their names, and the id of each row."""
    gets = {column.field: getter(listing.rows, column.field, context) for column in listing.columns}
    records = [{"id": row.item.id} | {name: _plain(get(row), context) for name, get in gets.items()} for row in rows]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def _exact(listing: Listing, name: str, context: Context) -> Any:
    """A function that gives the value of a row in a field in the form for other programs."""
    if LISTED[listing.rows][name].type is not FieldType.DATE:
        return teller(listing.rows, name, context)
    return getter(listing.rows, name, context)


def _plain(value: Any, context: Context) -> Any:
    match value:
        case datetime.date():
            return value.isoformat()
        case Assessment():
            return context.scale.outcome(value, context.language) or None
        case tuple():
            return [name_of(item) for item in value]
        case _:
            return value
