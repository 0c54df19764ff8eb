"""Opens the window, after checking for a screen and finding the user's files."""

import builtins
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from riskdesk.app import places, speech, stores
from riskdesk.domain.problems import Problem
from riskdesk.files import keep_private

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
# The categories of Qt's messages that say why it gets no screen begin like this.
_SCREEN_CATEGORY = "qt.qpa"


def open_window(arguments: Sequence[str]) -> int:
    """Open the window on the store named, or on the user's own; return the exit status."""
    if len(arguments) > 1:
        _refuse(speech.translate("CommandLine", "Only one file can be opened at a time."))
        return 2
    if not _has_screen():
        speech.complain(
            speech.translate(
                "CommandLine",
                "There is no screen to open the window on; “riskdesk export FILE OUT.pdf” and the other commands"
                " (riskdesk --help) need none.",
            )
        )
        return 1
    try:
        own_folder, settings, log = places.own_folder(), places.settings_file(), places.log_file()
    except Problem as problem:
        _refuse(speech.sentence(problem))
        return 1
    program = load_program()
    from riskdesk.ui.bench.home import Home

    keep_private(own_folder)
    own, words = places.own_store(), places.own_words()
    home = Home(places.who(), places.backups(), places.drafts(), stores.own, own, log, words)
    path = Path(arguments[0]) if arguments else None
    with connecting():
        application = program.new_application()
    return int(program.run(application, path, home, settings))


def _refuse(text: str) -> None:
    """Print why no window opens; without a console, as when files are dropped on the icon in Windows, show it."""
    speech.complain(text)
    if sys.stderr is None and _has_screen():
        program = load_program()
        from riskdesk.kit.alerts import alert
        from riskdesk.kit.theme import Theme

        with connecting():
            application = program.new_application()
        Theme(application)
        alert(None, text).exec()


def load_program() -> ModuleType:
    """Import and return the module `program`, with Qt and all that is needed until the window is first painted."""
    import PySide6.QtCore  # noqa: F401 - it changes how modules are imported

    # PySide6 would read the source of each module that is imported after it, for features that Riskdesk does not use.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    from riskdesk.app import program

    return program


@contextmanager
def connecting() -> Iterator[None]:
    """While Qt connects to the screen on Linux: if it gets none, say so in a sentence and exit, where Qt would abort.

    Everything else that Qt says meanwhile is printed afterwards.
    """
    if sys.platform != "linux":
        yield
        return
    from PySide6.QtCore import qInstallMessageHandler

    listener = _Listener()
    before = qInstallMessageHandler(listener.hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        listener.repeat()


class _Listener:
    """Keeps what Qt says; exits if Qt is about to abort."""

    def __init__(self) -> None:
        self._messages: list[str] = []
        self._reasons: list[str] = []

    def hear(self, level: "QtMsgType", context: "QMessageLogContext", message: str) -> None:
        """Handle a message of Qt."""
        from PySide6.QtCore import QtMsgType, qFormatLogMessage

        if level is QtMsgType.QtFatalMsg:
            self._exit(message)
        self._messages.append(qFormatLogMessage(level, context, message))
        if level is QtMsgType.QtWarningMsg and str(context.category).startswith(_SCREEN_CATEGORY):
            self._reasons.append(message)

    def repeat(self) -> None:
        """Print what was kept."""
        if sys.stderr is None or not self._messages:
            return
        # Imported late, as Qt usually says nothing.
        from riskdesk.app.terminal import spelt_out

        sys.stderr.writelines(f"{spelt_out(message)}\n" for message in self._messages)

    def _exit(self, message: str) -> None:
        text = speech.translate(
            "CommandLine",
            "The window cannot be opened ({reason}); “riskdesk export FILE OUT.pdf” and the other commands"
            " (riskdesk --help) need no screen.",
        )
        reason, *_ = (*self._reasons, message)
        first_line, *_ = reason.strip().splitlines()
        speech.complain(text.format(reason=first_line.rstrip(".")))
        # Qt aborts when this function returns, and an exception does not leave it.
        os._exit(1)


def _has_screen() -> bool:
    """Whether the environment names a screen, which only Linux may lack."""
    return sys.platform != "linux" or any(os.environ.get(name) for name in _SCREENS)
