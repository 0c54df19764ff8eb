"""A menu of what a register keeps under names: pick one, or keep, rename or delete one."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from riskdesk.domain.values import PrintSet, SavedView
from riskdesk.kit.plain import menu_text
from riskdesk.kit.qt import without_arguments


class Work(NamedTuple):
    """A line of the menu that does something else than pick an item, and whether it can be done now."""

    text: str
    work: Callable[[], object]
    can_be_done: bool


class KeptMenu(QMenu):
    """A menu of the print sets or views that a register keeps; the one that is in force has a check mark."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QActionGroup(self)

    def fill(
        self,
        items: Sequence[PrintSet] | Sequence[SavedView],
        current: PrintSet | SavedView | None,
        pick: Callable[[Any], object],
        works: Iterable[Work],
    ) -> None:
        """Offer these to be picked, then what else can be done."""
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
