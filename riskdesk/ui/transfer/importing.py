"""Imports one after the other, in the order in which the files were chosen."""

from collections import deque
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench


class Importing(QObject):
    """The part of a window that imports files one after the other, in the order in which they were chosen."""

    def __init__(self, window: QMainWindow, workbench: Workbench, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._workbench, self._settings = window, workbench, settings
        self._paths = deque[Path]()

    def take_in(self, path: Path) -> None:
        """Read a file once all files before it are read; a bar with a Cancel button is shown if it takes long."""
        self._paths.append(path)
        if len(self._paths) == 1:
            self._begin(self._window)

    def _begin(self, window: QMainWindow) -> None:
        # Imported late, as most sessions import no file.
        from riskdesk.ui.importing.opening import ImportTask

        reading = ImportTask(self._paths[0], self._workbench, self._settings, window)
        reading.cancelled.connect(self._paths.clear)
        # Not a slot of this object, as the reading goes on if its window is replaced.
        reading.ended.connect(lambda: self._go_on(reading.window))
        reading.start()

    def _go_on(self, window: QMainWindow) -> None:
        if self._paths:
            self._paths.popleft()
        if self._paths:
            self._begin(window)
