"""The main window: it puts the panels together and decides nothing."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QSizePolicy, QSplitter, QWidget

from riskdesk.desk.action import Action
from riskdesk.desk.find import Hit
from riskdesk.domain.conflict import Conflict
from riskdesk.domain.problems import Problem
from riskdesk.kit.alerts import alert
from riskdesk.kit.settings import Setting, Settings
from riskdesk.store.footprint import FileReplaced
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.language import LANGUAGES, sentence
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.shell.actions import CONTEXT, FILE_METHODS
from riskdesk.ui.shell.areas import SHEET, Columns
from riskdesk.ui.shell.banner import under_banner
from riskdesk.ui.shell.choices import add_choices
from riskdesk.ui.shell.editing import Editing
from riskdesk.ui.shell.leaving import Leaving
from riskdesk.ui.shell.menus import Menus, toolbar
from riskdesk.ui.shell.search import SearchBox
from riskdesk.ui.shell.status import StatusLine
from riskdesk.ui.side.categories import CategoriesPanel
from riskdesk.ui.side.registers import RegistersPanel
from riskdesk.ui.views.sheet import Sheet

if TYPE_CHECKING:
    from riskdesk.desk.drafts import Draft
    from riskdesk.ui.bench.drafting import Drafting
    from riskdesk.ui.files.file_commands import FileCommands
    from riskdesk.ui.inspector import Inspector
    from riskdesk.ui.printing.preview import Preview

GEOMETRY = Setting("window/geometry", QByteArray, QByteArray())
PANELS = Setting("window/panels", QByteArray, QByteArray())
ZOOM_PERCENT = Setting("window/zoom", int, 100)
LANGUAGE = Setting("window/language", str, "")
SCHEME = Setting("window/scheme", str, "")
_OPENED = (".riskdesk", ".json", ".pdf")
_FIRST_SIZE = QSize(1280, 800)
_SMALLEST = QSize(960, 600)
_NARROWEST_SHEET = 360
# The columns that the View menu shows and hides.
_BESIDE = ("left", "preview", "inspector")


class MainWindow(QMainWindow):
    """The window on a workbench; `language_chosen` and `scheme_chosen` carry what the View menu was set to.

    It shows the register first; the inspector comes in the moment after, told by `ready`.
    """

    language_chosen = Signal(str)
    scheme_chosen = Signal(str)
    ready = Signal()

    def __init__(self, workbench: Workbench, settings: Settings, home: Home) -> None:
        super().__init__()
        self._workbench = workbench
        self._settings = settings
        self._registers = RegistersPanel(workbench)
        self._categories = CategoriesPanel(workbench)
        self._sheet = Sheet(workbench)
        self._inspector: Inspector | None = None
        self._drafting: Drafting | None = None
        self._leaving = Leaving(self, workbench, self._commit)
        self._painted = False
        self._search = SearchBox(workbench)
        self._home = home
        self._left = self._left_side()
        self._columns = self._middle()
        self._choice = PrintChoice(settings, self)
        self._menus = Menus(self, workbench, self._handlers())
        self._dress()
        self._connect()
        self._restore()
        self._name_window()

    def sizeHint(self) -> QSize:
        return _FIRST_SIZE

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._leaving.may_close():
            event.ignore()
            return
        if self._drafting is not None and not self._leaving.agreed:
            self._drafting.keep()
        self._settings.set(GEOMETRY, self.saveGeometry())
        self._columns.keep()
        self._settings.set(PANELS, self._left.saveState())
        self._settings.set(ZOOM_PERCENT, round(100 * self._sheet.zoom))
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._add_inspector)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for path in _dropped_files(event):
            self._files.open_path(path)
        event.acceptProposedAction()

    def _commit(self) -> bool:
        """Keep what is being written, wherever in the window; whether that could be done."""
        if self._inspector is not None:
            self._inspector.commit()
        return self._sheet.commit()

    def _add_inspector(self) -> None:
        from riskdesk.ui.inspector import Inspector

        self._inspector = Inspector(self._workbench)
        self._columns.add("inspector", self._inspector)
        self._columns.add_later("preview", self._make_preview)
        self._keep()
        self.ready.emit()

    def _make_preview(self) -> QWidget:
        # pdfium is loaded where pages are to be seen.
        from riskdesk.ui.printing.preview import Preview

        return Preview(self._workbench, self._choice, self._typed)

    def _keep(self) -> None:
        """Begin to look after what is written, now that it is seen."""
        from riskdesk.ui.bench.drafting import Drafting
        from riskdesk.ui.bench.keeping import Keeping

        self._drafting = Drafting(self._workbench, self._home, self._typed, self)
        Keeping(self._workbench, lambda: self._typed() is not None, self).damaged.connect(
            lambda found: self._files.show_damage(found)
        )

    def _typed(self) -> "Draft | None":
        """What is being typed and not stored yet, wherever in the window."""
        inspector = self._inspector
        return self._sheet.writing.draft() or (inspector.draft() if inspector is not None else None)

    def _left_side(self) -> QSplitter:
        left = QSplitter(Qt.Orientation.Vertical)
        left.addWidget(self._registers)
        left.addWidget(self._categories)
        left.setSizes([240, 480])
        return left

    def _middle(self) -> Columns:
        columns = Columns(self._settings)
        self._sheet.setMinimumWidth(_NARROWEST_SHEET)
        # Room for the inspector, which comes when all this is seen.
        for name, part in (("left", self._left), (SHEET, self._sheet), ("inspector", QWidget())):
            columns.add(name, part)
        return columns

    def _handlers(self) -> dict[str, Callable[[], object]]:
        editing, sheet, workbench = Editing(self._sheet), self._sheet, self._workbench
        return {
            **{name: self._on_files(method) for name, method in FILE_METHODS.items()},
            "quit": self.close,
            "undo": workbench.undo,
            "redo": workbench.redo,
            "cut": editing.cut,
            "copy": editing.copy,
            "paste": editing.paste,
            "duplicate": sheet.duplicate,
            "delete": editing.delete,
            "select_all": editing.select_all,
            "find": self._search.focus,
            "find_next": self._search.next,
            "find_previous": self._search.previous,
            "edit_text": sheet.start_edit,
            "add_risk": sheet.add_risk,
            "add_mitigation": sheet.add_mitigation,
            "add_entry": sheet.add_entry,
            "add_category": sheet.add_category,
            "move_up": sheet.move_up,
            "move_down": sheet.move_down,
            "zoom_in": lambda: self._zoomed().zoom_in(),
            "zoom_out": lambda: self._zoomed().zoom_out(),
            "zoom_reset": lambda: self._zoomed().zoom_reset(),
            **{f"show_{name}": partial(self._columns.toggle, name) for name in _BESIDE},
            "go_registers": partial(self._columns.go_to, "left", self._registers),
            "go_categories": partial(self._columns.go_to, "left", self._categories),
            **{f"go_{name}": partial(self._columns.go_to, name) for name in (SHEET, "inspector", "preview")},
            "about": self._show_about,
        }

    def _zoomed(self) -> "Sheet | Preview":
        """What the keys make larger and smaller: the preview while the focus is in it, else the sheet."""
        preview = cast("Preview | None", self._columns.part("preview"))
        focused = QApplication.focusWidget()
        return preview if preview and focused and preview.isAncestorOf(focused) else self._sheet

    @cached_property
    def _files(self) -> "FileCommands":
        # Imported when it is first wanted: it brings dialogs, exports and formats with it.
        from riskdesk.ui.files.file_commands import FileCommands

        return FileCommands(self, self._workbench, self._settings, self._choice, self._home, self._commit, self._typed)

    def _on_files(self, method: str) -> Callable[[], None]:
        return lambda: getattr(self._files, method)()

    def _show_about(self) -> None:
        from riskdesk.ui.dialogs.about import AboutDialog

        AboutDialog(self).open()

    def _dress(self) -> None:
        self.setCentralWidget(under_banner(self._workbench, self._columns))
        self.setMinimumSize(_SMALLEST)
        self.setAcceptDrops(True)
        self.setStatusBar(StatusLine(self._workbench, self))
        bar = toolbar(self, self._menus)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        bar.addWidget(self._search)
        self._check_columns()
        self._add_view_choices()

    def _check_columns(self) -> None:
        """Let the View menu tell which columns are seen."""
        for name in _BESIDE:
            self._menus.actions[f"show_{name}"].setChecked(self._columns.is_seen(name))

    def _add_view_choices(self) -> None:
        view, chosen = self._menus.menus["&View"], self._settings.get
        system = {"": self.tr("As the system")}
        languages = system | {language.value: name for language, name in LANGUAGES.items()}
        schemes = system | {"light": self.tr("Light"), "dark": self.tr("Dark")}
        add_choices(view, self.tr("&Language"), languages, chosen(LANGUAGE), self.language_chosen.emit)
        add_choices(view, self.tr("Colo&urs"), schemes, chosen(SCHEME), self.scheme_chosen.emit)

    def _connect(self) -> None:
        workbench, sheet = self._workbench, self._sheet
        workbench.failed.connect(self._on_failed)
        workbench.clashed.connect(self._on_clashed)
        workbench.stepped.connect(self._name_window)
        workbench.opened.connect(self._name_window)
        self._columns.changed.connect(self._check_columns)
        self._categories.activated.connect(sheet.scroll_to)
        self._search.found.connect(self._on_found)
        self._search.left.connect(sheet.setFocus)
        sheet.menu_wanted.connect(self._show_menu)

    def _restore(self) -> None:
        self.resize(_FIRST_SIZE)
        self.restoreGeometry(self._settings.get(GEOMETRY))
        self._left.restoreState(self._settings.get(PANELS))
        self._sheet.zoom = self._settings.get(ZOOM_PERCENT) / 100

    def _name_window(self) -> None:
        tree = self._workbench.tree()
        title = "" if tree is None else tree.register.title
        self.setWindowTitle(f"{title} – Riskdesk" if title else "Riskdesk")

    def _on_failed(self, problem: Problem) -> None:
        if self._leaving.asking:
            return
        if isinstance(problem, FileReplaced):
            self._files.show_replaced(problem)
        else:
            alert(self, sentence(problem))

    def _on_clashed(self, conflict: Conflict, action: Action) -> None:
        from riskdesk.ui.files.conflict import ConflictDialog

        ConflictDialog(conflict, lambda: self._workbench.run(action), self).open()

    def _on_found(self, hits: list[Hit], current: Hit | None) -> None:
        self._sheet.set_hits(hits, current)

    def _show_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        self._menus.fill(menu, CONTEXT)
        menu.exec(position)


def _dropped_files(event: QDropEvent) -> list[Path]:
    """The stores and register documents that are dragged in from outside."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in _OPENED]
