"""Checking a store for damage in the background: a large one that was just opened, or one that others wrote to."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from riskdesk.desk import health
from riskdesk.desk.session import Session
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.progress import Checkpoint
from riskdesk.kit.tasks import Task
from riskdesk.ui.bench.workbench import Workbench


class StoreExamination(QObject):
    """The part of a workbench that checks its store for damage in the background.

    `damaged` carries the Health of a store in which damage was found.
    """

    damaged = Signal(object)

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._task: Task | None = None
        workbench.file_left.connect(self._stop)
        workbench.stepped.connect(self.start)

    def start(self) -> None:
        """Check the store, unless it has been checked already or a check is under way."""
        session = self._workbench.session
        if session.is_sound or self._task is not None:
            return
        self._task = Task(partial(_health_of, session))
        self._task.done.connect(self._on_done)
        self._task.start()

    def _on_done(self, store_health: health.Health) -> None:
        self._task = None
        if store_health.sound:
            # Others may have written to the store during the check.
            self.start()
        else:
            self.damaged.emit(store_health)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.done.disconnect(self._on_done)
            self._task.cancel()
            self._task = None


def _health_of(session: Session, checkpoint: Checkpoint) -> health.Health:
    try:
        session.require_sound(checkpoint)
    except health.DamagedStore as damage:
        return damage.health
    except FileProblem as problem:
        return health.Health(session.path, (problem,))
    return health.Health(session.path)
