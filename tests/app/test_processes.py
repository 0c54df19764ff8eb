"""The program as a process among others: one window a store, and what a killed one leaves."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from riskdesk.app.main import main
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
    store_path = tmp_path / "a.riskdesk"
    with closing(Session.create(store_path, "me")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
    return store_path


@pytest.fixture
def start(path: Path) -> Iterator[Started]:
    """Starts the program on the store; what still runs at the end is killed."""
    running: list[subprocess.Popen[bytes]] = []

    def started() -> "subprocess.Popen[bytes]":
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        running.append(subprocess.Popen([sys.executable, "-m", "riskdesk", path], env=environment))
        return running[-1]

    yield started
    for process in running:
        process.kill()
        process.wait()


def test_a_second_start_shows_the_first_and_ends_and_the_command_line_does_not_write(
    qtbot: QtBot, start: Started, path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = start()
    qtbot.waitUntil(lambda: show_other(path), timeout=PATIENCE_MS)
    second = start()
    assert second.wait(PATIENCE_MS / 1000) == 0
    (source := tmp_path / "register.json").write_text('{"title": "New", "categories": []}')
    assert main(["import", str(source), str(path)]) == 1
    message = capsys.readouterr().err
    assert message.count("\n") == 1
    assert "is open in another program" in message
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
