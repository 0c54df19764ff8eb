"""A menu of items that a register keeps by name: pick one, or save, rename or delete one."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from riskdesk.domain.values import PrintSet, SavedView
from riskdesk.kit.plain import menu_text
from riskdesk.kit.qt import without_arguments


class MenuWork(NamedTuple):
    """A menu entry that does something other than pick an item, and whether it is enabled."""

    text: str
    work: Callable[[], object]
    can_be_done: bool


class KeptMenu(QMenu):
    """A menu of the print sets or views that a register keeps; the current one has a check mark."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QActionGroup(self)

    def fill(
        self,
        items: Sequence[PrintSet] | Sequence[SavedView],
        current: PrintSet | SavedView | None,
        pick: Callable[[Any], object],
        works: Iterable[MenuWork],
    ) -> None:
        """Fill the menu with the items to pick, then the other entries."""
        self.clear()
        for item in items:
            action = self._add(menu_text(self, item.name), partial(pick, item))
            action.setCheckable(True)
            action.setActionGroup(self._group)
            action.setChecked(item == current)
        self.addSeparator()
        for work in works:
            self._add(work.text, work.work).setEnabled(work.can_be_done)

    def _add(self, text: str, work: Callable[[], object]) -> QAction:
        action = self.addAction(text)
        action.triggered.connect(without_arguments(work))
        return action
