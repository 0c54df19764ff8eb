"""What is the user's own is nobody else's, whatever the system gives new files, and however it was before."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from riskdesk.app import places, stores
from riskdesk.app.main import main
from riskdesk.kit.instance import show_other
from tests.systems import needs_any_name, needs_modes

PATIENCE_MS = 20_000


# The log of a process of its own, as pytest keeps one in this.
LOG = """
import logging, sys
from pathlib import Path
from riskdesk.app.log_file import keep_log
keep_log(Path(sys.argv[1]))
logging.getLogger("test").warning("%s was wrong", Path(sys.argv[2]))
"""


def log(path: Path, name: str = "a.riskdesk") -> str:
    """Log that something was wrong; returns what is said on standard error."""
    done = subprocess.run([sys.executable, "-c", LOG, path, name], capture_output=True, text=True, check=True)
    return done.stderr


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def open_to_others(folder: Path) -> list[Path]:
    """Files that others may read by their own rights and folders that they may enter, at any depth."""
    return [place for place in folder.rglob("*") if (place.is_dir() or place.is_file()) and mode(place) & 0o077]


@needs_modes
def test_the_own_store_is_made_for_the_user_alone(own_home: Path) -> None:
    path = stores.own(pytest.fail)
    assert path.is_relative_to(own_home)
    assert [mode(path), mode(path.parent)] == [0o600, 0o700]


@needs_modes
def test_and_that_of_an_older_version_becomes_so(own_home: Path) -> None:
    path = stores.own(pytest.fail)
    path.chmod(0o644)
    path.parent.chmod(0o755)
    assert stores.own(pytest.fail) == path
    assert [mode(path), mode(path.parent)] == [0o600, 0o700]


@needs_modes
def test_a_store_that_the_user_has_put_elsewhere_stays_as_open_as_it_is(own_home: Path, tmp_path: Path) -> None:
    shared = tmp_path / "shared.riskdesk"
    assert main(["new", str(shared)]) == 0
    shared.chmod(0o664)
    places.own_store().parent.mkdir(parents=True)
    places.own_store().symlink_to(shared)
    assert stores.own(pytest.fail) == places.own_store()
    assert mode(shared) == 0o664


@needs_modes
def test_the_log_is_the_users_alone(tmp_path: Path) -> None:
    path = tmp_path / "state" / "log" / "riskdesk.log"
    assert log(path) == ""
    assert [mode(place) for place in (path.parent.parent, path.parent, path)] == [0o700, 0o700, 0o600]
    assert "a.riskdesk was wrong" in path.read_text()


@needs_modes
def test_and_so_is_what_an_older_version_wrote(tmp_path: Path) -> None:
    path = tmp_path / "riskdesk.log"
    path.write_text("x" * 1_000_001)
    path.chmod(0o644)
    log(path)
    assert {place.name: mode(place) for place in tmp_path.iterdir()} == {"riskdesk.log": 0o600, "riskdesk.log.1": 0o600}


def test_a_large_log_that_cannot_be_renamed_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "riskdesk.log"
    path.write_text("x" * 1_000_001)
    # As while another window has the log open on Windows.
    (tmp_path / "riskdesk.log.1" / "in the way").mkdir(parents=True)
    assert log(path) == ""
    assert "a.riskdesk was wrong" in path.read_text()


@pytest.mark.parametrize("name", ["a folder", "a pipe", "a file above"])
def test_what_cannot_be_logged_harms_nothing(tmp_path: Path, name: str) -> None:
    path = tmp_path / "log" / "riskdesk.log"
    if name == "a file above":
        path.parent.write_text("")
    elif name == "a folder":
        path.mkdir(parents=True)
    elif hasattr(os, "mkfifo"):
        path.parent.mkdir()
        os.mkfifo(path)
    assert "Traceback" not in log(path)


@needs_any_name
def test_a_name_that_is_no_text_is_logged(tmp_path: Path) -> None:
    assert log(tmp_path / "riskdesk.log", "caf\udce9") == ""
    assert r"caf\udce9 was wrong" in (tmp_path / "riskdesk.log").read_text()


@needs_modes
@pytest.mark.slow
def test_nothing_that_a_window_leaves_behind_can_be_read_by_others(qtbot: QtBot, own_home: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    program = subprocess.Popen([sys.executable, "-m", "riskdesk"], env=environment, umask=0)
    qtbot.waitUntil(lambda: places.own_store().exists() and show_other(places.own_store()), timeout=PATIENCE_MS)
    program.terminate()
    program.wait()
    left = [place for place in open_to_others(own_home) if not place.is_relative_to(places.backups())]
    assert [place.name for place in left if place.suffix != ".lock"] == []
