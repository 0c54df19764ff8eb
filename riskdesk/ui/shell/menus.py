"""The actions of the window made from their data: menus, tool bar, enabled or not."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from riskdesk.kit.icons import icon
from riskdesk.ui.bench.language import label as action_label
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.actions import ACTIONS, MENUS, TOOLBAR, ActionSpec


class Menus(QObject):
    """The window's actions; `handlers` maps each name to what it does."""

    def __init__(self, window: QMainWindow, workbench: Workbench, handlers: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(window)
        self._workbench = workbench
        self.actions = {name: _action(window, spec, handlers[name]) for name, spec in ACTIONS.items()}
        self.menus = {menu.text: self._menu(window.menuBar().addMenu(_told(menu.text)), menu.actions) for menu in MENUS}
        workbench.stepped.connect(self._on_changed)
        workbench.opened.connect(self.refresh)
        self.refresh()

    def fill(self, holder: QMenu | QToolBar, names: Iterable[str]) -> None:
        """Put actions into a menu or tool bar, "-" for a separator."""
        for name in names:
            if name == "-":
                holder.addSeparator()
            else:
                holder.addAction(self.actions[name])

    def refresh(self) -> None:
        """Name what undo and redo would do, and switch off what cannot be done."""
        writable = not self._workbench.read_only
        has_register = self._workbench.register_id is not None
        for name, spec in ACTIONS.items():
            self.actions[name].setEnabled((writable or not spec.edits) and (has_register or name not in _ON_REGISTER))
        session = self._workbench.session
        self._name_past("undo", session.undo_label)
        self._name_past("redo", session.redo_label)

    def _menu(self, menu: QMenu, names: Iterable[str]) -> QMenu:
        self.fill(menu, names)
        return menu

    def _on_changed(self, _step: object) -> None:
        self.refresh()

    def _name_past(self, name: str, label: str | None) -> None:
        action = self.actions[name]
        bare = _told(ACTIONS[name].text)
        done = "" if label is None else action_label(label)
        text = QCoreApplication.translate("Actions", "{verb} {action}").format(verb=bare, action=done) if done else bare
        action.setText(text)
        action.setToolTip(text.replace("&", ""))
        action.setEnabled(label is not None and not self._workbench.read_only)


_ON_REGISTER = frozenset(ACTIONS) - {
    *(
        "new",
        "new_store",
        "open",
        "open_own",
        "import",
        "send_copy",
        "merge_copy",
        "backups",
        "check",
        "quit",
        "undo",
        "redo",
        "about",
        "find",
    ),
    *("show_left", "show_preview", "show_inspector"),
    *("go_registers", "go_categories", "go_sheet", "go_inspector", "go_preview"),
}


def toolbar(window: QMainWindow, menus: Menus) -> QToolBar:
    """The tool bar with the actions used most."""
    bar = QToolBar(QCoreApplication.translate("Actions", "Tool bar"), window)
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    menus.fill(bar, TOOLBAR)
    window.addToolBar(bar)
    return bar


def _action(window: QMainWindow, spec: ActionSpec, work: Callable[[], object]) -> QAction:
    action = QAction(_told(spec.text), window)
    if spec.shortcut:
        action.setShortcut(QKeySequence(spec.shortcut, QKeySequence.SequenceFormat.PortableText))
    if spec.icon:
        action.setIcon(icon(spec.icon))
    action.setCheckable(spec.checkable)
    action.triggered.connect(lambda _checked=False: work())
    window.addAction(action)
    return action


def _told(text: str) -> str:
    return QCoreApplication.translate("Actions", text)
