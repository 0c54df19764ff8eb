"""Files that are damaged, replaced or open elsewhere are read, mended and copied while the window goes on."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Thread, current_thread
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk.backups import Backups
from riskdesk.desk.health import of_file
from riskdesk.desk.session import Session
from riskdesk.domain.problems import FileReplaced
from riskdesk.domain.progress import Cancelled, Checkpoint
from riskdesk.kit.lock import FileLock
from riskdesk.kit.settings import Settings
from riskdesk.store import check, copying, pages
from riskdesk.store.store import Store
from riskdesk.ui.bench.home import Home
from riskdesk.ui.files import damage
from riskdesk.ui.files.damage import DamageDialog
from riskdesk.ui.files.opening import Opening
from riskdesk.ui.files.replaced import ReplacedDialog
from tests.desk.backing_up import note, spoil
from tests.systems import needs_moves
from tests.ui.answering import press


@pytest.fixture
def path(kazakhstan_store: Path, home: Home, tmp_path: Path) -> Path:
    """A store with a backup."""
    there = shutil.copyfile(kazakhstan_store, tmp_path / "a.riskdesk")
    with closing(Session.open(there, "me", backups=home.backups)) as session:
        note(session, "Backed up")
    return there


@pytest.fixture
def threads(path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, set[Thread]]:
    """The threads in which stores are read as a whole, mended and written from now on, by what is done."""
    assert path.exists()
    used: dict[str, set[Thread]] = {}

    def noting(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*args: Any, **how: Any) -> Any:
            used.setdefault(name, set()).add(current_thread())
            return work(*args, **how)

        return noted

    for owner, name in ((Store, "open"), (check, "repair"), (copying, "write"), (pages, "rows")):
        monkeypatch.setattr(owner, name, noting(name, getattr(owner, name)))
    return used


def chosen(dialog: QWidget, path: Path) -> None:
    (asked,) = dialog.findChildren(QFileDialog)
    asked.fileSelected.emit(str(path))


def damaged(path: Path, home: Home, qtbot: QtBot) -> DamageDialog:
    dialog = DamageDialog(of_file(path), home, Backups.of(home.backups, path))
    qtbot.addWidget(dialog)
    return dialog


def test_a_damaged_file_is_saved_and_its_backup_restored(
    path: Path, home: Home, threads: dict[str, set[Thread]], tmp_path: Path, qtbot: QtBot
) -> None:
    spoil(path, "UPDATE step SET who = 'somebody'")
    threads.clear()
    for button, name in (("Save what is left", "saved"), ("newest backup", "restored")):
        dialog = damaged(path, home, qtbot)
        press(dialog, button)
        chosen(dialog, tmp_path / f"{name}.riskdesk")
        assert (tmp_path / f"{name}.riskdesk").exists()
    assert set(threads) == {"open", "rows", "write"}
    assert current_thread() not in set().union(*threads.values())


def test_an_altered_file_is_repaired(path: Path, home: Home, threads: dict[str, set[Thread]], qtbot: QtBot) -> None:
    spoil(path, "UPDATE risk SET note = 'somebody'")
    dialog = damaged(path, home, qtbot)
    press(dialog, "Repair")
    assert of_file(path).sound
    assert current_thread() not in threads["repair"]


def test_nothing_is_saved_of_a_damaged_file_where_that_is_cancelled(
    path: Path, home: Home, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cancelled(_checkpoint: Checkpoint) -> None:
        raise Cancelled

    monkeypatch.setattr(damage, "apart", lambda work, _text, **_how: work(cancelled))
    spoil(path, "UPDATE step SET who = 'somebody'")
    dialog = damaged(path, home, qtbot)
    dialog.open()
    press(dialog, "Save what is left")
    chosen(dialog, tmp_path / "saved.riskdesk")
    assert dialog.isVisible()
    assert not (tmp_path / "saved.riskdesk").exists()


@needs_moves
def test_a_replaced_file_is_compared_and_what_was_open_is_saved(
    path: Path, home: Home, threads: dict[str, set[Thread]], tmp_path: Path, qtbot: QtBot
) -> None:
    with closing(Session.open(path, "me")) as session:
        shutil.copyfile(path, tmp_path / "other.riskdesk").replace(path)
        threads.clear()
        dialog = ReplacedDialog(FileReplaced(path, is_gone=False), session, Backups.of(home.backups, path))
        qtbot.addWidget(dialog)
        press(dialog, "Save mine")
        chosen(dialog, tmp_path / "saved.riskdesk")
    assert set(threads) == {"open", "write"}
    assert current_thread() not in set().union(*threads.values())


def test_a_file_that_is_open_elsewhere_is_copied(
    path: Path, home: Home, threads: dict[str, set[Thread]], tmp_path: Path, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    opening = Opening(home, Settings(tmp_path / "settings.json"), window)
    opening.opened.connect(lambda opened: opened.session.let_go())
    lock = FileLock(path)
    assert lock.take() is None
    holder = FileLock(path).take()
    assert holder is not None
    threads.clear()
    opening._ask_copy(path, FileLock(path), holder)
    chosen(window, tmp_path / "copy.riskdesk")
    lock.release()
    assert (tmp_path / "copy.riskdesk").exists()
    assert current_thread() not in set().union(*threads.values())
