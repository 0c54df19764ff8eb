"""HTML files, as Excel and Word save or copy them."""

import re
from collections.abc import Iterator
from pathlib import Path

from riskdesk.domain import table as clipped
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.sheets import Block, Cell, Line, Place, Remark, Source, Table, TableKind
from riskdesk.exchange import html_text
from riskdesk.exchange.html_text import Content
from riskdesk.exchange.tables.delimited import decoded
from riskdesk.exchange.tables.word import NOTE_BEGIN, NOTE_END

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_CHANGE = re.compile(r"<(ins|del)\b[^>]{0,2000}>(.{0,20000}?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]{0,5000}>")
_MARK = re.compile("\ufff9([^\ufff9\ufffb]*)\ufffb")


def read(path: Path, data: bytes, encoding: str = "") -> Source:
    """The tables and texts of an HTML file; InputProblem if it has too many."""
    told = _CHARSET.search(data[:4000])
    html, _ = decoded(data, encoding or (told[1].decode() if told and not data.startswith(b"\xff") else ""))
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
        if isinstance(block, clipped.Table):
            tables += 1
            yield _table(block, tables, content)
            continue
        for text in filter(None, (line.strip() for line in block.split("\n"))):
            lines += 1
            yield Line(_noted(text, content), lines)


def _table(table: clipped.Table, number: int, content: Content) -> Table:
    return Table(
        TableKind.TABLE,
        number,
        cells=tuple(
            Cell(row, cell.column + 1, _noted(cell.text, content), cell.height, cell.span)
            for row, line in enumerate(table.rows, 1)
            for cell in line.cells
        ),
        hidden_rows=frozenset(row for row, line in enumerate(table.rows, 1) if line.hidden),
    )


def _noted(text: str, content: Content) -> str:
    """A text with its notes where their marks are."""
    return _MARK.sub(lambda mark: _note(content.notes.get(mark[1], "")), text)


def _note(text: str) -> str:
    return f"{NOTE_BEGIN}{text}{NOTE_END}" if text else ""


def _changes(html: str) -> Iterator[Remark]:
    """What was put in or deleted while changes were tracked, with the row where it stands."""
    for match in _CHANGE.finditer(html):
        text = " ".join(_TAG.sub("", match[2]).split())
        kind = "inserted_text" if match[1].lower() == "ins" else "deleted_text"
        row = len(re.findall(r"<tr\b", html[: match.start()], re.IGNORECASE))
        if text:
            yield Remark(kind, text, Place(TableKind.TABLE, 1, "", row))
