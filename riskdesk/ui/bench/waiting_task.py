"""A task that the user waits for, with a progress bar and a Cancel button if it takes long."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QMainWindow, QProgressDialog, QWidget

from riskdesk.domain.problems import Problem
from riskdesk.domain.progress import Checkpoint
from riskdesk.kit.alerts import alert
from riskdesk.kit.per_cents import spell_per_cents
from riskdesk.kit.tasks import Task
from riskdesk.ui.bench.language import sentence

_PATIENCE_MS = 800


class WaitingTask(QObject):
    """A task that runs behind a progress bar with a Cancel button, and ends with its window.

    The bar shows progress once the work reports any. A subclass implements `_on_done`, which is called at the end; not
    if the user cancelled when the work had no checkpoint any more, unless it `_stays` done, as a file that is written.
    """

    # The maximum of the bar, of which the task itself takes the first 100.
    _most = 100
    _stays = False

    def __init__(self, work: Callable[[Checkpoint], object], text: str, window: QMainWindow) -> None:
        super().__init__(window)
        self._task = task = Task(work)
        self._window = window
        cancel = QCoreApplication.translate("WaitingTask", "Cancel")
        self._bar = QProgressDialog(text, cancel, 0, 0, window)
        self._bar.setWindowModality(Qt.WindowModality.WindowModal)
        self._bar.setMinimumDuration(_PATIENCE_MS)
        self._bar.setAutoReset(False)
        spell_per_cents(self._bar)
        self._bar.canceled.connect(task.cancel)
        task.progress.connect(self._on_progress)
        task.done.connect(self._on_ended)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._end)

    def start(self) -> None:
        """Start the task."""
        # The minimum duration of the bar counts from this call.
        self._bar.setValue(0)
        self._task.start()

    def _on_progress(self, per_cent: int) -> None:
        if self._bar.wasCanceled():
            return
        if per_cent == 0 and not self._bar.isVisible():
            # Qt estimates the total time from here, and shows the bar at once if that is long.
            self._bar.reset()
        self._bar.setMaximum(self._most)
        self._bar.setValue(per_cent)

    def _on_ended(self, outcome: object) -> None:
        if self._bar.wasCanceled() and not self._stays:
            self._end()
        else:
            self._on_done(outcome)

    def _on_done(self, outcome: object) -> None:
        raise NotImplementedError

    def _on_failed(self, error: Exception) -> None:
        self._end()
        tell_failure(self._window, error)

    def _end(self) -> None:
        self._bar.deleteLater()
        self.deleteLater()


def tell_failure(window: QWidget, error: Exception) -> None:
    """Show a Problem in an alert; raise any other error again."""
    if not isinstance(error, Problem):
        raise error
    alert(window, sentence(error))
