"""The views of the centre as commands; all but the sheet, and the preview, too, are made when they are first shown."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from riskdesk.domain.printing import DocumentKind, Sides
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.shell.areas import CENTRE, PREVIEW, Areas
from riskdesk.ui.shell.commands import Commands
from riskdesk.ui.shell.rooms import Rooms
from riskdesk.ui.views.centre import SHEET_VIEW, Centre
from riskdesk.ui.views.view import RegisterView

if TYPE_CHECKING:
    from riskdesk.ui.views.list import RegisterList

OnView: TypeAlias = Callable[[RegisterView], object]


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
        self._areas.show_area(CENTRE)
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
        self._commands.add_place(view.widget, {**view.commands, "assess": partial(self._on_assess, view)}, view.can)
        self._commands.offer({name: partial(self._do, name) for name in view.commands})
        self._on_made(view)


def add_list(views: Views, workbench: Workbench, settings: Settings, commands: Commands, rooms: Rooms) -> None:
    """Add the list, which is made when it is first shown."""

    def make() -> RegisterView:
        from riskdesk.ui.views.list import RegisterList

        register_list = RegisterList(workbench, settings)
        register_list.export_wanted.connect(rooms.export_list)
        register_list.listed.arranged.connect(commands.changed)
        return register_list

    views.add_later("list", make)


def add_matrix(views: Views, workbench: Workbench, settings: Settings, commands: Commands, choice: PrintChoice) -> None:
    """Add the matrix; what it does not do itself is run as a command or shown in the list."""

    def make() -> RegisterView:
        from riskdesk.ui.views.matrix import Matrix

        matrix = Matrix(workbench, settings)
        matrix.opened.connect(partial(_open, workbench, commands))
        matrix.cell_chosen.connect(partial(_list, views, commands))
        matrix.print_wanted.connect(partial(_print, commands, choice))
        return matrix

    views.add_later("matrix", make)


def add_preview(areas: Areas, workbench: Workbench, commands: Commands, choice: PrintChoice) -> None:
    """Add the preview, which is made when it is first shown."""

    def make() -> QWidget:
        # This loads pdfium, so only when pages are to be shown.
        from riskdesk.ui.printing.preview import Preview

        preview = Preview(workbench, choice)
        zoom = {"zoom_in": preview.zoom_in, "zoom_out": preview.zoom_out, "zoom_reset": preview.zoom_reset}
        commands.add_place(preview, zoom)
        return preview

    areas.add_later(PREVIEW, make)


def show_list(views: Views, commands: Commands) -> "RegisterList":
    """Bring the list to the front, and return it."""
    from riskdesk.ui.views.list import RegisterList

    commands.run("view_list")
    view = views.view("list")
    assert isinstance(view, RegisterList), "it was made as one"
    return view


def _open(workbench: Workbench, commands: Commands, identity: str) -> None:
    """Show a risk on the sheet."""
    workbench.select([identity])
    commands.run(f"view_{SHEET_VIEW}")


def _list(views: Views, commands: Commands, likelihood: int, impact: int, sides: str, ended: bool) -> None:  # noqa: FBT001 - from a signal
    """Show the risks of a cell in the list; 0 as a level stands for the risks that are not assessed."""
    show_list(views, commands).listed.list_cell(likelihood or None, impact or None, Sides(sides), ended=ended)


def _print(commands: Commands, choice: PrintChoice, sides: str, ended: bool) -> None:  # noqa: FBT001 - from a signal
    """Ask to print the matrix as it is shown."""
    kind = DocumentKind.MATRIX
    how = replace(choice.how(), kind=kind, orientation=kind.orientation, sides=Sides(sides), ended=ended)
    with choice.proposing(how):
        commands.run("print")
