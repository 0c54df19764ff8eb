"""The command that changes the selected items together."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from riskdesk.desk import together
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.together.dialog import TogetherDialog

_NOTHING = QT_TRANSLATE_NOOP(
    "Problem", "Nothing is selected that can be changed together; select risks or mitigations first."
)


class TogetherCommands(QObject):
    """The command of a window that changes several items together."""

    def __init__(self, window: QWidget, workbench: Workbench) -> None:
        super().__init__(window)
        self._window, self._workbench = window, workbench

    def ask(self) -> TogetherDialog | None:
        """Show the dialog for the selected risks, or mitigations; if none is selected, tell the user so."""
        tree = self._workbench.tree()
        items = together.bullets(tree, self._workbench.selection) if tree is not None else []
        if not items:
            self._workbench.report(InputProblem(_NOTHING))
            return None
        dialog = TogetherDialog(self._workbench, items, self._window)
        dialog.open()
        return dialog
