"""Restoring a backup as a new store, with what the user is told of it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from riskdesk.desk.backups import Backup, Backups
from riskdesk.domain.problems import FileProblem, Problem
from riskdesk.domain.progress import Cancelled, Checkpoint
from riskdesk.kit.alerts import alert
from riskdesk.kit.apart import apart
from riskdesk.kit.qt import without_arguments
from riskdesk.ui.bench.language import sentence


def newest_sound(backups: Backups) -> Backup | None:
    """The newest backup that can be restored, looked for in another thread; None if no backup can."""
    text = QCoreApplication.translate("Restoring", "Looking for a good backup…")
    return apart(lambda _checkpoint: backups.newest_sound(), text, cancellable=False)


def restored(
    work: Callable[[Checkpoint], list[FileProblem]],
    asking: QWidget | None,
    window: QWidget | None,
    otherwise: Callable[[], object] = lambda: None,
) -> bool:
    """Whether work that restores a backup was done in another thread, and was not cancelled.

    Why it failed is told over the dialog that is `asking`; what else it returns is told over the `window`, which stays.
    `otherwise` is called when it was cancelled, and when why it failed was read.
    """
    try:
        problems = apart(work, QCoreApplication.translate("Restoring", "Restoring…"))
    except Cancelled:
        otherwise()
        return False
    except Problem as problem:
        alert(asking, sentence(problem)).finished.connect(without_arguments(otherwise))
        return False
    for each in problems:
        alert(window, sentence(each))
    return True
