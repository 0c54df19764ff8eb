"""A user for whom the system knows no home folder: a sentence that says what to do, no traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.systems import not_on_windows

# The system asks its list of users where HOME is not set.
WITHOUT_HOME = """
import os, pwd, sys
from riskdesk.app.main import main

def nobody(number):
    raise KeyError(number)

pwd.getpwuid = nobody
sys.exit(main(sys.argv[1:]))
"""


@not_on_windows("Windows tells of a home folder by other names")
@pytest.mark.parametrize("command", [["assess", "FILE", "R-01", "1", "1"], ["backup", "FILE"], ["FILE"]], ids=len)
def test_without_a_home_folder_it_is_told_what_to_do(kazakhstan_store: Path, command: list[str]) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "HOME" and not name.startswith("XDG")}
    arguments = [str(kazakhstan_store) if word == "FILE" else word for word in command]
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_HOME, *arguments],
        env=environment | {"LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "set HOME to a folder of yours" in done.stderr
