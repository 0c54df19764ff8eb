"""Printing on paper: the system's dialog, then the pages that an export would write."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QMainWindow

from riskdesk import report
from riskdesk.desk.session import Session
from riskdesk.domain.layouts import Layout
from riskdesk.domain.printing import Orientation, Paper, Print
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, Problem
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.alerts import alert
from riskdesk.system import WINDOWS
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.dialogs.asking import document_name
from riskdesk.ui.printing.job import Job

Render: TypeAlias = Callable[[Print, Checkpoint], report.Rendered]
_PAPERS = {QPageSize.PageSizeId.A3: Paper.A3, QPageSize.PageSizeId.A4: Paper.A4}
_SIZES = {paper: size for size, paper in _PAPERS.items()}
_TURNED = {
    QPageLayout.Orientation.Portrait: Orientation.PORTRAIT,
    QPageLayout.Orientation.Landscape: Orientation.LANDSCAPE,
}


class Printing(QObject):
    """The part of a window that prints registers, and calls `tell` with a Notice of each print.

    `needs_printer` is true if the system's dialog cannot print to a file.
    """

    def __init__(self, window: QMainWindow, tell: Callable[[Notice], object], *, needs_printer: bool = WINDOWS) -> None:
        super().__init__(window)
        self._window, self._tell = window, tell
        self._needs_printer = needs_printer

    def is_possible(self) -> bool:
        """Whether the system's dialog can be shown; if not, tell the user, as the system would show nothing."""
        if self._needs_printer and not QPrinterInfo.availablePrinterNames():
            alert(self._window, sentence(Problem(_NO_PRINTER)))
            return False
        return True

    def ask(self, tree: RegisterTree, how: Print, session: Session, as_of: datetime.datetime | None = None) -> None:
        """Ask for printer, pages and copies, and print; the paper and orientation chosen for the printer apply.

        `as_of` is the time of a past state of the register.
        """
        name = document_name(tree.register, Layout(how.kind.value), "", as_of)
        self.ask_for(name, how, rendering(tree, session), session)

    def ask_for(self, name: str, how: Print, render: Render, session: Session) -> None:
        """Ask for a printer like `ask`, to print what `render` makes of a session."""
        if not self.is_possible():
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(name)
        printer.setPageSize(QPageSize(_SIZES[how.paper]))
        printer.setPageOrientation(next(turned for turned, way in _TURNED.items() if way is how.orientation))
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Print: {document}").format(document=printer.docName()))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        # The lambda keeps the printer alive, which the signal only passes on.
        dialog.accepted.connect(lambda: self.start(render, how, session, printer))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def start(self, render: Render, how: Print, session: Session, printer: QPrinter) -> None:
        """Print what `render` makes with a given printer, once the store has been checked."""
        work = partial(session.once_sound, partial(render, _for_printer(how, printer)))
        exact = printer.pageLayout().pageSize().id() in _PAPERS
        Job(work, printer, self._window, self._tell, exact=exact, open_store=session.path).start()


def rendering(tree: RegisterTree, session: Session) -> Render:
    """Return a function that renders a register as it is today."""
    changed_at = session.changed_at()
    return lambda how, checkpoint: report.render(tree, how, changed_at, datetime.date.today(), checkpoint)


_NO_PRINTER = QT_TRANSLATE_NOOP(
    "Problem", "This computer has no printer; add one in the settings of the system, or export the register as a PDF."
)


def _for_printer(how: Print, printer: QPrinter) -> Print:
    """Adapt a Print to the paper of a printer, without attaching the register: its dialog cannot ask about that."""
    layout = printer.pageLayout()
    paper = _PAPERS.get(layout.pageSize().id(), Paper.A4)
    return replace(how, paper=paper, orientation=_TURNED[layout.orientation()], attach=False)
