"""The "rooms" that the menus lead to: each is imported when one of its commands is first run."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from riskdesk.kit.qt import without_arguments
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.saving import reading
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.shell.editing import Work
from riskdesk.ui.views.centre import Centre

if TYPE_CHECKING:
    from riskdesk.desk.health import Health
    from riskdesk.ui.assess.at_once import AtOnce
    from riskdesk.ui.bench.leave_questions import LeaveQuestions
    from riskdesk.ui.courier.commands import CourierCommands
    from riskdesk.ui.files.commands import FileCommands
    from riskdesk.ui.files.drafting import Drafting
    from riskdesk.ui.help.commands import HelpCommands
    from riskdesk.ui.history.commands import HistoryCommands
    from riskdesk.ui.scale.commands import ScaleCommands
    from riskdesk.ui.shell.handover import OtherWindows
    from riskdesk.ui.side.commands import RegisterCommands
    from riskdesk.ui.together.commands import TogetherCommands
    from riskdesk.ui.transfer.commands import TransferCommands
    from riskdesk.ui.transfer.print_commands import PrintCommands
    from riskdesk.ui.views.view import RegisterView

# The room of each command, as a property of `Rooms`, and a method of its object.
COMMANDS = {
    "new_store": ("files", "make_new"),
    "open": ("files", "open_other"),
    "open_own": ("files", "open_own_file"),
    "example": ("files", "show_example"),
    "send_copy": ("files", "send_copy"),
    "merge_copy": ("files", "merge_copy"),
    "backups": ("files", "show_backups"),
    "check": ("files", "check"),
    "import": ("transfer", "import_register"),
    "export": ("transfer", "export"),
    "export_pdf": ("transfer", "export_pdf"),
    "send_to_owners": ("courier", "ask_owners"),
    "take_answers": ("courier", "ask_answers"),
    "print": ("printing", "ask_print"),
    "open_pdf": ("printing", "open_pdf"),
    "new": ("registers", "ask_new"),
    "duplicate_register": ("registers", "duplicate"),
    "delete_register": ("registers", "delete"),
    "change_together": ("together", "ask"),
    "history": ("history", "come_up"),
    "scale": ("scale", "edit"),
    "manual": ("help", "show_manual"),
    "shortcuts": ("help", "show_keys"),
    "news": ("help", "show_news"),
    "places": ("help", "show_places"),
    "about": ("help", "show_about"),
}


class Rooms(QObject):
    """The dialogs and windows that commands lead to: one object for each room, made when first needed."""

    def __init__(
        self,
        window: QMainWindow,
        workbench: Workbench,
        settings: Settings,
        home: Home,
        leave_questions: "LeaveQuestions",
        drafting: "Callable[[], Drafting]",
        centre: Centre,
    ) -> None:
        super().__init__(window)
        self._window, self._workbench, self._settings, self._home = window, workbench, settings, home
        self._leave_questions, self._drafting, self._centre = leave_questions, drafting, centre
        self.choice = PrintChoice(settings, window)
        self._help: HelpCommands | None = None
        self._history: HistoryCommands | None = None

    def by_name(self) -> dict[str, Work]:
        """The function of each command by its name; the room is imported when one of its commands is run."""
        return {name: partial(self._do, *where) for name, where in COMMANDS.items()}

    def _do(self, room: str, method: str) -> None:
        getattr(getattr(self, room), method)()

    def export_list(self) -> None:
        """Ask for a format and a path, and export what the list shows."""
        self.transfer.export_list()

    def show_damage(self, health: "Health") -> None:
        """Show what was found in a damaged file, and what can be done."""
        self.files.show_damage(health)

    def assess(self, view: "RegisterView") -> None:
        """Assess the selected risks beside a view."""
        self.beside.come_up(view)

    def open_path(self, path: Path) -> None:
        """Open a register file, or import the register of another file."""
        self.files.open_path(path)

    def open_to_edit(self) -> None:
        """Open the file for writing, after it was opened read-only."""
        self.files.open_to_edit()

    def lock_again(self) -> None:
        """Lock the file again, or open it to read, as its lock was deleted or taken over."""
        self.files.lock_again()

    def open_again(self, path: Path, forgotten: Callable[[], object] = lambda: None) -> None:
        """Open a file that was open before; if it is missing, offer its backup, or to forget it (`forgotten`)."""
        try:
            # A share that is gone takes long to say so.
            is_there = reading(lambda _checkpoint: path.exists())
        except OSError:
            # Opening it reports why that fails.
            is_there = True
        if is_there:
            self.open_path(path)
            return
        from riskdesk.ui.files.missing import MissingFile

        missing = MissingFile(path, self._settings, self._home, self._window)
        missing.restored.connect(self.open_path)
        missing.forgotten.connect(without_arguments(forgotten))
        if not missing.ask():
            self.open_path(path)

    @cached_property
    def files(self) -> "FileCommands":
        from riskdesk.ui.files.commands import FileCommands

        files = FileCommands(
            self._window, self._workbench, self._settings, self._home, self._leave_questions, self._drafting()
        )
        files.other_chosen.connect(self._take_in)
        return files

    @cached_property
    def transfer(self) -> "TransferCommands":
        from riskdesk.ui.transfer.commands import TransferCommands

        return TransferCommands(
            self._window, self._workbench, self._settings, self.choice, self._centre, self._home.template
        )

    def _take_in(self, path: Path) -> None:
        self.transfer.take_in(path)

    @cached_property
    def courier(self) -> "CourierCommands":
        from riskdesk.ui.courier.commands import CourierCommands

        return CourierCommands(self._window, self._workbench, self._settings)

    @cached_property
    def printing(self) -> "PrintCommands":
        from riskdesk.ui.transfer.print_commands import PrintCommands

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
        from riskdesk.ui.together.commands import TogetherCommands

        return TogetherCommands(self._window, self._workbench)

    @property
    def history(self) -> "HistoryCommands":
        from riskdesk.ui.history.commands import HistoryCommands

        self._history = self._history or HistoryCommands(self._window, self._workbench, self._settings, self.choice)
        return self._history

    @cached_property
    def scale(self) -> "ScaleCommands":
        from riskdesk.ui.scale.commands import ScaleCommands

        return ScaleCommands(self._window, self._workbench, self._settings)

    @property
    def help(self) -> "HelpCommands":
        from riskdesk.ui.help.commands import HelpCommands

        self._help = self._help or HelpCommands(self._window, self._workbench, self._settings, self._home)
        return self._help

    @property
    def windows(self) -> "OtherWindows":
        """The windows of help and history that are open."""
        from riskdesk.ui.shell.handover import OtherWindows

        shown_help = None if self._help is None else self._help.place
        return OtherWindows(shown_help, None if self._history is None else self._history.place)

    def show_again(self, windows: "OtherWindows") -> None:
        """Show the windows that another main window has shown, in the language of this one."""
        if windows.history is not None:
            self.history.show_again(windows.history)
        if windows.help is not None:
            self.help.show_again(windows.help)

    def close(self) -> None:
        """Close the windows of help and history, as the window of the registers closes."""
        if self._help is not None:
            self._help.close()
        if self._history is not None:
            self._history.close()
