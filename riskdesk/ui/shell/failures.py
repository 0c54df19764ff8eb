"""What the user is told where an action was not done."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from riskdesk.desk.action import Action
from riskdesk.domain.conflict import Conflict
from riskdesk.domain.problems import Problem
from riskdesk.kit.alerts import alert
from riskdesk.store.footprint import FileReplaced
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.leaving import Leaving
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.rooms import Rooms


class Failures(QObject):
    """Follows a workbench, and tells in a window what went wrong or asks what is to hold."""

    def __init__(self, window: QMainWindow, workbench: Workbench, leaving: Leaving, rooms: Rooms) -> None:
        super().__init__(window)
        self._window, self._workbench, self._leaving, self._rooms = window, workbench, leaving, rooms
        workbench.failed.connect(self._on_failed)
        workbench.clashed.connect(self._on_clashed)

    def _on_failed(self, problem: Problem) -> None:
        if self._leaving.asking:
            return
        if isinstance(problem, FileReplaced):
            self._rooms.files.show_replaced(problem)
        else:
            alert(self._window, sentence(problem))

    def _on_clashed(self, conflict: Conflict, action: Action) -> None:
        from riskdesk.ui.files.conflict import ConflictDialog

        dialog = ConflictDialog(conflict, lambda: self._workbench.store(action), self._window)
        dialog.finished.connect(lambda _result: self._release(conflict))
        dialog.open()

    def _release(self, conflict: Conflict) -> None:
        """Hold the texts that were asked about no longer: the user has answered."""
        for clash in conflict.clashes:
            self._workbench.typing.release(clash.id, clash.field)
