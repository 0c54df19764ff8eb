"""The main window: it puts the areas together and decides nothing."""

from collections.abc import Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from riskdesk.kit.idle import in_parts
from riskdesk.kit.incoming import accept_copy, files_in
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.actions import ACTIONS, Where
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.leave_questions import LeaveQuestions
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files.recent import RecentMenu
from riskdesk.ui.notices.banner import under_banner
from riskdesk.ui.shell.areas import CENTRE, WANTED, Areas
from riskdesk.ui.shell.choices import add_view_choices
from riskdesk.ui.shell.commands import Commands
from riskdesk.ui.shell.failures import Failures
from riskdesk.ui.shell.fitting import PLACE, WindowPlace, bring_into_sight, place_window
from riskdesk.ui.shell.help_key import HelpKey
from riskdesk.ui.shell.menus import Menus
from riskdesk.ui.shell.navigation import Navigation
from riskdesk.ui.shell.rooms import Rooms
from riskdesk.ui.shell.search import SearchBox
from riskdesk.ui.shell.search_hits import SearchHits
from riskdesk.ui.shell.stage import Stage
from riskdesk.ui.shell.status import StatusLine
from riskdesk.ui.shell.tab_order import InOrder
from riskdesk.ui.shell.tool_bar import ToolBar
from riskdesk.ui.shell.views import Views, add_list, add_matrix, add_preview
from riskdesk.ui.shell.window_title import WindowTitle
from riskdesk.ui.side.categories import CategoriesPanel
from riskdesk.ui.side.registers import RegistersPanel
from riskdesk.ui.side.side import Side
from riskdesk.ui.views.centre import SHEET_VIEW, Centre
from riskdesk.ui.views.sheet import Sheet
from riskdesk.ui.views.view import RegisterView

if TYPE_CHECKING:
    from riskdesk.ui.files.drafting import Drafting
    from riskdesk.ui.shell.gaps_display import GapsDisplay
    from riskdesk.ui.shell.handover import Handover
    from riskdesk.ui.shell.palette import PaletteController
    from riskdesk.ui.shell.spell_checking import SpellChecking
    from riskdesk.ui.welcome import WelcomePage

_FIRST_SIZE = QSize(1280, 800)
# With its title bar, the window is 480 high.
_SMALLEST = QSize(720, 450)


class MainWindow(InOrder):
    """The main window, which shows the open register of a workbench.

    `language_chosen` and `scheme_chosen` carry what was chosen in the View menu. The constructor makes what the first
    paint needs; after that, `_complete` adds the rest and emits `ready`. A cached property is made when it is first
    used.
    """

    language_chosen = Signal(str)
    scheme_chosen = Signal(str)
    ready = Signal()

    def __init__(self, workbench: Workbench, settings: Settings, home: Home) -> None:
        super().__init__()
        self._workbench, self._settings, self._home = workbench, settings, home
        self._painted = False
        self._drafting: Drafting | None = None
        # What is visible.
        self._registers, self._categories = RegistersPanel(workbench), CategoriesPanel(workbench)
        self._left, self._areas = Side(self._registers, self._categories), Areas(settings)
        self._sheet = Sheet(workbench)
        self._centre = Centre(self._sheet, settings)
        # A place for the inspector, which is made after the first paint.
        for name, part in (("left", self._left), (CENTRE, self._centre), ("inspector", QWidget())):
            self._areas.add(name, part)
        self._stage = Stage(workbench, settings, self._areas, self._make_welcome)
        self._search = SearchBox(workbench)
        self._status = StatusLine(workbench, self)
        # The commands, and what they lead to.
        self._navigation = Navigation(workbench, self._stage, self._areas, self._centre)
        self._search_hits = SearchHits(
            workbench, self._search, self._stage, self._areas, self._centre, self._status, self._navigation
        )
        self._leave_questions = LeaveQuestions(self, workbench, lambda: self._ensure_drafting().keep())
        self._rooms = Rooms(self, workbench, settings, home, self._leave_questions, self._ensure_drafting, self._centre)
        Failures(self, workbench, self._leave_questions, self._rooms, self._navigation.lead_back)
        self._commands = Commands(workbench, self)
        self._views = Views(workbench, self._commands, self._areas, self._centre, self._add_view, self._rooms.assess)
        self._offer()
        self._menus = Menus(self, workbench, self._commands)
        self._build()
        self._connect()
        place_window(self, WindowPlace.read(settings.get(PLACE)))
        self._window_title = WindowTitle(self, workbench, settings, home)

    def sizeHint(self) -> QSize:
        return _FIRST_SIZE

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._leave_questions.may_close():
            event.ignore()
            return
        if self._drafting is not None:
            self._drafting.keep()
        self._settings.set(PLACE, WindowPlace.of(self).written())
        self._areas.keep()
        self._centre.keep()
        self._rooms.close()
        super().closeEvent(event)

    def give_way(self) -> "Handover":
        """Close without a question, as another window takes over the texts that are held, and what is returned."""
        from riskdesk.ui.shell.handover import Handover, Stance, TakingOver

        search, is_assessing, stance = self._search.search, self._stage.is_assessing, Stance.of(self)
        handover = Handover(search, is_assessing, self._rooms.windows, self._sheet.last_caret, stance)
        self._gaps_display.bar.hand_on()
        self._leave_questions.agree()
        self.close()
        return TakingOver.rest(self) or handover

    def take_over(self, handover: "Handover") -> None:
        """Show what another window showed."""
        self._search.resume(handover.search)
        if handover.is_assessing:
            self.ready.connect(partial(self._commands.run, "assessing"))
        self._rooms.show_again(handover.windows)
        self.setWindowState(handover.stance.state)
        handover.restore_stance(self)
        self.ready.connect(partial(self._sheet.go_back, handover.caret))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            in_parts(self, self._complete())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from riskdesk.ui.shell import arriving

        if any(map(arriving.is_known, files_in(event.mimeData()))):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.take_files(files_in(event.mimeData()))
        accept_copy(event)

    def take_files(self, paths: list[Path]) -> None:
        """Open or import files that were pasted or dropped."""
        from riskdesk.ui.shell import arriving

        arriving.take(paths, self._rooms.open_path, self._workbench.report)

    def _complete(self) -> Iterator[None]:
        """Add what is not needed for the first picture, part by part."""
        bring_into_sight(self)
        # The item was selected in the window before, whose language was changed.
        for identity in self._workbench.selection[:1]:
            self._sheet.reveal_item(identity)
        self._commands.offer({"spelling": self._spell_checking.toggle})
        self._window_title.note_file()
        self._fill_status()
        yield
        from riskdesk.ui.bench.store_care import StoreCare
        from riskdesk.ui.inspector import Inspector

        yield
        inspector = self._navigation.inspector = Inspector(self._workbench, self._settings)
        self._stage.offer(self._commands, self)
        inspector.command_wanted.connect(self._commands.run)
        self._areas.add("inspector", inspector)
        self._commands.offer(inspector.turning.commands(self._menus.actions, self._areas))
        add_preview(self._areas, self._workbench, self._commands, self._rooms.choice)
        self._ensure_drafting()
        store_care = StoreCare(self._workbench, self)
        store_care.damaged.connect(self._rooms.show_damage)
        store_care.lock_lost.connect(self._rooms.lock_again)
        self.ready.emit()

    def _fill_status(self) -> None:
        from riskdesk.ui.notices.last_notices import NoticesButton

        # Its button stands before that of the notices.
        gaps = self._gaps_display
        notices = NoticesButton(self, self._workbench, self._centre)
        self._commands.offer({"go_notice": partial(gaps.go_notice, notices.go)})
        self._status.addPermanentWidget(notices)

    @cached_property
    def _spell_checking(self) -> "SpellChecking":
        from riskdesk.ui.shell.spell_checking import SpellChecking

        action = self._menus.actions["spelling"]
        return SpellChecking(self._workbench, self._settings, self._home.words, self._sheet, action)

    @cached_property
    def _gaps_display(self) -> "GapsDisplay":
        from riskdesk.ui.shell.gaps_display import GapsDisplay

        return GapsDisplay(self._workbench, self._settings, self._areas, self._navigation, self._commands, self)

    def _show_menu(self, point: QPoint) -> None:
        """Show the menu of the view, or that for text if a line is being written."""
        if self._centre.name != SHEET_VIEW or self._sheet.writing.row is None:
            self._menus.show_context(point)
        else:
            self._spell_checking.pop_up(self._menus.text_context(), point)

    def _ensure_drafting(self) -> "Drafting":
        """The part that keeps texts that are not stored, made when it is first needed."""
        from riskdesk.ui.files.drafting import Drafting

        self._drafting = self._drafting or Drafting(self._workbench, self._home, self)
        return self._drafting

    def _make_welcome(self) -> "WelcomePage":
        from riskdesk.ui.welcome import WelcomePage

        page = WelcomePage(self._workbench, self._menus.actions, self._settings, self._home)
        open_again = self._rooms.open_again
        page.chosen.connect(lambda path: open_again(path, page.refresh))
        page.due_chosen.connect(lambda path: self._gaps_display.open_due(path, partial(open_again, path, page.refresh)))
        return page

    def _offer(self) -> None:
        """Give `Commands` all commands and places."""
        areas, search = self._areas, self._search
        self._commands.offer(self._rooms.by_name())
        self._commands.offer(
            {
                "quit": self.close,
                "save": self._status.tell_saved,
                "find": search.focus,
                "find_next": search.next,
                "find_previous": search.previous,
                "replace": self._search_hits.replace,
                **{f"show_{name}": partial(areas.toggle, name) for name in WANTED},
                "go_registers": partial(areas.go_to, "left", self._registers),
                "go_categories": partial(areas.go_to, "left", self._categories),
                "go_sheet": partial(areas.go_to, CENTRE),
                **{f"go_{name}": partial(areas.go_to, name) for name in ("inspector", "preview", "gaps")},
                "welcome": self._stage.show_welcome,
                "go_to": lambda: self._palette.show(),
            }
        )
        self._commands.add_place(self._registers, self._registers.commands)
        self._commands.add_place(self._categories, self._categories.commands)
        add_matrix(self._views, self._workbench, self._settings, self._commands, self._rooms.choice)
        add_list(self._views, self._workbench, self._settings, self._commands, self._rooms)

    @cached_property
    def _palette(self) -> "PaletteController":
        """The part that goes to anything, made when it is first needed."""
        from riskdesk.ui.shell.palette import PaletteController

        return PaletteController(
            self, self._workbench, self._settings, self._menus, self._commands, self._navigation, self._views
        )

    def _build(self) -> None:
        self.setCentralWidget(under_banner(self._workbench, self._stage, self._rooms.open_to_edit))
        self._stage.begin()
        self.setMinimumSize(_SMALLEST)
        self.setAcceptDrops(True)
        self.setStatusBar(self._status)
        bar = ToolBar(self._menus.actions, self._search, self._settings)
        self.addToolBar(bar)
        self._areas.tick({name: self._menus.actions[f"show_{name}"] for name in WANTED})
        self._views.tick(self._menus.actions)
        again = RecentMenu(self._settings, self._workbench, self._home, self._rooms.open_again, self)
        self._menus.menus["&File"].insertMenu(self._menus.actions["save"], again)
        view = self._menus.menus["&View"]
        add_view_choices(view, self._settings, bar.choose, self.language_chosen.emit, self.scheme_chosen.emit)

    def _connect(self) -> None:
        HelpKey(self._menus.actions["manual"], self)
        self._commands.acting.connect(self._make_way)
        self._categories.activated.connect(self._navigation.show_category)
        for panel in (self._registers, self._categories, self._sheet):
            panel.command_wanted.connect(self._commands.run)

    def _make_way(self, name: str) -> None:
        """Show the register for a command that acts on it."""
        spec = ACTIONS[name]
        self._stage.make_way(name)
        if spec.where is Where.REGISTER and spec.edits:
            self._views.show_for(name)

    def _add_view(self, view: RegisterView) -> None:
        view.menu_wanted.connect(self._show_menu)
        view.files_pasted.connect(self.take_files)
