"""A file whose lock another program took, or that has lost it, is read only here until it is free, or locked again."""

import datetime
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import risks
from riskdesk.desk.formats import Request
from riskdesk.desk.session import Session
from riskdesk.domain.printing import Print
from riskdesk.domain.values import Risk
from riskdesk.kit import lock as lock_module
from riskdesk.kit.alerts import alert
from riskdesk.kit.lock import FileLock
from riskdesk.ui.bench.held import HeldFile
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.report import ReportDialog
from riskdesk.ui.files.replaced import ReplacedDialog
from riskdesk.ui.notices.banner import Banner
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.transfer.exporting import Exporting
from tests.systems import needs_moves
from tests.ui.answering import press
from tests.ui.bench.opened import begin_to_type, dialog, open_main_window
from tests.ui.files.looking import by_coming_back, by_time

pytestmark = needs_moves

SEIZE = """
import sys
from contextlib import closing
from pathlib import Path
from riskdesk.desk import risks
from riskdesk.desk.session import Session
from riskdesk.kit.lock import FileLock
path = Path(sys.argv[1])
lock = FileLock(path)
lock.take()
print(lock.seize(), flush=True)
with closing(Session.open(path, "Anna")) as session:
    last = list(session.tree(session.registers()[0].id).risks)[-1]
    session.run(risks.edit(last.id, note="Anna's"))
    print(flush=True)
    sys.stdin.read()
lock.release()
"""


@pytest.fixture
def window(workbench: Workbench, home: Home, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window on a file that it has locked."""
    lock = FileLock(workbench.session.path)
    assert lock.take() is None
    workbench.session.release = lock.release
    return open_main_window(qtbot, workbench, home, tmp_path)


@contextmanager
def taken_over(session: Session) -> Iterator[None]:
    """Another process has taken the file over and has written to it."""
    with subprocess.Popen(
        [sys.executable, "-c", SEIZE, session.path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "None\n"
        other.stdout.readline()
        yield
        other.communicate()


def opened_menu(window: MainWindow) -> QMenu:
    menu = QMenu(window)
    menu.addAction("Delete")
    menu.popup(QPoint(0, 0))
    return menu


def first_risk(workbench: Workbench) -> Risk:
    tree = workbench.tree()
    assert tree is not None
    return next(tree.risks)


def look(window: MainWindow, qtbot: QtBot) -> None:
    """Let the window look at its lock."""
    held_file = window.findChild(HeldFile)
    held_file.check_lock()
    qtbot.waitUntil(lambda: not held_file._looking.is_under_way)


@pytest.mark.parametrize("notice", [by_time, by_coming_back])
def test_a_file_that_was_taken_over_is_only_read_here_until_it_is_free(
    window: MainWindow,
    workbench: Workbench,
    qapp: QApplication,
    qtbot: QtBot,
    notice: Callable[[MainWindow, QApplication], None],
) -> None:
    begin_to_type(window, qtbot, "Half a sentence")
    banner, register = window.findChild(Banner), workbench.register_id
    with taken_over(workbench.session):
        notice(window, qapp)
        qtbot.waitUntil(lambda: workbench.read_only)
        assert banner.isVisible()
        assert "was taken over on this computer" in banner.accessibleName()
        assert workbench.register_id == register
        assert list(workbench.tree().risks)[-1].note == "Anna's"
        assert first_risk(workbench).description != "Half a sentence"
    qtbot.waitUntil(lambda: "is free now" in banner.accessibleName())
    press(banner, "Open to edit")
    assert not workbench.read_only
    offer = dialog(window, ReportDialog)
    assert "Half a sentence" in offer.findChild(QPlainTextEdit).toPlainText()
    press(offer, "Restore text")
    assert first_risk(workbench).description == "Half a sentence"
    assert not FileLock(workbench.session.path).is_free()


def test_what_is_exported_meanwhile_is_written_before_the_file_is_opened_again(
    window: MainWindow, workbench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    tree, session, goes_on, notices = workbench.tree(), workbench.session, threading.Event(), list[Notice]()
    assert tree is not None

    def request() -> Request:
        goes_on.wait(10)
        return Request(tree, Print(), session.changed_at(), datetime.date(2027, 1, 1))

    Exporting(window, notices.append).write(request, tmp_path / "out.pdf", session, opens=False)
    with taken_over(session):
        look(window, qtbot)
        assert not workbench.read_only
        goes_on.set()
        qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
        look(window, qtbot)
        qtbot.waitUntil(lambda: workbench.read_only)


def test_a_lock_that_is_gone_is_made_again_while_the_user_types_on(
    window: MainWindow, workbench: Workbench, qtbot: QtBot
) -> None:
    begin_to_type(window, qtbot, "Half a")
    session, place, editor = workbench.session, FileLock(workbench.session.path).place, window.focusWidget()
    # A program that synchronises the folder may delete it again and again.
    for letter in " sentence":
        place.unlink()
        look(window, qtbot)
        assert place.exists()
        assert window.focusWidget() is editor
        qtbot.keyClick(editor, letter)
    assert workbench.session is session
    assert not window.findChild(Banner).isVisible()
    assert workbench.commit()
    assert first_risk(workbench).description == "Half a sentence"
    session.release()
    assert not place.exists()


def test_what_others_wrote_while_the_lock_was_gone_is_shown(
    window: MainWindow, workbench: Workbench, qtbot: QtBot
) -> None:
    with closing(Session.open(workbench.session.path, "Anna")) as other:
        other.run(risks.edit(first_risk(workbench).id, note="Anna's"))
    FileLock(workbench.session.path).place.unlink()
    look(window, qtbot)
    assert first_risk(workbench).note == "Anna's"


def test_a_file_that_was_replaced_with_its_lock_is_not_taken_for_the_one_that_was_open(
    window: MainWindow, workbench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    session = workbench.session
    with closing(Session.create(tmp_path / "other.riskdesk", "Anna")):
        pass
    (tmp_path / "other.riskdesk").replace(session.path)
    FileLock(session.path).place.unlink()
    look(window, qtbot)
    assert workbench.session is session
    assert dialog(window, ReplacedDialog).isVisible()


def test_a_computer_that_gets_another_name_keeps_the_lock(
    window: MainWindow, workbench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    host, machine = lock_module._this_computer()
    monkeypatch.setattr(lock_module, "_this_computer", lambda: (f"{host}.guest", machine))
    session, place = workbench.session, FileLock(workbench.session.path).place
    look(window, qtbot)
    assert workbench.session is session
    assert place.exists()
    session.release()
    assert not place.exists()


@pytest.mark.parametrize("show", [partial(alert, text="Read this."), opened_menu])
def test_a_dialog_or_menu_stays_until_it_is_answered(
    window: MainWindow, workbench: Workbench, qtbot: QtBot, show: Callable[[MainWindow], QWidget]
) -> None:
    shown = show(window)
    qtbot.waitUntil(shown.isVisible)
    with taken_over(workbench.session):
        look(window, qtbot)
        assert not workbench.read_only
        shown.close()
        look(window, qtbot)
        assert workbench.read_only


def test_a_lock_that_is_still_ours_or_out_of_sight_is_left_alone(
    window: MainWindow, workbench: Workbench, qtbot: QtBot
) -> None:
    session, place = workbench.session, FileLock(workbench.session.path).place
    content = place.read_bytes()
    for other in (content, b""):
        place.write_bytes(other)
        look(window, qtbot)
        assert workbench.session is session
    place.write_bytes(content)
    away = session.path.rename(session.path.with_suffix(".away"))
    lock = place.rename(place.with_suffix(".away"))
    look(window, qtbot)
    assert QApplication.activeModalWidget() is None
    lock.rename(place)
    away.rename(session.path)
