"""Writing an action to the file and reading a register from it, off the main thread, however long that takes."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from riskdesk.domain.progress import Look, Made
from riskdesk.kit.apart import apart


def saving(work: Callable[[Look], Made], /) -> Made:
    """Do what writes to the file; see `apart`."""
    return apart(work, QCoreApplication.translate("Waiting", "Saving…"))


def reading(work: Callable[[Look], Made], /) -> Made:
    """Do what reads a register that is to be shown; see `apart`."""
    return apart(work, QCoreApplication.translate("Waiting", "Opening…"), looks=False)
