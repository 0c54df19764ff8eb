"""The File menu: stores and registers in and out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from riskdesk.desk import registers, transfer
from riskdesk.desk.session import Session
from riskdesk.domain.problems import Problem
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.alerts import ask
from riskdesk.kit.settings import Settings
from riskdesk.report import Page
from riskdesk.ui.dialogs.export import ExportDialog
from riskdesk.ui.dialogs.files import ask_open, ask_save, file_name
from riskdesk.ui.dialogs.new_register import NewRegisterDialog
from riskdesk.ui.exporting import Exporting
from riskdesk.ui.language import ui_language
from riskdesk.ui.workbench import Workbench

_STORE, _DOCUMENT = ".riskdesk", ".json"
_A4 = Page()


class FileCommands(QObject):
    """What the File menu does, on behalf of a window.

    `open_own` opens the user's own store; `commit` keeps what is being written and says whether it could.
    """

    def __init__(
        self,
        window: QMainWindow,
        workbench: Workbench,
        settings: Settings,
        open_own: Callable[[], Session],
        commit: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._commit = commit
        self._window = window
        self._workbench = workbench
        self._settings = settings
        self._open_own = open_own
        self._exporting = Exporting(window)

    def new_register(self) -> None:
        """Ask for title, template and language, and add the register."""
        dialog = NewRegisterDialog(ui_language(), self._window)
        dialog.accepted.connect(lambda: self._add(dialog.register()))
        dialog.open()

    def new_store(self) -> None:
        """Ask for a place, make a store there and open it."""
        title, kinds = self.tr("New store"), self._stores()
        name = self.tr("Registers") + _STORE
        ask_save(self._window, title, self._settings, kinds, self._create, suggested=name, replaces=False)

    def open_store(self) -> None:
        """Ask for a store and open it."""
        ask_open(self._window, self.tr("Open store"), self._settings, self._stores(), self.open_path)

    def open_path(self, path: Path) -> None:
        """Open the store at `path`, or take the register in where it is a register document."""
        if path.suffix.lower() == _STORE:
            self._change(lambda: Session.open(path, self._workbench.session.who))
        else:
            self._take_in(path)

    def open_own_store(self) -> None:
        """Open the user's own store."""
        self._change(self._open_own)

    def import_register(self) -> None:
        """Ask for a register document and add its register."""
        ask_open(self._window, self.tr("Import register"), self._settings, self._documents(), self._take_in)

    def export_pdf(self) -> None:
        """Ask where to and on which paper, and write the appendix as PDF."""
        tree = self._written()
        if tree is not None:
            dialog = ExportDialog(tree.register, self._settings, self._window)
            dialog.accepted.connect(lambda: self._write_pdf(tree, dialog))
            dialog.open()

    def export_document(self) -> None:
        """Ask where to and write the register document."""
        tree = self._written()
        if tree is not None:
            title, kinds = self.tr("Export register document"), self._documents()
            name = file_name(tree.register.title, _DOCUMENT)
            ask_save(self._window, title, self._settings, kinds, lambda path: self._write(tree, path), suggested=name)

    def print_register(self) -> None:
        """Open the appendix in the system's PDF viewer, which prints it."""
        tree = self._written()
        if tree is not None:
            self._exporting.show(tree, _A4, self._workbench.session.changed())

    def duplicate_register(self) -> None:
        """Add a copy of the open register."""
        if self._workbench.register_id is not None:
            self._workbench.run(registers.duplicate(self._workbench.register_id))

    def delete_register(self) -> None:
        """Ask whether to, and delete the open register."""
        tree = self._workbench.tree()
        if tree is not None:
            question = self.tr("Delete the register “{title}”? Undo brings it back.").format(title=tree.register.title)
            delete = registers.delete(tree.register.id)
            ask(self._window, question, self.tr("Delete"), self.tr("Keep"), lambda: self._workbench.run(delete))

    def _written(self) -> RegisterTree | None:
        """The open register, with what is being written in it; None where there is none or that cannot be kept."""
        return self._workbench.tree() if self._commit() else None

    def _write_pdf(self, tree: RegisterTree, dialog: ExportDialog) -> None:
        self._write(tree, dialog.path(), dialog.page(), self._exporting.open if dialog.opens() else None)

    def _write(
        self, tree: RegisterTree, path: Path, page: Page = _A4, then: Callable[[Path], object] | None = None
    ) -> None:
        self._exporting.write(tree, path, page, self._workbench.session.changed(), then)

    def _create(self, path: Path) -> None:
        self._change(lambda: Session.create(path, self._workbench.session.who))

    def _take_in(self, path: Path) -> None:
        try:
            tree = transfer.read(path, ui_language())
        except Problem as problem:
            self._workbench.failed.emit(problem)
        else:
            self._add(tree)

    def _add(self, tree: RegisterTree) -> None:
        self._workbench.run(registers.add(tree))

    def _change(self, opened: Callable[[], Session]) -> None:
        try:
            session = opened()
        except Problem as problem:
            self._workbench.failed.emit(problem)
        else:
            self._workbench.change_session(session)

    def _stores(self) -> str:
        return self.tr("Riskdesk stores (*.riskdesk)")

    def _documents(self) -> str:
        return self.tr("Register documents (*.json)")
