"""Going to anything: the palette gets all goals, and the one that is chosen is shown, opened or run."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from riskdesk.desk.goal import Goal, GoalKind, names_of_owner
from riskdesk.domain.listing import RowKind
from riskdesk.domain.step import Step
from riskdesk.kit.plain import without_letter
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.actions import ACTIONS
from riskdesk.ui.bench.language import ui_words
from riskdesk.ui.bench.names import register_names
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files.recent import RECENT
from riskdesk.ui.shell.commands import Commands
from riskdesk.ui.shell.menus import Menus
from riskdesk.ui.shell.navigation import Navigation
from riskdesk.ui.shell.palette.palette import Palette
from riskdesk.ui.shell.views import Views, show_list

COMMAND = "go_to"


class PaletteController(QObject):
    """The part of a window that shows the command palette, and does what is chosen in it."""

    def __init__(
        self,
        window: QMainWindow,
        workbench: Workbench,
        settings: Settings,
        menus: Menus,
        commands: Commands,
        navigation: Navigation,
        views: Views,
    ) -> None:
        super().__init__(window)
        self._workbench, self._menus, self._commands, self._navigation = workbench, menus, commands, navigation
        self._views = views
        self._doable: list[Goal] = []
        self._palette = Palette(window, settings, lambda register: workbench.session.tree(register, keep=False))
        self._palette.chosen.connect(self._go)
        workbench.stepped.connect(self._outdate)
        workbench.stepped.connect(self._follow)
        workbench.file_left.connect(self._palette.leave)
        workbench.file_left.connect(self._palette.forget)
        workbench.register_opened.connect(self._follow)
        commands.acting.connect(self._make_way)

    def show(self) -> None:
        """Ask for a goal."""
        # This depends on the focus, which the palette is about to take.
        self._doable = list(self._doable_goals())
        self._palette.come_up(self._workbench.tree(), [*self._doable, *self._registers()])

    def _outdate(self, step: Step) -> None:
        self._palette.goals.outdate(step.registers)

    def _follow(self, _step: object = None) -> None:
        if self._palette.isVisible():
            self._palette.know(self._workbench.tree(), [*self._doable, *self._registers()])

    def _make_way(self, name: str) -> None:
        """Close the palette for any command but its own and that of the help, which is about the palette then."""
        if name not in (COMMAND, "manual"):
            self._palette.leave()

    def _go(self, goal: Goal) -> None:
        if goal.kind is GoalKind.COMMAND and goal.id in ACTIONS:
            self._commands.run(goal.id)
        elif goal.kind is GoalKind.COMMAND:
            self._trigger(goal.id)
        elif goal.kind is GoalKind.REGISTER:
            self._navigation.open_register(goal.id)
        elif not self._workbench.open_register(goal.register):
            return
        elif goal.kind is GoalKind.OWNER:
            self._list(goal.text)
        else:
            self._navigation.write_in(goal.id)

    def _trigger(self, name: str) -> None:
        """Trigger an entry of a submenu, if it still exists."""
        action = next((entry.action for entry in self._menus.entries() if entry.name == name), None)
        if action is not None:
            action.trigger()

    def _list(self, owner: str) -> None:
        """List what somebody owns: risks, or mitigations if there are no risks."""
        tree, register_list = self._workbench.tree(), show_list(self._views, self._commands)
        if tree is not None:
            risks, mitigations = names_of_owner(tree, owner)
            register_list.listed.list_owner(risks or mitigations, RowKind.RISK if risks else RowKind.MITIGATION)

    def _doable_goals(self) -> Iterator[Goal]:
        """The entries of the menus that can be chosen now, each with its menu and keys, in order."""
        for name, action, (menu, *inner) in self._menus.entries():
            if name != COMMAND:
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                words = without_letter(action.text()) if name in ACTIONS else action.iconText()
                text = f"{ui_words().colon} ".join([*inner, words.removesuffix("…")])
                # Last, so that looking for a file by these words does not clear the list.
                late = name == RECENT.key
                yield Goal(GoalKind.COMMAND, name, text, place=menu, hint=(keys,) if keys else (), late=late)

    def _registers(self) -> Iterator[Goal]:
        registers = self._workbench.registers()
        for register, name in zip(registers, register_names(registers).values(), strict=True):
            hint = (self.tr("open now"),) if register.id == self._workbench.register_id else ()
            yield Goal(GoalKind.REGISTER, register.id, name, register.reference, hint=hint)
