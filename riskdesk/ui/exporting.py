"""Exports off the main thread: the window stays alive, and the user hears when the file is there."""

import datetime
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMainWindow, QProgressDialog, QWidget

from riskdesk.desk import transfer
from riskdesk.domain.printing import Print
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, Problem
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.alerts import alert
from riskdesk.kit.tasks import Task
from riskdesk.ui.language import sentence
from riskdesk.ui.missing import tell_missing

_PATIENCE_MS = 800
_TOLD_MS = 10_000


class Exporting(QObject):
    """Writes registers to files for a window."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window

    def write(
        self, tree: RegisterTree, path: Path, how: Print, made: datetime.datetime, then: Callable[[Path], object] | None
    ) -> None:
        """Export to `path`; a bar with a Cancel button comes up where it takes long; `then` is called at the end."""
        Export(Task(transfer.exporting(tree, path, how, made)), path, then, self._window)

    def show(self, tree: RegisterTree, how: Print, made: datetime.datetime) -> None:
        """Write the PDF to a file that is gone with the program, and open it in the system's PDF viewer."""
        self.write(tree, Path(self._folder.name, "riskdesk.pdf"), how, made, self.open)

    def open(self, path: Path) -> None:
        """Open a file in the system's viewer."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = QT_TRANSLATE_NOOP(
                "Problem", "No program that opens {file} was found; install a PDF viewer and try again."
            )
            tell_failure(self._window, FileProblem(text, file=path))

    @cached_property
    def _folder(self) -> "TemporaryDirectory[str]":
        return TemporaryDirectory(prefix="riskdesk-", ignore_cleanup_errors=True)


class Export(QObject):
    """One export under way: a bar, and what is told at the end. It goes with its window, while the file is written."""

    def __init__(self, task: Task, path: Path, then: Callable[[Path], object] | None, window: QMainWindow) -> None:
        super().__init__(window)
        self._window, self._path, self._then = window, path, then
        self._bar = QProgressDialog(
            self.tr("Writing {file} …").format(file=path.name), self.tr("Cancel"), 0, 100, window
        )
        self._bar.setWindowModality(Qt.WindowModality.WindowModal)
        self._bar.setMinimumDuration(_PATIENCE_MS)
        self._bar.canceled.connect(task.cancel)
        task.progress.connect(self._bar.setValue)
        task.done.connect(self._tell)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._end)
        task.start()

    def _tell(self, missing: tuple[str, ...]) -> None:
        self._end()
        self._window.statusBar().showMessage(self.tr("Written: {file}").format(file=self._path), _TOLD_MS)
        told = tell_missing(self._window, missing)
        if self._then is not None and told is not None:
            # One after the other, so that no message hides another one.
            told.finished.connect(partial(_called_with, self._then, self._path))
        elif self._then is not None:
            self._then(self._path)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        tell_failure(self._window, error)

    def _end(self) -> None:
        self._bar.deleteLater()
        self.deleteLater()


def _called_with(then: Callable[[Path], object], path: Path, _result: int) -> None:
    then(path)


def tell_failure(window: QWidget, error: Exception) -> None:
    """Tell what the world did; what we did wrong goes on its way."""
    if not isinstance(error, Problem):
        raise error
    alert(window, sentence(error))
