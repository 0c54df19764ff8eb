"""The File menu: stores and registers in and out."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QMessageBox

from riskdesk.desk import health, registers, transfer
from riskdesk.desk.backups import Backups
from riskdesk.desk.copies import Copy
from riskdesk.domain.printing import Print
from riskdesk.domain.problems import Problem
from riskdesk.domain.tree import RegisterTree
from riskdesk.files import is_same
from riskdesk.kit.alerts import alert, ask
from riskdesk.kit.settings import Settings
from riskdesk.store.footprint import FileReplaced
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.bench.waiting import TOLD_MS
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.new_register import NewRegisterDialog
from riskdesk.ui.files.asking import ask_new_store, ask_open, ask_save, file_name
from riskdesk.ui.files.backups import BackupsDialog
from riskdesk.ui.files.damage import DamageDialog
from riskdesk.ui.files.merge import MergeDialog
from riskdesk.ui.files.opening import Opened, Opening
from riskdesk.ui.files.replaced import ReplacedDialog
from riskdesk.ui.files.send_copy import SendCopyDialog
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.printing.printer import Printing
from riskdesk.ui.transfer.export import ExportDialog
from riskdesk.ui.transfer.exporting import Exporting

if TYPE_CHECKING:
    from riskdesk.desk.drafts import Draft

_STORE, _DOCUMENT = ".riskdesk", ".json"
_APPENDIX = Print()


class FileCommands(QObject):
    """What the File menu does, on behalf of a window.

    `commit` keeps what is being written and says whether it could; `typed` is that, where it could not.
    """

    def __init__(
        self,
        window: QMainWindow,
        workbench: Workbench,
        settings: Settings,
        choice: PrintChoice,
        home: Home,
        commit: Callable[[], bool],
        typed: Callable[[], "Draft | None"],
    ) -> None:
        super().__init__(window)
        self._typed = typed
        self._draft: Draft | None = None
        self._commit = commit
        self._window = window
        self._workbench = workbench
        self._settings = settings
        self._choice = choice
        self._home = home
        self._opening = Opening(home, window)
        self._opening.opened.connect(self._change)
        self._exporting = Exporting(window)
        self._printing = Printing(window)

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
        ask_open(self._window, self.tr("Open store"), self._settings, self._all_kinds(), self.open_path)

    def open_path(self, path: Path) -> None:
        """Open the store at `path`, or take the register in where it is a register document or a PDF."""
        if path.suffix.lower() != _STORE:
            self._take_in(path)
        elif self._commit() and not is_same(path, self._workbench.session.path):
            self._opening.open(path)

    def open_own_store(self) -> None:
        """Open the user's own store."""
        if self._commit() and not is_same(self._home.own(), self._workbench.session.path):
            self._opening.open_own()

    def import_register(self) -> None:
        """Ask for a register document and add its register."""
        ask_open(self._window, self.tr("Import register"), self._settings, self._registers(), self._take_in)

    def export_pdf(self) -> None:
        """Ask which document, where to and on which paper, and write it as PDF."""
        tree = self._written()
        if tree is not None:
            dialog = ExportDialog(tree.register.title, self._workbench, self._choice, self._settings, self._window)
            dialog.accepted.connect(lambda: self._write_pdf(dialog))
            dialog.open()

    def export_document(self) -> None:
        """Ask where to and write the register document."""
        tree = self._written()
        if tree is not None:
            title, kinds = self.tr("Export register document"), self._documents()
            name = file_name(tree.register.title, _DOCUMENT)
            ask_save(self._window, title, self._settings, kinds, lambda path: self._write(tree, path), suggested=name)

    def print_register(self) -> None:
        """Ask the system how to print the register as it was exported or previewed last, and print it."""
        tree = self._written()
        if tree is not None:
            self._printing.ask(tree, self._choice.how(), self._workbench.session.changed())

    def open_pdf(self) -> None:
        """Open the register in the system's PDF viewer, as it was exported or previewed last."""
        tree = self._written()
        if tree is not None:
            self._exporting.show(tree, self._choice.how(), self._workbench.session.changed())

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

    def send_copy(self) -> None:
        """Ask what goes into a copy of the store, and where to, and write it."""
        if self._commit():
            dialog = SendCopyDialog(self._workbench.registers(), self._workbench.register_id, self._window)
            dialog.accepted.connect(lambda: self._ask_copy(dialog.copy()))
            dialog.open()

    def merge_copy(self) -> None:
        """Ask for a copy of the store, show what is in it and bring it in."""
        if self._commit():
            ask_open(self._window, self.tr("Merge a copy"), self._settings, self._stores(), self._compare)

    def show_backups(self) -> None:
        """List the backups of the store."""
        session = self._workbench.session
        if self._commit():
            kept = session.backups or Backups(self._home.backups / session.id)
            dialog = BackupsDialog(session, kept, self._window)
            dialog.restored.connect(self.open_path)
            dialog.open()

    def check_store(self) -> None:
        """Look the store through, and show what is wrong with it or that nothing is."""
        if not self._commit():
            return
        path = self._workbench.session.path
        try:
            found = health.examine(path)
        except Problem as problem:
            self._workbench.failed.emit(problem)
            return
        if found.sound:
            text = self.tr("{file} is sound: its journal is whole and tells what is in it.").format(file=path)
            self._inform(text)
        else:
            self.show_damage(found)

    def show_damage(self, found: health.Health) -> None:
        """Show what is wrong with the open store and what can be done."""
        dialog = DamageDialog(found, self._home, self._window)
        dialog.mended.connect(self._reopen)
        dialog.open()

    def show_replaced(self, replaced: FileReplaced) -> None:
        """Show that the open store's file is gone or another one, and what can be done."""
        dialog = ReplacedDialog(replaced, self._workbench.session, self._window)
        dialog.chosen.connect(self._reopen)
        dialog.open()

    def _reopen(self, path: Path) -> None:
        """Open a store, though it may be the one that is open, and store there what is being typed."""
        self._draft = self._typed()
        self._workbench.session.release()
        self._opening.open(path)

    def _compare(self, copy: Path) -> None:
        try:
            merge = self._workbench.session.merge(copy)
        except Problem as problem:
            self._workbench.failed.emit(problem)
            return
        if not merge.clashes and not merge.changes():
            self._inform(self.tr("There is nothing in {file} that is not here.").format(file=copy))
            return
        dialog = MergeDialog(merge, copy, self._window)
        dialog.accepted.connect(lambda: self._workbench.run(merge.action(dialog.taken())))
        dialog.open()

    def _inform(self, text: str) -> None:
        alert(self._window, text).setIcon(QMessageBox.Icon.Information)

    def _ask_copy(self, copy: Copy) -> None:
        path = self._workbench.session.path
        ask_new_store(self._window, self.tr("Send a copy"), path, lambda new: self._send(copy, new))

    def _send(self, copy: Copy, new: Path) -> None:
        try:
            self._workbench.session.send(copy, new)
        except Problem as problem:
            self._workbench.failed.emit(problem)
        else:
            self._window.statusBar().showMessage(self.tr("Written: {file}").format(file=new), TOLD_MS)

    def _written(self) -> RegisterTree | None:
        """The open register, with what is being written in it; None where there is none or that cannot be kept."""
        return self._workbench.tree() if self._commit() else None

    def _write_pdf(self, dialog: ExportDialog) -> None:
        # Read anew, as a print set that was kept in the dialog goes along.
        tree = self._workbench.tree()
        if tree is not None:
            self._write(tree, dialog.path(), dialog.chosen(), self._exporting.open if dialog.opens() else None)

    def _write(
        self, tree: RegisterTree, path: Path, how: Print = _APPENDIX, then: Callable[[Path], object] | None = None
    ) -> None:
        self._exporting.write(tree, path, how, self._workbench.session.changed(), then)

    def _create(self, path: Path) -> None:
        self._opening.create(path)

    def _take_in(self, path: Path) -> None:
        try:
            tree = transfer.read(path, ui_language())
        except Problem as problem:
            self._workbench.failed.emit(problem)
        else:
            self._add(tree)

    def _add(self, tree: RegisterTree) -> None:
        self._workbench.run(registers.add(tree))

    def _change(self, opened: Opened) -> None:
        self._workbench.change_session(opened.session, notice=opened.notice)
        draft, self._draft = self._draft, None
        if draft is not None and not opened.notice:
            self._workbench.open_register(draft.register)
            self._workbench.run(draft.action())

    def _stores(self) -> str:
        return self.tr("Riskdesk stores (*.riskdesk)")

    def _all_kinds(self) -> str:
        return self.tr("Stores and registers (*.riskdesk *.pdf *.json)")

    def _registers(self) -> str:
        return self.tr("Registers (*.pdf *.json)")

    def _documents(self) -> str:
        return self.tr("Register documents (*.json)")
