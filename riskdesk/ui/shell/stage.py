"""What fills the window: the areas of the open register, or the welcome page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.areas import CENTRE, Areas

if TYPE_CHECKING:
    from riskdesk.ui.welcome import WelcomePage


class Stage(QStackedWidget):
    """Shows the welcome page where no register is open, or where it is asked for until something else is."""

    def __init__(self, workbench: Workbench, areas: Areas, make_welcome: "Callable[[], WelcomePage]") -> None:
        super().__init__()
        self._workbench, self._areas, self._make_welcome = workbench, areas, make_welcome
        self._welcome: WelcomePage | None = None
        self.addWidget(areas)
        workbench.register_opened.connect(self._follow)
        self._follow()

    def show_welcome(self) -> None:
        """Show the welcome page, which is made when it is first wanted."""
        if self._welcome is None:
            self._welcome = self._make_welcome()
            self._welcome.left.connect(self.leave_welcome)
            self.addWidget(self._welcome)
        self._welcome.refresh()
        self.setCurrentWidget(self._welcome)
        self._welcome.setFocus()

    def take_focus(self) -> None:
        """Have the first keys in the centre, not in the list of registers, where Delete takes away a whole one."""
        if self._welcome is not None and self.currentWidget() is self._welcome:
            self._welcome.setFocus()
        else:
            self._areas.go_to(CENTRE)

    def leave_welcome(self) -> None:
        """Go back to the open register, if there is one."""
        if self.currentWidget() is self._welcome and self._workbench.register_id is not None:
            self.setCurrentWidget(self._areas)
            self._areas.go_to(CENTRE)

    def _follow(self) -> None:
        if self._workbench.register_id is None:
            self.show_welcome()
        else:
            self.leave_welcome()
