"""The context menu of the rows of a list."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class RowCommand(NamedTuple):
    """A line of the menu: its text, the keys that do the same in the list, and what it does with the id of a row.

    It `needs` a row unless it makes one, and `edits` where it changes the file.
    """

    text: str
    work: Callable[[str], object]
    keys: str = ""
    edits: bool = True
    needs: bool = True


class RowMenu(QMenu):
    """A menu for all rows of a list, kept so that none is left behind by a right click.

    None stands for a line between groups of commands.
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
        """Show what can be done with the row of an id, or where there is none, at a point of the screen."""
        self._row = row
        for command, action in self._actions:
            action.setEnabled(bool(row or not command.needs) and not (command.edits and read_only))
        self.popup(position)

    def _action(self, command: RowCommand) -> QAction:
        action = self.addAction(command.text)
        # The menu tells them; in the list they are the window's.
        action.setShortcut(QKeySequence(command.keys, QKeySequence.SequenceFormat.PortableText))
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda _checked=False: command.work(self._row))
        return action
