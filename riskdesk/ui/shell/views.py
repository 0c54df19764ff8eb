"""The views of the centre as commands: to go to each, and to run its own commands."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.areas import CENTRE, Areas
from riskdesk.ui.shell.commands import Commands
from riskdesk.ui.views.centre import SHEET_VIEW, Centre
from riskdesk.ui.views.view import RegisterView

OnView = Callable[[RegisterView], object]


class Views(QObject):
    """The views of a centre, as commands that go to them and run what is their own.

    `on_made` is called with each new view, `on_assess` to assess risks beside one.
    """

    def __init__(
        self,
        workbench: Workbench,
        commands: Commands,
        areas: Areas,
        centre: Centre,
        on_made: OnView,
        on_assess: OnView,
    ) -> None:
        super().__init__(centre)
        self._workbench, self._commands, self._areas, self._centre = workbench, commands, areas, centre
        self._on_made, self._on_assess = on_made, on_assess
        commands.offer({f"view_{SHEET_VIEW}": partial(self.show, SHEET_VIEW)})
        centre.view_made.connect(self._add)
        self._add(centre.sheet)

    def add_later(self, name: str, make: Callable[[], RegisterView]) -> None:
        """Add a view that is made when it is shown first."""
        self._commands.offer({f"view_{name}": partial(self.show, name)})
        self._centre.add_later(name, make)

    def view(self, name: str) -> RegisterView:
        """The view with a name, made if it was not yet."""
        return self._centre.view(name)

    def show(self, name: str) -> None:
        """Bring a view to the front; what is typed is stored first if it can be, and stays where it is if not."""
        self._workbench.typing.commit()
        self._centre.show_view(name)
        self._areas.go_to(CENTRE)

    def show_for(self, command: str) -> None:
        """Bring the view that a command writes into to the front: the sheet, if no other view has the command."""
        self._areas.show_part(CENTRE)
        if command in self._centre.sheet.commands and command not in self._centre.front.commands:
            self._centre.show_view(SHEET_VIEW)

    def tick(self, actions: Mapping[str, QAction]) -> None:
        """Keep the action of the view in front checked."""

        def tell() -> None:
            for name in self._centre.names:
                actions[f"view_{name}"].setChecked(name == self._centre.name)

        self._centre.changed.connect(tell)
        # A click on the checked action unchecks it.
        for name in self._centre.names:
            actions[f"view_{name}"].triggered.connect(tell)
        tell()

    def _do(self, command: str) -> None:
        """Run a command of the view in front while the focus is elsewhere, or of the sheet if the view has none."""
        work = self._centre.front.commands.get(command) or self._centre.sheet.commands.get(command)
        if work is not None:
            work()

    def _add(self, view: RegisterView) -> None:
        self._commands.add_place(view.widget, {**view.commands, "assess": partial(self._on_assess, view)})
        self._commands.offer({name: partial(self._do, name) for name in view.commands})
        self._on_made(view)
