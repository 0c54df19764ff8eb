"""Cells that only a colour fills, in workbooks and Word documents."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color

from riskdesk.domain.traffic_lights import light
from riskdesk.exchange.tables import reading
from tests.exchange.tables.hostile import document
from tests.exchange.tables.word_documents import CELL, ROW, run

HEADS = ("Risk", "Likelihood", "Impact", "Mitigation")


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        (Color(rgb="FF00B050"), "green"),
        (Color(rgb="FFC6EFCE"), "green"),
        (Color(rgb="FF92D050"), "green"),
        (Color(rgb="FFFFFF00"), "amber"),
        (Color(rgb="FFFFC000"), "amber"),
        (Color(rgb="FFFFEB9C"), "amber"),
        (Color(rgb="FFFF0000"), "red"),
        (Color(rgb="FFC00000"), "red"),
        (Color(rgb="FFFFC7CE"), "red"),
        (Color(indexed=10), "red"),
        (Color(indexed=13), "amber"),
        (Color(theme=6), "green"),
        (Color(theme=9, tint=0.4), "amber"),
        (Color(theme=5, tint=-0.25), "red"),
        (Color(rgb="FF0070C0"), None),
        (Color(theme=4), None),
    ],
)
def test_a_cell_of_a_workbook_with_a_colour_alone_is_read(tmp_path: Path, colour: Color, expected: str | None) -> None:
    book = Workbook()
    for line in (HEADS, ("Fire in the office", None, None, "Hoses")):
        book.active.append(line)
    book.active["B2"].fill = PatternFill("solid", fgColor=colour)
    book.save(tmp_path / "a.xlsx")
    (table,) = reading.read(tmp_path / "a.xlsx").tables
    cells = {(cell.row, cell.column): cell for cell in table.cells}
    assert cells[2, 2].blank
    assert light(cells[2, 2].fill) == expected


@pytest.mark.parametrize(
    "colour", [Color(rgb="FFD9D9D9"), Color(theme=0), Color(theme=1), Color(indexed=64), Color(rgb="FFFFFFFF")]
)
def test_a_cell_that_is_grey_holds_nothing(tmp_path: Path, colour: Color) -> None:
    book = Workbook()
    book.active.append(HEADS)
    book.active["B2"].fill = PatternFill("solid", fgColor=colour)
    book.save(tmp_path / "a.xlsx")
    (table,) = reading.read(tmp_path / "a.xlsx").tables
    assert [cell.text for cell in table.cells] == list(HEADS)


def test_a_cell_of_a_document_with_a_colour_alone_is_read(tmp_path: Path) -> None:
    shaded = '<w:tc><w:tcPr><w:shd w:val="clear" w:fill="{}"/></w:tcPr><w:p/></w:tc>'
    cells = "".join(map(shaded.format, ("FF0000", "auto", "FFC000")))
    head = ROW.format("".join(CELL.format(run(text)) for text in HEADS))
    path = document(tmp_path / "a.docx", f"<w:tbl>{head}<w:tr>{cells}</w:tr></w:tbl>")
    (read_table,) = reading.read(path).tables
    assert [light(cell.fill) for cell in read_table.cells if cell.row == 2] == ["red", None, "amber"]
