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


class LatestTask(QObject):
    """Tasks of which only the latest counts: one that starts replaces the one under way.

    The latest one ends with `done` or `failed`; `failed` carries the exception, and an error of the program is handled
    as uncaught as well.
    """

    # Declared with object, as Qt would convert a list.
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether the latest task has not ended."""
        return self._task is not None

    def start(self, work: Callable[[Checkpoint], object]) -> None:
        """Start a task, and drop the one under way."""
        self.drop()
        self._task = Task(work)
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)
        self._task.start()

    def drop(self) -> None:
        """Cancel the task under way, which ends without a signal."""
        if self._task is not None:
            self._task.done.disconnect(self._on_done)
            self._task.failed.disconnect(self._on_failed)
            self._task.cancel()
            self._task = None

    def _on_done(self, made: object) -> None:
        self._task = None
        self.done.emit(made)

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        self.failed.emit(error)
        if not isinstance(error, Problem):
            raise error
