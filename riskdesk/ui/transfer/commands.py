"""The commands for importing registers, and exporting them in any of the formats."""

import datetime
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from riskdesk.desk.formats import FORMATS, Format, Request
from riskdesk.desk.recent import Recent
from riskdesk.domain.layouts import Layout
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.asking import ask_open
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.transfer.export import ExportDialog
from riskdesk.ui.transfer.exporting import Exporting
from riskdesk.ui.transfer.importing import Importing
from riskdesk.ui.views.centre import Centre

if TYPE_CHECKING:
    from riskdesk.desk.listing.document import ListContent


class TransferCommands(QObject):
    """The commands of a window for import and export.

    `centre` holds the views of the window, one of which may have a list that can be exported; None if there is none.
    `template` is the path for the office's Word template, whether or not there is one. `as_of` is the time of the past
    state of the register that the window shows, if it shows one.
    """

    def __init__(
        self,
        window: QMainWindow,
        workbench: Workbench,
        settings: Settings,
        choice: PrintChoice,
        centre: Centre | None = None,
        template: Path | None = None,
        as_of: datetime.datetime | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._workbench = window, workbench
        self._settings, self._choice, self._centre, self._template = settings, choice, centre, template
        self._as_of = as_of
        self._exporting = Exporting(window, workbench.post)
        self._importing = Importing(window, workbench, settings)

    def take_in(self, path: Path) -> None:
        """Import the register of a file; tell the user what could not be read, and which references were changed."""
        self._importing.take_in(path)

    def export_pdf(self) -> None:
        """Ask for a path, and export the register as a PDF."""
        self.export(FORMATS[".pdf"])

    def export_list(self) -> None:
        """Ask for format and path, and export what the list shows."""
        self.export(layout=Layout.LIST)

    def import_register(self) -> None:
        """Ask for a file, and import its register."""
        from riskdesk.ui.importing.kinds import kinds_of_files

        ask_open(self._window, self.tr("Import register"), self._settings, kinds_of_files(), self.take_in)

    def export(self, only: Format | None = None, layout: Layout | None = None) -> None:
        """Ask for layout, format and path, and export."""
        tree = self._workbench.tree()
        seen = self._centre.front.list_content() if self._centre is not None and only is None else None
        if tree is not None:
            register, choice = tree.register, self._choice
            dialog = ExportDialog(
                register, self._workbench, choice, self._settings, self._window, only, seen, self._template, self._as_of
            )
            if layout is not None:
                dialog.choose(layout)
            dialog.accepted.connect(lambda: self._write(dialog, seen))
            dialog.open()

    def _write(self, dialog: ExportDialog, seen: "ListContent | None") -> None:
        # Read again, to include a print set that was saved in the dialog.
        tree, session, export = self._workbench.tree(), self._workbench.session, dialog.choice()
        if tree is None:
            dialog.deleteLater()
            return
        today = datetime.date.today()
        changes = Recent.of(session, tree, today)

        def request() -> Request:
            asked = Request(tree, export.how, session.changed_at(), today, export.layout, language=export.language)
            return replace(asked, list_content=seen, template=export.template, changes=changes)

        self._exporting.write(request, export.path, session, dialog, opens=export.opens)
