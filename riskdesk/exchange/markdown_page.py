"""Tables as GitHub Flavored Markdown, which most programs read: text of the user is escaped."""

import re
from collections.abc import Iterable

from riskdesk.domain.language import with_no_break_spaces
from riskdesk.domain.page import Page, PageCell, PageTable

_SIGNS = re.compile(r"[\\`*_\[\]|~$]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# At the beginning of a paragraph, these would make it a heading, a list or a line.
_BEGINS = re.compile(r"(?:[#+=:-]|\d+[.)])")
_BULLET = "• "


def written(page: Page) -> bytes:
    """A page in UTF-8."""
    blocks = [f"# {_line(page.title)}", *map(_line, page.lines), *map(_table, page.tables)]
    return ("\n\n".join(filter(None, blocks)) + "\n").encode()


def _line(text: str) -> str:
    """A text as a paragraph."""
    escaped_text = _escaped(text)
    begin = _BEGINS.match(escaped_text)
    return escaped_text if begin is None else f"{escaped_text[: begin.end() - 1]}\\{escaped_text[begin.end() - 1 :]}"


def _table(table: PageTable) -> str:
    width = len(table.heads)
    rows = [_row(map(_escaped, table.heads)), _row(["---"] * width)]
    for row in table.rows:
        if len(row) == 1 and width > 1:
            rows.append(_row([f"**{_cell(row[0])}**", *[""] * (width - 1)]))
        else:
            rows.append(_row(f"**{text}**" if cell.heads and (text := _cell(cell)) else _cell(cell) for cell in row))
    return "\n\n".join(filter(None, (_line(table.caption), "\n".join(rows))))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: PageCell) -> str:
    sign = _BULLET if cell.bulleted and len(cell.lines) > 1 else ""
    return "<br>".join(f"{sign}{_escaped(line)}" for line in cell.lines)


def _escaped(text: str) -> str:
    """A text in one line, with all Markdown markup escaped.

    It has the no-break spaces of French.
    """
    held_text = with_no_break_spaces(text.strip())
    escaped_text = "".join(_ENTITIES.get(sign, sign) for sign in _SIGNS.sub(r"\\\g<0>", held_text))
    return escaped_text.replace("\n", "<br>")
