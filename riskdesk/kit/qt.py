"""Small helpers for Qt: the running application, an invalid index, slots without arguments, kept dialogs, flags."""

from collections.abc import Callable
from enum import Flag
from typing import TypeAlias, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QApplication, QDialog

# The indexes that models accept.
Index: TypeAlias = QModelIndex | QPersistentModelIndex
# The parent of the outermost rows, also used for no row.
NOWHERE = QModelIndex()
Flags = TypeVar("Flags", bound=Flag)


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


def keep_open(dialog: QDialog) -> None:
    """Let a dialog without a parent live until Qt deletes it, which Python would do as soon as nothing refers to it."""
    if dialog.parent() is None:
        kept = [dialog]
        dialog.destroyed.connect(without_arguments(kept.clear))


def without(flags: Flags, others: Flags) -> Flags:
    """Flags without some others, such as the modifiers of a key without that of the keypad.

    WORKAROUND: on Windows, PySide's mask of all modifiers is negative, and Python inverts them wrongly: `~` of Shift
    lacks Ctrl and Alt.
    """
    return flags & (flags ^ others)
