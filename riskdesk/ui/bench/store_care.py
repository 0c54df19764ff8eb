"""Background care of the open store: backups, changes by others, its lock, the check of a large one.

It also removes partly written files that killed programs have left beside the store.
"""

import logging

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from riskdesk.kit.qt import application
from riskdesk.kit.tasks import Task
from riskdesk.part_files import clear_parts
from riskdesk.ui.bench.held import HeldFile
from riskdesk.ui.bench.store_examination import StoreExamination
from riskdesk.ui.bench.workbench import Workbench

_log = logging.getLogger(__name__)
_BACKUP_MS = 30 * 60 * 1000


class StoreCare(QObject):
    """The part of a workbench that backs up its store, checks it, and follows what other programs do to the file.

    `damaged` carries the Health of a store in which damage was found; `lock_lost` is emitted once the lock of the file
    was taken over or deleted.
    """

    damaged, lock_lost = Signal(object), Signal()

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._timer = QTimer(self, interval=_BACKUP_MS)
        self._timer.timeout.connect(self.back_up)
        self._timer.start()
        self._held_file = HeldFile(workbench, self)
        self._held_file.lost.connect(self.lock_lost)
        self._examination = StoreExamination(workbench, self)
        self._examination.damaged.connect(self.damaged)
        workbench.banner_changed.connect(self._log_problem)
        workbench.file_opened.connect(self._begin)
        application().applicationStateChanged.connect(self._on_state)
        self._begin()

    def back_up(self) -> None:
        """Back up the store off the main thread, if it has changed."""
        session = self._workbench.session
        task = Task(session.back_up)
        task.done.connect(self._workbench.banner_changed)
        task.start()

    def _begin(self) -> None:
        """Start the care of a store that was just opened."""
        self.back_up()
        if not self._workbench.read_only:
            folder = self._workbench.session.path.parent
            Task(lambda _checkpoint: clear_parts(folder)).start()
        self._examination.start()

    def _log_problem(self) -> None:
        if self._workbench.session.backup_problem is not None:
            _log.warning("%s", self._workbench.session.backup_problem)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._workbench.read_changes_of_others(waiting=False)
            self._held_file.check_lock()
