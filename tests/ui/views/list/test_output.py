"""What is seen in the list goes out: as PDF and CSV files, and to a printer."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from pytestqt.qtbot import QtBot

from riskdesk.desk import items, transfer
from riskdesk.desk.formats import Request
from riskdesk.desk.listing.document import ListContent
from riskdesk.domain.layouts import Layout
from riskdesk.domain.listing import LISTED, ListColumn, RowKind
from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print
from riskdesk.domain.problems import FileProblem, InputProblem
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.printing.printer import Printing
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.views.list import RegisterList
from tests.systems import needs_print_dialog
from tests.ui.conftest import Opened, action
from tests.ui.views.list.conftest import Reader

WIDE = Print(DocumentKind.WORKING, Paper.A4, Orientation.LANDSCAPE)


@pytest.fixture
def window_and_view(open_window: Opened) -> tuple[MainWindow, RegisterList]:
    window = open_window()
    window.resize(1400, 800)
    action(window, "view_list").trigger()
    view = window._centre.front
    assert isinstance(view, RegisterList)
    return window, view


def seen_of(view: RegisterList) -> ListContent:
    content = view.output.seen()
    assert content is not None
    return content


def exported(content: ListContent, path: Path, workbench: Workbench) -> Path:
    tree = workbench.tree()
    assert tree is not None
    transfer.export(
        Request(tree, WIDE, workbench.session.changed_at(), content.context.today, Layout.LIST, content), path
    )
    return path


def text_of(path: Path) -> str:
    with PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_a_pdf_holds_the_rows_and_columns_that_are_seen(reader: Reader, tmp_path: Path) -> None:
    listing = reader.view.listed.listing.filtered("owner", "Anna Keller").sorted_by("band")
    reader.view.listed.ask(replace(listing, group="category"))
    text = text_of(exported(seen_of(reader.view), tmp_path / "a.pdf", reader.workbench))
    assert "Filtered by Owner: Anna Keller" in text
    assert "Sorted by Band, descending" in text
    assert "R-10" in text
    assert "R-02" not in text
    assert reader.tree.categories[0].category.title in text.replace("\r\n", " ")


def test_csv_holds_them_too(reader: Reader, tmp_path: Path) -> None:
    reader.view.listed.ask(replace(reader.view.listed.listing.sorted_by("band"), group="category"))
    path = exported(seen_of(reader.view), tmp_path / "a.csv", reader.workbench)
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert rows[0][0] == "Reference"
    assert [row[0] for row in rows[1:]] == reader.names_shown


def test_columns_that_no_paper_holds_are_refused_in_a_sentence(reader: Reader, tmp_path: Path) -> None:
    everything = tuple(map(ListColumn, LISTED[RowKind.RISK]))
    reader.view.listed.ask(replace(reader.view.listed.listing, columns=everything))
    with pytest.raises(InputProblem, match="do not fit on this paper"):
        exported(seen_of(reader.view), tmp_path / "a.pdf", reader.workbench)
    assert not (tmp_path / "a.pdf").exists()


def test_a_list_of_nothing_is_printed_as_one(reader: Reader, tmp_path: Path) -> None:
    reader.view.listed.ask(reader.view.listed.listing.filtered("text", "zzz"))
    text = text_of(exported(seen_of(reader.view), tmp_path / "a.pdf", reader.workbench))
    assert "No risk matches." in text
    assert "R-01" not in text
    assert len((exported(seen_of(reader.view), tmp_path / "a.csv", reader.workbench)).read_bytes().splitlines()) == 1


def test_a_list_of_a_register_without_risks_asks_nobody_to_add_one(reader: Reader, tmp_path: Path) -> None:
    reader.workbench.run(items.delete([category.category.id for category in reader.tree.categories]))
    text = text_of(exported(seen_of(reader.view), tmp_path / "a.pdf", reader.workbench))
    assert "No risk." in text
    assert "Add" not in text


@pytest.mark.parametrize("ending", [".pdf", ".csv"])
def test_no_other_file_is_replaced(reader: Reader, tmp_path: Path, ending: str) -> None:
    other = tmp_path / f"a{ending}"
    other.write_bytes(b"SQLite format 3\x00 and more")
    with pytest.raises(FileProblem, match="is there already"):
        exported(seen_of(reader.view), other, reader.workbench)
    assert other.read_bytes().startswith(b"SQLite")


def test_a_csv_file_that_is_there_is_replaced(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old;list", "utf-8")
    assert "Reference" in exported(seen_of(reader.view), path, reader.workbench).read_text("utf-8-sig")


def test_the_list_is_printed_on_the_paper_that_is_chosen(
    window_and_view: tuple[MainWindow, RegisterList], tmp_path: Path, notices: list[str], qtbot: QtBot
) -> None:
    window, view = window_and_view
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printing = Printing(window, lambda notice: notices.append(notice.text), needs_printer=False)
    printing.start(view.output.rendering(seen_of(view)), WIDE, view.output._workbench.session, printer)
    qtbot.waitUntil(lambda: notices != [])
    assert "R-01" in text_of(tmp_path / "printed.pdf")


@needs_print_dialog
def test_a_printed_list_is_called_by_its_register(window_and_view: tuple[MainWindow, RegisterList]) -> None:
    window, view = window_and_view
    view.output.print()
    (dialog,) = window.findChildren(QPrintDialog)
    title = "Neighbourhood Co-operation Priorities with Kazakhstan 2024-2027"
    assert dialog.printer().docName() == f"{title} – Risks"
    dialog.reject()
