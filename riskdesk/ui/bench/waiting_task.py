"""A task that the user waits for, with a progress bar and a Cancel button if it takes long."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QProgressDialog, QWidget

from riskdesk.domain.problems import Problem
from riskdesk.domain.progress import Checkpoint
from riskdesk.kit.alerts import alert
from riskdesk.kit.per_cents import spell_per_cents
from riskdesk.kit.tasks import Task
from riskdesk.ui.bench.language import sentence

_PATIENCE_MS = 800


class WaitingTask(QObject):
    """A task that runs behind a progress bar with a Cancel button, and ends with its window.

    `text` returns the words above the bar, which shows progress once the work reports any. A subclass implements
    `_on_done`, which is called at the end; not if the user cancelled when the work had no checkpoint any more, unless
    it `_stays` done, as a file that is written. While it `writes` a file or prints, its window is not to close.

    `dialog` is the hidden dialog that asked for the work, if one did: it is shown again as it was filled in, once the
    user has read why the work failed, and deleted if the work ends otherwise.
    """

    # The maximum of the bar, of which the task itself takes the first 100.
    _most = 100
    _stays = False
    writes = False

    def __init__(
        self,
        work: Callable[[Checkpoint], object],
        text: Callable[[], str],
        window: QMainWindow,
        dialog: QDialog | None = None,
    ) -> None:
        super().__init__(window)
        self._task = task = Task(work)
        self._text, self.window, self._dialog = text, window, dialog
        self._bar = self._new_bar()
        task.progress.connect(self._on_progress)
        task.done.connect(self._on_ended)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._end)

    def start(self) -> None:
        """Start the task."""
        # The minimum duration of the bar counts from this call.
        self._bar.setValue(0)
        self._task.start()

    def move_to(self, window: QMainWindow) -> None:
        """Go on in another window, which replaces the one before."""
        self.setParent(window)
        # A dialog is deleted with the other window.
        self.window, self._dialog = window, None
        # The bar before belongs to the other window, and is in its language.
        before, self._bar = self._bar, self._new_bar()
        self._bar.setMaximum(before.maximum())
        self._bar.setValue(0)
        self._bar.setValue(max(0, before.value()))
        if before.wasCanceled():
            self._bar.cancel()

    def show_bar(self) -> None:
        """Show the bar now, in front of all windows, however long it takes."""
        self._bar.show()
        self._bar.raise_()
        self._bar.activateWindow()

    def _new_bar(self) -> QProgressDialog:
        bar = QProgressDialog(self._text(), QCoreApplication.translate("WaitingTask", "Cancel"), 0, 0, self.window)
        bar.setWindowModality(Qt.WindowModality.WindowModal)
        bar.setMinimumDuration(_PATIENCE_MS)
        bar.setAutoReset(False)
        spell_per_cents(bar)
        bar.canceled.connect(self._task.cancel)
        return bar

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
        dialog, self._dialog = self._dialog, None
        self._end()
        if not isinstance(error, Problem):
            raise error
        self._report(error, dialog)

    def _report(self, problem: Problem, dialog: QDialog | None) -> None:
        """Tell the user why the task failed, and then show the dialog again."""
        box = alert(self.window, sentence(problem))
        if dialog is not None:
            box.finished.connect(dialog.open)

    def _end(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._bar.deleteLater()
        self.deleteLater()


def waiting_tasks(window: QWidget) -> list[WaitingTask]:
    """The tasks that run in a window."""
    return window.findChildren(WaitingTask, options=Qt.FindChildOption.FindDirectChildrenOnly)


def are_under_way() -> bool:
    """Whether any such task runs, also one whose bar is not shown yet."""
    return any(map(waiting_tasks, QApplication.topLevelWidgets()))


def show_writing(windows: Iterable[QWidget]) -> bool:
    """Show the bars of all that is written or printed in windows, which have to stay then; return whether any is."""
    writing = [task for window in windows for task in waiting_tasks(window) if task.writes]
    for task in writing:
        task.show_bar()
    return bool(writing)
