"""A program that gets no screen says so in a sentence, whatever Qt says of it."""

import os
import subprocess
import sys

import pytest

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_QPA_PLATFORMTHEME", "QT_LOGGING_RULES")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")


def started(*arguments: str, **screen: str) -> tuple[int, str]:
    """The exit status of the program on a screen, and what it prints on standard error."""
    environment = {name: value for name, value in os.environ.items() if name not in SCREENS} | screen
    command = [sys.executable, "-m", "riskdesk", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=60)
    assert done.stdout == ""
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("screen", "reason"),
    [
        ({"DISPLAY": ":9999"}, "could not connect to display :9999"),
        ({"QT_QPA_PLATFORM": "nowhere"}, 'Could not find the Qt platform plugin "nowhere" in ""'),
        (
            {"QT_QPA_PLATFORM": "nowhere", "QT_LOGGING_RULES": "*=false"},
            "This application failed to start because no Qt platform plugin could be initialized. Reinstalling the"
            " application may fix this problem",
        ),
    ],
)
def test_a_screen_that_does_not_answer_is_told_in_a_sentence(screen: dict[str, str], reason: str) -> None:
    english, french = (started(**screen, LC_ALL=locale, LANGUAGE="") for locale in ("en_GB.UTF-8", "fr_FR.UTF-8"))
    assert english == (
        1,
        f"riskdesk: The window cannot be opened ({reason}); “riskdesk export FILE OUT.pdf” and the other commands"
        " (riskdesk --help) need no screen.\n",
    )
    status, sentence = french
    assert (status, sentence.count("\n")) == (1, 1)
    assert f"La fenêtre ne peut pas être ouverte ({reason})\u202f; «\u00a0riskdesk export" in sentence


def test_what_qt_says_of_a_screen_controls_no_terminal() -> None:
    status, sentence = started(QT_QPA_PLATFORM="no\x1bwhere")
    assert (status, "\x1b" in sentence) == (1, False)
    assert 'plugin "no\\u001bwhere"' in sentence


def test_no_screen_at_all_is_told_in_a_sentence() -> None:
    status, sentence = started(LC_ALL="en_GB.UTF-8", LANGUAGE="")
    assert (status, sentence.count("\n")) == (1, 1)
    assert sentence.startswith("riskdesk: There is no screen to open the window on;")


def test_what_qt_says_of_a_screen_that_answers_is_still_printed() -> None:
    code = "from riskdesk.app import window\nwith window.connecting():\n    window.load_program().new_application()"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_DEBUG_PLUGINS": "1"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert "qoffscreen" in done.stderr


def test_what_qt_says_of_a_screen_that_answers_controls_no_terminal() -> None:
    code = "\n".join(
        (
            "from riskdesk.app import window",
            "from PySide6.QtCore import qWarning",
            "with window.connecting():",
            "    qWarning('a\\x1bb')",
        )
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "a\\u001bb\n"


SHOWN = """
import sys
from PySide6.QtCore import QTimer
from riskdesk.app import program, window

make = program.new_application

def make_watched():
    application = make()
    QTimer.singleShot(0, application, lambda: look(application))
    return application

def look(application):
    (box,) = (box for box in application.topLevelWidgets() if box.isVisible())
    print(box.text())
    box.accept()

program.new_application = make_watched
sys.stderr = None
sys.exit(window.open_window(["a.riskdesk", "b.riskdesk"]))
"""


def test_what_a_program_without_a_console_cannot_print_is_shown() -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "en_GB.UTF-8", "LANGUAGE": ""}
    done = subprocess.run([sys.executable, "-c", SHOWN], env=environment, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (2, "Only one file can be opened at a time.\n")


def test_without_a_console_and_a_screen_nobody_is_told() -> None:
    environment = {name: value for name, value in os.environ.items() if name not in SCREENS}
    done = subprocess.run([sys.executable, "-c", SHOWN], env=environment, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
