"""Files that would take the computer or tell lies: each is refused with a sentence, or read for what it is."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from riskdesk.domain.importing.messages import ENCODINGS
from riskdesk.domain.problems import FileProblem, InputProblem, Problem
from riskdesk.exchange.tables import asking, calamine, package, reading, wire
from tests.domain.importing.scoring import REGISTERS
from tests.exchange.tables.hostile import BOMB, changed, document, workbook
from tests.systems import only_on_linux

SHEET = "xl/worksheets/sheet1.xml"


def texts(path):
    return [cell.text for table in reading.read(path).tables for cell in table.cells]


def zip_bomb(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr(SHEET, b"\0" * 80_000_000)
    return path


def many_parts(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
        for number in range(2_100):
            archive.writestr(f"word/media/{number}", b"")
    return path


def entity_bomb(path):
    return changed(workbook(path), SHEET, lambda data: data.replace(b"<worksheet", BOMB.encode() + b"<worksheet", 1))


def endless_merge(path):
    merge = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells><pageMargins'
    return changed(workbook(path), SHEET, lambda data: data.replace(b"<pageMargins", merge, 1))


def deep(path):
    return document(path, "<w:p>" * 3_000 + "</w:p>" * 3_000)


def cut_off(path):
    workbook(path)
    path.write_bytes(path.read_bytes()[:1_000])
    return path


def open_quote(path):
    path.write_text('Risk,Mitigation\n"Floods,Boats\nFires,Hoses\n', "utf-8")
    return path


def nothing_but_zeros(path):
    path.write_bytes(b"Risk\0\0\0\0\xff\xfe\0\0")
    return path


def many_columns(path):
    path.write_text(",".join(["Risk", "Impact", *(f"c{number}" for number in range(10_000))]) + "\nFire,Low\n")
    return path


REFUSED = {
    "wide.csv": many_columns,
    "bomb.xlsx": zip_bomb,
    "parts.docx": many_parts,
    "entities.xlsx": entity_bomb,
    "entities.docx": lambda path: document(path, "<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", BOMB),
    "merge.xlsx": endless_merge,
    "deep.docx": deep,
    "cut.xlsx": cut_off,
    "quote.csv": open_quote,
    "zeros.txt": nothing_but_zeros,
    "old.doc": lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) and path,
    "broken.xls": lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) and path,
    "page.pdf": lambda path: path.write_bytes(b"%PDF-1.7\n") and path,
    "image.zip": lambda path: zipfile.ZipFile(path, "w").close() or path,
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_with_a_sentence(tmp_path, name):
    path = REFUSED[name](tmp_path / name)
    with pytest.raises((FileProblem, InputProblem)) as refusal:
        reading.read(path)
    assert str(refusal.value).endswith(".")


@only_on_linux
@pytest.mark.parametrize("name", ["bomb.xlsx", "entities.xlsx", "merge.xlsx", "entities.docx"])
def test_refusing_a_hostile_file_takes_neither_memory_nor_the_program(tmp_path, name):
    path = REFUSED[name](tmp_path / name)
    question = json.dumps({"path": str(path), "encoding": ""}).encode() + b"\n"
    code = (
        "import pathlib, re, sys\n"
        "from riskdesk.exchange.tables.worker import answer_question\n"
        "answer_question()\n"
        "print(re.search('VmHWM:\\\\s+(\\\\d+)', pathlib.Path('/proc/self/status').read_text())[1], file=sys.stderr)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(package.__file__).parents[3])}
    process = subprocess.run(
        [sys.executable, "-c", code], input=question, capture_output=True, env=environment, check=True
    )
    assert process.stdout.startswith(b"P")
    assert int(process.stderr) < 200_000  # in kB


def test_a_cell_at_the_end_of_the_largest_sheet_is_read_where_it_stands(tmp_path):
    path = tmp_path / "far.xlsx"
    far = b'</row><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row></sheetData>'
    changed(workbook(path), SHEET, lambda data: data.replace(b"</row></sheetData>", far, 1))
    (table,) = reading.read(path).tables
    assert (table.cells[-1].text, table.cells[-1].row, table.cells[-1].column) == ("far", 1_048_576, 16_384)


def test_a_sheet_with_cells_too_far_from_each_other_is_refused_with_the_last_one(tmp_path):
    path = tmp_path / "far.xlsx"
    far = b'</row><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row></sheetData>'
    changed(workbook(path), SHEET, lambda data: data.replace(b"</row></sheetData>", far, 1))
    with pytest.raises(InputProblem, match="reaches from its first cell to XFD1048576; delete"):
        calamine.read(path, far=True)


def test_a_cell_longer_than_excel_allows_comes_in_whole(tmp_path):
    """Other programs write such cells."""
    long = "a " * 20_000 + "end"
    book = changed(workbook(tmp_path / "long.xlsx"), SHEET, lambda data: data.replace(b"Floods", long.encode()))
    sheet = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table>'
        f"<table:table-row><table:table-cell><text:p>{long}</text:p></table:table-cell></table:table-row></table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(tmp_path / "long.ods", "w") as archive:
        archive.writestr("content.xml", sheet)
    for path in (book, tmp_path / "long.ods"):
        assert long in [cell.text for table in reading.read(path).tables for cell in table.cells], path


def test_formulas_are_never_worked_out_and_those_without_a_result_are_told(tmp_path):
    path = workbook(tmp_path / "formula.xlsx", ["Risk", "Impact"], ["Floods", '=HYPERLINK("http://example.org")'])
    cell = next(cell for table in reading.read(path).tables for cell in table.cells if cell.formula)
    assert (cell.text, cell.value) == ("", None)
    assert cell.formula.startswith("=HYPERLINK")


def test_programs_and_other_files_that_a_workbook_names_are_told_and_left_alone(tmp_path):
    more = {"xl/vbaProject.bin": b"\0", "xl/externalLinks/externalLink1.xml": b"<externalLink/>"}
    path = changed(workbook(tmp_path / "macros.xlsm"), "", lambda data: data, more=more)
    assert {remark.kind for remark in reading.read(path).remarks} == {"macros", "external_links"}


def test_a_file_is_told_by_what_it_is_and_not_by_its_name(tmp_path):
    page = tmp_path / "page.xls"
    page.write_text("<html><table><tr><td>Risk<td>Mitigation<tr><td>Floods<td>Boats</table></html>", "utf-8")
    sheet = tmp_path / "sheet.csv"
    sheet.write_bytes(workbook(tmp_path / "a.xlsx").read_bytes())
    assert "Floods" in texts(page)
    assert "Floods" in texts(sheet)
    for ending in ("xlsx", "csv", "docx"):
        old = tmp_path / f"old.{ending}"
        old.write_bytes((REGISTERS / "17_old_xls.xls").read_bytes())
        assert list(reading.read(old).tables), ending


def test_what_is_not_a_number_and_control_characters_stay_text(tmp_path):
    path = tmp_path / "odd.csv"
    path.write_bytes(b"Risk,Impact\nNaN,1e999\n\x01Flo\x02ods,-0\n")
    assert texts(path) == ["Risk", "Impact", "NaN", "1e999", "Floods", "-0"]


@pytest.mark.parametrize(
    ("encoding", "guess"), [("utf-8", "utf-8"), ("utf-8-sig", ""), ("utf-16", ""), ("cp1252", ""), ("cp850", ""),
                           ("mac_roman", "")],
)  # fmt: skip
def test_accents_come_in_whatever_wrote_them(tmp_path, encoding, guess):
    words = "Risque;Probabilité;Mesure\nDébordement des rivières à la frontière;Élevée;Réunion préparée\n"
    path = tmp_path / "accents.csv"
    path.write_bytes(words.encode(encoding))
    assert "Débordement des rivières à la frontière" in texts(path)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Политическая нестабильность, нехватка средств"),
        ("cp1253", "Πολιτική αστάθεια και έλλειψη πόρων"),
    ],
)
def test_words_without_a_latin_letter_are_those_of_their_alphabet(tmp_path: Path, encoding: str, text: str) -> None:
    path = tmp_path / "words.csv"
    path.write_bytes(f"Risk;Owner\n{text};Ann\nFloods;Bob\n".encode(encoding))
    assert texts(path) == ["Risk", "Owner", text, "Ann", "Floods", "Bob"]
    (remark,) = reading.read(path).remarks
    assert (remark.kind, remark.guess) == ("encoding", encoding)


def test_each_encoding_that_is_offered_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    for encoding, text in zip(ENCODINGS, ("é", "ł", "ж", "ξ", "ş", "é", "é"), strict=True):
        path.write_bytes(f"Risk\n{text}\n".encode(encoding))
        assert [cell.text for table in reading.read(path, encoding).tables for cell in table.cells] == ["Risk", text]


def test_a_sign_that_was_lost_is_told(tmp_path):
    path = tmp_path / "lost.csv"
    path.write_text("Risk,Mitigation\nMercer?s guide is late,Call\n", "utf-8")
    (remark,) = reading.read(path).remarks
    assert (remark.kind, remark.place.row) == ("lost_character", 2)


def test_what_is_read_goes_through_the_pipe_unchanged():
    for path in (Path(__file__).parents[2] / "data" / "registers").glob("[0-9]*[!n]"):
        if not path.name.endswith(".json"):
            source = reading.read(path)
            assert wire.read(wire.written(source)) == source


def test_a_process_reads_the_file_and_its_problems_come_back(tmp_path):
    assert [table.name for table in asking.read(workbook(tmp_path / "a.xlsx")).tables] == ["Sheet"]
    with pytest.raises(InputProblem, match="quotation mark in line"):
        asking.read(open_quote(tmp_path / "quote.csv"))
    with pytest.raises(FileProblem, match="cannot be read"):
        asking.read(tmp_path / "nowhere.csv")


def test_who_does_not_wait_any_more_ends_the_process(tmp_path):
    class Cancelled(Exception):
        pass

    def checkpoint(*_):
        raise Cancelled

    with pytest.raises(Cancelled):
        asking.read(workbook(tmp_path / "a.xlsx"), checkpoint=checkpoint)


def test_a_process_that_dies_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(asking, "ARGUMENT", "--selftest-of-nothing")
    with pytest.raises(Problem, match="needs more memory than a register does"):
        asking.read(workbook(tmp_path / "a.xlsx"))


def test_a_busy_machine_loses_no_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The time of a look may be up before anything was sent."""
    checkpoints: list[float] = []

    def checkpoint(*_: object) -> None:
        checkpoints.append(0.0)
        monkeypatch.setattr(asking, "_PAUSE", -1.0 if len(checkpoints) == 1 else 0.05)

    monkeypatch.setattr(asking, "_LONGEST", 20)
    assert [table.name for table in asking.read(workbook(tmp_path / "a.xlsx"), checkpoint=checkpoint).tables] == [
        "Sheet"
    ]


@pytest.mark.parametrize(
    ("content", "manifest", "message"),
    [
        ("<document-content><body><text/></body></document-content>", "<m/>", "is a kind of document that cannot be"),
        ("locked", "<m><e:encryption-data/></m>", "is protected by a password"),
    ],
)
def test_a_text_of_libreoffice_and_a_locked_sheet_say_what_they_are(
    tmp_path: Path, content: str, manifest: str, message: str
) -> None:
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as archive:
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    with pytest.raises(Problem, match=f"a.odt {message}"):
        reading.read(tmp_path / "a.odt")


@pytest.mark.parametrize(
    "text",
    ['<?xml version="1.0"?>\n<Workbook xmlns="urn:x"><Row/></Workbook>', "MIME-Version: 1.0\n\n<html>", "{\\rtf1 a}"],
)
def test_a_document_of_another_kind_is_named_as_one(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.xls").write_text(text, "utf-8")
    with pytest.raises(Problem, match="is a kind of document that cannot be imported; save it as"):
        reading.read(tmp_path / "a.xls")


def test_a_page_that_says_it_is_xml_is_a_page(tmp_path: Path) -> None:
    page = '<?xml version="1.0"?>\n<!DOCTYPE html>\n<html><body><table><tr><td>Risk</td></tr></table></body></html>'
    (tmp_path / "a.xls").write_text(page, "utf-8")
    assert texts(tmp_path / "a.xls") == ["Risk"]
