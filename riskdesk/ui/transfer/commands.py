"""Registers in and out: imported from a file, exported as PDF or as a register document."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from riskdesk.domain.printing import Print
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files.asking import ask_open, ask_save, file_name
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.transfer.export import ExportDialog
from riskdesk.ui.transfer.exporting import Exporting
from riskdesk.ui.transfer.importing import Importing

_DOCUMENT = ".json"
_APPENDIX = Print()


class TransferCommands(QObject):
    """The commands of import and export, for a window."""

    def __init__(self, window: QMainWindow, workbench: Workbench, settings: Settings, choice: PrintChoice) -> None:
        super().__init__(window)
        self._window, self._workbench = window, workbench
        self._settings, self._choice = settings, choice
        self._exporting = Exporting(window, workbench.told.emit)
        self._importing = Importing(window, workbench, settings)

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"import": self._import, "export_pdf": self._export_pdf, "export_json": self._export_document}

    def take_in(self, path: Path) -> None:
        """Add the register of a file; what cannot be read is told, and which references are others now."""
        self._importing.take_in(path)

    def _import(self) -> None:
        from riskdesk.ui.importing.kinds import kinds_of_files

        ask_open(self._window, self.tr("Import register"), self._settings, kinds_of_files(), self.take_in)

    def _export_pdf(self) -> None:
        """Ask which document, where to and on which paper, and write it as PDF."""
        tree = self._workbench.tree()
        if tree is not None:
            dialog = ExportDialog(tree.register, self._workbench, self._choice, self._settings, self._window)
            dialog.accepted.connect(lambda: self._write_pdf(dialog))
            dialog.open()

    def _export_document(self) -> None:
        """Ask where to and write the register document."""
        tree = self._workbench.tree()
        if tree is not None:
            title, kinds = self.tr("Export as JSON"), self.tr("Registers as JSON (*.json)")
            name = file_name(tree.register.title, _DOCUMENT)
            ask_save(self._window, title, self._settings, kinds, lambda path: self._write(tree, path), suggested=name)

    def _write_pdf(self, dialog: ExportDialog) -> None:
        # Read anew, as a print set that was kept in the dialog goes along.
        tree = self._workbench.tree()
        if tree is not None:
            self._write(tree, dialog.path(), dialog.chosen(), self._exporting.open if dialog.opens() else None)

    def _write(
        self, tree: RegisterTree, path: Path, how: Print = _APPENDIX, then: Callable[[Path], object] | None = None
    ) -> None:
        self._exporting.write(tree, path, how, self._workbench.session, then)
