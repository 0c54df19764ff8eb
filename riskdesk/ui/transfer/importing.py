"""Imports off the main thread: the window stays alive, and the register comes in when it is read."""

from collections import deque
from pathlib import Path
from threading import Event

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMainWindow

from riskdesk.desk import registers, transfer
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem, Problem
from riskdesk.kit.tasks import Task
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.bench.waiting import Waiting
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.transfer.renumbered import tell_renumbered


class Importing(QObject):
    """Adds the registers of files to the open store, in the order in which they were chosen."""

    def __init__(self, window: QMainWindow, workbench: Workbench) -> None:
        super().__init__(window)
        self._window, self._workbench = window, workbench
        self._paths = deque[Path]()

    def take_in(self, path: Path) -> None:
        """Read a file once those before it are read; a bar with a Cancel button comes up if it takes long."""
        self._paths.append(path)
        if len(self._paths) == 1:
            self._begin()

    def _begin(self) -> None:
        reading = Import(self._paths[0], self._workbench, self._window)
        reading.cancelled.connect(self._paths.clear)
        reading.ended.connect(self._go_on)
        reading.start()

    def _go_on(self) -> None:
        if self._paths:
            self._paths.popleft()
        if self._paths:
            self._begin()


class Import(Waiting):
    """Reads one file, and adds its register; `ended` comes in any case, `cancelled` before it if the user gave up."""

    cancelled = Signal()
    ended = Signal()

    def __init__(self, path: Path, workbench: Workbench, window: QMainWindow) -> None:
        unwanted = Event()
        text = QCoreApplication.translate("Import", "Reading {file} …").format(file=path.name)
        super().__init__(Task(transfer.reading(path, ui_language(), unwanted.is_set)), text, 0, window)
        self._path, self._unwanted = path, unwanted
        self._workbench, self._session = workbench, workbench.session
        self._bar.canceled.connect(unwanted.set)
        self._bar.canceled.connect(self.cancelled)
        application = QCoreApplication.instance()
        if application is not None:
            # The task, which hears of it later, waits until the work has ended.
            application.aboutToQuit.connect(unwanted.set)

    def _on_done(self, read: object) -> None:
        assert isinstance(read, transfer.Read), "a register is read"
        self._end()
        if self._unwanted.is_set():
            # It was given up when it was read already.
            return
        if self._workbench.session is not self._session:
            text = QT_TRANSLATE_NOOP(
                "Problem", "{file} was not imported, as another register file was opened meanwhile; import it again."
            )
            self._workbench.failed.emit(InputProblem(text, file=self._path))
        elif self._workbench.run(registers.add(read.tree)) is not None:
            tell_renumbered(self._window, read.renumbered)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, Problem):
            raise error
        self._workbench.failed.emit(error)

    def _end(self) -> None:
        super()._end()
        self.ended.emit()
