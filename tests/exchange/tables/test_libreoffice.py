"""The same registers as LibreOffice saves them, in each of the formats that come in."""

import pytest
from openpyxl import load_workbook

from riskdesk.desk import clip, transfer
from riskdesk.desk.formats import Request
from riskdesk.desk.importing import scale
from riskdesk.desk.listing import Context
from riskdesk.desk.listing.document import list_content
from riskdesk.domain.document import to_document
from riskdesk.domain.importing.reading import read
from riskdesk.domain.json_text import loads
from riskdesk.domain.layouts import Layout
from riskdesk.domain.listing import Listing
from riskdesk.domain.printing import Print
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Category, Entry, Language, Mitigation, Register, Risk
from riskdesk.exchange.tables import reading
from tests.domain.any_tree import NOW
from tests.domain.importing.scoring import Score, score, sources
from tests.libreoffice import converted, needs_libreoffice

SHEETS = [path for path in sources() if path.suffix == ".xlsx"]
DOCUMENTS = [path for path in sources() if path.suffix == ".docx"]


@pytest.mark.slow
@needs_libreoffice
@pytest.mark.parametrize(
    ("ending", "paths"),
    [("xls", SHEETS), ("ods", SHEETS), ("xlsx", SHEETS), ("html", SHEETS), ("docx", DOCUMENTS)],
)
def test_nearly_all_comes_in(tmp_path, ending, paths):
    total = Score()
    for path, saved in zip(paths, converted(tmp_path, ending, *paths), strict=True):
        file_import = read(reading.read(saved), scale, Language.ENGLISH)
        total += score(sources()[path], loads(to_document(file_import.tree)) if file_import.tree else None)
    # LibreOffice works formulas out anew, leaves hidden rows out of pages, and .xls knows fewer number formats.
    assert (total.false, total.m_false) == (0, 0)
    assert total.found >= 0.98 * total.risks
    assert total.m_found >= 0.98 * total.mitigations
    assert total.f_right >= 0.95 * total.fields


FORMULAS = ("=1+1", "+1", "-1+1", "@SUM(1)", "'=1+1")


@pytest.mark.slow
@needs_libreoffice
def test_nothing_that_is_exported_or_copied_is_a_formula_there(tmp_path):
    """As Calc reads pages, which it does with those on the clipboard, and CSV."""
    register = Register(title="=2+3", approval="=3+3", scale=scale((), ()))
    category = Category(register=register.id, title="=4+5")
    entries = [Entry(category=category.id, position=place) for place in range(len(FORMULAS))]
    grown = [
        EntryTree(entry, (Risk(entry=entry.id, description=text),), (Mitigation(entry=entry.id, description=text),))
        for entry, text in zip(entries, FORMULAS, strict=True)
    ]
    tree = RegisterTree(register, (CategoryTree(category, tuple(grown)),))
    table_content = list_content(tree, Listing(), Context(register.scale, Language.ENGLISH, NOW.date()))
    for name, layout in (("appendix", Layout.APPENDIX), ("matrix", Layout.MATRIX), ("list", Layout.LIST)):
        request = Request(tree, Print(), NOW, NOW.date(), layout, table_content)
        transfer.export(request, tmp_path / f"{name}.html")
    transfer.export(Request(tree, Print(), NOW, NOW.date(), Layout.REGISTER), tmp_path / "whole.csv")
    for name, ids in (("table", [category.id]), ("bullets", [risk.id for risk in tree.risks])):
        (tmp_path / f"{name}.html").write_text(clip.copy(tree, ids).html, "utf-8")
    for ending, format_name in (("html", "HTML (StarCalc)"), ("csv", "CSV:44,34,76,1")):
        files = sorted(tmp_path.glob(f"*.{ending}"))
        converted(tmp_path, "xlsx:Calc MS Excel 2007 XML", *files, options=(f"--infilter={format_name}",))
    books = sorted(tmp_path.glob("*.xlsx"))
    assert [path.stem for path in books] == ["appendix", "bullets", "list", "matrix", "table", "whole"]
    for path in books:
        cells = [
            cell for row in load_workbook(path).worksheets[0].iter_rows() for cell in row if cell.value is not None
        ]
        assert cells
        assert [cell.value for cell in cells if cell.data_type == "f"] == [], path.name
