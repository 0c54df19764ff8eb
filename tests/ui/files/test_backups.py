"""What the window does with backups: whose they are, what is said where none was made, what comes from one."""

import datetime
import logging
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread, current_thread
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from riskdesk.app.program import Program
from riskdesk.desk import items, registers, risks
from riskdesk.desk.backups import Backup, Backups
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.problems import Problem
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.values import Language
from riskdesk.kit.dates import moment
from riskdesk.kit.settings import Settings
from riskdesk.kit.tasks import Task
from riskdesk.store import check
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.store_care import StoreCare
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.report import ReportDialog
from riskdesk.ui.files.backups import BackupsDialog
from riskdesk.ui.files.damage import DamageDialog
from riskdesk.ui.files.opening import Opening
from riskdesk.ui.files.replaced import ReplacedDialog
from riskdesk.ui.notices.banner import Banner
from riskdesk.ui.notices.bar import NoticeBar
from riskdesk.ui.notices.notices import Notices
from riskdesk.ui.shell.window import MainWindow
from tests.desk.backing_up import note, spoil
from tests.systems import needs_moves
from tests.ui.answering import choose, press
from tests.ui.conftest import Opened, action

EARLY = datetime.datetime(2031, 3, 1, 12, tzinfo=datetime.UTC)
LATE = EARLY + datetime.timedelta(days=200)


@pytest.fixture
def session(kazakhstan_store: Path, tmp_path: Path) -> Iterator[Session]:
    """A session that makes backups."""
    path = shutil.copyfile(kazakhstan_store, tmp_path / "store.riskdesk")
    with closing(Session.open(path, "A. Tester", backups=tmp_path / "backups")) as opened:
        yield opened


@pytest.fixture
def window(open_window: Opened, qtbot: QtBot) -> MainWindow:
    """A window that has made the first backup."""
    opened = open_window()
    qtbot.waitUntil(lambda: not Task._running)
    return opened


def block(home: Home) -> None:
    """Put a file where the folder of the backups should be."""
    shutil.rmtree(home.backups, ignore_errors=True)
    home.backups.write_text("no folder")


def dialog(window: MainWindow, kind: type[QDialog]) -> QDialog:
    (only_box,) = [box for box in window.findChildren(kind) if type(box) is kind and box.isVisible()]
    return only_box


def banner(window: MainWindow) -> str:
    return window.findChild(Banner).accessibleName()


def test_the_page_of_a_damaged_store_offers_those_of_the_store_that_is_there(
    qapp: QApplication, qtbot: QtBot, kazakhstan_store: Path, home: Home, tmp_path: Path
) -> None:
    assert qapp
    path = shutil.copyfile(kazakhstan_store, tmp_path / "a.riskdesk")
    for at in (LATE, EARLY):
        with closing(Session.open(path, "me")) as session:
            note(session, f"At {at}")
            backup_files = Backups.of(home.backups, path, session.id)
            backup = backup_files.make(path, at)
            assert backup is not None
        if at == LATE:
            backup_files.restore(backup, tmp_path / "restored.riskdesk")
            (tmp_path / "restored.riskdesk").replace(path)
    spoil(path, "UPDATE step SET who = 'somebody'")
    opening = Opening(home, Settings(tmp_path / "settings.json"))
    opening.opened.connect(lambda opened: opened.session.close())
    opening.open(path)
    (page,) = [box for box in qapp.topLevelWidgets() if isinstance(box, DamageDialog) and box.isVisible()]
    qtbot.addWidget(page)
    assert moment(EARLY) in page.head.text()
    press(page, "newest backup")
    (file_dialog,) = page.findChildren(QFileDialog)
    file_dialog.fileSelected.emit(str(tmp_path / "new.riskdesk"))
    with closing(Session.open(tmp_path / "new.riskdesk", "me", read_only=True)) as session:
        assert next(session.tree(session.registers()[0].id).risks).note == f"At {EARLY}"


def test_the_page_of_the_open_store_has_its_own(window: MainWindow, session: Session, home: Home) -> None:
    backup_files = session.backups
    assert backup_files is not None
    note(session, "Kept")
    backup = backup_files.make(session.path, LATE)
    copy = shutil.copyfile(session.path, session.path.with_name("copy.riskdesk"))
    with closing(Session.open(copy, "Marat", backups=home.backups)) as other:
        note(other, "Theirs")
        note(other, "Theirs again")
    action(window, "backups").trigger()
    list_dialog = dialog(window, BackupsDialog)
    assert isinstance(list_dialog, BackupsDialog)
    assert backup in list_dialog._listed_backups
    assert list_dialog._listed_backups == backup_files.all()
    assert "backs this file up by itself" in list_dialog.head.text()


def test_a_store_that_can_only_be_read_is_backed_up_where_that_is_asked_for(
    open_window: Opened, workbench: Workbench, home: Home, qtbot: QtBot
) -> None:
    workbench.change_session(
        Session.open(workbench.session.path, "me", read_only=True), why_read_only="It can only be read here."
    )
    qtbot.waitUntil(lambda: not Task._running)
    shutil.rmtree(home.backups)
    window = open_window()
    action(window, "backups").trigger()
    list_dialog = dialog(window, BackupsDialog)
    assert isinstance(list_dialog, BackupsDialog)
    assert list_dialog._listed_backups == []
    assert "does not back it up by itself" in list_dialog.head.text()
    press(list_dialog, "Back up now")
    assert len(list_dialog._listed_backups) == 1


def test_who_backs_up_what_has_not_changed_since_is_told_so(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    session.back_up()
    action(window, "backups").trigger()
    list_dialog = dialog(window, BackupsDialog)
    assert isinstance(list_dialog, BackupsDialog)
    count = len(list_dialog._listed_backups)
    press(list_dialog, "Back up now")
    assert len(list_dialog._listed_backups) == count
    assert "Nothing has changed since this backup" in list_dialog.particulars.toPlainText()
    note(session, "Changed")
    press(list_dialog, "Back up now")
    assert len(list_dialog._listed_backups) == count + 1
    assert list_dialog.particulars.toPlainText().startswith("Holds ")


def test_the_banner_goes_as_the_list_is_closed_once_backups_are_made_again(
    window: MainWindow, session: Session, home: Home, qtbot: QtBot
) -> None:
    block(home)
    window._workbench.run(registers.add(template("coe", Language.ENGLISH)))
    assert str(home.backups) in banner(window)
    home.backups.unlink()
    action(window, "backups").trigger()
    list_dialog = dialog(window, BackupsDialog)
    press(list_dialog, "Back up now")
    press(list_dialog, "Close")
    assert banner(window) == ""


def test_a_sweeping_action_without_a_backup_is_told_above_the_sheet_and_in_the_log(
    window: MainWindow, home: Home, caplog: pytest.LogCaptureFixture
) -> None:
    block(home)
    with caplog.at_level(logging.WARNING):
        window._workbench.run(registers.add(template("coe", Language.ENGLISH)))
    assert "No backup of" in banner(window)
    assert "No backup of" in caplog.text


def test_what_is_told_of_a_folder_with_a_long_name_widens_no_window(window: MainWindow, session: Session) -> None:
    before = window.minimumSizeHint().width()
    session.backup_problem = Problem("No backup of {file} was made.", file=Path("/") / (200 * "b"))
    window._workbench.banner_changed.emit()
    assert 200 * "b" in banner(window)
    assert window.findChild(Banner).isVisible()
    assert window.minimumSizeHint().width() == before


def test_a_file_that_is_left_without_a_backup_is_told(
    window: MainWindow, session: Session, home: Home, tmp_path: Path, qtbot: QtBot
) -> None:
    other = shutil.copyfile(session.path, tmp_path / "other.riskdesk")
    note(session, "Not backed up")
    block(home)
    window._rooms.open_path(other)
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox)))
    texts = [box.text() for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert any(f"No backup of {session.path}" in text for text in texts)
    assert window._workbench.session.path == other


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> list[Thread]:
    """The threads in which backups are made from now on."""
    used_threads: list[Thread] = []
    make = Backups.make

    def make_noted(*args: Any, **how: Any) -> Backup | None:
        used_threads.append(current_thread())
        return make(*args, **how)

    monkeypatch.setattr(Backups, "make", make_noted)
    return used_threads


def test_the_window_goes_on_while_a_backup_is_made(
    window: MainWindow, session: Session, tmp_path: Path, threads: list[Thread], qtbot: QtBot
) -> None:
    other = shutil.copyfile(session.path, tmp_path / "other.riskdesk")
    backups = session.backups
    assert backups is not None
    note(session, "For the button")
    action(window, "backups").trigger()
    list_dialog = dialog(window, BackupsDialog)
    press(list_dialog, "Back up now")
    note(session, "For a file that is to be restored")
    press(list_dialog, "Restore as a new file…")
    choose(list_dialog, tmp_path / "restored.riskdesk")
    assert window._workbench.session.path == tmp_path / "restored.riskdesk"
    window._rooms.open_path(session.path)
    note(window._workbench.session, "For a file that is left")
    window._rooms.open_path(other)
    assert window._workbench.session.path == other
    qtbot.waitUntil(lambda: not Task._running)
    assert len(backups.all()) == 4
    assert current_thread() not in threads


@needs_moves
def test_a_file_that_is_another_one_is_left_without_a_word_about_backups(
    window: MainWindow, session: Session, tmp_path: Path
) -> None:
    session.path.unlink()
    window._workbench.read_changes_of_others()
    press(dialog(window, ReplacedDialog), "Save mine")
    choose(dialog(window, ReplacedDialog), tmp_path / "saved.riskdesk")
    assert window._workbench.session.path == tmp_path / "saved.riskdesk"
    assert not [box for box in window.findChildren(QDialog) if box.isVisible()]


@pytest.mark.usefixtures("undressed")
def test_closing_without_a_backup_is_told(
    qapp: QApplication, qtbot: QtBot, session: Session, home: Home, tmp_path: Path
) -> None:
    program = Program(qapp, home, Settings(tmp_path / "settings.ini"))
    path = shutil.copyfile(session.path, tmp_path / "other.riskdesk")
    program.start(path)
    window = program._window
    assert window is not None
    with qtbot.waitSignal(window.ready):
        pass
    qtbot.waitUntil(lambda: not Task._running)
    block(home)
    note(window._workbench.session, "Not backed up")
    window.close()
    texts: list[str] = []
    listening: list[bool] = []
    release = window._workbench.session.release

    def let_go() -> None:
        """From now on, another program may listen there, which must not be cut off."""
        assert program._instance is not None
        listening.append(program._instance._server.isListening())
        release()

    window._workbench.session.release = let_go

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        texts.append(box.text())
        box.accept()

    QTimer.singleShot(0, answer)
    program.close()
    assert len(texts) == 1
    assert f"No backup of {path}" in texts[0]
    assert listening == [False]


def test_what_we_did_wrong_in_a_backup_is_not_passed_over(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    def fail(_checkpoint: Checkpoint) -> None:
        raise AssertionError("a fault of ours")

    with pytest.MonkeyPatch.context() as patch, qtbot.captureExceptions() as caught:
        patch.setattr(session, "back_up", fail)
        (keeping,) = window.findChildren(StoreCare)
        keeping.back_up()
        qtbot.waitUntil(lambda: bool(caught))
    assert "a fault of ours" in str(caught[0][1])


def cut_short(session: Session) -> None:
    with session.path.open("rb+") as file:
        file.truncate(4096)


@pytest.fixture
def two(session: Session) -> Callable[[], None]:
    """Add a register that is never opened, and back all up."""

    def add() -> None:
        session.run(registers.add(template("coe", Language.ENGLISH)))
        assert session.backups is not None
        session.backups.make(session.path, LATE)

    return add


def test_what_comes_from_a_backup_where_the_file_was_cut_short_is_told(
    two: Callable[[], None], window: MainWindow, workbench: Workbench, session: Session, tmp_path: Path
) -> None:
    two()
    workbench.tree()
    cut_short(session)
    workbench.read_changes_of_others()
    replaced = dialog(window, ReplacedDialog)
    press(replaced, "Save mine")
    choose(replaced, tmp_path / "saved.riskdesk")
    report = dialog(window, ReportDialog)
    assert "From the backup of 17 September 2031" in report.particulars.toPlainText()
    assert workbench.session is session
    press(report, "Open")
    assert workbench.session.path == tmp_path / "saved.riskdesk"
    assert len(workbench.registers()) == 2


def test_a_backup_says_what_it_holds_without_what_there_is_none_of(
    window: MainWindow, workbench: Workbench, qtbot: QtBot
) -> None:
    tree = workbench.tree()
    assert tree is not None
    workbench.run(items.delete([mitigation.id for mitigation in tree.mitigations]))
    action(window, "backups").trigger()
    list_dialog = dialog(window, BackupsDialog)
    sentence = list_dialog.particulars.toPlainText().splitlines()[0].replace("(s)", "")
    assert sentence.startswith("Holds 1 register, 31 risk")
    assert "38 item" in sentence.split("Since then")[1]
    assert " 0 " not in sentence
    assert "added" not in sentence
    assert "changed" not in sentence


def test_a_backup_says_which_items_have_changed_since(window: MainWindow, workbench: Workbench) -> None:
    tree = workbench.tree()
    assert tree is not None
    risk, entry = next(tree.risks), tree.categories[0].entries[1]
    workbench.run(risks.edit(risk.id, note="New"))
    workbench.run(items.delete([entry.entry.id]))
    action(window, "backups").trigger()
    list_dialog = dialog(window, BackupsDialog)
    assert isinstance(list_dialog, BackupsDialog)
    list_dialog._list.setCurrentItem(list_dialog._list.topLevelItem(list_dialog._list.topLevelItemCount() - 1))
    list_dialog._show_current()
    lines = list_dialog.particulars.toPlainText().splitlines()
    assert f"risk {risk.reference} · note: (empty) → “New”" in lines
    assert f"entry removed: “{entry.risks[0].description}”" in lines


def shown_backups(window: MainWindow) -> BackupsDialog:
    action(window, "backups").trigger()
    list_dialog = dialog(window, BackupsDialog)
    assert isinstance(list_dialog, BackupsDialog)
    return list_dialog


def particulars_of(list_dialog: BackupsDialog, place: int) -> str:
    """What is told of a backup that is chosen in the list."""
    list_dialog._list.setCurrentItem(list_dialog._list.topLevelItem(place))
    list_dialog._show_current()
    return list_dialog.particulars.toPlainText()


@needs_moves
def test_what_cannot_be_restored_is_not_offered(window: MainWindow, session: Session) -> None:
    backup_files = session.backups
    assert backup_files is not None
    for at in (EARLY, LATE):
        note(session, f"At {at}")
        backup_files.make(session.path, at)
    list_dialog = shown_backups(window)
    latest, early, first = list_dialog._listed_backups
    spoil(early.path)
    first.path.unlink()
    assert "is damaged" in particulars_of(list_dialog, 1)
    assert not list_dialog._restore_button.isEnabled()
    assert particulars_of(list_dialog, 2) == "This backup is not there any more."
    assert not list_dialog._restore_button.isEnabled()
    assert latest.path.exists()
    assert "the same as now" in particulars_of(list_dialog, 0)
    assert list_dialog._restore_button.isEnabled()


def test_backups_of_one_minute_are_told_apart(window: MainWindow, session: Session) -> None:
    backup_files = session.backups
    assert backup_files is not None
    for seconds in (5, 7):
        note(session, f"After {seconds}")
        backup_files.make(session.path, LATE + datetime.timedelta(seconds=seconds))
    list_dialog = shown_backups(window)
    texts = [list_dialog._list.topLevelItem(place).text(0) for place in range(list_dialog._list.topLevelItemCount())]
    assert len(set(texts)) == len(texts) == 3


def test_the_file_that_is_asked_for_is_that_of_a_restored_backup(window: MainWindow) -> None:
    list_dialog = shown_backups(window)
    press(list_dialog, "Restore as a new file…")
    (file_dialog,) = list_dialog.findChildren(QFileDialog)
    assert file_dialog.windowTitle() == "Restore as a new file"
    file_dialog.close()


def test_a_folder_that_cannot_be_shown_is_told(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    list_dialog = shown_backups(window)
    press(list_dialog, "Show folder")
    texts = [box.text() for box in list_dialog.findChildren(QMessageBox)]
    assert texts == [f"{list_dialog._backups.folder} could not be opened; look for it in your file manager."]


def test_backups_that_cannot_be_listed_are_not_told_as_none(window: MainWindow, session: Session) -> None:
    backup_files = session.backups
    assert backup_files is not None
    shutil.rmtree(backup_files.folder)
    backup_files.folder.write_text("no folder")
    list_dialog = shown_backups(window)
    text = list_dialog.particulars.toPlainText()
    assert text.startswith(f"The backups in {backup_files.folder} cannot be listed (")
    backup_files.folder.unlink()
    list_dialog._show_current()
    assert list_dialog.particulars.toPlainText() == "There is no backup yet."


def test_the_page_of_a_damaged_store_tells_why_no_backup_helps(
    session: Session, home: Home, qtbot: QtBot, tmp_path: Path
) -> None:
    session.back_up()
    path = shutil.copyfile(session.path, tmp_path / "elsewhere.riskdesk")
    with closing(Session.open(path, "me", backups=home.backups)) as other:
        note(other, "Kept")
    with path.open("rb+") as file:
        file.truncate(4096)
    backup_files = Backups.of(home.backups, path)
    (backup,) = backup_files.all()

    def advice() -> str:
        page = DamageDialog(check.examine(path), home, backup_files)
        qtbot.addWidget(page)
        return page.head.text().replace("\u200b", "").split("new file. ")[1]

    assert advice().startswith("The newest good backup was made on ")
    backup.path.write_bytes(backup.path.read_bytes()[:4096])
    assert advice() == "All its backups are damaged."
    shutil.rmtree(backup_files.folder)
    assert advice() == "There is no backup of it."
    backup_files.folder.write_text("no folder")
    assert advice().startswith(f"The backups in {backup_files.folder} cannot be listed (")


@needs_moves
def test_a_folder_that_is_gone_is_told(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    list_dialog = shown_backups(window)
    shutil.rmtree(list_dialog._backups.folder)
    press(list_dialog, "Show folder")
    texts = [box.text() for box in list_dialog.findChildren(QMessageBox)]
    assert texts == [f"{list_dialog._backups.folder} is not there any more."]


def test_what_was_restored_is_told_over_the_store_that_is_open_then(
    window: MainWindow, workbench: Workbench, tmp_path: Path
) -> None:
    workbench.run(registers.duplicate(workbench.registers()[0].id))
    action(window, "backups").trigger()
    press(dialog(window, BackupsDialog), "Restore")
    choose(window, tmp_path / "restored.riskdesk")
    assert workbench.session.path.name == "restored.riskdesk"
    notices = window.findChild(Notices)
    assert [last.notice.text for last in notices.last_notices] == ["Backup restored as restored.riskdesk"]
    assert window.findChild(NoticeBar).isVisible()
