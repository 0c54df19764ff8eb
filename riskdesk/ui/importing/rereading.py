"""Makes an import again with the answers of the user, off the main thread."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from riskdesk.desk import import_files
from riskdesk.desk.import_files import Against, Opened, UserAnswers
from riskdesk.kit.tasks import Task
from riskdesk.ui.bench.language import ui_language


class Rereading(QObject):
    """Reads a file again off the main thread; a new reading replaces the one under way.

    `read` is emitted with the result, `failed` with the exception.
    """

    read = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task: Task | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether a reading is under way."""
        return self._task is not None

    def start(self, before: Opened, user_answers: UserAnswers, against: Against | None) -> None:
        """Start a reading, and cancel the one under way."""
        self.give_up()
        self._task = Task(partial(import_files.anew, before, ui_language(), user_answers, against))
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)
        self._task.start()

    def give_up(self) -> None:
        """Cancel the reading under way."""
        if self._task is not None:
            self._task.done.disconnect(self._on_done)
            self._task.failed.disconnect(self._on_failed)
            self._task.cancel()
            self._task = None

    def _on_done(self, opened: Opened) -> None:
        self._task = None
        self.read.emit(opened)

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        self.failed.emit(error)
