"""The rooms that the menus lead to: each is loaded when one of its commands is first wanted."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.typing import MarkSpelling
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.shell.editing import Work

if TYPE_CHECKING:
    from riskdesk.desk.listing.document import ListContent
    from riskdesk.ui.assess.at_once import AtOnce
    from riskdesk.ui.assess.mode import AssessingMode
    from riskdesk.ui.bench.drafting import Drafting
    from riskdesk.ui.bench.leaving import Leaving
    from riskdesk.ui.courier.commands import CourierCommands
    from riskdesk.ui.files.commands import RegisterFiles
    from riskdesk.ui.help.commands import HelpCommands
    from riskdesk.ui.help.window import HelpPlace
    from riskdesk.ui.history.commands import HistoryCommands
    from riskdesk.ui.printing.commands import PrintCommands
    from riskdesk.ui.scale.commands import ScaleCommands
    from riskdesk.ui.side.commands import RegisterCommands
    from riskdesk.ui.together.command import TogetherCommands
    from riskdesk.ui.transfer.commands import TransferCommands
    from riskdesk.ui.views.view import RegisterView

_COMMANDS = {
    "files": ("new_store", "open", "open_own", "example", "send_copy", "merge_copy", "backups", "check"),
    "transfer": ("import", "export", "export_pdf"),
    "courier": ("send_to_owners", "take_answers"),
    "printing": ("print", "open_pdf"),
    "registers": ("new", "duplicate_register", "delete_register"),
    "together": ("change_together",),
    "history": ("history",),
    "scale": ("scale",),
    "help": ("manual", "shortcuts", "news", "places", "about"),
}


class Rooms(QObject):
    """The commands of each room for a window, with what they need."""

    def __init__(
        self,
        window: QMainWindow,
        workbench: Workbench,
        settings: Settings,
        home: Home,
        leaving: "Leaving",
        drafting: "Callable[[], Drafting]",
    ) -> None:
        super().__init__(window)
        self._window, self._workbench, self._settings, self._home = window, workbench, settings, home
        self._leaving, self._drafting = leaving, drafting
        self.choice = PrintChoice(settings, window)
        # What the list shows, while it is in front.
        self._listed: Callable[[], ListContent | None] = lambda: None

    @property
    def commands(self) -> dict[str, Work]:
        """What each command does, by its name."""
        return {name: partial(self._run, room, name) for room, names in _COMMANDS.items() for name in names}

    def offer_list(self, listed: "Callable[[], ListContent | None]") -> None:
        """Let the list be exported; `listed` gives what it shows while it is in front, else None."""
        self._listed = listed

    def assess(self, view: "RegisterView") -> None:
        """Assess what is selected beside a view."""
        self.beside.come_up(view)

    def make_assessing(self, mark_spelling: MarkSpelling) -> "AssessingMode":
        """Make assessing mode, which marks wrong words as the inspector does."""
        from riskdesk.ui.assess.mode import AssessingMode

        return AssessingMode(self._workbench, self._settings, mark_spelling)

    def open_path(self, path: Path) -> None:
        """Open a register file, or take the register of another file in."""
        self.files.open_path(path)

    def open_to_edit(self) -> None:
        """Open the file to write that can only be read."""
        self.files.open_to_edit()

    def open_again(self, path: Path, forgotten: Callable[[], object] = lambda: None) -> None:
        """Open a file that was open before; where it is not there, ask whether it is to be `forgotten`."""
        try:
            is_there = path.exists()
        except OSError:
            # Whoever opens it says why it cannot be.
            is_there = True
        if is_there:
            self.open_path(path)
        else:
            from riskdesk.ui.files.recent import ask_forget

            ask_forget(self._settings, path, self._window, forgotten)

    @cached_property
    def files(self) -> "RegisterFiles":
        from riskdesk.ui.files.commands import RegisterFiles

        files = RegisterFiles(
            self._window, self._workbench, self._settings, self._home, self._leaving, self._drafting()
        )
        files.other_chosen.connect(lambda path: self.transfer.take_in(path))
        return files

    @cached_property
    def transfer(self) -> "TransferCommands":
        from riskdesk.ui.transfer.commands import TransferCommands

        return TransferCommands(
            self._window, self._workbench, self._settings, self.choice, lambda: self._listed(), self._home.template
        )

    @cached_property
    def courier(self) -> "CourierCommands":
        from riskdesk.ui.courier.commands import CourierCommands

        return CourierCommands(self._window, self._workbench, self._settings)

    @cached_property
    def printing(self) -> "PrintCommands":
        from riskdesk.ui.printing.commands import PrintCommands

        return PrintCommands(self._window, self._workbench, self.choice)

    @cached_property
    def registers(self) -> "RegisterCommands":
        from riskdesk.ui.side.commands import RegisterCommands

        return RegisterCommands(self._window, self._workbench)

    @cached_property
    def beside(self) -> "AtOnce":
        from riskdesk.ui.assess.at_once import AtOnce

        return AtOnce(self._window, self._workbench)

    @cached_property
    def together(self) -> "TogetherCommands":
        from riskdesk.ui.together.command import TogetherCommands

        return TogetherCommands(self._window, self._workbench)

    @cached_property
    def history(self) -> "HistoryCommands":
        from riskdesk.ui.history.commands import HistoryCommands

        return HistoryCommands(self._window, self._workbench, self._settings, self.choice)

    @cached_property
    def scale(self) -> "ScaleCommands":
        from riskdesk.ui.scale.commands import ScaleCommands

        return ScaleCommands(self._window, self._workbench, self._settings)

    @cached_property
    def help(self) -> "HelpCommands":
        from riskdesk.ui.help.commands import HelpCommands

        return HelpCommands(self._window, self._workbench, self._settings, self._home)

    @property
    def help_place(self) -> "HelpPlace | None":
        """What help shows, and where; None if it is not open."""
        return self.help.place if "help" in vars(self) else None

    def close(self) -> None:
        """Close what has a window of its own, as the one of the registers closes."""
        for room in vars(self).keys() & {"help", "history"}:
            getattr(self, room).close()

    def _run(self, room: str, name: str) -> None:
        getattr(self, room).commands[name]()
