"""The commands that create, copy and delete registers."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from riskdesk.desk import registers
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.new_register import NewRegisterDialog


class RegisterCommands(QObject):
    """The commands of a window on registers."""

    def __init__(self, window: QMainWindow, workbench: Workbench) -> None:
        super().__init__(window)
        self._window, self._workbench = window, workbench

    def ask_new(self) -> None:
        """Ask for title, template and language, and add the register."""
        dialog = NewRegisterDialog(ui_language(), self._window)
        dialog.work = lambda: self._workbench.run(registers.add(dialog.register())).problem is None
        dialog.open()

    def duplicate(self) -> None:
        """Add a copy of the open register."""
        if self._workbench.register_id is not None:
            self._workbench.run(registers.duplicate(self._workbench.register_id))

    def delete(self) -> None:
        """Delete the open register."""
        if self._workbench.register_id is not None:
            self._workbench.run(registers.delete(self._workbench.register_id))
