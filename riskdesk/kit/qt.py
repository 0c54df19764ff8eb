"""What Qt leaves open, said once: which application runs, what stands for a row of a model, what a slot is given."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QApplication

# What a model is asked about.
Index: TypeAlias = QModelIndex | QPersistentModelIndex
# The parent of the outermost rows, and what stands for no row.
NOWHERE = QModelIndex()


def application() -> QApplication:
    """The application that runs, as it does wherever there is a widget."""
    running = QApplication.instance()
    assert isinstance(running, QApplication), "there is a widget"
    return running


def without_arguments(work: Callable[[], object]) -> Callable[[], None]:
    """A slot that calls `work` and leaves out what its signal carries, such as whether a button is checked."""

    def slot() -> None:
        work()

    return slot
