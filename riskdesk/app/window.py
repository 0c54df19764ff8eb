"""Opens the window, after checking for a screen and finding the user's files."""

import builtins
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from riskdesk.app import places, speech, stores
from riskdesk.domain.problems import Problem
from riskdesk.files import keep_private

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def open_window(arguments: Sequence[str]) -> int:
    """Open the window on the store named, or on the user's own; return the exit status."""
    if len(arguments) > 1:
        speech.complain(speech.translate("CommandLine", "Only one file can be opened at a time."))
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
        speech.complain(speech.sentence(problem))
        return 1
    program = load_program()
    from riskdesk.ui.bench.home import Home

    keep_private(own_folder)
    own, words = places.own_store(), places.own_words()
    home = Home(places.who(), places.backups(), places.drafts(), stores.own, own, log, words)
    path = Path(arguments[0]) if arguments else None
    return int(program.run(path, home, settings))


def load_program() -> ModuleType:
    """Import and return the module `program`, with Qt and all that is needed until the window is first painted."""
    import PySide6.QtCore  # noqa: F401 - it changes how modules are imported

    # PySide6 would read the source of each module that is imported after it, for features that Riskdesk does not use.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    from riskdesk.app import program

    return program


def _has_screen() -> bool:
    return sys.platform != "linux" or any(os.environ.get(name) for name in _SCREENS)
