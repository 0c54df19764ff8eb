"""Tables as a page of HTML: text of the user is escaped, and nothing is loaded from elsewhere."""

import re
from collections.abc import Iterator
from html import escape

from riskdesk.domain.formulas import is_formula, unseen_guarded
from riskdesk.domain.language import with_no_break_spaces
from riskdesk.domain.page import Page, PageCell, PageTable
from riskdesk.domain.text import is_rtl
from riskdesk.domain.values import Language

# Styles for Excel: a cell with line breaks stays one cell, and no cell is a number or a formula.
_OFFICE_STYLE = r'br {mso-data-placement:same-cell} td, th, li {mso-number-format:"\@"}'
_STYLE = (
    "body {font-family: 'Noto Sans', 'Segoe UI', Arial, sans-serif; line-height: 1.4; margin: 2em; max-width: 80em}"
    " table {border-collapse: collapse; margin: 1.5em 0; width: 100%}"
    " caption {font-weight: bold; padding: 0.5em 0; text-align: start}"
    " th, td {border: 1px solid #767676; padding: 0.4em 0.6em; text-align: start; vertical-align: top}"
    " th {background: #eef1f5} ul {margin: 0; padding-inline-start: 1.2em}"
    " tr {break-inside: avoid} thead {display: table-header-group} span {white-space: nowrap}"
)
# Words with the no-break spaces and signs joined to them, and the white space between.
_PARTS = re.compile(r"[^ \n]+|[ \n]+")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def written(page: Page) -> bytes:
    """A complete page in UTF-8."""
    title = _held_alone(page.title)
    lines = "".join(f'<p dir="auto">{_held_alone(line)}</p>\n' for line in page.lines)
    return (
        f'<!DOCTYPE html>\n<html lang="{page.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{escape(page.title, quote=False)}</title>\n<style>{_STYLE} {_OFFICE_STYLE}</style>\n</head>\n<body>\n"
        f'<h1 dir="auto">{title}</h1>\n{lines}{"".join(map(_table, page.tables))}</body>\n</html>\n'
    ).encode()


def copied_page(body: str) -> str:
    """A page for the clipboard of Word and Excel; texts of the user in its body are escaped already."""
    return f'<html><head><meta charset="utf-8"><style>{_OFFICE_STYLE}</style></head><body>{body}</body></html>'


def escaped(text: str) -> str:
    """A text inside a cell as HTML, with its line breaks."""
    return escape(text, quote=False).replace("\n", "<br>")


def escaped_alone(text: str) -> str:
    """A text outside cells as HTML, safe in a spreadsheet, which would make a cell of each of its lines."""
    return escaped(_guarded_lines(text))


def _guarded_lines(text: str) -> str:
    return "\n".join(map(unseen_guarded, text.split("\n")))


def _held(text: str) -> str:
    """A text inside a cell as HTML, unchanged.

    Signs that French keeps with the word before them do not begin a line.
    """
    whole = with_no_break_spaces(text)
    if whole == text:
        return escaped(text)
    return "".join(_part(text[match.start() : match.end()], match[0]) for match in _PARTS.finditer(whole))


def _part(typed: str, whole: str) -> str:
    return escaped(typed) if typed == whole else f"<span>{escaped(typed)}</span>"


def _held_alone(text: str) -> str:
    return _held(_guarded_lines(text))


def as_text_cell(text: str) -> str:
    """The attribute that makes a text no formula in LibreOffice, which has no other way; empty if not needed."""
    return ' sdnum="1033;0;@"' if is_formula(text) else ""


def direction(text: str) -> str:
    """The attribute of a text from right to left for Word and LibreOffice, which know no "auto"; empty for others."""
    return ' dir="rtl"' if is_rtl(text) else ""


def _table(table: PageTable) -> str:
    caption = f"<caption>{_held_alone(table.caption)}</caption>\n" if table.caption else ""
    heads = "".join(f'<th scope="col"{as_text_cell(head)}>{_held(head)}</th>' for head in table.heads)
    return f"<table>\n{caption}<thead><tr>{heads}</tr></thead>\n{''.join(_bodies(table))}</table>\n"


def _bodies(table: PageTable) -> Iterator[str]:
    """The rows, in one body for each group; a row over all columns is the head of its group."""
    yield "<tbody>\n"
    for place, row in enumerate(table.rows):
        if len(row) == 1 and len(table.heads) > 1:
            if place:
                yield "</tbody>\n<tbody>\n"
            yield f'<tr><th colspan="{len(table.heads)}" scope="rowgroup"{_shown(row[0])}</th></tr>\n'
        else:
            yield f"<tr>{''.join(map(_cell, row))}</tr>\n"
    yield "</tbody>\n"


def _cell(cell: PageCell) -> str:
    if cell.heads:
        return f'<th scope="row"{_shown(cell)}</th>'
    return f"<td{_shown(cell)}</td>"


def _shown(cell: PageCell) -> str:
    """The rest of the opening tag of a cell, and its content."""
    as_text = as_text_cell(cell.lines[0] if cell.lines else "")
    languages = cell.languages or [None] * len(cell.lines)
    if cell.bulleted and cell.lines:
        return f'{as_text} dir="auto"><ul>{"".join(map(_item, cell.lines, languages))}</ul>'
    # A cell of several lines that are no items is in the language of the page.
    return f'{as_text} dir="auto"{_spoken(*languages[:1])}>{"<br>".join(map(_held, cell.lines))}'


def _item(line: str, language: Language | None) -> str:
    return f"<li{_spoken(language)}>{_held(line)}</li>"


def _spoken(language: Language | None = None) -> str:
    """The attribute for a text in a language, if it is not in that of the page."""
    return "" if language is None else f' lang="{language}"'
