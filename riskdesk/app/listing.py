"""The command that lists the risks or mitigations of a register: as a table, as CSV or as JSON."""

import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence

from riskdesk.app.commands import as_of, chosen
from riskdesk.app.speech import language, translate
from riskdesk.desk.listing import Arranger, Context, ListRow, Rows
from riskdesk.desk.listing.arranging import grouped
from riskdesk.desk.listing.asking import parse_listing
from riskdesk.desk.listing.tables import as_csv, as_json, table_of
from riskdesk.domain.language import words
from riskdesk.domain.listing import Listing, RowKind

_BETWEEN = 2
# The least width of a column if the terminal is narrow.
_NARROWEST = 6
# In characters: cells are filled up with blanks to no more than this, as one long text would make every line as long.
_WIDEST = 500


def show_list(options: Namespace) -> int:
    """Print the list."""
    tree, _ = chosen(options)
    context = Context(tree.register.scale, language(), as_of(options))
    rows = RowKind.MITIGATION if options.mitigations else RowKind.RISK
    listing = parse_listing(
        rows, options.sort or "", options.filter or [], options.columns or "", options.group or "", context
    )
    all_rows, arranger = Rows(), Arranger()
    all_rows.take(tree, rows)
    arranger.take(all_rows.all)
    matches = arranger.arranged(listing, context)
    if options.json or options.csv:
        if listing.group:
            matches = [row for group in grouped(matches, listing.group, context) for row in group.rows]
        print(as_json(matches, listing, context) if options.json else _csv(matches, listing, context), end="")
    elif not matches:
        print(translate("CommandLine", "Nothing in the register matches."))
    else:
        print("\n".join(_lines(matches, listing, context)))
    return 0


def _csv(rows: Sequence[ListRow], listing: Listing, context: Context) -> str:
    """CSV with the line ends of a text stream, and without a byte order mark if printed on a terminal."""
    text = as_csv(rows, listing, context).decode().replace("\r\n", "\n")
    return text.removeprefix("\ufeff") if sys.stdout.isatty() else text


def _lines(rows: Sequence[ListRow], listing: Listing, context: Context) -> Iterator[str]:
    """The list as a table in plain text, with a line above each group."""
    table = table_of(rows, listing, context)
    widths = _widths([table.heads, *table.rows])
    yield _line(table.heads, widths)
    yield _line(["─" * width for width in widths], widths)
    if not listing.group:
        yield from (_line(row, widths) for row in table.rows)
        return
    for group in grouped(rows, listing.group, context):
        yield f"{group.label} ({words(language()).number(len(group.rows))})"
        yield from (_line(row, widths) for row in table_of(group.rows, listing, context).rows)


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """The widths of columns: those of the widest cells; the widest columns get less if a terminal is too narrow."""
    widths = [min(_WIDEST, max(len(_plain(row[place])) for row in rows)) for place in range(len(rows[0]))]
    if not sys.stdout.isatty():
        return widths
    room = shutil.get_terminal_size().columns - _BETWEEN * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _NARROWEST:
        widest = widths.index(max(widths))
        widths[widest] = max(_NARROWEST, min(widths[widest] - 1, max(1, widths[widest] - sum(widths) + room)))
    return widths


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """A row as a line; on a terminal, cells that are wider than their column are cut."""
    texts = map(_plain, cells)
    if sys.stdout.isatty():
        texts = map(_cut, texts, widths)
    return (" " * _BETWEEN).join(map(str.ljust, texts, widths)).rstrip()


def _plain(cell: str) -> str:
    return " ".join(cell.split())


def _cut(cell: str, width: int) -> str:
    return cell if len(cell) <= width else f"{cell[: width - 1]}…"
