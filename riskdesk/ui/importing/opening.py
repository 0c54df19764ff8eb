"""Opening a file for import: it is read off the main thread and shown in the dialog."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QMainWindow, QProgressDialog

from riskdesk.desk import import_files, registers
from riskdesk.desk.import_files import Against, OpenedFile
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem, Problem
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.waiting_task import WaitingTask
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.renumbered import tell_renumbered
from riskdesk.ui.importing.dialog import ImportDialog
from riskdesk.ui.importing.wishes import Wishes
from riskdesk.ui.importing.words import sentence_of


class ImportTask(WaitingTask):
    """Reads one file, and imports it once the user agrees in a dialog.

    A new register in a file of Riskdesk is imported at once. `ended` is always emitted last, `cancelled` before it if
    the user cancelled the reading.
    """

    cancelled = Signal()
    ended = Signal()

    def __init__(self, path: Path, workbench: Workbench, settings: Settings, window: QMainWindow) -> None:
        tree, user_answers = workbench.tree(), Wishes(settings).user_answers()
        against = None if tree is None else Against(tree)
        self._path = path
        work = partial(import_files.read, path, ui_language(), user_answers, against)
        super().__init__(work, self._reading_text, window)
        self._settings = settings
        self._workbench, self._session = workbench, workbench.session

    def _reading_text(self) -> str:
        return QCoreApplication.translate("ImportTask", "Reading {file}…").format(file=self._path.name)

    def _new_bar(self) -> QProgressDialog:
        bar = super()._new_bar()
        bar.canceled.connect(self.cancelled)
        return bar

    def _on_done(self, opened: object) -> None:
        assert isinstance(opened, OpenedFile), "a file is read"
        if self._workbench.session is not self._session:
            self._end()
            text = QT_TRANSLATE_NOOP(
                "Problem", "{file} was not imported, as another register file was opened meanwhile; import it again."
            )
            self._workbench.report(InputProblem(text, file=self._path))
        elif opened.source is None and opened.file_import.tree is not None and not opened.is_known:
            self._end()
            if self._workbench.run(registers.add(opened.file_import.tree)).step is not None:
                self._tell(opened, opened.renumbered)
        else:
            self._bar.reset()
            self._show(opened)

    def _show(self, opened: OpenedFile) -> None:
        """Show what was read in the dialog, where the user answers and decides."""
        dialog = ImportDialog(opened, self._workbench, self._settings, self.window)
        dialog.accepted.connect(lambda: self._tell(opened, dialog.renumbered))
        dialog.finished.connect(self._end)
        dialog.open()

    def _tell(self, opened: OpenedFile, renumbered: Sequence[tuple[str, str]]) -> None:
        """Tell what else there is to say of what came in; of a file of other programs, the dialog has said it."""
        tell_renumbered(self.window, renumbered)
        for message in opened.file_import.messages if opened.source is None else ():
            self._workbench.post(Notice(sentence_of(message).removesuffix(".")))

    def _report(self, problem: Problem, _dialog: QDialog | None) -> None:
        self._workbench.report(problem)

    def _end(self) -> None:
        super()._end()
        self.ended.emit()
