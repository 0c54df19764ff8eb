"""The actions of the window made from their data: menus, tooltips, which are enabled."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from riskdesk.domain.step import Undoable
from riskdesk.domain.text import short
from riskdesk.kit.icons import icon
from riskdesk.kit.plain import as_tip, without_letter
from riskdesk.ui.bench.actions import ACTIONS, MENUS, ActionSpec, Where
from riskdesk.ui.bench.language import label as action_label
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.commands import Commands
from riskdesk.ui.shell.context import ContextMenus


class MenuEntry(NamedTuple):
    """An entry of a menu: the name of its command, its action, and the titles of the menus that lead to it."""

    name: str
    action: QAction
    path: tuple[str, ...]


class Menus(QObject):
    """The menus of a window and their actions, each of which runs the command of its name.

    They run undo and redo themselves, as they name the step.
    """

    def __init__(self, window: QMainWindow, workbench: Workbench, commands: Commands) -> None:
        super().__init__(window)
        self._workbench, self._commands = workbench, commands
        self._past: dict[str, Undoable | None] = {}
        # Those of undo and redo that act on the typing in the field that has the focus.
        self._typed: set[str] = set()
        self.actions = {name: self._action(name, spec) for name, spec in ACTIONS.items()}
        self._put_shortcuts(window)
        commands.placed.connect(self._put_shortcuts_in)
        self.menus = {
            menu.text: self._menu(window.menuBar().addMenu(_translated(menu.text)), menu.actions) for menu in MENUS
        }
        self._contexts = ContextMenus(window, workbench, self.fill)
        commands.offer({"undo": self._undo, "redo": self._redo})
        workbench.stepped.connect(self._on_stepped)
        workbench.register_opened.connect(self._name_past)
        commands.changed.connect(self._enable)
        self._name_past()

    def show_context(self, position: QPoint) -> None:
        """Show the context menu for the selection on the sheet, at a point of the screen."""
        self._enable()
        self._contexts.show(position)

    def text_context(self) -> QMenu:
        """The menu for the text that is being written on the sheet, with what can be done now."""
        self._enable()
        return self._contexts.text

    def entries(self) -> Iterator[MenuEntry]:
        """All entries that can be chosen now, in the menus and their submenus, in order; some menus are filled anew."""
        self._enable()
        for menu in self.menus.values():
            yield from _entries(menu, ())

    def fill(self, menu: QMenu, names: Iterable[str]) -> None:
        """Put actions into a menu, "-" for a separator."""
        for name in names:
            if name == "-":
                menu.addSeparator()
            else:
                menu.addAction(self.actions[name])

    def _action(self, name: str, spec: ActionSpec) -> QAction:
        action = QAction(_translated(spec.text), self)
        action.setObjectName(name)
        action.setShortcuts(spec.keys)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        action.setToolTip(_tip(action, action.text().replace("&", "")))
        action.setCheckable(spec.checkable)
        action.setAutoRepeat(not spec.once)
        # In a menu, checkable actions show their check mark in place of an icon.
        action.setIconVisibleInMenu(not spec.checkable)
        action.triggered.connect(lambda _checked=False: self._commands.run(name))
        return action

    def _put_shortcuts(self, window: QMainWindow) -> None:
        """Make the keys of an action work in the whole window, or only in the places that it acts on."""
        for name, spec in ACTIONS.items():
            if spec.where is Where.PLACE:
                self.actions[name].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            else:
                window.addAction(self.actions[name])
        for place in self._commands.places:
            self._put_shortcuts_in(place)

    def _put_shortcuts_in(self, place: QWidget) -> None:
        """Make the keys of a place's own commands work in that place."""
        for name in self._commands.places[place]:
            if ACTIONS[name].where is Where.PLACE:
                place.addAction(self.actions[name])

    def _menu(self, menu: QMenu, names: Iterable[str]) -> QMenu:
        self.fill(menu, names)
        # No signal tells that text was selected in a field.
        menu.aboutToShow.connect(self._enable)
        return menu

    def _on_stepped(self, _step: object) -> None:
        self._name_past()

    def _enable(self) -> None:
        """Disable what cannot be done, and name undo and redo after what they act on."""
        doable, typed = self._commands.doable, self._commands.of_typing & self._past.keys()
        if typed != self._typed:
            self._typed = typed
            self._name()
        for name, action in self.actions.items():
            action.setEnabled(name in doable and (name in typed or self._past.get(name, True) is not None))

    def _undo(self) -> None:
        self._take_back("undo", self._workbench.undo)

    def _redo(self) -> None:
        self._take_back("redo", self._workbench.redo)

    def _take_back(self, name: str, take: Callable[[int | None], object]) -> None:
        """Take back the step that the menu names, and no other."""
        before = self._workbench.register_id
        take(self._expected(name))
        # A key that is held goes on in no other register, which opens when a register is added or removed.
        self.actions[name].setAutoRepeat(self._workbench.register_id == before)

    def _expected(self, name: str) -> int | None:
        """The number of the step that undo or redo is named after; None if there is none."""
        undoable = self._past.get(name)
        return None if undoable is None else undoable.number

    def _name_past(self) -> None:
        """Name what undo and redo would do in the open register."""
        session, register = self._workbench.session, self._workbench.register_id
        self._past = {"undo": session.undoable(register), "redo": session.redoable(register)}
        self._name()
        self._enable()

    def _name(self) -> None:
        for name, undoable in self._past.items():
            verb, action = _translated(ACTIONS[name].text), self.actions[name]
            if name in self._typed:
                text = QCoreApplication.translate("Actions", "{verb} {action}")
                text = text.format(verb=verb, action=QCoreApplication.translate("Actions", "Typing"))
                tip = text.replace("&", "")
            else:
                text = self._named(verb, undoable, ampersand="&&")
                tip = self._named(verb.replace("&", ""), undoable)
            action.setText(text)
            action.setToolTip(_tip(action, tip))

    def _named(self, verb: str, undoable: Undoable | None, ampersand: str = "&") -> str:
        """The verb with the action, and its author if that is somebody else; texts from the file are shortened."""
        if undoable is None or not undoable.label:
            return verb
        text = QCoreApplication.translate("Actions", "{verb} {action}")
        if undoable.who != self._workbench.session.who:
            text = QCoreApplication.translate("Actions", "{verb} {action} ({who})")
        action, who = (
            short(part).replace("&", ampersand) for part in (action_label(undoable.label), undoable.who or "–")
        )
        return text.format(verb=verb, action=action, who=who)


def _entries(menu: QMenu, above: tuple[str, ...]) -> Iterator[MenuEntry]:
    path = (*above, without_letter(menu.title()))
    if above:
        # Some menus are filled when they open.
        menu.aboutToShow.emit()
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _entries(inner, path)
        elif action.isEnabled() and not action.isSeparator():
            yield MenuEntry(action.objectName(), action, path)


def _tip(action: QAction, text: str) -> str:
    """The tooltip of an action: what it does, and the keys that do it."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    text = text.removesuffix("…")
    return as_tip(f"{text} ({keys})" if keys else text)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Actions", text)
