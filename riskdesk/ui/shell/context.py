"""The context menus of the sheet: for the selection, and for the text that is being written."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from riskdesk.domain.records import kind_name
from riskdesk.system import WINDOWS
from riskdesk.ui.bench.actions import CONTEXTS, TEXT_CONTEXT
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.level_menus import LevelMenus

Fill: TypeAlias = Callable[[QMenu, Iterable[str]], None]


class ContextMenus:
    """The two context menus of a window: for the selection, and for the text that is being written.

    They are reused, so that right clicks leave none behind.
    """

    def __init__(self, window: QWidget, workbench: Workbench, fill: Fill) -> None:
        self._workbench, self._fill = workbench, fill
        self._menu, self.text = QMenu(window), QMenu(window)
        self._level_menus = LevelMenus(workbench, window)
        self._fill_with(self.text, TEXT_CONTEXT)
        self.text.aboutToShow.connect(self._renew_text)
        if not WINDOWS:
            # On Windows, the system itself asks for a menu by these keys.
            QShortcut(QKeySequence("Shift+F10"), window, _ask)

    def show(self, position: QPoint) -> None:
        """Show the menu for the selection, at a point of the screen."""
        self._menu.clear()
        self._fill_with(self._menu, CONTEXTS[self._kind()])
        self._level_menus.refresh()
        self._give_letters(self._menu)
        self._menu.popup(position)

    def _renew_text(self) -> None:
        self._level_menus.refresh()
        # Suggestions of the spelling get no letters: they are chosen by position.
        self._give_letters(self.text, [inner.menuAction() for inner in self._level_menus.menus])

    def _give_letters(self, menu: QMenu, actions: Iterable[QAction] | None = None) -> None:
        # Imported with the first menu.
        from riskdesk.kit.letters import give_letters

        give_letters(menu, actions)
        for inner in self._level_menus.menus:
            give_letters(inner)

    def _fill_with(self, menu: QMenu, names: Iterable[str]) -> None:
        for name in names:
            if name == "levels":
                for inner in self._level_menus.menus:
                    menu.addMenu(inner)
            else:
                self._fill(menu, [name])

    def _kind(self) -> str:
        """The kind of all selected items; empty for none or for a mix."""
        tree, selected_ids = self._workbench.tree(), set(self._workbench.selection)
        items = () if tree is None else tree.among(selected_ids)
        kinds = {kind_name(type(item)) for item in items}
        if tree is not None and tree.register.id in selected_ids:
            kinds.add("register")
        kind = kinds.pop() if len(kinds) == 1 else ""
        return kind if kind in CONTEXTS else ""


def _ask() -> None:
    """Ask the focused widget for its menu, as the menu key does."""
    focused = QApplication.focusWidget()
    if focused is not None:
        middle = focused.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, focused.mapToGlobal(middle))
        QApplication.sendEvent(focused, event)
