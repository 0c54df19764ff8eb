"""The program with a window: one application, one workbench, and a window that is replaced to change its language."""

import gc
import logging
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from riskdesk import __version__
from riskdesk.app.log_file import keep_log
from riskdesk.desk import health
from riskdesk.domain.problems import Problem
from riskdesk.domain.values import Language
from riskdesk.kit import translations
from riskdesk.kit.alerts import alert
from riskdesk.kit.announce import CurrentItem
from riskdesk.kit.collecting import Collecting
from riskdesk.kit.crash import CrashReporter
from riskdesk.kit.icons import icon
from riskdesk.kit.plain import breakable
from riskdesk.kit.qt import without
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import Scheme, Theme
from riskdesk.part_files import clear_folders
from riskdesk.system import plain_path
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.names import is_named_as_store
from riskdesk.ui.bench.returning import Returning
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files.opening import OpenedStore, Opening
from riskdesk.ui.shell.choices import LANGUAGE, SCHEME
from riskdesk.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from riskdesk.desk.session import Session
    from riskdesk.kit.instance import Instance
    from riskdesk.kit.termination import Termination

_log = logging.getLogger(__name__)
_LANGUAGES = [language.value for language in Language]
# The longest time between letters that choose a row together: each may open a register first, and Qt's 400 ms are short
# for users who do not type much.
_FIRST_LETTERS_MS = 1200


class Program(QObject):
    """The program with its window: the application, the workbench, and all other objects that live as long."""

    def __init__(self, application: QApplication, home: Home, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        self._home = home
        self._settings = settings
        self._theme = Theme(application, settings.member(SCHEME, Scheme.SYSTEM))
        CurrentItem(application, self)
        self._speak_language()
        self._workbench: Workbench | None = None
        self._window: MainWindow | None = None
        self._instance: Instance | None = None
        self._collecting: Collecting | None = None
        self._termination: Termination | None = None
        self._is_ended = False
        self._document: Path | None = None
        self._opening = Opening(home, settings)
        self._opening.opened.connect(self._on_opened)
        self._opening.shown_elsewhere.connect(self._on_shown_elsewhere)
        self._opening.given_up.connect(partial(self._exit, 1))

    def start(self, path: Path | None) -> None:
        """Open the store at `path`, or the user's own if that is None, and then show the window.

        A document to import is taken into the user's own store.
        """
        # Absolute, as files beside it are proposed in Qt's dialogs, each of which has a current folder of its own.
        file = None if path is None else plain_path(path)
        self._document = file if file is not None and _is_document(file) else None
        if file is None or self._document is not None:
            self._opening.open_own()
        else:
            self._opening.open(file)

    def tell(self, problem: Problem) -> None:
        """Show a problem like any other, but only once if the same one occurs again and again."""
        text = sentence(problem)
        # Imported late: PySide makes a class when it is named.
        from PySide6.QtWidgets import QMessageBox

        boxes = (box for box in self._application.topLevelWidgets() if isinstance(box, QMessageBox))
        if any(box.isVisible() and box.text() == breakable(text) for box in boxes):
            return
        if self._workbench is None or self._window is None:
            alert(None, text)
        else:
            self._workbench.report(problem)

    def end(self) -> None:
        """Store what is typed, or keep it as drafts, and close the window; there is no question or message any more."""
        self._is_ended = True
        if self._window is not None and self._workbench is not None:
            self._workbench.typing.commit()
            self._window.give_way()

    def close(self) -> None:
        """Close the store, and tell the user if no last backup of it was made.

        Not if the system ends the program, nor if the user knows that the file is gone.
        """
        workbench, self._workbench = self._workbench, None
        if workbench is None:
            return
        if self._instance is not None:
            # A program that opens the file after this one will listen in its place.
            self._instance.close()
        session = workbench.session
        session.close()
        if session.backup_problem is not None and (self._is_ended or workbench.replaced is not None):
            _log.warning("%s", session.backup_problem)
        elif session.backup_problem is not None:
            alert(None, sentence(session.backup_problem)).exec()

    def _on_opened(self, opened: OpenedStore) -> None:
        self._workbench = Workbench(
            opened.session, self, why_read_only=opened.why_read_only, is_held_elsewhere=opened.is_held_elsewhere
        )
        self._workbench.open_register(opened.register)
        self._window = self._new_window(self._workbench)

    def _on_shown_elsewhere(self) -> None:
        """Exit, as another program has the store, once the user knows how a document gets into that."""
        if self._document is None:
            self._exit(0)
            return
        text = self.tr(
            "Riskdesk is open already. To import {file}, drop it on the window, or choose it with “Import register…” in"
            " the File menu."
        )
        alert(None, text.format(file=self._document.name)).finished.connect(partial(self._exit, 0))

    def _exit(self, status: int) -> None:
        """Exit without a window, once the event loop runs."""
        if self._window is None:
            QTimer.singleShot(0, self, partial(self._application.exit, status))

    def _speak_language(self) -> None:
        # Another program may save another choice meanwhile.
        self._spoken = setting = self._settings.get(LANGUAGE)
        language = setting if setting in _LANGUAGES else translations.system_language(_LANGUAGES)
        translations.install(self._application, language)

    def _new_window(self, workbench: Workbench) -> MainWindow:
        window = MainWindow(workbench, self._settings, self._home)
        window.language_chosen.connect(self._speak)
        window.scheme_chosen.connect(self._apply_scheme)
        window.ready.connect(self._on_ready)
        Returning(window, workbench, self._settings)
        window.show()
        return window

    def _on_ready(self) -> None:
        """Now that the window is complete, prepare the first action in another thread, and collect garbage again."""
        assert self._workbench is not None, "there is a window"
        Thread(target=_prepare, args=(self._workbench.session,), name="prepare").start()
        self._listen()
        self._heed_endings()
        clear_folders()
        self._collecting = self._collecting or Collecting(self)
        if self._document is not None and self._window is not None:
            document, self._document = self._document, None
            self._window.take_files([document])

    def _heed_endings(self) -> None:
        """End without a loss when the system asks for it."""
        from riskdesk.kit.termination import Termination

        if self._termination is None:
            self._termination = Termination(self)
            for work in (self.end, partial(self._application.exit, 0)):
                self._termination.asked.connect(work)
            # Windows kills the program when these return.
            for work in (self.end, self.close, Settings.settle):
                self._termination.session_ended.connect(work)

    def _listen(self) -> None:
        """Come to the front when another program opens the same store."""
        from riskdesk.kit.instance import Instance

        assert self._workbench is not None, "there is a window"
        if self._instance is None:
            self._instance = Instance(self)
            self._instance.window_wanted.connect(self._come_to_front)
            self._workbench.file_opened.connect(self._listen)
        if not self._workbench.read_only:
            self._instance.listen(self._workbench.session.path)

    def _come_to_front(self) -> None:
        if self._window is not None:
            self._window.setWindowState(without(self._window.windowState(), Qt.WindowState.WindowMinimized))
            self._window.raise_()
            self._window.activateWindow()

    def _speak(self, language: str) -> None:
        # The menu that was clicked belongs to the window that is replaced.
        QTimer.singleShot(0, self, partial(self._renew_window, language))

    def _renew_window(self, language: str) -> None:
        """Replace the window by one in another language.

        Not if a line cannot be stored, or a past state is being written.
        """
        old, workbench = self._window, self._workbench
        assert old is not None, "the menu was in a window"
        assert workbench is not None, "a window has one"
        # Imported late, as most sessions keep their language.
        from riskdesk.ui.bench.waiting_task import show_writing, waiting_tasks

        # A window with a past state closes together with the old one.
        others = [window for window in self._application.topLevelWidgets() if window is not old]
        is_other = language != self._spoken
        if is_other and (show_writing(others) or not workbench.typing.let_go()):
            return
        self._settings.set(LANGUAGE, language)
        if not is_other:
            return
        self._application.setQuitOnLastWindowClosed(False)
        tasks, handover = waiting_tasks(old), old.give_way()
        self._speak_language()
        self._window = self._new_window(workbench)
        for task in tasks:
            task.move_to(self._window)
        self._window.take_over(handover)
        self._application.setQuitOnLastWindowClosed(True)
        old.deleteLater()

    def _apply_scheme(self, scheme: str) -> None:
        self._settings.set(SCHEME, scheme)
        self._theme.choose(Scheme(scheme))


def _is_document(path: Path) -> bool:
    """Whether a file is to be imported; any other is opened, whatever its name."""
    if is_named_as_store(path):
        return False
    # Imported late, as the first picture of a store does without.
    from riskdesk.ui.shell.arriving import is_document

    return is_document(path)


def _prepare(session: "Session") -> None:
    """Load what the first action or import needs; what exists then is no garbage, and not visited by collections."""
    session.prepare()
    # It takes longer than the window may be held.
    import riskdesk.desk.import_files  # noqa: F401

    gc.freeze()


def run(application: QApplication, path: Path | None, home: Home, settings_file: Path) -> int:
    """Show the window on a store until it is closed; return the exit status."""
    keep_log(home.log)
    reporter = CrashReporter(application, _versions)
    distrusted = health.distrusted_sqlite()
    if distrusted is not None:
        _log.warning("%s", distrusted)
    program = Program(application, home, Settings(settings_file))
    reporter.refused.connect(program.tell)
    program.start(path)
    status = application.exec()
    program.close()
    return status


def new_application() -> QApplication:
    """The application, with its name, icon and times."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("riskdesk")
    application.setApplicationDisplayName("Riskdesk")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("riskdesk")
    application.setWindowIcon(icon("riskdesk"))
    application.setKeyboardInputInterval(_FIRST_LETTERS_MS)
    return application


def _versions() -> Mapping[str, str]:
    # Imported only when something goes wrong.
    from riskdesk.ui.dialogs.versions import versions

    return versions()
