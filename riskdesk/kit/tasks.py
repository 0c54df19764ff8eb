"""Work off the main thread, given as a generator of its progress."""

from collections.abc import Callable, Generator
from functools import partial
from threading import Event, Thread
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QMetaMethod, QObject, Qt, Signal

from riskdesk.domain.problems import Problem

Steps = Generator[tuple[int, int], None, object]


class Task(QObject):
    """A task off the main thread.

    It runs `steps`, which yield (steps done, steps in all) and return what was made.

    It ends with exactly one of `done`, `failed` and `cancelled`; an error of ours that nobody listens for goes to the
    log and the user as any other. Its signals come in the thread that made it. It keeps itself until it ends, and it
    ends before the application does.
    """

    progress = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    _running: ClassVar[set["Task"]] = set()
    _stepped = Signal(int, int)
    _ended = Signal(object)

    def __init__(self, steps: Steps) -> None:
        super().__init__()
        self._steps = steps
        self._cancelled = Event()
        self._thread = Thread(target=self._work, name="task")
        self._stepped.connect(self.progress, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin; once only."""
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._stop)
        self._running.add(self)
        self._thread.start()

    def cancel(self) -> None:
        """Stop after the step under way; the `finally` clauses of the work run."""
        self._cancelled.set()

    def _work(self) -> None:
        try:
            tell = self._outcome()
        except Exception as error:  # noqa: BLE001 - whoever started the work is told
            tell = partial(self._fail, error)
        self._ended.emit(tell)

    def _outcome(self) -> Callable[[], object]:
        while not self._cancelled.is_set():
            try:
                self._stepped.emit(*next(self._steps))
            except StopIteration as end:
                return partial(self.done.emit, end.value)
        self._steps.close()
        return self.cancelled.emit

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Problem) and not self.isSignalConnected(QMetaMethod.fromSignal(self.failed)):
            raise error
        self.failed.emit(error)

    def _finish(self, tell: Callable[[], object]) -> None:
        self._stop()
        tell()

    def _stop(self) -> None:
        self.cancel()
        self._thread.join()
        self._running.discard(self)
