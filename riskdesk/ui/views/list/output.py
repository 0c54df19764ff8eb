"""What is seen in the list on its way out: copied, printed, written to a PDF or CSV file."""

from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from riskdesk.desk import transfer
from riskdesk.desk.formats import Request
from riskdesk.desk.listing.document import Seen, printing
from riskdesk.domain.layouts import Layout
from riskdesk.domain.listing import ROWS
from riskdesk.domain.printing import Kind, Orientation, Print
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.settings import Settings
from riskdesk.kit.tasks import Task
from riskdesk.report import Rendered
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files.asking import ask_save, file_name
from riskdesk.ui.notices.saved import saved_as
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.views.list.listed import Listed
from riskdesk.ui.views.list.words import filter_told, nothing_told, sorts_told


class Output(QObject):
    """Fills a menu with the ways out; what takes long is done off the main thread."""

    def __init__(self, workbench: Workbench, settings: Settings, listed: Listed, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._settings, self._listed, self._parent = workbench, settings, listed, parent

    def fill(self, menu: QMenu, copy: Callable[[], object]) -> None:
        """Offer each way; `copy` copies what is listed."""
        for text, work in (
            (self.tr("&Copy as a table"), copy),
            (self.tr("&Print this list…"), self.print),
            (self.tr("Export this list as P&DF…"), lambda: self.ask_file(".pdf")),
            (self.tr("Export this list as C&SV…"), lambda: self.ask_file(".csv")),
        ):
            menu.addAction(text).triggered.connect(lambda _checked=False, work=work: work())

    def ask_file(self, ending: str) -> None:
        """Ask where to, and write what is listed."""
        seen = self._seen()
        if seen is None:
            return
        kinds = {".pdf": self.tr("PDF (*.pdf)"), ".csv": self.tr("CSV for spreadsheets (*.csv)")}
        title = self.tr("Export this list")
        name = file_name(f"{seen.register.title} – {seen.title}", ending)
        ask_save(
            self._parent.window(),
            title,
            self._settings,
            kinds[ending],
            lambda path: self.write(path, seen),
            suggested=name,
        )

    def write(self, path: Path, seen: Seen) -> None:
        """Write what was listed when it was asked for."""
        from riskdesk.ui.transfer.exporting import Export

        session, window = self._workbench.session, self._window()
        tree, today = RegisterTree(seen.register), seen.context.today
        request = Request(tree, self._how(), session.changed(), today, Layout.LIST, seen)
        steps = transfer.exporting(request, path, session.path)
        made = Export(Task(session.once_sound(steps)), path, None, window)
        made.written.connect(lambda _left_out: self._workbench.told.emit(saved_as(path, window)))
        made.start()

    def print(self) -> None:
        """Ask for a printer, and print what is listed."""
        from riskdesk.ui.printing.printer import Printing

        seen, session = self._seen(), self._workbench.session
        if seen is None:
            return
        printer = Printing(self._window(), self._workbench.told.emit)
        printer.ask_for(seen.title, self._how(), self.rendering(seen), session)

    def rendering(self, seen: Seen) -> Callable[[Print], Generator[tuple[int, int], None, Rendered]]:
        """What renders what was listed on paper."""
        made = self._workbench.session.changed()
        return lambda how: printing(seen, how, made)

    def _seen(self) -> Seen | None:
        tree, context, listing = self._workbench.tree(), self._listed.context, self._listed.listing
        if tree is None or context is None:
            return None
        notes = [filter_told(listing.rows, told, context) for told in listing.filters]
        sorted_by = [sorts_told(listing)] if listing.sorts else []
        told = (
            [QCoreApplication.translate("List", "Filtered by {filters}").format(filters="; ".join(notes))]
            if notes
            else []
        )
        nothing = [] if self._listed.shown else [nothing_told(self._listed)]
        register = replace(tree.register, language=context.language)
        return Seen(
            register,
            ROWS[listing.rows].text(ui_language()),
            (*told, *sorted_by, *nothing),
            tuple(self._listed.in_order),
            listing,
            context,
        )

    def _how(self) -> Print:
        """On the paper that was chosen last, which is turned, as a list is wide."""
        paper = PrintChoice(self._settings).how().paper
        return Print(Kind.WORKING, paper, Orientation.LANDSCAPE)

    def _window(self) -> QMainWindow:
        window = self._parent.window()
        assert isinstance(window, QMainWindow), "the list stands in the window"
        return window
