"""HTML files, as saved or copied by Excel and Word."""

import re
from collections.abc import Iterator
from pathlib import Path

from riskdesk.domain import table as clipped
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.sheets import (
    NOTE,
    NOTE_BEGIN,
    NOTE_END,
    Block,
    Cell,
    FilePlace,
    Remark,
    Source,
    Table,
    TableKind,
    TextLine,
)
from riskdesk.exchange import html_text
from riskdesk.exchange.html_text import Content
from riskdesk.exchange.tables.delimited import decoded

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_CHANGE = re.compile(r"<(ins|del)\b[^>]{0,2000}>(.{0,20000}?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_MOST_CHANGES = 1_000
_COMMENT = re.compile(r"<comment\b[^>]{0,200}>(.{0,20000}?)</comment\s*>", re.IGNORECASE | re.DOTALL)
# html_text does not report headings, so they are marked with a character that no text contains.
_HEADING = re.compile(r"<h([1-6])\b[^>]{0,2000}>", re.IGNORECASE)
_LEVEL, _LEVELS = "\ufff8", re.compile("\ufff8([1-6])")
# LibreOffice's names of sheets in a workbook saved as HTML.
_SHEET = re.compile(r"^Sheet \d+: ")
_TAG = re.compile(r"<[^<>]{0,5000}>")


def read(path: Path, data: bytes, encoding: str = "") -> Source:
    """The tables and texts of an HTML file; InputProblem if it has too many."""
    charset = _CHARSET.search(data[:4000])
    html, _ = decoded(data, encoding or (charset[1].decode() if charset and not data.startswith(b"\xff") else ""))
    html = _HEADING.sub(lambda match: f"{match[0]}{_LEVEL}{match[1]}", html.replace(_LEVEL, ""))
    try:
        content = html_text.read(html)
    except InputProblem as problem:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "{file} is too large a page; save it as a workbook (.xlsx) and import that."),
            file=path,
        ) from problem
    return Source(tuple(_blocks(content)), tuple(_changes(html)), path.name)


def _blocks(content: Content) -> Iterator[Block]:
    tables = lines = 0
    for block in content.blocks:
        if isinstance(block, clipped.PastedTable):
            tables += 1
            yield _table(block, tables, content)
            continue
        for text in filter(None, (line.strip() for line in block.split("\n"))):
            lines += 1
            level = _LEVELS.search(text)
            yield TextLine(_SHEET.sub("", _noted(text, content)), lines, int(level[1]) if level else 0)


def _table(table: clipped.PastedTable, number: int, content: Content) -> Table:
    return Table(
        TableKind.TABLE,
        number,
        cells=tuple(
            Cell(
                row,
                cell.column + 1,
                _noted(cell.around if cell.tables else cell.text, content),
                cell.height,
                cell.span,
                tables=tuple(_table(inner, 0, content) for inner in cell.tables),
            )
            for row, line in enumerate(table.rows, 1)
            for cell in line.cells
        ),
        hidden_rows=frozenset(row for row, line in enumerate(table.rows, 1) if line.hidden),
    )


def _noted(text: str, content: Content) -> str:
    """A text with its notes in place of the marks."""
    return NOTE.sub(lambda mark: _note(content.notes.get(mark[1], "")), _LEVELS.sub("", text))


def _note(text: str) -> str:
    return f"{NOTE_BEGIN}{text}{NOTE_END}" if text else ""


def _changes(html: str) -> Iterator[Remark]:
    """Comments, and text that was inserted or deleted while changes were tracked, with its row."""
    # Larger numbers are not the work of people, and searching for the end of each would take long.
    if len(re.findall("<(?:ins|del|comment)", html, re.IGNORECASE)) > _MOST_CHANGES:
        return
    for match in _COMMENT.finditer(html):
        yield Remark("comment", " ".join(_TAG.sub("", match[1]).split()), _place(html, match))
    for match in _CHANGE.finditer(html):
        text = " ".join(_TAG.sub("", match[2]).split())
        kind = "inserted_text" if match[1].lower() == "ins" else "deleted_text"
        if text:
            yield Remark(kind, text, _place(html, match))


def _place(html: str, match: re.Match[str]) -> FilePlace:
    return FilePlace(TableKind.TABLE, 1, "", len(re.findall(r"<tr\b", html[: match.start()], re.IGNORECASE)))
