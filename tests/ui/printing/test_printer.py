"""What goes to a printer: the pages and copies that were asked for, on its paper, sharp and whole."""

import datetime
import gc
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QMainWindow, QMessageBox, QProgressBar, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from riskdesk.desk import risks, transfer
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.values import Language, RiskStatus
from riskdesk.report import render
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.printing import job
from riskdesk.ui.printing.job import Job
from riskdesk.ui.printing.painting import chosen_pages
from riskdesk.ui.printing.printer import Printing, rendering
from tests.systems import needs_limits, needs_print_dialog


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    pdf_printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    pdf_printer.setOutputFileName(str(tmp_path / "out.pdf"))
    pdf_printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return pdf_printer


def start(window: QMainWindow, workbench: Workbench, printer: QPrinter, how: Print) -> None:
    """Begin to print the open register."""
    session = workbench.session
    Printing(window, workbench.post).start(rendering(workbench.tree(), session), how, session, printer)


def printed(qtbot: QtBot, window: QMainWindow, workbench: Workbench, printer: QPrinter, how: Print) -> list[bytes]:
    """The pages that came out, as pictures."""
    out = Path(printer.outputFileName())
    start(window, workbench, printer, how)
    qtbot.waitUntil(lambda: out.exists() and out.read_bytes().rstrip().endswith(b"%%EOF"), timeout=30_000)
    with closing(pypdfium2.PdfDocument(out.read_bytes())) as document:
        return [bytes(page.render(scale=0.5).buffer) for page in document]


def size(out: Path) -> tuple[int, int]:
    with closing(pypdfium2.PdfDocument(out.read_bytes())) as document:
        width, height = document[0].get_size()
        return round(width), round(height)


def test_every_page_is_printed_in_order(
    qtbot: QtBot, window: QMainWindow, workbench: Workbench, printer: QPrinter
) -> None:
    images = printed(qtbot, window, workbench, printer, Print())
    assert len(images) == 3
    assert len(set(images)) == 3
    assert size(Path(printer.outputFileName())) == (595, 842)


def test_a_range_is_printed_as_often_as_asked(
    qtbot: QtBot, window: QMainWindow, workbench: Workbench, printer: QPrinter
) -> None:
    printer.setFromTo(2, 3)
    printer.setCopyCount(2)
    images = printed(qtbot, window, workbench, printer, Print())
    assert [images.index(page) for page in images] == [0, 1, 0, 1]


@pytest.mark.parametrize(
    ("first", "last", "copies", "collate", "order", "expected"),
    [
        (0, 0, 1, True, QPrinter.PageOrder.FirstPageFirst, [0, 1, 2]),
        (2, 2, 1, True, QPrinter.PageOrder.FirstPageFirst, [1]),
        (2, 99, 1, True, QPrinter.PageOrder.FirstPageFirst, [1, 2]),
        (0, 0, 2, False, QPrinter.PageOrder.FirstPageFirst, [0, 0, 1, 1, 2, 2]),
        (0, 0, 1, True, QPrinter.PageOrder.LastPageFirst, [2, 1, 0]),
    ],
)
def test_pages_come_as_the_dialog_says(printer, first, last, copies, collate, order, expected):
    printer.setFromTo(first, last)
    printer.setCopyCount(copies)
    printer.setCollateCopies(collate)
    printer.setPageOrder(order)
    assert list(chosen_pages(printer, 3)) == expected


def test_the_paper_is_the_printers(qtbot: QtBot, window: QMainWindow, workbench: Workbench, printer: QPrinter) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    images = printed(qtbot, window, workbench, printer, Print(DocumentKind.MATRIX))
    assert len(images) == 1
    assert size(Path(printer.outputFileName())) == (1191, 842)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told(
    qtbot: QtBot, window: QMainWindow, workbench: Workbench, printer: QPrinter
) -> None:
    printer.setOutputFileName("")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    assert "did not take the document" in message_after_print(qtbot, window, workbench, printer)


@pytest.mark.parametrize("first", [1, 2])
def test_a_folder_that_is_not_there_is_told(
    qtbot: QtBot, window: QMainWindow, workbench: Workbench, printer: QPrinter, tmp_path: Path, first: int
) -> None:
    printer.setOutputFileName(str(tmp_path / "no folder" / "out.pdf"))
    printer.setFromTo(first, 3)
    assert "does not exist; choose another folder" in message_after_print(qtbot, window, workbench, printer)


def test_pages_that_are_not_there_are_told(
    qtbot: QtBot, window: QMainWindow, workbench: Workbench, printer: QPrinter
) -> None:
    printer.setFromTo(5, 6)
    assert "no such pages, only 3" in message_after_print(qtbot, window, workbench, printer)
    assert not Path(printer.outputFileName()).exists()


def test_characters_that_no_font_has_are_told(
    qtbot: QtBot, window: QMainWindow, workbench: Workbench, printer: QPrinter
) -> None:
    workbench.run(risks.edit(next(workbench.tree().risks).id, description="risk 中"))
    assert "cannot be printed" in message_after_print(qtbot, window, workbench, printer)
    assert Path(printer.outputFileName()).exists()


def message_after_print(qtbot: QtBot, window: QMainWindow, workbench: Workbench, printer: QPrinter) -> str:
    """What the user hears of a print."""
    start(window, workbench, printer, Print())
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    return box.text()


def test_a_file_gets_the_document_itself_without_the_register_inside(
    qtbot: QtBot, window: QMainWindow, workbench: Workbench, printer: QPrinter, notices: list[str]
) -> None:
    tree, changed_at = workbench.tree(), workbench.session.changed_at()
    printed(qtbot, window, workbench, printer, Print(DocumentKind.SUMMARY))
    out = Path(printer.outputFileName())
    how = Print(DocumentKind.SUMMARY, attach=False)
    assert out.read_bytes() == render(tree, how, changed_at, datetime.date.today()).data
    with pytest.raises(InputProblem, match="does not carry a register"):
        transfer.read(out, Language.ENGLISH)
    assert notices == [f"Saved as {out.name}"]


def test_printing_can_be_stopped_while_the_document_is_made(
    qtbot: QtBot, window: QMainWindow, workbench: Workbench, printer: QPrinter
) -> None:
    tree = workbench.tree()
    # So long that it is not done before it can be stopped.
    render = rendering(replace(tree, categories=tree.categories * 50), workbench.session)
    Printing(window, workbench.post).start(render, Print(), workbench.session, printer)
    (bar,) = window.findChildren(QProgressDialog)
    (print_job,) = window.findChildren(job.Job)
    with qtbot.waitSignal(print_job._task.cancelled):
        bar.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: not window.findChildren(QProgressDialog))
    assert not Path(printer.outputFileName()).exists()


def paint_all(printer: QPrinter) -> None:
    """Let it have paper of another size, so that the pages are painted though they go to a file; in as few dots as
    any printer gets, as no test is about their number.
    """
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    printer.setResolution(300)


def test_some_pages_in_a_file_are_text_as_well(
    qtbot: QtBot, window: QMainWindow, workbench: Workbench, printer: QPrinter
) -> None:
    printer.setFromTo(2, 3)
    printed(qtbot, window, workbench, printer, Print())
    whole = render(workbench.tree(), Print(), workbench.session.changed_at(), datetime.date.today()).data
    assert texts(Path(printer.outputFileName()).read_bytes()) == texts(whole)[1:]


def texts(data: bytes) -> list[str]:
    with closing(pypdfium2.PdfDocument(data)) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


@pytest.mark.parametrize("on_paper", [True, False])
def test_risks_that_are_left_out_are_told(
    qtbot: QtBot,
    window: QMainWindow,
    workbench: Workbench,
    printer: QPrinter,
    notices: list[str],
    *,
    on_paper: bool,
) -> None:
    ended = next(workbench.tree().risks)
    workbench.run(risks.edit(ended.id, status=RiskStatus.CLOSED))
    start(window, workbench, printer, Print())
    if on_paper:
        (job,) = window.findChildren(Job)
        job._file = None
    qtbot.waitUntil(lambda: bool(notices), timeout=30_000)
    done = "3 pages printed" if on_paper else "Saved as out.pdf"
    assert notices == [f"{done} · 1 closed or rejected risk left out"]


@pytest.mark.slow
def test_what_is_painted_to_a_file_is_whole(
    qtbot: QtBot, window: QMainWindow, workbench: Workbench, printer: QPrinter
) -> None:
    paint_all(printer)
    out = Path(printer.outputFileName())
    assert len(printed(qtbot, window, workbench, printer, Print())) == 3
    assert size(out) == (420, 595)


@pytest.mark.slow
@needs_limits
def test_a_disk_that_is_full_while_pages_are_painted_is_told(
    qtbot: QtBot, window: QMainWindow, workbench: Workbench, printer: QPrinter
) -> None:
    import resource
    import signal

    paint_all(printer)
    out = Path(printer.outputFileName())
    out.write_bytes(b"%PDF-1.7: what was there before")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, before[1]))
    try:
        text = message_after_print(qtbot, window, workbench, printer)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert "the disk has no room" in text
    assert out.read_bytes() == b"%PDF-1.7: what was there before"


@pytest.mark.slow
def test_a_window_that_goes_between_pages_leaves_what_was_there(
    qtbot: QtBot, window: QMainWindow, workbench: Workbench, printer: QPrinter
) -> None:
    paint_all(printer)
    parent = QMainWindow()
    start(parent, workbench, printer, Print())
    (bar,) = parent.findChildren(QProgressDialog)
    bar.findChild(QProgressBar).valueChanged.connect(lambda value: parent.deleteLater() if value > 100 else None)
    with qtbot.waitSignal(parent.destroyed):
        pass
    gc.collect()
    out = Path(printer.outputFileName())
    assert not out.exists()
    assert not [*out.parent.glob(".*")]


def test_the_bar_goes_whatever_happens(
    qtbot: QtBot,
    window: QMainWindow,
    workbench: Workbench,
    printer: QPrinter,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_arguments: object) -> None:
        raise MemoryError

    monkeypatch.setattr(job, "paint", fail)
    paint_all(printer)
    with qtbot.captureExceptions() as raised:
        start(window, workbench, printer, Print())
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is MemoryError
    qtbot.waitUntil(lambda: not window.findChildren(QProgressDialog))


@pytest.mark.slow
@pytest.mark.parametrize("before", [None, b"%PDF-1.7: what was there before"])
def test_printing_that_is_stopped_between_pages_leaves_what_was_there(
    qtbot: QtBot, window: QMainWindow, workbench: Workbench, printer: QPrinter, before: bytes | None
) -> None:
    out = Path(printer.outputFileName())
    if before is not None:
        out.write_bytes(before)
    paint_all(printer)
    printer.setFromTo(1, 2)
    start(window, workbench, printer, Print())
    (bar,) = window.findChildren(QProgressDialog)
    labels = []
    bar.findChild(QProgressBar).valueChanged.connect(lambda _value: labels.append(bar.labelText()))
    bar.findChild(QProgressBar).valueChanged.connect(lambda value: bar.cancel() if value > 100 else None)
    qtbot.waitUntil(lambda: not window.findChildren(QProgressDialog))
    assert labels[-1].startswith("Printing page 1 of 2")
    assert [path.read_bytes() for path in out.parent.glob("*.pdf")] == ([] if before is None else [before])
    assert not [*out.parent.glob(".*")]


def test_a_window_that_goes_takes_its_printing_along(qtbot: QtBot, workbench: Workbench, printer: QPrinter) -> None:
    window = QMainWindow()
    start(window, workbench, printer, Print())
    (bar,) = window.findChildren(QProgressDialog)
    with qtbot.waitSignal(bar.destroyed):
        window.deleteLater()


@needs_print_dialog
def test_what_the_dialog_of_the_system_agrees_to_is_printed(
    qtbot: QtBot, window: QMainWindow, workbench: Workbench, tmp_path: Path
) -> None:
    Printing(window, workbench.post).ask(workbench.tree(), Print(DocumentKind.MATRIX), workbench.session)
    (dialog,) = window.findChildren(QPrintDialog)
    assert dialog.isVisible()
    dialog.printer().setOutputFileName(str(tmp_path / "out.pdf"))
    # As its own button does.
    dialog.done(QPrintDialog.DialogCode.Accepted)
    qtbot.waitUntil((tmp_path / "out.pdf").exists)
    qtbot.waitUntil(lambda: not window.findChildren(QProgressDialog))
    assert "Risk matrix" in texts((tmp_path / "out.pdf").read_bytes())[0]


@needs_print_dialog
def test_the_dialog_of_the_system_can_be_left(qtbot: QtBot, window: QMainWindow, workbench: Workbench) -> None:
    Printing(window, workbench.post).ask(workbench.tree(), Print(DocumentKind.WORKING), workbench.session)
    (dialog,) = window.findChildren(QPrintDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(QPrintDialog))
    assert not window.findChildren(QProgressDialog)


def test_where_there_is_no_printer_it_is_told(
    qtbot: QtBot, window: QMainWindow, workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    Printing(window, workbench.post, needs_printer=True).ask(workbench.tree(), Print(), workbench.session)
    (box,) = window.findChildren(QMessageBox)
    assert "has no printer; add one" in box.text()
    assert not window.findChildren(QPrintDialog)
