"""Where the PDF goes and what it is printed on."""

import os
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QLineEdit, QMessageBox, QPushButton, QSpacerItem, QWidget

from riskdesk.desk.replacing import require_replaceable
from riskdesk.domain.printing import Kind, Print
from riskdesk.domain.problems import Problem
from riskdesk.domain.values import Register
from riskdesk.files import is_there
from riskdesk.kit.alerts import ask
from riskdesk.kit.settings import Setting, Settings
from riskdesk.kit.theme import STEP
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.form import FormDialog
from riskdesk.ui.files.asking import FOLDER, ask_save, document_name, folder
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.printing.fields import PrintFields
from riskdesk.ui.transfer.attaching import AttachFields

OPENS = Setting("export/opens", bool, True)
_PDF = ".pdf"


class ExportDialog(FormDialog):
    """Asks for the file and how to print, and remembers it; `path()`, `chosen()`, `opens()` hold once accepted."""

    def __init__(
        self,
        register: Register,
        workbench: Workbench,
        choice: PrintChoice,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Export PDF"))
        self.setProperty("chapter", "Exporting a PDF")
        self.yes.setText(self.tr("Export"))
        self._workbench, self._settings, self._choice = workbench, settings, choice
        self._proposed = {kind: document_name(register, kind, _PDF) for kind in Kind}
        self._path = QLineEdit(str(folder(settings) / self._proposed[choice.how().kind]), self)
        self._path.setMinimumWidth(320)
        browse = QPushButton(self.tr("&Browse…"), self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self._fields = PrintFields(choice.how(), workbench, self)
        self._attach = AttachFields(register, settings, self)
        self._opens = QCheckBox(self.tr("&Open the PDF after export"), self)
        self._opens.setChecked(settings.get(OPENS))
        self.add(self.tr("&File:"), self._path, browse)
        self.add(self.tr("&Document:"), self._fields.kind, self._fields.sets)
        self.add(self.tr("&Paper:"), self._fields.paper)
        self.add(self.tr("O&rientation:"), self._fields.orientation)
        self.add(self.tr("&Assessments:"), self._fields.sides)
        self.add(self.tr("Columns:"), self._fields.columns)
        self._form.addRow("", self._fields.ended)
        self._form.addItem(QSpacerItem(0, STEP))
        self._form.addRow("", self._attach.box)
        self._form.addRow("", self._attach.told)
        self._form.addItem(QSpacerItem(0, STEP))
        self._form.addRow("", self._opens)
        self._fields.changed.connect(self._follow_kind)
        self._attach.changed.connect(self.fit)
        self._follow_kind()
        self._path.textChanged.connect(self._follow_path)

    def path(self) -> Path:
        """The file to write; a name without a folder goes where the last file went."""
        path = folder(self._settings) / os.path.expanduser(self._path.text().strip())  # noqa: PTH111 - never raises
        # A drive has no name to which an ending could be put.
        return path if path.suffix.lower() == _PDF or not path.name else path.with_name(path.name + _PDF)

    def chosen(self) -> Print:
        """How it is printed, and whether the register goes along inside."""
        return replace(self._fields.chosen(), attach=self._attach.asked())

    def opens(self) -> bool:
        """Whether to open the file when it is written."""
        return self._opens.isChecked()

    def accept(self) -> None:
        try:
            require_replaceable(self.path(), _PDF, self._workbench.session.path)
        except Problem as problem:
            self.refuse(self._path, sentence(problem))
            return
        if is_there(self.path()) and self._asked_for != self.path():
            self._ask_to_replace()
            return
        self._settings.set(FOLDER, str(self.path().parent))
        self._choice.choose(self._fields.chosen())
        self._attach.remember()
        self._settings.set(OPENS, self.opens())
        super().accept()

    # The file that the user agreed to replace.
    _asked_for: Path | None = None

    def _ask_to_replace(self) -> QMessageBox:
        question = self.tr("There is a file {file} already. Replace it?").format(file=self.path())
        return ask(self, question, self.tr("Replace"), self.tr("Cancel"), self._replace)

    def _replace(self) -> None:
        self._asked_for = self.path()
        self.accept()

    def _browse(self) -> None:
        kinds = self.tr("PDF (*.pdf)")
        ask_save(self, self.windowTitle(), self._settings, kinds, self._take, suggested=self.path().name)

    def _take(self, path: Path) -> None:
        self._asked_for = path
        self._path.setText(str(path))

    def _follow_path(self, text: str) -> None:
        self.yes.setEnabled(bool(text.strip()))
        self.refuse(self._path, "")

    def _follow_kind(self) -> None:
        kind = self._fields.chosen().kind
        if self.path().name in self._proposed.values():
            # Nobody gave it another one.
            self._path.setText(str(self.path().with_name(self._proposed[kind])))
        is_working = kind is Kind.WORKING
        self._form.setRowVisible(self._fields.sides, kind is Kind.MATRIX)
        self._form.setRowVisible(self._fields.columns, is_working)
        self._form.setRowVisible(self._fields.ended, not is_working)
        self._attach.follow(self._fields.chosen())
