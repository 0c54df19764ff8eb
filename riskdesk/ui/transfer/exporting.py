"""Exports off the main thread, which end with a notice to the user."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDialog, QMainWindow

from riskdesk.desk import transfer
from riskdesk.desk.formats import Exported, Request
from riskdesk.desk.session import Session
from riskdesk.domain.layouts import Layout
from riskdesk.domain.printing import Print
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.qt import without_arguments
from riskdesk.part_files import program_folder
from riskdesk.ui.bench.counts import left_out_text
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.saved import open_file, saved_as
from riskdesk.ui.bench.waiting_task import WaitingTask
from riskdesk.ui.dialogs.asking import document_name
from riskdesk.ui.printing.missing import tell_missing
from riskdesk.ui.transfer.remarks import tell_remarks

MakeRequest: TypeAlias = Callable[[], Request]


class Exporting(QObject):
    """The part of a window that writes registers to files; `tell` is called with a Notice of each."""

    def __init__(self, window: QMainWindow, tell: Callable[[Notice], object]) -> None:
        super().__init__(window)
        self._window, self._tell = window, tell
        self._numbers = count(1)
        self._place: Path | None = None

    def write(
        self,
        request: MakeRequest,
        path: Path,
        session: Session,
        dialog: QDialog | None = None,
        *,
        opens: bool,
        is_temporary: bool = False,
    ) -> None:
        """Write the export of the request that a function makes to `path`, once the store has been checked.

        The function is called in another thread. A progress bar with a Cancel button is shown if it takes long; `opens`
        opens the file at the end. If nothing can be read or written, the `dialog` that asked for it is shown again. A
        file that `is_temporary` is no file of the user's.
        """

        def export(checkpoint: Checkpoint) -> Exported:
            return transfer.export(request(), path, session.path, checkpoint)

        work = partial(session.once_sound, export)
        Export(work, path, self._window, self._tell, dialog, opens=opens, is_temporary=is_temporary).start()

    def show(self, tree: RegisterTree, how: Print, session: Session) -> None:
        """Write the PDF to a temporary file, and open it in the system's PDF viewer.

        The register is not attached: a viewer can save and send the file, and the user was not asked about that.
        """
        # Each file has another name, as a viewer may lock the previous one (Windows).
        suffix = f" ({number}).pdf" if (number := next(self._numbers)) > 1 else ".pdf"
        place = Path(self._folder(), document_name(tree.register, Layout(how.kind.value), suffix))
        how, today = replace(how, attach=False), datetime.date.today()
        self.write(
            lambda: Request(tree, how, session.changed_at(), today), place, session, opens=True, is_temporary=True
        )

    def _folder(self) -> Path:
        """The temporary folder of this window, which also remains if the window is recreated in another language."""
        if self._place is None or not self._place.is_dir():
            self._place = Path(mkdtemp(dir=program_folder()))
        return self._place


class Export(WaitingTask):
    """An export in progress, which at the end tells the user and opens the file if that is wanted.

    A file that `is_temporary` is no file of the user's, who is told only what it leaves out.
    """

    _stays = True
    writes = True

    def __init__(
        self,
        work: Callable[[Checkpoint], Exported],
        path: Path,
        window: QMainWindow,
        tell: Callable[[Notice], object],
        dialog: QDialog | None,
        *,
        opens: bool,
        is_temporary: bool,
    ) -> None:
        self._path, self._tell, self._opens, self._is_temporary = path, tell, opens, is_temporary
        super().__init__(work, self._saving_text, window, dialog)

    def _saving_text(self) -> str:
        return QCoreApplication.translate("Export", "Saving {file}…").format(file=self._path.name)

    def _on_done(self, exported: object) -> None:
        assert isinstance(exported, Exported), "what is exported is told"
        self._end()
        self._tell_written(left_out_text(exported.left_out))
        dialog = tell_missing(self.window, exported.missing) or tell_remarks(self.window, exported.remarks)
        if self._opens and dialog is not None:
            # Shown after the message is closed, so that neither hides the other.
            dialog.finished.connect(without_arguments(partial(open_file, self._path, self.window)))
        elif self._opens:
            open_file(self._path, self.window)

    def _tell_written(self, left_out: str) -> None:
        """Tell that the file was written, and what was left out; that text is empty if nothing was."""
        if not self._is_temporary:
            self._tell(saved_as(self._path, self.window, left_out))
        elif left_out:
            self._tell(Notice(left_out))
