"""The rooms that the menus lead to: each is loaded when one of its commands is first wanted."""

from collections.abc import Callable
from functools import cached_property
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
    from riskdesk.ui.bench.leaving import Leaving
    from riskdesk.ui.courier.commands import CourierCommands
    from riskdesk.ui.files.commands import RegisterFiles
    from riskdesk.ui.files.drafting import Drafting
    from riskdesk.ui.help.commands import HelpCommands
    from riskdesk.ui.help.window import HelpPlace
    from riskdesk.ui.history.commands import HistoryCommands
    from riskdesk.ui.scale.commands import ScaleCommands
    from riskdesk.ui.side.commands import RegisterCommands
    from riskdesk.ui.together.command import TogetherCommands
    from riskdesk.ui.transfer.commands import TransferCommands
    from riskdesk.ui.transfer.paper import PrintCommands
    from riskdesk.ui.views.view import RegisterView


class Rooms(QObject):
    """The dialogs and windows that commands lead to: one object for each room, made when it is first wanted."""

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

    def by_name(self) -> dict[str, Work]:
        """What each command does, by its name; the room is loaded as one of its commands is done."""
        return {
            "new_store": lambda: self.files.make_new(),
            "open": lambda: self.files.open_other(),
            "open_own": lambda: self.files.open_own_file(),
            "example": lambda: self.files.show_example(),
            "send_copy": lambda: self.files.send_copy(),
            "merge_copy": lambda: self.files.merge_copy(),
            "backups": lambda: self.files.show_backups(),
            "check": lambda: self.files.check(),
            "import": lambda: self.transfer.import_register(),
            "export": lambda: self.transfer.export(),
            "export_pdf": lambda: self.transfer.export_pdf(),
            "send_to_owners": lambda: self.courier.ask_owners(),
            "take_answers": lambda: self.courier.ask_answers(),
            "print": lambda: self.printing.ask_print(),
            "open_pdf": lambda: self.printing.open_pdf(),
            "new": lambda: self.registers.ask_new(),
            "duplicate_register": lambda: self.registers.duplicate(),
            "delete_register": lambda: self.registers.delete(),
            "change_together": lambda: self.together.ask(),
            "history": lambda: self.history.come_up(),
            "scale": lambda: self.scale.edit(),
            "manual": lambda: self.help.show_manual(),
            "shortcuts": lambda: self.help.show_keys(),
            "news": lambda: self.help.show_news(),
            "places": lambda: self.help.show_places(),
            "about": lambda: self.help.show_about(),
        }

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
        from riskdesk.ui.transfer.paper import PrintCommands

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
        """Close the windows of help and history, as the window of the registers closes."""
        if "help" in vars(self):
            self.help.close()
        if "history" in vars(self):
            self.history.close()
