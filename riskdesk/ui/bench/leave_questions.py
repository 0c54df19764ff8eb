"""The questions before a window closes or opens another file: text is stored first, or dropped if the user agrees.

They are also asked about a file that is gone or replaced, as what is open is then nowhere but in memory.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from riskdesk.domain.problems import FileReplaced, Problem
from riskdesk.kit.alerts import alert, ask
from riskdesk.kit.qt import application
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.workbench import Workbench


class LeaveQuestions(QObject):
    """The questions before a window closes or opens another file, asked only if something would be lost.

    `asking` is true while typed text is being stored: the question then mentions any problem, and nothing else should
    report it. `keep` saves drafts of text that is not stored, and returns whether that succeeded.
    """

    def __init__(self, window: QMainWindow, workbench: Workbench, keep: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._workbench, self._keep = window, workbench, keep
        self.asking = False
        self._reported: Problem | None = None
        self._agreed = False
        workbench.problem_reported.connect(self._note_problem)
        workbench.conflict_found.connect(self._note_problem)

    def may_close(self) -> bool:
        """Store what is typed; if that fails or the file is gone, ask whether to close nevertheless, and return False.

        Also False while something is written or printed in any window, as all close together.
        """
        # Imported late, as the start needs no tasks.
        from riskdesk.ui.bench.waiting_task import show_writing

        windows = application().topLevelWidgets()
        return self._agreed or not (show_writing(windows) or self._ask_if_needed(self.tr("Close"), self._close))

    def agree(self) -> None:
        """Let the window close without a question, as another window takes over the texts that are held."""
        self._agreed = True

    def leave(self, then: Callable[[], object]) -> None:
        """Store what is typed, then call `then`, which opens another file; if that fails or the file is gone, ask."""
        if not self._ask_if_needed(self.tr("Leave"), then):
            then()

    def _ask_if_needed(self, leave: str, then: Callable[[], object]) -> bool:
        """Ask the user if some text cannot be stored, or the file is gone; return whether that was so."""
        self.asking, self._reported = True, None
        stored = self._workbench.typing.commit()
        problem = self._workbench.typing.problem() or (None if stored else self._reported)
        drafts = self._workbench.typing.drafts()
        replaced = self._replaced() if drafts or (stored and self._is_unaware()) else None
        self.asking = False
        if replaced is not None:
            then = partial(self._leave_gone, replaced, then)
        if not drafts:
            # A text that was given back to the user has a question of its own.
            if problem:
                alert(self._window, sentence(problem))
            elif replaced:
                self._ask_about_lost(replaced, leave, then)
            return not stored or replaced is not None
        # Imported only here, as texts can usually be stored.
        from riskdesk.ui.bench.values import draft_lines

        why = replaced or problem
        paragraphs = [
            self.tr("This text is not saved:"),
            "\n".join(draft_lines(drafts, self._workbench.session)),
            sentence(why) if why else "",
            self._promise(replaced),
        ]
        ask(self._window, "\n\n".join(filter(None, paragraphs)), leave, self.tr("Stay"), then)
        return True

    def _is_unaware(self) -> bool:
        """Whether the user has not yet decided to leave a file gone; what is only read is not asked about."""
        return not self._workbench.read_only and self._workbench.replaced is None

    def _ask_about_lost(self, replaced: Problem, leave: str, then: Callable[[], object]) -> None:
        """Ask whether to leave a file that is gone; who stays is shown what can be done."""
        question = self.tr(
            "If the file does not come back, what was changed since the last backup is lost. Close without saving it?"
        )
        show = partial(self._workbench.report, replaced)
        ask(self._window, f"{sentence(replaced)}\n\n{question}", leave, self.tr("Stay"), then, show)

    def _leave_gone(self, replaced: FileReplaced, then: Callable[[], object]) -> None:
        """Go on, as the user has decided to leave the file gone: that no backup of it is made is told no more."""
        self._workbench.note_replaced(replaced)
        then()

    def _replaced(self) -> FileReplaced | None:
        """The problem that the path holds another file, for which drafts are not meant; None if it does not."""
        problem = self._workbench.read_changes_of_others()
        return problem if isinstance(problem, FileReplaced) else None

    def _note_problem(self, problem: Problem) -> None:
        self._reported = problem

    def _promise(self, replaced: Problem | None) -> str:
        """When the texts will be offered again. Drafts belong to one file, even if another takes its place."""
        if not self._keep():
            return self.tr("Close without saving it? It cannot be kept for next time either: stay, and copy it first.")
        if replaced:
            return self.tr(
                "Close without saving it? You will be offered this text when the file that was there before is opened"
                " again. If it will not be, stay, and copy the text first."
            )
        return self.tr("Close without saving it? You will be offered this text next time you open the file.")

    def _close(self) -> None:
        self.agree()
        self._window.close()
