"""How much of a file is read, and how often, whatever it claims to hold."""

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.reader.excel import ExcelReader

from riskdesk.domain.problems import InputProblem
from riskdesk.exchange.tables import limits, reading
from riskdesk.exchange.tables.limits import LONGEST_TEXT
from tests.exchange.tables.hostile import changed, document, workbook

SHEET = "xl/worksheets/sheet1.xml"
LONG = "floods " * (LONGEST_TEXT // 7 + 1)
SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def run(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def inside(text: str) -> str:
    """A table with another one in its cell."""
    table = f"<w:tbl><w:tr><w:tc>{run(text)}</w:tc></w:tr></w:tbl>"
    return f"<w:tbl><w:tr><w:tc>{table}{run('x')}</w:tc></w:tr></w:tbl>"


def of_text(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def open_document(path: Path, rows: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES}><office:body><office:spreadsheet><table:table>{rows}</table:table>"
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def test_a_text_as_long_as_a_book_is_refused_with_its_beginning(tmp_path: Path) -> None:
    files = [
        of_text(tmp_path / "a.csv", f"Risk,Mitigation\n{LONG},Boats\n"),
        of_text(tmp_path / "a.html", f"<table><tr><td>Risk<td>{LONG}</table>"),
        of_text(tmp_path / "b.html", f"<p>{LONG}"),
        document(tmp_path / "a.docx", run(LONG)),
        document(tmp_path / "b.docx", inside(LONG)),
        changed(workbook(tmp_path / "a.xlsx"), SHEET, lambda data: data.replace(b"Floods", LONG.encode())),
        open_document(tmp_path / "a.ods", f"<table:table-row><table:table-cell><text:p>{LONG}</text:p>"
                                          "</table:table-cell></table:table-row>"),
    ]  # fmt: skip
    for path in files:
        with pytest.raises(InputProblem, match="begins with “floods floods"):
            reading.read(path)


def test_rows_that_an_open_document_repeats_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_CELLS", 9_000)
    row = (
        '<table:table-row table:number-rows-repeated="11"><table:table-cell table:number-columns-repeated="900">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
    )
    with pytest.raises(InputProblem, match="9,000"):
        reading.read(open_document(tmp_path / "a.ods", row))


def times_opened(monkeypatch: pytest.MonkeyPatch, path: Path) -> int:
    """How often the archive was opened while it was read."""
    count = 0
    whole = zipfile.ZipFile.__init__

    def init(self: zipfile.ZipFile, *args: Any, **options: Any) -> None:
        nonlocal count
        count += 1
        whole(self, *args, **options)

    with monkeypatch.context() as patched:
        patched.setattr(zipfile.ZipFile, "__init__", init)
        reading.read(path)
    return count


def sheets(path: Path, count: int) -> Path:
    book = openpyxl.Workbook()
    for number in range(count):
        book.create_sheet(f"S{number}").append(["Risk", f"Floods {number}"])
    book.remove(book.worksheets[0])
    book.save(path)
    return path


def test_an_archive_is_opened_as_often_for_many_sheets_as_for_few(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few, many = sheets(tmp_path / "few.xlsx", 2), sheets(tmp_path / "many.xlsx", 40)
    assert times_opened(monkeypatch, many) == times_opened(monkeypatch, few)


@pytest.mark.parametrize(("value", "times"), [("High", 1), ("=1+1", 2)])
def test_a_workbook_is_read_twice_only_where_it_has_formulas(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str, times: int
) -> None:
    path = workbook(tmp_path / "a.xlsx", ["Risk", "Likelihood"], ["Floods", value])
    calls: list[bool] = []
    load = ExcelReader.read
    monkeypatch.setattr(ExcelReader, "read", lambda reader: calls.append(True) or load(reader))
    (table,) = reading.read(path).tables
    assert len(calls) == times
    assert [cell.formula for cell in table.cells if cell.formula] == ([value] if times > 1 else [])


def test_many_sheets_come_in_by_their_values(tmp_path: Path) -> None:
    source = reading.read(sheets(tmp_path / "a.xlsx", 300))
    assert [table.cells[1].text for table in source.tables] == [f"Floods {number}" for number in range(300)]
    assert [remark.kind for remark in source.remarks] == ["plain_values"]


def merged(data: bytes) -> bytes:
    ranges = b"".join(b'<mergeCell ref="A%d:B%d"/>' % (row, row) for row in range(10, 6_000))
    return data.replace(b"<pageMargins", b"<mergeCells>" + ranges + b"</mergeCells><pageMargins", 1)


def styled(data: bytes) -> bytes:
    return data.replace(
        b"</cellXfs>", b'<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>' * 160_000 + b"</cellXfs>"
    )


@pytest.mark.parametrize(("part", "change"), [(SHEET, merged), ("xl/styles.xml", styled)])
def test_what_is_endless_beside_the_cells_takes_nothing_from_them(tmp_path: Path, part: str, change: Any) -> None:
    path = workbook(tmp_path / "a.xlsx")
    # An archive packs what is always the same to less than is believed.
    with zipfile.ZipFile(changed(path, part, change)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    source = reading.read(path)
    assert "Floods" in [cell.text for table in source.tables for cell in table.cells]
    assert [remark.kind for remark in source.remarks] == ["plain_values"]


def test_lists_behind_many_cells_are_read_where_there_are_cells(tmp_path: Path) -> None:
    rules = "".join(
        f'<dataValidation type="list" sqref="{area}"><formula1>{source}</formula1></dataValidation>'
        for area, source in (("B2:B1048576", '"Low,High"'), ("A1:XFD1 A2", "Sheet!$A$1:$XFD$1048576"))
    )
    added = f'<dataValidations count="2">{rules}</dataValidations><pageMargins'.encode()
    path = changed(workbook(tmp_path / "a.xlsx"), SHEET, lambda data: data.replace(b"<pageMargins", added, 1))
    (table,) = reading.read(path).tables
    choices = {(cell.row, cell.column): cell.choices for cell in table.cells}
    assert choices[2, 2] == ("Low", "High")
    assert choices[1, 1] == choices[1, 3] == choices[2, 1] == ("Risk", "Likelihood", "Mitigation")
    assert choices[2, 3] == ()


def test_columns_that_are_hidden_again_and_again_are_told_once(tmp_path: Path) -> None:
    columns = "".join(f'<col min="{column}" max="16384" width="9" hidden="1"/>' for column in (2, 3, 1))
    data = f"<cols>{columns}</cols><sheetData>".encode()
    path = changed(workbook(tmp_path / "a.xlsx"), SHEET, lambda content: content.replace(b"<sheetData>", data, 1))
    (table,) = reading.read(path).tables
    assert {1, 2, 3} <= table.hidden_columns


def test_what_was_inserted_inside_what_was_inserted_is_told_once(tmp_path: Path) -> None:
    inserted = "<w:ins>" * 50 + "<w:r><w:t>floods</w:t></w:r>" + "</w:ins>" * 50
    source = reading.read(document(tmp_path / "a.docx", f"<w:p>{inserted}</w:p>"))
    assert [(remark.kind, remark.text) for remark in source.remarks] == [("inserted_text", "floods")]
