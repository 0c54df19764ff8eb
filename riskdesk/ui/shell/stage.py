"""What fills the window: the areas of the open register, the welcome page, or assessing mode."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from riskdesk.kit.focus import bring_to_front
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.actions import ACTIONS, Where
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.areas import CENTRE, Areas
from riskdesk.ui.shell.commands import Commands

if TYPE_CHECKING:
    from riskdesk.ui.assess.mode import AssessingMode
    from riskdesk.ui.welcome import WelcomePage

# The commands that assessing mode has, too.
_ZOOMS = ("zoom_in", "zoom_out", "zoom_reset")


class Stage(QStackedWidget):
    """What fills a window: the areas of the open register, the welcome page, or assessing mode.

    The welcome page is shown if no register is open, or when asked for, until something else is wanted. Assessing mode
    stays until a command acts on the register itself; the zoom is its own.
    """

    def __init__(
        self, workbench: Workbench, settings: Settings, areas: Areas, make_welcome: "Callable[[], WelcomePage]"
    ) -> None:
        super().__init__()
        self._workbench, self._settings, self._areas, self._make_welcome = workbench, settings, areas, make_welcome
        self._welcome: WelcomePage | None = None
        self._assessing: AssessingMode | None = None
        self.addWidget(areas)
        workbench.register_opened.connect(self._follow)

    def offer(self, commands: Commands, window: QWidget) -> None:
        """Give the runner of all commands those of assessing mode; while it is shown, it has the zoom of the window."""
        commands.offer({"assessing": self.turn_assessing})
        zooms = {name: partial(self._zoom, name) for name in _ZOOMS}
        commands.add_place(window, zooms, lambda _name: self.is_assessing)

    @property
    def is_assessing(self) -> bool:
        """Whether assessing mode is shown."""
        return self._assessing is not None and self.currentWidget() is self._assessing

    def begin(self) -> None:
        """Show the open register, or the welcome page if there is none, with the focus there."""
        self._follow()
        self.take_focus()

    def show_welcome(self) -> None:
        """Show the welcome page, which is made when it is first wanted."""
        if self._welcome is None:
            self._welcome = self._make_welcome()
            self._welcome.left.connect(self.show_register)
            self.addWidget(self._welcome)
        self._welcome.refresh()
        bring_to_front(self, self._welcome)
        self._welcome.setFocus()

    def take_focus(self) -> None:
        """Give the focus to the centre, not to the list of registers, where Delete would delete a whole register."""
        if self._welcome is not None and self.currentWidget() is self._welcome:
            self._welcome.setFocus()
        elif self._assessing is not None and self.is_assessing:
            self._assessing.take_focus()
        else:
            self._areas.go_to_front()

    def turn_assessing(self) -> None:
        """Show assessing mode, which is made when it is first needed, or leave it if it is shown."""
        if self._assessing is None:
            from riskdesk.ui.assess.mode import AssessingMode

            self._assessing = AssessingMode(self._workbench, self._settings)
            self._assessing.left.connect(self.show_register)
            self.addWidget(self._assessing)
        if self.is_assessing:
            self._assessing.leave()
        else:
            bring_to_front(self, self._assessing)
            self._assessing.begin()

    def make_way(self, name: str) -> None:
        """Show the register for an action that acts on it."""
        where = ACTIONS[name].where
        if self.is_assessing:
            if where is Where.REGISTER and name not in ("assessing", *_ZOOMS):
                self.show_register()
        elif where is not Where.PROGRAM:
            self.show_register()

    def show_register(self) -> None:
        """Go back to the open register, if there is one, from the welcome page or assessing mode."""
        if self.currentWidget() is self._areas or self._workbench.register_id is None:
            return
        was_assessing = self.is_assessing
        bring_to_front(self, self._areas)
        if was_assessing and self._assessing is not None:
            self._assessing.rest()
        self._areas.go_to(CENTRE)

    def _zoom(self, name: str) -> None:
        if self._assessing is not None:
            self._assessing.zooms[name]()

    def _follow(self) -> None:
        if self._workbench.register_id is None:
            self.show_welcome()
        else:
            self.show_register()
