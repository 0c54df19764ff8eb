"""The messages that tell the user why an action was not done."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow
from shiboken6 import isValid

from riskdesk.desk.action import Action
from riskdesk.desk.health import DamagedStore, RefusedStore
from riskdesk.domain.conflict import Conflict
from riskdesk.domain.problems import FileReplaced, NotFound, Problem
from riskdesk.files import is_same
from riskdesk.kit.alerts import alert
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.leave_questions import LeaveQuestions
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.rooms import Rooms

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from riskdesk.desk.drafts import Draft
    from riskdesk.domain.telling import Find


class Failures(QObject):
    """The part of a window that tells the user why an action was not done.

    If others have written to the same fields, it asks which of two versions to keep. `lead_back` is called with a
    problem once the user has read it; it goes to the field that the problem is about.
    """

    def __init__(
        self,
        window: QMainWindow,
        workbench: Workbench,
        leave_questions: LeaveQuestions,
        rooms: Rooms,
        lead_back: Callable[[Problem], object],
    ) -> None:
        super().__init__(window)
        self._lead_back = lead_back
        self._window, self._workbench, self._leave_questions, self._rooms = window, workbench, leave_questions, rooms
        workbench.problem_reported.connect(self._on_problem)
        workbench.conflict_found.connect(self._on_conflict)
        # What was told last of an item that is gone.
        self._gone: QMessageBox | None = None
        workbench.typing.offered.connect(self._on_offered)

    def _on_problem(self, problem: Problem) -> None:
        if self._leave_questions.asking:
            return
        if isinstance(problem, FileReplaced):
            self._tell_replaced(problem)
        elif isinstance(problem, DamagedStore | RefusedStore) and self._is_open(problem.health.path):
            self._rooms.show_damage(problem.health)
        else:
            box = alert(self._window, sentence(problem))
            box.finished.connect(lambda: self._lead_back(problem))
            if isinstance(problem, NotFound):
                self._gone = box
                # Once the editor that tried to store a text is done.
                QTimer.singleShot(0, self, self._show_gone)

    def _show_gone(self) -> None:
        """Show what somebody else deleted."""
        self._workbench.read_changes_of_others()

    def _on_offered(self, _draft: object) -> None:
        """Take back the message that an item is gone: the text that was typed in it is offered, which says so."""
        if self._gone is not None and isValid(self._gone):
            self._gone.close()
        self._gone = None

    def _is_open(self, path: Path) -> bool:
        """Whether this is the open file, and no copy that is to be merged."""
        return is_same(path, self._workbench.session.path)

    def _tell_replaced(self, problem: FileReplaced) -> None:
        """Ask what to do about a file that is gone; once the user has left it so, only post a notice."""
        show = self._rooms.files.show_replaced
        if self._workbench.replaced is None:
            show(problem)
        else:
            text = self.tr("Not saved: the file was deleted, moved or replaced")
            self._workbench.post(Notice(text, self.tr("What can be done…"), lambda: show(problem), owner=self))

    def _on_conflict(self, conflict: Conflict, action: Action) -> None:
        from riskdesk.ui.files.conflict import ConflictDialog

        tree = self._workbench.tree()
        scale = None if tree is None else tree.register.scale
        find, again = self._record_finder(), lambda: self._write(conflict, action)
        dialog = ConflictDialog(conflict, again, find, scale, self._window)
        dialog.declined.connect(lambda: self._answer(conflict))
        dialog.rejected.connect(lambda: self._give_back(conflict))
        dialog.open()

    def _record_finder(self) -> "Find":
        """A function that finds the records of items by kind and id, also of those deleted in the open register."""
        from riskdesk.desk.item_names import NamesInStore

        register = self._workbench.register_id
        return (lambda *_: {}) if register is None else NamesInStore(self._workbench.session, register).record

    def _write(self, conflict: Conflict, action: Action) -> bool:
        """Run an action although others changed the same; True if it is done, or if a new conflict is asked about."""
        problem = self._workbench.run_without_commit(action).problem
        if problem is None:
            self._answer(conflict)
        return problem is None or isinstance(problem, Conflict)

    def _give_back(self, conflict: Conflict) -> None:
        """Offer the user the texts of a question that was closed without an answer."""
        for draft in self._answer(conflict):
            self._workbench.typing.offer(draft)

    def _answer(self, conflict: Conflict) -> "list[Draft]":
        """Discard and return the texts that a question was about."""
        answer = self._workbench.typing.answer
        return [draft for clash in conflict.clashes for draft in answer(clash.id, clash.field)]
