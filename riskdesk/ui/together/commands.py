"""The command that changes the selected items together."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.together.dialog import TogetherDialog


class TogetherCommands(QObject):
    """The command of a window that changes several items together."""

    def __init__(self, window: QWidget, workbench: Workbench) -> None:
        super().__init__(window)
        self._window, self._workbench = window, workbench

    def ask(self) -> TogetherDialog:
        """Show the dialog for the selected risks, or mitigations, of which there is one at least."""
        tree = self._workbench.tree()
        assert tree is not None, "something in it is selected"
        items = tree.bullets_among(frozenset(self._workbench.selection))
        dialog = TogetherDialog(self._workbench, items, self._window)
        dialog.open()
        return dialog
