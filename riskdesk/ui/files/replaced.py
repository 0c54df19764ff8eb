"""The dialog for an open store whose file is gone or was replaced: what differs, and the choice."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from riskdesk.desk.backups import Backups
from riskdesk.desk.rescue import Rescued, report
from riskdesk.desk.session import Session
from riskdesk.domain.problems import FileReplaced, Problem
from riskdesk.kit.alerts import alert
from riskdesk.kit.apart import apart
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.values import telling
from riskdesk.ui.dialogs.asking import ask_new_store
from riskdesk.ui.dialogs.report import ReportDialog, new_report


class ReplacedDialog(ReportDialog):
    """The dialog for an open store whose file is gone or was replaced.

    It offers to save the data in memory as a new store, or to open the present file; `chosen` carries the path to open.
    """

    chosen = Signal(Path)

    def __init__(
        self, replaced: FileReplaced, session: Session, backups: Backups, parent: QWidget | None = None
    ) -> None:
        lines = [] if replaced.is_gone else _changes(session)
        super().__init__(sentence(replaced), "\n".join(lines), parent)
        self.setWindowTitle(self.tr("The file is gone") if replaced.is_gone else self.tr("The file was replaced"))
        self.close_button.setText(self.tr("Stay in read-only"))
        self.setProperty("chapter", "When something went wrong")
        self._session, self._backups = session, backups
        self.offer(self.tr("&Save mine as a new file…"), self._ask)
        if not replaced.is_gone:
            self.offer(self.tr("&Open what is there now"), self._open)

    def _ask(self) -> None:
        ask_new_store(self, self.windowTitle(), self._session.path, self._save)

    def _save(self, new: Path) -> None:
        try:
            rescued = apart(lambda _: self._session.rescue(new, self._backups), self.tr("Saving…"), cancellable=False)
        except Problem as problem:
            alert(self, sentence(problem))
        else:
            self._tell(rescued, new)

    def _tell(self, rescued: Rescued, new: Path) -> None:
        """Open the new store, after showing which parts of it did not come from memory."""
        lines = [sentence(problem) for problem in report(rescued)]
        if not lines:
            self._end(new)
            return
        text = self.tr("This was saved as {file}. Look it over before you go on.").format(file=new)
        dialog = new_report(self.tr("Saved"), text, "\n".join(lines), self.tr("Open"), self)
        dialog.rejected.connect(partial(self._end, new))
        dialog.open()

    def _open(self) -> None:
        self._end(self._session.path)

    def _end(self, path: Path) -> None:
        self.accept()
        self.chosen.emit(path)


def _changes(session: Session) -> list[str]:
    """The changes from the present file to the open store; empty if the file is no store."""
    text = QCoreApplication.translate("Waiting", "Comparing…")
    try:
        differences = apart(lambda _: session.differences(), text, cancellable=False)
    except Problem:
        return []
    return telling().differences(differences)
