"""Printing on paper: the system's dialog, then page by page what an export would write."""

import datetime
from collections.abc import Generator, Sequence
from contextlib import closing
from functools import partial

from pypdfium2 import PdfDocument, PdfPage
from PySide6.QtCore import QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QMainWindow, QProgressDialog

from riskdesk.desk import transfer
from riskdesk.domain.printing import Orientation, Paper, Print
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, Problem
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.alerts import alert
from riskdesk.kit.tasks import Task
from riskdesk.report import Rendered
from riskdesk.ui.language import sentence

# Dots an inch: less is not sharp on paper, more only takes longer.
_FEWEST, _MOST = 300, 600
_POINTS = 72
_PATIENCE_MS = 800
_PAPERS = {QPageSize.PageSizeId.A3: Paper.A3, QPageSize.PageSizeId.A4: Paper.A4}
_SIZES = {paper: size for size, paper in _PAPERS.items()}
_TURNED = {
    QPageLayout.Orientation.Portrait: Orientation.PORTRAIT,
    QPageLayout.Orientation.Landscape: Orientation.LANDSCAPE,
}


class Printing(QObject):
    """Prints registers for a window."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window

    def ask(self, tree: RegisterTree, how: Print, made: datetime.datetime) -> None:
        """Ask for printer, pages and copies, and print; paper and orientation are the printer's."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(tree.register.title)
        printer.setPageSize(QPageSize(_SIZES[how.paper]))
        printer.setPageOrientation(next(turned for turned, way in _TURNED.items() if way is how.orientation))
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.accepted.connect(partial(self.print, tree, how, made, printer))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def print(self, tree: RegisterTree, how: Print, made: datetime.datetime, printer: QPrinter) -> None:
        """Print with a printer that was chosen."""
        task = Task(transfer.printing(tree, _for_printer(how, printer), made))
        _Job(task, printer, self._window).start()


class _Job(QObject):
    """Makes the document off the main thread, then paints a page at a time; the user may stop both."""

    def __init__(self, task: Task, printer: QPrinter, window: QMainWindow) -> None:
        super().__init__(window)
        self._task, self._printer, self._window = task, printer, window
        self._pages: Generator[int, None, None] | None = None
        self._bar = QProgressDialog(self.tr("Printing …"), self.tr("Cancel"), 0, 100, window)
        self._bar.setWindowModality(Qt.WindowModality.WindowModal)
        self._bar.setMinimumDuration(_PATIENCE_MS)
        self._bar.setAutoReset(False)
        self._bar.canceled.connect(task.cancel)
        task.progress.connect(self._bar.setValue)
        task.done.connect(self._paint)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._end)

    def start(self) -> None:
        """Begin."""
        self._task.start()

    def _paint(self, rendered: Rendered) -> None:
        numbers = chosen_pages(self._printer, rendered.pages)
        self._bar.setMaximum(len(numbers))
        self._pages = self._painted(rendered.data, numbers)
        self._go_on()

    def _go_on(self) -> None:
        """Paint a page, and go on when the window has nothing else to do."""
        assert self._pages is not None, "there is a document"
        done = None if self._bar.wasCanceled() else next(self._pages, None)
        if done is None:
            self._pages.close()
            self._end()
        else:
            self._bar.setValue(done)
            QTimer.singleShot(0, self._go_on)

    def _painted(self, data: bytes, numbers: Sequence[int]) -> Generator[int, None, None]:
        """Paint the pages of these numbers, yielding how many are done."""
        painter = QPainter()
        if not painter.begin(self._printer):
            self._refuse()
            return
        try:
            with closing(PdfDocument(data)) as document:
                for done, number in enumerate(numbers):
                    if done and not self._printer.newPage():
                        self._refuse()
                        return
                    paint(painter, self._printer, document[number])
                    yield done + 1
        finally:
            if self._bar.wasCanceled():
                self._printer.abort()
            painter.end()

    def _refuse(self) -> None:
        self._on_failed(
            FileProblem(
                QT_TRANSLATE_NOOP("Problem", "The printer {file} did not take the document; check it and print again."),
                file=self._printer.printerName() or self._printer.outputFileName() or "–",
            )
        )

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, Problem):
            raise error
        alert(self._window, sentence(error))

    def _end(self) -> None:
        self._bar.deleteLater()
        self.deleteLater()


def chosen_pages(printer: QPrinter, pages: int) -> Sequence[int]:
    """The pages to print, counted from 0, in the order in which they come out."""
    first, last = printer.fromPage() or 1, printer.toPage() or pages
    numbers = range(min(first, pages) - 1, min(last, pages))
    ordered = numbers[::-1] if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst else numbers
    if printer.supportsMultipleCopies():
        return ordered
    copies = printer.copyCount()
    return [*ordered] * copies if printer.collateCopies() else [number for number in ordered for _ in range(copies)]


def paint(painter: QPainter, printer: QPrinter, page: PdfPage) -> None:
    """Paint a page on the whole sheet, as large as it is and smaller only where the sheet is."""
    dots = max(_FEWEST, min(_MOST, printer.resolution()))
    made = page.render(scale=dots / _POINTS, prefer_bgrx=True)
    picture = QImage(bytes(made.buffer), made.width, made.height, made.stride, QImage.Format.Format_RGB32)
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    inside = printer.pageLayout().paintRectPixels(printer.resolution())
    width, height = (size * printer.resolution() / _POINTS for size in page.get_size())
    share = min(1.0, sheet.width() / width, sheet.height() / height)
    place = QRectF(0, 0, width * share, height * share)
    place.moveCenter(QRectF(sheet).center())
    painter.drawImage(place.translated(-inside.left(), -inside.top()), picture)


def _for_printer(how: Print, printer: QPrinter) -> Print:
    layout = printer.pageLayout()
    paper = _PAPERS.get(layout.pageSize().id(), Paper.A4)
    return Print(how.kind, paper, _TURNED[layout.orientation()], how.columns)
