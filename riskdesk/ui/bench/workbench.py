"""The workbench: the open session, register and selection that the window and its panels share."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from riskdesk.desk.action import Action, ActionResult
from riskdesk.desk.next_register import NextRegister
from riskdesk.desk.register_cache import News
from riskdesk.desk.session import Session
from riskdesk.domain.conflict import Conflict
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, FileReplaced, NotFound, Problem
from riskdesk.domain.progress import Cancelled, Runner
from riskdesk.domain.step import Step, UndoDirection
from riskdesk.domain.text import short
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import RegisterTitle, Risk
from riskdesk.kit.apart import is_busy
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.saving import closing, reading, saving
from riskdesk.ui.bench.typing import Typing


class Workbench(QObject):
    """The state that all panels of a window share (session, register, selection), and the running of actions.

    Signals say what changed; each panel decides whether to read again. `stepped` carries the Step of an action, an
    undo or a redo; `stepped_here` follows `stepped` if the user took the step in this window. `file_left` is emitted
    before another file is opened, `file_opened` after that, then `register_opened`, which is also emitted when another
    register is opened; `selected` when the selection changes, `banner_changed` when `banner` does. Messages and
    questions to the user go through `report`, `post` and `ask_about`, which emit `problem_reported`, `notice_posted`
    and `conflict_found`.

    Whatever changes or leaves the register first stores the text being typed (`typing`), in whichever editor.
    """

    stepped, stepped_here = Signal(object), Signal(object)
    file_left, file_opened, register_opened = Signal(), Signal(), Signal()
    selected, banner_changed = Signal(), Signal()
    problem_reported, notice_posted, conflict_found = Signal(object), Signal(object), Signal(object, object)

    def __init__(
        self,
        session: Session,
        parent: QObject | None = None,
        *,
        why_read_only: str = "",
        is_held_elsewhere: bool = False,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.typing = Typing(self)
        self._why_read_only = why_read_only
        # Whether the file is read-only because another program has it open, and whether that program has closed it.
        self.is_held_elsewhere, self.freed = is_held_elsewhere, False
        self.replaced: FileReplaced | None = None
        self.register_id: str | None = None
        self.selection: tuple[str, ...] = ()
        # Whether the last attempt to read or write the file failed, and whether others took the step that is shown.
        self.file_refuses, self.hears_others = False, False
        self._overtaken: list[Step] = []
        self._next_register = NextRegister()

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return bool(self._why_read_only)

    @property
    def banner(self) -> str | Problem:
        """The text of the banner: why the file is read-only, gone or not backed up; empty if there is none."""
        if self.freed:
            return self.tr("Read-only: this file was open elsewhere, and is free now.")
        return self._why_read_only or self.replaced or self.session.backup_problem or ""

    def tree(self) -> RegisterTree | None:
        """The open register, or None."""
        return None if self.register_id is None else self.session.tree(self.register_id)

    def registers(self) -> list[RegisterTitle]:
        """The registers of the store, in order."""
        return self.session.registers()

    def open_register(self, register: str | None) -> bool:
        """Open a register (None: none); False, after the problem was reported, if that cannot be done."""
        if register == self.register_id:
            return True
        if not self.typing.let_go():
            return False
        try:
            self._read(register)
        except Problem as problem:
            self.report(problem)
            return False
        self.register_id, self.selection = register, ()
        self.register_opened.emit()
        return True

    def _read(self, register: str | None) -> None:
        """Read a register while the window is still painted; raise NotFound if it is gone."""
        if register is None:
            return
        if register not in {known.id for known in self.registers()}:
            raise NotFound(QT_TRANSLATE_NOOP("Problem", "The register is no longer there."))
        if not self.session.has_read(register):
            reading(lambda _checkpoint: self.session.tree(register))

    def change_session(
        self, session: Session, register: str = "", *, why_read_only: str = "", is_held_elsewhere: bool = False
    ) -> None:
        """Close the open file and open another session, with the register of that id, else its first one.

        Text that is not stored stays behind as a draft of the file that is closed. That file is backed up while the
        other one is open.
        """
        self.file_left.emit()
        left = self.session
        left.let_go()
        self.session, self._why_read_only = session, why_read_only
        self.is_held_elsewhere, self.freed = is_held_elsewhere, False
        is_known, self.replaced = self.replaced is not None, None
        self.register_id, self.selection = register or next((known.id for known in session.registers()), None), ()
        self.typing.forget()
        self.file_opened.emit()
        self.register_opened.emit()
        self.banner_changed.emit()
        closing(left, None if is_known else self._on_left).start()

    def note_freed(self, *, freed: bool) -> None:
        """Record whether the program that had the file open has closed it."""
        if freed != self.freed:
            self.freed = freed
            self.banner_changed.emit()

    def note_replaced(self, replaced: FileReplaced | None) -> None:
        """Record that the user keeps working although the file is gone or replaced; None once it is there again."""
        if str(replaced) != str(self.replaced):
            self.replaced = replaced
            self.banner_changed.emit()

    def _on_left(self, problem: Problem | None) -> None:
        """Report why no backup was made of the file that was left."""
        if problem is not None:
            self.report(problem)

    def report(self, problem: Problem) -> None:
        """Report a problem to the user."""
        self.problem_reported.emit(problem)

    def post(self, notice: Notice) -> None:
        """Show the user a notice of what was done."""
        self.notice_posted.emit(notice)

    def ask_about(self, conflict: Conflict, action: Action) -> None:
        """Ask the user which of two values to keep; the action is run if it is the one entered here."""
        self.conflict_found.emit(conflict, action)

    def selected_risks(self) -> Iterator[Risk]:
        """The selected risks that are not ended, in the order of the register."""
        tree = self.tree()
        risks = tree.risks_among(frozenset(self.selection)) if tree is not None else ()
        return (risk for risk in risks if not risk.ended)

    def select(self, ids: Sequence[str]) -> None:
        """Make these categories, entries, risks and mitigations the selection."""
        if tuple(ids) != self.selection:
            self.typing.commit()
            self.selection = tuple(ids)
            self.selected.emit()

    def commit(self) -> bool:
        """Store what is being typed; False, after the problem was reported, if that cannot be done."""
        stored = self.typing.commit()
        if not stored and (problem := self.typing.problem()):
            self.report(problem)
        return stored

    def run(self, action: Action) -> ActionResult:
        """Store what is being typed and run an action; a problem in the result was already reported to the user."""
        return self.run_without_commit(action) if self.commit() else self._not_begun()

    def run_without_commit(self, action: Action) -> ActionResult:
        """Run the action of an editor that stores its text: as `run`, but without storing the text of other editors."""
        before = self.session.backup_problem
        result = self._attempt(partial(self.session.run, action, saving), action)
        if self.session.backup_problem != before:
            self.banner_changed.emit()
        return result

    def _not_begun(self) -> ActionResult:
        """The result of an action that was not run, because the text being typed could not be stored."""
        text = QT_TRANSLATE_NOOP("Problem", "Not done: the text being typed could not be saved first.")
        return ActionResult(problem=self.typing.problem() or Problem(text))

    def undo(self, expected: int | None = None) -> ActionResult:
        """Undo the last action on the open register, if it is the `expected` one."""
        return self._take_back(self.session.undo, expected)

    def redo(self, expected: int | None = None) -> ActionResult:
        """Redo the action on the open register that was undone last, if it is the `expected` one."""
        return self._take_back(self.session.redo, expected)

    def way_back(self, step: Step) -> UndoDirection | None:
        """Whether undo or redo would now take back exactly this step; None if neither would."""
        place = self._place_of(step)
        undoable, redoable = self.session.undoable(place), self.session.redoable(place)
        for direction, next_one in ((UndoDirection.UNDO, undoable), (UndoDirection.REDO, redoable)):
            if next_one is not None and next_one.number == step.number:
                return direction
        return None

    def take_back(self, step: Step) -> ActionResult:
        """Take back exactly this step, whichever register is open; if another step has to come first, report it."""
        take = self.session.redo if self.way_back(step) is UndoDirection.REDO else self.session.undo
        # Text typed in the same register is not stored now: that would be a later step, which had to be undone first.
        if self.register_id not in step.registers and not self.commit():
            return self._not_begun()
        return self._attempt(lambda: take(self._place_of(step), step.number, saving))

    def _place_of(self, step: Step) -> str | None:
        """The register in which to take back a step: the open one if the step touched it, else another (None: any)."""
        if self.register_id is None or self.register_id in step.registers:
            return self.register_id
        return min(step.registers, default=None)

    def _take_back(self, take: Callable[[str | None, int | None, Runner], Step], expected: int | None) -> ActionResult:
        """Take back a step; if text is being typed, store it first and take back that step instead."""
        typed = self.typing.draft() is not None
        if not self.commit():
            return self._not_begun()
        return self._attempt(lambda: take(self.register_id, None if typed else expected, saving))

    def read_changes_of_others(self, *, waiting: bool = True) -> Problem | None:
        """Show what other programs have written to the store; return the problem, already reported, if reading fails.

        Do nothing while an action is under way, which reads them itself, nor, without `waiting`, while others write.
        """
        if is_busy():
            return None
        read = partial(self.session.read_changes_of_others, reading, waiting=waiting)
        return self._attempt(read, is_asked_for=False).problem

    def _attempt(
        self, work: Callable[[], Step | None], action: Action | None = None, *, is_asked_for: bool = True
    ) -> ActionResult:
        try:
            step = work()
        except Cancelled:
            return ActionResult(problem=Problem(QT_TRANSLATE_NOOP("Problem", "Cancelled; nothing was changed.")))
        except Problem as problem:
            self.file_refuses = isinstance(problem, FileProblem)
            if self.replaced is not None and isinstance(problem, FileReplaced):
                self.note_replaced(problem)
            self._hear()
            if action is not None and isinstance(problem, Conflict):
                self.ask_about(problem, action)
            elif is_asked_for or self.replaced is None or not isinstance(problem, FileReplaced):
                self.report(problem)
            return ActionResult(problem=problem)
        self.file_refuses = False
        self.note_replaced(None)
        self._hear(step)
        if step is not None:
            self.stepped_here.emit(step)
        return ActionResult(step)

    def _hear(self, mine: Step | None = None) -> None:
        """Show the steps of others, then the step just taken here; a register added by others is not opened.

        The steps of others may come with an own step, during which the user started the present one.
        """
        news = self.session.news()
        self._overtaken += [item.step for item in news if not item.theirs]
        if mine is not None and mine in self._overtaken:
            self._overtaken.remove(mine)
        elif mine is not None:
            news.append(News(mine, theirs=False))
        last = {change.id: change for item in news for change in item.step.changes}
        gone = {change.id for change in last.values() if change.after is None}
        # Memory has all steps already, so the one that deletes the open register is shown before it is read again.
        if self.register_id in gone:
            news.sort(key=lambda item: last[str(self.register_id)] not in item.step.changes)
        for item in news:
            self._follow(item.step, gone, theirs=item.theirs)

    def _follow(self, step: Step, gone: set[str], *, theirs: bool) -> None:
        """Show a step; `gone` are the ids that no longer exist after all steps shown together with it."""
        before, self.hears_others = self.register_id, theirs
        self.register_id = self._next_register.after(step, before, gone, self.registers, theirs=theirs)
        opened = self.register_id != before
        self.selection = () if opened else tuple([identity for identity in self.selection if identity not in gone])
        self.stepped.emit(step)
        if opened:
            self.register_opened.emit()
        if theirs and before in gone:
            (title,) = (str((change.before or {})["title"]) for change in step.changes if change.id == before)
            text = QT_TRANSLATE_NOOP("Problem", "{who} has deleted the register that was open here: “{title}”.")
            self.report(NotFound(text, who=step.who, title=short(title)))
