"""The lock of the open file: notices when a program that has the file open closes it, and when our own lock is lost."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.kit.apart import is_busy
from riskdesk.kit.lock import FileLock, is_lost
from riskdesk.kit.tasks import LatestTask
from riskdesk.ui.bench.workbench import Workbench

_EVERY_MS = 5000


class HeldFile(QObject):
    """The part of a workbench that polls the lock of its file, be it that of another program or our own.

    `lost` is emitted once after our own was taken over or deleted, when no dialog is open and nothing is under way.
    """

    lost = Signal()

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._theirs: FileLock | None = None
        self._ours: Path | None = None
        self._looking = LatestTask(self)
        self._looking.done.connect(self._on_looked)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.check_lock)
        workbench.file_opened.connect(self._begin)
        self._begin()

    def check_lock(self) -> None:
        """Report whether the file of another program is free, or whether our own lock is lost."""
        if self._theirs is not None:
            self._workbench.note_freed(freed=self._theirs.is_free())
        elif self._ours is not None and not self._looking.is_under_way:
            self._looking.start(partial(_is_lost, self._workbench.session.path, self._ours))

    def _on_looked(self, is_lost: object) -> None:
        is_free = not is_busy() and QApplication.activeModalWidget() is None and self._workbench.replaced is None
        if is_lost and is_free:
            self._ours = None
            self.lost.emit()

    def _begin(self) -> None:
        self._looking.drop()
        path, is_theirs = self._workbench.session.path, self._workbench.is_held_elsewhere
        lock = FileLock(path)
        self._theirs = lock if is_theirs else None
        self._ours = None if self._workbench.read_only or _is_lost(path, lock.place) else lock.place
        if self._theirs or self._ours:
            self._timer.start()
        else:
            self._timer.stop()


def _is_lost(path: Path, lock: Path, _checkpoint: Checkpoint = never_cancelled) -> bool:
    """Whether our lock is lost; false if the file cannot be reached, either."""
    try:
        return path.is_file() and is_lost(lock)
    except OSError:
        return False
