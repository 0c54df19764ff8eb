"""The views of the centre as commands: each can be gone to, and does what is its own while it has the focus."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol, TypeAlias, cast, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from riskdesk.domain.values import Language
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.areas import CENTRE, Areas
from riskdesk.ui.shell.centre import SHEET_VIEW, Centre
from riskdesk.ui.shell.commands import Commands
from riskdesk.ui.views.view import RegisterView

Dress: TypeAlias = Callable[[QPlainTextEdit | QLineEdit, Callable[[], Language | None]], object]
Welcome = Callable[[RegisterView], object]


@runtime_checkable
class WritesInFields(Protocol):
    """A view that writes in fields, which are dressed as those of the inspector are."""

    dress: Dress


class Views(QObject):
    """Leads to the views of a centre; calls `welcome` with each new view, and `assess` to assess risks beside one."""

    def __init__(
        self,
        workbench: Workbench,
        commands: Commands,
        areas: Areas,
        centre: Centre,
        welcome: Welcome,
        assess: Welcome,
    ) -> None:
        super().__init__(centre)
        self._workbench, self._commands, self._areas, self._centre = workbench, commands, areas, centre
        self._welcome, self._assess = welcome, assess
        commands.offer({f"view_{SHEET_VIEW}": partial(self.show, SHEET_VIEW)})
        self._dress: Dress = lambda _field, _language: None
        centre.view_made.connect(self._add)
        self._add(centre.sheet)

    def add_later(self, name: str, make: Callable[[], QWidget]) -> None:
        """Add a view that is made when it is shown first."""
        self._commands.offer({f"view_{name}": partial(self.show, name)})
        self._centre.add_later(name, make)

    def view(self, name: str) -> QWidget:
        """The view of a name, made if it was not yet."""
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

    def dress(self, dress: Dress) -> None:
        """Call this with each field of prose that views write in, and with what tells the language of its text."""
        self._dress = dress

    def tick(self, actions: Mapping[str, QAction]) -> None:
        """Keep the action of the view in front checked."""

        def tell() -> None:
            for name in self._centre.names:
                actions[f"view_{name}"].setChecked(name == self._centre.name)

        self._centre.changed.connect(tell)
        # A press on the view in front unticks it.
        for name in self._centre.names:
            actions[f"view_{name}"].triggered.connect(tell)
        tell()

    def _do(self, command: str) -> None:
        """Do what the view in front does at a command while the focus is elsewhere; the sheet where it does nothing."""
        work = self._centre.front.commands.get(command) or self._centre.sheet.commands.get(command)
        if work is not None:
            work()

    def _add(self, widget: QWidget) -> None:
        view = cast("RegisterView", widget)
        self._commands.add_place(widget, {**view.commands, "assess": partial(self._assess, view)})
        self._commands.offer({name: partial(self._do, name) for name in view.commands})
        if isinstance(widget, WritesInFields):
            widget.dress = lambda field, language: self._dress(field, language)
        self._welcome(view)
