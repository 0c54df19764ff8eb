"""Tables as tests write them: rows of plain values."""

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from riskdesk.desk.importing import scale
from riskdesk.domain.importing.reading import read
from riskdesk.domain.importing.result import Import
from riskdesk.domain.sheets import Block, Cell, Source, Table, TableKind, TextLine
from riskdesk.domain.values import Language
from riskdesk.exchange.tables import delimited


def sheet(
    rows: Sequence[Sequence[Any]],
    name: str = "Sheet1",
    number: int = 1,
    *,
    merged: Iterable[tuple[int, int, int, int]] = (),
    kind: TableKind = TableKind.SHEET,
    **more: Any,
) -> Table:
    """A sheet; `merged` are cells by row and column, with the rows and columns that they reach over."""
    sizes = {(row, column): size for row, column, *size in merged}
    cells = []
    for row, line in enumerate(rows, 1):
        for column, value in enumerate(line, 1):
            if value is not None and value != "":
                plain = value if isinstance(value, int | float | datetime.date) else None
                cells.append(Cell(row, column, str(value), *sizes.get((row, column), (1, 1)), plain))
    return Table(kind, number, name, tuple(cells), **more)


def table(rows: Sequence[Sequence[Any]], number: int = 1, **more: Any) -> Table:
    """A table of a document."""
    return sheet(rows, "", number, kind=TableKind.TABLE, **more)


def imported(*blocks: Block, answers: dict[str, str] | None = None, mapping: dict[str, Any] | None = None) -> Import:
    """What comes of a file that holds those blocks."""
    return read(Source(blocks, (), "file"), scale, Language.ENGLISH, mapping, answers)


def outline(file_import: Import) -> list[Any]:
    """The categories of an import, with the texts of risks and mitigations in each entry."""
    assert file_import.tree is not None
    return [
        (
            category.category.title,
            [
                (
                    [risk.description for risk in entry.risks],
                    [mitigation.description for mitigation in entry.mitigations],
                )
                for entry in category.entries
            ],
        )
        for category in file_import.tree.categories
    ]


def kinds(file_import: Import) -> set[str]:
    """The kinds of what is asked."""
    return {question.kind for question in file_import.questions}


def levels(file_import: Import) -> list[Any]:
    """The four levels of each risk."""
    return [
        (risk.likelihood, risk.impact, risk.residual_likelihood, risk.residual_impact)
        for risk in file_import.tree.risks
    ]


def lines(*texts: str | tuple[str, int]) -> list[TextLine]:
    """Paragraphs, of which empty ones are left out; those with a level are headings."""
    texts_and_levels = [(text, 0) if isinstance(text, str) else text for text in texts]
    return [TextLine(text, number, level) for number, (text, level) in enumerate(texts_and_levels, 1) if text]


def of_text(text: str) -> Import:
    """What comes of a text file."""
    source = delimited.read(Path("risks.txt"), text.encode())
    return read(source, scale, Language.ENGLISH)
