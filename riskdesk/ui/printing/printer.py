"""Printing on paper: the system's dialog, then page by page what an export would write."""

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
    """The part of a window that prints registers, and gives `tell` a Notice of each.

    `needs_printer` is true where the system's dialog offers no file in place of a printer.
    """

    def __init__(self, window: QMainWindow, tell: Callable[[Notice], object], *, needs_printer: bool = WINDOWS) -> None:
        super().__init__(window)
        self._window, self._tell = window, tell
        self._needs_printer = needs_printer

    def is_possible(self) -> bool:
        """Whether the system's dialog would come up; if not, the user is told, as the system would say nothing."""
        if self._needs_printer and not QPrinterInfo.availablePrinterNames():
            alert(self._window, sentence(Problem(_NO_PRINTER)))
            return False
        return True

    def ask(self, tree: RegisterTree, how: Print, session: Session) -> None:
        """Ask for printer, pages and copies, and print; paper and orientation are the printer's."""
        self.ask_for(document_name(tree.register, Layout(how.kind.value), ""), how, _register(tree, session), session)

    def ask_for(self, name: str, how: Print, render: Render, session: Session) -> None:
        """Ask the same for what `render` makes of a session on the paper that was chosen."""
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
        # The signal carries the printer, but does not keep it alive.
        dialog.accepted.connect(lambda: self.start(render, how, session, printer))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def print(self, tree: RegisterTree, how: Print, session: Session, printer: QPrinter) -> None:
        """Print a register of a session with a printer that was chosen, once the store was looked through."""
        self.start(_register(tree, session), how, session, printer)

    def start(self, render: Render, how: Print, session: Session, printer: QPrinter) -> None:
        """Print the same way what `render` makes."""
        work = partial(session.once_sound, partial(render, _for_printer(how, printer)))
        exact = printer.pageLayout().pageSize().id() in _PAPERS
        Job(work, printer, self._window, self._tell, exact=exact, open_store=session.path).start()


def _register(tree: RegisterTree, session: Session) -> Render:
    """A function that renders a register as it is today."""
    changed_at = session.changed_at()
    return lambda how, checkpoint: report.render(tree, how, changed_at, datetime.date.today(), checkpoint)


_NO_PRINTER = QT_TRANSLATE_NOOP(
    "Problem", "This computer has no printer; add one in the settings of the system, or export the register as a PDF."
)


def _for_printer(how: Print, printer: QPrinter) -> Print:
    """How to print on the paper of a printer; its dialog cannot ask whether the register goes along, so it does not."""
    layout = printer.pageLayout()
    paper = _PAPERS.get(layout.pageSize().id(), Paper.A4)
    return replace(how, paper=paper, orientation=_TURNED[layout.orientation()], attach=False)
