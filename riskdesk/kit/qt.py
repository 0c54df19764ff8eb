"""Small helpers for Qt: the running application, an invalid index, slots without arguments."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QApplication

# The indexes that models accept.
Index: TypeAlias = QModelIndex | QPersistentModelIndex
# The parent of the outermost rows, also used for no row.
NOWHERE = QModelIndex()


def application() -> QApplication:
    """The running application; there is one wherever there is a widget."""
    running = QApplication.instance()
    assert isinstance(running, QApplication), "there is a widget"
    return running


def without_arguments(work: Callable[[], object]) -> Callable[[], None]:
    """A slot that calls `work` without the arguments of its signal, such as whether a button is checked."""

    def slot() -> None:
        work()

    return slot
