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
from riskdesk.ui.dialogs.export import ExportDialog
from riskdesk.ui.dialogs.files import ask_open, ask_save
from riskdesk.ui.dialogs.new_register import NewRegisterDialog
from riskdesk.ui.exporting import Exporting
from riskdesk.ui.language import ui_language
from riskdesk.ui.workbench import Workbench

_STORE = ".riskdesk"


class FileCommands(QObject):
    """What the File menu does, on behalf of a window; `open_own` opens the user's own store."""

    def __init__(
        self, window: QMainWindow, workbench: Workbench, settings: Settings, open_own: Callable[[], Session]
    ) -> None:
        super().__init__(window)
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
        path = ask_save(self._window, self.tr("New store"), self._settings, self._stores())
        if path is not None:
            self._change(lambda: Session.create(path, self._workbench.session.who))

    def open_store(self) -> None:
        """Ask for a store and open it."""
        path = ask_open(self._window, self.tr("Open store"), self._settings, self._stores())
        if path is not None:
            self.open_path(path)

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
        path = ask_open(self._window, self.tr("Import register"), self._settings, self._documents())
        if path is not None:
            self._take_in(path)

    def export_pdf(self) -> None:
        """Ask where to and on which paper, and write the appendix as PDF."""
        tree = self._workbench.tree()
        if tree is not None:
            dialog = ExportDialog(tree.register, self._settings, self._window)
            dialog.accepted.connect(lambda: self._exporting.start(tree, dialog.path(), dialog.paper(), dialog.opens()))
            dialog.open()

    def export_document(self) -> None:
        """Ask where to and write the register document."""
        tree = self._workbench.tree()
        if tree is None:
            return
        path = ask_save(self._window, self.tr("Export register document"), self._settings, self._documents())
        if path is not None:
            self._exporting.start(tree, path)

    def print_register(self) -> None:
        """Open the appendix in the system's PDF viewer, which prints it."""
        tree = self._workbench.tree()
        if tree is not None:
            self._exporting.show(tree)

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
