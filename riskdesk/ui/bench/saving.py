"""Writing to the file, reading a register from it and closing it, off the main thread, however long that takes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from riskdesk.desk.session import Session
from riskdesk.domain.problems import Problem
from riskdesk.domain.progress import Checkpoint, Made
from riskdesk.kit.apart import apart

if TYPE_CHECKING:
    from riskdesk.kit.tasks import Task


def saving(work: Callable[[Checkpoint], Made], /) -> Made:
    """Do what writes to the file; see `apart`."""
    return apart(work, QCoreApplication.translate("Waiting", "Saving…"))


def reading(work: Callable[[Checkpoint], Made], /) -> Made:
    """Do what reads a register that is to be shown; see `apart`."""
    return apart(work, QCoreApplication.translate("Waiting", "Opening…"), cancellable=False)


def closing(left: Session, tell: Callable[[Problem | None], object] | None) -> "Task":
    """A task that closes and backs up a file that was left; `tell` hears why no backup was made, None if one was."""
    # The first picture does without.
    from riskdesk.kit.tasks import Task

    def close(_checkpoint: Checkpoint) -> Problem | None:
        left.close()
        return left.backup_problem

    task = Task(close)
    if tell is not None:
        task.done.connect(tell)
    return task
