"""The context menu of the rows of a list."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class RowCommand(NamedTuple):
    """A menu entry: its text, the shortcut of the same command in the list, and what it does with the id of a row.

    It `needs` a row unless it adds one; `edits` is true if it changes the file.
    """

    text: str
    work: Callable[[str], object]
    keys: str = ""
    edits: bool = True
    needs: bool = True


class RowMenu(QMenu):
    """A context menu for all rows of a list; one menu is reused, so that right clicks do not leave menus behind.

    None in `commands` stands for a separator.
    """

    def __init__(self, list_: QWidget, commands: Sequence[RowCommand | None]) -> None:
        super().__init__(list_)
        self._row = ""
        self._actions: list[tuple[RowCommand, QAction]] = []
        for command in commands:
            if command is None:
                self.addSeparator()
            else:
                self._actions.append((command, self._action(command)))

    def show_for(self, row: str, position: QPoint, *, read_only: bool) -> None:
        """Show the menu for the row of an id, or for no row, at a point of the screen."""
        self._row = row
        for command, action in self._actions:
            action.setEnabled(bool(row or not command.needs) and not (command.edits and read_only))
        self.popup(position)

    def _action(self, command: RowCommand) -> QAction:
        action = self.addAction(command.text)
        # Only shown in the menu; in the list, these are shortcuts of the window.
        action.setShortcut(QKeySequence(command.keys, QKeySequence.SequenceFormat.PortableText))
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda _checked=False: command.work(self._row))
        return action
