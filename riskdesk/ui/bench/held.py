"""The lock of the open file: notices when a program that has the file open closes it, and when our own lock is lost."""

from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from riskdesk.domain.progress import Checkpoint
from riskdesk.kit.apart import is_busy
from riskdesk.kit.lock import FileLock, OwnLock
from riskdesk.kit.tasks import LatestTask
from riskdesk.ui.bench.workbench import Workbench

_EVERY_MS = 5000


class HeldFile(QObject):
    """The part of a workbench that polls the lock of its file, be it that of another program or our own.

    `lost` is emitted after our own was taken over or deleted, when no dialog or menu is open and no work is under way;
    once, unless a slot has taken the lock again.
    """

    lost = Signal()

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._theirs: FileLock | None = None
        self._ours: OwnLock | None = None
        self._looking = LatestTask(self)
        self._looking.done.connect(self._on_looked)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.check_lock)
        workbench.file_opened.connect(self._begin)
        self._begin()

    def check_lock(self) -> None:
        """Report whether the file of another program is free, or whether our own lock is lost.

        Another thread looks, as the folder may be on a network that does not answer for long.
        """
        if self._looking.is_under_way:
            return
        if self._theirs is not None:
            self._looking.start(partial(_is_free, self._theirs))
        elif self._ours is not None:
            self._looking.start(partial(_is_lost, self._workbench.session.path, self._ours))

    def _on_looked(self, answer: object) -> None:
        if self._theirs is not None:
            self._workbench.note_freed(freed=bool(answer))
        elif answer and self._workbench.replaced is None and not _is_something_under_way():
            self._ours = None
            self.lost.emit()
            self._begin()

    def _begin(self) -> None:
        self._looking.drop()
        path = self._workbench.session.path
        self._theirs = FileLock(path) if self._workbench.is_held_elsewhere else None
        self._ours = None
        with suppress(OSError):
            self._ours = None if self._workbench.read_only else OwnLock.beside(path)
        if self._theirs or self._ours:
            self._timer.start()
        else:
            self._timer.stop()


def _is_something_under_way() -> bool:
    """Whether a dialog or menu is open, or work is done, which would fail if the file was closed."""
    # Imported late, as the window is started without it.
    from riskdesk.ui.bench.waiting_task import are_under_way

    front = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    return front is not None or is_busy() or are_under_way()


def _is_free(lock: FileLock, _checkpoint: Checkpoint) -> bool:
    return lock.is_free()


def _is_lost(path: Path, lock: OwnLock, _checkpoint: Checkpoint) -> bool:
    """Whether our lock is lost; false if the file cannot be reached, either."""
    try:
        return path.is_file() and lock.is_lost()
    except OSError:
        return False
