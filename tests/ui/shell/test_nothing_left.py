"""However often registers and files are opened, nothing of those before is left behind."""

import gc
import threading
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.values import Language
from riskdesk.kit.tasks import Task
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.window import MainWindow
from tests.ui.conftest import Opened

TIMES = pytest.mark.parametrize("times", [10, pytest.param(200, marks=pytest.mark.soak)])
_OPEN_FILES = Path("/proc/self/fd")


def inventory(window: MainWindow, qtbot: QtBot) -> dict[str, object]:
    """What there is: the objects in the window by their kind, those without a parent, threads, and open files."""
    qtbot.waitUntil(lambda: not Task._running)
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return {
        "objects": Counter(type(child).__name__ for child in window.findChildren(QObject)),
        "windows": len(QApplication.topLevelWidgets()),
        "threads": threading.active_count(),
        "files": len(list(_OPEN_FILES.iterdir())) if _OPEN_FILES.exists() else 0,
    }


@pytest.fixture
def two(workbench: Workbench) -> list[str]:
    """Two registers of the open file."""
    workbench.run(registers.add(template(EXAMPLE, Language.FRENCH)))
    return [register.id for register in workbench.registers()]


@TIMES
def test_registers_are_switched(
    open_window: Opened, workbench: Workbench, two: list[str], qtbot: QtBot, times: int
) -> None:
    window = open_window()

    def switch(times: int) -> None:
        for number in range(times):
            workbench.open_register(two[number % 2])
            workbench.select([next(workbench.tree().risks).id])
            QApplication.processEvents()

    switch(4)
    before = inventory(window, qtbot)
    switch(times)
    assert inventory(window, qtbot) == before


@TIMES
def test_files_are_opened(open_window: Opened, workbench: Workbench, tmp_path: Path, qtbot: QtBot, times: int) -> None:
    window = open_window()
    paths = [tmp_path / f"{number}.riskdesk" for number in range(2)]
    for path in paths:
        with closing(Session.create(path, "A. Tester")) as session:
            session.run(registers.add(template(EXAMPLE, Language.ENGLISH)))

    def open_files(times: int) -> None:
        for number in range(times):
            workbench.change_session(Session.open(paths[number % 2], "A. Tester"))
            workbench.select([next(workbench.tree().risks).id])
            QApplication.processEvents()

    open_files(4)
    before = inventory(window, qtbot)
    open_files(times)
    assert inventory(window, qtbot) == before
