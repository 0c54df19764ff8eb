"""Exports off the main thread: the window stays alive, and the user hears when the file is there."""

import datetime
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMainWindow, QProgressDialog

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
        task = Task(transfer.exporting(tree, path, how, made))
        bar = QProgressDialog(
            self.tr("Writing {file} …").format(file=path.name), self.tr("Cancel"), 0, 100, self._window
        )
        bar.setWindowModality(Qt.WindowModality.WindowModal)
        bar.setMinimumDuration(_PATIENCE_MS)
        task.progress.connect(bar.setValue)
        bar.canceled.connect(task.cancel)
        for ended in (task.done, task.failed, task.cancelled):
            ended.connect(bar.deleteLater)
        task.done.connect(partial(self._tell, path, then))
        task.failed.connect(self._on_failed)
        task.start()

    def show(self, tree: RegisterTree, how: Print, made: datetime.datetime) -> None:
        """Write the PDF to a file that is gone with the program, and open it in the system's PDF viewer."""
        self.write(tree, Path(self._folder.name, "riskdesk.pdf"), how, made, self.open)

    def open(self, path: Path) -> None:
        """Open a file in the system's viewer."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._on_failed(
                FileProblem(
                    QT_TRANSLATE_NOOP(
                        "Problem", "No program that opens {file} was found; install a PDF viewer and try again."
                    ),
                    file=path,
                )
            )

    @cached_property
    def _folder(self) -> "TemporaryDirectory[str]":
        return TemporaryDirectory(prefix="riskdesk-", ignore_cleanup_errors=True)

    def _tell(self, path: Path, then: Callable[[Path], object] | None, missing: tuple[str, ...]) -> None:
        self._window.statusBar().showMessage(self.tr("Written: {file}").format(file=path), _TOLD_MS)
        told = tell_missing(self._window, missing)
        if then is not None and told is not None:
            # One after the other, so that no message hides another one.
            told.finished.connect(lambda: then(path))
        elif then is not None:
            then(path)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            raise error
        alert(self._window, sentence(error))
