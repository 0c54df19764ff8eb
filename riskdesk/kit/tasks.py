"""Work in another thread that reports its progress and can be cancelled."""

from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QMetaMethod, QObject, Qt, Signal

from riskdesk.domain.problems import Problem
from riskdesk.domain.progress import Cancelled, Checkpoint


class Task(QObject):
    """A task in a thread of its own.

    It calls `work` with a checkpoint, by which the work reports its `progress` in per cent and which ends the work
    after the task was cancelled.

    It ends with exactly one of `done`, `failed` and `cancelled`; if nothing is connected to `failed`, an error of the
    program is handled as uncaught. Signals come in the thread that created it. It keeps itself alive until it ends. It
    ends before the application does, in that case without a signal.
    """

    progress = Signal(int)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    _running: ClassVar[set["Task"]] = set()
    _advanced = Signal(int)
    _ended = Signal(object)

    def __init__(self, work: Callable[[Checkpoint], object]) -> None:
        super().__init__()
        self._is_cancelled = False
        self._per_cent: int | None = None
        self._thread = Thread(target=self._run, args=(work,), name="task")
        self._advanced.connect(self.progress, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Start the work; can be called only once."""
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._quit)
        self._running.add(self)
        self._thread.start()

    def cancel(self) -> None:
        """End the work at its next checkpoint; if there is none any more, the task still ends as `done`."""
        self._is_cancelled = True

    def _run(self, work: Callable[[Checkpoint], object]) -> None:
        tell: Callable[[], object]
        try:
            self._checkpoint()
            tell = partial(self.done.emit, work(self._checkpoint))
        except Cancelled:
            tell = self.cancelled.emit
        except Exception as error:  # noqa: BLE001 - `failed` carries it
            tell = partial(self._fail, error)
        self._ended.emit(tell)

    def _checkpoint(self, share: float | None = None, /) -> None:
        if self._is_cancelled:
            raise Cancelled
        # Work reports far more often than a bar can show.
        if share is not None and (per_cent := round(100 * share)) != self._per_cent:
            self._per_cent = per_cent
            self._advanced.emit(per_cent)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Problem) and not self.isSignalConnected(QMetaMethod.fromSignal(self.failed)):
            raise error
        self.failed.emit(error)

    def _finish(self, tell: Callable[[], object]) -> None:
        # A task that ended with the application may still have a pending call.
        if self in self._running:
            self._join()
            tell()

    def _quit(self) -> None:
        self.cancel()
        self._join()

    def _join(self) -> None:
        self._thread.join()
        self._running.discard(self)
