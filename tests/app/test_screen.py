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


def test_no_screen_at_all_is_told_in_a_sentence() -> None:
    status, sentence = started(LC_ALL="en_GB.UTF-8", LANGUAGE="")
    assert (status, sentence.count("\n")) == (1, 1)
    assert sentence.startswith("riskdesk: There is no screen to open the window on;")


def test_what_qt_says_of_a_screen_that_answers_is_still_printed() -> None:
    code = "from riskdesk.app import window\nwith window.connecting():\n    window.load_program().new_application()"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_DEBUG_PLUGINS": "1"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert "qoffscreen" in done.stderr
