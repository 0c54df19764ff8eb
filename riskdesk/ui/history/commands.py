"""The history of the register, and the register as it was, each in a window of its own."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.history.window import HistoryWindow
from riskdesk.ui.printing.choice import PrintChoice


class HistoryCommands(QObject):
    """The command that shows the history in one window, which closes with the window that it belongs to."""

    def __init__(self, window: QMainWindow, workbench: Workbench, settings: Settings, choice: PrintChoice) -> None:
        super().__init__(window)
        self._workbench, self._settings, self._choice = workbench, settings, choice
        self._history: HistoryWindow | None = None

    def close(self) -> None:
        """Close what is open of it."""
        if self._history is not None:
            self._history.close()
            self._history.deleteLater()
            self._history = None

    def come_up(self) -> None:
        """Show the window of the history, made when it is first wanted."""
        if self._history is None:
            self._history = HistoryWindow(self._workbench, self._settings, self._choice)
            # However the window that it is for goes.
            self.destroyed.connect(self._history.close)
            self.destroyed.connect(self._history.deleteLater)
        self._history.come_up()
