"""One print job: the document is made off the main thread, then painted page by page, or written to a file as it is."""

import errno
import os
from collections.abc import Callable, Generator, Sequence
from contextlib import closing, nullcontext
from pathlib import Path

from pypdfium2 import PdfDocument, PdfiumError
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMainWindow

from riskdesk.desk.replacing import require_replaceable
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, InputProblem
from riskdesk.domain.progress import Checkpoint
from riskdesk.files import arriving, write_atomically
from riskdesk.report import Rendered
from riskdesk.ui.bench.counts import left_out_text
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.saved import saved_as
from riskdesk.ui.bench.waiting_task import WaitingTask
from riskdesk.ui.printing.missing import tell_missing
from riskdesk.ui.printing.painting import chosen_pages, pages_of, paint

# The parts of the progress bar for making the document, and for painting it.
_MADE, _PAINTED = 100, 100


class Job(WaitingTask):
    """The printing of one document, which `work` makes; the user can cancel it.

    `exact` says that the pages of the document have the size of the sheets.
    """

    _most = _MADE + _PAINTED
    writes = True

    def __init__(
        self,
        work: Callable[[Checkpoint], Rendered],
        printer: QPrinter,
        window: QMainWindow,
        tell: Callable[[Notice], object],
        *,
        exact: bool,
        open_store: Path | None,
    ) -> None:
        super().__init__(work, lambda: QCoreApplication.translate("Job", "Printing…"), window)
        self._printer, self._tell, self._exact = printer, tell, exact
        self._open_store = open_store
        self._file = Path(printer.outputFileName()) if printer.outputFileName() else None
        self._painting: Generator[int, None, None] | None = None
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._go_on)

    def _on_done(self, rendered: object) -> None:
        assert isinstance(rendered, Rendered), "what is printed was rendered"
        numbers = chosen_pages(self._printer, rendered.pages)
        try:
            _require_pages(numbers, rendered.pages)
            if self._file is not None:
                require_replaceable(self._file, ".pdf", self._open_store)
            if self._file is not None and self._exact:
                write_atomically(self._file, pages_of(rendered.data, numbers))
                self._succeed(rendered, len(numbers))
                return
        except Exception as error:  # noqa: BLE001 - the bar goes away whatever it was
            self._on_failed(error)
            return
        self._painting = self._paint(rendered, numbers)
        self._go_on()

    def _go_on(self) -> None:
        """Paint a page, and the next one when the event loop is idle."""
        assert self._painting is not None, "there is a document"
        try:
            done = None if self._bar.wasCanceled() else next(self._painting, None)
        except Exception as error:  # noqa: BLE001 - the bar goes away whatever it was
            self._on_failed(error)
            return
        if done is None:
            self._painting.close()
            self._end()
        else:
            self._bar.setValue(_MADE + done)
            self._next.start()

    def _paint(self, rendered: Rendered, numbers: Sequence[int]) -> Generator[int, None, None]:
        """Paint the pages of these numbers, yielding the progress; a file is written completely or not at all."""
        with nullcontext() if self._file is None else arriving(self._file) as file:
            if file is not None:
                self._printer.setOutputFileName(str(file))
            with closing(PdfDocument(rendered.data)) as document:
                for done in self._painted(document, numbers):
                    text = self.tr("Printing page {page} of {pages}…").format(page=done, pages=len(numbers))
                    self._bar.setLabelText(text)
                    yield round(_PAINTED * done / len(numbers))
            if file is not None:
                _require_whole(file, len(numbers))
        self._succeed(rendered, len(numbers))

    def _painted(self, document: PdfDocument, numbers: Sequence[int]) -> Generator[int, None, None]:
        painter, whole = QPainter(), False
        if not painter.begin(self._printer):
            raise self._refused()
        try:
            for done, number in enumerate(numbers):
                if done and not self._printer.newPage():
                    raise self._refused()
                paint(painter, self._printer, document[number])
                yield done + 1
            whole = True
        finally:
            if not whole:
                self._printer.abort()
            painter.end()

    def _refused(self) -> FileProblem:
        return FileProblem(
            QT_TRANSLATE_NOOP("Problem", "The printer {file} did not take the document; check it and print again."),
            file=self._printer.printerName() or self._file or "–",
        )

    def _succeed(self, rendered: Rendered, pages: int) -> None:
        self._end()
        left_out = left_out_text(rendered.left_out)
        printed = " · ".join(filter(None, (self.tr("%Ln page(s) printed", "", pages), left_out)))
        self._tell(Notice(printed) if self._file is None else saved_as(self._file, self.window, left_out))
        tell_missing(self.window, rendered.missing)


def _require_pages(numbers: Sequence[int], pages: int) -> None:
    if not numbers:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "The document has no such pages, only {pages}; choose among them."),
            pages=pages,
        )


def _require_whole(file: Path, pages: int) -> None:
    """Raise OSError unless a file has all pages that were painted, as Qt does not report a full disk."""
    try:
        with closing(PdfDocument(file)) as document:
            whole = len(document) == pages
    except PdfiumError:
        whole = False
    if not whole:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
