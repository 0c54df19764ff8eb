"""Shows past states of a register: each is computed off the main thread, then shown in its own window."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMainWindow

from riskdesk.desk import history
from riskdesk.desk.session import Session
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.waiting_task import WaitingTask
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.history.then import ThenWindow
from riskdesk.ui.printing.choice import PrintChoice

_PATIENCE_MS = 100


class _Past(NamedTuple):
    """A register as it was, and a session on it."""

    then: history.Then
    session: Session


class LookingBack(QObject):
    """The part of a window that opens windows with past states of the register, which close together with it."""

    def __init__(self, window: QMainWindow, workbench: Workbench, settings: Settings, choice: PrintChoice) -> None:
        super().__init__(window)
        self._window, self._workbench = window, workbench
        self._settings, self._choice = settings, choice

    def to(self, number: int) -> None:
        """Show the open register as it was right after that step."""
        tree = self._workbench.tree()
        if tree is None:
            return
        session = self._workbench.session
        looking = _Looking(partial(_look, session, tree, number), self._window)
        looking.looked_back.connect(self._show)
        looking.start()

    def _show(self, past: _Past) -> None:
        then_window = ThenWindow(past.then, past.session, self._settings, self._choice, self._window)
        then_window.come_up()


class _Looking(WaitingTask):
    looked_back = Signal(object)

    def __init__(self, work: Callable[[Checkpoint], _Past], window: QMainWindow) -> None:
        super().__init__(work, lambda: QCoreApplication.translate("LookingBack", "Looking back…"), window)
        self._bar.setMinimumDuration(_PATIENCE_MS)

    def _on_done(self, past: object) -> None:
        self._end()
        self.looked_back.emit(past)


def _look(session: Session, tree: RegisterTree, number: int, checkpoint: Checkpoint) -> _Past:
    then = history.as_it_was(session, tree, number, checkpoint)
    return _Past(then, history.still(session, then))
