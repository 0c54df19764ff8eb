"""The program as a process among others: one window a store, and what a killed one leaves."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.values import Language
from riskdesk.kit.instance import show_other
from riskdesk.kit.lock import FileLock

pytestmark = pytest.mark.slow

Started = Callable[[], "subprocess.Popen[bytes]"]
PATIENCE_MS = 20_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.riskdesk"
    with closing(Session.create(made, "me")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
    return made


@pytest.fixture
def start(path: Path) -> Iterator[Started]:
    """Starts the program on the store; what still runs at the end is killed."""
    running: list[subprocess.Popen[bytes]] = []

    def started() -> "subprocess.Popen[bytes]":
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        running.append(subprocess.Popen([sys.executable, "-m", "riskdesk.app", path], env=environment))
        return running[-1]

    yield started
    for process in running:
        process.kill()
        process.wait()


def test_a_second_start_shows_the_first_and_ends(qtbot: QtBot, start: Started, path: Path) -> None:
    first = start()
    qtbot.waitUntil(lambda: show_other(path), timeout=PATIENCE_MS)
    second = start()
    assert second.wait(PATIENCE_MS / 1000) == 0
    assert first.poll() is None


def test_a_killed_one_keeps_nobody_out(qtbot: QtBot, start: Started, path: Path) -> None:
    first = start()
    qtbot.waitUntil(lambda: show_other(path), timeout=PATIENCE_MS)
    first.kill()
    first.wait()
    start()
    qtbot.waitUntil(lambda: show_other(path), timeout=PATIENCE_MS)
    holder = FileLock(path).take()
    assert holder is not None
    assert holder.here


def test_the_command_line_does_not_write_where_a_window_is_open(
    qtbot: QtBot, start: Started, path: Path, tmp_path: Path
) -> None:
    start()
    qtbot.waitUntil(lambda: show_other(path), timeout=PATIENCE_MS)
    (source := tmp_path / "register.json").write_text('{"title": "New", "categories": []}')
    done = subprocess.run(
        [sys.executable, "-m", "riskdesk.app", "import", source, path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "is open in another program" in done.stderr
