"""A file that is read-only here because another program has it open: notices when that program closes it."""

from PySide6.QtCore import QObject, QTimer

from riskdesk.kit.lock import FileLock
from riskdesk.ui.bench.workbench import Workbench

_EVERY_MS = 5000


class HeldFile(QObject):
    """The part of a workbench that polls the lock of its file as long as another program holds that lock."""

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._lock: FileLock | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.check_lock)
        workbench.file_opened.connect(self._begin)
        self._begin()

    def check_lock(self) -> None:
        """Report to the workbench whether the file is free."""
        if self._lock is not None:
            self._workbench.note_freed(freed=self._lock.is_free())

    def _begin(self) -> None:
        self._lock = FileLock(self._workbench.session.path) if self._workbench.is_held_elsewhere else None
        if self._lock is None:
            self._timer.stop()
        else:
            self._timer.start()
