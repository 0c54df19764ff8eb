"""Exports off the main thread: the window stays alive, and the user hears when the file is there."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMainWindow

from riskdesk.desk import transfer
from riskdesk.desk.session import Session
from riskdesk.domain.printing import Print
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.tasks import Task
from riskdesk.ui.bench.waiting import Waiting, tell_failure
from riskdesk.ui.printing.missing import tell_missing


class Exporting(QObject):
    """Writes registers to files for a window."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._numbers = count(1)

    def write(
        self,
        tree: RegisterTree,
        path: Path,
        how: Print,
        session: Session,
        then: Callable[[Path], object] | None,
    ) -> None:
        """Export a register of a session to `path`, once the store was looked through.

        A bar with a Cancel button comes up where it takes long; `then` is called at the end.
        """
        steps = transfer.exporting(tree, path, how, session.changed(), datetime.date.today(), session.path)
        Export(Task(session.once_sound(steps)), path, then, self._window).start()

    def show(self, tree: RegisterTree, how: Print, session: Session) -> None:
        """Write the PDF to a file that is gone with the program, and open it in the system's PDF viewer.

        The register is not inside: a viewer can save and send the file, and nothing has said what would go along.
        """
        # A viewer may keep the one before from being written to (Windows).
        place = Path(self._folder.name, f"riskdesk-{next(self._numbers)}.pdf")
        self.write(tree, place, replace(how, attach=False), session, self.open)

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


class Export(Waiting):
    """One export under way, and what is told at its end."""

    def __init__(self, task: Task, path: Path, then: Callable[[Path], object] | None, window: QMainWindow) -> None:
        text = QCoreApplication.translate("Export", "Saving {file} …").format(file=path.name)
        super().__init__(task, text, 100, window)
        self._path, self._then = path, then

    def _on_done(self, exported: object) -> None:
        assert isinstance(exported, transfer.Exported), "what is exported is told"
        parts = [self.tr("Saved: {file}").format(file=self._path)]
        if exported.left_out:
            parts.append(self.tr("%n closed or rejected risk(s) left out", "", exported.left_out))
        self._tell(" · ".join(parts))
        told = tell_missing(self._window, exported.missing)
        if self._then is not None and told is not None:
            # One after the other, so that no message hides another one.
            told.finished.connect(partial(_called_with, self._then, self._path))
        elif self._then is not None:
            self._then(self._path)


def _called_with(then: Callable[[Path], object], path: Path, _result: int) -> None:
    then(path)
