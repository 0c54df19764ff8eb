"""The command that opens the editor of the register's scale."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.scale.editor import ScaleDialog


class ScaleCommands(QObject):
    """The commands on scales, for a window."""

    def __init__(self, window: QWidget, workbench: Workbench, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._workbench, self._settings = window, workbench, settings

    def edit(self) -> None:
        """Open the editor on the open register."""
        tree = self._workbench.tree()
        if tree is not None:
            ScaleDialog(self._workbench, tree, self._settings, self._window).open()
