"""Opening a store in the window: the lock beside it, its health, and what the user is asked."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMessageBox,
    QProgressBar,
    QProgressDialog,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers
from riskdesk.desk.backups import Backups
from riskdesk.desk.drafts import Draft, Drafts
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.problems import Problem
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.values import Language
from riskdesk.kit import apart
from riskdesk.kit.lock import FileLock
from riskdesk.kit.settings import Settings
from riskdesk.store import migration
from riskdesk.store import opening as stores_opening
from riskdesk.store.connection import StoreConnection
from riskdesk.system import is_temporary
from riskdesk.ui.bench.home import Home
from riskdesk.ui.dialogs.report import ReportDialog
from riskdesk.ui.files.damage import DamageDialog
from riskdesk.ui.files.opening import OpenedStore, Opening
from tests.ui.answering import choose, press

KEPT = Path(__file__).parents[2] / "data" / "stores"
# On Windows it logs why nothing can be written.
qt_tells_more = pytest.mark.qt_log_ignore("unexpected locking error", extend=True)
HOLD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from riskdesk.kit.lock import FileLock
from riskdesk.kit.settings import Settings
lock = FileLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    new_path = tmp_path / "a.riskdesk"
    with closing(Session.create(new_path, "me")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
    return new_path


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def opening(window: QWidget, tmp_path: Path, path: Path) -> Opening:
    return Opening(
        Home.inside(tmp_path, "me", path),
        Settings(tmp_path / "settings.json"),
        window,
    )


@pytest.fixture
def opened(opening: Opening) -> Iterator[list[OpenedStore]]:
    results: list[OpenedStore] = []
    opening.opened.connect(results.append)
    yield results
    for result in results:
        result.session.close()


def question(window: QWidget) -> QMessageBox:
    (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    return box


def elsewhere(path: Path) -> None:
    path.with_name(f".~{path.name}.lock").write_bytes(b"123\nriskdesk\nSXB-LT-0421\n\n\n")


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir() if entry.is_file())


def test_a_free_store_is_opened_to_write_and_locked(opening: Opening, opened: list[OpenedStore], path: Path) -> None:
    opening.open(path)
    assert opened[0].why_read_only == ""
    assert FileLock(path).take() is not None
    opened.pop().session.close()
    assert names(path.parent) == ["a.riskdesk"]


def test_progress_is_shown_while_an_older_store_is_migrated(
    opening: Opening, opened: list[OpenedStore], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("_MOMENT", "_PATIENCE_MS", "_BETWEEN_MS"):
        monkeypatch.setattr(apart, name, 0)
    old_store = Path(shutil.copy(KEPT / "format-5.riskdesk", tmp_path))
    watcher, bar_texts = QObject(), list[str]()
    # Until it is let go of, no store is migrated.
    other = sqlite3.connect(old_store, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    def see() -> None:
        bar = QApplication.activeModalWidget()
        if isinstance(bar, QProgressDialog) and other.in_transaction:
            bar_texts.append(bar.findChild(QProgressBar).text())
            if bar_texts[-1]:
                other.execute("ROLLBACK")

    timer = QTimer(watcher, interval=1)
    timer.timeout.connect(see)
    timer.start()
    with closing(other):
        opening.open(old_store)
    assert bar_texts[-1].endswith("%")
    assert opened[0].why_read_only == ""


def test_an_older_store_stays_as_it_was_if_its_migration_is_cancelled(
    opening: Opening, opened: list[OpenedStore], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("_MOMENT", "_PATIENCE_MS", "_BETWEEN_MS"):
        monkeypatch.setattr(apart, name, 0)
    old_store = Path(shutil.copy(KEPT / "format-2.riskdesk", tmp_path))
    before, is_cancelled = old_store.read_bytes(), Event()
    work_out = migration.migrate

    def migrate(path: Path, connection: StoreConnection, checkpoint: Checkpoint) -> None:
        assert is_cancelled.wait(5)
        work_out(path, connection, checkpoint)

    def cancel() -> None:
        bar = QApplication.activeModalWidget()
        if isinstance(bar, QProgressDialog):
            timer.stop()
            bar.findChild(QPushButton).click()
            is_cancelled.set()

    monkeypatch.setattr(migration, "migrate", migrate)
    watcher = QObject()
    timer = QTimer(watcher, interval=1)
    timer.timeout.connect(cancel)
    timer.start()
    with qtbot.waitSignal(opening.given_up):
        opening.open(old_store)
    assert opened == []
    assert old_store.read_bytes() == before
    assert FileLock(old_store).take() is None


def test_what_another_computer_holds_is_read(
    opening: Opening, opened: list[OpenedStore], path: Path, window: QWidget
) -> None:
    elsewhere(path)
    opening.open(path)
    box = question(window)
    assert "SXB-LT-0421" in box.text()
    assert box.defaultButton().text() == "Open to read"
    press(box, "Open to read")
    assert "SXB-LT-0421" in opened[0].why_read_only


def test_what_was_closed_elsewhere_during_the_question_is_opened_to_write(
    opening: Opening, opened: list[OpenedStore], path: Path, window: QWidget
) -> None:
    elsewhere(path)
    opening.open(path)
    path.with_name(f".~{path.name}.lock").unlink()
    press(question(window), "Open to read")
    assert opened[0].why_read_only == ""
    assert FileLock(path).take() is not None


def test_what_yet_another_computer_holds_after_the_question_is_read_and_named(
    opening: Opening, opened: list[OpenedStore], path: Path, window: QWidget
) -> None:
    elsewhere(path)
    opening.open(path)
    path.with_name(f".~{path.name}.lock").write_bytes(b"123\nriskdesk\nALM-PC-7\n\n\n")
    press(question(window), "Open to read")
    assert "ALM-PC-7" in opened[0].why_read_only
    assert opened[0].is_held_elsewhere


def test_what_another_computer_holds_is_copied(
    opening: Opening, opened: list[OpenedStore], path: Path, window: QWidget, tmp_path: Path
) -> None:
    elsewhere(path)
    opening.open(path)
    press(question(window), "Open a copy")
    choose(window, tmp_path / "copy.riskdesk")
    assert opened[0].session.path == tmp_path / "copy.riskdesk"
    assert len(list(opened[0].session.tree(opened[0].session.registers()[0].id).risks)) == 31


def test_what_another_computer_holds_is_taken_over_only_after_a_question(
    opening: Opening,
    opened: list[OpenedStore],
    path: Path,
    window: QWidget,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    elsewhere(path)
    opening.open(path)
    press(question(window), "Take over")
    qtbot.waitUntil(lambda: len([box for box in window.findChildren(QMessageBox) if box.isVisible()]) == 1)
    box = question(window)
    assert box.defaultButton().text() == "Cancel"
    assert opened == []
    press(box, "Take over")
    assert opened[0].why_read_only == ""
    assert "taken over from SXB-LT-0421" in caplog.text


def test_what_cannot_be_taken_over_is_told_and_asked_about_again(
    opening: Opening, opened: list[OpenedStore], path: Path, window: QWidget, qtbot: QtBot
) -> None:
    # As Windows keeps the lock file of a program that still runs from being removed.
    path.with_name(f".~{path.name}.lock").mkdir()
    opening.open(path)
    for _ in range(2):
        press(question(window), "Take over")
        qtbot.waitUntil(lambda: len([box for box in window.findChildren(QMessageBox) if box.isVisible()]) == 1)
    assert "The register file was not taken over" in question(window).text()
    question(window).accept()
    press(question(window), "Open to read")
    assert "Read-only: this file is open on" in opened[0].why_read_only


def test_who_cancels_one_way_to_open_a_file_is_asked_for_another(
    opening: Opening, path: Path, window: QWidget, qtbot: QtBot
) -> None:
    elsewhere(path)
    opening.open(path)
    with qtbot.assertNotEmitted(opening.given_up):
        for way in ("Take over", "Open a copy"):
            qtbot.waitUntil(lambda: "is open on" in question(window).text())
            press(question(window), way)
            if way == "Take over":
                qtbot.waitUntil(lambda: "instead of on" in question(window).text())
                press(question(window), "Cancel")
            else:
                (dialog,) = window.findChildren(QFileDialog)
                dialog.reject()
    qtbot.waitUntil(lambda: "is open on" in question(window).text())
    with qtbot.waitSignal(opening.given_up):
        press(question(window), "Cancel")


def test_cancel_opens_nothing_and_leaves_the_lock(
    opening: Opening, opened: list[OpenedStore], path: Path, window: QWidget, qtbot: QtBot
) -> None:
    elsewhere(path)
    opening.open(path)
    with qtbot.waitSignal(opening.given_up):
        press(question(window), "Cancel")
    assert opened == []
    assert names(path.parent) == [".~a.riskdesk.lock", "a.riskdesk"]


def test_a_process_of_this_computer_that_does_not_answer_is_named(
    opening: Opening, opened: list[OpenedStore], path: Path, window: QWidget
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "None\n"
        opening.open(path)
        box = question(window)
        assert "this computer" in box.text()
        assert box.defaultButton().text() == "Open to read"
        press(box, "Cancel")
        assert opened == []
        other.kill()
    opening.open(path)
    assert opened[0].why_read_only == ""


@qt_tells_more
def test_where_nothing_can_be_written_beside_it_a_store_is_read(
    opening: Opening, opened: list[OpenedStore], path: Path
) -> None:
    long = path.with_name("n" * 241 + ".riskdesk")
    path.rename(long)
    opening.open(long)
    assert "Read-only" in opened[0].why_read_only
    assert len(list(opened[0].session.tree(first(opened)).risks)) == 31


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), lambda path: path.write_text("Dear all"), lambda _: None])
def test_what_is_no_store_is_told_in_one_sentence(
    opening: Opening,
    opened: list[OpenedStore],
    tmp_path: Path,
    window: QWidget,
    qtbot: QtBot,
    make: Callable[[Path], object],
) -> None:
    other = tmp_path / "other.riskdesk"
    make(other)
    before = names(tmp_path)
    opening.open(other)
    assert str(other) in question(window).text()
    with qtbot.waitSignal(opening.given_up):
        question(window).accept()
    assert opened == []
    assert names(tmp_path) == before


def damage(window: QWidget) -> DamageDialog:
    (dialog,) = window.findChildren(DamageDialog)
    return dialog


def spoil(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(statement)
        raw.commit()


def test_what_differs_from_the_journal_is_shown_and_repaired(
    opening: Opening, opened: list[OpenedStore], path: Path, window: QWidget
) -> None:
    spoil(path, "UPDATE risk SET description = 'Harmless' WHERE reference = 'R-01'")
    opening.open(path)
    dialog = damage(window)
    assert "risk R-01 · description: “Harmless” →" in dialog.particulars.toPlainText()
    press(dialog, "Repair")
    assert "Harmless" not in {risk.description for risk in opened[0].session.tree(first(opened)).risks}


def test_an_index_that_differs_is_shown_and_made_anew(
    opening: Opening, opened: list[OpenedStore], path: Path, window: QWidget
) -> None:
    spoil(path, "DELETE FROM touch")
    opening.open(path)
    dialog = damage(window)
    assert "the index of the change history differs" in dialog.particulars.toPlainText()
    press(dialog, "Repair")
    assert opened[0].session.undoable(first(opened)) is not None


def first(opened: list[OpenedStore]) -> str:
    return opened[0].session.registers()[0].id


def test_the_newest_good_backup_of_a_damaged_store_is_opened(
    opening: Opening, opened: list[OpenedStore], path: Path, window: QWidget, tmp_path: Path
) -> None:
    opening.open(path)
    opened.pop().session.close()
    spoil(path, "UPDATE step SET who = 'x'")
    before = path.read_bytes()
    opening.open(path)
    press(damage(window), "newest backup")
    choose(damage(window), tmp_path / "restored.riskdesk")
    assert opened[0].session.path == tmp_path / "restored.riskdesk"
    assert len(list(opened[0].session.tree(first(opened)).risks)) == 31
    assert path.read_bytes() == before


def test_what_is_left_of_a_damaged_store_is_saved(
    opening: Opening, opened: list[OpenedStore], path: Path, window: QWidget, tmp_path: Path, qapp: QApplication
) -> None:
    spoil(path, "UPDATE step SET who = 'x'")
    before = path.read_bytes()
    opening.open(path)
    press(damage(window), "Save what is left")
    choose(damage(window), tmp_path / "saved.riskdesk")
    report = damage(window).findChildren(QDialog)[-1]
    assert "risks: 31" in report.particulars.toPlainText()
    press(report, "Open")
    assert opened[0].session.path == tmp_path / "saved.riskdesk"
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("button", "is_emptied"), [("Save what is left", False), ("newest backup", False), ("newest backup", True)]
)
def test_what_was_typed_before_the_damage_is_offered_in_the_new_store(
    opening: Opening,
    opened: list[OpenedStore],
    path: Path,
    window: QWidget,
    tmp_path: Path,
    button: str,
    *,
    is_emptied: bool,
) -> None:
    home = Home.inside(tmp_path, "me", path)
    with closing(Session.open(path, "me", backups=home.backups)) as session:
        session.run(registers.edit(session.registers()[0].id, title="Backed up"))
        register = session.registers()[0].id
        risk = next(session.tree(register).risks)
        draft = Draft(register=register, kind="risk", text="Half a thought", id=risk.id, field="description")
        Drafts(home.drafts, session.id).keep([draft])
    if is_emptied:
        path.write_bytes(b"")
    else:
        spoil(path, "UPDATE step SET who = 'x'")
    opening.open(path)
    press(damage(window), button)
    choose(damage(window), tmp_path / "new.riskdesk")
    for report in damage(window).findChildren(ReportDialog):
        press(report, "Open")
    assert opened[0].session.path == tmp_path / "new.riskdesk"
    assert Drafts(home.drafts, opened[0].session.id).left() == [draft]


def test_what_is_left_of_a_store_that_cannot_be_read_is_saved(
    opening: Opening, opened: list[OpenedStore], path: Path, window: QWidget, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(path)) as raw:
        (page,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'risk_of_reference'").fetchone()
    content = path.read_bytes()
    path.write_bytes(content[: (page - 1) * 4096] + bytes(4096) + content[page * 4096 :])
    opening.open(path)
    assert "its pages do not fit each other" in damage(window).particulars.toPlainText()
    press(damage(window), "Save what is left")
    choose(damage(window), tmp_path / "saved.riskdesk")
    press(damage(window).findChildren(QDialog)[-1], "Open")
    assert len(list(opened[0].session.tree(first(opened)).risks)) == 31


def test_a_file_of_several_names_is_read_and_the_user_is_told(
    opening: Opening, opened: list[OpenedStore], path: Path
) -> None:
    path.with_name("b.riskdesk").hardlink_to(path)
    opening.open(path)
    assert "hard links" in opened[0].why_read_only
    assert names(path.parent) == ["a.riskdesk", "b.riskdesk"]


def test_a_file_in_a_folder_that_takes_no_others_is_read_and_the_user_is_told_how_to_go_on(
    opening: Opening, opened: list[OpenedStore], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_lock: FileLock) -> None:
        raise PermissionError

    monkeypatch.setattr(FileLock, "take", refuse)
    opening.open(path)
    assert opened[0].why_read_only.startswith("Read-only: Riskdesk cannot create files in this folder.")
    assert "Send a copy" in opened[0].why_read_only


def test_a_temporary_file_is_read_and_the_user_is_told_how_to_go_on(
    opening: Opening, opened: list[OpenedStore], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written into it would be deleted with it."""
    monkeypatch.setenv("TEMP", str(path.parent))
    monkeypatch.setattr("riskdesk.ui.files.opening.is_temporary", partial(is_temporary, windows=True))
    opening.open(path)
    assert "Send a copy" in opened[0].why_read_only
    assert names(path.parent) == [path.name]


def test_a_file_that_may_not_be_written_to_is_read_and_the_user_is_told_how_to_go_on(
    opening: Opening, opened: list[OpenedStore], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.chmod(0o444)
    # Root may write whatever the mode says.
    monkeypatch.setattr(os, "access", lambda file, _how: bool(file.stat().st_mode & stat.S_IWUSR))
    opening.open(path)
    assert "Send a copy" in opened[0].why_read_only
    assert not opened[0].is_held_elsewhere
    assert names(path.parent) == ["a.riskdesk"]


def test_what_was_left_behind_where_a_store_is_made_is_told(
    opening: Opening, opened: list[OpenedStore], tmp_path: Path, window: QWidget
) -> None:
    new = tmp_path / "new.riskdesk"
    new.with_name("new.riskdesk-journal").write_bytes(b"left behind")
    opening.create(new)
    assert "new.riskdesk-journal.old" in question(window).text()
    assert opened[0].session.registers() == []


@pytest.mark.parametrize("only_to_read", [False, True])
def test_a_large_store_that_cannot_be_shown_is_damaged(
    opening: Opening,
    opened: list[OpenedStore],
    path: Path,
    window: QWidget,
    monkeypatch: pytest.MonkeyPatch,
    *,
    only_to_read: bool,
) -> None:
    monkeypatch.setattr(stores_opening, "_SMALL_BYTES", 0)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE risk SET status = 'senseless'")
        raw.commit()
    opening._read(path, "Only to read") if only_to_read else opening.open(path)
    (page,) = window.findChildren(DamageDialog)
    assert "senseless" in page.particulars.toPlainText()
    assert opened == []
    page.close()
    assert FileLock(path).take() is None


def with_another_table(path: Path) -> None:
    spoil(path, "CREATE TABLE notes (text TEXT)")


def without_identity(path: Path) -> None:
    spoil(path, "DELETE FROM store")


def with_a_log(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")


def without_its_sign(path: Path) -> None:
    spoil(path, "PRAGMA application_id=0")


def with_torn_first_bytes(path: Path) -> None:
    path.write_bytes(bytes(100) + path.read_bytes()[100:])


REFUSED = pytest.mark.parametrize(
    "change", [with_another_table, without_identity, with_a_log, without_its_sign, with_torn_first_bytes]
)


@REFUSED
def test_what_is_left_of_a_store_that_is_refused_is_saved(
    opening: Opening,
    opened: list[OpenedStore],
    path: Path,
    window: QWidget,
    tmp_path: Path,
    change: Callable[[Path], object],
) -> None:
    change(path)
    before = path.read_bytes()
    opening.open(path)
    press(damage(window), "Save what is left")
    choose(damage(window), tmp_path / "saved.riskdesk")
    press(damage(window).findChildren(QDialog)[-1], "Open")
    assert len(list(opened[0].session.tree(first(opened)).risks)) == 31
    assert path.read_bytes() == before


@REFUSED
def test_the_newest_good_backup_of_a_store_that_is_refused_is_opened(
    opening: Opening,
    opened: list[OpenedStore],
    path: Path,
    window: QWidget,
    tmp_path: Path,
    change: Callable[[Path], object],
) -> None:
    opening.open(path)
    opened.pop().session.close()
    change(path)
    opening.open(path)
    press(damage(window), "newest backup")
    choose(damage(window), tmp_path / "restored.riskdesk")
    assert len(list(opened[0].session.tree(first(opened)).risks)) == 31


def test_the_newest_good_backup_of_a_store_of_which_nothing_is_left_is_opened(
    opening: Opening, opened: list[OpenedStore], path: Path, window: QWidget, tmp_path: Path
) -> None:
    with closing(Session.open(path, "me", backups=Home.inside(tmp_path, "me", path).backups)) as session:
        session.back_up()
    path.write_bytes(b"")
    opening.open(path)
    assert "is not a register file of Riskdesk" in damage(window).particulars.toPlainText()
    press(damage(window), "newest backup")
    choose(damage(window), tmp_path / "restored.riskdesk")
    assert len(list(opened[0].session.tree(first(opened)).risks)) == 31


@pytest.mark.parametrize("content", [b"", b"Dear all, please find attached" * 20], ids=["empty", "text"])
def test_what_never_was_a_store_is_only_refused(
    opening: Opening, opened: list[OpenedStore], path: Path, window: QWidget, qtbot: QtBot, content: bytes
) -> None:
    path.write_bytes(content)
    opening.open(path)
    assert "is not a register file of Riskdesk" in question(window).text()
    with qtbot.waitSignal(opening.given_up):
        question(window).close()
    assert (opened, window.findChildren(DamageDialog)) == ([], [])


def test_of_a_file_that_is_not_there_the_newest_backup_is_offered(
    opening: Opening, opened: list[OpenedStore], window: QWidget, path: Path, tmp_path: Path
) -> None:
    with closing(Session.open(path, "me")) as session:
        Backups.of(opening._home.backups, path, session.id).make(path, datetime.now(UTC))
    path.unlink()
    opening.open(path)
    assert "is not there" in question(window).text()
    press(question(window), "Open the newest backup…")
    choose(window, tmp_path / "Again.riskdesk")
    assert [each.session.path for each in opened] == [tmp_path / "Again.riskdesk"]


@pytest.mark.parametrize("answer", ["Cancel", "Open the newest backup…"])
def test_opening_ends_if_no_backup_of_a_file_that_is_not_there_is_wanted(
    opening: Opening, window: QWidget, path: Path, qtbot: QtBot, answer: str
) -> None:
    with closing(Session.open(path, "me")) as session:
        Backups.of(opening._home.backups, path, session.id).make(path, datetime.now(UTC))
    path.unlink()
    opening.open(path)
    with qtbot.waitSignal(opening.given_up):
        press(question(window), answer)
        for dialog in window.findChildren(QFileDialog):
            dialog.reject()


def test_that_a_file_is_not_there_and_has_no_backup_is_told_and_ends_the_opening(
    opening: Opening, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    opening.open(tmp_path / "mistyped.riskdesk")
    assert "check its name and folder" in question(window).text()
    with qtbot.waitSignal(opening.given_up):
        question(window).accept()


@pytest.fixture
def own_gone(opening: Opening, path: Path) -> Path:
    """The user's own file, which was backed up and deleted."""
    with closing(Session.open(path, "me")) as session:
        Backups.of(opening._home.backups, path, session.id).make(path, datetime.now(UTC))
    path.unlink()
    return path


def test_the_users_own_file_that_is_gone_is_restored_in_its_place(
    opening: Opening, opened: list[OpenedStore], window: QWidget, own_gone: Path
) -> None:
    opening.open_own()
    press(question(window), "Restore the newest backup")
    assert [each.session.path for each in opened] == [own_gone]
    assert len(opened[0].session.registers()) == 1


def test_or_it_begins_empty(
    opening: Opening, opened: list[OpenedStore], window: QWidget, own_gone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make(_tell: Callable[[Problem], object]) -> Path:
        Session.create(own_gone, "me").close()
        return own_gone

    monkeypatch.setattr(opening, "_home", opening._home._replace(own=make))
    opening.open_own()
    assert opened == []
    press(question(window), "Begin with an empty file")
    assert opened[0].session.registers() == []


def test_or_nothing_is_opened(opening: Opening, window: QWidget, own_gone: Path, qtbot: QtBot) -> None:
    opening.open_own()
    with qtbot.waitSignal(opening.given_up):
        press(question(window), "Cancel")
    assert not own_gone.exists()
