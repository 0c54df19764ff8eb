"""The views other than the sheet, and the preview: each is made when first shown, and passes on what it cannot do."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from riskdesk.domain.printing import DocumentKind, Sides
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.shell.areas import PREVIEW, Areas
from riskdesk.ui.shell.commands import Commands
from riskdesk.ui.shell.rooms import Rooms
from riskdesk.ui.shell.views import Views
from riskdesk.ui.views.centre import SHEET_VIEW
from riskdesk.ui.views.view import RegisterView

if TYPE_CHECKING:
    from riskdesk.ui.views.list import RegisterList


def add_list(views: Views, workbench: Workbench, settings: Settings, rooms: Rooms) -> None:
    """Add the list, which is made when it is first shown."""

    def make() -> RegisterView:
        from riskdesk.ui.views.list import RegisterList

        register_list = RegisterList(workbench, settings)
        register_list.export_wanted.connect(rooms.export_list)
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


def _list(views: Views, commands: Commands, likelihood: int, impact: int, sides: str) -> None:
    """Show the risks of a cell in the list; 0 as a level stands for the risks that are not assessed."""
    show_list(views, commands).listed.list_cell(likelihood or None, impact or None, residual=sides == Sides.RESIDUAL)


def _print(commands: Commands, choice: PrintChoice, sides: str, ended: bool) -> None:  # noqa: FBT001 - from a signal
    """Print the matrix as it is shown."""
    kind = DocumentKind.MATRIX
    how = replace(choice.how(), kind=kind, orientation=kind.orientation, sides=Sides(sides), ended=ended)
    choice.choose(how)
    commands.run("print")
