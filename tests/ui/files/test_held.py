"""A file that can only be read, as another program has it open, can be written once that has closed it."""

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
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.held import HeldFile
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.banner import Banner
from riskdesk.ui.shell.window import MainWindow

NOTICE = "Read-only: this file is open on SXB-LT-0421."


@pytest.fixture
def lock(session: Session) -> Path:
    place = FileLock(session.path).place
    place.write_bytes(b"123\nriskdesk\nSXB-LT-0421\n\n\n")
    return place


@pytest.fixture
def held(session: Session, lock: Path) -> Iterator[Workbench]:
    """A workbench on a file that another computer has open, which shows the second of two registers."""
    assert lock.exists()
    session.run(registers.add(template("coe", Language.ENGLISH)))
    workbench = Workbench(Session.open(session.path, "me", read_only=True), notice=NOTICE, is_held_elsewhere=True)
    with closing(workbench.session):
        workbench.open_register(workbench.registers()[0].id)
        yield workbench
        workbench.session.close()


@pytest.fixture
def window(held: Workbench, home: Home, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    made = MainWindow(held, Settings(tmp_path / "settings.json"), home)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.ready):
        made.show()
    return made


def come_back(qapp: QApplication) -> None:
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


def by_time(window: MainWindow, _qapp: QApplication) -> None:
    window.findChild(HeldFile)._timer.start(1)


def by_coming_back(_window: MainWindow, qapp: QApplication) -> None:
    come_back(qapp)


def button(window: MainWindow) -> QPushButton:
    (found,) = window.findChild(Banner).findChildren(QPushButton)
    return found


@pytest.mark.parametrize("notice", [by_time, by_coming_back])
def test_that_it_is_free_is_told_and_that_it_no_longer_is(
    window: MainWindow,
    held: Workbench,
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
    assert held.read_only
    assert not lock.exists()
    lock.write_bytes(content)
    come_back(qapp)
    qtbot.waitUntil(lambda: not button(window).isVisible())
    assert banner.accessibleName() == NOTICE


def test_it_is_opened_to_write_where_it_was_shown(
    window: MainWindow, held: Workbench, lock: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    register = held.registers()[1].id
    held.open_register(register)
    chosen = held.tree().categories[0].category.id
    held.select([chosen])
    lock.unlink()
    come_back(qapp)
    qtbot.keyClick(button(window), Qt.Key.Key_Space)
    assert not held.read_only
    assert (held.register_id, held.selection) == (register, (chosen,))
    assert not window.findChild(Banner).isVisible()
    assert FileLock(held.session.path).take() is not None


def test_opening_the_file_again_asks_or_opens_it_to_write(window: MainWindow, held: Workbench, lock: Path) -> None:
    lock.unlink()
    window._rooms.open_path(held.session.path)
    assert not held.read_only


def test_the_button_stands_beside_the_text(window: MainWindow, held: Workbench, lock: Path, qapp: QApplication) -> None:
    assert held.is_held_elsewhere
    lock.unlink()
    come_back(qapp)
    QApplication.processEvents()
    banner = window.findChild(Banner)
    assert banner.rect().contains(button(window).geometry())
    assert banner.contentsRect().right() < button(window).geometry().left()
