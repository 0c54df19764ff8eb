"""The commands that send owners workbooks with their risks and mitigations, and import the answers."""

import datetime
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMainWindow

from riskdesk.desk import courier
from riskdesk.desk.courier import Answers
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.saved import open_folder
from riskdesk.ui.bench.waiting_task import WaitingTask
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.courier.answers import AnswersDialog
from riskdesk.ui.courier.sending import SendDialog
from riskdesk.ui.dialogs.asking import ask_open_several

_NO_OWNERS = QT_TRANSLATE_NOOP(
    "Problem", "No risk or mitigation of this register has an owner yet; name owners first, then send."
)


class CourierCommands(QObject):
    """The commands of a window for workbooks to owners and their answers."""

    def __init__(self, window: QMainWindow, workbench: Workbench, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._workbench, self._settings = window, workbench, settings

    def ask_owners(self) -> SendDialog | None:
        """Ask which owners get workbooks, and write these; if there is no owner, tell the user so."""
        tree = self._workbench.tree()
        parcels = courier.parcels(tree) if tree is not None else []
        if tree is None or not parcels:
            self._workbench.report(InputProblem(_NO_OWNERS))
            return None
        dialog = SendDialog(tree.register, parcels, self._settings, self._window)
        dialog.accepted.connect(lambda: self._send(tree, dialog))
        dialog.open()
        return dialog

    def ask_answers(self) -> None:
        """Ask for the files with answers, and show what is in them."""
        kinds = self.tr("Workbooks (*.xlsx *.ods *.xls)")
        ask_open_several(self._window, self.tr("Take in answers"), self._settings, kinds, self.take_in)

    def take_in(self, paths: Sequence[Path]) -> None:
        """Read answers and show them compared with the register."""
        tree = self._workbench.tree()
        if tree is not None:
            ReadingTask(paths, tree, self._workbench, self._window).start()

    def _send(self, tree: RegisterTree, dialog: SendDialog) -> None:
        SendingTask(tree, dialog, self._workbench, self._window).start()


class SendingTask(WaitingTask):
    """The task that writes workbooks for owners, behind a progress bar, and then tells the user."""

    _stays = True
    writes = True

    def __init__(self, tree: RegisterTree, dialog: SendDialog, workbench: Workbench, window: QMainWindow) -> None:
        work = partial(courier.send, tree, dialog.deliveries(), datetime.datetime.now().astimezone())
        super().__init__(work, lambda: QCoreApplication.translate("Courier", "Writing workbooks…"), window, dialog)
        self._workbench = workbench

    def _on_done(self, paths: object) -> None:
        assert isinstance(paths, list), "what is written are files"
        self._end()
        folder = paths[0].parent
        text = self.tr("%Ln workbook(s) saved in {folder}", "", len(paths)).format(folder=folder.name or str(folder))
        work = partial(open_folder, folder, self.window)
        self._workbench.post(Notice(text, self.tr("Open folder"), work, detail=str(folder)))


class ReadingTask(WaitingTask):
    """The task that reads the workbooks with owners' answers, behind a progress bar, and then shows the dialog."""

    def __init__(self, paths: Sequence[Path], tree: RegisterTree, workbench: Workbench, window: QMainWindow) -> None:
        work = partial(courier.read, paths, tree)
        super().__init__(work, lambda: QCoreApplication.translate("Courier", "Reading answers…"), window)
        self._workbench = workbench

    def _on_done(self, answers: object) -> None:
        assert isinstance(answers, Answers), "what is read are answers"
        self._end()
        AnswersDialog(answers, self._workbench, self.window).open()
