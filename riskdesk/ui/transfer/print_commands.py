"""The commands for printing the register, and for showing it in the system's PDF viewer, as it was printed last."""

import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.printing.print_dialog import PrintDialog
from riskdesk.ui.printing.printer import Printing
from riskdesk.ui.transfer.exporting import Exporting


class PrintCommands(QObject):
    """The commands of a window for printing; `as_of` is the time of the past state that it shows, if it shows one."""

    def __init__(
        self,
        window: QMainWindow,
        workbench: Workbench,
        choice: PrintChoice,
        as_of: datetime.datetime | None = None,
    ) -> None:
        super().__init__(window)
        self._as_of = as_of
        self._window, self._workbench, self._choice = window, workbench, choice
        tell = workbench.post
        self._exporting, self._printing = Exporting(window, tell), Printing(window, tell)

    def ask_print(self) -> None:
        """Ask what to print, then for the printer in the system's dialog, and print."""
        if self._workbench.tree() is not None and self._printing.is_possible():
            dialog = PrintDialog(self._workbench, self._choice, self._window)
            dialog.accepted.connect(self._ask_system)
            dialog.open()

    def _ask_system(self) -> None:
        tree = self._workbench.tree()
        if tree is not None:
            self._printing.ask(tree, self._choice.how(), self._workbench.session, self._as_of)

    def open_pdf(self) -> None:
        """Show the document in the PDF viewer of this computer."""
        tree = self._workbench.tree()
        if tree is not None:
            self._exporting.show(tree, self._choice.how(), self._workbench.session)
