"""Exports off the main thread, which end with a notice to the user."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMainWindow

from riskdesk.desk import transfer
from riskdesk.desk.formats import Exported, Request
from riskdesk.desk.session import Session
from riskdesk.domain.layouts import Layout
from riskdesk.domain.printing import Print
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.tree import RegisterTree
from riskdesk.part_files import program_folder
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.saved import open_file, saved_as
from riskdesk.ui.bench.waiting_task import WaitingTask
from riskdesk.ui.dialogs.asking import document_name
from riskdesk.ui.printing.missing import tell_missing
from riskdesk.ui.transfer.remarks import tell_remarks


class Exporting(QObject):
    """The part of a window that writes registers to files; `tell` is called with a Notice of each."""

    def __init__(self, window: QMainWindow, tell: Callable[[Notice], object]) -> None:
        super().__init__(window)
        self._window, self._tell = window, tell
        self._numbers = count(1)
        self._place: Path | None = None

    def write(self, request: Request, path: Path, session: Session, then: Callable[[Path], object] | None) -> None:
        """Write the export of a request to `path`, once the store has been checked.

        A progress bar with a Cancel button is shown if it takes long; `then` is called at the end.
        """
        export = self._export(request, path, session, then)
        export.written.connect(lambda left_out: self._tell(saved_as(path, self._window, left_out)))
        export.start()

    def show(self, tree: RegisterTree, how: Print, session: Session) -> None:
        """Write the PDF to a temporary file, and open it in the system's PDF viewer.

        The register is not attached: a viewer can save and send the file, and the user was not asked about that.
        """
        # Each file has another name, as a viewer may lock the previous one (Windows).
        suffix = f" ({number}).pdf" if (number := next(self._numbers)) > 1 else ".pdf"
        place = Path(self._folder(), document_name(tree.register, Layout(how.kind.value), suffix))
        request = Request(tree, replace(how, attach=False), session.changed_at(), datetime.date.today())
        export = self._export(request, place, session, self.open)
        export.written.connect(lambda left_out: self._tell(Notice(left_out)) if left_out else None)
        export.start()

    def open(self, path: Path) -> None:
        """Open a file in the system's viewer."""
        open_file(path, self._window)

    def _export(
        self, request: Request, path: Path, session: Session, then: Callable[[Path], object] | None
    ) -> "Export":
        work = partial(transfer.export, request, path, session.path)
        return Export(partial(session.once_sound, work), path, then, self._window)

    def _folder(self) -> Path:
        """The temporary folder of this window, which also remains if the window is recreated in another language."""
        if self._place is None or not self._place.is_dir():
            self._place = Path(mkdtemp(dir=program_folder()))
        return self._place


class Export(WaitingTask):
    """An export in progress.

    `written` carries a text on what was left out; empty if nothing was.
    """

    written = Signal(str)
    _stays = True

    def __init__(
        self,
        work: Callable[[Checkpoint], Exported],
        path: Path,
        then: Callable[[Path], object] | None,
        window: QMainWindow,
    ) -> None:
        super().__init__(work, QCoreApplication.translate("Export", "Saving {file}…").format(file=path.name), window)
        self._path, self._then = path, then

    def _on_done(self, exported: object) -> None:
        assert isinstance(exported, Exported), "what is exported is told"
        self._end()
        count = exported.left_out
        self.written.emit(self.tr("%Ln closed or rejected risk(s) left out", "", count) if count else "")
        dialog = tell_missing(self._window, exported.missing) or tell_remarks(self._window, exported.remarks)
        if self._then is not None and dialog is not None:
            # Shown after the message is closed, so that neither hides the other.
            dialog.finished.connect(partial(_called_with, self._then, self._path))
        elif self._then is not None:
            self._then(self._path)


def _called_with(then: Callable[[Path], object], path: Path, _result: int) -> None:
    then(path)
