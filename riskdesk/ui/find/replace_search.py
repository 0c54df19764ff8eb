"""The search for the places of a text to replace, off the main thread."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from riskdesk.desk.find_and_replace import Replacement, places
from riskdesk.domain.folding import Query
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.tasks import Task


class ReplaceSearch(QObject):
    """A search for the places of a text to replace in a register, one query at a time, off the main thread.

    `found` carries the places of the latest query.
    """

    # Declared with object, as Qt would convert a list.
    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None

    def start(self, tree: RegisterTree, query: Query, by: str, only: tuple[str, str] | None) -> None:
        """Start a search, and cancel the one before."""
        self.stop()
        task = self._task = Task(partial(places, tree, query, by, only))
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.start()

    def stop(self) -> None:
        """Cancel the search."""
        if self._task is not None:
            self._task.done.disconnect(self._on_done)
            self._task.failed.disconnect(self._on_failed)
            self._task.cancel()
        self._task = None

    def _on_done(self, found_places: list[Replacement]) -> None:
        self._task = None
        self.found.emit(found_places)

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        raise error
