"""Workbooks: what Excel shows is what comes in, and what comes in of no value is told."""

import datetime
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from xlsxwriter import Workbook as Written

from riskdesk.desk import importing
from riskdesk.domain.importing.result import Import
from riskdesk.domain.values import Language
from riskdesk.exchange.tables import reading, values
from tests.exchange.tables.hostile import changed, workbook

SHEETS = b"http://schemas.openxmlformats.org/spreadsheetml/2006"
STRICT = b"http://purl.oclc.org/ooxml/"
HEADS = ("No", "Risk", "Likelihood", "Impact", "Mitigation", "Owner", "Status")


@pytest.fixture
def import_file(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], Import]:
    monkeypatch.setattr(
        importing.asking, "read", lambda path, encoding="", _checkpoint=None: reading.read(path, encoding)
    )
    return lambda path: importing.read(path, Language.ENGLISH)


def texts(path: Path) -> list[str]:
    (table,) = reading.read(path).tables
    return [cell.text for cell in table.cells]


@pytest.mark.parametrize("typed", ["a_x000D_b", "x005F_", "_x005F_ and _x005f_", "_x_ _x12_ x005F", "😀 é"])
def test_what_looks_like_a_sign_of_excel_comes_back_as_it_was_typed(tmp_path: Path, typed: str) -> None:
    with Written(str(tmp_path / "a.xlsx")) as book:
        book.add_worksheet().write_string(0, 0, typed)
    assert texts(tmp_path / "a.xlsx") == [typed]


def test_the_signs_that_excel_writes_by_their_numbers_are_those_signs(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ["one_x000D_\ntwo", "_xD83D__xDE00_", "a_x0009_b"])
    assert texts(path) == ["one\ntwo", "😀", "a\tb"]


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (1, '"R-"00', "R-01"), (12, '"R-"00', "R-12"), (7, "000", "007"), (3, "\\R0", "R3"), (3, '"n°" 0', "n° 3"),
        (3, '0"h"', "3"), (3, '0 "days"', "3 days"), (2.5, '"R"00', "2.5"), (-3, "000", "-3"), (3, '"€"#,##0', "3"),
        (3, "0", "3"), (0.25, "0%", "25%"), (True, "000", "TRUE"),
    ],
)  # fmt: skip
def test_a_number_by_which_something_is_called_is_read_as_it_is_shown(value: float, form: str, expected: str) -> None:
    assert values.shown(value, form) == expected


MAY = datetime.datetime(2026, 5, 1)


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (MAY, "mmm-yy", "2026-05"), (MAY, "[$-40C]mmmm\\ yyyy;@", "2026-05"), (MAY, "MM/YYYY", "2026-05"),
        (MAY, "d mmm yyyy", "2026-05-01"), (MAY, '"due" mmm yy', "2026-05"), (MAY, "yyyy", "2026-05-01"),
        (MAY, "General", "2026-05-01"), (MAY.replace(day=15), "mmm-yy", "2026-05-15"), (MAY.date(), "yy-mm", "2026-05"),
    ],
)  # fmt: skip
def test_a_month_is_read_as_it_is_shown(value: datetime.date, form: str, expected: str) -> None:
    assert values.shown(value, form) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May 26", "2026-05"), ("mai 2026", "2026-05"), ("05/2026", "2026-05"), ("2026-05", "2026-05"),
        ("01/05/26", "2026-05-01"), ("1 May 2026", "2026-05-01"), ("1 May", "2026-05-01"), ("", "2026-05-01"),
        ("2026", "2026-05-01"), ("9" * 9999, "2026-05-01"),
    ],
)  # fmt: skip
def test_a_month_of_open_document_is_read_as_it_is_shown(text: str, expected: str) -> None:
    assert values.named_day(MAY.date(), text) == expected


def test_a_deadline_that_excel_shows_as_a_month_lasts_until_its_last_day(
    tmp_path: Path, import_file: Callable[[Path], Import]
) -> None:
    book = Workbook()
    book.active.append(["Risk", "Mitigation", "Due date", "Date raised", "Paid from"])
    book.active.append(["Floods cut the roads", "Boats", MAY, MAY, MAY])
    for cell in book.active[2][2:]:
        cell.number_format = "mmm-yy"
    book.save(tmp_path / "a.xlsx")
    file_import = import_file(tmp_path / "a.xlsx")
    assert [mitigation.due_date for mitigation in file_import.tree.mitigations] == [datetime.date(2026, 5, 31)]
    (risk,) = file_import.tree.risks
    assert (risk.identified_on, risk.note) == (MAY.date(), "Paid from: May 2026")
    told = [(message.kind, str(message.more)) for message in file_import.messages]
    assert told == [("date_guess", "2026-05-31")]


def test_an_error_is_no_measure_no_owner_and_no_level(tmp_path: Path, import_file: Callable[[Path], Import]) -> None:
    book = Workbook()
    for row in (
        HEADS,
        (1, "#REF!", 2, 3, "Build dykes", "Ann", "#N/A"),
        (2, "Fire", "#DIV/0!", 3, "#NOM?", "#VALEUR!", "closed"),
        (3, "Theft", 1, 1, "Lock the doors", "Bob", "closed"),
    ):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    file_import = import_file(tmp_path / "a.xlsx")
    assert file_import.tree is not None
    risk_facts = [(risk.description, risk.likelihood, risk.owner, risk.note) for risk in file_import.tree.risks]
    assert risk_facts == [("#REF!", 2, "Ann", ""), ("Fire", None, "", ""), ("Theft", 1, "Bob", "")]
    assert [mitigation.description for mitigation in file_import.tree.mitigations] == ["Build dykes", "Lock the doors"]
    left_out = [(item.place.cell, item.excerpt) for item in file_import.left_out if item.reason == "no_value"]
    assert left_out == [("G2", "#N/A"), ("C3", "#DIV/0!"), ("E3", "#NOM?"), ("F3", "#VALEUR!")]
    warned = [(message.place.cell, message.excerpt) for message in file_import.messages if message.kind == "no_value"]
    assert warned == [("B2", "#REF!"), *left_out]


def test_a_sheet_that_is_hidden_is_told(tmp_path: Path, import_file: Callable[[Path], Import]) -> None:
    book = Workbook()
    for name, state in (("Risks", "visible"), ("Old", "hidden"), ("Secret", "veryHidden")):
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        for row in (HEADS, (1, f"{name} are stolen", 2, 3, "Lock the doors", "Ann", "closed")):
            sheet.append(row)
    del book["Sheet"]
    book.save(tmp_path / "a.xlsx")
    hidden_sheets = [
        (message.place.name, message.excerpt)
        for message in import_file(tmp_path / "a.xlsx").messages
        if message.kind == "hidden_sheet"
    ]
    assert hidden_sheets == [("Old", "Old"), ("Secret", "Secret")]


def test_what_stands_in_text_boxes_is_told(tmp_path: Path, import_file: Callable[[Path], Import]) -> None:
    with Written(str(tmp_path / "a.xlsx")) as book:
        sheet = book.add_worksheet()
        for place, row in enumerate((HEADS, (1, "Fire", 2, 3, "Hoses", "Ann", "closed"))):
            sheet.write_row(place, 0, row)
        sheet.insert_textbox("J2", "Score = L × I")
        sheet.insert_textbox("J9", "Score = L × I")
    left_out = import_file(tmp_path / "a.xlsx").left_out
    assert [item.excerpt for item in left_out if item.reason == "outside"] == ["Score = L × I"]


def test_a_text_that_a_csv_keeps_by_a_formula_is_that_text(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('No;Risk\n="007";a\n"=""0""""8""";b\n=A1;c\n', "utf-8")
    assert texts(tmp_path / "a.csv") == ["No", "Risk", "007", "a", '0"8', "b", "=A1", "c"]


def test_a_drawing_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    path = changed(workbook(tmp_path / "a.xlsx"), "", bytes, more={"xl/drawings/drawing1.xml": b"<!DOCTYPE a><a/>"})
    assert zipfile.is_zipfile(path)
    with pytest.raises(reading.FileProblem, match="damaged or malicious"):
        reading.read(path)


def test_a_workbook_in_the_strict_form_of_excel_is_read(tmp_path: Path) -> None:
    plain = workbook(tmp_path / "plain.xlsx", ["Risk", "Likelihood"], ["Floods", 3])
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(tmp_path / "a.xlsx", "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(SHEETS, STRICT + b"spreadsheetml")
            content = content.replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006", STRICT + b"officeDocument"
            )
            new.writestr(name, content)
    assert texts(tmp_path / "a.xlsx") == ["Risk", "Likelihood", "Floods", "3"]


def test_a_risk_that_a_formula_tells_and_nobody_worked_out_is_told(
    tmp_path: Path, import_file: Callable[[Path], Import]
) -> None:
    rows = (HEADS, (1, "Fire", 2, 3, "Hoses"), (2, '="Flo"&"ods"', 2, 3, "Dykes"), (3, '=IF(A4>9,"x","")'))
    file_import = import_file(workbook(tmp_path / "a.xlsx", *map(list, rows)))
    assert [
        (message.place.cell, message.excerpt) for message in file_import.messages if message.kind == "no_value"
    ] == [("B3", '="Flo"&"ods"')]
    assert [item.excerpt for item in file_import.left_out if item.place.cell == "B4"] == ['=IF(A4>9,"x","")']


def test_what_stands_in_text_boxes_of_libreoffice_is_told(tmp_path: Path) -> None:
    box = "<shapes><frame><text-box><p>Score = <span>L × I</span></p></text-box></frame></shapes>"
    table = f'<table name="Risks">{box}<table-row><table-cell><p>Risk</p></table-cell></table-row></table>'
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as archive:
        content = f"<document-content><body><spreadsheet>{table}</spreadsheet></body></document-content>"
        archive.writestr("content.xml", content)
    source = reading.read(tmp_path / "a.ods")
    assert [(remark.kind, remark.text) for remark in source.remarks] == [("outside", "Score = L × I")]
    assert texts(tmp_path / "a.ods") == ["Risk"]
