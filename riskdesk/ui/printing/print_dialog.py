"""The dialog about what to print, which is shown before the system's dialog asks for the printer."""

import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from riskdesk.domain.printing import DocumentKind
from riskdesk.domain.problems import Problem
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.tasks import LatestTask
from riskdesk.report import Rendered, render
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.form import FormDialog
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.printing.fields import PrintFields


class PrintDialog(FormDialog):
    """The dialog that asks how to print, shows the number of pages, and saves the choice."""

    def __init__(self, workbench: Workbench, choice: PrintChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print"))
        self.setProperty("chapter", "Printing")
        self.yes.setText(self.tr("Print…"))
        self._workbench, self._choice = workbench, choice
        self._rendering = LatestTask(self)
        self._fields = PrintFields(choice.proposed, workbench, self)
        self._pages = PlainLabel(parent=self, wraps=True)
        self.add(self.tr("&Document:"), self._fields.kind, self._fields.sets)
        self.add(self.tr("&Paper:"), self._fields.paper)
        self.add(self.tr("O&rientation:"), self._fields.orientation)
        self.add(self.tr("&Assessments:"), self._fields.sides)
        self.add(self.tr("Columns:"), self._fields.columns)
        self.add_below(self._fields.ended)
        self.form.addRow(self.tr("Pages:"), self._pages)
        self._rendering.done.connect(self._on_done)
        self._rendering.failed.connect(self._on_failed)
        self._fields.changed.connect(self._follow)
        self._follow()

    def accept(self) -> None:
        self._choice.choose(self._fields.chosen())
        super().accept()

    def done(self, result: int) -> None:
        self._rendering.drop()
        super().done(result)

    def _follow(self) -> None:
        how = self._fields.chosen()
        self.form.setRowVisible(self._fields.sides, how.kind is DocumentKind.MATRIX)
        self.form.setRowVisible(self._fields.columns, how.kind is DocumentKind.WORKING)
        self.form.setRowVisible(self._fields.ended, how.kind is not DocumentKind.WORKING)
        self._count()
        self.fit()

    def _count(self) -> None:
        """Make the document off the main thread, to get its number of pages."""
        self._rendering.drop()
        tree, changed = self._workbench.tree(), self._workbench.session.changed_at()
        if tree is not None:
            self._pages.setText("…")
            self._rendering.start(partial(render, tree, self._fields.chosen(), changed, datetime.date.today()))

    def _on_done(self, rendered: Rendered) -> None:
        self._pages.setText(str(rendered.pages))
        self.yes.setEnabled(True)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Problem):
            self._pages.setText(sentence(error))
            self.yes.setEnabled(False)
            self.fit()
