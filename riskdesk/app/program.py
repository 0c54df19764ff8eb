"""The program with a window: one application, one workbench, and a window made anew for another language."""

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from riskdesk import __version__
from riskdesk.app import stores
from riskdesk.app.logs import keep_log
from riskdesk.desk.session import Session
from riskdesk.domain.values import Language
from riskdesk.kit import translations
from riskdesk.kit.crash import CrashReporter
from riskdesk.kit.icons import icon
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import Scheme, Theme
from riskdesk.ui.versions import versions
from riskdesk.ui.window import LANGUAGE, SCHEME, MainWindow
from riskdesk.ui.workbench import Workbench

_LANGUAGES = [language.value for language in Language]


class Program(QObject):
    """Everything that lives as long as the window is open."""

    def __init__(self, application: QApplication, session: Session, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._theme = Theme(application, _scheme(settings))
        self._workbench = Workbench(session, self)
        self._workbench.open_register(next((register.id for register in session.registers()), None))
        self._window = self._new_window()

    def close(self) -> None:
        """Let go of the store."""
        self._workbench.session.close()

    def _new_window(self) -> MainWindow:
        language = self._settings.get(LANGUAGE) or translations.system_language(_LANGUAGES)
        translations.install(self._application, language)
        window = MainWindow(self._workbench, self._settings, stores.open_own)
        window.language_chosen.connect(self._speak)
        window.scheme_chosen.connect(self._dress)
        window.ready.connect(self._on_ready)
        window.show()
        return window

    def _on_ready(self) -> None:
        """Once the register is seen: load what the first action needs, then collect garbage again, but not all this."""
        self._workbench.session.prepare()
        gc.freeze()
        gc.enable()

    def _speak(self, language: str) -> None:
        self._settings.set(LANGUAGE, language)
        # The menu that was clicked belongs to the window that goes.
        QTimer.singleShot(0, self._renew_window)

    def _renew_window(self) -> None:
        old = self._window
        self._application.setQuitOnLastWindowClosed(False)
        old.close()
        self._window = self._new_window()
        self._application.setQuitOnLastWindowClosed(True)
        old.deleteLater()

    def _dress(self, scheme: str) -> None:
        self._settings.set(SCHEME, scheme)
        self._theme.choose(Scheme(scheme))


def run(session: Session, settings_file: Path, log_file: Path) -> int:
    """Show the window on a session until it is closed; returns the exit status."""
    application = new_application()
    keep_log(log_file)
    CrashReporter(application, versions)
    program = Program(application, session, Settings(settings_file))
    status = application.exec()
    program.close()
    return status


def show_refusal(text: str) -> None:
    """Say in a box why there is no window."""
    new_application()
    box = QMessageBox(QMessageBox.Icon.Critical, "Riskdesk", "")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.exec()


def new_application() -> QApplication:
    """The application, named and with its icon."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("riskdesk")
    application.setApplicationDisplayName("Riskdesk")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("riskdesk")
    application.setWindowIcon(icon("riskdesk"))
    return application


def _scheme(settings: Settings) -> Scheme:
    kept = settings.get(SCHEME)
    return Scheme(kept) if kept in {scheme.value for scheme in Scheme} else Scheme.SYSTEM
