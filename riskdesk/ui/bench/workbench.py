"""The workbench: the open session, register and selection that the window and its panels share."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from riskdesk.desk.action import Action
from riskdesk.desk.session import Session
from riskdesk.domain.conflict import Conflict
from riskdesk.domain.problems import Problem
from riskdesk.domain.records import kind_name
from riskdesk.domain.step import Step
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Register

Result = TypeVar("Result")


class Workbench(QObject):
    """Runs actions and says what changed; each panel decides whether to read again.

    `stepped` carries the Step of an action, an undo or a redo; `opened` says that another register or store is the
    open one, `selected` that the selection changed; `failed` carries the Problem that kept an action from happening,
    `clashed` the Conflict and the Action that may be tried again; `noticed` says that `notice` is another one.
    `failure` is what kept the last action from happening, None where it happened.
    """

    stepped = Signal(object)
    opened = Signal()
    selected = Signal()
    failed = Signal(object)
    clashed = Signal(object, object)
    noticed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None, *, notice: str = "") -> None:
        super().__init__(parent)
        self.session = session
        self._why_read_only = notice
        self.register_id: str | None = None
        self.selection: tuple[str, ...] = ()
        self.failure: Problem | None = None

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return bool(self._why_read_only)

    @property
    def notice(self) -> str | Problem:
        """What the user should know as long as it is so: why nothing can be written, or why no backup was made."""
        return self._why_read_only or self.session.unkept or ""

    def tree(self) -> RegisterTree | None:
        """The open register, or None."""
        return None if self.register_id is None else self.session.tree(self.register_id)

    def registers(self) -> list[Register]:
        """The registers of the store, in order."""
        return self.session.registers()

    def open_register(self, register: str | None) -> None:
        """Make a register the open one (None for none)."""
        if register != self.register_id:
            self.register_id = register
            self.selection = ()
            self.opened.emit()

    def change_session(self, session: Session, *, notice: str = "") -> None:
        """Let go of the open store and work with another; its first register opens."""
        self.session.close()
        self.session, self._why_read_only = session, notice
        self.register_id, self.selection = next((register.id for register in session.registers()), None), ()
        self.opened.emit()
        self.noticed.emit()

    def select(self, ids: Sequence[str]) -> None:
        """Make these categories, entries, risks and mitigations the selection."""
        if tuple(ids) != self.selection:
            self.selection = tuple(ids)
            self.selected.emit()

    def run(self, action: Action) -> Step | None:
        """Do an action; None where it changed nothing or a Problem, told by a signal, kept it from happening."""
        unkept = self.session.unkept
        step = self._attempt(lambda: self.session.run(action), action)
        if self.session.unkept != unkept:
            self.noticed.emit()
        return step

    def undo(self) -> Step | None:
        """Take the last action back."""
        return self._attempt(self.session.undo)

    def redo(self) -> Step | None:
        """Make the action that was taken back last again."""
        return self._attempt(self.session.redo)

    def look(self) -> None:
        """Show what other programs have written to the store since."""
        self._attempt(self.session.look)

    def _attempt(self, work: Callable[[], Step | None], action: Action | None = None) -> Step | None:
        self.failure = None
        try:
            step = work()
        except Problem as problem:
            self.failure = problem
            self._hear()
            if isinstance(problem, Conflict):
                self.clashed.emit(problem, action)
            else:
                self.failed.emit(problem)
            return None
        self._hear()
        if step is not None:
            self._follow(step)
        return step

    def _hear(self) -> None:
        """Show the steps of others; what they brought in does not open by itself."""
        for step in self.session.news():
            self._follow(step, theirs=True)

    def _follow(self, step: Step, *, theirs: bool = False) -> None:
        registers = [change for change in step.changes if change.kind == kind_name(Register)]
        gone = {change.id for change in step.changes if change.after is None}
        created = [change.id for change in registers if change.before is None]
        before = self.register_id
        if created and not theirs:
            self.register_id = created[-1]
        elif before in gone:
            self.register_id = next((register.id for register in self.registers()), None)
        opened = self.register_id != before
        self.selection = () if opened else tuple(identity for identity in self.selection if identity not in gone)
        self.stepped.emit(step)
        if opened:
            self.opened.emit()
