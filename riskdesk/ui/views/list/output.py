"""Copying, printing and exporting what the list shows."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from riskdesk.desk.listing.document import ListContent, render
from riskdesk.domain.listing import ROWS
from riskdesk.domain.printing import DocumentKind, Orientation, Print
from riskdesk.domain.progress import Checkpoint
from riskdesk.kit.qt import without_arguments
from riskdesk.kit.settings import Settings
from riskdesk.report import Rendered
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.asking import list_name
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.views.list.listed import Listed
from riskdesk.ui.views.list.words import filter_text, nothing_text, sorts_text


class Output(QObject):
    """The commands that copy, print or export what the list shows.

    What takes long is done off the main thread.
    """

    def __init__(self, workbench: Workbench, settings: Settings, listed: Listed, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._settings, self._listed, self._parent = workbench, settings, listed, parent

    def fill(self, menu: QMenu, copy: Callable[[], object], export: Callable[[], object]) -> None:
        """Add each command to a menu; `copy` copies what is listed, `export` asks for a file."""
        for text, work in (
            (self.tr("&Copy as a table"), copy),
            (self.tr("&Print this list…"), self.print),
            (self.tr("&Export this list…"), export),
        ):
            menu.addAction(text).triggered.connect(without_arguments(work))

    def print(self) -> None:
        """Ask for a printer, and print what is listed."""
        from riskdesk.ui.printing.printer import Printing

        seen, session = self.seen(), self._workbench.session
        if seen is None:
            return
        printer = Printing(self._window(), self._workbench.post)
        printer.ask_for(list_name(seen, ""), self._how(), self.rendering(seen), session)

    def rendering(self, seen: ListContent) -> Callable[[Print, Checkpoint], Rendered]:
        """Return a function that renders the present list on paper."""
        changed_at = self._workbench.session.changed_at()
        return lambda how, checkpoint: render(seen, how, changed_at, checkpoint)

    def seen(self) -> ListContent | None:
        tree, context, listing = self._workbench.tree(), self._listed.context, self._listed.listing
        if tree is None or context is None:
            return None
        notes = [filter_text(listing.rows, filter_, context) for filter_ in listing.filters]
        sorted_by = [sorts_text(listing)] if listing.sorts else []
        filtered_by = (
            [QCoreApplication.translate("List", "Filtered by {filters}").format(filters="; ".join(notes))]
            if notes
            else []
        )
        nothing = [] if self._listed.shown else [nothing_text(self._listed, on_paper=True)]
        return ListContent(
            tree.register,
            ROWS[listing.rows].text(ui_language()),
            (*filtered_by, *sorted_by, *nothing),
            tuple(self._listed.in_order),
            listing,
            context,
        )

    def _how(self) -> Print:
        """How the list is printed: on the paper that was chosen last, in landscape, as a list is wide."""
        paper = PrintChoice(self._settings).how().paper
        return Print(DocumentKind.WORKING, paper, Orientation.LANDSCAPE)

    def _window(self) -> QMainWindow:
        window = self._parent.window()
        assert isinstance(window, QMainWindow), "the list stands in the window"
        return window
