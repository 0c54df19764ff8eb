"""What the sheets of a workbook print above their tables and at the head of each page."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from riskdesk.domain.language import with_no_break_spaces
from riskdesk.domain.layouts import Layout
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.exchange.workbooks.page_heads import page_foot, page_head
from tests.exchange.workbooks.books import filled, imported, opened, written
from tests.exchange.workbooks.printed import workbook
from tests.libreoffice import converted, needs_libreoffice

TITLES = {
    Language.ENGLISH: "Support to the reform of public procurement and to the training of the staff in charge of"
    " contracts in the ministries, the regions and the towns of the three northern provinces: second phase, with a"
    " visit each year from 2026",
    Language.FRENCH: "Appui à la réforme des marchés publics et à la formation des agents chargés des contrats dans les"
    " ministères, les régions et les communes des trois provinces du nord : deuxième phase, avec une visite par an !",
}
LAYOUTS = ("register", "owner", Layout.PM2, Layout.EU_ACTION)


@pytest.fixture(params=list(Language))
def tree(request: pytest.FixtureRequest) -> RegisterTree:
    """A register with a title of some 220 signs."""
    filled_tree = filled(request.param)
    return replace(filled_tree, register=replace(filled_tree.register, title=TITLES[request.param]))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_long_title_goes_on_below_in_what_is_printed(tree: RegisterTree, tmp_path: Path, layout: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(tree, layout))
    sheet = opened(path).worksheets[0]
    (cell,) = (
        candidate
        for row in sheet.iter_rows()
        for candidate in row
        if str(candidate.value)[:20] == tree.register.title[:20]
    )
    assert str(cell.value).split() == tree.register.title.split()
    merged = [area for area in sheet.merged_cells.ranges if area.min_row == cell.row]
    assert [(area.min_col, area.max_row) for area in merged] in ([], [(cell.column, cell.row)])
    if merged:
        assert cell.alignment.wrap_text
        assert sheet.row_dimensions[cell.row].height > 26
        with zipfile.ZipFile(path) as archive:
            (row,) = re.findall(rb'<row r="%d" [^>]*>' % cell.row, archive.read("xl/worksheets/sheet1.xml"))
        assert b"customHeight" in row


@pytest.mark.slow
@needs_libreoffice
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_long_title_is_printed_to_its_end(tree: RegisterTree, tmp_path: Path, layout: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(tree, layout))
    (pdf,) = converted(tmp_path / "printed", "pdf", path)
    page_text = "".join(PdfReader(pdf).pages[0].extract_text().split())
    # At the head of the page and above the table.
    assert page_text.count("".join(tree.register.title.split()[-5:])) == 2


def test_a_title_of_one_line_is_no_merged_cell(tmp_path: Path) -> None:
    tree = filled(Language.ENGLISH)
    short = replace(tree, register=replace(tree.register, title="Courts"))
    assert not opened(written(short, tmp_path)).worksheets[0].merged_cells.ranges


def test_a_title_with_the_spaces_of_french_comes_back_as_it_was_typed(tmp_path: Path) -> None:
    tree = filled(Language.FRENCH)
    tree = replace(tree, register=replace(tree.register, title=TITLES[Language.FRENCH]))
    path = written(tree, tmp_path)
    assert with_no_break_spaces(tree.register.title) in [cell.value for cell in opened(path).worksheets[0]["F"]]
    assert imported(path, Language.FRENCH).tree == tree


@pytest.mark.parametrize("title", [*TITLES.values(), "&" * 200, "a" * 500, "1 & 2" * 60, "", "word " * 100])
@pytest.mark.parametrize("reference", ["", "PRG-2026-014", "R" * 90])
def test_the_head_of_a_page_has_as_much_of_the_title_as_excel_takes(title: str, reference: str) -> None:
    head, count = page_head(title, reference)
    assert len(head) <= 255
    assert count == head.count("\n") + 1
    title_part = head.removeprefix("&L&9").partition("&R&9")[0].replace("&&", "&")
    whole = " ".join(title.split())
    assert title_part.split() == title.split() or (
        title_part.endswith("…") and len(head) > 255 - 8 and len(title_part) <= len(whole)
    )


def test_a_number_at_the_beginning_is_none_of_the_size_of_letters() -> None:
    assert page_head("2026", "7") == ("&L&9 2026&R&9 7", 1)
    assert page_foot("1 & 2", "Page &P") == "&L&9 1 && 2&R&9Page &P"


@pytest.mark.parametrize("layout", [Layout.PM2, Layout.EU_ACTION])
@pytest.mark.parametrize("title", [TITLES[Language.FRENCH], "Courts: phase two", "Nord\u00a0: deux", "Date: 2026"])
def test_whatever_a_title_reads_it_comes_back_from_the_layouts_of_others(
    tmp_path: Path, layout: Layout, title: str
) -> None:
    tree = filled(Language.FRENCH)
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(replace(tree, register=replace(tree.register, title=title)), layout))
    file_import = imported(path, Language.FRENCH)
    assert file_import.tree is not None
    assert file_import.tree.register.title == title


@pytest.mark.slow
@needs_libreoffice
def test_a_row_that_is_added_below_is_printed_and_what_is_hidden_is_not(tree: RegisterTree, tmp_path: Path) -> None:
    path = written(tree, tmp_path)
    last = opened(path).worksheets[0].max_row + 1
    added = "".join(
        f'<c r="{column}{last}" t="inlineStr"><is><t>{word}</t></is></c>'
        for column, word in (("A", "XHIDDEN"), ("J", "XADDED"), ("AA", "XBEYOND"))
    )
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"</sheetData>", f'<row r="{last}">{added}</row></sheetData>'.encode())
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    (pdf,) = converted(tmp_path / "printed", "pdf", path)
    words = {word for page in PdfReader(pdf).pages for word in page.extract_text().split()}
    assert words & {"XHIDDEN", "XADDED", "XBEYOND"} == {"XADDED"}
