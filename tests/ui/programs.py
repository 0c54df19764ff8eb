"""The program as a whole, with the window that it shows now."""

from pytestqt.qtbot import QtBot

from riskdesk.app.program import Program
from riskdesk.ui.shell.window import MainWindow


def window_of(program: Program) -> MainWindow:
    assert program._window is not None
    return program._window


def ready(program: Program, qtbot: QtBot) -> None:
    """Wait until the window is complete."""
    qtbot.waitUntil(lambda: window_of(program)._drafting is not None)


def speak(program: Program, language: str, qtbot: QtBot) -> MainWindow:
    """The window that comes for another language."""
    before = window_of(program)
    program._speak(language)
    qtbot.waitUntil(lambda: window_of(program) is not before)
    ready(program, qtbot)
    return window_of(program)
