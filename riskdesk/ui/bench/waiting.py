"""A task that the user waits for, with a progress bar and a Cancel button if it takes long."""

from threading import Event

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QMainWindow, QProgressDialog, QWidget

from riskdesk.domain.problems import Problem
from riskdesk.kit.alerts import alert
from riskdesk.kit.per_cents import spell_per_cents
from riskdesk.kit.qt import application
from riskdesk.kit.tasks import Task
from riskdesk.ui.bench.language import sentence

_PATIENCE_MS = 800


class Waiting(QObject):
    """A task that runs behind a progress bar with a Cancel button, and ends with its window.

    A subclass says in `_on_done` what comes after the task.
    """

    def __init__(self, task: Task, text: str, most: int, window: QMainWindow) -> None:
        super().__init__(window)
        self._task, self._window = task, window
        cancel = QCoreApplication.translate("Waiting", "Cancel")
        self._bar = QProgressDialog(text, cancel, 0, most, window)
        self._bar.setWindowModality(Qt.WindowModality.WindowModal)
        self._bar.setMinimumDuration(_PATIENCE_MS)
        self._bar.setAutoReset(False)
        spell_per_cents(self._bar)
        self._bar.canceled.connect(task.cancel)
        task.progress.connect(self._bar.setValue)
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._end)

    def start(self) -> None:
        """Begin."""
        self._task.start()

    def _cancel_with_bar(self, cancelled: Event) -> None:
        """Set an event once nobody waits any more, before the task hears of that and waits for the work to end."""
        self._bar.canceled.connect(cancelled.set)
        application().aboutToQuit.connect(cancelled.set)

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
