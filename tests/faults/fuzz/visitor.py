"""A visitor of the whole program without a screen: opens files, types, pastes, answers and closes, all by chance."""

import logging
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox, QPushButton
from shiboken6 import delete

from riskdesk.app import places, stores
from riskdesk.app.log_file import keep_log
from riskdesk.app.program import Program, new_application
from riskdesk.desk.clip import MIME
from riskdesk.kit.crash import CrashReporter
from riskdesk.kit.settings import Settings
from riskdesk.kit.tasks import Task
from riskdesk.ui.bench.actions import ACTIONS
from riskdesk.ui.bench.home import Home
from riskdesk.ui.dialogs.versions import versions
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.shell.window import MainWindow
from tests.faults.fuzz import clips, nonsense

# Those would start another program or end this one.
_COMMANDS = sorted(ACTIONS.keys() - {"quit", "print", "open_pdf"})
_KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_F2),
    *(Qt.Key.Key_Delete, Qt.Key.Key_4, Qt.Key.Key_PageDown, Qt.Key.Key_End),
)
# In seconds, more than anything takes that is waited for.
_PATIENCE = 20.0
_DEEDS, _ANSWERS = 12, 30


def visit(path: Path, seed: str, pastes: int, others: Sequence[Path], folder: Path) -> int:
    """Open a file and work with it; of the deeds, so many are pastes. New files go into `folder`."""
    application = new_application()
    keep_log(places.log_file())
    CrashReporter(application, versions)
    _tell_crashes()
    viewer = _Viewer()
    QDesktopServices.setUrlHandler("file", viewer, "show")
    home = Home(
        places.who(),
        places.backups(),
        places.drafts(),
        stores.own,
        places.own_store(),
        places.log_file(),
        places.own_words(),
    )
    program = Program(application, home, Settings(places.settings_file()))
    program.start(path)
    visitor = _Visitor(application, Random(seed), others, folder)
    for number in range(_DEEDS):
        visitor.act(paste=number < pastes)
    visitor.leave()
    # Where no last backup was made, the user is told.
    with _boxes_answered():
        program.close()
    delete(program)
    return 0


class _Viewer(QObject):
    """Stands for the system's viewer of PDFs."""

    @Slot(QUrl)
    def show(self, _file: QUrl) -> None:
        pass


class _Visitor:
    def __init__(self, application: QApplication, chance: Random, others: Sequence[Path], folder: Path) -> None:
        self._application, self._chance = application, chance
        self._others, self._folder = others, folder
        self._settle()

    def act(self, *, paste: bool) -> None:
        """Answer what is asked; where nothing is, do something."""
        window, dialog = self._window(), self._dialog()
        if dialog is not None:
            self._answer(dialog)
        elif window is not None and paste:
            self._paste(window)
        elif window is not None:
            self._chance.choice([self._select, self._type, self._press, self._command, self._open])(window)
        self._settle()

    def leave(self) -> None:
        """Close the window, whatever is asked on the way."""
        for _ in range(_ANSWERS):
            window, dialog = self._window(), self._dialog()
            if dialog is not None:
                self._answer(dialog)
            elif window is not None:
                window.close()
            self._settle()
        if self._window() is not None:
            sys.stderr.write("Warning: the window does not close\n")

    def _window(self) -> MainWindow | None:
        windows = (
            widget
            for widget in self._application.topLevelWidgets()
            if isinstance(widget, MainWindow) and widget.isVisible()
        )
        return next(windows, None)

    def _dialog(self) -> QDialog | None:
        """The dialog that waits for an answer, of several the one before all others."""
        before = QApplication.activeModalWidget()
        if isinstance(before, QDialog):
            return before
        dialogs = (
            widget
            for widget in self._application.topLevelWidgets()
            if isinstance(widget, QDialog) and widget.isVisible()
        )
        return next(dialogs, None)

    def _settle(self) -> None:
        """Wait until nothing is left to be done, and the window is whole."""
        end = time.monotonic() + _PATIENCE
        for _ in range(5):
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self._application.processEvents()
            while self._is_busy() and time.monotonic() < end:
                self._application.processEvents()
                time.sleep(0.001)
        if self._is_busy():
            sys.stderr.write("Warning: the window is not ready\n")

    def _is_busy(self) -> bool:
        window = self._window()
        return bool(Task._running) or (window is not None and window.findChild(Inspector) is None)

    def _answer(self, dialog: QDialog) -> None:
        if isinstance(dialog, QFileDialog):
            self._choose_file(dialog)
            return
        for field in dialog.findChildren(QLineEdit)[:1]:
            if field.isEnabled() and self._chance.random() < 0.3:
                field.setText(str(self._folder / "typed.pdf"))
        buttons = [button for button in dialog.findChildren(QPushButton) if button.isEnabled() and button.isVisible()]
        if buttons and self._chance.random() < 0.8:
            self._chance.choice(buttons).click()
        else:
            dialog.reject()

    def _choose_file(self, dialog: QFileDialog) -> None:
        saves = dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
        names = [self._folder / name for name in ("one", "two")] if saves else self._others
        dialog.setDirectory(str(self._folder))
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(self._chance.choice(names)))
        # Where there is no such file, the dialog says so.
        with _boxes_answered():
            dialog.accept()
        if dialog.isVisible():
            dialog.reject()

    def _select(self, window: MainWindow) -> None:
        tree = window._workbench.tree()
        items = list(tree.items) if tree is not None else []
        if items:
            window._workbench.select([self._chance.choice(items).id])
            window._sheet.setFocus()

    def _type(self, window: MainWindow) -> None:
        """Type on the keyboard, or what no key has by an input method."""
        focused = QApplication.focusWidget() or window
        if self._chance.random() < 0.5:
            QTest.keyClicks(focused, self._chance.choice(["a word", "2026-11-28", "5"]))
        else:
            event = QInputMethodEvent()
            event.setCommitString(_text(nonsense.text(self._chance))[:100])
            QApplication.sendEvent(focused, event)

    def _press(self, window: MainWindow) -> None:
        for _ in range(3):
            QTest.keyClick(QApplication.focusWidget() or window, self._chance.choice(_KEYS))
            self._settle()

    def _command(self, window: MainWindow) -> None:
        window._commands.run(self._chance.choice(_COMMANDS))

    def _open(self, window: MainWindow) -> None:
        window._rooms.open_path(self._chance.choice(self._others))

    def _paste(self, window: MainWindow) -> None:
        copied, data = clips.copied(self._chance), QMimeData()
        if copied.own_format is not None:
            data.setData(MIME, copied.own_format)
        data.setText(_text(copied.text))
        if copied.html:
            data.setHtml(copied.html)
        QApplication.clipboard().setMimeData(data)
        window._sheet.setFocus()
        window._commands.run("paste")


@contextmanager
def _boxes_answered() -> Iterator[None]:
    """Close each box that holds the program up until it is answered."""
    closer = QTimer(interval=20)
    closer.timeout.connect(_close_box)
    closer.start()
    yield
    closer.stop()


def _close_box() -> None:
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        box.reject()


def _text(text: str) -> str:
    """What Qt takes for text."""
    return text.encode("utf-8", "replace").decode()


def _tell_crashes() -> None:
    """Say on standard error, too, what the crash reporter is told."""
    report = sys.excepthook

    def report_aloud(kind: type[BaseException], error: BaseException, trace: object) -> None:
        traceback.print_exception(error)
        report(kind, error, trace)  # type: ignore[arg-type]

    sys.excepthook = report_aloud
    errors = logging.StreamHandler()
    errors.setLevel(logging.ERROR)
    logging.getLogger().addHandler(errors)
