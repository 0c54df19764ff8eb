"""What Qt and its models leave open, said once: which application runs, and what stands for a row of a model."""

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
