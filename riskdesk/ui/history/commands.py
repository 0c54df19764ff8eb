"""The command that shows the history of the register in a window of its own."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.actions import take_help_key
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.history.window import HistoryPlace, HistoryWindow
from riskdesk.ui.printing.choice import PrintChoice


class HistoryCommands(QObject):
    """The command that shows the history in one window, which closes together with the window of this command."""

    def __init__(self, window: QMainWindow, workbench: Workbench, settings: Settings, choice: PrintChoice) -> None:
        super().__init__(window)
        self._window, self._workbench, self._settings, self._choice = window, workbench, settings, choice
        self._history: HistoryWindow | None = None

    def close(self) -> None:
        """Close the window of the history, if there is one."""
        if self._history is not None:
            self._history.close()
            self._history.deleteLater()
            self._history = None

    @property
    def place(self) -> HistoryPlace | None:
        """What the window of the history shows, and where; None if it is not visible."""
        return self._history.place if self._history is not None and self._history.isVisible() else None

    def show_again(self, place: HistoryPlace) -> None:
        """Show what another main window has shown of the history, without taking the focus."""
        self._history_window().show_again(place)

    def come_up(self) -> None:
        """Show the window of the history in front."""
        self._history_window().come_up()

    def _history_window(self) -> HistoryWindow:
        if self._history is None:
            self._history = HistoryWindow(self._workbench, self._settings, self._choice)
            take_help_key(self._history, self._window)
            # Also if the main window is destroyed without being closed.
            self.destroyed.connect(self._history.close)
            self.destroyed.connect(self._history.deleteLater)
        return self._history
