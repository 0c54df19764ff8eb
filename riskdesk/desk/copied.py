"""Copied branches for other programs, as text and as HTML.

Bullets alone become lines, or a list. If there is an entry or a category, the result is a table of two columns, with a
bullet sign before each text: Excel would split an HTML list in a cell into rows, and might take a text without a sign
for a formula.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from riskdesk.domain.formulas import guarded
from riskdesk.domain.tree import Branch, CategoryTree, EntryTree
from riskdesk.domain.values import Mitigation, Risk
from riskdesk.exchange import csv_file
from riskdesk.exchange.html_page import as_text_cell, copied_page, direction, escaped, escaped_alone

_BULLET = "• "
# Table attributes, which Word and LibreOffice understand, where a browser would need styles.
_TABLE = '<table border="1" cellspacing="0" cellpadding="4" width="100%">'
_CELL = '<td width="50%" valign="top"'


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table: the title of a category over both columns, or risks and mitigations."""

    title: str = ""
    risks: tuple[str, ...] = ()
    mitigations: tuple[str, ...] = ()


def as_text(branches: Sequence[Branch]) -> str:
    """The bullets as lines, or the table with tabs and quotes as Excel writes it; nothing can be read as a formula."""
    bullets = _bullets(branches)
    if bullets is not None:
        return _lines(bullets)
    return csv_file.copied(
        (guarded(row.title), "") if row.title else map(_cell, (row.risks, row.mitigations)) for row in _rows(branches)
    )


def as_html(branches: Sequence[Branch]) -> str:
    """The bullets as a list, or the table; text of the user is escaped."""
    bullets = _bullets(branches)
    if bullets is not None:
        lines = (f"<li{direction(bullet)}>{escaped_alone(bullet)}</li>" for bullet in bullets)
        return copied_page(f"<ul>{''.join(lines)}</ul>")
    return copied_page(f"{_TABLE}{''.join(map(_html_row, _rows(branches)))}</table>")


def _bullets(branches: Sequence[Branch]) -> list[str] | None:
    """The descriptions if all branches are bullets; else None."""
    bullets = [branch.description for branch in branches if isinstance(branch, Risk | Mitigation)]
    return bullets if len(bullets) == len(branches) else None


def _lines(bullets: Sequence[str]) -> str:
    """The texts of bullets, one on each line; Excel puts each line into a cell.

    They are prefixed with a bullet sign if Excel would take a line for a formula.
    """
    lines = "\n".join(bullets)
    if all(line == guarded(line) for line in lines.split("\n")):
        return lines
    return "\n".join("\n".join(map(guarded, f"{_BULLET}{bullet}".split("\n"))) for bullet in bullets)


def _rows(branches: Sequence[Branch]) -> Iterator[_Row]:
    for alone, group in groupby(branches, key=lambda branch: isinstance(branch, Risk | Mitigation)):
        if alone:
            yield _sides(list(group))
        else:
            yield from chain.from_iterable(map(_rows_of, group))


def _rows_of(branch: Branch) -> Iterator[_Row]:
    """The title of a category and the rows of its entries, or the row of an entry."""
    if isinstance(branch, CategoryTree):
        yield _Row(title=branch.category.title)
    entries = branch.entries if isinstance(branch, CategoryTree) else [branch]
    yield from (_sides([*e.risks, *e.mitigations]) for e in entries if isinstance(e, EntryTree))


def _sides(bullets: Sequence[Branch]) -> _Row:
    return _Row(
        risks=tuple(bullet.description for bullet in bullets if isinstance(bullet, Risk)),
        mitigations=tuple(bullet.description for bullet in bullets if isinstance(bullet, Mitigation)),
    )


def _cell(bullets: Sequence[str]) -> str:
    return "\n".join(_BULLET + bullet for bullet in bullets)


def _html_row(row: _Row) -> str:
    if row.title:
        attributes = f"{direction(row.title)}{as_text_cell(row.title)}"
        return f'<tr><td colspan="2"{attributes}><b>{escaped(row.title)}</b></td></tr>'
    cells = map(_cell, (row.risks, row.mitigations))
    return f"<tr>{''.join(f'{_CELL}{direction(cell)}>{escaped(cell)}</td>' for cell in cells)}</tr>"
