"""A file that can only be read, as another program has it open, can be written once that has closed it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.values import Language
from riskdesk.kit.lock import FileLock
from riskdesk.ui.bench.held import HeldFile
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.notices.banner import Banner
from riskdesk.ui.shell.window import MainWindow
from tests.ui.bench.opened import open_main_window
from tests.ui.files.looking import by_coming_back, by_time, come_back

NOTICE = "Read-only: this file is open on SXB-LT-0421."


@pytest.fixture
def lock(session: Session) -> Path:
    place = FileLock(session.path).place
    place.write_bytes(b"123\nriskdesk\nSXB-LT-0421\n\n\n")
    return place


@pytest.fixture
def held_workbench(session: Session, lock: Path) -> Iterator[Workbench]:
    """A workbench on a file that another computer has open, which shows the second of two registers."""
    assert lock.exists()
    session.run(registers.add(template("coe", Language.ENGLISH)))
    workbench = Workbench(
        Session.open(session.path, "me", read_only=True), why_read_only=NOTICE, is_held_elsewhere=True
    )
    with closing(workbench.session):
        workbench.open_register(workbench.registers()[0].id)
        yield workbench
        workbench.session.close()


@pytest.fixture
def window(held_workbench: Workbench, home: Home, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return open_main_window(qtbot, held_workbench, home, tmp_path)


def button(window: MainWindow) -> QPushButton:
    (only_button,) = window.findChild(Banner).findChildren(QPushButton)
    return only_button


def test_the_window_does_not_wait_for_a_folder_that_does_not_answer(
    window: MainWindow, held_workbench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered, held_file = threading.Event(), window.findChild(HeldFile)
    monkeypatch.setattr(FileLock, "is_free", lambda _: answered.wait(10))
    for _ in range(2):
        held_file.check_lock()
    assert not held_workbench.freed
    answered.set()
    qtbot.waitUntil(lambda: held_workbench.freed)


@pytest.mark.parametrize("notice", [by_time, by_coming_back])
def test_the_window_tells_that_a_file_is_free_and_that_it_no_longer_is(
    window: MainWindow,
    held_workbench: Workbench,
    lock: Path,
    qapp: QApplication,
    qtbot: QtBot,
    notice: Callable[[MainWindow, QApplication], None],
) -> None:
    banner, content = window.findChild(Banner), lock.read_bytes()
    come_back(qapp)
    assert banner.accessibleName() == NOTICE
    assert not button(window).isVisible()
    lock.unlink()
    notice(window, qapp)
    qtbot.waitUntil(lambda: button(window).isVisible())
    assert "is free now" in banner.accessibleName()
    assert held_workbench.read_only
    assert not lock.exists()
    lock.write_bytes(content)
    come_back(qapp)
    qtbot.waitUntil(lambda: not button(window).isVisible())
    assert banner.accessibleName() == NOTICE


def test_a_free_file_is_opened_to_write_where_it_was_shown(
    window: MainWindow, held_workbench: Workbench, lock: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    register = held_workbench.registers()[1].id
    held_workbench.open_register(register)
    category_id = held_workbench.tree().categories[0].category.id
    held_workbench.select([category_id])
    lock.unlink()
    come_back(qapp)
    qtbot.waitUntil(lambda: button(window).isVisible())
    qtbot.keyClick(button(window), Qt.Key.Key_Space)
    assert not held_workbench.read_only
    assert (held_workbench.register_id, held_workbench.selection) == (register, (category_id,))
    assert not window.findChild(Banner).isVisible()
    assert FileLock(held_workbench.session.path).take() is not None


def test_opening_the_file_again_asks_or_opens_it_to_write(
    window: MainWindow, held_workbench: Workbench, lock: Path
) -> None:
    lock.unlink()
    window._rooms.open_path(held_workbench.session.path)
    assert not held_workbench.read_only


def test_the_button_stands_beside_the_text(
    window: MainWindow, held_workbench: Workbench, lock: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    assert held_workbench.is_held_elsewhere
    lock.unlink()
    come_back(qapp)
    qtbot.waitUntil(lambda: button(window).isVisible())
    QApplication.processEvents()
    banner = window.findChild(Banner)
    assert banner.rect().contains(button(window).geometry())
    assert banner.contentsRect().right() < button(window).geometry().left()
