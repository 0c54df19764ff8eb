"""Writing to the file, reading a register from it and closing it, off the main thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from riskdesk.desk.session import Session
from riskdesk.domain.problems import Problem
from riskdesk.domain.progress import Checkpoint, Result
from riskdesk.kit.apart import apart

if TYPE_CHECKING:
    from riskdesk.kit.tasks import Task


def saving(work: Callable[[Checkpoint], Result], /) -> Result:
    """Run work that writes to the file; see `apart`."""
    return apart(work, QCoreApplication.translate("Waiting", "Saving…"))


def reading(work: Callable[[Checkpoint], Result], /) -> Result:
    """Run work that reads a register to be shown, or looks for a file that may be on a share; see `apart`."""
    return apart(work, QCoreApplication.translate("Waiting", "Opening…"), cancellable=False)


def closing(left: Session, tell: Callable[[Problem | None], object] | None) -> "Task":
    """Return a task that closes and backs up a file; `tell` gets the problem if no backup was made, else None."""
    # Imported late, as the first window shown does not need it.
    from riskdesk.kit.tasks import Task

    def close(_checkpoint: Checkpoint) -> Problem | None:
        left.close()
        return left.backup_problem

    task = Task(close)
    if tell is not None:
        task.done.connect(tell)
    return task
