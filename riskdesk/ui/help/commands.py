"""The commands of the Help menu that show text and the locations of files."""

from dataclasses import replace

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from riskdesk.desk.backups import Backups
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.actions import take_help_key
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.about import AboutDialog
from riskdesk.ui.help.manual import chapter, manual, spoken
from riskdesk.ui.help.places import PlacesDialog
from riskdesk.ui.help.window import KEYS, NEWS, HelpPlace, HelpWindow


class HelpCommands(QObject):
    """The commands that show help in one window, which closes together with the window of these commands."""

    def __init__(self, window: QMainWindow, workbench: Workbench, settings: Settings, home: Home) -> None:
        super().__init__(window)
        self._window, self._workbench = window, workbench
        self._settings, self._home = settings, home
        self._help: HelpWindow | None = None

    @property
    def place(self) -> HelpPlace | None:
        """The page shown and the geometry of the help window; None if it is not visible."""
        return self._help.place if self._help is not None and self._help.isVisible() else None

    def show_again(self, place: HelpPlace) -> None:
        """Show the page that another main window has shown, in the language of this one, without taking the focus."""
        self._help_window().show_again(replace(place, page=spoken(place.page, ui_language())))

    def close(self) -> None:
        """Close the help window, as the main window closes."""
        if self._help is not None:
            self._help.close()
            self._help.deleteLater()
            self._help = None

    def show_manual(self) -> None:
        """Show the manual at the chapter for the widget that has the focus."""
        language = ui_language()
        url = QUrl.fromLocalFile(str(manual(language)))
        title = _chapter_of(QApplication.focusWidget())
        if title:
            url.setFragment(chapter(title, language).anchor)
        self._show(url)

    def show_keys(self) -> None:
        """Show the keyboard shortcuts."""
        self._show(KEYS)

    def show_news(self) -> None:
        """Show what is new."""
        self._show(NEWS)

    def show_places(self) -> None:
        """Show where the user's files are."""
        session = self._workbench.session
        backups = Backups.of(self._home.backups, session.path, session.id).folder
        PlacesDialog(session.path, backups, self._home, self._settings.path, self._window).open()

    def show_about(self) -> None:
        """Show the versions of the program, and the licences of its parts."""
        AboutDialog(self._window).open()

    def _show(self, url: QUrl) -> None:
        self._help_window().show_page(url)

    def _help_window(self) -> HelpWindow:
        if self._help is None:
            self._help = HelpWindow()
            take_help_key(self._help, self._window)
            # Also if the main window is destroyed without being closed.
            self.destroyed.connect(self._help.close)
            self.destroyed.connect(self._help.deleteLater)
        return self._help


def _chapter_of(widget: QWidget | None) -> str:
    """The "chapter" property of a widget or its nearest ancestor: the title of a chapter in the English manual."""
    while widget is not None and not widget.property("chapter"):
        widget = widget.parentWidget()
    return "" if widget is None else str(widget.property("chapter"))
