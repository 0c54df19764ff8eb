"""The window and what it needs: a screen, a store, language, colours, the crash report."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from riskdesk.app import places, speech, stores
from riskdesk.domain.problems import Problem

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def open_window(arguments: Sequence[str]) -> int:
    """Open the window on the store named, or on the user's own; returns the exit status."""
    if len(arguments) > 1:
        print(speech.translate("CommandLine", "riskdesk opens one FILE at a time."), file=sys.stderr)
        return 2
    if not _has_screen():
        print(
            speech.translate(
                "CommandLine",
                "riskdesk: there is no screen to open the window on; “riskdesk export FILE OUT.pdf” and the other"
                " commands (riskdesk --help) need none.",
            ),
            file=sys.stderr,
        )
        return 1
    try:
        session = stores.open_named(Path(arguments[0])) if arguments else stores.open_own()
    except Problem as problem:
        return _refuse(problem)
    # PySide6 is imported after SQLAlchemy (with the store): its import hook reads the source of each later module.
    from riskdesk.app import program

    return program.run(session, places.settings_file(), places.log_file())


def _has_screen() -> bool:
    return sys.platform != "linux" or any(os.environ.get(name) for name in _SCREENS)


def _refuse(problem: Problem) -> int:
    text = speech.sentence(problem)
    print(f"riskdesk: {text}", file=sys.stderr)
    from riskdesk.app import program

    program.show_refusal(text)
    return 1
