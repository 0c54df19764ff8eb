"""Checking a store for damage in the background: a large one that was just opened, or one that others wrote to."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from riskdesk.desk import health
from riskdesk.desk.session import Session
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.progress import Checkpoint
from riskdesk.kit.tasks import LatestTask
from riskdesk.ui.bench.workbench import Workbench


class StoreExamination(QObject):
    """The part of a workbench that checks its store for damage in the background.

    `damaged` carries the Health of a store in which damage was found.
    """

    damaged = Signal(object)

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._examining = LatestTask(self)
        self._examining.done.connect(self._on_done)
        workbench.file_left.connect(self._examining.drop)
        workbench.stepped.connect(self.start)

    def start(self) -> None:
        """Check the store, unless it has been checked already or a check is under way."""
        session = self._workbench.session
        if not session.is_sound and not self._examining.is_under_way:
            self._examining.start(partial(_health_of, session))

    def _on_done(self, store_health: health.Health) -> None:
        if store_health.sound:
            # Others may have written to the store during the check.
            self.start()
        else:
            self.damaged.emit(store_health)


def _health_of(session: Session, checkpoint: Checkpoint) -> health.Health:
    try:
        session.require_sound(checkpoint)
    except health.DamagedStore as damage:
        return damage.health
    except FileProblem as problem:
        return health.Health(session.path, (problem,))
    return health.Health(session.path)
